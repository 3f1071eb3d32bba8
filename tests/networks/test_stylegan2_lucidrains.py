"""StyleGAN 2 as lucidrains builds it; its mathematics is tested with its checkpoints."""

import pytest
import torch

from ganstudio.networks import stylegan2_lucidrains
from ganstudio.networks.stylegan2_lucidrains import Discriminator, Generator


def small(**options) -> Generator:
    return Generator(channels=[12, 8, 6], z_dim=8, w_dim=9, mapping_layers=2, **options).eval()


@torch.no_grad()
@pytest.mark.parametrize("style_start", [False, True])
@pytest.mark.parametrize("batch", [1, 3])
def test_pictures_and_scores(style_start, batch):
    generator = small(style_start=style_start)
    assert (generator.size, generator.styles) == (16, 6)
    image = generator(torch.randn(batch, 8))
    assert image.shape == (batch, 3, 16, 16) and image.dtype == torch.float32
    discriminator = Discriminator(channels=[4, 5, 6, 6])
    assert discriminator.size == 16
    assert discriminator(image).shape == (batch, 1)
    assert [f.shape[-1] for f in discriminator.features(image)] == [8, 4, 2, 2]


@torch.no_grad()
def test_noise_modes():
    generator = small()
    for layer in generator.synthesis.layers:
        layer.noise_strength.fill_(0.5)
    w = generator.mapping(torch.randn(1, 8))
    const = generator.synthesis(w, "const")
    maps = [layer.noise_const[None, None] for layer in generator.synthesis.layers]
    assert torch.equal(const, generator.synthesis(w, maps))
    assert not torch.equal(const, generator.synthesis(w, "none"))
    random = generator.synthesis(w, "random")
    assert not torch.equal(random, generator.synthesis(w, "random"))


@torch.no_grad()
def test_bfloat16_stays_close():
    torch.manual_seed(0)
    generator = small()
    w = generator.mapping(torch.randn(2, 8))
    exact, quick = generator.synthesis(w), generator.synthesis(w, dtype=torch.bfloat16)
    assert quick.dtype == torch.float32
    assert (quick - exact).std() < 0.03 * exact.std()


def test_gradients_reach_every_weight_and_the_latent():
    generator = small(style_start=True).train()
    discriminator = Discriminator(channels=[4, 5, 6, 6])
    z = torch.randn(4, 8, requires_grad=True)
    discriminator(generator(z, noise="random")).sum().backward()
    for module in (generator, discriminator):
        for name, weight in module.named_parameters():
            assert weight.grad is not None and weight.grad.abs().sum() > 0, name
    assert z.grad is not None and z.grad.abs().sum() > 0


def test_the_small_options_build():
    options = stylegan2_lucidrains.options(64)
    assert Generator(**options["generator"]).size == 64
    assert Discriminator(**options["discriminator"]).size == 64
