"""What a source is made of: examples that are decoded when their turn comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PIL import Image

Shape = tuple[int, int]  # height and width in pixels
Colour = tuple[int, int, int]
DONT_CARE = 255  # in every label map: a pixel of no class
MOST_CATEGORIES = 255  # a label map has a byte a pixel, and one value is DONT_CARE


class Unfit(Exception):  # noqa: N818 - no error: the next layout is tried
    """Why files do not lie as a layout wants them, as half a sentence."""


@dataclass(frozen=True)
class Category:
    """One class of label maps. id: its value in the source's files; ours is its place in a row."""

    id: int
    name: str
    colour: Colour | None = None


@dataclass(frozen=True, eq=False)
class Content:
    """One example decoded, of any size.

    picture: RGB. labels: uint8 [H, W], the class of each pixel. drawing: an RGB picture that the
    picture shall be made from where nobody knows classes. colours: of classes, as the file has it.
    """

    picture: Image.Image
    labels: np.ndarray | None = None
    drawing: Image.Image | None = None
    colours: Mapping[int, Colour] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Example:
    """read: decodes it, for a picture of that many pixels; raises one of pictures.UNREADABLE."""

    name: str
    read: Callable[[Shape], Content]
    label: int | None = None


@dataclass(frozen=True, eq=False)
class Found:
    """A source before anything is decoded.

    total: how many examples there are at most, 0 if nobody has counted them. classes: names of what
    `Example.label` counts. categories: of the label maps; empty until they are read where no file
    tells them. split: the part of the source that was taken, "" for all.
    """

    layout: str
    examples: Iterable[Example]
    total: int
    classes: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    skipped: tuple[str, ...] = ()
    left_out: int = 0
    split: str = ""
    notes: tuple[str, ...] = ()


def whole_number(value: Any) -> int:
    """A number from somebody's JSON; raises ValueError for what is none."""
    if type(value) is not int:
        raise ValueError(f"{value!r} is no whole number")
    return value
