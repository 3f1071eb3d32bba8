"""Penalties on gradients."""

import math
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


def gradient_penalty(
    critic: Callable[[Tensor], Tensor], real: Tensor, fake: Tensor, *, target: float = 1.0
) -> Tensor:
    """E (|grad D| - target)^2 on pictures between real and fake ones (1704.00028, eq. 3).

    One place between each pair; the norm goes over channels and pixels.
    Shapes: real and fake [N, 3, H, W] -> scalar with a graph for the critic's weights.
    """
    place = torch.rand(len(real), 1, 1, 1, device=real.device, dtype=real.dtype)
    between = real.detach().lerp(fake.detach(), place).requires_grad_(True)
    score = critic(between)
    (gradient,) = torch.autograd.grad(score.sum(), between, create_graph=True)
    norm = gradient.float().square().sum(dim=(1, 2, 3)).add(1e-12).sqrt()
    return (norm - target).square().mean()


def path_lengths(images: Tensor, w: Tensor) -> Tensor:
    """|J^T y| for each picture: how far it moves where w moves, in a random direction y.

    StyleGAN 2 (1912.04958, eq. 4). images [N, 3, H, W] made from w [N, layers, w_dim] with a graph
    between them -> [N] with a graph for the generator's weights.
    """
    y = torch.randn_like(images) / math.sqrt(images.shape[2] * images.shape[3])
    (gradient,) = torch.autograd.grad((images * y).sum(), w, create_graph=True)
    return gradient.square().sum(dim=2).mean(dim=1).sqrt()
