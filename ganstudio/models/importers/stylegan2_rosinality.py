"""StyleGAN 2 as rosinality's stylegan2-pytorch saves it: training states, or a converted model.

Its networks are those of the paper, as ours are: only names differ. Noise maps and the average w
are drawn from fixed seeds where a file has none.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from ganstudio.models.card import Card, safe_name
from ganstudio.models.checkpoint import Content
from ganstudio.models.importers.drawn import W_AVERAGE, Average, NoiseMap
from ganstudio.models.importers.states import State, Tensors, choose, find
from ganstudio.models.importers.weights import Value, model
from ganstudio.models.inert import Array
from ganstudio.models.model import Model

TITLE = "StyleGAN 2"
FIRST, LAST = "conv1.conv.modulation.weight", "final_linear.1.weight"
TAPS = torch.outer(torch.tensor([1.0, 3.0, 3.0, 1.0]), torch.tensor([1.0, 3.0, 3.0, 1.0])) / 64


def matches(content: Content) -> bool:
    return bool(_states(content.value))


def load(content: Content) -> Model:
    """The averaged generator, and the discriminator where there is exactly one.

    Raises StudioError where there is no generator, or more than one and none is the average.
    """
    states = _states(content.value)
    generators = {name: state for name, state in states.items() if FIRST in state}
    discriminators = [state for name, state in states.items() if name not in generators]
    state = choose(generators, usual=("g_ema", "g"), content=content, title=TITLE)
    tensors = Tensors(content, state, title=TITLE)
    parts: dict[str, dict[str, Value]] = {}
    missing: list[str] = []
    parts["generator"], options = _generator(tensors, missing)
    average = content.value.get("latent_avg") if isinstance(content.value, dict) else None
    if isinstance(average, Array) and average.shape == (options["w_dim"],):
        parts["generator"][W_AVERAGE] = average
    else:
        missing.append("average w")
    discriminator = None
    if len(discriminators) == 1:
        critic = Tensors(content, discriminators[0], title=TITLE)
        parts["discriminator"], discriminator = _discriminator(critic)
    card = Card(
        name=safe_name(content.stem),
        family="stylegan2",
        kind="face",
        size=4 << (len(options["channels"]) - 1),
        generator=options,
        discriminator=discriminator,
        z_dim=options["z_dim"],
        styles=2 * len(options["channels"]),
        limits=_limits(missing),
        origin=f"imported from {content.name}, a StyleGAN 2 of rosinality's stylegan2-pytorch",
    )
    return model(content, card, parts)


def _limits(missing: list[str]) -> str:
    if not missing:
        return ""
    return f"The file has no {' and no '.join(missing)}: taken from fixed seeds here."


def _states(value: Any) -> dict[str, State]:
    return find(value, lambda state: FIRST in state or LAST in state)


def _generator(tensors: Tensors, missing: list[str]) -> tuple[dict[str, Value], dict[str, Any]]:
    """Weights by our names, and our generator's options; notes what is `missing`."""
    levels = 1 + tensors.count(r"to_rgbs\.(\d+)\.")
    tensors.size(levels)
    found: dict[str, Value] = {}
    layers = 0
    while f"style.{layers + 1}.weight" in tensors.left:
        found |= _pair(f"map.dense.{layers}", tensors.pair(f"style.{layers + 1}", dims=2))
        layers += 1
    found["synthesis.const"] = tensors.take("input.input", dims=4)[0].float()
    if not tensors.has("noises."):
        missing.append("noise maps")
    for i in range(2 * levels - 1):
        ours, theirs = f"synthesis.layers.{i}", f"convs.{i - 1}" if i else "conv1"
        found |= _modulated(tensors, f"{theirs}.conv", ours)
        found[f"{ours}.bias"] = tensors.take(f"{theirs}.activate.bias", dims=1).float()
        strength = tensors.take(f"{theirs}.noise.weight", dims=1)
        found[f"{ours}.noise_strength"] = strength.reshape(()).float()
        size = 4 << (i + 1) // 2
        if "noise maps" in missing:
            found[f"{ours}.noise_const"] = NoiseMap(size, seed=i)
        else:
            found[f"{ours}.noise_const"] = _flat(tensors.take(f"noises.noise_{i}", dims=4))
    for k in range(levels):
        ours, theirs = f"synthesis.to_rgb.{k}", f"to_rgbs.{k - 1}" if k else "to_rgb1"
        found |= _modulated(tensors, f"{theirs}.conv", ours)
        found[f"{ours}.bias"] = tensors.take(f"{theirs}.bias", dims=4).flatten().float()
    _check_filters(tensors)
    tensors.finish()
    first, w_dim = found["map.dense.0.weight"], found["synthesis.layers.0.affine.weight"].shape[1]
    found[W_AVERAGE] = Average(w_dim)
    return found, {
        "channels": [found[f"synthesis.layers.{2 * k}.bias"].shape[0] for k in range(levels)],
        "z_dim": first.shape[1],
        "w_dim": w_dim,
        "mapping_layers": layers,
        "img_channels": found["synthesis.to_rgb.0.bias"].shape[0],
    }


