"""ProGAN as facebookresearch's pytorch_GAN_zoo saves it: GNet's and DNet's state dictionaries.

A file is the dictionary of one network, or the zoo's whole model: netG, netD, avgG (the average,
which is preferred) and config. The zoo multiplies each layer's output, bias included, by He's
constant, and its alpha is the share of the stage that fades out.
"""

from __future__ import annotations

import math
import re
from typing import Any

import torch
from torch import Tensor

from ganstudio.errors import StudioError
from ganstudio.models.card import Card, safe_name
from ganstudio.models.checkpoint import Content
from ganstudio.models.importers.folding import Pair, he, he_layer, named
from ganstudio.models.importers.states import State, Tensors, choose, find
from ganstudio.models.importers.weights import Weights, model
from ganstudio.models.inert import Settings
from ganstudio.models.model import Model

TITLE = "ProGAN"
WANTED = {  # settings with which our network computes the same -> what the others are called
    "leakyReluLeak": (0.2, "another LeakyReLU"),
    "perChannelNormalization": (True, "no pixel norm"),
    "equalizedlR": (True, "no equalized learning rate"),
}
TANH = ("MSE", "DCGAN")  # losses with which the zoo puts a tanh behind to-RGB


def matches(content: Content) -> bool:
    return bool(_states(content.value))


def load(content: Content) -> Model:
    """The generator, and the discriminator where there is one that ours can compute.

    Raises StudioError where there is no generator, or one with settings that ours lacks.
    """
    states = _states(content.value)
    generators = {k: v for k, v in states.items() if "formatLayer.weight" in v}
    discriminators = [v for k, v in states.items() if k not in generators]
    state = choose(generators, usual=("avgG", "netG"), content=content, title=TITLE)
    tensors = Tensors(content, state, title=TITLE)
    config = _config(content.value)
    _check(config, tensors)
    parts: dict[str, Weights] = {}
    parts["generator"], options = _generator(tensors)
    if config.get("lossCriterion") in TANH:
        options["tanh"] = True
    limits = _limits(config)
    discriminator = None
    if len(discriminators) == 1:
        critic = Tensors(content, discriminators[0], title=TITLE)
        if critic.left["decisionLayer.weight"].shape[:1] == (1,):
            parts["discriminator"], discriminator = _discriminator(critic)
        else:
            limits.append("Its discriminator tells classes apart too and is left out.")
    card = Card(
        name=safe_name(content.stem),
        family="progan",
        kind="face",
        size=4 << (len(options["channels"]) - 1),
        generator=options,
        discriminator=discriminator,
        z_dim=options["z_dim"],
        limits=" ".join(limits),
        origin=f"imported from {content.name}, a ProGAN of pytorch_GAN_zoo",
    )
    return model(content, card, parts)


def _states(value: Any) -> dict[str, State]:
    """Its state dictionaries. Each layer wraps torch's as `module`, in old files not yet."""
    found = find(
        value,
        lambda state: (
            any(f"{layer}.weight" in state for layer in ("formatLayer", "decisionLayer"))
            or any(f"{layer}.module.weight" in state for layer in ("formatLayer", "decisionLayer"))
        ),
    )
    return {
        name: {re.sub(r"\.module\.(weight|bias)$", r".\1", key): v for key, v in state.items()}
        for name, state in found.items()
    }


def _config(value: Any) -> dict[str, Any]:
    """The settings that a whole model of the zoo comes with."""
    config = value.get("config") if isinstance(value, dict) else None
    config = config.values if isinstance(config, Settings) else config
    return config if isinstance(config, dict) else {}


def _check(config: dict[str, Any], tensors: Tensors) -> None:
    for key, (usual, other) in WANTED.items():
        if config.get(key, usual) != usual:
            raise tensors.refuse(other)
    if config.get("categoryVectorDim"):
        raise StudioError(
            "{source} cannot be opened: this ProGAN was trained with classes, which its "
            "latent holds in a form that GAN Studio does not know.",
            source=tensors.source,
        )


def _limits(config: dict[str, Any]) -> list[str]:
    alpha = config.get("alpha")
    if isinstance(alpha, (int, float)) and 0 < alpha <= 1:
        return [f"Saved while its last stage was fading in, at alpha {1 - alpha:.2f}."]
    return []


def _generator(tensors: Tensors) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Weights by our names, and our generator's options."""
    levels = 1 + tensors.count(r"scaleLayers\.(\d+)\.")
    tensors.size(levels)
    weight, bias = _scaled(tensors.pair("formatLayer", dims=2))
    z_dim = weight.shape[1]
    found = named("dense", weight * 4, bias)  # our first layer's gain is a quarter of He's
    channels, img_channels = [], 0
    for k in range(levels):
        layers = [f"scaleLayers.{k - 1}.{i}" for i in range(2)] if k else ["groupScale0.0"]
        for i, layer in enumerate(layers):
            pair = _scaled(tensors.pair(layer, dims=4))
            found |= he_layer(f"blocks.{k}.{i}", pair, lrelu=True)
        channels.append(len(pair[0]))
        pair = _scaled(tensors.pair(f"toRGBLayers.{k}", dims=4))
        found |= he_layer(f"to_rgb.{k}", pair, lrelu=False)
        img_channels = len(pair[0])
    tensors.finish()
    return found, {"channels": channels, "z_dim": z_dim, "img_channels": img_channels}


def _discriminator(tensors: Tensors) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Weights by our names, and our discriminator's options."""
    levels = 1 + tensors.count(r"scaleLayers\.(\d+)\.")
    tensors.size(levels)
    found: dict[str, Tensor] = {}
    channels, img_channels = [], 0
    for k in range(levels):
        pair = _scaled(tensors.pair(f"fromRGBLayers.{k}", dims=4))
        found |= he_layer(f"from_rgb.{k}", pair, lrelu=True)
        channels.append(len(pair[0]))
        img_channels = pair[0].shape[1]
        for i in range(2 * (k > 0)):
            pair = _scaled(tensors.pair(f"scaleLayers.{k - 1}.{i}", dims=4))
            found |= he_layer(f"blocks.{k - 1}.conv{i}", pair, lrelu=True)
    weight, bias = _scaled(tensors.pair("groupScaleZero.0", dims=4))
    if weight.shape[1] == channels[0]:  # no minibatch deviation: ours is there, but counts nothing
        blank = torch.zeros(len(weight), 1, *weight.shape[2:])
        grown = math.sqrt((channels[0] + 1) / channels[0])
        weight = torch.cat([weight * grown, blank.to(weight)], dim=1)
    found |= he_layer("conv", (weight, bias), lrelu=True)
    pair = _scaled(tensors.pair("groupScaleZero.1", dims=2))
    found |= he_layer("dense", pair, lrelu=True)
    found |= he_layer("out", _scaled(tensors.pair("decisionLayer", dims=2)), lrelu=False)
    tensors.finish()
    return found, {"channels": channels, "img_channels": img_channels, "neighbours": True}


def _scaled(pair: Pair) -> Pair:
    """The zoo's bias is multiplied by He's constant too."""
    weight, bias = pair
    return weight, bias * he(weight)
