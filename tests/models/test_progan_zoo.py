"""ProGANs of pytorch_GAN_zoo: against its numbers, and against a plain writing of its layers."""

from __future__ import annotations

import math
import pickle
import sys
import types

import pytest
import torch
import torch.nn.functional as F

from ganstudio.models.importers import import_path

DEPTHS = (6, 5, 4)


def layer(name: str, *shape: int) -> dict[str, torch.Tensor]:
    return {
        f"{name}.module.weight": torch.randn(shape),
        f"{name}.module.bias": torch.randn(shape[0]),
    }


def net_g(depths=DEPTHS, *, z_dim: int = 7, colours: int = 3) -> dict[str, torch.Tensor]:
    first = depths[0]
    state = layer("formatLayer", 16 * first, z_dim) | layer("groupScale0.0", first, first, 3, 3)
    for k, out in enumerate(depths):
        if k:
            state |= layer(f"scaleLayers.{k - 1}.0", out, depths[k - 1], 3, 3)
            state |= layer(f"scaleLayers.{k - 1}.1", out, out, 3, 3)
        state |= layer(f"toRGBLayers.{k}", colours, out, 1, 1)
    return state


def net_d(depths=DEPTHS, *, spread: bool = True, scores: int = 1) -> dict[str, torch.Tensor]:
    first = depths[0]
    state = layer("groupScaleZero.0", first, first + spread, 3, 3)
    state |= layer("groupScaleZero.1", first, 16 * first) | layer("decisionLayer", scores, first)
    for k, out in enumerate(depths):
        if k:
            state |= layer(f"scaleLayers.{k - 1}.0", out, out, 3, 3)
            state |= layer(f"scaleLayers.{k - 1}.1", depths[k - 1], out, 3, 3)
        state |= layer(f"fromRGBLayers.{k}", out, 3, 1, 1)
    return state


def apply(state: dict[str, torch.Tensor], name: str, x: torch.Tensor) -> torch.Tensor:
    """He's constant times all that the layer gives."""
    weight, bias = state[f"{name}.module.weight"], state[f"{name}.module.bias"]
    pad = weight.shape[-1] // 2
    y = F.linear(x, weight, bias) if x.dim() == 2 else F.conv2d(x, weight, bias, padding=pad)
    return y * math.sqrt(2 / weight[0].numel())


def norm(x: torch.Tensor) -> torch.Tensor:
    return x / (x.square().mean(dim=1, keepdim=True) + 1e-8).sqrt()


def draw(state: dict[str, torch.Tensor], z: torch.Tensor, *, old: float = 0.0) -> torch.Tensor:
    """old: the share of the picture before the last doubling."""
    x = norm(F.leaky_relu(apply(state, "formatLayer", norm(z)), 0.2).reshape(len(z), -1, 4, 4))
    x = norm(F.leaky_relu(apply(state, "groupScale0.0", x), 0.2))
    levels = sum(name.startswith("toRGB") for name in state) // 2
    before = x
    for k in range(1, levels):
        before, x = x, x.repeat_interleave(2, 2).repeat_interleave(2, 3)
        for i in range(2):
            x = norm(F.leaky_relu(apply(state, f"scaleLayers.{k - 1}.{i}", x), 0.2))
    image = apply(state, f"toRGBLayers.{levels - 1}", x)
    before = apply(state, f"toRGBLayers.{levels - 2}", before)
    return (1 - old) * image + old * before.repeat_interleave(2, 2).repeat_interleave(2, 3)


def judge(state: dict[str, torch.Tensor], x: torch.Tensor) -> torch.Tensor:
    levels = sum(name.startswith("fromRGB") for name in state) // 2
    x = F.leaky_relu(apply(state, f"fromRGBLayers.{levels - 1}", x), 0.2)
    for k in range(levels - 1, 0, -1):
        for i in range(2):
            x = F.leaky_relu(apply(state, f"scaleLayers.{k - 1}.{i}", x), 0.2)
        x = F.avg_pool2d(x, 2)
    if state["groupScaleZero.0.module.weight"].shape[1] > x.shape[1]:
        size = 4 if len(x) % min(len(x), 4) == 0 else len(x)
        spreads = [
            torch.zeros(()) if len(group) == 1 else (group.var(dim=0) + 1e-8).sqrt().mean()
            for group in x.split(size)
            for _ in group
        ]
        x = torch.cat([x, torch.stack(spreads)[:, None, None, None].expand(-1, 1, 4, 4)], dim=1)
    x = F.leaky_relu(apply(state, "groupScaleZero.0", x), 0.2).flatten(1)
    return apply(state, "decisionLayer", F.leaky_relu(apply(state, "groupScaleZero.1", x), 0.2))


@pytest.fixture
def saved(tmp_path):
    """Opens what torch.save makes of a value."""

    def opened(value: object, name: str = "celeba_s5.pth", **settings):
        torch.save(value, tmp_path / name, **settings)
        return import_path(tmp_path / name)

    return opened


class BaseConfig:
    """Only holds attributes, as the zoo's does."""

    __module__ = "models.utils.config"

    def __init__(self, **attributes: object) -> None:
        vars(self).update(attributes)


