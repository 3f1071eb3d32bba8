"""Objects without behaviour: what stands here for the tensors and modules of a checkpoint."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ganstudio.models.unpickler import Stateful

Filled = Callable[[], memoryview]


@dataclass(frozen=True)
class Kind:
    """Numbers as torch stores them; `code` is numpy's word for them in memory."""

    name: str
    code: str

    @property
    def width(self) -> int:
        return np.dtype(self.code).itemsize


KINDS = {
    kind.name: kind
    for kind in (
        Kind("DoubleStorage", "<f8"),
        Kind("FloatStorage", "<f4"),
        Kind("HalfStorage", "<f2"),
        Kind("BFloat16Storage", "<u2"),  # the upper half of a float32
        Kind("LongStorage", "<i8"),
        Kind("IntStorage", "<i4"),
        Kind("ShortStorage", "<i2"),
        Kind("CharStorage", "<i1"),
        Kind("ByteStorage", "<u1"),
        Kind("BoolStorage", "<u1"),
    )
}


@dataclass(eq=False)
class Storage:
    """`count` numbers of a kind; `content` gives their bytes, once the file was read so far."""

    kind: Kind
    count: int
    content: Filled | None = None

    def __post_init__(self) -> None:
        if type(self.count) is not int or self.count < 0 or not isinstance(self.kind, Kind):
            raise ValueError("a storage must tell its kind and length")

    def numbers(self) -> np.ndarray:
        """All its numbers, one-dimensional, read-only."""
        if self.content is None:
            raise ValueError("a storage without content")
        raw = self.content()
        if len(raw) != self.count * self.kind.width:
            raise ValueError(f"{len(raw)} bytes for {self.count} numbers of {self.kind.name}")
        return np.frombuffer(raw, self.kind.code)


@dataclass(frozen=True, eq=False)
class Array:
    """A tensor: where its numbers lie in a storage. Checked against the storage's length."""

    storage: Storage
    offset: int
    shape: tuple[int, ...]
    stride: tuple[int, ...]

    def __post_init__(self) -> None:
        if not isinstance(self.storage, Storage):
            raise ValueError("a tensor without a storage")
        if type(self.shape) is not tuple or type(self.stride) is not tuple:
            raise ValueError("a tensor's shape and strides must be tuples")
        sizes = (self.offset, *self.shape, *self.stride)
        most = max(self.storage.count, 1 << 20)  # an empty tensor may have any sizes beside its 0
        if not all(type(size) is int and 0 <= size <= most for size in sizes):
            raise ValueError("a tensor's sizes must be whole numbers within its storage")
        if len(self.shape) != len(self.stride) or len(self.shape) > 8:
            raise ValueError("a tensor's shape and strides must agree")
        last = self.offset + sum(
            (size - 1) * step for size, step in zip(self.shape, self.stride, strict=True)
        )
        count = math.prod(self.shape)
        if count and not (last < self.storage.count and count <= self.storage.count):
            raise ValueError("a tensor that is larger than its storage")

    @property
    def floating(self) -> bool:
        return self.storage.kind.code[1] == "f" or self.storage.kind.name == "BFloat16Storage"

    @property
    def nbytes(self) -> int:
        """What it takes in the file."""
        return math.prod(self.shape) * self.storage.kind.width

    def numpy(self) -> np.ndarray:
        """A copy in plain memory order: float32 for all floating kinds, int64 for the rest."""
        numbers = self.storage.numbers()[self.offset :]
        steps = tuple(step * numbers.itemsize for step in self.stride)
        if math.prod(self.shape) == 0:
            numbers, steps = numbers[:0], (0,) * len(steps)
        view = np.lib.stride_tricks.as_strided(numbers, self.shape, steps, writeable=False)
        if self.storage.kind.name == "BFloat16Storage":
            return np.ascontiguousarray(view.astype("<u4", order="C") << 16).view("<f4")
        with np.errstate(over="ignore", invalid="ignore"):
            return view.astype("<f4" if self.floating else "<i8", order="C")


class Dict(dict[Any, Any], Stateful):
    """An OrderedDict or EasyDict; a state_dict's version notes (`_metadata`) are left aside."""

    def set_state(self, state: Any) -> None:
        if not isinstance(state, dict) or state.keys() - {"_metadata"}:
            raise ValueError("a dictionary with a state")


@dataclass(eq=False)
class Ignored(Stateful):
    """Something harmless that no importer asks for, such as a training script's arguments."""

    name: str

    def set_state(self, state: Any) -> None:
        """Nothing of it is kept."""


@dataclass(eq=False)
class Settings(Stateful):
    """An object that only held settings: its attributes by name."""

    values: dict[Any, Any] = field(default_factory=dict)

    def set_state(self, state: Any) -> None:
        if not isinstance(state, dict):
            raise ValueError("settings that are no dictionary")
        self.values = state


@dataclass(eq=False)
class NumberType(Stateful):
    """A numpy dtype of plain numbers."""

    code: str

    def set_state(self, state: Any) -> None:
        if type(state) is not tuple or len(state) < 2 or state[1] not in ("<", "|", "="):
            raise ValueError("numbers in the byte order of another machine")


@dataclass(eq=False)
class Record:
    """A module as stylegan2-ada pickles it: the name of its class, and its attributes.

    The source text that comes with it is never compiled.
    """

    class_name: str
    state: dict[str, Any] = field(repr=False)

    def arrays(self) -> dict[str, Array]:
        """Its parameters and buffers."""
        merged = {**self.state["_parameters"], **self.state["_buffers"]}
        return {name: array for name, array in merged.items() if array is not None}

    def walk(self) -> Iterator[tuple[str, Record]]:
        """(path, record) of this module, whose path is "", and of those in it."""
        waiting, seen = [("", self)], {id(self)}
        while waiting:
            path, record = waiting.pop()
            yield path, record
            for name, module in record.state["_modules"].items():
                if module is None:
                    continue
                if id(module) in seen:  # could be endless
                    raise ValueError("a module in two places")
                seen.add(id(module))
                waiting.append((f"{path}.{name}" if path else name, module))

    def flaw(self) -> str:
        """What is odd about the attributes, "" where nothing is."""
        for key in self.state:
            if type(key) is not str or key.startswith("__") or not key.isidentifier():
                return f"the attribute {str(key)[:60]!r}"
        for group, kind in (("_parameters", Array), ("_buffers", Array), ("_modules", Record)):
            members = self.state.get(group)
            if not isinstance(members, dict):
                return f"{group} that are no dictionary"
            for name, value in members.items():
                if not (isinstance(name, str) and re.fullmatch(r"\w{1,60}", name)):
                    return f"{group} called {str(name)[:60]!r}"
                if value is not None and not isinstance(value, kind):
                    return f"{group}[{name!r}], which is a {type(value).__name__}"
        return ""
