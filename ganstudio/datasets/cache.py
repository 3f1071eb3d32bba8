"""Decoded pictures on disk, so that they are decoded once: a folder of .npy files for each source.

Read they are mapped into memory: what is not looked at takes none. A folder appears under its name
only when it is whole. Together they stay below a bound; those not used for longest go first.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from ganstudio import paths
from ganstudio.datasets.collection import Held
from ganstudio.datasets.examples import Category

VERSION = 1  # of what stands in the files: another one is another key
MOST_BYTES = 64 << 30
SPARE_BYTES = 1 << 30  # that a cache leaves free on the disk
ABOUT = "about.json"
PART = ".part"
LEFT_OVER_S = 86_400.0  # a part as old as this was left by a process that died


class NoRoomError(Exception):
    """The cache cannot take it, and why: a training goes on without."""


def folder() -> Path:
    return paths.cache_folder() / "datasets"


def key_of(**everything: Any) -> str:
    """The name of what is decoded in just that way."""
    text = json.dumps({"version": VERSION, **everything}, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def read(key: str) -> Held | None:
    """What was kept under that key, None for nothing or nothing whole."""
    entry = folder() / key
    if not entry.is_dir():
        return None
    try:
        about = json.loads((entry / ABOUT).read_text(encoding="utf-8"))
        os.utime(entry / ABOUT)  # it is in use
        arrays = {name: mapped(entry / f"{name}.npy", about["count"]) for name in about["arrays"]}
        return held(about, arrays)
    except (OSError, EOFError, ValueError, LookupError, TypeError):
        discard(entry)
        return None


def mapped(path: Path, count: int) -> np.ndarray:
    """Copied where it is written to, which nobody does: torch warns of arrays that forbid it."""
    array = np.load(path, mmap_mode="c", allow_pickle=False)
    if len(array) != count:
        raise ValueError(f"{len(array)} rows instead of {count}")
    return np.asarray(array)


def held(about: Mapping[str, Any], arrays: Mapping[str, np.ndarray]) -> Held:
    """The collection of an entry. Lists become tuples again."""
    height, width = about["size"]
    categories = tuple(
        Category(e["id"], e["name"], e["colour"] and tuple(e["colour"]))
        for e in about["categories"]
    )
    texts: dict[str, Any] = {
        name: tuple(about[name]) for name in ("names", "classes", "skipped", "notes")
    }
    levels = {int(name): array for name, array in arrays.items() if name.isdigit()}
    others: dict[str, Any] = {name: arrays.get(name) for name in ("labels", "maps", "drawings")}
    return Held(
        layout=about["layout"],
        size=(height, width),
        categories=categories,
        left_out=about["left_out"],
        split=about["split"],
        levels=levels,
        **texts,
        **others,
    )


def described(collection: Held) -> dict[str, Any]:
    return {
        "count": len(collection.names),
        "layout": collection.layout,
        "size": collection.size,
        "names": collection.names,
        "classes": collection.classes,
        "categories": [asdict(each) for each in collection.categories],
        "skipped": collection.skipped,
        "left_out": collection.left_out,
        "split": collection.split,
        "notes": collection.notes,
    }


@dataclass(eq=False)
class Column:
    """One .npy file that grows row by row; its head, which says how many, is written last."""

    file: BinaryIO
    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    rows: int = 0

    def __post_init__(self) -> None:
        self.write_head()

    def write_head(self) -> None:
        head = {"descr": np.lib.format.dtype_to_descr(self.dtype), "fortran_order": False}
        shape = (self.rows, *self.shape)  # numpy leaves room in a head for rows to come
        np.lib.format.write_array_header_1_0(self.file, {**head, "shape": shape})

    def append(self, row: np.ndarray) -> None:
        self.file.write(np.ascontiguousarray(row, self.dtype).data)
        self.rows += 1

    def close(self) -> None:
        try:
            self.file.seek(0)
            self.write_head()
            self.file.flush()
            os.fsync(self.file.fileno())
        finally:
            self.file.close()


@dataclass(eq=False)
class Entry:
    """A folder in the making. A full disk, or one that may not be written, raises NoRoomError."""

    key: str
    part: Path
    columns: dict[str, Column] = field(default_factory=dict)

    def append(self, name: str, row: np.ndarray) -> None:
        with telling():
            if name not in self.columns:
                file = (self.part / f"{name}.npy").open("xb", buffering=1 << 20)
                self.columns[name] = Column(file, row.shape, row.dtype)
            self.columns[name].append(row)

    def close(self) -> None:
        with telling():
            for column in self.columns.values():
                column.close()
        self.columns.clear()

    def drop_files(self) -> None:
        """Close what is open, whatever the disk says."""
        for column in self.columns.values():
            with suppress(OSError):
                column.file.close()

    def finish(self, collection: Held) -> Held:
        """Give the folder its name; the collection, which has no pictures yet, as it is read from
        there."""
        self.close()
        with telling():
            if collection.labels is not None:
                np.save(self.part / "labels.npy", collection.labels)
            arrays = sorted(path.stem for path in self.part.glob("*.npy"))
            about = json.dumps({**described(collection), "arrays": arrays})
            (self.part / ABOUT).write_text(about, encoding="utf-8")
            with suppress(OSError):  # another process was faster: its folder is the same
                self.part.rename(folder() / self.key)
        kept = read(self.key)
        if kept is None:
            raise NoRoomError("the cache folder loses what is written to it")
        return kept


@contextmanager
def telling() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NoRoomError(error.strerror or str(error)) from error


@contextmanager
def entry(key: str, *, need: int) -> Iterator[Entry]:
    """A new entry of about `need` bytes; what is not finished is gone after the block."""
    part = folder() / f"{secrets.token_hex(8)}{PART}"
    with telling():
        part.mkdir(parents=True)
    making = Entry(key, part)
    try:
        make_room(need)
        yield making
    finally:
        making.drop_files()
        shutil.rmtree(part, ignore_errors=True)


def make_room(need: int) -> None:
    """Remove what was not used for longest until `need` bytes fit below the bound."""
    entries = sorted((used_at(path), size_of(path), path) for path in entries_now())
    with telling():
        free = shutil.disk_usage(folder()).free - SPARE_BYTES
    ours = sum(size for _, size, _ in entries)
    bound = min(MOST_BYTES, max(0, free + ours))
    if need > bound:
        raise NoRoomError(f"{need / 1e9:.1f} GB are needed and {bound / 1e9:.1f} GB free")
    for _, size, path in entries:
        if ours + need <= bound:
            break
        discard(path)
        ours -= size


def entries_now() -> list[Path]:
    """All that is kept; what dead processes left is removed."""
    found = []
    for path in folder().iterdir():
        if path.suffix != PART:
            found.append(path)
        elif time.time() - used_at(path) > LEFT_OVER_S:
            shutil.rmtree(path, ignore_errors=True)
    return found


def used_at(path: Path) -> float:
    for each in (path / ABOUT, path):
        with suppress(OSError):
            return each.stat().st_mtime
    return 0.0


def size_of(path: Path) -> int:
    total = 0
    for file in path.glob("*"):
        with suppress(OSError):
            total += file.stat().st_size
    return total


def discard(path: Path) -> None:
    """Under another name first, so that nobody finds half of it."""
    gone = path.with_name(f"{secrets.token_hex(8)}{PART}")
    with suppress(OSError):
        path.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)


def room_for(count: int, size: tuple[int, int], parts: Sequence[str]) -> int:
    """Bytes of so many examples with all their levels."""
    pixels = size[0] * size[1]
    each = {"pictures": 4 * pixels, "drawings": 3 * pixels, "maps": pixels}
    return count * sum(each[part] for part in parts)
