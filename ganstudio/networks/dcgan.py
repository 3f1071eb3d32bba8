"""DCGAN (Radford et al., Unsupervised Representation Learning with DCGANs, arXiv 1511.06434)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn


class Generator(nn.Module):
    """Transposed convolutions with batch norm and ReLU, tanh at the end (section 3).

    channels: feature maps at 4, 8, ... up to half the picture's size.

    Shapes: z [N, z_dim] -> [N, 3, H, W] float32 in -1..1.
    """

    def __init__(self, *, channels: Sequence[int], z_dim: int = 100, img_channels: int = 3) -> None:
        super().__init__()
        self.z_dim, self.size = z_dim, 8 << (len(channels) - 1)
        widths = [z_dim, *channels]
        self.convs = nn.ModuleList(
            nn.ConvTranspose2d(
                before, out, 4, stride=2 if k else 1, padding=1 if k else 0, bias=False
            )
            for k, (before, out) in enumerate(zip(widths, channels, strict=False))
        )
        self.norms = nn.ModuleList(nn.BatchNorm2d(out) for out in channels)
        self.to_rgb = nn.ConvTranspose2d(
            channels[-1], img_channels, 4, stride=2, padding=1, bias=False
        )
        self.apply(initialise)

    def forward(self, z: Tensor, *, dtype: torch.dtype = torch.float32) -> Tensor:
        if z.shape[1:] != (self.z_dim,):
            raise ValueError(f"z must be [N, {self.z_dim}]")
        x = z.float()[:, :, None, None].contiguous(memory_format=torch.channels_last)
        with torch.autocast(x.device.type, dtype=dtype, enabled=dtype != torch.float32):
            for conv, norm in zip(self.convs, self.norms, strict=True):
                x = torch.relu(norm(conv(x)))
            return torch.tanh(self.to_rgb(x).float())


class Discriminator(nn.Module):
    """Strided convolutions with batch norm and LeakyReLU(0.2); no norm after the first (section 3).

    channels: feature maps from half the picture's size down to 4 px. norm: "layer" or "none" for a
    critic under a gradient penalty, which must judge each picture by itself (1704.00028).

    Shapes: image [N, 3, H, W] -> score [N, 1] float32, a logit (no sigmoid).
    """

    def __init__(
        self, *, channels: Sequence[int], img_channels: int = 3, norm: str = "batch"
    ) -> None:
        super().__init__()
        self.size = 8 << (len(channels) - 1)
        widths = [img_channels, *channels]
        self.convs = nn.ModuleList(
            nn.Conv2d(before, out, 4, stride=2, padding=1, bias=False)
            for before, out in zip(widths, channels, strict=False)
        )
        self.norms = nn.ModuleList(
            NORMS[norm](out) if k else nn.Identity() for k, out in enumerate(channels)
        )
        self.out = nn.Conv2d(channels[-1], 1, 4, bias=False)
        self.apply(initialise)

    def forward(self, image: Tensor) -> Tensor:
        x = image.contiguous(memory_format=torch.channels_last)
        for conv, norm in zip(self.convs, self.norms, strict=True):
            x = nn.functional.leaky_relu(norm(conv(x)), 0.2)
        return self.out(x).flatten(1).float()


NORMS: dict[str, Callable[[int], nn.Module]] = {
    "batch": nn.BatchNorm2d,
    "layer": lambda channels: nn.GroupNorm(1, channels),
    "none": lambda channels: nn.Identity(),
}


def initialise(module: nn.Module) -> None:
    """Weights from N(0, 0.02), batch norm's from N(1, 0.02) (section 4)."""
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.normal_(module.weight, 0.0, 0.02)
    elif isinstance(module, nn.BatchNorm2d):
        nn.init.normal_(module.weight, 1.0, 0.02)
        nn.init.zeros_(module.bias)


def options(size: int) -> dict[str, dict[str, object]]:
    """The paper's shape at half its width: maps halve as the size doubles, from 512 at 4 px."""
    channels = [max(512 >> k, 32) for k in range(size.bit_length() - 3)]
    return {
        "generator": {"channels": channels, "z_dim": 100},
        "discriminator": {"channels": channels[::-1]},
    }
