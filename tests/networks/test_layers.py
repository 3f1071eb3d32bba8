"""The shared layers against what their papers say."""

import math

import torch
import torch.nn.functional as F

from ganstudio.networks.layers import (
    Blur,
    EqualConv,
    EqualDense,
    MinibatchStd,
    Upsample,
    pixel_norm,
)


def test_equalized_layers_keep_the_variance_at_any_width_and_rate():
    torch.manual_seed(0)
    for lr_mul in (1.0, 0.01):
        layer = EqualDense(512, 512, lr_mul=lr_mul)
        assert abs(layer(torch.randn(256, 512)).std().item() - 1) < 0.05
        assert abs(layer.weight.std().item() * lr_mul - 1) < 0.02
    conv = EqualConv(64, 64, kernel=3, lrelu=False)
    assert abs(conv(torch.randn(4, 64, 32, 32)).std().item() - 1) < 0.1


def test_a_dense_bias_is_multiplied_by_its_rate():
    layer = EqualDense(3, 2, lr_mul=0.01, bias=1.0)
    torch.testing.assert_close(layer.bias.data, torch.full((2,), 100.0))
    torch.testing.assert_close(layer(torch.zeros(1, 3)), torch.ones(1, 2))


def test_a_convolution_folds_its_gain_into_the_weights():
    torch.manual_seed(0)
    conv = EqualConv(4, 5, kernel=3, gain=0.3)
    conv.bias.data.normal_()
    x = torch.randn(2, 4, 8, 8)
    plain = F.conv2d(x, conv.weight / 6, conv.bias, padding=1)
    torch.testing.assert_close(conv(x), F.leaky_relu(plain, 0.2) * math.sqrt(2) * 0.3)


def test_halving_blurs_before_it_strides():
    conv = EqualConv(2, 3, kernel=3, down=True, lrelu=False)
    x = torch.randn(1, 2, 16, 16)
    row = torch.tensor([1.0, 3, 3, 1]) / 8
    kernel = torch.outer(row, row).expand(2, 1, 4, 4)
    blurred = F.conv2d(F.pad(x, (2, 2, 2, 2)), kernel, groups=2)
    expected = F.conv2d(blurred, conv.weight / math.sqrt(18), conv.bias, stride=2)
    torch.testing.assert_close(conv(x), expected)
    assert EqualConv(2, 3, kernel=1, down=True)(x).shape == (1, 3, 8, 8)


def test_resampling_keeps_a_flat_picture_flat():
    flat = torch.ones(1, 3, 8, 8)
    torch.testing.assert_close(Upsample()(flat)[..., 2:-2, 2:-2], torch.ones(1, 3, 12, 12))
    torch.testing.assert_close(Blur(pad=1)(flat)[..., 2:-2, 2:-2], torch.ones(1, 3, 3, 3))


def test_pixel_norm_gives_unit_mean_square():
    y = pixel_norm(torch.randn(4, 32, 3, 3) * 7)
    torch.testing.assert_close(y.square().mean(dim=1), torch.ones(4, 3, 3))


def test_minibatch_std_takes_every_batch_size():
    layer = MinibatchStd(group=4)
    for n in range(1, 10):
        y = layer(torch.randn(n, 6, 4, 4))
        assert y.shape == (n, 7, 4, 4) and y.isfinite().all()


def test_minibatch_std_is_the_mean_deviation_over_each_group():
    x = torch.randn(8, 3, 2, 2)
    y = MinibatchStd(group=4)(x)
    for first in (0, 1):  # a group is every second picture of the eight
        members = x[first::2]
        expected = (members.var(dim=0, unbiased=False) + 1e-8).sqrt().mean()
        torch.testing.assert_close(y[first::2, 3], expected.expand(4, 2, 2))


def test_minibatch_std_of_equal_pictures_is_nought():
    y = MinibatchStd()(torch.ones(4, 3, 2, 2))
    assert y[:, 3].max() < 1e-3
