"""DCGAN as in PyTorch's examples and tutorial: state dictionaries of netG and netD.

Their modules are one `main`: convolution, batch norm and activation in turn. A checkpoint is the
dictionary itself, or holds one for each network under names of the author's choice.
"""

from __future__ import annotations

import re
from typing import Any

import torch

from ganstudio.errors import StudioError
from ganstudio.models.card import Card, safe_name
from ganstudio.models.checkpoint import Content
from ganstudio.models.importers.states import State, find
from ganstudio.models.importers.weights import Weights, model
from ganstudio.models.model import Model

NAME = re.compile(r"main\.(\d{1,2})\.(\w+)")


def matches(content: Content) -> bool:
    return bool(_states(content.value))


def load(content: Content) -> Model:
    """The generator, and the discriminator where there is exactly one.

    Raises StudioError where there is no generator or more than one.
    """
    states = _states(content.value)
    generators = [name for name, state in states.items() if _is_generator(state)]
    discriminators = [name for name in states if name not in generators]
    if not generators:
        raise StudioError(
            "{name} holds a DCGAN's discriminator only; open its generator (netG).",
            name=content.name,
        )
    if len(generators) > 1:
        raise StudioError(
            "{name} holds several generators ({generators}); save the one that is "
            "wanted in a file of its own.",
            name=content.name,
            generators=", ".join(generators),
        )
    weights, channels = _rename(states[generators[0]])
    first, last = weights["convs.0.weight"], weights["to_rgb.weight"]
    parts = {"generator": weights}
    discriminator = None
    if len(discriminators) == 1:
        parts["discriminator"], widths = _rename(states[discriminators[0]])
        image = parts["discriminator"]["convs.0.weight"].shape[1]
        discriminator = {"channels": widths, "img_channels": image}
    card = Card(
        name=safe_name(content.stem),
        family="dcgan",
        kind="face",
        size=8 << (len(channels) - 1),
        generator={
            "channels": channels,
            "z_dim": first.shape[0],
            "img_channels": last.shape[1],
        },
        discriminator=discriminator,
        z_dim=first.shape[0],
        origin=f"imported from {content.name}, a DCGAN in the layout of PyTorch's examples",
    )
    return model(content, card, parts)


def _states(value: Any) -> dict[str, State]:
    """The state dictionaries in a checkpoint, by the names that lead to them."""
    return find(value, lambda state: "main.0.weight" in state)


def _is_generator(state: State) -> bool:
    return "main.1.weight" in state  # a batch norm; a discriminator begins without one


def _rename(state: State) -> tuple[Weights, list[int]]:
    """Tensors by our names, and the number of feature maps from layer to layer.

    Convolutions are those with four dimensions; a norm has the number of the convolution before it.
    The last convolution is to-RGB or the score.
    """
    layers: dict[int, State] = {}
    for key, array in state.items():
        found = NAME.fullmatch(key)
        if found is None:
            raise ValueError(f"{key[:60]!r} is no layer of a DCGAN")
        layers.setdefault(int(found[1]), {})[found[2]] = array
    generator = _is_generator(state)
    convs = [number for number in sorted(layers) if len(layers[number]["weight"].shape) == 4]
    weights: dict[str, Any] = {}
    channels = []
    for number in sorted(layers):
        k = sum(conv <= number for conv in convs) - 1
        if number == convs[-1]:
            prefix = "to_rgb" if generator else "out"
        elif number in convs:
            prefix = f"convs.{k}"
            channels.append(layers[number]["weight"].shape[1 if generator else 0])
        else:
            prefix = f"norms.{k}"
            layers[number].pop("num_batches_tracked", None)  # older files lack it; nothing reads it
            weights[f"{prefix}.num_batches_tracked"] = torch.zeros((), dtype=torch.int64)
        weights |= {f"{prefix}.{name}": array for name, array in layers[number].items()}
    return weights, channels
