"""One training step of StyleGAN (1812.04948): StyleGAN 2's losses on networks that grow."""

from __future__ import annotations

import torch
from torch import Tensor

from ganstudio.runs.spec import Spec
from trainers import networks
from trainers.augment import augmented
from trainers.growing import Stage, fit
from trainers.networks import Networks, dtype_of
from trainers.stylegan2 import logistic_step, mixed_styles, network_options

STYLE_START = 0.1  # of the styles' weights, as a share of the paper's

__all__ = ["create", "network_options", "step"]


def create(spec: Spec) -> Networks:
    """Adam with betas 0 and 0.99, the discriminator's made lazy by c = k / (k + 1).

    Styles start small. At the paper's N(0, 1) every new layer first gives each face a colour of its
    own, and short runs on small batches spend most of a stage on unlearning that.
    """
    lazy = 1.0, spec.r1_every / (spec.r1_every + 1)
    nets = networks.create(spec, network_options(spec), betas=(0.0, 0.99), lazy=lazy)
    with torch.no_grad():
        for generator in (nets.generator, nets.ema):
            for layer in generator.synthesis.layers:
                layer.affine.weight.mul_(STYLE_START)
    return nets


def step(
    nets: Networks, real: Tensor, *, spec: Spec, stage: Stage, number: int
) -> dict[str, float]:
    """Generator, discriminator, and now and then R1, at the stage's size."""
    real = fit(real, stage)
    w = mixed_styles(nets.generator, len(real), mixing=spec.mixing, device=real.device)
    fake = nets.generator.synthesis(w, "random", dtype=dtype_of(spec), **stage.growth)

    def judge(images: Tensor) -> Tensor:
        images = augmented(images, spec=spec, memory=nets.memory).to(dtype_of(spec))
        return nets.discriminator(images, alpha=stage.alpha)

    return logistic_step(nets, judge, real, fake, spec=spec, number=number)
