"""StyleGANs of style-based-gan-pytorch, against a plain writing of what they compute."""

from __future__ import annotations

import math

import pytest
import torch
import torch.nn.functional as F

from ganstudio.models.importers import import_path

CODE = 6
CHANNELS = (8, 8, 7, 5)  # at 4, 8, 16, 32 px; the last level is fused, as theirs from 128 px on
BLUR = torch.outer(torch.tensor([1.0, 2.0, 1.0]), torch.tensor([1.0, 2.0, 1.0])) / 16


def equal(name: str, *shape: int, bias: torch.Tensor | None = None) -> dict[str, torch.Tensor]:
    bias = torch.randn(shape[0]) if bias is None else bias
    return {f"{name}.weight_orig": torch.randn(shape), f"{name}.bias": bias}


def blur(name: str, channels: int) -> dict[str, torch.Tensor]:
    taps = BLUR.expand(channels, 1, 3, 3).clone()
    return {f"{name}.weight": taps, f"{name}.weight_flip": taps.clone()}


def net_g(channels=CHANNELS, *, trained: int = 99, fused: bool = True) -> dict[str, torch.Tensor]:
    """trained: as many levels have biases and noise that are not zero."""
    state: dict[str, torch.Tensor] = {}
    for i in range(2):
        state |= equal(f"style.{2 * i + 1}.linear", CODE, CODE)
    for k, out in enumerate(channels):
        prefix = f"generator.progression.{k}."
        zero = None if k < trained else torch.zeros(out)
        if k == 0:
            state[f"{prefix}conv1.input"] = torch.randn(1, out, 4, 4)
        elif fused and k == len(channels) - 1:
            weight = torch.randn(channels[k - 1], out, 3, 3)
            state |= {f"{prefix}conv1.0.weight": weight, f"{prefix}conv1.0.bias": torch.randn(out)}
            state |= blur(f"{prefix}conv1.1", out)
            if zero is not None:
                state[f"{prefix}conv1.0.bias"] = zero
        else:
            state |= equal(f"{prefix}conv1.1.conv", out, channels[k - 1], 3, 3, bias=zero)
            state |= blur(f"{prefix}conv1.2", out)
        state |= equal(f"{prefix}conv2.conv", out, out, 3, 3, bias=zero)
        for i in (1, 2):
            strength = torch.randn(1, out, 1, 1) if zero is None else torch.zeros(1, out, 1, 1)
            state[f"{prefix}noise{i}.weight_orig"] = strength
            start = torch.cat([torch.ones(out), torch.zeros(out)])
            bias = start if zero is not None else start + 0.3 * torch.randn(2 * out)
            state |= equal(f"{prefix}adain{i}.style.linear", 2 * out, CODE, bias=bias)
        colours = None if zero is None else torch.zeros(3)
        state |= equal(f"generator.to_rgb.{k}.conv", 3, out, 1, 1, bias=colours)
    return state


def net_d(channels=CHANNELS, *, active: bool = True) -> dict[str, torch.Tensor]:
    state = equal("linear.linear", 1, channels[0])
    last = len(channels) - 1
    for k, out in enumerate(channels):
        i, below = last - k, channels[max(k - 1, 0)]
        state |= equal(f"from_rgb.{i}.0.conv" if active else f"from_rgb.{i}.conv", out, 3, 1, 1)
        prefix = f"progression.{i}."
        if k == 0:
            state |= equal(f"{prefix}conv1.0.conv", out, out + 1, 3, 3)
            state |= equal(f"{prefix}conv2.0.conv", out, out, 4, 4)
            continue
        state |= equal(f"{prefix}conv1.0.conv", below, out, 3, 3) | blur(f"{prefix}conv2.0", below)
        if k == last:
            state[f"{prefix}conv2.1.weight"] = torch.randn(below, below, 3, 3)
            state[f"{prefix}conv2.1.bias"] = torch.randn(below)
        else:
            state |= equal(f"{prefix}conv2.1.conv", below, below, 3, 3)
    return state


def he(weight: torch.Tensor) -> torch.Tensor:
    return weight * math.sqrt(2 / weight[0].numel())


def dense(state, name: str, x: torch.Tensor) -> torch.Tensor:
    return F.linear(x, he(state[f"{name}.weight_orig"]), state[f"{name}.bias"])


def conv(state, name: str, x: torch.Tensor, *, padding: int = 1) -> torch.Tensor:
    weight = he(state[f"{name}.weight_orig"])
    return F.conv2d(x, weight, state[f"{name}.bias"], padding=padding)


def blurred(x: torch.Tensor) -> torch.Tensor:
    return F.conv2d(x, BLUR.expand(x.shape[1], 1, 3, 3), padding=1, groups=x.shape[1])


