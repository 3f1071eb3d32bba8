"""StyleGAN 2s of rosinality's stylegan2-pytorch, against a plain writing of what they compute."""

from __future__ import annotations

import math
from argparse import Namespace

import pytest
import torch
import torch.nn.functional as F

from ganstudio.models.importers import import_path

CODE = 6
CHANNELS = (8, 7, 5)  # at 4, 8, 16 px
TAPS = torch.outer(torch.tensor([1.0, 3.0, 3.0, 1.0]), torch.tensor([1.0, 3.0, 3.0, 1.0])) / 64
SQRT2 = math.sqrt(2)


def dense(name: str, out: int, inputs: int, *, lr_mul: float = 1.0) -> dict[str, torch.Tensor]:
    return {f"{name}.weight": torch.randn(out, inputs) / lr_mul, f"{name}.bias": torch.randn(out)}


def modulated(name: str, out: int, inputs: int, kernel: int) -> dict[str, torch.Tensor]:
    weight = torch.randn(1, out, inputs, kernel, kernel)
    return {f"{name}.weight": weight, **dense(f"{name}.modulation", inputs, CODE)}


def net_g(channels=CHANNELS, *, noises: bool = True) -> dict[str, torch.Tensor]:
    state = {"input.input": torch.randn(1, channels[0], 4, 4)}
    for i in range(2):
        state |= dense(f"style.{i + 1}", CODE, CODE, lr_mul=0.01)
    widths = [channels[0]] + [c for c in channels[1:] for _ in range(2)]
    for i, out in enumerate(widths):
        name = f"convs.{i - 1}" if i else "conv1"
        state |= modulated(f"{name}.conv", out, widths[max(i - 1, 0)], 3)
        if i % 2:
            state[f"{name}.conv.blur.kernel"] = TAPS * 4
        state[f"{name}.noise.weight"] = torch.randn(1)
        state[f"{name}.activate.bias"] = torch.randn(out)
        if noises:
            size = 4 << (i + 1) // 2
            state[f"noises.noise_{i}"] = torch.randn(1, 1, size, size)
    for k, out in enumerate(channels):
        name = f"to_rgbs.{k - 1}" if k else "to_rgb1"
        state |= modulated(f"{name}.conv", 3, out, 1) | {f"{name}.bias": torch.randn(1, 3, 1, 1)}
        if k:
            state[f"{name}.upsample.kernel"] = TAPS * 4
    return state


def net_d(channels=CHANNELS) -> dict[str, torch.Tensor]:
    first, last = channels[-1], channels[0]
    state = {"convs.0.0.weight": torch.randn(first, 3, 1, 1), "convs.0.1.bias": torch.randn(first)}
    for k in range(len(channels) - 1):
        wide, out = channels[-1 - k], channels[-2 - k]
        state |= {
            f"convs.{k + 1}.conv1.0.weight": torch.randn(wide, wide, 3, 3),
            f"convs.{k + 1}.conv1.1.bias": torch.randn(wide),
            f"convs.{k + 1}.conv2.0.kernel": TAPS,
            f"convs.{k + 1}.conv2.1.weight": torch.randn(out, wide, 3, 3),
            f"convs.{k + 1}.conv2.2.bias": torch.randn(out),
            f"convs.{k + 1}.skip.0.kernel": TAPS,
            f"convs.{k + 1}.skip.1.weight": torch.randn(out, wide, 1, 1),
        }
    state["final_conv.0.weight"] = torch.randn(last, last + 1, 3, 3)
    state["final_conv.1.bias"] = torch.randn(last)
    return state | dense("final_linear.0", last, 16 * last) | dense("final_linear.1", 1, last)


