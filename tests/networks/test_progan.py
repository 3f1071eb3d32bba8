"""ProGAN: shapes at every stage, fading, and the networks against a plain writing of them."""

import math

import pytest
import torch
import torch.nn.functional as F

from ganstudio.networks import progan
from ganstudio.networks.layers import MinibatchStd, pixel_norm
from ganstudio.networks.progan import Discriminator, Generator

CHANNELS = [12, 10, 8, 6]  # up to 32 px
STAGES = [4, 8, 16, 32]


def small(**options) -> Generator:
    return Generator(channels=CHANNELS, z_dim=8, **options).eval()


def moved(network: torch.nn.Module) -> torch.nn.Module:
    """With biases that are not zero, so that a forgotten one shows."""
    for tensor in network.parameters():
        if tensor.dim() == 1:
            torch.nn.init.normal_(tensor, std=0.3)
    return network


@torch.no_grad()
@pytest.mark.parametrize("size", STAGES)
@pytest.mark.parametrize("batch", [1, 2, 3, 4, 5])
def test_every_stage_and_batch_gives_pictures_and_scores(size, batch):
    image = small()(torch.randn(batch, 8), size=size, alpha=0.5)
    assert image.shape == (batch, 3, size, size) and image.dtype == torch.float32
    for options in ({}, {"neighbours": True}, {"wide_first": True}):
        discriminator = Discriminator(channels=CHANNELS, **options)
        score = discriminator(image, alpha=0.5)
        assert score.shape == (batch, 1) and score.isfinite().all()


@torch.no_grad()
def test_the_last_stage_is_the_usual_one():
    generator, z = moved(small()), torch.randn(2, 8)
    assert generator.size == 32
    assert torch.equal(generator(z), generator(z, size=32, alpha=1))


