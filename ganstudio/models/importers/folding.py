"""From weights that another network scales in its own way to those that ours scales in its.

Each function gives {name.weight, name.bias} of a layer of ours, so that the layer computes what
the other one did. Many projects multiply at run time by He's constant, sqrt(2 / inputs).
"""

from __future__ import annotations

import math

from torch import Tensor

from ganstudio.networks.layers import SQRT2

Pair = tuple[Tensor, Tensor]


def he(weight: Tensor) -> float:
    """He's constant of a layer's weight [O, inputs ...]."""
    return math.sqrt(2 / weight[0].numel())


def he_layer(name: str, pair: Pair, *, lrelu: bool) -> dict[str, Tensor]:
    """An EqualConv or EqualDense from a layer with he(weight) * weight and the bias as it is.

    lrelu: ours multiplies by sqrt 2 after its LeakyReLU, as He's constant does before it.
    """
    weight, bias = pair
    if lrelu:
        return named(name, weight, bias / SQRT2)
    return named(name, weight * SQRT2, bias)


def plain_dense(
    name: str, pair: Pair, *, lr_mul: float = 1.0, lrelu: bool = False
) -> dict[str, Tensor]:
    """An EqualDense from a dense layer that scales nothing."""
    weight, bias = pair
    gain = lr_mul * (SQRT2 if lrelu else 1.0)
    return named(name, weight * (math.sqrt(weight.shape[1]) / gain), bias / gain)


def named(name: str, weight: Tensor, bias: Tensor) -> dict[str, Tensor]:
    return {f"{name}.weight": weight.float(), f"{name}.bias": bias.float()}