@pytest.fixture
def zoo_config(monkeypatch):
    for name in ("models", "models.utils", "models.utils.config"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setattr(sys.modules["models.utils.config"], "BaseConfig", BaseConfig, raising=False)
    return BaseConfig


@torch.no_grad()
def test_agrees_with_the_zoo(reference, near):
    folder, expected = reference("progan-zoo-16")
    model = import_path(folder / "weights.pth")
    card = model.card
    assert (card.family, card.kind, card.size, card.z_dim) == ("progan", "face", 16, 32)
    assert (card.styles, card.discriminator) == (0, None)
    near(model.generator(expected["z"]), expected["image"])


@torch.no_grad()
@pytest.mark.parametrize("legacy", [False, True], ids=["zip", "legacy"])
def test_a_generator_alone_gives_its_pictures_at_every_alpha(saved, near, legacy):
    state = net_g()
    model = saved(state, _use_new_zipfile_serialization=not legacy)
    assert model.card.generator["channels"] == [6, 5, 4]
    assert model.card.name == "celeba_s5"
    z = torch.randn(3, 7)
    near(model.generator(z), draw(state, z))
    near(model.generator(z, alpha=0.75), draw(state, z, old=0.25))


@torch.no_grad()
def test_old_files_name_the_layers_without_a_module(saved, near):
    state = net_g(colours=1)
    old = {name.replace(".module.", "."): tensor for name, tensor in state.items()}
    z = torch.randn(3, 7)
    near(saved({"netG": old}).generator(z), draw(state, z))


@torch.no_grad()
def test_of_a_whole_model_the_average_and_the_discriminator_are_taken(saved, near, zoo_config):
    states = {"netG": net_g(), "netD": net_d(), "avgG": net_g()}
    config = zoo_config(alpha=0, depthScale0=6, lossCriterion="WGANGP", attribKeysOrder=None)
    model = saved({"config": config, **states, "tmp": zoo_config(scale=2)})
    z = torch.randn(3, 7)
    near(model.generator(z), draw(states["avgG"], z))
    for n in (1, 2, 4, 5, 8):
        image = torch.randn(n, 3, 16, 16)
        near(model.discriminator(image), judge(states["netD"], image))
    assert model.card.limits == ""


@torch.no_grad()
def test_a_discriminator_without_minibatch_deviation(saved, near):
    states = {"netG": net_g(), "netD": net_d(spread=False)}
    image = torch.randn(4, 3, 16, 16)
    near(saved(states).discriminator(image), judge(states["netD"], image))


@torch.no_grad()
def test_settings_that_change_the_picture_are_heeded(saved, near, zoo_config, refusal):
    state, z = net_g(), torch.randn(3, 7)

    def opened(**settings: object):
        return saved({"config": zoo_config(**settings), "netG": state})

    near(opened(lossCriterion="DCGAN").generator(z), draw(state, z).tanh())
    assert "alpha 0.70" in opened(alpha=0.3).card.limits
    for name, (value, words) in {
        "leakyReluLeak": (0.1, "another LeakyReLU"),
        "perChannelNormalization": (False, "no pixel norm"),
        "equalizedlR": (False, "no equalized learning rate"),
        "categoryVectorDim": (40, "classes"),
    }.items():
        assert words in refusal(lambda name=name, value=value: opened(**{name: value}))


def test_scores_for_classes_are_left_out(saved):
    model = saved({"netG": net_g(), "netD": net_d(scores=5)})
    assert model.discriminator is None
    assert "classes" in model.card.limits


def test_what_is_odd_is_refused_in_words(saved, refusal):
    state = net_g()

    def opened(value: object):
        return refusal(lambda: saved(value))

    assert "discriminator of a ProGAN only" in opened(net_d())
    assert "several generators (a, b)" in opened({"a": state, "b": net_g()})
    less = {name: tensor for name, tensor in state.items() if name != "scaleLayers.0.1.module.bias"}
    assert "scaleLayers.0.1.bias is missing" in opened(less)
    assert "formatLayer.odd" in opened(state | {"formatLayer.odd": torch.zeros(2)})
    wrong = state | {"scaleLayers.0.1.module.weight": torch.zeros(9, 9, 3, 3)}
    assert "numbers instead of" in opened(wrong)
    flat = state | {"scaleLayers.0.1.module.weight": torch.zeros(9)}
    assert "of another shape" in opened(flat)
    whole = state | {"formatLayer.module.bias": torch.zeros(96, dtype=torch.int64)}
    assert "of another shape" in opened(whole)
    assert "4 colour channels" in opened(net_g(colours=4))
    empty = state | {"groupScale0.0.module.weight": torch.zeros(6, 0, 3, 3)}
    assert "damaged" in opened(empty)
    gap = {name.replace("scaleLayers.1", "scaleLayers.7"): t for name, t in state.items()}
    assert "damaged" in opened(gap)


def test_far_too_many_sizes_are_refused_before_anything_is_made(saved, refusal):
    assert "sizes of pictures" in refusal(lambda: saved(net_g((1,) * 14, z_dim=1)))


def test_tensors_that_claim_more_than_the_file_are_refused(saved, refusal):
    base = torch.randn(96 * 7)
    shared = {k: base[: v.numel()].view(v.shape) for k, v in net_g(DEPTHS).items()}
    assert "bytes of weights in a file of" in refusal(lambda: saved(shared)).detail


def test_settings_of_another_class_are_not_made(tmp_path, zoo_config, refusal):
    class Runner:
        __module__, __qualname__ = "models.utils.config", "Runner"

    sys.modules["models.utils.config"].Runner = Runner
    (tmp_path / "x.pth").write_bytes(pickle.dumps({"config": Runner()}))
    assert "models.utils.config.Runner" in refusal(lambda: import_path(tmp_path / "x.pth"))
