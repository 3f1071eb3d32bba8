"""From the sources of a recipe to latents: seeds, places on the plane, latents by value."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from ganstudio.errors import StudioError
from ganstudio.latent import plane
from ganstudio.latent.interpolation import slerp
from ganstudio.latent.sampling import latents
from ganstudio.recipe import FaceRecipe, Offset, Source


def z_of(source: Source, *, z_dim: int) -> Tensor:
    """z [1, z_dim] of a seed, of a place between seeds, or by value."""
    if source.latent is not None:
        return by_value(source, shape=(z_dim,))
    if source.at == (0.0, 0.0):
        return latents([source.seed], z_dim=z_dim)
    seeds, weights = zip(*plane.corners(source.seed, source.at), strict=True)
    return torch.from_numpy(plane.blend(latents(seeds, z_dim=z_dim).numpy(), list(weights)))[None]


def z_between(recipe: FaceRecipe, *, z_dim: int) -> Tensor:
    """z [1, z_dim]: that of A, on its way along the sphere to that of B."""
    a = z_of(recipe.a, z_dim=z_dim)
    t = recipe.interpolation.t
    return slerp(a, z_of(recipe.b, z_dim=z_dim), t) if t else a


def by_value(source: Source, *, shape: tuple[int, ...]) -> Tensor:
    """The latent of a source, [1, *shape]. Raises StudioError where its shape is another."""
    assert source.latent is not None
    if source.latent.shape != shape:
        raise StudioError(
            "The latent has the shape {shape} and this model needs {shape2}; it "
            "belongs to another model.",
            shape=source.latent.shape,
            shape2=shape,
        )
    return torch.from_numpy(source.latent.array())[None]


def is_w(source: Source) -> bool:
    """Whether the source is a latent in W+ by value."""
    return source.latent is not None and len(source.latent.shape) == 2


def vector_of(offset: Offset, *, width: int) -> Tensor:
    """The offset's step, [width]. Raises StudioError where its shape is another."""
    vector: np.ndarray = offset.vector.array()
    if vector.shape != (width,):
        raise StudioError(
            "The direction {name!r} has the shape {shape} and this model "
            "needs {shape2}; it belongs to another model.",
            name=offset.name,
            shape=vector.shape,
            shape2=(width,),
        )
    return torch.from_numpy(vector) * offset.amount
