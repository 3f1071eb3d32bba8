"""The names, numbers and colours of classes: `classes.json`, and what follows where it is not."""

from __future__ import annotations

import colorsys
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ganstudio.datasets.examples import (
    DONT_CARE,
    MOST_CATEGORIES,
    Category,
    Colour,
    whole_number,
)
from ganstudio.datasets.members import Members
from ganstudio.datasets.pictures import UNREADABLE
from ganstudio.errors import StudioError

CLASSES = "classes.json"
NEAR = 8  # how far a channel of a lossless colour map may be off


@dataclass(frozen=True)
class Classes:
    """What `classes.json` says. pairs: of picture and label map, where it lists them."""

    categories: tuple[Category, ...]
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.categories)

    @property
    def coloured(self) -> bool:
        return bool(self.categories) and all(each.colour for each in self.categories)


def classes_of(members: Members) -> Classes | None:
    """`classes.json` of the source, None where it has none. Raises StudioError if it is wrong."""
    if CLASSES not in members.names:
        return None
    try:
        return parsed(json.loads(members.read(CLASSES)))
    except UNREADABLE as error:
        raise StudioError(
            "{classes} in {source} is damaged or not as it should be: {why}. Mend or remove it.",
            classes=CLASSES,
            source=members.path,
            why=str(error) or type(error).__name__,
        ) from error


def parsed(content: Any) -> Classes:
    """A list of names, or {"classes": [...], "void_index": ..., "pairs": [...]}."""
    table = {"classes": content} if isinstance(content, list) else content
    if not isinstance(table, dict) or not isinstance(table.get("classes"), list):
        raise ValueError('it needs a list "classes"')
    void = table.get("void_index")
    found = [category(entry, place) for place, entry in enumerate(table["classes"])]
    found = sorted((each for each in found if each.id != void), key=lambda each: each.id)
    if len({each.id for each in found}) < len(found):
        raise ValueError("two classes with one id")
    pairs = table.get("pairs") or []
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise ValueError('"pairs" must be a list of [picture, label map]')
    return Classes(tuple(found), tuple((str(a), str(b)) for a, b in pairs))


def category(entry: Any, place: int) -> Category:
    if isinstance(entry, str):
        return Category(place, entry)
    if not isinstance(entry, dict):
        raise ValueError(f"the class {str(entry)[:40]!r}")
    number = whole_number(entry.get("id", place))
    colour = entry.get("color", entry.get("colour"))
    if colour is None:
        return Category(number, str(entry.get("name", number)))
    red, green, blue = map(whole_number, colour)
    if not all(0 <= channel <= 255 for channel in (red, green, blue)):
        raise ValueError(f"the colour {colour}")
    return Category(number, str(entry.get("name", number)), (red, green, blue))


def check_count(categories: Sequence[Category], members: Members) -> None:
    if len(categories) > MOST_CATEGORIES or any(not 0 <= c.id <= 255 for c in categories):
        raise StudioError(
            "{source} has classes that label maps cannot hold; they may be at most {most}, with "
            "ids from 0 to 255.",
            source=members.path,
            most=MOST_CATEGORIES,
        )


def places_of(categories: Sequence[Category]) -> np.ndarray:
    """uint8 [256]: where the class with each id stands in the row; DONT_CARE for the others."""
    table = np.full(256, DONT_CARE, np.uint8)
    for place, each in enumerate(categories):
        table[each.id] = place
    return table


def snapped(pixels: np.ndarray, categories: Sequence[Category], *, lossy: bool) -> np.ndarray:
    """The class of each colour: uint8 [H, W, 3] -> uint8 [H, W].

    lossy: a JPEG blurs colours, so the nearest one counts; otherwise one that is none of them is
    DONT_CARE.
    """
    known = np.array([each.colour for each in categories], np.int32)  # [C, 3]
    packed = pixels.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    colours, where = np.unique(packed, return_inverse=True)
    seen = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], 1).astype(np.int32)
    best = np.zeros(len(seen), np.uint8)
    least = np.full(len(seen), np.iinfo(np.int32).max)
    for place, colour in enumerate(known):
        distance = ((seen - colour) ** 2).sum(1)
        best[distance < least] = place
        least = np.minimum(least, distance)
    if not lossy:
        best[least > 3 * NEAR**2] = DONT_CARE
    return best[where].reshape(pixels.shape[:2])


def from_labels(seen: Iterable[int], colours: Mapping[int, Colour]) -> tuple[Category, ...]:
    """Categories where no file tells them: each number up to the highest one, by its number."""
    numbers = [number for number in seen if number != DONT_CARE]
    count = max(numbers, default=-1) + 1
    return tuple(Category(i, str(i), colours.get(i, made_colour(i))) for i in range(count))


def made_colour(place: int) -> Colour:
    """Colours that differ well, the same for the same place."""
    hue, light = place * 0.618034 % 1, (0.55, 0.8, 0.35)[place // 7 % 3]
    red, green, blue = (round(255 * c) for c in colorsys.hls_to_rgb(hue, light, 0.65))
    return red, green, blue
