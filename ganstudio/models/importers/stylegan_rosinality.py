"""StyleGAN as rosinality's style-based-gan-pytorch saves it: whole training states, or a generator.

A file holds all sizes up to 1024 px, whatever size training came to. Those that were never trained
still have the zeros that they began with, and are left out; so are those beyond the step that the
file's name tells. Both layers of a size get the same noise there, and so do they here.
"""

from __future__ import annotations

import re
from typing import Any

import torch
from torch import Tensor

from ganstudio.models.card import Card, safe_name
from ganstudio.models.checkpoint import Content
from ganstudio.models.importers.drawn import W_AVERAGE, Average, NoiseMap
from ganstudio.models.importers.folding import Pair, he, he_layer, named
from ganstudio.models.importers.states import State, Tensors, choose, find
from ganstudio.models.importers.weights import Value, model
from ganstudio.models.model import Model
from ganstudio.networks.layers import SQRT2

TITLE = "StyleGAN"
LR_MUL = 0.01  # of our mapping network
WHOLE_BATCH = 1 << 16
STEP = re.compile(r"train_step-(\d{1,2})\b")
FIRST = "generator.progression.0.conv1.input"
LAST = "linear.linear.weight_orig"


def matches(content: Content) -> bool:
    return bool(_states(content.value))


def load(content: Content) -> Model:
    """The averaged generator, and the discriminator where there is exactly one.

    Raises StudioError where there is no generator, or more than one and none is the average.
    """
    states = _states(content.value)
    generators = {name: state for name, state in states.items() if FIRST in state}
    discriminators = [state for name, state in states.items() if name not in generators]
    state = choose(generators, usual=("g_running", "generator"), content=content, title=TITLE)
    tensors = Tensors(content, state, title=TITLE)
    parts: dict[str, dict[str, Value]] = {}
    parts["generator"], options, there = generator(tensors, most=_levels(content.stem))
    size, z_dim = 4 << (len(options["channels"]) - 1), options["z_dim"]
    discriminator = None
    if len(discriminators) == 1:
        critic = Tensors(content, discriminators[0], title=TITLE)
        parts["discriminator"], discriminator = _discriminator(critic, most=size)
    limits = "The file has no average w and no noise maps: taken from fixed seeds here."
    if size < there:
        limits += f" It goes up to {there} pixels, but was trained up to {size} only."
    card = Card(
        name=safe_name(content.stem),
        family="stylegan",
        kind="face",
        size=size,
        generator=options,
        discriminator=discriminator,
        z_dim=z_dim,
        styles=2 * len(options["channels"]),
        limits=limits,
        origin=f"imported from {content.name}, a StyleGAN of rosinality's style-based-gan-pytorch",
    )
    return model(content, card, parts)


def _states(value: Any) -> dict[str, State]:
    return find(value, lambda state: FIRST in state or LAST in state)


def _levels(stem: str) -> int | None:
    """How many sizes are trained by the file's name; train_step-7 is written before step 7."""
    found = STEP.search(stem)
    return max(int(found[1]), 1) if found else None


def generator(
    tensors: Tensors, *, most: int | None
) -> tuple[dict[str, Value], dict[str, Any], int]:
    """Weights by our names, our generator's options, and the size that the file goes up to."""
    there = tensors.count(r"generator\.progression\.(\d+)\.")
    largest = tensors.size(there)
    mapping, z_dim, layers = _mapping(tensors)
    found: dict[str, Value] = {**mapping, W_AVERAGE: Average(z_dim)}
    const = tensors.take(FIRST, dims=4)
    found["synthesis.const"] = const[0].float()
    levels = [_level(tensors, k) for k in range(there)]
    tensors.finish()
    trained = [k for k, level in enumerate(levels) if _is_trained(level)]
    count = min(there, most or there, 1 + max(trained, default=there))
    for k, level in enumerate(levels[:count]):
        found |= level
        if k == 0:
            found["synthesis.layers.0.bias"] = torch.zeros(const.shape[1])
        for layer in (2 * k, 2 * k + 1):
            found[f"synthesis.layers.{layer}.noise_const"] = NoiseMap(4 << k, seed=k)
    options = {
        "channels": [len(levels[k][f"synthesis.layers.{2 * k + 1}.bias"]) for k in range(count)],
        "z_dim": z_dim,
        "w_dim": levels[0]["synthesis.layers.0.affine.weight"].shape[1],
        "mapping_layers": layers,
        "img_channels": levels[0]["synthesis.to_rgb.0.bias"].shape[0],
        "eps": 1e-5,
        "bias_first": True,
    }
    return found, options, largest


def _pair(tensors: Tensors, name: str, *, dims: int) -> Pair:
    """A layer with equalized learning rate."""
    return tensors.take(f"{name}.weight_orig", dims=dims), tensors.take(f"{name}.bias", dims=1)


def _mapping(tensors: Tensors) -> tuple[dict[str, Tensor], int, int]:
    """Dense layers 1, 3, 5 ... of a sequence; their rate is no part of their weights."""
    found: dict[str, Tensor] = {}
    layers, z_dim = 0, 0
    while f"style.{2 * layers + 1}.linear.weight_orig" in tensors.left:
        weight, bias = _pair(tensors, f"style.{2 * layers + 1}.linear", dims=2)
        z_dim = z_dim or weight.shape[1]
        found |= named(f"map.dense.{layers}", weight / LR_MUL, bias / (LR_MUL * SQRT2))
        layers += 1
    return found, z_dim, layers


