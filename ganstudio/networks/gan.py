"""The first GAN (Goodfellow et al., Generative Adversarial Nets, arXiv 1406.2661): dense layers.

For small pictures, and for points in the plane, which are pictures of one pixel with two channels:
`size=1, img_channels=2, tanh=False`.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Generator(nn.Module):
    """Dense layers with ReLU, tanh at the end (linear without `tanh`).

    Shapes: z [N, z_dim] -> [N, img_channels, size, size] float32.
    """

    def __init__(
        self,
        *,
        size: int,
        z_dim: int = 64,
        hidden: Sequence[int] = (256, 512),
        img_channels: int = 3,
        tanh: bool = True,
    ) -> None:
        super().__init__()
        self.z_dim, self.size, self.tanh = z_dim, size, tanh
        self.shape = img_channels, size, size
        widths = [z_dim, *hidden, math.prod(self.shape)]
        self.dense = nn.ModuleList(nn.Linear(a, b) for a, b in itertools.pairwise(widths))

    def forward(self, z: Tensor, *, dtype: torch.dtype = torch.float32) -> Tensor:
        if z.shape[1:] != (self.z_dim,):
            raise ValueError(f"z must be [N, {self.z_dim}]")
        x = z.float()
        with torch.autocast(x.device.type, dtype=dtype, enabled=dtype != torch.float32):
            for layer in self.dense[:-1]:
                x = torch.relu(layer(x))
            x = self.dense[-1](x).float().unflatten(1, self.shape)
        return torch.tanh(x) if self.tanh else x


class Discriminator(nn.Module):
    """Dense layers with LeakyReLU(0.2).

    Shapes: image [N, img_channels, size, size] -> score [N, 1] float32, a logit.
    """

    def __init__(
        self, *, size: int, hidden: Sequence[int] = (512, 256), img_channels: int = 3
    ) -> None:
        super().__init__()
        self.size = size
        widths = [img_channels * size * size, *hidden, 1]
        self.dense = nn.ModuleList(nn.Linear(a, b) for a, b in itertools.pairwise(widths))

    def forward(self, image: Tensor) -> Tensor:
        x = image.flatten(1)
        for layer in self.dense[:-1]:
            x = F.leaky_relu(layer(x), 0.2)
        return self.dense[-1](x).float()


def options(size: int) -> dict[str, dict[str, Any]]:
    """Two hidden layers either way."""
    return {"generator": {"size": size, "z_dim": 64}, "discriminator": {"size": size}}