def spread(weight: torch.Tensor) -> torch.Tensor:
    """3x3 taps as the mean of four that lie one apart."""
    wide = F.pad(weight, (1, 1, 1, 1))
    return (wide[..., 1:, 1:] + wide[..., :-1, 1:] + wide[..., 1:, :-1] + wide[..., :-1, :-1]) / 4


def mapped(state, z: torch.Tensor) -> torch.Tensor:
    x = z / (z.square().mean(dim=1, keepdim=True) + 1e-8).sqrt()
    for i in range(2):
        x = F.leaky_relu(dense(state, f"style.{2 * i + 1}.linear", x), 0.2)
    return x


def draw(state, w: torch.Tensor, noise: list[torch.Tensor], *, step: int, alpha: float = 1.0):
    x = before = torch.zeros(())
    for k in range(step + 1):
        prefix, before = f"generator.progression.{k}.", x
        if k == 0:
            x = state[f"{prefix}conv1.input"].repeat(len(w), 1, 1, 1)
        elif f"{prefix}conv1.0.weight" in state:
            weight = state[f"{prefix}conv1.0.weight"]
            weight = weight * math.sqrt(2 / (weight.shape[0] * 9))
            bias = state[f"{prefix}conv1.0.bias"]
            x = blurred(F.conv_transpose2d(x, spread(weight), bias, stride=2, padding=1))
        else:
            x = x.repeat_interleave(2, 2).repeat_interleave(2, 3)
            x = blurred(conv(state, f"{prefix}conv1.1.conv", x))
        for i in (1, 2):
            if i == 2:
                x = conv(state, f"{prefix}conv2.conv", x)
            strength = state[f"{prefix}noise{i}.weight_orig"]
            x = F.leaky_relu(x + strength * math.sqrt(2 / strength.shape[1]) * noise[k], 0.2)
            scale, shift = dense(state, f"{prefix}adain{i}.style.linear", w).chunk(2, dim=1)
            x = F.instance_norm(x) * scale[..., None, None] + shift[..., None, None]
    image = conv(state, f"generator.to_rgb.{step}.conv", x, padding=0)
    if alpha == 1:
        return image
    old = conv(state, f"generator.to_rgb.{step - 1}.conv", before, padding=0)
    return (1 - alpha) * old.repeat_interleave(2, 2).repeat_interleave(2, 3) + alpha * image


def judge(state, image: torch.Tensor, *, last: int, step: int, alpha: float = 1.0) -> torch.Tensor:
    def from_rgb(i: int, x: torch.Tensor) -> torch.Tensor:
        if f"from_rgb.{i}.0.conv.bias" in state:
            return F.leaky_relu(conv(state, f"from_rgb.{i}.0.conv", x, padding=0), 0.2)
        return conv(state, f"from_rgb.{i}.conv", x, padding=0)

    x = from_rgb(last - step, image)
    for i in range(last - step, last):
        prefix = f"progression.{i}."
        x = blurred(F.leaky_relu(conv(state, f"{prefix}conv1.0.conv", x), 0.2))
        if f"{prefix}conv2.1.weight" in state:
            weight, bias = (
                spread(he(state[f"{prefix}conv2.1.weight"])),
                state[f"{prefix}conv2.1.bias"],
            )
            x = F.conv2d(x, weight, bias, stride=2, padding=1)
        else:
            x = F.avg_pool2d(conv(state, f"{prefix}conv2.1.conv", x), 2)
        x = F.leaky_relu(x, 0.2)
        if i == last - step and alpha < 1:
            x = (1 - alpha) * from_rgb(i + 1, F.avg_pool2d(image, 2)) + alpha * x
    spreads = (x.var(dim=0, correction=0) + 1e-8).sqrt().mean()
    x = torch.cat([x, spreads.expand(len(x), 1, 4, 4)], dim=1)
    x = F.leaky_relu(conv(state, f"progression.{last}.conv1.0.conv", x), 0.2)
    x = F.leaky_relu(conv(state, f"progression.{last}.conv2.0.conv", x, padding=0), 0.2)
    return dense(state, "linear.linear", x.flatten(1))


@pytest.fixture
def saved(tmp_path):
    """Opens what torch.save makes of a value."""

    def opened(value: object, name: str = "150000.model"):
        torch.save(value, tmp_path / name)
        return import_path(tmp_path / name)

    return opened


