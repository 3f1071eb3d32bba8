"""StyleGAN 2 (Karras et al., Analyzing and Improving the Image Quality of StyleGAN, 1912.04958).

Skip generator, residual discriminator, modulation and demodulation, and the projection on classes
of StyleGAN 2 with adaptive augmentation (2006.06676). With the same weights it computes what
stylegan2-ada computes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.networks.layers import (
    SQRT2,
    Blur,
    EqualConv,
    EqualDense,
    MinibatchStd,
    Upsample,
    per_channel,
)
from ganstudio.networks.stylebased import (
    Mapping,
    NoiseInput,
    StyleGenerator,
    channels_at,
    noise_for,
)

__all__ = ["Discriminator", "Generator", "Mapping", "StyledConv", "Synthesis", "channels_at"]


class StyledConv(nn.Module):
    """Modulated convolution, noise, bias, LeakyReLU * sqrt 2 (section 2.2, eq. 1-3).

    The activations are scaled, not the weights: the same mathematics, and a batch needs no grouped
    convolution. With `up`, a transposed convolution and the blur double the size.

    Shapes: x [N, C, H, W], w [N, w_dim], noise [N or 1, 1, H', W'] -> [N, O, H', W'], in the dtype
    and memory format of x.
    """

    noise_const: Tensor

    def __init__(
        self, channels: int, out: int, *, w_dim: int, size: int, up: bool, clamp: float | None
    ) -> None:
        super().__init__()
        self.affine = EqualDense(w_dim, channels, bias=1.0)
        self.weight = nn.Parameter(torch.randn(out, channels, 3, 3))
        self.bias = nn.Parameter(torch.zeros(out))
        self.noise_strength = nn.Parameter(torch.zeros(()))
        self.register_buffer("noise_const", torch.randn(size, size))
        self.scale = 1 / math.sqrt(channels * 9)
        self.blur = Blur(pad=1, gain=4.0) if up else None
        self.size, self.clamp = size, clamp
        self._kept: tuple[object, tuple[Tensor, Tensor]] | None = None

    def forward(self, x: Tensor, w: Tensor, noise: Tensor | None) -> Tensor:
        style = self.affine(w)  # [N, C]
        weight, energy = self.prepared(x.dtype)
        # the activation's gain is folded in: LeakyReLU(a) * g = LeakyReLU(a * g)
        demodulation = torch.rsqrt(style.square() @ energy + 1e-8) * SQRT2  # [N, O]
        x = x * per_channel(style, like=x)
        if self.blur is None:
            y = F.conv2d(x, weight, padding=1)
        else:
            y = self.blur(F.conv_transpose2d(x, weight, stride=2))
        y = torch.addcmul(
            per_channel(self.bias * SQRT2, like=y), y, per_channel(demodulation, like=y)
        )
        if noise is not None:
            y = y.add_((noise * (self.noise_strength * SQRT2)).to(y.dtype))
        y = F.leaky_relu_(y, 0.2)
        return y if self.clamp is None else y.clamp(-self.clamp, self.clamp)

    def prepared(self, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
        """The weight as the convolution wants it, and its energy [C, O] for the demodulation.

        Neither depends on the style, so without gradients they are kept until the weight changes.
        """
        keeps = not torch.is_grad_enabled()
        version = (dtype, self.weight.data_ptr(), self.weight._version) if keeps else None
        if keeps and self._kept is not None and self._kept[0] == version:
            return self._kept[1]
        weight = self.weight * self.scale
        energy = weight.square().sum(dim=(2, 3)).T
        weight = weight.to(dtype)
        if self.blur is not None:
            weight = weight.transpose(0, 1)
        if keeps:
            weight = weight.contiguous(memory_format=torch.channels_last)
            self._kept = (version, (weight, energy))
        return weight, energy


class ToRGB(nn.Module):
    """1x1 modulated convolution without demodulation, added to the doubled picture so far.

    Shapes: x [N, C, H, W], w [N, w_dim], rgb [N, 3, H/2, W/2] or None -> [N, 3, H, W] float32.
    """

    def __init__(self, channels: int, out: int, *, w_dim: int, clamp: float | None) -> None:
        super().__init__()
        self.affine = EqualDense(w_dim, channels, bias=1.0)
        self.weight = nn.Parameter(torch.randn(out, channels, 1, 1))
        self.bias = nn.Parameter(torch.zeros(out))
        self.scale = 1 / math.sqrt(channels)
        self.up = Upsample()
        self.clamp = clamp

    def forward(self, x: Tensor, w: Tensor, rgb: Tensor | None) -> Tensor:
        style = self.affine(w) * self.scale
        y = F.conv2d(x * per_channel(style, like=x), self.weight.to(x.dtype))
        y = y.float() + per_channel(self.bias, like=self.bias)
        if self.clamp is not None:
            y = y.clamp(-self.clamp, self.clamp)
        return y if rgb is None else y + self.up(rgb)


class Synthesis(nn.Module):
    """w to a picture, layer by layer.

    Convolution i takes style i; layer 0 works at 4 px, layers 2k-1 and 2k at 4 * 2^k. After each
    even layer a to-RGB takes style i + 1, which the next convolution takes too.
    """

    def __init__(
        self, *, w_dim: int, channels: Sequence[int], img_channels: int, clamp: float | None
    ) -> None:
        super().__init__()
        self.const = nn.Parameter(torch.randn(channels[0], 4, 4))
        self.layers = nn.ModuleList()
        self.to_rgb = nn.ModuleList()
        for k, out in enumerate(channels):
            size = 4 << k
            if k:
                before = channels[k - 1]
                self.layers.append(
                    StyledConv(before, out, w_dim=w_dim, size=size, up=True, clamp=clamp)
                )
            self.layers.append(StyledConv(out, out, w_dim=w_dim, size=size, up=False, clamp=clamp))
            self.to_rgb.append(ToRGB(out, img_channels, w_dim=w_dim, clamp=clamp))

    def start(self, n: int, *, dtype: torch.dtype = torch.float32) -> Tensor:
        """The learned constant, `n` times, in channels_last: what the first layer gets."""
        const = self.const.to(dtype).expand(n, *self.const.shape)
        return const.contiguous(memory_format=torch.channels_last)

    def forward(
        self, w: Tensor, noise: NoiseInput = "const", *, dtype: torch.dtype = torch.float32
    ) -> Tensor:
        """w [N, layers, w_dim] -> float32 [N, 3, H, W], about -1..1.

        noise: "const" for the model's maps, "random", "none", or one [N or 1, 1, H, W] a layer.
        """
        x = self.start(w.shape[0], dtype=dtype)
        rgb: Tensor | None = None
        for i, layer in enumerate(self.layers):
            x = layer(x, w[:, i], noise_for(layer, i, noise, n=w.shape[0]))
            if i % 2 == 0:
                rgb = self.to_rgb[i // 2](x, w[:, i + 1], rgb)
        assert rgb is not None
        return rgb


class Generator(StyleGenerator):
    """Mapping and synthesis (figure 2c).

    channels: feature maps at 4, 8, ... px; their count says the size. `clamp` is stylegan2-ada's
    conv_clamp, None for no bound.
    """

    def __init__(
        self,
        *,
        channels: Sequence[int],
        z_dim: int = 512,
        w_dim: int = 512,
        c_dim: int = 0,
        mapping_layers: int = 8,
        img_channels: int = 3,
        clamp: float | None = None,
    ) -> None:
        super().__init__(
            levels=len(channels), z_dim=z_dim, w_dim=w_dim, c_dim=c_dim, layers=mapping_layers
        )
        self.synthesis = Synthesis(
            w_dim=w_dim, channels=channels, img_channels=img_channels, clamp=clamp
        )


class Block(nn.Module):
    """Two convolutions that halve the size, beside a filtered 1x1 skip (figure 7c).

    The sum is divided by sqrt 2, in both branches' weights. x [N, C, H, W] -> [N, O, H/2, W/2].
    """

    def __init__(self, channels: int, out: int, *, residual: bool, clamp: float | None) -> None:
        super().__init__()
        half = 1 / SQRT2 if residual else 1.0
        self.conv0 = EqualConv(channels, channels, kernel=3, clamp=clamp)
        self.conv1 = EqualConv(channels, out, kernel=3, down=True, gain=half, clamp=clamp)
        self.skip = (
            EqualConv(channels, out, kernel=1, down=True, lrelu=False, bias=False, gain=half)
            if residual
            else None
        )

    def forward(self, x: Tensor) -> Tensor:
        y = self.conv1(self.conv0(x))
        return y if self.skip is None else y + self.skip(x)


class Discriminator(nn.Module):
    """Residual discriminator with minibatch standard deviation and, with classes, projection.

    residual=False is stylegan2-ada's architecture "orig" (its CIFAR-10 configuration).

    Shapes: image [N, 3, H, W], c [N, c_dim] -> score [N, 1] float32, a logit.
    """

    def __init__(
        self,
        *,
        channels: Sequence[int],
        c_dim: int = 0,
        mapping_layers: int = 8,
        img_channels: int = 3,
        residual: bool = True,
        group: int = 4,
        clamp: float | None = None,
        label_dim: int | None = None,
    ) -> None:
        super().__init__()
        first, last = channels[-1], channels[0]
        self.size, self.c_dim = 4 << (len(channels) - 1), c_dim
        label_dim = label_dim or last
        self.from_rgb = EqualConv(img_channels, first, kernel=1, clamp=clamp)
        self.blocks = nn.ModuleList(
            Block(channels[k], channels[k - 1], residual=residual, clamp=clamp)
            for k in range(len(channels) - 1, 0, -1)
        )
        self.std = MinibatchStd(group=group)
        self.conv = EqualConv(last + 1, last, kernel=3, clamp=clamp)
        self.dense = EqualDense(last * 16, last, lrelu=True)
        self.out = EqualDense(last, label_dim if c_dim else 1)
        self.map = (
            Mapping(z_dim=0, c_dim=c_dim, w_dim=label_dim, layers=mapping_layers) if c_dim else None
        )

    def features(self, image: Tensor) -> list[Tensor]:
        """Activations after from-RGB and after each block, finest first."""
        x = self.from_rgb(image.contiguous(memory_format=torch.channels_last))
        found = [x]
        for block in self.blocks:
            x = block(x)
            found.append(x)
        return found

    def forward(self, image: Tensor, c: Tensor | None = None) -> Tensor:
        x = self.features(image)[-1]
        x = self.conv(self.std(x))
        x = self.out(self.dense(x.float().flatten(1)))  # [N, 1] or [N, label_dim]
        if self.map is None:
            return x
        embedded = self.map(None, c)
        return (x * embedded).sum(dim=1, keepdim=True) / math.sqrt(x.shape[1])


def options(size: int) -> dict[str, dict[str, object]]:
    """A network that a laptop's processor draws and trains (base 4096, at most 128 maps)."""
    channels = channels_at(size, base=4096, most=128)
    shape = {"z_dim": 128, "w_dim": 128, "mapping_layers": 4}
    return {"generator": {"channels": channels, **shape}, "discriminator": {"channels": channels}}