def lrelu(x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
    return F.leaky_relu(x + bias.reshape(1, -1, *[1] * (x.dim() - 2)), 0.2) * SQRT2


def filtered(x: torch.Tensor, *, pad: tuple[int, int], gain: float = 1.0) -> torch.Tensor:
    x = F.pad(x, (pad[0], pad[1], pad[0], pad[1]))
    return F.conv2d(x, (TAPS * gain).expand(x.shape[1], 1, 4, 4), groups=x.shape[1])


def mapped(state, z: torch.Tensor) -> torch.Tensor:
    x = z / (z.square().mean(dim=1, keepdim=True) + 1e-8).sqrt()
    for i in (1, 2):
        weight = state[f"style.{i}.weight"] * 0.01 / math.sqrt(CODE)
        x = lrelu(F.linear(x, weight), state[f"style.{i}.bias"] * 0.01)
    return x


def modulate(state, name: str, x, w, *, demodulate: bool, up: bool = False) -> torch.Tensor:
    """A convolution of its own for each picture."""
    weight = state[f"{name}.weight"][0]
    affine = state[f"{name}.modulation.weight"] / math.sqrt(CODE)
    styles = F.linear(w, affine, state[f"{name}.modulation.bias"])
    shown = []
    for one, style in zip(x, styles, strict=True):
        taps = weight / math.sqrt(weight[0].numel()) * style[:, None, None]
        if demodulate:
            taps = taps / (taps.square().sum(dim=(1, 2, 3), keepdim=True) + 1e-8).sqrt()
        if up:
            shown.append(F.conv_transpose2d(one[None], taps.transpose(0, 1), stride=2))
        else:
            shown.append(F.conv2d(one[None], taps, padding=taps.shape[-1] // 2))
    y = torch.cat(shown)
    return filtered(y, pad=(1, 1), gain=4) if up else y


def draw(state, w: torch.Tensor, noise: list[torch.Tensor]) -> torch.Tensor:
    x, image = state["input.input"].repeat(len(w), 1, 1, 1), torch.zeros(())
    for i, one in enumerate(noise):
        name = f"convs.{i - 1}" if i else "conv1"
        x = modulate(state, f"{name}.conv", x, w, demodulate=True, up=i % 2 == 1)
        x = lrelu(x + state[f"{name}.noise.weight"] * one, state[f"{name}.activate.bias"])
        if i % 2 == 0:
            name = f"to_rgbs.{i // 2 - 1}" if i else "to_rgb1"
            shown = modulate(state, f"{name}.conv", x, w, demodulate=False) + state[f"{name}.bias"]
            if i:
                stuffed = torch.zeros(*image.shape[:2], 2 * image.shape[2], 2 * image.shape[3])
                stuffed[..., ::2, ::2] = image
                shown = shown + filtered(stuffed, pad=(2, 1), gain=4)
            image = shown
    return image


def judge(state, image: torch.Tensor) -> torch.Tensor:
    def conv(name: str, x: torch.Tensor, *, pad: int = 0, stride: int = 1) -> torch.Tensor:
        weight = state[f"{name}.weight"]
        scale = 1 / math.sqrt(weight[0].numel())
        return F.conv2d(x, weight * scale, padding=pad, stride=stride)

    x = lrelu(conv("convs.0.0", image), state["convs.0.1.bias"])
    for k in range(1, len(CHANNELS)):
        name = f"convs.{k}."
        y = lrelu(conv(f"{name}conv1.0", x, pad=1), state[f"{name}conv1.1.bias"])
        y = conv(f"{name}conv2.1", filtered(y, pad=(2, 2)), stride=2)
        y = lrelu(y, state[f"{name}conv2.2.bias"])
        x = (y + conv(f"{name}skip.1", filtered(x, pad=(1, 1)), stride=2)) / SQRT2
    group = min(len(x), 4)
    spreads = [x[i :: len(x) // group].var(dim=0, correction=0) for i in range(len(x) // group)]
    means = torch.stack([(spread + 1e-8).sqrt().mean() for spread in spreads]).repeat(group)
    x = torch.cat([x, means[:, None, None, None].expand(-1, 1, 4, 4)], dim=1)
    x = lrelu(conv("final_conv.0", x, pad=1), state["final_conv.1.bias"]).flatten(1)
    weight = state["final_linear.0.weight"]
    x = lrelu(F.linear(x, weight / math.sqrt(weight.shape[1])), state["final_linear.0.bias"])
    weight = state["final_linear.1.weight"]
    return F.linear(x, weight / math.sqrt(weight.shape[1]), state["final_linear.1.bias"])


@pytest.fixture
def saved(tmp_path):
    """Opens what torch.save makes of a value."""

    def opened(value: object, name: str = "550000.pt"):
        torch.save(value, tmp_path / name)
        return import_path(tmp_path / name)

    return opened


@torch.no_grad()
def test_of_a_training_state_the_average_and_the_discriminator_are_taken(saved, near):
    states = {"g": net_g(), "d": net_d(), "g_ema": net_g()}
    options = Namespace(size=16, path="lmdb", channel_multiplier=2)
    model = saved({**states, "g_optim": {"state": {}}, "args": options, "ada_aug_p": 0.1})
    card, state = model.card, states["g_ema"]
    assert (card.family, card.size, card.z_dim, card.styles) == ("stylegan2", 16, CODE, 6)
    assert card.generator["channels"] == card.discriminator["channels"] == [8, 7, 5]
    assert card.name == "550000"
    z = torch.randn(3, CODE)
    w = mapped(state, z)
    near(model.generator.map(z), w)
    near(model.generator(z), draw(state, w, [state[f"noises.noise_{i}"] for i in range(5)]))
    noise = [torch.randn(3, 1, 4 << (i + 1) // 2, 4 << (i + 1) // 2) for i in range(5)]
    near(model.generator(z, noise=noise), draw(state, w, noise))
    for n in (1, 2, 3, 4, 8):
        image = torch.randn(n, 3, 16, 16)
        near(model.discriminator(image), judge(states["d"], image))


@torch.no_grad()
def test_a_converted_model_tells_its_average(saved):
    average = torch.randn(CODE)
    model = saved({"g_ema": net_g(), "latent_avg": average})
    assert torch.equal(model.generator.map.w_avg, average)
    assert model.discriminator is None
    assert model.card.limits == ""


@torch.no_grad()
def test_what_the_file_lacks_is_drawn_the_same_every_time(saved):
    state = net_g(noises=False)
    first = saved(state)
    torch.manual_seed(2)
    second = saved({"module." + name: tensor for name, tensor in state.items()}, "again.pt")
    assert first.digest == second.digest
    assert "no noise maps and no average w" in first.card.limits
    average = mapped(state, torch.randn(4000, CODE)).mean(dim=0)
    assert (first.generator.map.w_avg - average).abs().max() < 0.1 * average.abs().max()
    assert abs(first.generator.synthesis.layers[4].noise_const.std() - 1) < 0.2


def test_what_is_odd_is_refused_in_words(saved, refusal):
    state = net_g()

    def opened(value: object):
        return refusal(lambda: saved(value))

    assert "discriminator of a StyleGAN 2 only" in opened(net_d())
    assert "several generators" in opened({"a": state, "b": net_g()})
    less = {k: v for k, v in state.items() if k != "to_rgbs.1.bias"}
    assert "to_rgbs.1.bias is missing" in opened(less)
    assert "conv1.odd" in opened(state | {"conv1.odd": torch.zeros(2)})
    assert "numbers instead of" in opened(state | {"noises.noise_3": torch.zeros(1, 1, 4, 4)})
    assert "numbers instead of" in opened(state | {"conv1.activate.bias": torch.zeros(9)})
    assert "another resampling filter" in opened(
        state | {"convs.2.conv.blur.kernel": torch.ones(4, 4) / 4}
    )
    opened(state | {"conv1.noise.weight": torch.zeros(3)})
    opened({k: v for k, v in state.items() if not k.startswith("style")})


def test_far_too_many_sizes_are_refused_before_anything_is_drawn(saved, refusal):
    wide = {f"to_rgbs.{k}.bias": torch.zeros(1, 3, 1, 1) for k in range(2, 14)}
    assert "sizes of pictures" in refusal(lambda: saved(net_g(noises=False) | wide))


def test_tensors_that_claim_more_than_the_file_are_refused(saved, refusal):
    base = torch.randn(9 * 64 * 64)
    shared = {k: base[: v.numel()].view(v.shape) for k, v in net_g((64, 64)).items()}
    assert "bytes of weights in a file of" in refusal(lambda: saved(shared)).detail