def _discriminator(tensors: Tensors) -> tuple[dict[str, Value], dict[str, Any]]:
    """Weights by our names, and our discriminator's options."""
    blocks = tensors.count(r"convs\.(\d+)\.") - 1
    tensors.size(blocks + 1)
    found: dict[str, Value] = {}

    def conv(ours: str, weight: str, bias: str | None) -> None:
        found[f"{ours}.weight"] = tensors.take(weight, dims=4).float()
        if bias is not None:
            found[f"{ours}.bias"] = tensors.take(bias, dims=1).float()

    conv("from_rgb", "convs.0.0.weight", "convs.0.1.bias")
    for k in range(blocks):
        ours, theirs = f"blocks.{k}", f"convs.{k + 1}"
        conv(f"{ours}.conv0", f"{theirs}.conv1.0.weight", f"{theirs}.conv1.1.bias")
        conv(f"{ours}.conv1", f"{theirs}.conv2.1.weight", f"{theirs}.conv2.2.bias")
        conv(f"{ours}.skip", f"{theirs}.skip.1.weight", None)
    conv("conv", "final_conv.0.weight", "final_conv.1.bias")
    found |= _pair("dense", tensors.pair("final_linear.0", dims=2))
    found |= _pair("out", tensors.pair("final_linear.1", dims=2))
    _check_filters(tensors)
    tensors.finish()
    widths = [found[f"blocks.{k}.conv0.bias"].shape[0] for k in range(blocks)]
    return found, {
        "channels": [found["conv.bias"].shape[0], *reversed(widths)],
        "img_channels": found["from_rgb.weight"].shape[1],
    }


def _modulated(tensors: Tensors, theirs: str, ours: str) -> dict[str, Tensor]:
    weight = _flat(tensors.take(f"{theirs}.weight", dims=5), dims=4)
    affine = _pair(f"{ours}.affine", tensors.pair(f"{theirs}.modulation", dims=2))
    return {f"{ours}.weight": weight, **affine}


def _pair(name: str, pair: tuple[Tensor, Tensor]) -> dict[str, Tensor]:
    return {f"{name}.weight": pair[0].float(), f"{name}.bias": pair[1].float()}


def _flat(tensor: Tensor, *, dims: int = 2) -> Tensor:
    """Without the leading sizes, which are 1."""
    return tensor.reshape(tensor.shape[tensor.dim() - dims :]).float()


def _check_filters(tensors: Tensors) -> None:
    """Blur and doubling must use [1, 3, 3, 1]; where they double, four times of it."""
    for name in [name for name in tensors.left if name.rpartition(".")[2] == "kernel"]:
        kernel = tensors.take(name, dims=2)
        if kernel.shape != (4, 4) or not torch.allclose(
            kernel.float() / kernel.float().sum(), TAPS, atol=1e-6
        ):
            raise tensors.refuse("another resampling filter than [1, 3, 3, 1]")