def maps(step: int, *, n: int) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
    """Noise for each size, and the same for each of our layers."""
    noise = [torch.randn(n, 1, 4 << k, 4 << k) for k in range(step + 1)]
    return noise, [noise[i // 2] for i in range(2 * step + 2)]


@torch.no_grad()
@pytest.mark.parametrize("fused", [True, False], ids=["fused", "apart"])
def test_a_generator_alone_gives_its_pictures_at_every_stage(saved, near, fused):
    state = net_g(fused=fused)
    model = saved(state)
    card = model.card
    assert (card.family, card.size, card.z_dim, card.styles) == ("stylegan", 32, CODE, 8)
    assert (card.name, card.generator["channels"]) == ("150000", [8, 8, 7, 5])
    z = torch.randn(3, CODE)
    w = mapped(state, z)
    near(model.generator.map(z), w)
    for step in range(4):
        noise, ours = maps(step, n=3)
        for alpha in (1.0, 0.3) if step else (1.0,):
            image = model.generator(z, noise=ours, size=4 << step, alpha=alpha)
            near(image, draw(state, w, noise, step=step, alpha=alpha))


@torch.no_grad()
@pytest.mark.parametrize("active", [True, False], ids=["activation", "plain"])
def test_of_a_training_state_the_average_and_the_discriminator_are_taken(saved, near, active):
    states = {"generator": net_g(), "discriminator": net_d(active=active), "g_running": net_g()}
    optimizer = {"state": {0: {"step": 3, "exp_avg": torch.zeros(3)}}, "param_groups": []}
    model = saved({**states, "g_optimizer": optimizer, "d_optimizer": optimizer})
    z = torch.randn(2, CODE)
    near(model.generator.map(z), mapped(states["g_running"], z))
    for step in range(4):
        for alpha in (1.0, 0.3) if step else (1.0,):
            image = torch.randn(5, 3, 4 << step, 4 << step)
            score = judge(states["discriminator"], image, last=3, step=step, alpha=alpha)
            near(model.discriminator(image, alpha=alpha), score)


@torch.no_grad()
def test_sizes_that_were_never_trained_are_left_out(saved, near):
    states = {"g_running": net_g(trained=2), "discriminator": net_d()}
    model = saved(states)
    assert model.card.size == model.generator.size == model.discriminator.size == 8
    assert "32 pixels, but was trained up to 8" in model.card.limits
    z = torch.randn(2, CODE)
    noise, ours = maps(1, n=2)
    w = mapped(states["g_running"], z)
    near(model.generator(z, noise=ours), draw(states["g_running"], w, noise, step=1))
    image = torch.randn(2, 3, 8, 8)
    near(model.discriminator(image), judge(states["discriminator"], image, last=3, step=1))


@pytest.mark.parametrize(
    ("name", "size"), [("train_step-3.model", 16), ("train_step-9.model", 32), ("step3.pt", 32)]
)
def test_the_step_in_the_name_says_the_size(saved, name, size):
    """train_step-3 is written when step 3, that of 32 px, begins."""
    assert saved(net_g(), name).card.size == size


def test_a_network_that_was_never_trained_keeps_all_sizes(saved):
    assert saved(net_g(trained=0)).card.size == 32


@torch.no_grad()
def test_what_the_file_lacks_is_drawn_the_same_every_time(saved):
    state = net_g()
    torch.manual_seed(1)
    first = saved(state)
    torch.manual_seed(2)
    second = saved(state, "again.model")
    assert first.digest == second.digest
    layers = first.generator.synthesis.layers
    assert torch.equal(layers[4].noise_const, layers[5].noise_const)
    assert abs(layers[7].noise_const.std() - 1) < 0.1
    average = mapped(state, torch.randn(4000, CODE)).mean(dim=0)
    assert (first.generator.map.w_avg - average).abs().max() < 0.1 * average.abs().max()


def test_what_is_odd_is_refused_in_words(saved, refusal):
    state = net_g()

    def opened(value: object):
        return refusal(lambda: saved(value))

    assert "discriminator of a StyleGAN only" in opened(net_d())
    assert "several generators" in opened({"a": state, "b": net_g()})
    name = "generator.progression.1.adain2.style.linear.bias"
    assert name in opened({k: v for k, v in state.items() if k != name})
    assert "generator.odd" in opened(state | {"generator.odd": torch.zeros(2)})
    wrong = state | {"generator.progression.1.conv2.conv.weight_orig": torch.zeros(8, 9, 3, 3)}
    assert "numbers instead of" in opened(wrong)
    sharp = state | {"generator.progression.1.conv1.2.weight": torch.ones(8, 1, 3, 3) / 9}
    assert "another blur" in opened(sharp)
    narrow = state | {"style.3.linear.weight_orig": torch.zeros(CODE, 3)}
    assert "numbers instead of" in opened(narrow)
    no_mapping = {k: v for k, v in state.items() if not k.startswith("style")}
    opened(no_mapping)
    wide = {"generator.progression.12.conv2.conv.bias": torch.zeros(2)}
    assert "damaged" in opened(state | wide)


def test_far_too_many_sizes_are_refused_before_anything_is_drawn(saved, refusal):
    assert "sizes of pictures" in refusal(lambda: saved(net_g((2,) * 14)))


def test_tensors_that_claim_more_than_the_file_are_refused(saved, refusal):
    base = torch.randn(9 * 64 * 64)
    shared = {k: base[: v.numel()].view(v.shape) for k, v in net_g((64, 64)).items()}
    assert "bytes of weights in a file of" in refusal(lambda: saved(shared)).detail