@torch.no_grad()
@pytest.mark.parametrize("size", STAGES[1:])
def test_a_stage_fades_in_over_the_doubled_one_before(size):
    generator, z = moved(small()), torch.randn(2, 8)
    new, old = generator(z, size=size), generator(z, size=size // 2)
    doubled = old.repeat_interleave(2, 2).repeat_interleave(2, 3)
    assert torch.equal(generator(z, size=size, alpha=0), doubled)
    for alpha in (0.25, 0.5, 0.9):
        mixture = (1 - alpha) * doubled + alpha * new
        torch.testing.assert_close(generator(z, size=size, alpha=alpha), mixture)


@torch.no_grad()
def test_the_first_stage_has_nothing_to_fade_from():
    generator, z = small(), torch.randn(2, 8)
    assert torch.equal(generator(z, size=4, alpha=0.3), generator(z, size=4))


@torch.no_grad()
@pytest.mark.parametrize("size", STAGES[1:])
def test_the_discriminator_fades_as_its_generator_does(size):
    discriminator = moved(Discriminator(channels=CHANNELS))
    image = torch.randn(4, 3, size, size)
    shrunk = F.avg_pool2d(image, 2)
    torch.testing.assert_close(
        discriminator(image, alpha=0), discriminator(shrunk), atol=1e-5, rtol=1e-4
    )
    mixed = discriminator.features(image, alpha=0.25)[1]
    new, old = discriminator.features(image)[1], discriminator.features(shrunk)[0]
    torch.testing.assert_close(mixed, 0.25 * new + 0.75 * old)


def test_a_size_that_is_no_stage_is_refused():
    with pytest.raises(ValueError, match="the stages are"):
        small()(torch.randn(1, 8), size=64)
    with pytest.raises(ValueError, match="the stages are"):
        Discriminator(channels=CHANNELS)(torch.randn(1, 3, 12, 12))
    with pytest.raises(ValueError, match=r"z must be \[N, 8\]"):
        small()(torch.randn(1, 9))


@torch.no_grad()
def test_pixel_norm_gives_a_mean_square_of_one():
    x = pixel_norm(torch.randn(2, 7, 5, 5) * 9)
    torch.testing.assert_close(x.square().mean(dim=1), torch.ones(2, 5, 5))


@torch.no_grad()
def test_the_generator_is_what_the_paper_says():
    """Equalized learning rate with gain sqrt 2, pixel norm on z and after each convolution."""
    generator, z = moved(small()), torch.randn(3, 8)

    def conv(layer, x):
        weight = layer.weight * math.sqrt(2 / layer.weight[0].numel())
        bias = layer.bias * math.sqrt(2)  # the gain stands behind the activation
        return pixel_norm(F.leaky_relu(F.conv2d(x, weight, bias, padding=1), 0.2))

    dense = generator.dense
    weight = dense.weight * math.sqrt(2 / 8) / 4
    x = F.linear(pixel_norm(z), weight, dense.bias).reshape(3, 12, 4, 4)
    x = conv(generator.blocks[0][0], pixel_norm(F.leaky_relu(x, 0.2)))
    for block in generator.blocks[1:]:
        x = conv(block[1], conv(block[0], x.repeat_interleave(2, 2).repeat_interleave(2, 3)))
    rgb = generator.to_rgb[-1]
    image = F.conv2d(x, rgb.weight / math.sqrt(6), rgb.bias)
    torch.testing.assert_close(generator(z), image, atol=1e-4, rtol=1e-4)


@torch.no_grad()
def test_tanh_is_a_variant():
    generator, z = moved(small()), torch.randn(2, 8)
    linear = generator(z, alpha=0.5)
    generator.tanh = True
    torch.testing.assert_close(generator(z, alpha=0.5), linear.tanh())


@torch.no_grad()
def test_neighbours_are_a_group_of_the_minibatch_deviation():
    x = torch.randn(8, 3, 4, 4)
    x[:4] = x[0]
    spread = MinibatchStd(neighbours=True)(x)[:, 3]
    torch.testing.assert_close(spread[:4], torch.full((4, 4, 4), 1e-4))
    expected = (x[4:].var(dim=0) + 1e-8).sqrt().mean()
    torch.testing.assert_close(spread[4:], expected.expand(4, 4, 4))
    assert not MinibatchStd(neighbours=True)(x[:1])[:, 3].any()
    assert MinibatchStd(neighbours=True)(x[:6])[:, 3].unique().numel() == 1


@torch.no_grad()
def test_bfloat16_stays_close():
    generator = small()
    z = torch.randn(3, 8)
    exact, quick = generator(z), generator(z, dtype=torch.bfloat16)
    assert quick.dtype == torch.float32
    assert (quick - exact).std() < 0.03 * exact.std()
    discriminator = Discriminator(channels=CHANNELS)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        assert discriminator(exact).isfinite().all()


def test_gradients_reach_every_weight_of_the_stage():
    generator = small().train()
    discriminator = Discriminator(channels=CHANNELS)
    z = torch.randn(4, 8, requires_grad=True)
    discriminator(generator(z, size=16, alpha=0.5), alpha=0.5).sum().backward()
    unused = ("blocks.3", "to_rgb.3", "to_rgb.0", "from_rgb.3", "from_rgb.0", "blocks.2.conv")
    for module in (generator, discriminator):
        for name, weight in module.named_parameters():
            if name.startswith(unused):
                assert weight.grad is None, name
            else:
                assert weight.grad is not None and weight.grad.abs().sum() > 0, name
    assert z.grad is not None and z.grad.abs().sum() > 0


def test_a_penalty_on_gradients_has_gradients():
    discriminator = Discriminator(channels=CHANNELS)
    image = torch.randn(3, 3, 16, 16, requires_grad=True)
    score = discriminator(image, alpha=0.5).sum()
    (slope,) = torch.autograd.grad(score, image, create_graph=True)
    (slope.square().sum(dim=(1, 2, 3)).sqrt() - 1).square().mean().backward()
    for name in ("from_rgb.2.weight", "blocks.0.conv0.weight", "conv.weight", "out.weight"):
        assert discriminator.get_parameter(name).grad.abs().sum() > 0, name


def test_the_small_options_build():
    options = progan.options(64)
    generator = Generator(**options["generator"])
    assert generator.size == Discriminator(**options["discriminator"]).size == 64
    assert Generator(channels=[2] * 9, z_dim=4).size == 1024
