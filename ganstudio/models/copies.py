"""A model file for elsewhere: the same weights, byte for byte, with the directions found in it."""

from __future__ import annotations

import json
import struct
from collections.abc import Generator, Sequence
from pathlib import Path

from ganstudio.atomic import new_file
from ganstudio.errors import StudioError
from ganstudio.models.directions import Direction, to_text
from ganstudio.models.header import DIRECTIONS_KEY, read_header, unreadable

BLOCK = 8 << 20  # bytes copied at a time


def copying(
    path: Path, target: Path, *, directions: Sequence[Direction] = ()
) -> Generator[tuple[int, int], None, None]:
    """Copy a model file of ours in steps, each of which tells how many bytes of how many are done.

    directions: those that the copy carries, instead of what `path` may carry; they do not count for
    the digest. Raises StudioError for a file that is none of ours or cannot be copied; closed
    between two steps it leaves nothing behind.
    """
    header = read_header(path)
    if target.exists() and target.samefile(path):
        raise StudioError("{path} is the model itself; choose another name.", path=path)
    try:
        source = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error
    with source:
        begin = told(source.read(header.start), directions)
        size = path.stat().st_size
        with new_file(target) as copy:
            copy.write(begin)
            while block := source.read(BLOCK):
                yield source.tell() - len(block), size
                copy.write(block)


def told(begin: bytes, directions: Sequence[Direction]) -> bytes:
    """The beginning of a model file, up to its weights, with these directions in it."""
    table = json.loads(begin[8:])
    metadata = table["__metadata__"]
    metadata.pop(DIRECTIONS_KEY, None)
    if directions:
        metadata[DIRECTIONS_KEY] = to_text(directions)
    text = json.dumps(table, separators=(",", ":"), ensure_ascii=False).encode()
    text = text.ljust(-(-len(text) // 8) * 8)  # so that the weights lie as readers like them
    return struct.pack("<Q", len(text)) + text