def _level(tensors: Tensors, k: int) -> dict[str, Tensor]:
    """Two layers and to-RGB of one size."""
    ours, theirs = "synthesis.layers.{}", f"generator.progression.{k}."
    found: dict[str, Tensor] = {}
    if k:
        weight, bias = _doubling(tensors, f"{theirs}conv1.")
        found |= named(ours.format(2 * k), weight, bias)
    found |= named(ours.format(2 * k + 1), *_pair(tensors, f"{theirs}conv2.conv", dims=4))
    for i in range(2):
        layer = ours.format(2 * k + i)
        strength = tensors.take(f"{theirs}noise{i + 1}.weight_orig", dims=4)
        found[f"{layer}.noise_strength"] = (strength * he(strength)).flatten().float()
        weight, bias = _pair(tensors, f"{theirs}adain{i + 1}.style.linear", dims=2)
        bias[: len(bias) // 2] -= 1  # our scales are told less one
        found |= he_layer(f"{layer}.affine", (weight, bias), lrelu=False)
    to_rgb = _pair(tensors, f"generator.to_rgb.{k}.conv", dims=4)
    return found | he_layer(f"synthesis.to_rgb.{k}", to_rgb, lrelu=False)


def _doubling(tensors: Tensors, prefix: str) -> Pair:
    """The layer that doubles the size: pixels repeated and a convolution, or both at once.

    Ours is a transposed convolution, for which the taps of a convolution are mirrored.
    """
    if f"{prefix}0.weight" not in tensors.left:
        weight, bias = _pair(tensors, f"{prefix}1.conv", dims=4)
        _blur(tensors, f"{prefix}2")
        return weight.flip(2, 3), bias
    weight, bias = tensors.pair(f"{prefix}0", dims=4)
    _blur(tensors, f"{prefix}1")
    return weight.transpose(0, 1) / 4, bias


def _blur(tensors: Tensors, name: str) -> None:
    """Its blur must be ours, [1, 2, 1] in both directions."""
    taps = torch.tensor([1.0, 2.0, 1.0])
    for leaf in ("weight", "weight_flip"):
        kernel = tensors.take(f"{name}.{leaf}", dims=4)
        if kernel.shape[1:] != (1, 3, 3) or not torch.allclose(
            kernel.float(), (torch.outer(taps, taps) / 16).expand_as(kernel), atol=1e-6
        ):
            raise tensors.refuse("another blur than [1, 2, 1]")


def _is_trained(level: dict[str, Tensor]) -> bool:
    """Biases and noise begin at zero, and training moves them."""
    begins_at_zero = re.compile(r".*(noise_strength|\d\.bias)")
    return any(bool(t.any()) for name, t in level.items() if begins_at_zero.fullmatch(name))


def _discriminator(tensors: Tensors, *, most: int) -> tuple[dict[str, Value], dict[str, Any]]:
    """Weights of the sizes up to `most` by our names, and our discriminator's options."""
    there = tensors.count(r"from_rgb\.(\d+)\.")
    tensors.size(there)
    levels = min(there, most.bit_length() - 2)
    active = "from_rgb.0.0.conv.weight_orig" in tensors.left
    found: dict[str, Value] = {}
    channels, img_channels = [], 0
    for i in reversed(range(there)):  # the last is that of 4 px
        rgb = _pair(tensors, f"from_rgb.{i}.0.conv" if active else f"from_rgb.{i}.conv", dims=4)
        layers = he_layer(f"from_rgb.{there - 1 - i}", rgb, lrelu=active)
        first = _pair(tensors, f"progression.{i}.conv1.0.conv", dims=4)
        if i == there - 1:
            weight, bias = _pair(tensors, f"progression.{i}.conv2.0.conv", dims=4)
            layers |= he_layer("conv", first, lrelu=True)
            layers |= he_layer("dense", (weight.flatten(1), bias), lrelu=True)
        else:
            block = f"blocks.{there - 2 - i}"
            layers |= he_layer(f"{block}.conv0", first, lrelu=True)
            second = _halving(tensors, f"progression.{i}.conv2.")
            layers |= he_layer(f"{block}.conv1", second, lrelu=True)
        if there - 1 - i < levels:
            found |= layers
            channels.append(len(rgb[0]))
            img_channels = rgb[0].shape[1]
    found |= he_layer("out", _pair(tensors, "linear.linear", dims=2), lrelu=False)
    tensors.finish()
    return found, {
        "channels": channels,
        "img_channels": img_channels,
        "group": WHOLE_BATCH,
        "rgb_lrelu": active,
        "wide_first": True,
    }


def _halving(tensors: Tensors, prefix: str) -> Pair:
    """The layer that halves the size, in one step or in two."""
    _blur(tensors, f"{prefix}0")
    if f"{prefix}1.weight" in tensors.left:
        return tensors.pair(f"{prefix}1", dims=4)
    return _pair(tensors, f"{prefix}1.conv", dims=4)
