"""Everything of a run that learns: two networks, the average of one, and their optimisers."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from ganstudio.networks.families import build
from ganstudio.runs.spec import Spec


class Memory(nn.Module):
    """Running figures that a resumed run needs.

    path_length: the mean that the path length penalty aims at. ada_p: probability of each change
    of the adaptive augmentation. signs: sum and count of the signs of real scores since it changed.
    """

    path_length: Tensor
    ada_p: Tensor
    signs: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("path_length", torch.zeros(()))
        self.register_buffer("ada_p", torch.zeros(()))
        self.register_buffer("signs", torch.zeros(2))


@dataclass(frozen=True, eq=False)
class Networks:
    """`rates`: the learning rates of generator and discriminator before they fall."""

    generator: Any
    discriminator: Any
    ema: Any
    opt_g: torch.optim.Optimizer
    opt_d: torch.optim.Optimizer
    rates: tuple[float, float]
    memory: Memory

    def parts(self) -> dict[str, nn.Module | torch.optim.Optimizer]:
        """By the names under which the state is saved."""
        return {
            "generator": self.generator,
            "discriminator": self.discriminator,
            "ema": self.ema,
            "opt_g": self.opt_g,
            "opt_d": self.opt_d,
            "memory": self.memory,
        }


def create(
    spec: Spec,
    options: dict[str, dict[str, Any]],
    *,
    betas: tuple[float, float] | None,
    lazy: tuple[float, float] = (1.0, 1.0),
) -> Networks:
    """New networks of the spec's family with these keyword arguments, and an optimiser for each.

    betas: Adam's; None takes RMSProp, as WGAN does. lazy: c of lazily regularised networks, whose
    rates are multiplied by it and whose betas are raised to it (StyleGAN 2, appendix B).
    """
    generator = build(spec.kind, "generator", options["generator"]).train().to(spec.device)
    discriminator = build(spec.kind, "discriminator", options["discriminator"]).train()
    discriminator.to(spec.device)
    for network in (generator, discriminator):
        network.to(memory_format=torch.channels_last)
    rates = spec.rate_g * lazy[0], spec.rate_d * lazy[1]
    opt_g, opt_d = (
        optimiser(network, rate, betas and (betas[0] ** c, betas[1] ** c))
        for network, rate, c in zip((generator, discriminator), rates, lazy, strict=True)
    )
    ema = copy.deepcopy(generator).eval().requires_grad_(False)
    memory = Memory().to(spec.device)
    return Networks(generator, discriminator, ema, opt_g, opt_d, rates, memory)


def optimiser(
    network: nn.Module, rate: float, betas: tuple[float, float] | None
) -> torch.optim.Optimizer:
    if betas is None:
        return torch.optim.RMSprop(network.parameters(), lr=rate)
    return torch.optim.Adam(network.parameters(), lr=rate, betas=betas, fused=True)


def dtype_of(spec: Spec) -> torch.dtype:
    """What the networks compute in; their weights stay float32."""
    return torch.bfloat16 if spec.precision == "bfloat16" else torch.float32


def set_rates(nets: Networks, *, spec: Spec, seen: int) -> None:
    """The learning rates after `seen` pictures: constant, then falling linearly to nought."""
    left = max(0, spec.images - seen)
    part = min(1.0, left / spec.rate_fall) if spec.rate_fall else 1.0
    for each, rate in zip((nets.opt_g, nets.opt_d), nets.rates, strict=True):
        for group in each.param_groups:
            group["lr"] = rate * part


def learn(optimiser: torch.optim.Optimizer, loss: Tensor) -> None:
    """One step of an optimiser down the gradient of a loss."""
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    optimiser.step()


@torch.no_grad()
def average(nets: Networks, *, n: int, seen: int, spec: Spec) -> None:
    """Move the EMA generator: half-life in pictures, shorter while few have been seen."""
    half_life = min(spec.ema_images, seen * spec.ema_rampup)
    keep = 0.5 ** (n / max(half_life, 1e-8))
    targets: list[Tensor] = list(nets.ema.parameters())
    torch._foreach_lerp_(targets, list(nets.generator.parameters()), 1 - keep)
    for mine, theirs in zip(nets.ema.buffers(), nets.generator.buffers(), strict=True):
        mine.copy_(theirs)
