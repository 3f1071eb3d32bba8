"""StyleGAN (Karras et al., A Style-Based Generator Architecture for GANs, arXiv 1812.04948).

A mapping network, adaptive instance normalisation by style, noise for each layer, and ProGAN's
growing. Each level has two layers; layer i takes style i, layers 2k and 2k + 1 work at 4 * 2^k px.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.networks import progan
from ganstudio.networks.layers import SQRT2, Blur, EqualConv, EqualDense, per_channel
from ganstudio.networks.progan import faded as faded
from ganstudio.networks.progan import level_of as level_of
from ganstudio.networks.stylebased import NoiseInput, StyleGenerator, channels_at, noise_for

SOFT = (1.0, 2.0, 1.0)  # the row of StyleGAN's blur
# Up to so many pixels the layers compute in float32: there maps can be almost constant, and AdaIN
# would blow up bfloat16's rounding to full contrast.
FULL_PRECISION = 16


class StyledLayer(nn.Module):
    """Convolution, noise, bias, LeakyReLU, AdaIN (figure 1b and equation 1).

    channels 0: no convolution, for the layer right after the learned constant. With `up` the size
    is doubled before the convolution, and blurred after it. eps: of the instance norm.
    bias_first: variant, the bias comes before the blur, which differs at the edges.

    Shapes: x [N, C, H, W], w [N, w_dim], noise [N or 1, 1, H', W'] -> [N, O, H', W'] in x's dtype.
    """

    noise_const: Tensor

    def __init__(
        self,
        channels: int,
        out: int,
        *,
        w_dim: int,
        size: int,
        up: bool = False,
        eps: float = 1e-8,
        bias_first: bool = False,
    ) -> None:
        super().__init__()
        self.affine = EqualDense(w_dim, 2 * out)  # scales less one, then shifts
        self.weight = nn.Parameter(torch.randn(out, channels, 3, 3)) if channels else None
        self.bias = nn.Parameter(torch.zeros(out))
        self.noise_strength = nn.Parameter(torch.zeros(out))
        self.register_buffer("noise_const", torch.randn(size, size))
        self.scale = SQRT2 / math.sqrt(max(channels, 1) * 9)
        self.blur = Blur(pad=1, row=SOFT) if up else None
        self.size, self.eps, self.bias_first = size, eps, bias_first

    def forward(self, x: Tensor, w: Tensor, noise: Tensor | None) -> Tensor:
        bias = per_channel(self.bias, like=x)
        y = x if self.weight is None else self._convolve(x, self.weight)
        if self.bias_first:
            y = y + bias
        if self.blur is not None:
            y = self.blur(y)
        if noise is not None:
            y = y + per_channel(self.noise_strength, like=y) * noise.to(y.dtype)
        if not self.bias_first:
            y = y + bias
        scale, shift = self.affine(w).chunk(2, dim=1)  # [N, O] each
        return adain(F.leaky_relu(y, 0.2), scale + 1, shift, eps=self.eps)

    def _convolve(self, x: Tensor, weight: Tensor) -> Tensor:
        weight = weight * self.scale
        if self.blur is None:
            return F.conv2d(x, weight.to(x.dtype), padding=1)
        # a transposed convolution of 4x4 taps: repeated pixels, then the 3x3 taps mirrored
        taps = spread(weight).transpose(0, 1).to(x.dtype)
        return F.conv_transpose2d(x, taps, stride=2, padding=1)


class Synthesis(nn.Module):
    """w to a picture of any stage, layer by layer."""

    def __init__(
        self,
        *,
        w_dim: int,
        channels: Sequence[int],
        img_channels: int,
        eps: float,
        bias_first: bool,
    ) -> None:
        super().__init__()
        self.const = nn.Parameter(torch.ones(channels[0], 4, 4))
        self.layers = nn.ModuleList()
        shared: dict[str, Any] = {"w_dim": w_dim, "eps": eps, "bias_first": bias_first}
        for k, out in enumerate(channels):
            size, before = 4 << k, channels[k - 1] if k else 0
            self.layers.append(StyledLayer(before, out, size=size, up=k > 0, **shared))
            self.layers.append(StyledLayer(out, out, size=size, **shared))
        self.to_rgb = nn.ModuleList(
            EqualConv(out, img_channels, kernel=1, lrelu=False) for out in channels
        )

    def start(self, n: int, *, dtype: torch.dtype = torch.float32) -> Tensor:
        """The learned constant, `n` times, in channels_last: what the first layer gets."""
        const = self.const.to(dtype).expand(n, *self.const.shape)
        return const.contiguous(memory_format=torch.channels_last)

    def forward(
        self,
        w: Tensor,
        noise: NoiseInput = "const",
        *,
        size: int | None = None,
        alpha: float = 1.0,
        dtype: torch.dtype = torch.float32,
    ) -> Tensor:
        """w [N, layers, w_dim] -> float32 [N, 3, size, size], about -1..1.

        noise: "const" for the model's maps, "random", "none", or one [N or 1, 1, H, W] a layer.
        size: draw that stage, None for the last. alpha: its share over the stage before it.
        """
        last = level_of(size or 4 << (len(self.to_rgb) - 1), levels=len(self.to_rgb))
        x = before = self.start(w.shape[0], dtype=dtype)
        for i, layer in enumerate(self.layers[: 2 * last + 2]):
            if i == 2 * last:
                before = x
            x = layer(x, w[:, i], noise_for(layer, i, noise, n=w.shape[0]))
        return faded(self.to_rgb, last, x, before, alpha=alpha)


class Generator(StyleGenerator):
    """Mapping and synthesis (figure 1b); the synthesis takes size= and alpha=.

    channels: feature maps at 4, 8, ... px; their count says the size. eps and bias_first: see
    `StyledLayer`.
    """

    def __init__(
        self,
        *,
        channels: Sequence[int],
        z_dim: int = 512,
        w_dim: int = 512,
        mapping_layers: int = 8,
        img_channels: int = 3,
        eps: float = 1e-8,
        bias_first: bool = False,
    ) -> None:
        super().__init__(
            levels=len(channels), z_dim=z_dim, w_dim=w_dim, c_dim=0, layers=mapping_layers
        )
        self.synthesis = Synthesis(
            w_dim=w_dim,
            channels=channels,
            img_channels=img_channels,
            eps=eps,
            bias_first=bias_first,
        )


class Block(nn.Module):
    """Convolution; blur, convolution and halving at once: [N, C, H, W] -> [N, O, H/2, W/2].

    middle: feature maps between the two convolutions.
    """

    def __init__(self, channels: int, middle: int, out: int) -> None:
        super().__init__()
        self.conv0 = EqualConv(channels, middle, kernel=3)
        self.blur = Blur(pad=1, row=SOFT)
        self.conv1 = EqualConv(middle, out, kernel=3)

    def forward(self, x: Tensor) -> Tensor:
        x = self.blur(self.conv0(x))
        conv = self.conv1
        # the mean of four pixels after 3x3 taps is a strided convolution of 4x4 taps
        weight = (spread(conv.weight) * (conv.scale * SQRT2 / 4)).to(x.dtype)
        assert conv.bias is not None
        y = F.conv2d(x, weight, (conv.bias * SQRT2).to(x.dtype), stride=2, padding=1)
        return F.leaky_relu(y, 0.2)


class Discriminator(progan.Discriminator):
    """ProGAN's, with a blur before each halving (section 3 and appendix C)."""

    block = Block


