"""ProGAN (Karras et al., Progressive Growing of GANs, arXiv 1710.10196).

Generator and discriminator grow together, size by size; a new size fades in over the old one
(figure 2). Every stage can be drawn at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ganstudio.networks.layers import SQRT2, EqualConv, EqualDense, MinibatchStd, pixel_norm
from ganstudio.networks.stylebased import channels_at


class Generator(nn.Module):
    """Dense layer to 4 px, then blocks of nearest doubling and two convolutions (table 2).

    channels: feature maps at 4, 8, ... px; their count says the size. Pixel norm on z and after
    each convolution (section 4.2). tanh: variant, to-RGB is linear otherwise.

    Shapes: z [N, z_dim] -> [N, 3, size, size] float32, about -1..1.
    """

    def __init__(
        self,
        *,
        channels: Sequence[int],
        z_dim: int = 512,
        img_channels: int = 3,
        tanh: bool = False,
    ) -> None:
        super().__init__()
        self.z_dim, self.tanh = z_dim, tanh
        self.size = 4 << (len(channels) - 1)
        self.dense = EqualDense(z_dim, 16 * channels[0], gain=SQRT2 / 4)
        self.blocks = nn.ModuleList(
            nn.ModuleList(
                [EqualConv(channels[k - 1], out, kernel=3)] * (k > 0)
                + [EqualConv(out, out, kernel=3)]
            )
            for k, out in enumerate(channels)
        )
        self.to_rgb = nn.ModuleList(
            EqualConv(out, img_channels, kernel=1, lrelu=False) for out in channels
        )

    def forward(
        self,
        z: Tensor,
        *,
        size: int | None = None,
        alpha: float = 1.0,
        dtype: torch.dtype = torch.float32,
    ) -> Tensor:
        """size: draw that stage, None for the last. alpha: its share over the stage before it."""
        if z.shape[1:] != (self.z_dim,):
            raise ValueError(f"z must be [N, {self.z_dim}]")
        last = level_of(size or self.size, levels=len(self.blocks))
        x = F.leaky_relu(self.dense(pixel_norm(z.float())), 0.2).reshape(z.shape[0], -1, 4, 4)
        x = pixel_norm(x.to(dtype).contiguous(memory_format=torch.channels_last))
        before = x
        for level in range(last + 1):
            before = x
            if level:
                x = F.interpolate(x, scale_factor=2)
            for conv in cast(nn.ModuleList, self.blocks[level]):
                x = pixel_norm(conv(x))
        rgb = faded(self.to_rgb, last, x, before, alpha=alpha)
        return torch.tanh(rgb) if self.tanh else rgb


class Block(nn.Module):
    """Two convolutions, then the mean of every four pixels: [N, C, H, W] -> [N, O, H/2, W/2].

    middle: feature maps between the two.
    """

    def __init__(self, channels: int, middle: int, out: int) -> None:
        super().__init__()
        self.conv0 = EqualConv(channels, middle, kernel=3)
        self.conv1 = EqualConv(middle, out, kernel=3)

    def forward(self, x: Tensor) -> Tensor:
        return F.avg_pool2d(self.conv1(self.conv0(x)), 2)


class Discriminator(nn.Module):
    """The generator mirrored, with minibatch standard deviation before the end (table 2).

    The picture's size says the stage. group and neighbours: of the minibatch standard deviation.
    rgb_lrelu: a LeakyReLU after from-RGB; some implementations of StyleGAN have none. wide_first:
    variant, a block's first convolution changes the number of feature maps, not its second.

    Shapes: image [N, 3, H, W] of any stage's size -> score [N, 1] float32.
    """

    block: type[nn.Module] = Block

    def __init__(
        self,
        *,
        channels: Sequence[int],
        img_channels: int = 3,
        group: int = 4,
        neighbours: bool = False,
        rgb_lrelu: bool = True,
        wide_first: bool = False,
    ) -> None:
        super().__init__()
        last = channels[0]
        self.size = 4 << (len(channels) - 1)
        self.from_rgb = nn.ModuleList(
            EqualConv(img_channels, out, kernel=1, lrelu=rgb_lrelu) for out in channels
        )
        self.blocks = nn.ModuleList(  # blocks[k] leads from level k + 1 to level k
            self.block(channels[k + 1], channels[k if wide_first else k + 1], channels[k])
            for k in range(len(channels) - 1)
        )
        self.std = MinibatchStd(group=group, neighbours=neighbours)
        self.conv = EqualConv(last + 1, last, kernel=3)
        self.dense = EqualDense(last * 16, last, lrelu=True)
        self.out = EqualDense(last, 1)

    def features(self, image: Tensor, *, alpha: float = 1.0) -> list[Tensor]:
        """Activations after from-RGB and after each block, finest first."""
        image = image.contiguous(memory_format=torch.channels_last)
        level = level_of(image.shape[-1], levels=len(self.from_rgb))
        x = self.from_rgb[level](image)
        found = [x]
        for below in range(level - 1, -1, -1):
            x = self.blocks[below](x)
            if below == level - 1 and alpha < 1:
                old = self.from_rgb[below](F.avg_pool2d(image, 2))
                x = old.lerp(x, alpha)
            found.append(x)
        return found

    def forward(self, image: Tensor, *, alpha: float = 1.0) -> Tensor:
        x = self.conv(self.std(self.features(image, alpha=alpha)[-1]))
        return self.out(self.dense(x.float().flatten(1)))


def level_of(size: int, *, levels: int) -> int:
    """0 for 4 px, 1 for 8 px and so on. Raises ValueError for a size that is no stage."""
    sizes = [4 << level for level in range(levels)]
    if size not in sizes:
        raise ValueError(f"the stages are {sizes} pixels, not {size}")
    return sizes.index(size)


def faded(to_rgb: nn.ModuleList, level: int, x: Tensor, before: Tensor, *, alpha: float) -> Tensor:
    """The picture of a level, over the doubled one of the level before while it fades in.

    Shapes: x [N, C, H, W], before [N, B, H/2, W/2] -> float32 [N, 3, H, W].
    """
    rgb: Tensor = to_rgb[level](x).float()
    if level == 0 or alpha >= 1:
        return rgb
    old = F.interpolate(to_rgb[level - 1](before).float(), scale_factor=2)
    return old.lerp(rgb, alpha)


def options(size: int) -> dict[str, dict[str, Any]]:
    """A network that a laptop's processor draws and trains (base 4096, at most 128 maps)."""
    channels = channels_at(size, base=4096, most=128)
    return {
        "generator": {"channels": channels, "z_dim": 128},
        "discriminator": {"channels": channels},
    }
