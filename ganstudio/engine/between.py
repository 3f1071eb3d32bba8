"""A moment between two recipes, as a recipe of its own."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

import torch

from ganstudio.latent.interpolation import slerp
from ganstudio.recipe import FaceRecipe, Interpolation, Noise, Source, Values


def between(
    start: FaceRecipe, end: FaceRecipe, t: float, latents: tuple[torch.Tensor, torch.Tensor]
) -> FaceRecipe:
    """The recipe of the same model at t, 0 < t < 1, with its latent by value.

    latents: those of start and end, [1, layers, w_dim] or [1, z_dim]. Strengths of the noise and
    alpha go evenly; what has no between, such as the noise's seed, is the start's.
    """
    a, b = latents
    latent = a.lerp(b, t) if a.dim() == 3 else slerp(a, b, t)
    alpha = start.alpha + (end.alpha - start.alpha) * t if start.stage == end.stage else start.alpha
    return replace(
        start,
        a=Source(seed=start.a.seed, latent=Values.of(latent[0].numpy())),
        mix=(),
        offsets=(),
        interpolation=Interpolation(),
        noise=noise_between(start.noise, end.noise, t),
        alpha=alpha,
    )


def noise_between(start: Noise, end: Noise, t: float) -> Noise:
    """The strengths on their way, all else as at the start."""
    if start == end:
        return start
    pairs = zip_longest(start.strengths, end.strengths, fillvalue=1.0)
    return replace(
        start,
        strength=start.strength + (end.strength - start.strength) * t,
        strengths=tuple(p + (q - p) * t for p, q in pairs),
    )
