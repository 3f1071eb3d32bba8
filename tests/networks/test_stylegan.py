"""StyleGAN: shapes at every stage, fading, AdaIN, noise, and doubling and halving at once."""

import math

import pytest
import torch
import torch.nn.functional as F

from ganstudio.networks import stylegan
from ganstudio.networks.stylegan import Block, Discriminator, Generator, StyledLayer, adain

CHANNELS = [12, 10, 8, 6]  # up to 32 px
STAGES = [4, 8, 16, 32]
ROW = torch.tensor([1.0, 2.0, 1.0])


def small(**options) -> Generator:
    generator = Generator(channels=CHANNELS, z_dim=8, w_dim=9, mapping_layers=2, **options).eval()
    generator.synthesis.const.data.normal_()
    for layer in generator.synthesis.layers:
        layer.noise_strength.data.normal_(std=0.2)
        layer.bias.data.normal_(std=0.2)
    return generator


def blurred(x: torch.Tensor) -> torch.Tensor:
    taps = (torch.outer(ROW, ROW) / 16).to(x.dtype).expand(x.shape[1], 1, 3, 3)
    return F.conv2d(x, taps, padding=1, groups=x.shape[1])


@torch.no_grad()
@pytest.mark.parametrize("size", STAGES)
@pytest.mark.parametrize("batch", [1, 2, 3, 4, 5])
def test_every_stage_and_batch_gives_pictures_and_scores(size, batch):
    generator = small()
    assert (generator.size, generator.styles) == (32, 8)
    image = generator(torch.randn(batch, 8), size=size, alpha=0.5)
    assert image.shape == (batch, 3, size, size) and image.dtype == torch.float32
    for options in ({}, {"rgb_lrelu": False, "wide_first": True, "group": 1 << 16}):
        score = Discriminator(channels=CHANNELS, **options)(image, alpha=0.5)
        assert score.shape == (batch, 1) and score.isfinite().all()


