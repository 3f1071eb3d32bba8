"""StyleGAN 2: shapes, dtypes, gradients, and the mathematics against a plain writing of it."""

import math

import pytest
import torch
import torch.nn.functional as F

from ganstudio.networks import stylegan2
from ganstudio.networks.stylegan2 import Discriminator, Generator, StyledConv, channels_at


def small(size: int, **options) -> Generator:
    channels = channels_at(size, base=256, most=16)
    return Generator(channels=channels, z_dim=8, w_dim=12, mapping_layers=2, **options).eval()


@pytest.mark.parametrize("size", [16, 32, 64, 128, 256])
@pytest.mark.parametrize("batch", [1, 3])
def test_every_size_and_batch_gives_pictures_and_scores(size, batch):
    generator = small(size)
    discriminator = Discriminator(channels=channels_at(size, base=256, most=16))
    image = generator(torch.randn(batch, 8))
    assert image.shape == (batch, 3, size, size) and image.dtype == torch.float32
    assert discriminator(image).shape == (batch, 1)


@torch.no_grad()
def test_1024_pixels():
    image = small(1024)(torch.randn(1, 8))
    assert image.shape == (1, 3, 1024, 1024) and image.isfinite().all()


def test_channels_follow_the_paper():
    assert channels_at(1024) == [512, 512, 512, 512, 512, 256, 128, 64, 32]
    assert small(1024).styles == 18


@torch.no_grad()
def test_a_batch_is_the_same_pictures_as_one_by_one():
    generator = small(32)
    w = generator.mapping(torch.randn(5, 8))
    together = generator.synthesis(w)
    for i in range(5):
        alone = generator.synthesis(w[i : i + 1])
        torch.testing.assert_close(together[i : i + 1], alone, atol=1e-5, rtol=1e-4)


def test_the_same_seed_gives_the_same_pixels():
    def picture() -> torch.Tensor:
        torch.manual_seed(7)
        return small(32)(torch.randn(2, 8), noise="random")

    assert torch.equal(picture(), picture())


@torch.no_grad()
def test_bfloat16_stays_close():
    torch.manual_seed(0)
    generator = small(64)
    w = generator.mapping(torch.randn(2, 8))
    exact = generator.synthesis(w)
    quick = generator.synthesis(w, dtype=torch.bfloat16)
    assert quick.dtype == torch.float32
    assert (quick - exact).std() < 0.03 * exact.std()


def test_gradients_reach_every_weight_and_the_latent():
    generator = small(32).train()
    for layer in generator.synthesis.layers:
        torch.nn.init.ones_(layer.noise_strength)
    discriminator = Discriminator(channels=channels_at(32, base=256, most=16))
    z = torch.randn(4, 8, requires_grad=True)
    discriminator(generator(z, noise="random")).sum().backward()
    for module in (generator, discriminator):
        for name, weight in module.named_parameters():
            assert weight.grad is not None and weight.grad.abs().sum() > 0, name
    assert z.grad is not None and z.grad.abs().sum() > 0


@pytest.mark.parametrize("up", [False, True])
def test_modulated_activations_are_modulated_weights(up):
    """Equations 1 to 3 as they stand: a convolution of its own for each picture."""
    torch.manual_seed(1)
    layer = StyledConv(6, 5, w_dim=4, size=16 if up else 8, up=up, clamp=None).double()
    layer.bias.data.normal_()
    layer.noise_strength.data.fill_(0.7)
    x, w = torch.randn(3, 6, 8, 8).double(), torch.randn(3, 4).double()
    noise = torch.randn(3, 1, layer.size, layer.size).double()
    styles = layer.affine(w)
    for i in range(3):
        weight = layer.weight / math.sqrt(6 * 9) * styles[i][None, :, None, None]
        weight = weight / (weight.square().sum(dim=(1, 2, 3), keepdim=True) + 1e-8).sqrt()
        if up:
            y = F.conv_transpose2d(x[i : i + 1], weight.transpose(0, 1), stride=2)
            y = layer.blur(y)
        else:
            y = F.conv2d(x[i : i + 1], weight, padding=1)
        y = y + noise[i : i + 1] * 0.7 + layer.bias[None, :, None, None]
        y = F.leaky_relu(y, 0.2) * math.sqrt(2)
        torch.testing.assert_close(layer(x, w, noise)[i : i + 1], y)


