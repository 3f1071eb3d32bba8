"""Writing and opening our own model files: `.safetensors` with a card in the header."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import safetensors
import safetensors.torch
import torch
from torch import Tensor, nn

from ganstudio.atomic import new_file
from ganstudio.errors import StudioError
from ganstudio.models.build import Shape, check, network
from ganstudio.models.card import Card
from ganstudio.models.directions import Direction, from_text, to_text
from ganstudio.models.header import (
    CARD_KEY,
    DIGEST_KEY,
    DIRECTIONS_KEY,
    Header,
    digest,
    read_header,
    unreadable,
    verify,
)
from ganstudio.models.model import Model

T = TypeVar("T")
Weights = nn.Module | Mapping[str, Tensor]
DTYPES = {
    torch.float64: "F64",
    torch.float32: "F32",
    torch.float16: "F16",
    torch.bfloat16: "BF16",
    torch.int64: "I64",
    torch.int32: "I32",
    torch.int16: "I16",
    torch.int8: "I8",
    torch.uint8: "U8",
    torch.bool: "BOOL",
}


def write_model(
    path: Path,
    card: Card,
    *,
    generator: Weights,
    discriminator: Weights | None = None,
    encoder: Weights | None = None,
    dtypes: Mapping[str, torch.dtype] | None = None,
    directions: Sequence[Direction] = (),
) -> str:
    """Write a model file under its final name only once it is whole; return its digest.

    The parts are modules or state dictionaries; a part that is not given is left out of the card
    too. dtypes: in what a part is stored ("generator", ...), float32 unless told. directions: that
    the file carries along; they do not count for its digest.

    Raises StudioError where the weights do not fit the card or the disk does not take the file.
    """
    parts = {"generator": generator, "discriminator": discriminator, "encoder": encoder}
    states = {part: _state(weights) for part, weights in parts.items() if weights is not None}
    card = dataclasses.replace(
        card,
        discriminator=card.discriminator if discriminator is not None else None,
        encoder=card.encoder if encoder is not None else None,
    )
    Card.from_json(card.to_json(), source=path.name)  # what could not be read is not written
    dtypes = dtypes or {}
    tensors = {
        f"{part}.{name}": _stored(tensor, dtypes.get(part, torch.float32))
        for part, state in states.items()
        for name, tensor in state.items()
    }
    check(card, by_part({name: Shape.of(t) for name, t in tensors.items()}), source=path.name)
    found = tensors_digest(card, tensors)
    metadata = {CARD_KEY: card.to_json(), DIGEST_KEY: found}
    if directions:
        metadata[DIRECTIONS_KEY] = to_text(directions)
        from_text(metadata[DIRECTIONS_KEY], source=path.name)  # as for the card
    content = safetensors.torch.save(tensors, metadata)
    with new_file(path) as file:
        file.write(content)
    return found


def open_file(path: Path) -> Model:
    """A model file of ours; its networks are read when they are first asked for.

    Raises StudioError for a file that is damaged, no model, or not what its card says.
    """
    header = checked_header(path)
    verify(path, header)

    def load(part: str) -> nn.Module:
        return network(header.card, part, _read(path, part, header), source=path.name)

    return Model(header.card, header.digest, load, path=path)


def checked_header(path: Path) -> Header:
    """The header of a model file whose tensors are those that its card tells; weights unread.

    Raises StudioError as `open_file` does.
    """
    header = read_header(path)
    floating = {name: slot.dtype.lstrip("B").startswith("F") for name, slot in header.slots.items()}
    shapes = {name: Shape(slot.shape, floating[name]) for name, slot in header.slots.items()}
    check(header.card, by_part(shapes), source=path.name)
    return header


def tensors_digest(card: Card, tensors: Mapping[str, Tensor]) -> str:
    """The digest of weights in memory, equal to that of a file that holds the same."""
    return digest(
        card,
        (
            (name, DTYPES[tensor.dtype], tuple(tensor.shape), _bytes(tensor))
            for name, tensor in sorted(tensors.items())
        ),
    )


def by_part(named: Mapping[str, T]) -> dict[str, dict[str, T]]:
    """{"generator.map.w_avg": x} -> {"generator": {"map.w_avg": x}}."""
    parts: dict[str, dict[str, T]] = {}
    for name, value in named.items():
        part, _, rest = name.partition(".")
        parts.setdefault(part, {})[rest] = value
    return parts


def _state(weights: Weights) -> Mapping[str, Tensor]:
    return weights.state_dict() if isinstance(weights, nn.Module) else weights


def _stored(tensor: Tensor, dtype: torch.dtype) -> Tensor:
    """A tensor as it goes into the file: on the CPU, plain memory order, numbers as told."""
    tensor = tensor.detach().to("cpu", dtype if tensor.is_floating_point() else None)
    return tensor.contiguous()


def _bytes(tensor: Tensor) -> memoryview:
    flat = tensor.contiguous().flatten()
    return flat.view(torch.uint8).numpy().data


def _read(path: Path, part: str, header: Header) -> dict[str, Tensor]:
    """The tensors of one part, provided that the file is still the one that was opened."""
    if read_header(path).digest != header.digest:
        raise StudioError(
            "{name} has changed on the disk since it was opened; open it again.", name=path.name
        )
    try:
        with safetensors.safe_open(path, framework="pt") as file:
            return {
                name.partition(".")[2]: file.get_tensor(name)
                for name in header.slots
                if name.startswith(f"{part}.")
            }
    except safetensors.SafetensorError as error:
        raise StudioError(
            "{name} is damaged; get it again from where it came.", name=path.name, detail=str(error)
        ) from error
    except OSError as error:
        raise unreadable(path, error) from error
