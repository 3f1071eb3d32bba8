"""What a file leaves out and a model of ours has: noise maps and the average w, from fixed seeds.

The same on every machine, so that the model's digest is the same too.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.networks.layers import SQRT2, pixel_norm

SAMPLES = 2048  # latents that the average is taken over
MOST_NUMBERS = 1 << 22  # of activations at a time
W_AVERAGE = "map.w_avg"


@dataclass(frozen=True)
class NoiseMap:
    """A map of `size` px with mean 0 and deviation 1, from NumPy's frozen generator.

    uniform: all values within a band, as where a network was trained with uniform noise.
    """

    size: int
    seed: int
    uniform: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        return self.size, self.size

    def tensor(self) -> Tensor:
        dice = np.random.RandomState(self.seed)
        if self.uniform:
            values = (dice.random_sample(self.shape) - 0.5) * math.sqrt(12)
        else:
            values = dice.standard_normal(self.shape)
        return torch.from_numpy(values.astype(np.float32))


@dataclass(frozen=True)
class Average:
    """Stands for the average w until the mapping's weights are known to fit."""

    w_dim: int

    @property
    def shape(self) -> tuple[int]:
        return (self.w_dim,)


def w_average(weights: Mapping[str, Tensor], *, lr_mul: float = 0.01) -> Tensor:
    """The mean w [w_dim] of a mapping with these weights, named as in our generators.

    In float64, so that it rounds to the same float32 everywhere.
    """
    layers = sum(name.startswith("map.dense.") and name.endswith("weight") for name in weights)
    widest = max(max(weights[f"map.dense.{i}.weight"].shape) for i in range(layers))
    rows = MOST_NUMBERS // widest
    if not rows:
        raise ValueError(f"a mapping that is {widest} wide")
    dice = np.random.RandomState(0)
    total, done = torch.zeros(()), 0
    while done < SAMPLES:
        n = min(rows, SAMPLES - done)
        z = dice.standard_normal((n, weights["map.dense.0.weight"].shape[1]))
        x = pixel_norm(torch.from_numpy(z))
        for i in range(layers):
            weight, bias = (weights[f"map.dense.{i}.{k}"].double() for k in ("weight", "bias"))
            weight = weight * (lr_mul / math.sqrt(weight.shape[1]))
            x = F.leaky_relu(F.linear(x, weight, bias * lr_mul), 0.2) * SQRT2
        total, done = total + x.sum(dim=0), done + n
    return (total / SAMPLES).float()
