"""A zip in the layout of stylegan2-ada's dataset_tool, made from any source; the same bytes each
time."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from PIL import Image

from ganstudio.atomic import new_file
from ganstudio.datasets import categories
from ganstudio.datasets.categories import CLASSES
from ganstudio.datasets.decoding import Row, rows
from ganstudio.datasets.examples import DONT_CARE, Category, Colour, Found, Shape
from ganstudio.datasets.fitting import Fit
from ganstudio.datasets.plain import DATASET
from ganstudio.errors import StudioError

WHEN = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name
READABLE = 0o644 << 16


@dataclass(frozen=True)
class Written:
    """pictures: how many. classes: how many of each, by name. skipped: bad files and why."""

    pictures: int
    classes: dict[str, int]
    categories: tuple[Category, ...]
    skipped: tuple[str, ...]


def write_zip(
    found: Found,
    path: Path,
    *,
    shape: Shape,
    fit: Fit = "centre",
    with_classes: bool = True,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> Written:
    """Write all good examples of a source, decoded to `shape`, as PNG.

    A source with label maps becomes `images/`, `labels/` and `classes.json`; any other one has
    `dataset.json`, and `classes.json` for the names of its classes. The file appears when it is
    whole. Raises StudioError where nothing in the source can be read.
    """
    with_classes = with_classes and bool(found.classes)
    writing = Writing(with_classes)
    skipped = list(found.skipped)
    with (
        new_file(path) as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive,
        closing(rows(found, shape=shape, fit=fit)) as decoded,
    ):
        for done, row in enumerate(decoded, 1):
            if row.error:
                skipped.append(row.error)
            else:
                writing.add(archive, row)
            told(done, found.total)
        if not writing.count:
            raise StudioError(
                "{source} has no pictures that can be read.",
                source=found.layout,
                detail="\n".join(skipped),
            )
        known = found.categories or writing.categories
        writing.finish(archive, found.classes if with_classes else (), known)
    shown = {found.classes[k]: n for k, n in sorted(Counter(writing.labels.values()).items())}
    return Written(writing.count, shown, known, tuple(skipped))


class Writing:
    """A zip in the making."""

    def __init__(self, with_classes: bool) -> None:
        self.with_classes = with_classes
        self.count = 0
        self.labels: dict[str, int] = {}
        self.pairs: list[tuple[str, str]] = []
        self.seen = np.zeros(256, bool)
        self.colours: dict[int, Colour] = {}

    def add(self, archive: zipfile.ZipFile, row: Row) -> None:
        number = f"{self.count:08d}"
        name = f"{number[:5]}/img{number}.png"
        pictures = row.parts["pictures"].transpose(1, 2, 0)
        if "maps" in row.parts:
            photo, labels = f"images/{name}", f"labels/{name}"
            self.pairs.append((photo, labels))
            numbers = row.parts["maps"]
            self.seen[np.bincount(numbers.ravel(), minlength=256) > 0] = True
            self.colours = {**row.colours, **self.colours}
            put(archive, photo, png(pictures))
            put(archive, labels, png(numbers))
        elif "drawings" in row.parts:
            halves = (pictures, row.parts["drawings"].transpose(1, 2, 0))
            put(archive, name, png(np.concatenate(halves, axis=1)))
        else:
            put(archive, name, png(pictures))
        if self.with_classes and row.example.label is not None:
            self.labels[name] = row.example.label
        self.count += 1

    @property
    def categories(self) -> tuple[Category, ...]:
        if not self.pairs:
            return ()
        return categories.from_labels(np.flatnonzero(self.seen).tolist(), self.colours)

    def finish(
        self, archive: zipfile.ZipFile, classes: tuple[str, ...], known: tuple[Category, ...]
    ) -> None:
        if self.pairs:
            entries = [
                {"id": place, "name": each.name, **({"color": each.colour} if each.colour else {})}
                for place, each in enumerate(known)
            ]
            table = {"void_index": DONT_CARE, "classes": entries, "pairs": self.pairs}
            put(archive, CLASSES, in_json(table))
            return
        labels = list(self.labels.items()) if self.with_classes else None
        put(archive, DATASET, in_json({"labels": labels}))
        if classes:
            names = [{"id": place, "name": name} for place, name in enumerate(classes)]
            put(archive, CLASSES, in_json({"classes": names}))


def put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    member = zipfile.ZipInfo(str(PurePosixPath(name)), WHEN)
    member.external_attr = READABLE
    member.create_system = 3  # on every system
    archive.writestr(member, content)


def png(pixels: np.ndarray) -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(file, format="PNG", compress_level=6)
    return file.getvalue()


def in_json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()
