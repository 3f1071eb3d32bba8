"""Directions through a latent space: found in the network's weights, its samples or two sets.

A direction is a unit vector in w (in z, for networks without a mapping network) and a step: the
length that counts as 1 when somebody moves along it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn


@dataclass(frozen=True, eq=False)
class Axes:
    """Unit vectors [count, dim] and the length of one step along each, [count]; float32."""

    vectors: Tensor
    steps: Tensor


class Moments:
    """Mean and covariance of latents that come batch by batch, summed in float64."""

    def __init__(self, dim: int) -> None:
        self.count = 0
        self._origin: Tensor | None = None  # near the mean, so that the squares lose no digits
        self._sum = torch.zeros(dim, dtype=torch.float64)
        self._squares = torch.zeros(dim, dim, dtype=torch.float64)

    def add(self, latents: Tensor) -> None:
        """latents [N, dim]."""
        rows = latents.double()
        if self._origin is None:
            self._origin = rows.mean(dim=0)
        rows = rows - self._origin
        self.count += len(rows)
        self._sum += rows.sum(dim=0)
        self._squares += rows.T @ rows

    def covariance(self) -> Tensor:
        """float64 [dim, dim], of at least two latents."""
        if self.count < 2:
            raise ValueError(f"{self.count} latents have no covariance")
        outer = torch.outer(self._sum, self._sum) / self.count
        return (self._squares - outer) / (self.count - 1)

    def deviation(self) -> float:
        """The standard deviation of one coordinate, as the root of the mean variance."""
        return float(self.covariance().diagonal().mean().clamp(min=0).sqrt())


def principal(covariance: Tensor, count: int) -> Axes:
    """The principal components of GANSpace (arXiv 2004.02546, section 3.1), largest first.

    A step is the standard deviation of the latents along the component.

    Shapes: covariance [dim, dim] -> count vectors, or dim where that is fewer.
    """
    variances, columns = torch.linalg.eigh(covariance.double())  # exact; ascending
    variances, vectors = variances.flip(0)[:count], columns.T.flip(0)[:count]
    return Axes(upright(vectors).float(), variances.clamp(min=0).sqrt().float())


def factorised(weight: Tensor, count: int, *, step: float) -> Axes:
    """The directions that change A's output most: eigenvectors of A^T A (SeFa, 2007.06600, eq. 6).

    The rows of A are normalised, as the authors' code does, so that no single channel decides. The
    method says nothing of lengths: `step` is that of each.

    Shapes: weight A [outputs, dim] -> count vectors, or dim where that is fewer.
    """
    rows = nn.functional.normalize(weight.detach().cpu().double(), dim=1)
    _, columns = torch.linalg.eigh(rows.T @ rows)
    vectors = columns.T.flip(0)[:count]
    return Axes(upright(vectors).float(), torch.full((len(vectors),), step))


def difference(plus: Tensor, minus: Tensor) -> Axes:
    """From the mean of `minus` [M, dim] to that of `plus` [N, dim]: one step is the whole way.

    Raises ValueError where the means do not differ.
    """
    way = plus.double().mean(dim=0) - minus.double().mean(dim=0)
    length = way.norm()
    if not length > 1e-6 * (1 + plus.abs().max()):
        raise ValueError("the two sets have the same mean")
    return Axes((way / length).float()[None], length.float()[None])


def upright(vectors: Tensor) -> Tensor:
    """The same axes with signs that do not depend on the solver: the largest entry is positive."""
    largest = vectors.abs().argmax(dim=1, keepdim=True)
    return vectors * torch.where(vectors.gather(1, largest) < 0, -1.0, 1.0)


def style_weight(synthesis: nn.Module, layers: Sequence[int]) -> Tensor:
    """The affine weights of these style layers, stacked: A [outputs, w_dim].

    Style layer i is the one that convolution i takes; where to-RGB has styles too (StyleGAN 2),
    the last of them takes the last layer.
    """
    takers = list(synthesis.get_submodule("layers").children())
    takers += [
        module
        for module in list(synthesis.get_submodule("to_rgb").children())[-1:]
        if hasattr(module, "affine")
    ]
    return torch.cat([takers[layer].get_parameter("affine.weight") for layer in layers])


def first_weight(generator: nn.Module, z_dim: int) -> Tensor | None:
    """A [outputs, z_dim] of the layer that takes z, None where the first layer is none such.

    A convolution over z's one pixel is a matrix too, with a row for each of its outputs.
    """
    for module in generator.modules():
        weight = getattr(module, "weight", None)
        if isinstance(weight, Tensor) and weight.ndim >= 2:
            transposed = isinstance(module, nn.ConvTranspose2d)
            columns = weight.movedim(0 if transposed else 1, -1)
            matrix = columns.reshape(-1, columns.shape[-1])
            return matrix if matrix.shape[1] == z_dim else None
    return None
