"""StyleGAN 2s of lucidrains' stylegan2-pytorch, against a plain writing of what they compute."""

from __future__ import annotations

import json
import math

import pytest
import torch
import torch.nn.functional as F

from ganstudio.models.importers import import_path

CODE = 6
CHANNELS = (8, 7, 5)  # at 4, 8, 16 px
CRITIC = (5, 6, 7, 7)  # after each block, finest first


def layer(name: str, *shape: int) -> dict[str, torch.Tensor]:
    weight = torch.randn(shape) / math.sqrt(math.prod(shape[1:]))
    return {f"{name}.weight": weight, f"{name}.bias": torch.randn(shape[0]) * 0.3}


def net(*, no_const: bool = False, colours: int = 3) -> dict[str, torch.Tensor]:
    """SE, GE and D; and the networks that are no averages, which nobody should take."""
    state: dict[str, torch.Tensor] = {}
    first = CHANNELS[0]
    for i in range(2):
        state[f"SE.net.{2 * i}.weight"] = torch.randn(CODE, CODE)
        state[f"SE.net.{2 * i}.bias"] = torch.randn(CODE)
    if no_const:
        state["GE.to_initial_block.weight"] = torch.randn(CODE, first, 4, 4)
    else:
        state["GE.initial_block"] = torch.randn(1, first, 4, 4)
    state |= layer("GE.initial_conv", first, first, 3, 3)
    for k, out in enumerate(CHANNELS):
        block, before = f"GE.blocks.{k}", CHANNELS[max(k - 1, 0)]
        for i, inputs in ((1, before), (2, out)):
            state |= layer(f"{block}.to_style{i}", inputs, CODE)
            state |= layer(f"{block}.to_noise{i}", out, 1)
            state[f"{block}.conv{i}.weight"] = torch.randn(out, inputs, 3, 3)
        state |= layer(f"{block}.to_rgb.to_style", out, CODE)
        state[f"{block}.to_rgb.conv.weight"] = torch.randn(colours, out, 1, 1) / out
        if k < len(CHANNELS) - 1:
            state[f"{block}.to_rgb.upsample.1.f"] = torch.tensor([1.0, 2.0, 1.0])
    for name in list(state):
        twin = name.replace("SE.", "S.").replace("GE.", "G.")
        state[twin] = torch.randn_like(state[name])
    return state | critic(colours=colours)


def critic(*, colours: int = 3) -> dict[str, torch.Tensor]:
    state: dict[str, torch.Tensor] = {}
    for i, out in enumerate(CRITIC):
        block, before = f"D.blocks.{i}", CRITIC[i - 1] if i else colours
        state |= layer(f"{block}.conv_res", out, before, 1, 1)
        state |= layer(f"{block}.net.0", out, before, 3, 3)
        state |= layer(f"{block}.net.2", out, out, 3, 3)
        if i < len(CRITIC) - 1:
            state[f"{block}.downsample.0.f"] = torch.tensor([1.0, 2.0, 1.0])
            state |= layer(f"{block}.downsample.1", out, out, 3, 3)
    last = CRITIC[-1]
    state |= layer("D.final_conv", last, last, 3, 3) | layer("D.to_logit", 1, 4 * last)
    return state | {f"D_aug.{name}": tensor for name, tensor in state.items()}


def soft(x: torch.Tensor) -> torch.Tensor:
    row = torch.tensor([1.0, 2.0, 1.0])
    taps = (torch.outer(row, row) / 16).expand(x.shape[1], 1, 3, 3)
    return F.conv2d(F.pad(x, (1, 1, 1, 1), mode="reflect"), taps, groups=x.shape[1])


def double(x: torch.Tensor) -> torch.Tensor:
    return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)


def mapped(state, z: torch.Tensor, *, rate: float = 0.1) -> torch.Tensor:
    x = z / z.norm(dim=1, keepdim=True)
    for i in (0, 2):
        weight, bias = state[f"SE.net.{i}.weight"], state[f"SE.net.{i}.bias"]
        x = F.leaky_relu(F.linear(x, weight * rate, bias * rate), 0.2)
    return x