def adain(x: Tensor, scale: Tensor, shift: Tensor, *, eps: float) -> Tensor:
    """Each map of each picture to mean `shift` and deviation `scale` (equation 1).

    Shapes: x [N, C, H, W], scale and shift [N, C]. Computed in float32, given in x's dtype.
    """
    variance, mean = torch.var_mean(x.float(), dim=(2, 3), correction=0)  # [N, C]
    scale = scale * torch.rsqrt(variance + eps)
    centred = x.float() - mean[:, :, None, None]
    return torch.addcmul(shift[:, :, None, None], centred, scale[:, :, None, None]).to(x.dtype)


def spread(weight: Tensor) -> Tensor:
    """3x3 taps on doubled pixels, as 4x4 taps two apart: [O, C, 3, 3] -> [O, C, 4, 4]."""
    padded = F.pad(weight, (1, 1, 1, 1))
    return padded[..., 1:, 1:] + padded[..., :-1, 1:] + padded[..., 1:, :-1] + padded[..., :-1, :-1]


def options(size: int) -> dict[str, dict[str, Any]]:
    """A network that a laptop's processor draws and trains (base 4096, at most 128 maps)."""
    channels = channels_at(size, base=4096, most=128)
    shape = {"z_dim": 128, "w_dim": 128, "mapping_layers": 4}
    return {"generator": {"channels": channels, **shape}, "discriminator": {"channels": channels}}
