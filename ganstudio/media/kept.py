"""Kept pictures: one small PNG a picture, with its recipe inside, so that damage costs only itself.

What a file is called says when it was kept, of which recipe, and whether it is starred; so a folder
of thousands is known by its names alone. What is deleted lies in a folder of its own until the next
start, so that it can come back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import numpy as np

from ganstudio.atomic import in_words, new_file
from ganstudio.errors import StudioError
from ganstudio.media.files import encode, read_recipe
from ganstudio.recipe import Recipe, to_json

SIDE = 128  # px, at most: what is drawn again exactly needs no more
SUFFIX, STARRED = ".png", ".star.png"
STAMP = "%Y%m%dT%H%M%S.%f"
DELETED = "deleted"
UNKNOWN = 128  # grey, where there is a recipe and no picture of it


@dataclass(frozen=True)
class Kept:
    """A kept picture; its recipe is read when it is first wanted."""

    path: Path

    @property
    def name(self) -> str:
        """What stays the same when it is starred or deleted and comes back; later is larger."""
        return self.path.name.removesuffix(SUFFIX).removesuffix(".star")

    @property
    def starred(self) -> bool:
        return self.path.name.endswith(STARRED)

    @property
    def key(self) -> str:
        """The same for the same recipe; "" for a file that somebody else put there."""
        stamp, _, key = self.name.rpartition("-")
        return key if _time(stamp) else ""

    @cached_property
    def when(self) -> datetime:
        """When it was kept, in the time of this place."""
        told = _time(self.name.rpartition("-")[0])
        return (told or datetime.fromtimestamp(self.path.stat().st_mtime, UTC)).astimezone()

    @cached_property
    def recipe(self) -> Recipe:
        """What made it. Raises StudioError where the file is damaged or gone."""
        return read_recipe(self.path)

    def at(self, path: Path) -> Kept:
        """The same under another path; what has been read stays."""
        other = Kept(path)
        vars(other).update({k: v for k, v in vars(self).items() if k in ("recipe", "when")})
        return other


def key_of(recipe: Recipe) -> str:
    """A short name for a recipe: the same for the same recipe, on any machine."""
    return hashlib.sha256(to_json(recipe).encode()).hexdigest()[:16]


def keep(folder: Path, recipe: Recipe, pixels: np.ndarray | None, when: datetime) -> Kept:
    """Write one picture, uint8 [H, W, 3], small and with its recipe; None where there is none.

    Raises StudioError where the folder does not take it; then nothing is left behind.
    """
    name = f"{when.astimezone(UTC).strftime(STAMP)[:-3]}-{key_of(recipe)}{SUFFIX}"
    picture = np.full((64, 64, 3), UNKNOWN, np.uint8) if pixels is None else small(pixels)
    with new_file(folder / name) as file:
        file.write(encode(picture, "PNG", recipe=recipe))
    kept = Kept(folder / name)
    vars(kept)["recipe"] = recipe
    return kept


def small(pixels: np.ndarray) -> np.ndarray:
    """At most 128 px a side, averaged over areas."""
    from PIL import Image  # not needed before something is kept

    image = Image.fromarray(pixels)
    image.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    return np.asarray(image)


def listed(folder: Path) -> list[Kept]:
    """All kept pictures in a folder, the newest first. Opens none of them."""
    if not folder.is_dir():
        return []
    with in_words(folder):
        names = [path for path in folder.iterdir() if path.suffix == SUFFIX]
    found = (Kept(path) for path in names if not path.name.startswith("."))
    return sorted(found, key=lambda kept: kept.name, reverse=True)


def star(kept: Kept, on: bool) -> Kept:
    """Starred or not from now on. Raises StudioError where the file is gone or the folder full."""
    return _moved(kept, kept.path.with_name(kept.name + (STARRED if on else SUFFIX)))


def delete(kept: Kept) -> Kept:
    """Out of the way, to where `bring_back` finds it until the next start."""
    return _moved(kept, kept.path.parent / DELETED / kept.path.name)


def bring_back(kept: Kept) -> Kept:
    """Undo `delete`."""
    return _moved(kept, kept.path.parent.parent / kept.path.name)


def empty(folder: Path) -> None:
    """Really remove what was deleted, for good."""
    for path in _files(folder / DELETED):
        with in_words(path):
            path.unlink(missing_ok=True)


def _files(folder: Path) -> Iterable[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _moved(kept: Kept, path: Path) -> Kept:
    with in_words(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    if not kept.path.exists():
        raise StudioError("The kept picture {path} is not there any more.", path=kept.path)
    with in_words(path):
        kept.path.replace(path)
    return kept.at(path)


def _time(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
