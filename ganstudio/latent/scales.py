"""The scales of a network that doubles its picture: 4, 8, 16 ... pixels. No torch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from ganstudio.networks.families import FAMILIES

if TYPE_CHECKING:
    from ganstudio.models.card import Card

T = TypeVar("T")


def scales(size: int) -> list[int]:
    """4, 8, 16 ... `size` pixels: what noise is set for one by one."""
    return [4 << k for k in range(max(size.bit_length() - 2, 1))]


def stages(card: Card) -> list[int]:
    """The stages in pixels that a model of a family that grows can be drawn at; else none."""
    family = FAMILIES.get(card.family)
    first = family.grows if family else 0
    return [stage for stage in scales(card.size) if first and stage >= first]


def grown(place: float, stages: list[int]) -> tuple[int, float]:
    """Stage and alpha of a place on the way: 0 the first stage, 0.5 the second half faded in ..."""
    index = min(max(-int(-place // 1), 0), len(stages) - 1)
    return stages[index], min(place - (index - 1), 1.0)


def with_scale(values: tuple[T, ...], scale: int, value: T, *, usual: T) -> tuple[T, ...]:
    """The values with another one at `scale`; missing ones count as `usual`.

    Those at the end that are usual are left out, so that equal looks are equal recipes.
    """
    longer = [*values, *[usual] * (scale + 1 - len(values))]
    longer[scale] = value
    return trimmed(longer, len(longer), usual=usual)


def trimmed(values: Sequence[T], count: int, *, usual: T) -> tuple[T, ...]:
    """The first `count` values without those at the end that are usual."""
    kept = list(values[:count])
    while kept and kept[-1] == usual:
        kept.pop()
    return tuple(kept)