@torch.no_grad()
def test_a_clamp_bounds_what_a_layer_gives_after_its_gain():
    """As stylegan2-ada's bias_act: activation, gain, clamp; a residual branch's gain scales it."""
    layer = StyledConv(6, 5, w_dim=4, size=8, up=False, clamp=0.5)
    x, w = torch.randn(2, 6, 8, 8), torch.randn(2, 4)
    y = layer(x, w, None)
    layer.clamp = None
    assert y.max() == 0.5
    assert torch.equal(y, layer(x, w, None).clamp(-0.5, 0.5))
    discriminator = Discriminator(channels=[8, 8, 8], clamp=0.5)
    halves = discriminator.blocks[0].conv1(torch.randn(2, 8, 16, 16) * 9)
    torch.testing.assert_close(halves.max().item(), 0.5 / math.sqrt(2))


@torch.no_grad()
def test_prepared_weights_follow_a_change_of_the_weights():
    generator = small(16)
    w = generator.mapping(torch.randn(1, 8))
    before = generator.synthesis(w)
    generator.synthesis.layers[1].weight.mul_(torch.linspace(0.5, 2, 3))
    changed = generator.synthesis(w)
    assert not torch.equal(before, changed)
    generator.synthesis.layers[1]._kept = None
    assert torch.equal(changed, generator.synthesis(w))


@torch.no_grad()
def test_truncation_is_linear_and_ends_at_the_cutoff():
    generator = small(32)
    generator.map.w_avg.normal_()
    z = torch.randn(2, 8)
    full, half = generator.mapping(z), generator.mapping(z, psi=0.5, cutoff=3)
    torch.testing.assert_close(half[:, :3], (full[:, :3] + generator.map.w_avg) / 2)
    assert torch.equal(half[:, 3:], full[:, 3:])
    torch.testing.assert_close(
        generator.mapping(z, psi=0.0), generator.map.w_avg.expand(2, generator.styles, 12)
    )


@torch.no_grad()
def test_noise_modes():
    generator = small(16)
    for layer in generator.synthesis.layers:
        layer.noise_strength.fill_(0.5)
    w = generator.mapping(torch.randn(1, 8))
    none = generator.synthesis(w, "none")
    const = generator.synthesis(w, "const")
    maps = [layer.noise_const[None, None] for layer in generator.synthesis.layers]
    assert torch.equal(const, generator.synthesis(w, maps))
    assert not torch.equal(const, none)
    random = generator.synthesis(w, "random")
    assert not torch.equal(random, generator.synthesis(w, "random"))
    with pytest.raises(ValueError, match="noise must be"):
        generator.synthesis(w, "constant")


def test_classes_change_picture_and_score():
    generator = small(16, c_dim=3)
    discriminator = Discriminator(channels=channels_at(16, base=256, most=16), c_dim=3)
    z, c = torch.randn(1, 8).expand(3, 8), torch.eye(3)
    images = generator(z, c)
    assert not torch.allclose(images[0], images[1])
    scores = discriminator(images[:1].expand(3, -1, -1, -1), c)
    assert scores.shape == (3, 1) and len(scores.unique()) == 3
    with pytest.raises(ValueError, match="classes"):
        generator(z)


def test_a_z_of_the_wrong_size_is_refused():
    with pytest.raises(ValueError, match=r"z must be \[N, 8\]"):
        small(16)(torch.randn(1, 9))


def test_the_small_options_build():
    options = stylegan2.options(64)
    generator = Generator(**options["generator"])
    weights = sum(p.numel() for p in generator.parameters())
    assert generator.size == 64 and 1.2e6 < weights < 1.6e6
    assert Discriminator(**options["discriminator"]).size == 64
