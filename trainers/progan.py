"""One training step of ProGAN (1710.10196): WGAN-GP with drift, on networks that grow."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from ganstudio.networks.stylebased import channels_at
from ganstudio.runs.spec import Spec
from trainers import networks
from trainers.augment import augmented, observe
from trainers.growing import Stage, fit
from trainers.losses import drift, wasserstein_d, wasserstein_g
from trainers.networks import Networks, dtype_of, learn
from trainers.penalties import gradient_penalty

GP_WEIGHT, DRIFT_WEIGHT = 10.0, 0.001


def network_options(spec: Spec) -> dict[str, dict[str, Any]]:
    """Keyword arguments of both networks, for the card too."""
    channels = channels_at(spec.size, base=spec.base, most=spec.most)
    return {
        "generator": {"channels": channels, "z_dim": spec.z_dim},
        "discriminator": {"channels": channels},
    }


def create(spec: Spec) -> Networks:
    """Adam with betas 0 and 0.99 for both networks."""
    return networks.create(spec, network_options(spec), betas=(0.0, 0.99))


def step(
    nets: Networks, real: Tensor, *, spec: Spec, stage: Stage, number: int
) -> dict[str, float]:
    """Generator, then one step of the critic, at the stage's size.

    The critic learns from the pictures that the generator was just judged on.
    """
    real = fit(real, stage)
    z = torch.randn(len(real), nets.generator.z_dim, device=real.device)

    def judge(images: Tensor) -> Tensor:
        return nets.discriminator(images.to(dtype_of(spec)), alpha=stage.alpha)

    nets.discriminator.requires_grad_(False)
    fake = nets.generator(z, dtype=dtype_of(spec), **stage.growth)
    loss_g = wasserstein_g(judge(augmented(fake, spec=spec, memory=nets.memory)))
    learn(nets.opt_g, loss_g)

    nets.discriminator.requires_grad_(True)
    real = augmented(real, spec=spec, memory=nets.memory)
    fake = augmented(fake.detach(), spec=spec, memory=nets.memory)
    score_real, score_fake = judge(real), judge(fake)
    distance = -wasserstein_d(score_real, score_fake)
    penalty = gradient_penalty(judge, real, fake)
    loss_d = -distance + GP_WEIGHT * penalty + DRIFT_WEIGHT * drift(score_real)
    learn(nets.opt_d, loss_d)
    return {
        "loss_g": loss_g.item(),
        "loss_d": loss_d.item(),
        "distance": distance.item(),
        "gradient_penalty": penalty.item(),
        "score_real": score_real.mean().item(),
        "score_fake": score_fake.mean().item(),
        **observe(score_real, spec=spec, memory=nets.memory, number=number),
    }
