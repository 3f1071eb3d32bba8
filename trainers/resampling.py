"""Doubling, moving and halving pictures with gradients of any order, for augmentation."""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

# the scaling filter of the wavelet symlet 6, an orthogonal low-pass filter (2006.06676, appendix B)
SYM6 = (
    0.015404109327027373,
    0.0034907120842174702,
    -0.11799011114819057,
    -0.048311742585633,
    0.4910559419267466,
    0.787641141030194,
    0.3379294217276218,
    -0.07263752278646252,
    -0.021060292512300564,
    0.04472490177066578,
    0.0017677118642428036,
    -0.007800708325034148,
)
TAPS = len(SYM6)
PAD = TAPS // 4  # pixels that doubling and halving need beyond the edge


def low_pass(like: Tensor) -> Tensor:
    """The filter with sum 1, in the type of `like`: [TAPS]."""
    taps = torch.tensor(SYM6, dtype=torch.float64)
    return (taps / taps.sum()).to(like)


def doubled(x: Tensor) -> Tensor:
    """[N, C, H, W] -> [N, C, 2H, 2W], zeros coming in at the edges."""
    channels = x.shape[1]
    taps = low_pass(x) * 2
    rows = taps.reshape(1, 1, TAPS, 1).expand(channels, -1, -1, -1)
    columns = taps.reshape(1, 1, 1, TAPS).expand(channels, -1, -1, -1)
    half = TAPS // 2 - 1
    x = F.conv_transpose2d(x, rows, stride=(2, 1), padding=(half, 0), groups=channels)
    return F.conv_transpose2d(x, columns, stride=(1, 2), padding=(0, half), groups=channels)


def halved(x: Tensor) -> Tensor:
    """[N, C, 2H + 4 PAD, 2W + 4 PAD] -> [N, C, H, W]: the doubling undone, its edges cut off."""
    channels = x.shape[1]
    taps = low_pass(x)
    rows = taps.reshape(1, 1, TAPS, 1).expand(channels, -1, -1, -1)
    columns = taps.reshape(1, 1, 1, TAPS).expand(channels, -1, -1, -1)
    x = F.conv2d(x[:, :, 1:-1, 1:-1], rows, stride=(2, 1), groups=channels)
    return F.conv2d(x, columns, stride=(1, 2), groups=channels)


def sampled(x: Tensor, grid: Tensor) -> Tensor:
    """Bilinear, zeros outside; x [N, C, H, W], grid [N, H', W', 2] -> [N, C, H', W'].

    The grid gets no gradient; the picture's can be differentiated again, which torch's own
    grid_sample does not offer, and R1 needs.
    """
    found: Tensor = Sample.apply(x, grid)  # type: ignore[no-untyped-call]
    return found


class Sample(torch.autograd.Function):
    """Sampling is linear in the picture, so the gradient of its gradient is sampling again."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, grid: Tensor) -> Tensor:
        ctx.save_for_backward(grid)
        ctx.shape = x.shape
        return F.grid_sample(x, grid, align_corners=False)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:
        (grid,) = ctx.saved_tensors
        spread: Tensor = Scatter.apply(gradient, grid, ctx.shape)  # type: ignore[no-untyped-call]
        return spread, None


class Scatter(torch.autograd.Function):
    """The transpose of `Sample`: each sampled value back to the pixels that it came from."""

    @staticmethod
    def forward(ctx: Any, gradient: Tensor, grid: Tensor, shape: torch.Size) -> Tensor:
        ctx.save_for_backward(grid)
        picture = gradient.new_zeros(shape)
        found, _ = torch.ops.aten.grid_sampler_2d_backward(
            gradient, picture, grid, 0, 0, False, (True, False)
        )
        return found

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None, None]:
        (grid,) = ctx.saved_tensors
        return sampled(gradient, grid), None, None
