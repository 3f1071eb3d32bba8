"""One training step of StyleGAN 2 (1912.04958), as small functions on a `Networks`."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from ganstudio.networks import stylegan2
from ganstudio.runs.spec import Spec
from trainers.augment import diff_augment
from trainers.losses import logistic_d, non_saturating_g
from trainers.penalties import r1

W_AVG_BETA = 0.998  # stylegan2-ada: per batch, towards the batch's mean w


@dataclass(frozen=True, eq=False)
class Networks:
    """Everything that learns, and the optimisers that teach it."""

    generator: stylegan2.Generator
    discriminator: stylegan2.Discriminator
    ema: stylegan2.Generator
    adam_g: torch.optim.Adam
    adam_d: torch.optim.Adam

    def parts(self) -> dict[str, torch.nn.Module | torch.optim.Optimizer]:
        """By the names under which the state is saved."""
        return {
            "generator": self.generator,
            "discriminator": self.discriminator,
            "ema": self.ema,
            "adam_g": self.adam_g,
            "adam_d": self.adam_d,
        }


def network_options(spec: Spec) -> dict[str, dict[str, Any]]:
    """Keyword arguments of both networks, for the card too."""
    channels = stylegan2.channels_at(spec.size, base=spec.base, most=spec.most)
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
    options = network_options(spec)
    generator = stylegan2.Generator(**options["generator"]).to(spec.device)
    discriminator = stylegan2.Discriminator(**options["discriminator"]).to(spec.device)
    for network in (generator, discriminator):
        network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    ema = copy.deepcopy(generator).eval().requires_grad_(False)
    lazy = laziness(spec)
    return Networks(
        generator,
        discriminator,
        ema,
        adam_g=torch.optim.Adam(
            generator.parameters(), lr=spec.rate_g, betas=(0.0, 0.99), fused=True
        ),
        adam_d=torch.optim.Adam(
            discriminator.parameters(), lr=spec.rate_d * lazy, betas=(0.0, 0.99**lazy), fused=True
        ),
    )


def laziness(spec: Spec) -> float:
    """A lazy penalty every k steps: rate * c and beta ** c with c = k / (k + 1) (appendix B)."""
    return spec.r1_every / (spec.r1_every + 1)


def set_rates(nets: Networks, *, spec: Spec, seen: int) -> None:
    """The learning rates after `seen` pictures: constant, then falling linearly to nought."""
    left = max(0, spec.images - seen)
    part = min(1.0, left / spec.rate_fall) if spec.rate_fall else 1.0
    rates = {nets.adam_g: spec.rate_g, nets.adam_d: spec.rate_d * laziness(spec)}
    for adam, rate in rates.items():
        for group in adam.param_groups:
            group["lr"] = rate * part


def step(nets: Networks, real: Tensor, *, spec: Spec, number: int, seen: int) -> dict[str, float]:
    """Generator, discriminator, now and then R1, then the average. real: [N, 3, H, W] in -1..1.

    The discriminator learns from the pictures that the generator was just judged on: they come
    from the same weights, and one synthesis is saved.
    """
    dtype = torch.bfloat16 if spec.precision == "bfloat16" else torch.float32
    n = len(real)

    def judge(images: Tensor) -> Tensor:
        return nets.discriminator(diff_augment(images, spec.augment).to(dtype))

    nets.discriminator.requires_grad_(False)
    w = mixed_styles(nets.generator, n, mixing=spec.mixing, device=real.device)
    fake = nets.generator.synthesis(w, "random", dtype=dtype)
    loss_g = non_saturating_g(judge(fake))
    nets.adam_g.zero_grad(set_to_none=True)
    loss_g.backward()
    nets.adam_g.step()

    nets.discriminator.requires_grad_(True)
    score_real, score_fake = judge(real), judge(fake.detach())
    loss_d = logistic_d(score_real, score_fake)
    nets.adam_d.zero_grad(set_to_none=True)
    loss_d.backward()
    nets.adam_d.step()
    figures = {
        "loss_g": loss_g.item(),
        "loss_d": loss_d.item(),
        "score_real": score_real.mean().item(),
        "score_fake": score_fake.mean().item(),
    }

    if spec.r1_gamma and number % spec.r1_every == 0:
        penalty = r1(judge, real[: spec.r1_batch], gamma=spec.r1_gamma)
        nets.adam_d.zero_grad(set_to_none=True)
        (penalty * spec.r1_every).backward()
        nets.adam_d.step()
        figures["r1"] = penalty.item()

    average(nets, n=n, seen=seen, spec=spec)
    return figures


def mixed_styles(
    generator: stylegan2.Generator, n: int, *, mixing: float, device: torch.device
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


@torch.no_grad()
def average(nets: Networks, *, n: int, seen: int, spec: Spec) -> None:
    """Move the EMA generator: half-life in pictures, shorter while few have been seen."""
    half_life = min(spec.ema_images, seen * spec.ema_rampup)
    keep = 0.5 ** (n / max(half_life, 1e-8))
    targets: list[Tensor] = list(nets.ema.parameters())
    torch._foreach_lerp_(targets, list(nets.generator.parameters()), 1 - keep)
    for mine, theirs in zip(nets.ema.buffers(), nets.generator.buffers(), strict=True):
        mine.copy_(theirs)
