"""Progressive growing: which size a run is at, and how far that size has faded in (ProGAN)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.networks.families import build, family
from ganstudio.runs.spec import Spec
from trainers.networks import Networks


@dataclass(frozen=True)
class Stage:
    """size: in pixels. alpha: share of this size over the one before it."""

    size: int
    alpha: float = 1.0

    @property
    def growth(self) -> dict[str, Any]:
        """Keyword arguments for a generator or a synthesis that grows."""
        return {"size": self.size, "alpha": self.alpha}


def stage_at(spec: Spec, seen: int) -> Stage:
    """Where a run is after `seen` pictures; it follows from the spec alone, so it needs no state.

    The first size has `stage_images` pictures; each size after it fades in for as many and then
    stabilises for as many, the last one to the end of the run.
    """
    size = first = family(spec.kind).grows
    if not first:
        return Stage(spec.size)
    begin, each = 0, spec.stage_images
    while size < spec.size and seen >= (end := begin + each * (1 if size == first else 2)):
        size, begin = 2 * size, end
    return Stage(size, 1.0 if size == first else min(1.0, (seen - begin) / each))


def fit(real: Tensor, stage: Stage) -> Tensor:
    """The real pictures as the stage has them: reduced, and while it fades in half blurred."""
    if real.shape[-1] > stage.size:
        real = F.avg_pool2d(real, real.shape[-1] // stage.size)
    if stage.alpha < 1:
        old = F.interpolate(F.avg_pool2d(real, 2), scale_factor=2)
        real = old.lerp(real, stage.alpha)
    return real


def forget_moments(nets: Networks) -> None:
    """Optimisers begin each stage anew (section 4.1: the networks have changed)."""
    for each in (nets.opt_g, nets.opt_d):
        each.state.clear()


def cut(spec: Spec, part: str, options: dict[str, Any], network: torch.nn.Module, size: int) -> Any:
    """The network as far as it has grown, with its options: what a snapshot holds."""
    levels = size.bit_length() - 2
    options = {**options, "channels": options["channels"][:levels]}
    grown = build(spec.kind, part, options)
    grown.load_state_dict(
        {k: v for k, v in network.state_dict().items() if k in grown.state_dict()}
    )
    return grown, options
