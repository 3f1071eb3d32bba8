"""Layers that several architectures share."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

SQRT2 = math.sqrt(2)


class EqualDense(nn.Module):
    """Dense layer with equalized learning rate (ProGAN, arXiv 1710.10196, section 4.1).

    Weights are drawn from N(0, 1) / lr_mul and multiplied at run time by
    lr_mul * gain / sqrt(fan_in), so that Adam's steps are equally large for all layers.

    Shapes: x [N, inputs] -> [N, outputs].
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        *,
        lr_mul: float = 1.0,
        bias: float = 0.0,
        lrelu: bool = False,
        gain: float = 1.0,
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs) / lr_mul)
        self.bias = nn.Parameter(torch.full((outputs,), bias / lr_mul))
        self.gain = gain * lr_mul / math.sqrt(inputs)
        self.lr_mul = lr_mul
        self.lrelu = lrelu

    def forward(self, x: Tensor) -> Tensor:
        weight = (self.weight * self.gain).to(x.dtype)
        y = F.linear(x, weight, (self.bias * self.lr_mul).to(x.dtype))
        return F.leaky_relu(y, 0.2) * SQRT2 if self.lrelu else y


class EqualConv(nn.Module):
    """Convolution with equalized learning rate, LeakyReLU(0.2) * sqrt 2 and FIR down-sampling.

    StyleGAN 2's discriminator (arXiv 1912.04958, figure 7c). `gain` scales the output, as in the
    residual branches' 1 / sqrt 2. `clamp` bounds it (stylegan2-ada's conv_clamp), None does not.

    Shapes: x [N, C, H, W] -> [N, O, H, W], or half the height and width with `down`.
    """

    def __init__(
        self,
        channels: int,
        out: int,
        *,
        kernel: int,
        down: bool = False,
        lrelu: bool = True,
        bias: bool = True,
        gain: float = 1.0,
        clamp: float | None = None,
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out, channels, kernel, kernel))
        self.bias = nn.Parameter(torch.zeros(out)) if bias else None
        self.scale = 1 / math.sqrt(channels * kernel**2)
        self.out_gain = gain * (SQRT2 if lrelu else 1.0)
        self.lrelu = lrelu
        self.clamp = None if clamp is None else clamp * gain
        # blurred at full size even before a 1x1: strided depthwise convolutions are slow backwards
        self.blur = Blur(pad=kernel // 2 + 1) if down else None

    def forward(self, x: Tensor) -> Tensor:
        # LeakyReLU(a) * g = LeakyReLU(a * g) for g > 0, so the gain costs nothing in the weights
        weight = (self.weight * (self.scale * self.out_gain)).to(x.dtype)
        bias = None if self.bias is None else (self.bias * self.out_gain).to(x.dtype)
        if self.blur is None:
            y = F.conv2d(x, weight, bias, padding=weight.shape[-1] // 2)
        else:
            y = F.conv2d(self.blur(x), weight, bias, stride=2)
        if self.lrelu:
            y = F.leaky_relu_(y, 0.2)
        return y if self.clamp is None else y.clamp(-self.clamp, self.clamp)


class Blur(nn.Module):
    """Low-pass filter with the same row in both directions, depthwise.

    [1, 3, 3, 1] is that of StyleGAN 2's resampling, [1, 2, 1] StyleGAN's. `gain` 4 keeps the
    brightness after zero-stuffed up-sampling by two.

    Shapes: x [N, C, H, W] -> [N, C, H + 2 pad - taps + 1, W + 2 pad - taps + 1].
    """

    kernel: Tensor

    def __init__(
        self, *, pad: int, gain: float = 1.0, row: tuple[float, ...] = (1.0, 3.0, 3.0, 1.0)
    ) -> None:
        super().__init__()
        taps = torch.tensor(row)
        self.register_buffer("kernel", torch.outer(taps, taps) * (gain / sum(row) ** 2), False)
        self.pad = pad

    def forward(self, x: Tensor) -> Tensor:
        channels = x.shape[1]
        kernel = self.kernel.to(x.dtype).expand(channels, 1, *self.kernel.shape)
        return F.conv2d(x, kernel, padding=self.pad, groups=channels)


class Upsample(nn.Module):
    """Doubles a picture with the [1, 3, 3, 1] filter (StyleGAN 2's skip connections).

    Shapes: x [N, C, H, W] -> [N, C, 2H, 2W].
    """

    kernel: Tensor

    def __init__(self) -> None:
        super().__init__()
        row = torch.tensor([1.0, 3.0, 3.0, 1.0])
        self.register_buffer("kernel", torch.outer(row, row) / 16, False)

    def forward(self, x: Tensor) -> Tensor:
        channels = x.shape[1]
        kernel = self.kernel.to(x.dtype).expand(channels, 1, 4, 4)
        return F.conv_transpose2d(x, kernel, stride=2, padding=1, groups=channels)


class MinibatchStd(nn.Module):
    """Appends one channel: the mean standard deviation over a group (ProGAN, section 3).

    A batch that `group` does not divide uses the largest smaller divisor. Computed in float32.
    neighbours: variant of pytorch_GAN_zoo, a group is of pictures that follow each other, a batch
    that `group` does not divide is one, and the deviation is the unbiased one, 0 for one picture.

    Shapes: x [N, C, H, W] -> [N, C + 1, H, W].
    """

    def __init__(self, *, group: int = 4, neighbours: bool = False) -> None:
        super().__init__()
        self.group, self.neighbours = group, neighbours

    def forward(self, x: Tensor) -> Tensor:
        if self.neighbours:
            return self._of_neighbours(x)
        n, c, h, w = x.shape
        group = next(g for g in range(min(self.group, n), 0, -1) if n % g == 0)
        y = x.float().reshape(group, n // group, c, h, w)
        y = (y - y.mean(dim=0)).square().mean(dim=0)
        y = (y + 1e-8).sqrt().mean(dim=(1, 2, 3))  # [N / group]
        y = y.repeat(group)[:, None, None, None].expand(n, 1, h, w).to(x.dtype)
        return torch.cat([x, y], dim=1)

    def _of_neighbours(self, x: Tensor) -> Tensor:
        n, c, h, w = x.shape
        group = min(self.group, n) if n % min(self.group, n) == 0 else n
        if group == 1:
            return F.pad(x, (0, 0, 0, 0, 0, 1))
        y = x.float().reshape(n // group, group, c, h, w).var(dim=1)
        y = (y + 1e-8).sqrt().mean(dim=(1, 2, 3)).repeat_interleave(group)
        return torch.cat([x, y[:, None, None, None].expand(n, 1, h, w).to(x.dtype)], dim=1)


def pixel_norm(x: Tensor) -> Tensor:
    """x divided by the root mean square over its channels (ProGAN, section 4.2). [N, C, ...]."""
    return x * torch.rsqrt(x.square().mean(dim=1, keepdim=True) + 1e-8)


def per_channel(values: Tensor, *, like: Tensor) -> Tensor:
    """[N, C] or [C] -> [N or 1, C, 1, 1] in the dtype of `like`."""
    return values.to(like.dtype).reshape(-1, values.shape[-1], 1, 1)
