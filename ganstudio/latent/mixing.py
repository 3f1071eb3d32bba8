"""Style layers by name and size, and mixing two latents layer by layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

GROUPS = {"coarse": range(4, 9), "middle": range(16, 33), "fine": range(64, 1025)}  # pixels


def style_sizes(size: int, *, family: str = "stylegan2") -> list[int]:
    """The picture size at which each style layer of a StyleGAN of `size` px acts.

    StyleGAN 2: layer 0 acts at 4 px, layers 2k-1 and 2k at 4 * 2^k; the last one colours the full
    size. StyleGAN and lucidrains' StyleGAN 2: layers 2k and 2k+1 act at 4 * 2^k.
    """
    layers = 2 * size.bit_length() - 4
    late = 1 if family == "stylegan2" else 0
    return [min(4 << ((layer + late) // 2), size) for layer in range(layers)]


def group(name: str, sizes: Sequence[int]) -> list[int]:
    """The layers of a group, given the picture size at which each layer acts."""
    return [layer for layer, size in enumerate(sizes) if size in GROUPS[name]]


def mix(a: Tensor, b: Tensor, weights: Tensor) -> Tensor:
    """Blend two latents in W+; layer i takes `weights[i]` of b.

    Shapes: a, b [N, layers, w_dim], weights [layers] in 0..1 -> [N, layers, w_dim].
    Weights of 0 and 1 alone are style mixing as published (StyleGAN, 1812.04948, section 3.1).
    """
    if a.shape != b.shape or weights.shape != a.shape[1:2]:
        raise ValueError(
            f"cannot mix {tuple(a.shape)} with {tuple(b.shape)} by {tuple(weights.shape)}"
        )
    return a.lerp(b, weights[None, :, None])
