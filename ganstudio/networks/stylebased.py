"""What StyleGAN and StyleGAN 2 share: mapping network, truncation, and noise for each layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from ganstudio.networks.layers import EqualDense, pixel_norm

NoiseInput = str | Sequence[Tensor]  # "const", "random", "none", or a map for each layer


def channels_at(size: int, *, base: int = 32768, most: int = 512) -> list[int]:
    """Feature maps at 4, 8, ... `size` pixels: min(base / pixels, most)."""
    return [max(1, min(base // (1 << power), most)) for power in range(2, size.bit_length())]


class Mapping(nn.Module):
    """z (and a class) to w: normalised, then dense layers with LeakyReLU (StyleGAN, section 2).

    Shapes: z [N, z_dim] or None where z_dim is 0, c [N, c_dim] or None where c_dim is 0
    -> w [N, w_dim].
    """

    w_avg: Tensor

    def __init__(
        self, *, z_dim: int, c_dim: int, w_dim: int, layers: int, lr_mul: float = 0.01
    ) -> None:
        super().__init__()
        self.z_dim, self.c_dim = z_dim, c_dim
        self.embed = EqualDense(c_dim, w_dim) if c_dim else None
        inputs = z_dim + (w_dim if c_dim else 0)
        self.dense = nn.ModuleList(
            EqualDense(inputs if i == 0 else w_dim, w_dim, lr_mul=lr_mul, lrelu=True)
            for i in range(layers)
        )
        self.register_buffer("w_avg", torch.zeros(w_dim))

    def forward(self, z: Tensor | None, c: Tensor | None = None) -> Tensor:
        parts = []
        if self.z_dim:
            if z is None or z.shape[1:] != (self.z_dim,):
                raise ValueError(f"z must be [N, {self.z_dim}]")
            parts.append(pixel_norm(z.float()))
        if self.embed is not None:
            if c is None or c.shape[1:] != (self.c_dim,):
                raise ValueError(
                    f"this model was trained with classes: c must be [N, {self.c_dim}]"
                )
            parts.append(pixel_norm(self.embed(c.float())))
        x = torch.cat(parts, dim=1)
        for layer in self.dense:
            x = layer(x)
        return x


class StyleGenerator(nn.Module):
    """A mapping network and a synthesis that takes one style a layer.

    levels: picture sizes from 4 px on, so the size is 4 * 2^(levels - 1). Who inherits it sets
    `synthesis`, called with (w [N, styles, w_dim], noise, ...) -> float32 [N, 3, H, W].
    """

    synthesis: nn.Module

    def __init__(self, *, levels: int, z_dim: int, w_dim: int, c_dim: int, layers: int) -> None:
        super().__init__()
        self.z_dim, self.w_dim, self.c_dim = z_dim, w_dim, c_dim
        self.size = 4 << (levels - 1)
        self.styles = 2 * levels
        self.map = Mapping(z_dim=z_dim, c_dim=c_dim, w_dim=w_dim, layers=layers)

    def mapping(
        self, z: Tensor, c: Tensor | None = None, psi: float = 1.0, cutoff: int | None = None
    ) -> Tensor:
        """z [N, z_dim] -> w [N, layers, w_dim], truncated towards the average w.

        psi 1 truncates nothing, 0 gives the average face; layers from `cutoff` on keep their w
        (StyleGAN, appendix B). c: [N, c_dim] one-hot classes, for models trained with them.
        """
        w = self.map(z, c)[:, None].repeat(1, self.styles, 1)
        if psi != 1.0:
            w[:, :cutoff] = self.map.w_avg.lerp(w[:, :cutoff], psi)
        return w

    def forward(
        self,
        z: Tensor,
        c: Tensor | None = None,
        *,
        psi: float = 1.0,
        cutoff: int | None = None,
        noise: NoiseInput = "const",
        **growth: Any,
    ) -> Tensor:
        """z [N, z_dim] -> float32 [N, 3, H, W]; `growth` goes to the synthesis, where it grows."""
        return self.synthesis(self.mapping(z, c, psi, cutoff), noise, **growth)


def noise_for(layer: Any, index: int, noise: NoiseInput, *, n: int) -> Tensor | None:
    """The noise map that `layer`, the one of number `index`, gets: [N or 1, 1, H, W], or None.

    The layer has `size`, `noise_const` [H, W] and `noise_strength`.
    """
    if not isinstance(noise, str):
        return noise[index]
    if noise == "none":
        return None
    if noise == "const":
        return layer.noise_const[None, None]
    if noise == "random":
        return torch.randn(n, 1, layer.size, layer.size, device=layer.noise_const.device)
    raise ValueError(f'noise must be "const", "random", "none" or tensors, not {noise!r}')
