"""Penalties on gradients."""

from collections.abc import Callable

import torch
from torch import Tensor


def r1(discriminator: Callable[[Tensor], Tensor], real: Tensor, *, gamma: float) -> Tensor:
    """gamma / 2 * E |grad D(x)|^2 on real pictures (Mescheder et al., 1801.04406, eq. 9).

    Shapes: real [N, 3, H, W] -> scalar with a graph for the discriminator's weights.
    """
    real = real.detach().requires_grad_(True)
    score = discriminator(real)
    (gradient,) = torch.autograd.grad(score.sum(), real, create_graph=True)
    return gamma / 2 * gradient.float().square().sum(dim=(1, 2, 3)).mean()