@torch.no_grad()
@pytest.mark.parametrize("size", STAGES[1:])
def test_a_stage_fades_in_over_the_doubled_one_before(size):
    generator, z = small(), torch.randn(2, 8)
    new, old = generator(z, size=size), generator(z, size=size // 2)
    doubled = old.repeat_interleave(2, 2).repeat_interleave(2, 3)
    assert torch.equal(generator(z, size=size, alpha=1), new)
    assert torch.equal(generator(z, size=size, alpha=0), doubled)
    for alpha in (0.25, 0.5, 0.9):
        mixture = (1 - alpha) * doubled + alpha * new
        torch.testing.assert_close(generator(z, size=size, alpha=alpha), mixture)


@torch.no_grad()
@pytest.mark.parametrize("size", STAGES[1:])
def test_the_discriminator_fades_as_its_generator_does(size):
    discriminator = Discriminator(channels=CHANNELS)
    image = torch.randn(4, 3, size, size)
    torch.testing.assert_close(
        discriminator(image, alpha=0),
        discriminator(F.avg_pool2d(image, 2)),
        atol=1e-5,
        rtol=1e-4,
    )


def test_a_size_that_is_no_stage_is_refused():
    with pytest.raises(ValueError, match="the stages are"):
        small()(torch.randn(1, 8), size=64)


@torch.no_grad()
def test_adain_gives_the_mean_and_deviation_that_are_asked():
    x = torch.randn(3, 5, 8, 8) * 7 + 4
    scale, shift = torch.randn(3, 5), torch.randn(3, 5)
    y = adain(x, scale, shift, eps=1e-8)
    torch.testing.assert_close(y.mean(dim=(2, 3)), shift, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(y.std(dim=(2, 3), correction=0), scale.abs(), atol=1e-4, rtol=1e-4)
    plain = F.instance_norm(x, eps=1e-5)
    torch.testing.assert_close(
        adain(x, torch.ones(3, 5), torch.zeros(3, 5), eps=1e-5), plain, atol=1e-5, rtol=1e-4
    )


@torch.no_grad()
def test_a_layer_ends_with_the_deviation_of_its_style():
    layer = StyledLayer(6, 5, w_dim=4, size=16)
    x, w = torch.randn(3, 6, 16, 16), torch.randn(3, 4)
    scale, shift = layer.affine(w).chunk(2, dim=1)
    y = layer(x, w, None)
    torch.testing.assert_close(y.mean(dim=(2, 3)), shift, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(
        y.std(dim=(2, 3), correction=0), (scale + 1).abs(), atol=1e-4, rtol=1e-4
    )


@torch.no_grad()
@pytest.mark.parametrize("bias_first", [False, True])
def test_doubling_at_once_is_repeated_pixels_and_a_convolution(bias_first):
    """With the taps mirrored, as in any transposed convolution; then the blur."""
    layer = StyledLayer(6, 5, w_dim=4, size=16, up=True, bias_first=bias_first).double()
    layer.bias.normal_()
    layer.noise_strength.normal_()
    x, w = torch.randn(3, 6, 8, 8).double(), torch.randn(3, 4).double()
    noise = torch.randn(3, 1, 16, 16).double()
    weight = layer.weight.flip(2, 3) * math.sqrt(2 / (6 * 9))
    bias = layer.bias[None, :, None, None]
    y = F.conv2d(x.repeat_interleave(2, 2).repeat_interleave(2, 3), weight, padding=1)
    y = blurred(y + bias) if bias_first else blurred(y) + bias
    y = F.leaky_relu(y + layer.noise_strength[None, :, None, None] * noise, 0.2)
    scale, shift = layer.affine(w)[..., None, None].chunk(2, dim=1)
    expected = F.instance_norm(y, eps=1e-8) * (scale + 1) + shift
    torch.testing.assert_close(layer(x, w, noise), expected, atol=1e-5, rtol=1e-5)


@torch.no_grad()
@pytest.mark.parametrize("middle", [6, 4])
def test_halving_at_once_is_a_convolution_and_a_mean(middle):
    block = Block(6, middle, 4).double()
    for conv in (block.conv0, block.conv1):
        conv.bias.normal_()
    x = torch.randn(2, 6, 16, 16).double()

    def plain(conv, x):
        weight = conv.weight * math.sqrt(2 / conv.weight[0].numel())
        return F.conv2d(x, weight, conv.bias * math.sqrt(2), padding=1)

    y = blurred(F.leaky_relu(plain(block.conv0, x), 0.2))
    y = F.leaky_relu(F.avg_pool2d(plain(block.conv1, y), 2), 0.2)
    torch.testing.assert_close(block(x), y, atol=1e-6, rtol=1e-6)


@torch.no_grad()
def test_noise_modes():
    generator, w = small(), torch.randn(1, 8, 9)
    none = generator.synthesis(w, "none")
    const = generator.synthesis(w, "const")
    maps = [layer.noise_const[None, None] for layer in generator.synthesis.layers]
    assert torch.equal(const, generator.synthesis(w, maps))
    assert not torch.equal(const, none)
    random = generator.synthesis(w, "random")
    assert not torch.equal(random, generator.synthesis(w, "random"))


@torch.no_grad()
def test_a_style_changes_nothing_below_its_layer():
    """Layers 2k and 2k + 1 work at 4 * 2^k px, so later styles leave smaller stages alone."""
    generator = small()
    w = torch.randn(1, 8, 9)
    changed = w.clone()
    changed[:, 4:] += 1
    for size, same in ((4, True), (8, True), (16, False), (32, False)):
        before, after = (generator.synthesis(v, size=size) for v in (w, changed))
        assert torch.equal(before, after) == same


@torch.no_grad()
def test_truncation_is_linear_and_ends_at_the_cutoff():
    generator = small()
    generator.map.w_avg.normal_()
    z = torch.randn(2, 8)
    full, half = generator.mapping(z), generator.mapping(z, psi=0.5, cutoff=3)
    torch.testing.assert_close(half[:, :3], (full[:, :3] + generator.map.w_avg) / 2)
    assert torch.equal(half[:, 3:], full[:, 3:])


@torch.no_grad()
def test_a_batch_is_the_same_pictures_as_one_by_one():
    generator = small()
    w = generator.mapping(torch.randn(4, 8))
    together = generator.synthesis(w)
    for i in range(4):
        alone = generator.synthesis(w[i : i + 1])
        torch.testing.assert_close(together[i : i + 1], alone, atol=1e-4, rtol=1e-4)


@torch.no_grad()
def test_bfloat16_stays_close():
    torch.manual_seed(0)
    generator = small()
    w = generator.mapping(torch.randn(2, 8))
    exact, quick = generator.synthesis(w), generator.synthesis(w, dtype=torch.bfloat16)
    assert quick.dtype == torch.float32
    assert (quick - exact).std() < 0.05 * exact.std()


def test_gradients_reach_every_weight_and_the_latent():
    generator = small().train()
    discriminator = Discriminator(channels=CHANNELS)
    z = torch.randn(4, 8, requires_grad=True)
    image = generator(z, noise="random", alpha=0.5)
    discriminator(image, alpha=0.5).sum().backward()
    unused = ("synthesis.to_rgb.0", "synthesis.to_rgb.1", "from_rgb.0", "from_rgb.1")
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
    slope.square().sum(dim=(1, 2, 3)).mean().backward()  # R1
    for name in ("from_rgb.2.weight", "blocks.1.conv1.weight", "conv.weight", "out.weight"):
        assert discriminator.get_parameter(name).grad.abs().sum() > 0, name


def test_the_small_options_build():
    options = stylegan.options(64)
    assert Generator(**options["generator"]).size == 64
    assert Discriminator(**options["discriminator"]).size == 64
