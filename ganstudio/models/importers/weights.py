"""From renamed foreign tensors to a model, bounded by the file that they came from."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from ganstudio.errors import StudioError
from ganstudio.models.build import Shape, check, network
from ganstudio.models.card import MOST_PIXELS, Card
from ganstudio.models.checkpoint import Content
from ganstudio.models.importers.drawn import W_AVERAGE, Average, NoiseMap, w_average
from ganstudio.models.inert import Array
from ganstudio.models.model import Model
from ganstudio.models.store import tensors_digest

Value = Array | Tensor | NoiseMap | Average
Weights = Mapping[str, Value]


def model(content: Content, card: Card, parts: Mapping[str, Weights]) -> Model:
    """A model from part -> our tensor name -> values.

    Raises StudioError where they are not the tensors of the card's networks, ValueError where they
    claim more than the file holds.
    """
    if card.size > MOST_PIXELS:
        raise StudioError(
            "{name} draws pictures of {size} pixels; GAN Studio opens models of up to "
            "{most_pixels}.",
            name=content.name,
            size=card.size,
            most_pixels=MOST_PIXELS,
        )
    if card.generator["img_channels"] not in (1, 3):
        raise StudioError(
            "{name} draws pictures of {generator} colour channels; GAN Studio shows "
            "those of 1 or 3.",
            name=content.name,
            generator=card.generator["img_channels"],
        )
    shapes = {
        part: {name: _shape(value) for name, value in weights.items()}
        for part, weights in parts.items()
    }
    check(card, shapes, source=content.name)
    arrays = [value for weights in parts.values() for value in weights.values()]
    claimed = sum(array.nbytes for array in arrays if isinstance(array, Array))
    if claimed > content.size:
        raise ValueError(f"{claimed} bytes of weights in a file of {content.size}")
    tensors = {
        part: {name: _tensor(value) for name, value in weights.items()}
        for part, weights in parts.items()
    }
    for part, weights in parts.items():
        if isinstance(weights.get(W_AVERAGE), Average):
            tensors[part][W_AVERAGE] = w_average(tensors[part])
    flat = {f"{part}.{name}": t for part, named in tensors.items() for name, t in named.items()}

    def load(part: str) -> nn.Module:
        return network(card, part, tensors.pop(part), source=content.name)

    return Model(card, tensors_digest(card, flat), load)


def _shape(value: Value) -> Shape:
    if isinstance(value, Tensor):
        return Shape.of(value)
    return Shape(value.shape, value.floating if isinstance(value, Array) else True)


def _tensor(value: Value) -> Tensor:
    if isinstance(value, Array):
        return torch.from_numpy(value.numpy())
    if isinstance(value, NoiseMap):
        return value.tensor()
    if isinstance(value, Average):
        return torch.zeros(value.shape)
    return value.float() if value.is_floating_point() else value
