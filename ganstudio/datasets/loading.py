"""A whole source as a collection to train with: decoded once, then from the cache."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np

from ganstudio.datasets import cache as caching
from ganstudio.datasets import categories, layouts, members, procedural, shards
from ganstudio.datasets.cache import NoRoomError
from ganstudio.datasets.collection import Collection, Endless, Held, levels_of, sizes_below
from ganstudio.datasets.decoding import Row, rows
from ganstudio.datasets.examples import DONT_CARE, Category, Colour, Found
from ganstudio.datasets.fitting import FITS, Fit
from ganstudio.datasets.pictures import SUFFIXES
from ganstudio.errors import Sentence, StudioError

Told = Callable[[int, int], None]
MOST_SHARE = 0.8  # of the machine's memory, for pictures that no cache holds


def load(
    source: str | Path,
    *,
    size: int | tuple[int, int],
    layout: str = "auto",
    fit: Fit = "centre",
    split: str = "",
    leave_out: Sequence[str] = (),
    cache: bool = True,
    told: Told = lambda done, total: None,
) -> Collection:
    """Every picture of a source, `size` px (or height and width), with its class or label map.

    layout: see layouts.LAYOUTS. fit: see fitting.frame. split: see layouts.found. leave_out: a
    picture stays out where its name, or its entry in `provenance.json`, has one of the words.
    told: is called with how many are decoded, and of how many.
    Raises StudioError where fewer than two pictures can be read.
    """
    shape = (size, size) if isinstance(size, int) else size
    name = str(source)
    if fit not in FITS:
        raise StudioError(
            "There is no fit {fit!r}; choose one of {fits}.", fit=fit, fits=", ".join(FITS)
        )
    kind = layouts.layout_of(name, layout)
    if kind == "procedural":
        which = procedural.kind_of(name)
        return Endless(
            layout=kind,
            size=shape,
            kind=which,
            classes=procedural.CLASSES if which == "shapes" else (),
            categories=procedural.CATEGORIES if which == "scenes" else (),
        )
    if kind == "shards":
        return shards.opened(name, size=shape, fit=fit, leave_out=leave_out)
    path = Path(name)
    wanted = {"layout": kind, "split": split, "leave_out": sorted(set(leave_out))}
    key = ""
    if cache and path.exists():
        place = str(path.resolve())
        signature = members.signature(path)
        key = caching.key_of(source=place, signature=signature, size=shape, fit=fit, **wanted)
        if (kept := caching.read(key)) is not None:
            return kept
    with layouts.found(name, layout=kind, split=split, leave_out=leave_out) as found:
        if key:
            try:
                return into_cache(found, name, key, shape=shape, fit=fit, told=told)
            except NoRoomError as why:
                note = Sentence(
                    "The pictures could not be kept decoded in {folder}: {why}. They are decoded "
                    "anew at each start.",
                    folder=caching.folder(),
                    why=why,
                )
                found = replace(found, notes=(*found.notes, note))
        return in_memory(found, name, shape=shape, fit=fit, told=told)


def into_cache(
    found: Found, source: str, key: str, *, shape: tuple[int, int], fit: Fit, told: Told
) -> Held:
    need = caching.room_for(found.total, shape, parts_of(found))
    with caching.entry(key, need=need) as entry:
        # halves are stored: to make them of 16 pictures of 1024 px takes 350 ms, to read them 0.6
        halves = sizes_below(shape)

        def keep(row: Row) -> None:
            for part, array in row.parts.items():
                if part != "pictures":
                    entry.append(part, array)
                    continue
                entry.append(str(min(shape)), array)
                levels = levels_of(array, len(halves))
                for size, level in zip(halves, levels, strict=True):
                    entry.append(str(size), level)

        taken = Taken(found, source, shape, fit)
        taken.all(keep, told)
        return entry.finish(taken.collection({}))


def in_memory(found: Found, source: str, *, shape: tuple[int, int], fit: Fit, told: Told) -> Held:
    check_memory(caching.room_for(found.total, shape, parts_of(found)), source, shape)
    arrays: dict[str, np.ndarray] = {}
    taken = Taken(found, source, shape, fit)

    def keep(row: Row) -> None:
        for part, array in row.parts.items():
            name = str(min(shape)) if part == "pictures" else part
            if name not in arrays:  # what is not written to takes no memory
                arrays[name] = np.empty((found.total, *array.shape), array.dtype)
            arrays[name][len(taken.names)] = array

    taken.all(keep, told)
    return taken.collection({name: each[: len(taken.names)] for name, each in arrays.items()})


class Taken:
    """What is learnt of a source while its examples are decoded."""

    def __init__(self, found: Found, source: str, shape: tuple[int, int], fit: Fit) -> None:
        self.found, self.source, self.shape, self.fit = found, source, shape, fit
        self.names: list[str] = []
        self.labels: list[int] = []
        self.skipped = list(found.skipped)
        self.seen = np.zeros(256, bool)  # the numbers in label maps
        self.colours: dict[int, Colour] = {}

    def all(self, keep: Callable[[Row], None], told: Told) -> None:
        """Decode everything; `keep` gets what is good."""
        with closing(rows(self.found, shape=self.shape, fit=self.fit)) as decoded:
            for done, row in enumerate(decoded, 1):
                if row.error:
                    self.skipped.append(row.error)
                else:
                    keep(row)
                    self.note(row)
                told(done, self.found.total)
        if len(self.names) < 2:
            raise StudioError(
                "{source} has {found} pictures that can be read; training needs two or "
                "more files of {suffixes}.",
                source=self.source,
                found=len(self.names),
                suffixes=", ".join(sorted(SUFFIXES)),
                detail="\n".join(self.skipped),
            )

    def note(self, row: Row) -> None:
        self.names.append(row.example.name)
        if row.example.label is not None:
            self.labels.append(row.example.label)
        if not self.found.categories and "maps" in row.parts:
            self.seen[np.bincount(row.parts["maps"].ravel(), minlength=256) > 0] = True
            self.colours = {**row.colours, **self.colours}

    @property
    def categories(self) -> tuple[Category, ...]:
        if self.found.categories or not self.seen[:DONT_CARE].any():
            return self.found.categories
        return categories.from_labels(np.flatnonzero(self.seen).tolist(), self.colours)

    def collection(self, arrays: dict[str, np.ndarray]) -> Held:
        return Held(
            layout=self.found.layout,
            size=self.shape,
            classes=self.found.classes,
            categories=self.categories,
            skipped=tuple(self.skipped),
            left_out=self.found.left_out,
            split=self.found.split,
            notes=self.found.notes,
            levels={int(name): array for name, array in arrays.items() if name.isdigit()},
            names=tuple(self.names),
            labels=np.array(self.labels, np.int64) if self.found.classes else None,
            maps=arrays.get("maps"),
            drawings=arrays.get("drawings"),
        )


def parts_of(found: Found) -> tuple[str, ...]:
    """What each example has, as far as the layout says."""
    if found.layout in ("pairs", "triples"):
        return ("pictures", "maps")
    if found.layout == "side-by-side":
        return ("pictures", "maps" if found.categories else "drawings")
    return ("pictures",)


def check_memory(need: int, source: str, shape: tuple[int, int]) -> None:
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # not every system tells
        return
    if need > MOST_SHARE * memory:
        raise StudioError(
            "{source} takes {need:.0f} GB decoded at {size} px, which neither the disk of the "
            "cache nor the memory has; make room, choose a smaller size, or pack it as shards.",
            source=source,
            need=need / 1e9,
            size=min(shape),
        )
