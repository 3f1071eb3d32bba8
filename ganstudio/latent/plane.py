"""The plane of seeds: whole steps are seeds, and every place between them is a face of its own.

A step to the right is the next seed, a step down the one `ROW` further, so that the faces around
any seed can be named, found again and walked to. No torch.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from ganstudio.recipe import Source

ROW = 100  # seeds from one row to the next
SEEDS = 2**32


def seed_at(seed: int, right: int, down: int) -> int:
    """The seed so many steps from `seed`; the plane has no edge."""
    return (seed + right + ROW * down) % SEEDS


def corners(seed: int, at: tuple[float, float]) -> list[tuple[int, float]]:
    """The up to four seeds around a place, each with its weight; their squares add up to 1.

    Bilinear weights, scaled so that a blend of independent normal latents is normal again: all
    places of the plane are as likely as the seeds are.
    """
    x, y = at
    left, top = math.floor(x), math.floor(y)
    u, v = x - left, y - top
    weights = {
        (left, top): (1 - u) * (1 - v),
        (left + 1, top): u * (1 - v),
        (left, top + 1): (1 - u) * v,
        (left + 1, top + 1): u * v,
    }
    norm = math.sqrt(sum(weight * weight for weight in weights.values()))
    return [(seed_at(seed, *place), weight / norm) for place, weight in weights.items() if weight]


def blend(latents: np.ndarray, weights: list[float]) -> np.ndarray:
    """z [z_dim] float32 of a place, from the latents [N, z_dim] of its corners."""
    z: np.ndarray = np.asarray(weights) @ latents.astype(np.float64)
    return z.astype(np.float32)


def moved(source: Source, right: float, down: float) -> Source:
    """The source so many steps further; a latent by value is left for the plane of its seed.

    The whole steps go into the seed, so that `at` stays within half a step of it.
    """
    x, y = source.at[0] + right, source.at[1] + down
    i, j = round(x), round(y)
    return Source(seed=seed_at(source.seed, i, j), at=(x - i, y - j))


def snapped(source: Source) -> Source:
    """The seed that is nearest."""
    return replace(moved(source, 0, 0), at=(0.0, 0.0))
