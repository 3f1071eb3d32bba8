"""Tar shards by URL pattern, read as a stream through the webdataset library.

Of each shard's samples the picture (x.jpg, x.png ...) and the class (x.cls) are taken. A few shards
are in memory at a time, still encoded, and shuffled with each other.
"""

from __future__ import annotations

import importlib
import json
import re
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

import numpy as np

from ganstudio import paths
from ganstudio.atomic import new_file
from ganstudio.datasets import order
from ganstudio.datasets.cache import key_of
from ganstudio.datasets.categories import CLASSES, parsed
from ganstudio.datasets.collection import Collection, Drawn, halved, step_to
from ganstudio.datasets.decoding import row
from ganstudio.datasets.examples import Content, Example, Found, Shape
from ganstudio.datasets.fitting import Fit
from ganstudio.datasets.leaving_out import is_left_out
from ganstudio.datasets.pictures import SUFFIXES, UNREADABLE, large_ones_allowed, picture_of
from ganstudio.errors import StudioError

TOGETHER = 4  # shards that are shuffled with each other
MOST_SHARDS = 100_000
MOST_NAMED = 1000  # bad samples; a stream has no end
SCHEMES = ("http", "https", "s3", "gs", "hf", "file")
ENDINGS = tuple(SUFFIXES)
ODD = re.compile(r"['\"`$;|<>\n\r\0]")  # means something to a shell, which older versions start


@dataclass(eq=False, kw_only=True)
class Shards(Collection):
    """addresses: of the shards. lengths: how many samples each has, as far as they were read."""

    addresses: tuple[str, ...]
    fit: Fit = "centre"
    leave_out: tuple[str, ...] = ()
    lengths: dict[int, int] = field(default_factory=dict)
    _group: tuple[int, ...] = ()  # the shards in memory
    _examples: list[Example] = field(default_factory=list)

    @property
    def count(self) -> int:
        """0 until every shard was read once."""
        return sum(self.lengths.values()) if len(self.lengths) == len(self.addresses) else 0

    def draw(
        self, start: int, count: int, *, seed: int, size: int | None = None, balanced: bool = False
    ) -> Drawn:
        if balanced:
            raise StudioError(
                "Shards come as they lie, so their classes cannot be balanced; switch that off, "
                "or use a folder or zip."
            )
        with large_ones_allowed():
            found = [self._good(place, seed=seed) for place in range(start, start + count)]
        pictures = halved(np.stack([p for p, _ in found]), step_to(min(self.size), size))
        labels = np.array([label for _, label in found], np.int64) if self.classes else None
        return Drawn(pictures, labels)

    def _good(self, place: int, *, seed: int) -> tuple[np.ndarray, int]:
        """The sample at a place, or the next one of its shards that can be read."""
        group, within, epoch = self._where(place, seed=seed)
        examples = self._load(group)
        turns = order.class_order(len(examples), seed, epoch, group[0])
        for turn in range(within, within + len(examples)):
            example = examples[turns[turn % len(examples)]]
            decoded = row(example, self.size, self.fit)
            error = decoded.error
            if self.classes and not (example.label or 0) < len(self.classes):
                error = f"{example.name}: the class {example.label} has no name in {CLASSES}"
            elif self.classes and example.label is None:
                error = f"{example.name}: it has no class"
            if not error:
                return decoded.parts["pictures"], example.label or 0
            if error not in self.skipped and len(self.skipped) < MOST_NAMED:
                self.skipped = (*self.skipped, error)
        raise nothing_in(self.addresses[group[0]])

    def _where(self, place: int, *, seed: int) -> tuple[tuple[int, ...], int, int]:
        """The shards that are together at a place of the endless order, the place among their
        samples, and the epoch. Shards that were never counted are read for it."""
        epoch = 0
        if self.count:
            epoch, place = divmod(place, self.count)
        while True:
            turns = order.epoch_order(len(self.addresses), seed, epoch).tolist()
            before = place
            for begin in range(0, len(turns), TOGETHER):
                group = tuple(turns[begin : begin + TOGETHER])
                if not self.lengths.keys() >= set(group):
                    self._load(group)
                length = sum(self.lengths[shard] for shard in group)
                if place < length:
                    return group, place, epoch
                place -= length
            if place == before:
                raise nothing_in(self.addresses[0])
            epoch += 1

    def _load(self, group: tuple[int, ...]) -> list[Example]:
        """The samples of some shards; those of the shards before are dropped."""
        if group != self._group:
            self._group, self._examples = (), []  # gives the memory free before more is taken
            found = []
            for shard in group:
                samples = list(read_shard(self.addresses[shard]))
                kept = [each for each in samples if not is_left_out(each.name, self.leave_out)]
                if shard not in self.lengths:
                    self.left_out += len(samples) - len(kept)
                self.lengths[shard] = len(kept)
                found += kept
            self._group, self._examples = group, found
            self._remember()
        return self._examples

    @property
    def _notebook(self) -> Path:
        key = key_of(addresses=self.addresses, leave_out=sorted(self.leave_out))
        return paths.cache_folder() / "shards" / f"{key}.json"

    def recall(self) -> None:
        """The lengths that were counted before, so that resuming need not read what was seen."""
        with suppress(OSError, ValueError, AttributeError, TypeError):
            known = json.loads(self._notebook.read_text(encoding="utf-8"))
            self.lengths.update({int(shard): int(length) for shard, length in known.items()})

    def _remember(self) -> None:
        with suppress(StudioError), new_file(self._notebook) as file:  # costs a reading, no more
            file.write(json.dumps(self.lengths).encode())


