"""CIFAR-10's own archive for Python: its pickles are read by a reader that runs nothing."""

from __future__ import annotations

import math
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from ganstudio.datasets.examples import Content, Example, Found, Shape
from ganstudio.datasets.members import damaged
from ganstudio.datasets.pictures import UNREADABLE
from ganstudio.errors import StudioError
from ganstudio.models.unpickler import Budget, Maker, Names, Stateful, Unpickler

BATCHES = {
    "train": tuple(f"data_batch_{number}" for number in range(1, 6)),
    "test": ("test_batch",),
}
META = "batches.meta"
SIDE = 32
MOST_BYTES = 1 << 26  # of one member; a batch has 31 MB


@dataclass(eq=False)
class Bytes(Stateful):
    """A numpy array of bytes: all that stands in a batch."""

    pixels: np.ndarray | None = None

    def set_state(self, state: Any) -> None:
        if type(state) is not tuple or len(state) != 5:
            raise ValueError("an array of another numpy")
        _, shape, kind, by_column, raw = state
        if not isinstance(kind, Kind) or by_column not in (False, 0):
            raise ValueError("an array that is none of bytes by row")
        content = raw.encode("latin-1") if isinstance(raw, str) else bytes(raw)
        if type(shape) is not tuple or not all(type(n) is int and n >= 0 for n in shape):
            raise ValueError("an array without a shape")
        if math.prod(shape) != len(content):
            raise ValueError("an array of another length than its shape")
        self.pixels = np.frombuffer(content, np.uint8).reshape(shape)


class Kind(Stateful):
    """The dtype of bytes; its state says no more than that."""

    def set_state(self, state: Any) -> None:
        if type(state) is not tuple:
            raise ValueError("a dtype with an odd state")


def kind_of(code: Any, *_: Any) -> Kind:
    if code not in ("u1", "|u1"):
        raise ValueError(f"an array of {str(code)[:20]!r} instead of bytes")
    return Kind()


def encoded(text: Any, encoding: Any = "latin-1") -> bytes:
    if type(text) is not str or encoding not in ("latin1", "latin-1"):
        raise ValueError("bytes in an odd encoding")
    return text.encode("latin-1")


def names_known() -> Names:
    array = Maker("numpy array", lambda *_: Bytes())
    table: dict[tuple[str, str], Any] = {
        ("numpy", "ndarray"): "ndarray",
        ("numpy", "dtype"): Maker("numpy dtype", kind_of),
        ("_codecs", "encode"): Maker("bytes", encoded),
    }
    for module in ("numpy.core.multiarray", "numpy._core.multiarray"):
        table[module, "_reconstruct"] = array
    return table


def is_cifar(path: Path) -> bool:
    """Whether a file or folder is CIFAR-10 as its authors packed it; reads no more than names."""
    if path.is_dir():
        return (unpacked(path) / "data_batch_1").is_file()
    return path.name.lower().startswith("cifar-10") and path.name.endswith((".tar.gz", ".tgz"))


def unpacked(path: Path) -> Path:
    inside = path / "cifar-10-batches-py"
    return inside if inside.is_dir() else path


def cifar(path: Path, *, split: str) -> Found:
    """split: "train" or "test"; "" is all 60,000."""
    wanted = [name for part, names in BATCHES.items() if split in ("", part) for name in names]
    if not wanted:
        raise StudioError("CIFAR-10 has no part {split!r}; it has train and test.", split=split)
    try:
        files = files_in(path, {*wanted, META})
        batches = {name: batch(unpickled(files[name], name)) for name in wanted}
        classes = texts(unpickled(files[META], META)["label_names"])
    except (*UNREADABLE, tarfile.TarError, LookupError, TypeError, AttributeError) as error:
        raise damaged(path, detail=f"{type(error).__name__}: {error}") from error
    examples = [
        Example(f"{name}/{file}", partial(shown, pixels), label)
        for name, (stack, labels, files_) in batches.items()
        for pixels, label, file in zip(stack, labels, files_, strict=True)
    ]
    if any(not 0 <= (each.label or 0) < len(classes) for each in examples):
        raise damaged(path, detail="a label without a name")
    return Found("cifar-10", examples, len(examples), classes=classes, split=split)


def shown(pixels: np.ndarray, shape: Shape) -> Content:
    return Content(Image.fromarray(pixels.transpose(1, 2, 0)))


def files_in(path: Path, wanted: set[str]) -> dict[str, bytes]:
    if path.is_dir():
        folder = unpacked(path)
        return {name: (folder / name).read_bytes() for name in wanted}
    return dict(in_archive(path, wanted))


def in_archive(path: Path, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path, "r:*") as archive:
        for member in archive:
            name = Path(member.name).name
            if name in wanted and member.isfile() and member.size <= MOST_BYTES:
                file = archive.extractfile(member)
                if file is not None:
                    yield name, file.read()


def unpickled(content: bytes, source: str) -> dict[str, Any]:
    """The dictionary in a batch, its keys as text."""
    budget = Budget(copies=4 * len(content))
    value = Unpickler(memoryview(content), source=source, names=names_known(), budget=budget).load()
    if not isinstance(value, dict):
        raise ValueError("no dictionary")
    return {text(key): entry for key, entry in value.items()}


def batch(content: Mapping[str, Any]) -> tuple[np.ndarray, list[int], tuple[str, ...]]:
    """uint8 [N, 3, 32, 32], labels, file names."""
    array, labels = content["data"], content["labels"]
    if not isinstance(array, Bytes) or array.pixels is None or not isinstance(labels, list):
        raise ValueError("no pictures and labels")
    if not all(type(label) is int for label in labels):
        raise ValueError("labels that are no numbers")
    stack = array.pixels.reshape(len(labels), 3, SIDE, SIDE)
    names = content.get("filenames") or [f"{place:05d}.png" for place in range(len(labels))]
    return stack, labels, texts(names)


def texts(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise ValueError("no list of names")
    return tuple(map(text, values))


def text(value: Any) -> str:
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).decode("latin-1")
    if not isinstance(value, str):
        raise ValueError("a name that is no text")
    return value
