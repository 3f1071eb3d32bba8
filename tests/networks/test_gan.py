"""The GAN of dense layers: pictures, and points in the plane."""

import pytest
import torch

from ganstudio.networks import gan


@pytest.mark.parametrize("size", [16, 32, 64])
def test_pictures_and_scores(size):
    options = gan.options(size)
    image = gan.Generator(**options["generator"])(torch.randn(3, 64))
    assert image.shape == (3, 3, size, size) and image.abs().max() <= 1
    assert gan.Discriminator(**options["discriminator"])(image).shape == (3, 1)


def test_points_are_pictures_of_one_pixel():
    points = gan.Generator(size=1, z_dim=2, hidden=[16], img_channels=2, tanh=False)
    points.dense[-1].weight.data.mul_(100)
    found = points(torch.randn(50, 2))
    assert found.shape == (50, 2, 1, 1) and found.abs().max() > 1
    assert gan.Discriminator(size=1, hidden=[16], img_channels=2)(found).shape == (50, 1)


def test_a_latent_of_another_length_is_refused():
    with pytest.raises(ValueError, match="64"):
        gan.Generator(**gan.options(16)["generator"])(torch.randn(3, 65))