def opened(source: str, *, size: Shape, fit: Fit, leave_out: Sequence[str] = ()) -> Shards:
    """Raises StudioError where the library is missing or the pattern names no shards."""
    addresses = expanded(source)
    found = Shards(
        layout="shards",
        size=size,
        addresses=addresses,
        fit=fit,
        leave_out=tuple(leave_out),
        classes=classes_beside(addresses[0]),
    )
    found.recall()
    return found


def found(source: str, *, leave_out: Sequence[str] = ()) -> Found:
    """Every sample of the shards once, in their order."""
    addresses = expanded(source)
    classes = classes_beside(addresses[0])
    examples = (
        each if (each.label or 0) < len(classes) else replace(each, label=None)
        for address in addresses
        for each in read_shard(address)
        if not is_left_out(each.name, leave_out)
    )
    return Found("shards", examples, 0, classes=classes)


def library(module: str) -> Any:
    """A module of webdataset, or one it brings along. Raises StudioError where it is missing."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise StudioError(
            "Shards are read by the webdataset library, which is not here; install it with "
            "`pip install 'ganstudio[shards]'`.",
            detail=str(error),
        ) from error


def expanded(source: str) -> tuple[str, ...]:
    """ "x-{00..02}.tar" -> its three addresses. None of them may start a program."""
    parts = source.split("::")
    for part in parts:
        check(part, source)
    expand = library("braceexpand").braceexpand  # webdataset itself would bring torch already here
    addresses = tuple(islice(chain.from_iterable(map(expand, parts)), MOST_SHARDS))
    for address in addresses:
        check(address, source)
    if not addresses:
        raise StudioError(
            "{source} names no shards; write such as x-{{00..09}}.tar.", source=source
        )
    return addresses


def check(address: str, source: str) -> None:
    scheme, colon, _ = address.partition(":")
    drive = len(scheme) == 1  # C:\...
    if ODD.search(address) or (colon and not drive and scheme not in SCHEMES):
        raise StudioError(
            "{source} is no address of shards that GAN Studio reads: it takes files and {schemes}, "
            "and starts no programs.",
            source=source,
            schemes=", ".join(SCHEMES),
        )


def read_shard(address: str) -> Iterator[Example]:
    """Its samples that have a picture, still encoded."""
    iterators = library("webdataset.tariterators")
    try:
        with closing(library("webdataset.gopen").gopen(address)) as stream:
            files = iterators.tar_file_expander([{"url": address, "stream": stream}])
            for sample in iterators.group_by_keys(files):
                endings = (part for part in sample if f".{part}".lower().endswith(ENDINGS))
                if picture := next(endings, ""):
                    name = f"{sample['__key__']}.{picture}"
                    yield Example(name, partial(content, sample[picture]), label_of(sample))
    except (*UNREADABLE, tarfile.TarError) as error:
        raise StudioError(
            "The shard {address} could not be read: {why}.",
            address=address,
            why=next((each for each in error.args if isinstance(each, str)), type(error).__name__),
        ) from error


def content(raw: bytes, shape: Shape) -> Content:
    return Content(picture_of(raw, shape=shape))


def label_of(sample: dict[str, Any]) -> int | None:
    try:
        return max(0, int(sample["cls"]))
    except (KeyError, ValueError):
        return None


def nothing_in(address: str) -> StudioError:
    return StudioError("{address} has no picture that can be read.", address=address)


def classes_beside(address: str) -> tuple[str, ...]:
    """The names in a `classes.json` in the folder of local shards; without it there are none."""
    path = Path(address.removeprefix("file:")).parent / CLASSES
    if not path.is_file():
        return ()
    try:
        return parsed(json.loads(path.read_text(encoding="utf-8"))).names
    except UNREADABLE as error:
        raise StudioError(
            "{path} is damaged or not as it should be: {why}. Mend or remove it.",
            path=path,
            why=str(error) or type(error).__name__,
        ) from error
