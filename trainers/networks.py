"""Everything of a run that learns: two networks, the average of one, and their optimisers."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from ganstudio.networks.families import build
from ganstudio.runs.spec import Spec


@dataclass(frozen=True, eq=False)
class Networks:
    """`rates`: the learning rates of generator and discriminator before they fall."""

    generator: Any
    discriminator: Any
    ema: Any
    adam_g: torch.optim.Adam
    adam_d: torch.optim.Adam
    rates: tuple[float, float]

    def parts(self) -> dict[str, nn.Module | torch.optim.Optimizer]:
        """By the names under which the state is saved."""
        return {
            "generator": self.generator,
            "discriminator": self.discriminator,
            "ema": self.ema,
            "adam_g": self.adam_g,
            "adam_d": self.adam_d,
        }


def create(
    spec: Spec, options: dict[str, dict[str, Any]], *, betas: tuple[float, float], lazy: float = 1.0
) -> Networks:
    """New networks of the spec's family with these keyword arguments, and Adam for each.

    lazy: c of a lazily regularised discriminator, whose rate is multiplied by it and whose betas
    are raised to it (StyleGAN 2, appendix B).
    """
    generator = build(spec.kind, "generator", options["generator"]).train().to(spec.device)
    discriminator = build(spec.kind, "discriminator", options["discriminator"]).train()
    discriminator.to(spec.device)
    for network in (generator, discriminator):
        network.to(memory_format=torch.channels_last)
    rates = spec.rate_g, spec.rate_d * lazy
    return Networks(
        generator,
        discriminator,
        ema=copy.deepcopy(generator).eval().requires_grad_(False),
        adam_g=torch.optim.Adam(generator.parameters(), lr=rates[0], betas=betas, fused=True),
        adam_d=torch.optim.Adam(
            discriminator.parameters(),
            lr=rates[1],
            betas=(betas[0] ** lazy, betas[1] ** lazy),
            fused=True,
        ),
        rates=rates,
    )


def dtype_of(spec: Spec) -> torch.dtype:
    """What the networks compute in; their weights stay float32."""
    return torch.bfloat16 if spec.precision == "bfloat16" else torch.float32


def set_rates(nets: Networks, *, spec: Spec, seen: int) -> None:
    """The learning rates after `seen` pictures: constant, then falling linearly to nought."""
    left = max(0, spec.images - seen)
    part = min(1.0, left / spec.rate_fall) if spec.rate_fall else 1.0
    for adam, rate in zip((nets.adam_g, nets.adam_d), nets.rates, strict=True):
        for group in adam.param_groups:
            group["lr"] = rate * part


def learn(adam: torch.optim.Adam, loss: Tensor) -> None:
    """One step of an optimiser down the gradient of a loss."""
    adam.zero_grad(set_to_none=True)
    loss.backward()
    adam.step()


@torch.no_grad()
def average(nets: Networks, *, n: int, seen: int, spec: Spec) -> None:
    """Move the EMA generator: half-life in pictures, shorter while few have been seen."""
    half_life = min(spec.ema_images, seen * spec.ema_rampup)
    keep = 0.5 ** (n / max(half_life, 1e-8))
    targets: list[Tensor] = list(nets.ema.parameters())
    torch._foreach_lerp_(targets, list(nets.generator.parameters()), 1 - keep)
    for mine, theirs in zip(nets.ema.buffers(), nets.generator.buffers(), strict=True):
        mine.copy_(theirs)
