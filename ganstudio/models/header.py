"""The header of a model file: its card, its digest and where each tensor lies, without torch."""

from __future__ import annotations

import hashlib
import json
import math
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from ganstudio.errors import StudioError
from ganstudio.models.card import Card

CARD_KEY, DIGEST_KEY, DIRECTIONS_KEY = "ganstudio", "digest", "directions"
MOST_BYTES = 8 << 20  # a header of 200 tensors and 1000 class names has about 0.05 MB
WIDTHS = {
    "F64": 8,
    "F32": 4,
    "F16": 2,
    "BF16": 2,
    "I64": 8,
    "I32": 4,
    "I16": 2,
    "I8": 1,
    "U8": 1,
    "BOOL": 1,
}


@dataclass(frozen=True)
class Slot:
    """One tensor of a file: bytes `begin` to `end` after the header."""

    dtype: str
    shape: tuple[int, ...]
    begin: int
    end: int


@dataclass(frozen=True)
class Header:
    """What a model file says before its weights; `start` is where those begin.

    directions: the text of models/directions.py, "" where the file carries none; not read yet.
    """

    card: Card
    digest: str
    slots: dict[str, Slot]
    start: int
    directions: str = ""


def read_header(path: Path) -> Header:
    """Card, digest and checked tensor table of a model file; fast, the weights stay unread.

    Raises StudioError for what is no safetensors file, is damaged or has no card.
    """
    try:
        with path.open("rb") as file:
            return parse(file, size=path.stat().st_size, source=path.name)
    except OSError as error:
        raise unreadable(path, error) from error


def parse(file: BinaryIO, *, size: int, source: str) -> Header:
    """The header of an open file of `size` bytes; `source` names it in the errors."""
    prefix = file.read(8)
    if len(prefix) < 8:
        raise StudioError(
            "{source} is empty or cut short; get it again from where it came.", source=source
        )
    (length,) = struct.unpack("<Q", prefix)
    if length > min(MOST_BYTES, size - 8):
        raise StudioError(
            "{source} is damaged or no model: its header would have {length} bytes; "
            "get it again from where it came.",
            source=source,
            length=length,
        )
    try:
        table = json.loads(file.read(length), object_pairs_hook=_without_twins)
        metadata = dict(table.pop("__metadata__", {}))
        slots = {name: _slot(entry) for name, entry in table.items()}
        _check_tiling(slots, size - 8 - length)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StudioError(
            "{source} is damaged or no model: its header makes no sense; get it again "
            "from where it came.",
            source=source,
            detail=f"{type(error).__name__}: {error}",
        ) from error
    card_text, told = (metadata.get(key) for key in (CARD_KEY, DIGEST_KEY))
    if not (isinstance(card_text, str) and isinstance(told, str)):
        raise StudioError(
            "{source} has no card of GAN Studio, so it does not say what network it "
            "holds; open the checkpoint that it was made from instead.",
            source=source,
        )
    card = Card.from_json(card_text, source=source)
    directions = str(metadata.get(DIRECTIONS_KEY, ""))
    return Header(card, told, slots, start=8 + length, directions=directions)


def verify(path: Path, header: Header) -> None:
    """Raise StudioError where the weights in the file are not those that its digest tells."""
    for _ in verifying(path, header):
        pass


def verifying(path: Path, header: Header) -> Iterator[int]:
    """`verify` tensor by tensor: yields the bytes of each, and raises at the end if at all."""
    total = _begin(header.card)
    try:
        with path.open("rb") as file:
            for name, slot in sorted(header.slots.items()):
                file.seek(header.start + slot.begin)
                _add(total, name, slot.dtype, slot.shape, file.read(slot.end - slot.begin))
                yield slot.end - slot.begin
    except OSError as error:
        raise unreadable(path, error) from error
    found = _digits(total)
    if found != header.digest:
        raise StudioError(
            "{name} is damaged: its weights do not fit the digest in its header; get "
            "it again from where it came.",
            name=path.name,
            detail=f"digest {header.digest} in the header, {found} of the content",
        )


def digest(card: Card, tensors: Iterable[tuple[str, str, tuple[int, ...], Any]]) -> str:
    """16 hex digits of SHA-256 over all that decides on pixels; the card's words do not count.

    tensors: (name, safetensors dtype, shape, bytes), sorted by name.
    """
    total = _begin(card)
    for name, dtype, shape, content in tensors:
        _add(total, name, dtype, shape, content)
    return _digits(total)


def _begin(card: Card) -> hashlib._Hash:
    return hashlib.sha256(card.network().encode())


def _add(total: hashlib._Hash, name: str, dtype: str, shape: tuple[int, ...], content: Any) -> None:
    total.update(f"\n{name} {dtype} {list(shape)}\n".encode())
    total.update(content)


def _digits(total: hashlib._Hash) -> str:
    return total.hexdigest()[:16]


def unreadable(path: Path, error: OSError) -> StudioError:
    """The sentence for a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return StudioError("There is no file {path}.", path=path, detail=str(error))
    reason = error.strerror or str(error)
    return StudioError(
        "{path} cannot be read: {reason}.", path=path, reason=reason, detail=str(error)
    )


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name occurs twice")
    return found


def _slot(entry: dict[str, Any]) -> Slot:
    dtype, shape, (begin, end) = entry["dtype"], entry["shape"], entry["data_offsets"]
    if dtype not in WIDTHS:
        raise ValueError(f"dtype {dtype!r}")
    if not all(type(number) is int and number >= 0 for number in (*shape, begin, end)):
        raise ValueError("sizes must be whole numbers")
    if end - begin != math.prod(shape) * WIDTHS[dtype]:
        raise ValueError(f"{end - begin} bytes for shape {shape}")
    return Slot(dtype, tuple(shape), begin, end)


def _check_tiling(slots: dict[str, Slot], size: int) -> None:
    """The tensors must follow each other without gap or overlap, up to the file's end."""
    position = 0
    for slot in sorted(slots.values(), key=lambda slot: (slot.begin, slot.end)):
        if slot.begin != position:
            raise ValueError(f"gap or overlap at byte {position}")
        position = slot.end
    if position != size:
        raise ValueError(f"{size} bytes of weights, {position} expected")
