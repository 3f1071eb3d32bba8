"""One training step of StyleGAN 2 (1912.04958): networks, discriminator step, generator step."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from ganstudio.networks.stylebased import StyleGenerator, channels_at
from ganstudio.runs.spec import Spec
from trainers import networks
from trainers.augment import augmented, observe
from trainers.growing import Stage
from trainers.losses import logistic_d, non_saturating_g
from trainers.networks import Networks, dtype_of, learn
from trainers.penalties import path_lengths, r1

PATH_DECAY = 0.01  # of the running mean of path lengths, per penalty (section 3.2)
W_AVG_BETA = 0.998  # stylegan2-ada: per batch, towards the batch's mean w


def network_options(spec: Spec) -> dict[str, dict[str, Any]]:
    """Keyword arguments of both networks, for the card too."""
    channels = channels_at(spec.size, base=spec.base, most=spec.most)
    return {
        "generator": {
            "channels": channels,
            "z_dim": spec.z_dim,
            "w_dim": spec.w_dim,
            "mapping_layers": spec.mapping_layers,
        },
        "discriminator": {"channels": channels},
    }


def create(spec: Spec) -> Networks:
    """Adam with betas 0 and 0.99, made lazy by c = k / (k + 1) for a penalty every k steps."""
    lazy_g = spec.path_every / (spec.path_every + 1) if spec.path_weight else 1.0
    lazy_d = spec.r1_every / (spec.r1_every + 1)
    return networks.create(spec, network_options(spec), betas=(0.0, 0.99), lazy=(lazy_g, lazy_d))


def step(
    nets: Networks, real: Tensor, *, spec: Spec, stage: Stage, number: int
) -> dict[str, float]:
    """Generator, discriminator, now and then R1 and path length. real: [N, 3, H, W] in -1..1.

    The discriminator learns from the pictures that the generator was just judged on: they come
    from the same weights, and one synthesis is saved.
    """
    w = mixed_styles(nets.generator, len(real), mixing=spec.mixing, device=real.device)
    fake = nets.generator.synthesis(w, "random", dtype=dtype_of(spec))

    def judge(images: Tensor) -> Tensor:
        return nets.discriminator(
            augmented(images, spec=spec, memory=nets.memory).to(dtype_of(spec))
        )

    figures = logistic_step(nets, judge, real, fake, spec=spec, number=number)
    if spec.path_weight and number % spec.path_every == 0:
        figures["path_length"] = path_step(nets, max(1, len(real) // 2), spec=spec)
    return figures


def path_step(nets: Networks, n: int, *, spec: Spec) -> float:
    """Pull n path lengths to their running mean (section 3.2); the mean length."""
    device = nets.memory.path_length.device
    w = mixed_styles(nets.generator, n, mixing=spec.mixing, device=device)
    images = nets.generator.synthesis(w, "random", dtype=dtype_of(spec))
    lengths = path_lengths(images, w)
    nets.memory.path_length.lerp_(lengths.detach().mean(), PATH_DECAY)
    penalty = (lengths - nets.memory.path_length).square().mean()
    learn(nets.opt_g, penalty * (spec.path_weight * spec.path_every))
    return lengths.mean().item()


def logistic_step(
    nets: Networks, judge: Any, real: Tensor, fake: Tensor, *, spec: Spec, number: int
) -> dict[str, float]:
    """The non-saturating loss with lazy R1 on `judge`, which maps pictures to scores."""
    nets.discriminator.requires_grad_(False)
    loss_g = non_saturating_g(judge(fake))
    learn(nets.opt_g, loss_g)

    nets.discriminator.requires_grad_(True)
    score_real, score_fake = judge(real), judge(fake.detach())
    loss_d = logistic_d(score_real, score_fake)
    learn(nets.opt_d, loss_d)
    figures = {
        "loss_g": loss_g.item(),
        "loss_d": loss_d.item(),
        "score_real": score_real.mean().item(),
        "score_fake": score_fake.mean().item(),
        **observe(score_real, spec=spec, memory=nets.memory, number=number),
    }

    if spec.r1_gamma and number % spec.r1_every == 0:
        penalty = r1(judge, real[: spec.r1_batch], gamma=spec.r1_gamma)
        learn(nets.opt_d, penalty * spec.r1_every)
        figures["r1"] = penalty.item()
    return figures


def mixed_styles(
    generator: StyleGenerator, n: int, *, mixing: float, device: torch.device
) -> Tensor:
    """w [n, layers, w_dim]; with probability `mixing` a second latent from a random layer on.

    StyleGAN, section 3.1. Also moves the average w towards this batch.
    """
    z = torch.randn(2, n, generator.z_dim, device=device)
    first = generator.map(z[0])
    with torch.no_grad():
        generator.map.w_avg.lerp_(first.mean(dim=0), 1 - W_AVG_BETA)
    second = generator.map(z[1])
    layers = generator.styles
    crossover = torch.randint(1, layers, (n,), device=device)
    crossover = torch.where(torch.rand(n, device=device) < mixing, crossover, layers)
    from_second = torch.arange(layers, device=device)[None] >= crossover[:, None]
    return torch.where(from_second[:, :, None], second[:, None], first[:, None])
