"""StyleGAN 2 as lucidrains' stylegan2-pytorch builds it, for models that were trained there.

Against the paper's: pixels are doubled bilinearly before a convolution, to-RGB comes before the
doubling, whose blur is [1, 2, 1], noise has a strength for each channel, and no activation has a
gain. Layer i takes style i, layers 2k and 2k + 1 work at 4 * 2^k px; there a size has one style, so
its pictures are those in which both styles of a size are the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.networks.layers import SQRT2, Blur, EqualDense, per_channel
from ganstudio.networks.stylebased import NoiseInput, StyleGenerator, channels_at, noise_for
from ganstudio.networks.stylegan import SOFT


class Modulated(nn.Module):
    """Convolution whose inputs are scaled by style (StyleGAN 2, equations 1 and 3).

    Shapes: x [N, C, H, W], w [N, w_dim] -> [N, O, H, W].
    """

    def __init__(
        self, channels: int, out: int, *, w_dim: int, kernel: int, demodulate: bool
    ) -> None:
        super().__init__()
        self.affine = EqualDense(w_dim, channels, bias=1.0)
        self.weight = nn.Parameter(torch.randn(out, channels, kernel, kernel))
        self.scale = 1 / math.sqrt(channels * kernel**2)
        self.demodulate = demodulate

    def forward(self, x: Tensor, w: Tensor) -> Tensor:
        style = self.affine(w)  # [N, C]
        weight = self.weight * self.scale
        y = F.conv2d(
            x * per_channel(style, like=x), weight.to(x.dtype), padding=weight.shape[-1] // 2
        )
        if not self.demodulate:
            return y
        energy = weight.square().sum(dim=(2, 3)).T  # [C, O]
        return y * per_channel(torch.rsqrt(style.square() @ energy + 1e-8), like=y)


class Layer(nn.Module):
    """Doubling (with `up`), modulated convolution, noise, bias, LeakyReLU(0.2).

    Shapes: x [N, C, H, W], w [N, w_dim], noise [N or 1, 1, H', W'] -> [N, O, H', W'] in x's dtype.
    """

    noise_const: Tensor

    def __init__(self, channels: int, out: int, *, w_dim: int, size: int, up: bool) -> None:
        super().__init__()
        self.conv = Modulated(channels, out, w_dim=w_dim, kernel=3, demodulate=True)
        self.bias = nn.Parameter(torch.zeros(out))
        self.noise_strength = nn.Parameter(torch.zeros(out))
        self.register_buffer("noise_const", torch.randn(size, size))
        self.size, self.up = size, up

    def forward(self, x: Tensor, w: Tensor, noise: Tensor | None) -> Tensor:
        y = self.conv(doubled(x) if self.up else x, w) + per_channel(self.bias, like=x)
        if noise is not None:
            y = y + per_channel(self.noise_strength, like=y) * noise.to(y.dtype)
        return F.leaky_relu(y, 0.2)


class Synthesis(nn.Module):
    """w to a picture, layer by layer.

    style_start: variant, the first layer gets the constant and a dense layer of the mean style.
    """

    def __init__(
        self, *, w_dim: int, channels: Sequence[int], img_channels: int, style_start: bool
    ) -> None:
        super().__init__()
        self.const = nn.Parameter(torch.randn(channels[0], 4, 4))
        self.start = EqualDense(w_dim, 16 * channels[0]) if style_start else None
        self.layers = nn.ModuleList()
        for k, out in enumerate(channels):
            before = channels[max(k - 1, 0)]
            self.layers.append(Layer(before, out, w_dim=w_dim, size=4 << k, up=k > 0))
            self.layers.append(Layer(out, out, w_dim=w_dim, size=4 << k, up=False))
        self.to_rgb = nn.ModuleList(
            Modulated(out, img_channels, w_dim=w_dim, kernel=1, demodulate=False)
            for out in channels
        )
        self.blur = Blur(pad=0, row=SOFT)

    def forward(
        self, w: Tensor, noise: NoiseInput = "const", *, dtype: torch.dtype = torch.float32
    ) -> Tensor:
        """w [N, layers, w_dim] -> float32 [N, 3, H, W], about -1..1.

        noise: "const" for the model's maps, "random", "none", or one [N or 1, 1, H, W] a layer.
        """
        x = self.const.expand(w.shape[0], *self.const.shape)
        if self.start is not None:
            x = x + self.start(w.mean(dim=1)).reshape(x.shape)
        x = x.to(dtype).contiguous(memory_format=torch.channels_last)
        rgb: Tensor | None = None
        for i, layer in enumerate(self.layers):
            x = layer(x, w[:, i], noise_for(layer, i, noise, n=len(w)))
            if i % 2:
                shown = self.to_rgb[i // 2](x, w[:, i]).float()
                rgb = shown if rgb is None else shown + self._doubled(rgb)
        assert rgb is not None
        return rgb * 2 - 1  # it was trained on 0..1

    def _doubled(self, rgb: Tensor) -> Tensor:
        blurred: Tensor = self.blur(F.pad(doubled(rgb), (1, 1, 1, 1), mode="reflect"))
        return blurred


class Generator(StyleGenerator):
    """Mapping and synthesis. channels: feature maps at 4, 8, ... px; their count says the size."""

    def __init__(
        self,
        *,
        channels: Sequence[int],
        z_dim: int = 512,
        w_dim: int = 512,
        mapping_layers: int = 8,
        img_channels: int = 3,
        style_start: bool = False,
    ) -> None:
        super().__init__(
            levels=len(channels), z_dim=z_dim, w_dim=w_dim, c_dim=0, layers=mapping_layers
        )
        self.synthesis = Synthesis(
            w_dim=w_dim, channels=channels, img_channels=img_channels, style_start=style_start
        )


class Block(nn.Module):
    """Two convolutions and a strided one beside a strided 1x1: [N, C, H, W] -> [N, O, H/2, W/2].

    Without `down` the size stays, and the third convolution is not there.
    """

    def __init__(self, channels: int, out: int, *, down: bool) -> None:
        super().__init__()
        self.skip = nn.Conv2d(channels, out, 1, stride=2 if down else 1)
        self.conv0 = nn.Conv2d(channels, out, 3, padding=1)
        self.conv1 = nn.Conv2d(out, out, 3, padding=1)
        self.blur = Blur(pad=0, row=SOFT) if down else None
        self.down = nn.Conv2d(out, out, 3, stride=2, padding=1) if down else None

    def forward(self, x: Tensor) -> Tensor:
        y = F.leaky_relu(self.conv0(x), 0.2)
        y = F.leaky_relu(self.conv1(y), 0.2)
        if self.blur is not None and self.down is not None:
            y = self.down(self.blur(F.pad(y, (1, 1, 1, 1), mode="reflect")))
        return (y + self.skip(x)) / SQRT2


class Discriminator(nn.Module):
    """Residual blocks down to 2 px and one more, then a convolution and a dense layer.

    channels: feature maps after each block, finest first; there is one more than sizes from 4 px.

    Shapes: image [N, 3, H, W] -> score [N, 1] float32.
    """

    def __init__(self, *, channels: Sequence[int], img_channels: int = 3) -> None:
        super().__init__()
        self.size = 2 << (len(channels) - 1)
        last = channels[-1]
        widths = [img_channels, *channels]
        self.blocks = nn.ModuleList(
            Block(widths[i], out, down=i < len(channels) - 1) for i, out in enumerate(channels)
        )
        self.conv = nn.Conv2d(last, last, 3, padding=1)
        self.out = nn.Linear(4 * last, 1)

    def features(self, image: Tensor) -> list[Tensor]:
        """Activations after each block, finest first."""
        x = ((image + 1) / 2).contiguous(memory_format=torch.channels_last)
        found = []
        for block in self.blocks:
            x = block(x)
            found.append(x)
        return found

    def forward(self, image: Tensor) -> Tensor:
        score: Tensor = self.out(self.conv(self.features(image)[-1]).float().flatten(1))
        return score


def doubled(x: Tensor) -> Tensor:
    """[N, C, H, W] -> [N, C, 2H, 2W], bilinear."""
    return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)


def options(size: int) -> dict[str, dict[str, Any]]:
    """A network that a laptop's processor draws (base 4096, at most 128 maps)."""
    channels = channels_at(size, base=4096, most=128)
    shape = {"z_dim": 128, "w_dim": 128, "mapping_layers": 4}
    critic = [*reversed(channels), channels[0]]
    return {"generator": {"channels": channels, **shape}, "discriminator": {"channels": critic}}
