"""State dictionaries in a checkpoint, and their tensors taken out one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from ganstudio.errors import StudioError
from ganstudio.models.card import MOST_PIXELS
from ganstudio.models.checkpoint import Content
from ganstudio.models.inert import Array

State = dict[str, Array]


def find(value: Any, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, State]:
    """The state dictionaries that are `wanted`, by the names that lead to them ("models.G")."""
    states: dict[str, State] = {}
    waiting, seen = [("", value)], {id(value)}
    while waiting:
        name, value = waiting.pop(0)
        if not isinstance(value, dict):
            continue
        state = {str(key).removeprefix("module."): part for key, part in value.items()}
        if wanted(state):
            states[name] = {key: part for key, part in state.items() if isinstance(part, Array)}
            continue
        for key, part in value.items():
            if isinstance(part, dict) and id(part) not in seen:
                seen.add(id(part))
                waiting.append((f"{name}.{key}" if name else str(key), part))
    return states


def choose(
    states: dict[str, State], *, usual: Sequence[str], content: Content, title: str
) -> State:
    """The generator of a checkpoint: the first with a `usual` last name, or the only one.

    Raises StudioError where there is none, or where it cannot be told which one is meant.
    """
    for wanted in usual:
        for name, state in states.items():
            if name.rpartition(".")[2] == wanted:
                return state
    if not states:
        raise StudioError(
            "{name} holds the discriminator of a {title} only; open a file with its generator.",
            name=content.name,
            title=title,
        )
    if len(states) > 1:
        raise StudioError(
            "{name} holds several generators ({generators}); save the one that is "
            "wanted in a file of its own.",
            name=content.name,
            generators=", ".join(states)[:80],
        )
    return next(iter(states.values()))


class Tensors:
    """A state dictionary from which all tensors must be taken, so that none is overlooked.

    Raises ValueError where they claim more than the file holds.
    """

    def __init__(self, content: Content, state: State, *, title: str) -> None:
        claimed = sum(array.nbytes for array in state.values())
        if claimed > content.size:
            raise ValueError(f"{claimed} bytes of weights in a file of {content.size}")
        self.source, self.title, self.left = content.name, title, dict(state)

    def take(self, name: str, *, dims: int) -> Tensor:
        """A tensor in float64, which leaves room for scaling without a loss."""
        array = self.left.pop(name, None)
        if array is None or len(array.shape) != dims or not array.floating:
            raise StudioError(
                "{source} holds no {title} that GAN Studio knows: {name} is missing or "
                "of another shape.",
                source=self.source,
                title=self.title,
                name=name,
            )
        return torch.from_numpy(array.numpy()).double()

    def pair(self, name: str, *, dims: int) -> tuple[Tensor, Tensor]:
        """Weight and bias of a layer."""
        return self.take(f"{name}.weight", dims=dims), self.take(f"{name}.bias", dims=1)

    def count(self, pattern: str) -> int:
        """How many numbers, 0, 1, 2 ..., its names have where the pattern has a group."""
        found = {int(match[1]) for name in self.left if (match := re.match(pattern, name))}
        if found != set(range(len(found))):
            raise ValueError(f"{pattern} without some of its numbers")
        return len(found)

    def has(self, prefix: str) -> bool:
        """Whether some name that is left begins so."""
        return any(name.startswith(prefix) for name in self.left)

    def size(self, levels: int) -> int:
        """The picture's size with so many levels. Raises StudioError for one too large."""
        if not 0 < levels < 30 or 4 << (levels - 1) > MOST_PIXELS:
            raise self.refuse(f"{levels} sizes of pictures")
        return 4 << (levels - 1)

    def drop(self, pattern: str) -> None:
        """Leave aside the tensors whose names fit."""
        for name in [name for name in self.left if re.fullmatch(pattern, name)]:
            del self.left[name]

    def finish(self) -> None:
        """Raise StudioError for what nobody took: the network would compute something else."""
        if self.left:
            raise self.refuse(min(self.left)[:60])

    def refuse(self, what: str) -> StudioError:
        return StudioError(
            "{source} cannot be opened: it has {what}, which GAN Studio's {title} lacks.",
            source=self.source,
            what=what,
            title=self.title,
        )
