"""DCGAN: shapes, dtypes, gradients."""

import pytest
import torch

from ganstudio.networks import dcgan


@pytest.mark.parametrize("size", [16, 32, 64, 128, 256])
def test_every_size_gives_pictures_and_scores(size):
    options = dcgan.options(size)
    generator = dcgan.Generator(**options["generator"]).eval()
    discriminator = dcgan.Discriminator(**options["discriminator"]).eval()
    for batch in (1, 3):
        image = generator(torch.randn(batch, 100))
        assert image.shape == (batch, 3, size, size) and image.abs().max() <= 1
        assert discriminator(image).shape == (batch, 1)


def test_the_layout_is_the_papers():
    """Four transposed convolutions above the first, as in figure 1, for 64 px."""
    generator = dcgan.Generator(channels=[1024, 512, 256, 128])
    shapes = [tuple(conv.weight.shape) for conv in [*generator.convs, generator.to_rgb]]
    assert shapes == [
        (100, 1024, 4, 4),
        (1024, 512, 4, 4),
        (512, 256, 4, 4),
        (256, 128, 4, 4),
        (128, 3, 4, 4),
    ]


def test_weights_start_as_in_the_paper():
    generator = dcgan.Generator(channels=[256, 128])
    assert abs(generator.convs[0].weight.std().item() - 0.02) < 0.002
    assert abs(generator.norms[0].weight.mean().item() - 1) < 0.01


@torch.no_grad()
def test_bfloat16_stays_close():
    torch.manual_seed(0)
    generator = dcgan.Generator(channels=[64, 32, 16]).eval()
    z = torch.randn(4, 100)
    exact, quick = generator(z), generator(z, dtype=torch.bfloat16)
    assert quick.dtype == torch.float32
    assert (quick - exact).std() < 0.03 * exact.std()


def test_gradients_reach_every_weight():
    generator = dcgan.Generator(channels=[32, 16])
    discriminator = dcgan.Discriminator(channels=[16, 32])
    z = torch.randn(4, 100, requires_grad=True)
    discriminator(generator(z)).square().sum().backward()
    for module in (generator, discriminator):
        for name, weight in module.named_parameters():
            assert weight.grad is not None and weight.grad.abs().sum() > 0, name
    assert z.grad is not None and z.grad.abs().sum() > 0
