"""Fit the to-RGB layers of the small stages of a network that grew to what it draws now.

A stage's to-RGB stops learning once the next size has faded in, while the layers below it go on;
in the end the colours of the small stages are far off. Each to-RGB is linear, so the one whose
pictures come nearest to the reduced final ones is a least-squares solution.
"""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.latent.sampling import latents
from ganstudio.networks.layers import EqualConv

SEEDS = 512
AT_ONCE = 64
RIDGE = 1e-3  # for maps that are always alike


@torch.no_grad()
def refit(generator: Any) -> None:
    """Change the to-RGB layers of all stages but the last; `generator(z, size=)` draws a stage."""
    synthesis = getattr(generator, "synthesis", generator)
    sizes = [4 << level for level in range(len(synthesis.to_rgb))]
    z = latents(range(SEEDS), z_dim=generator.z_dim)
    whole = torch.cat([generator(part) for part in z.split(AT_ONCE)])
    for size, to_rgb in zip(sizes[:-1], synthesis.to_rgb, strict=False):
        maps = torch.cat([seen(to_rgb, generator, part, size) for part in z.split(AT_ONCE)])
        fit(to_rgb, maps, F.avg_pool2d(whole, whole.shape[-1] // size))


def seen(layer: EqualConv, generator: Any, z: Tensor, size: int) -> Tensor:
    """What a to-RGB layer gets while the generator draws its stage: [N, C, size, size]."""
    found: list[Tensor] = []
    hook = layer.register_forward_pre_hook(lambda _, inputs: found.append(inputs[0]))
    try:
        generator(z, size=size)
    finally:
        hook.remove()
    return found[0]


def fit(layer: EqualConv, maps: Tensor, pictures: Tensor) -> None:
    """The 1x1 layer that makes the pictures [N, 3, H, W] of the maps [N, C, H, W] best."""
    x = maps.double().permute(0, 2, 3, 1).flatten(0, 2)
    x = torch.cat([x, torch.ones(len(x), 1, dtype=x.dtype)], dim=1)
    y = pictures.double().permute(0, 2, 3, 1).flatten(0, 2)
    square = x.T @ x
    ridge = RIDGE * square.diagonal().mean() * torch.eye(len(square), dtype=x.dtype)
    solved = torch.linalg.solve(square + ridge, x.T @ y).T.float()  # [3, C + 1]
    assert layer.bias is not None
    layer.weight.copy_(solved[:, :-1, None, None] / (layer.scale * layer.out_gain))
    layer.bias.copy_(solved[:, -1] / layer.out_gain)
