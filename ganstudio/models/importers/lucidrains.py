"""StyleGAN 2 as lucidrains' stylegan2-pytorch saves it: models/NAME/model_N.pt.

The file holds all networks in one dictionary, of which SE and GE are the averages. The rate of the
mapping network stands in `.config.json` beside it, and nowhere else.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.errors import StudioError
from ganstudio.models.card import Card, safe_name
from ganstudio.models.checkpoint import Content
from ganstudio.models.importers.drawn import W_AVERAGE, Average, NoiseMap
from ganstudio.models.importers.folding import plain_dense
from ganstudio.models.importers.states import State, Tensors, find
from ganstudio.models.importers.weights import Value, model
from ganstudio.models.model import Model

TITLE = "StyleGAN 2 (lucidrains)"
LR_MUL = 0.01  # of our mapping network
USUAL_RATE = 0.1  # of theirs
FIRST = "GE.initial_conv.weight"
BAND = 1 / math.sqrt(12)  # the deviation of their noise, which is uniform in 0..1
LACKING = {"attn_blocks.": "attention layers", "quantize_blocks.": "vector quantisation"}
CONFIG = ".config.json"
MOST_CONFIG = 1 << 16  # bytes


def matches(content: Content) -> bool:
    return bool(_states(content.value))


def load(content: Content) -> Model:
    """SE and GE, and D where it has neither attention nor vector quantisation.

    Raises StudioError for a generator with attention, and for one that draws transparent pictures.
    """
    states = _states(content.value)
    if len(states) > 1:
        raise StudioError(
            "{name} holds several models ({models}); open one of them.",
            name=content.name,
            models=", ".join(states)[:80],
        )
    state = next(iter(states.values()))
    config = _config(content)
    rate = _rate(config, content.name)
    tensors = _part(content, state, "GE", "SE")
    if tensors.has("attns."):
        raise tensors.refuse("attention layers")
    parts: dict[str, dict[str, Value]] = {}
    parts["generator"], options = _generator(tensors, rate=rate)
    limits = ["The file has no average w and no noise maps: taken from fixed seeds here."]
    if config is None:
        limits.append(f"There was no {CONFIG} beside it: its mapping's rate is taken for {rate}.")
    discriminator = None
    critic = _part(content, state, "D")
    lacking = [what for prefix, what in LACKING.items() if critic.has(prefix)]
    if lacking:
        limits.append(f"Its discriminator, which has {lacking[0]}, is left out.")
    elif critic.left:
        parts["discriminator"], discriminator = _discriminator(critic)
    card = Card(
        name=safe_name(content.stem),
        family="stylegan2-lucidrains",
        kind="face",
        size=4 << (len(options["channels"]) - 1),
        generator=options,
        discriminator=discriminator,
        z_dim=options["z_dim"],
        styles=2 * len(options["channels"]),
        limits=" ".join(limits),
        origin=f"imported from {content.name}, a StyleGAN 2 of lucidrains' stylegan2-pytorch",
    )
    return model(content, card, parts)


def _states(value: Any) -> dict[str, State]:
    return find(value, lambda state: FIRST in state)


def _part(content: Content, state: State, *prefixes: str) -> Tensors:
    """The tensors of some of the networks: those of the first without its name, others with it."""
    first, *others = prefixes
    found = {n.removeprefix(f"{first}."): v for n, v in state.items() if n.startswith(f"{first}.")}
    for other in others:
        found |= {name: v for name, v in state.items() if name.startswith(f"{other}.")}
    return Tensors(content, found, title=TITLE)


def _config(content: Content) -> dict[str, Any] | None:
    """The settings beside the file, None where there are none.

    Raises StudioError where they are damaged: without them the faces would be others.
    """
    path = content.path and content.path.with_name(CONFIG)
    if path is None or not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            config = json.loads(file.read(MOST_CONFIG))
        if not isinstance(config, dict):
            raise ValueError(f"a {type(config).__name__}")
    except (OSError, ValueError, RecursionError) as error:
        raise _odd_config(content.name, path, repr(error)) from error
    return config


def _rate(config: dict[str, Any] | None, name: str) -> float:
    """The learning rate multiplier of their mapping network."""
    rate = (config or {}).get("lr_mlp", USUAL_RATE)
    if isinstance(rate, bool) or not isinstance(rate, (int, float)) or not 0 < rate <= 1000:
        raise _odd_config(name, Path(CONFIG), f"lr_mlp {rate!r}"[:80])
    return float(rate)


def _odd_config(name: str, path: Path, detail: str) -> StudioError:
    return StudioError(
        "{name} cannot be opened: the settings beside it, {config}, are damaged; get "
        "them again from where it came.",
        name=name,
        config=path.name,
        detail=detail,
    )


def _generator(tensors: Tensors, *, rate: float) -> tuple[dict[str, Value], dict[str, Any]]:
    """Weights by our names, and our generator's options."""
    levels = tensors.count(r"blocks\.(\d+)\.")
    tensors.size(levels)
    mapping, layers = _mapping(tensors, rate=rate)
    start, style_start = _start(tensors)
    found: dict[str, Value] = {**mapping, **start}
    channels, img_channels = [], 0
    for k in range(levels):
        for i in range(2):
            layer = f"synthesis.layers.{2 * k + i}"
            style, noise, conv = (
                f"blocks.{k}.{x}{i + 1}" for x in ("to_style", "to_noise", "conv")
            )
            found |= _modulated(tensors, f"{layer}.conv", style, conv)
            weight, bias = tensors.pair(noise, dims=2)
            strength = weight.flatten()
            found[f"{layer}.noise_strength"] = (strength * BAND).float()
            found[f"{layer}.bias"] = (bias + strength / 2).float()
            found[f"{layer}.noise_const"] = NoiseMap(4 << k, seed=k, uniform=True)
        channels.append(found[f"{layer}.bias"].shape[0])
        rgb, theirs = f"synthesis.to_rgb.{k}", f"blocks.{k}.to_rgb"
        found |= _modulated(tensors, rgb, f"{theirs}.to_style", f"{theirs}.conv")
        img_channels = found[f"{rgb}.weight"].shape[0]
    tensors.drop(r"blocks\.\d+\.to_rgb\.upsample\.1\.f")
    tensors.finish()
    w_dim = found["synthesis.layers.0.conv.affine.weight"].shape[1]
    found[W_AVERAGE] = Average(w_dim)
    return found, {
        "channels": channels,
        "z_dim": mapping["map.dense.0.weight"].shape[1],
        "w_dim": w_dim,
        "mapping_layers": layers,
        "img_channels": img_channels,
        "style_start": style_start,
    }