def modulate(state, x, w, *, style: str, conv: str, demodulate: bool = True) -> torch.Tensor:
    """A convolution of its own for each picture."""
    weight, shown = state[f"{conv}.weight"], []
    styles = F.linear(w, state[f"{style}.weight"], state[f"{style}.bias"]) + 1
    for one, scale in zip(x, styles, strict=True):
        taps = weight * scale[:, None, None]
        if demodulate:
            taps = taps / (taps.square().sum(dim=(1, 2, 3), keepdim=True) + 1e-8).sqrt()
        shown.append(F.conv2d(one[None], taps, padding=taps.shape[-1] // 2))
    return torch.cat(shown)


def draw(state, styles: list[torch.Tensor], noise: torch.Tensor) -> torch.Tensor:
    """styles: w for each size. noise: [N, size, size], uniform in 0..1, of all sizes at once."""
    if "GE.initial_block" in state:
        x = state["GE.initial_block"].repeat(len(noise), 1, 1, 1)
    else:
        mean = torch.stack(styles).mean(dim=0)[:, :, None, None]
        x = F.conv_transpose2d(mean, state["GE.to_initial_block.weight"])
    x = F.conv2d(x, state["GE.initial_conv.weight"], state["GE.initial_conv.bias"], padding=1)
    image = torch.zeros(())
    for k, w in enumerate(styles):
        block = f"GE.blocks.{k}"
        if k:
            x = double(x)
        cut = noise[:, : x.shape[2], : x.shape[3]].transpose(1, 2)[:, None]
        for i in (1, 2):
            x = modulate(state, x, w, style=f"{block}.to_style{i}", conv=f"{block}.conv{i}")
            strength = state[f"{block}.to_noise{i}.weight"].reshape(1, -1, 1, 1)
            bias = state[f"{block}.to_noise{i}.bias"].reshape(1, -1, 1, 1)
            x = F.leaky_relu(x + cut * strength + bias, 0.2)
        names = {"style": f"{block}.to_rgb.to_style", "conv": f"{block}.to_rgb.conv"}
        image = image + modulate(state, x, w, **names, demodulate=False)
        if k < len(styles) - 1:
            image = soft(double(image))
    return image


def judge(state, x: torch.Tensor) -> torch.Tensor:
    def conv(name: str, x: torch.Tensor, **settings: int) -> torch.Tensor:
        return F.conv2d(x, state[f"{name}.weight"], state[f"{name}.bias"], **settings)

    for i in range(len(CRITIC)):
        block, down = f"D.blocks.{i}", i < len(CRITIC) - 1
        y = F.leaky_relu(conv(f"{block}.net.0", x, padding=1), 0.2)
        y = F.leaky_relu(conv(f"{block}.net.2", y, padding=1), 0.2)
        if down:
            y = conv(f"{block}.downsample.1", soft(y), padding=1, stride=2)
        x = (y + conv(f"{block}.conv_res", x, stride=2 if down else 1)) / math.sqrt(2)
    x = conv("D.final_conv", x, padding=1).flatten(1)
    return F.linear(x, state["D.to_logit.weight"], state["D.to_logit.bias"])


@pytest.fixture
def saved(tmp_path):
    """Opens what torch.save makes of the networks, with settings beside the file or without."""

    def opened(state: object, config: object = None, name: str = "model_12.pt"):
        if config is not None:
            text = config if isinstance(config, str) else json.dumps(config)
            (tmp_path / ".config.json").write_text(text)
        torch.save({"GAN": state, "version": "1.8.9"}, tmp_path / name)
        return import_path(tmp_path / name)

    return opened


def ours(noise: torch.Tensor) -> list[torch.Tensor]:
    """Their noise for each of our layers: with mean 0 and deviation 1."""
    sizes = [4 << k for k in range(len(CHANNELS)) for _ in range(2)]
    return [
        ((noise[:, :size, :size].transpose(1, 2) - 0.5) * math.sqrt(12))[:, None] for size in sizes
    ]


@torch.no_grad()
@pytest.mark.parametrize("no_const", [False, True], ids=["constant", "no constant"])
def test_the_averages_and_the_discriminator_are_taken(saved, near, no_const):
    state = net(no_const=no_const)
    model = saved(state, {"image_size": 16, "lr_mlp": 0.2, "no_const": no_const})
    card = model.card
    assert (card.family, card.size, card.styles) == ("stylegan2-lucidrains", 16, 6)
    assert (card.name, card.z_dim, card.generator["channels"]) == ("model_12", CODE, [8, 7, 5])
    assert ".config.json" not in card.limits
    z = torch.randn(3, CODE)
    w = mapped(state, z, rate=0.2)
    near(model.generator.map(z), w)
    noise = torch.rand(3, 16, 16)
    near(model.generator(z, noise=ours(noise)), draw(state, [w] * 3, noise) * 2 - 1)
    mixed = [w, w.flip(0), w.roll(1, 0)]
    twice = torch.stack(mixed, dim=1).repeat_interleave(2, dim=1)
    image = draw(state, mixed, noise)
    near(model.generator.synthesis(twice, ours(noise)), image * 2 - 1)
    near(model.discriminator(image * 2 - 1), judge(state, image))


@torch.no_grad()
def test_without_settings_the_usual_rate_is_taken_and_told(saved, near):
    state = net()
    model = saved(state)
    z = torch.randn(3, CODE)
    near(model.generator.map(z), mapped(state, z))
    assert "no .config.json beside it" in model.card.limits


@torch.no_grad()
def test_a_models_folder_opens_its_last_with_its_settings(saved, tmp_path, near):
    states = {number: net() for number in (2, 10)}
    for number, state in states.items():
        saved(state, {"lr_mlp": 0.3}, name=f"model_{number}.pt")
    model = import_path(tmp_path)
    z = torch.randn(3, CODE)
    near(model.generator.map(z), mapped(states[10], z, rate=0.3))


@torch.no_grad()
def test_what_the_file_lacks_is_drawn_the_same_every_time(saved):
    state = net()
    first = saved(state)
    torch.manual_seed(2)
    assert saved(state, name="model_13.pt").digest == first.digest
    layers = first.generator.synthesis.layers
    assert torch.equal(layers[4].noise_const, layers[5].noise_const)
    assert layers[5].noise_const.abs().max() <= math.sqrt(3)
    assert abs(layers[5].noise_const.std() - 1) < 0.1
    average = mapped(state, torch.randn(4000, CODE)).mean(dim=0)
    assert (first.generator.map.w_avg - average).abs().max() < 0.1 * average.abs().max()


@pytest.mark.parametrize(
    ("name", "what"),
    [("attn_blocks.1.0.fn.norm.g", "attention layers"), ("quantize_blocks.0.fn.x", "quantisation")],
)
def test_a_discriminator_that_ours_cannot_be_is_left_out(saved, name, what):
    model = saved(net() | {f"D.{name}": torch.zeros(1, 2, 1, 1)})
    assert model.discriminator is None
    assert what in model.card.limits


def test_what_is_odd_is_refused_in_words(saved, refusal):
    state = net()

    def opened(value: object, config: object = None):
        return refusal(lambda: saved(value, config))

    attention = state | {"GE.attns.1.0.fn.norm.g": torch.zeros(1, 7, 1, 1)}
    assert "attention layers, which" in opened(attention)
    assert "4 colour channels" in opened(net(colours=4))
    assert "several models (GAN.a, GAN.b)" in opened({"a": state, "b": net()})
    less = {k: v for k, v in state.items() if k != "GE.blocks.1.to_noise2.bias"}
    assert "blocks.1.to_noise2.bias is missing" in opened(less)
    assert "it has odd, which" in opened(state | {"GE.odd": torch.zeros(2)})
    wrong = state | {"GE.blocks.1.conv1.weight": torch.zeros(7, 9, 3, 3)}
    assert "numbers instead of" in opened(wrong)
    wrong = state | {"D.blocks.1.net.0.weight": torch.zeros(7, 9, 3, 3)}
    assert "numbers instead of" in opened(wrong)
    opened({k: v for k, v in state.items() if not k.startswith("SE.")})
    for config in ("{", "[]", '{"lr_mlp": "fast"}', '{"lr_mlp": -1}', "[" * 50_000, " " * 70_000):
        assert ".config.json, are damaged" in opened(state, config)


def test_far_too_many_sizes_are_refused_before_anything_is_drawn(saved, refusal):
    wide = {f"GE.blocks.{k}.to_style1.bias": torch.zeros(2) for k in range(3, 14)}
    assert "sizes of pictures" in refusal(lambda: saved(net() | wide))


def test_tensors_that_claim_more_than_the_file_are_refused(saved, refusal):
    base = torch.randn(9 * 64)
    state = {k: base[: v.numel()].view(v.shape) for k, v in net().items()}
    big = torch.randn(1 << 12)
    state |= {f"GE.x{i}": big for i in range(40)}
    assert "bytes of weights in a file of" in refusal(lambda: saved(state)).detail
