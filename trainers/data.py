"""Training pictures from a folder or a zip, as one uint8 array in memory."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps
from torch import Tensor

from ganstudio.errors import StudioError

SUFFIXES = {".png", ".jpg", ".jpeg", ".webp", ".bmp"}
PROVENANCE = "provenance.json"
UNREADABLE = (  # what files, zips and pictures raise that are damaged, locked or absurdly large
    OSError,
    ValueError,
    SyntaxError,
    RuntimeError,
    zipfile.BadZipFile,
    Image.DecompressionBombError,
)


@dataclass(frozen=True, eq=False)
class Pictures:
    """images: uint8 [N, 3, H, W]. skipped: files that could not be read, each with the reason."""

    images: Tensor
    skipped: tuple[str, ...]
    left_out: int

    def batch(self, start: int, count: int, *, seed: int) -> Tensor:
        """uint8 [count, 3, H, W]: from `start` in an endless order, shuffled anew each epoch.

        The order depends on `seed` alone, so a resumed run needs to know only where it was.
        """
        n = len(self.images)
        places = range(start, start + count)
        return self.images[[int(epoch_order(n, seed, i // n)[i % n]) for i in places]]


@lru_cache(maxsize=2)
def epoch_order(n: int, seed: int, epoch: int) -> np.ndarray:
    return np.random.default_rng([seed, epoch]).permutation(n)


def load(source: Path, *, size: int, leave_out: Sequence[str] = ()) -> Pictures:
    """Read every picture of a folder (with its sub-folders) or zip, square and `size` px.

    The middle square is kept and resized by Lanczos; alpha is laid over white, EXIF turned. A
    picture is left out where its name, or its entry in the source's `provenance.json`, holds one
    of the words in `leave_out`.
    Raises StudioError where fewer than two pictures can be read.
    """
    found: list[np.ndarray] = []
    skipped: list[str] = []
    left_out = 0
    words = set(leave_out)
    provenance: dict[str, object] = {}
    for name, read in members(source):
        if name == PROVENANCE:
            provenance = read_provenance(source, read)
        elif Path(name).suffix.lower() in SUFFIXES:
            if words & words_of(name, provenance.get(name)):
                left_out += 1
                continue
            try:
                found.append(square(read(), size=size))
            except UNREADABLE as error:
                skipped.append(f"{name}: {error}")
    if len(found) < 2:
        raise StudioError(
            "{source} has {found} pictures that can be read; training needs two or "
            "more files of {suffixes}.",
            source=source,
            found=len(found),
            suffixes=", ".join(sorted(SUFFIXES)),
            detail="\n".join(skipped),
        )
    images = torch.from_numpy(np.stack(found)).permute(0, 3, 1, 2).contiguous()
    return Pictures(images, tuple(skipped), left_out)


def members(source: Path) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Name and content of each file, provenance first, the others in the order of their names."""
    if source.is_dir():
        files = [path for path in source.rglob("*") if path.is_file()]
        names = {path.relative_to(source).as_posix(): path for path in files}
        for name in in_order(names):
            yield name, names[name].read_bytes
    elif zipfile.is_zipfile(source):
        with zipfile.ZipFile(source) as archive:
            for name in in_order(name for name in archive.namelist() if not name.endswith("/")):
                yield name, partial(archive.read, name)
    else:
        raise StudioError(
            "{source} is neither a folder nor a zip of pictures; choose another.", source=source
        )


def in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (name != PROVENANCE, name))


def read_provenance(source: Path, read: Callable[[], bytes]) -> dict[str, object]:
    """What the source says of each picture. Never passed over: what is held out depends on it."""
    try:
        provenance = json.loads(read())
        if not isinstance(provenance, dict):
            raise ValueError(f"a {type(provenance).__name__} instead of an object")
    except UNREADABLE as error:
        raise StudioError(
            "{provenance} in {source} is damaged, so nobody knows which pictures to "
            "leave out; mend or remove it.",
            provenance=PROVENANCE,
            source=source,
            detail=str(error),
        ) from error
    return provenance


def words_of(name: str, provenance: object) -> set[str]:
    """The words of a name, split at everything but letters and digits, and all text in its
    provenance. Numbers there are no words: a weight of 0.004 names nobody."""
    spaced = "".join(c if c.isalnum() else " " for c in str(Path(name).with_suffix("")))
    return {*spaced.split(), *texts_in(provenance)}


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


def square(raw: bytes, *, size: int) -> np.ndarray:
    """A picture file's middle square as uint8 [size, size, 3]."""
    with Image.open(io.BytesIO(raw)) as opened:
        image = ImageOps.exif_transpose(opened)
        if image.has_transparency_data:
            image = image.convert("RGBA")
            white = Image.new("RGBA", image.size, "white")
            image = Image.alpha_composite(white, image)
        image = ImageOps.fit(image.convert("RGB"), (size, size), Image.Resampling.LANCZOS)
    return np.asarray(image)