def _mapping(tensors: Tensors, *, rate: float) -> tuple[dict[str, Tensor], int]:
    """Dense layers 0, 2, 4 ... of a sequence. Their z has length 1, ours a mean square of 1."""
    found: dict[str, Tensor] = {}
    layers = 0
    while f"SE.net.{2 * layers}.weight" in tensors.left:
        weight, bias = tensors.pair(f"SE.net.{2 * layers}", dims=2)
        shorter = 1 if layers else math.sqrt(weight.shape[1])
        pair = weight * rate / shorter, bias * rate
        found |= plain_dense(f"map.dense.{layers}", pair, lr_mul=LR_MUL, lrelu=True)
        layers += 1
    return found, layers


def _start(tensors: Tensors) -> tuple[dict[str, Tensor], bool]:
    """What the first layer gets: their constant, or a layer of the mean style, convolved once."""
    weight, bias = tensors.pair("initial_conv", dims=4)
    if "to_initial_block.weight" not in tensors.left:
        const = F.conv2d(tensors.take("initial_block", dims=4), weight, bias, padding=1)
        return {"synthesis.const": const[0].float()}, False
    taps = tensors.take("to_initial_block.weight", dims=4)  # [w_dim, C, 4, 4]
    dense = F.conv2d(taps, weight, padding=1).flatten(1).T
    const = bias[:, None, None].expand(-1, 4, 4)
    start = plain_dense("synthesis.start", (dense, torch.zeros(len(dense))), lr_mul=1)
    return {"synthesis.const": const.float(), **start}, True


def _modulated(tensors: Tensors, ours: str, style: str, conv: str) -> dict[str, Tensor]:
    """A modulated convolution; their styles are told less one."""
    weight, bias = tensors.pair(style, dims=2)
    taps = tensors.take(f"{conv}.weight", dims=4)
    affine = plain_dense(f"{ours}.affine", (weight, bias + 1))
    return {**affine, f"{ours}.weight": (taps * math.sqrt(taps[0].numel())).float()}


def _discriminator(tensors: Tensors) -> tuple[dict[str, Value], dict[str, Any]]:
    """Weights by our names, and our discriminator's options."""
    blocks = tensors.count(r"blocks\.(\d+)\.")
    tensors.size(blocks - 1)
    found: dict[str, Value] = {}
    channels: list[int] = []

    def conv(ours: str, theirs: str, *, dims: int = 4) -> Tensor:
        weight, bias = tensors.pair(theirs, dims=dims)
        found[f"{ours}.weight"], found[f"{ours}.bias"] = weight.float(), bias.float()
        return weight

    for i in range(blocks):
        ours = theirs = f"blocks.{i}"
        weight = conv(f"{ours}.skip", f"{theirs}.conv_res")
        channels.append(len(weight))
        if i == 0:
            img_channels = weight.shape[1]
        conv(f"{ours}.conv0", f"{theirs}.net.0")
        conv(f"{ours}.conv1", f"{theirs}.net.2")
        if i < blocks - 1:
            conv(f"{ours}.down", f"{theirs}.downsample.1")
    conv("conv", "final_conv")
    conv("out", "to_logit", dims=2)
    tensors.drop(r"blocks\.\d+\.downsample\.0\.f")
    tensors.finish()
    return found, {"channels": channels, "img_channels": img_channels}
