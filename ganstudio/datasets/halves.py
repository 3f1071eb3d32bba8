"""Layout of pictures whose halves are a photograph and its map, side by side as in pix2pix."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import PurePosixPath

import numpy as np
from PIL import Image

from ganstudio.datasets.categories import Classes, check_count, classes_of, snapped
from ganstudio.datasets.examples import Content, Example, Found, Shape, Unfit
from ganstudio.datasets.members import Members
from ganstudio.datasets.pictures import UNREADABLE, picture_of
from ganstudio.datasets.plain import pictures_in

PEEKED = 8
CLEARLY = 0.25  # by how much the flatter half must be flatter to be taken for a map unasked
LOSSY = (".jpg", ".jpeg", ".jfif", ".webp")


def side_by_side(members: Members, names: Sequence[str], *, asked: bool = True) -> Found:
    """The flatter half is the map: its colours are those of `classes.json`, and without one it
    stays a drawing. Unasked it must be twice as wide as high and clearly flatter."""
    shown = pictures_in(names)
    gains = []
    for name in shown[:: max(1, len(shown) // PEEKED)]:
        try:
            picture = picture_of(members.read(name))
        except UNREADABLE:
            continue
        width, height = picture.size
        if width % 2 or (width != 2 * height and not asked):
            raise Unfit(f"{name} is {width}x{height} pixels, not two squares side by side")
        left, right = (flatness(half) for half in halves(picture))
        gains.append(right - left)
    if not gains:
        raise Unfit("no picture in it can be read")
    if not asked and min(map(abs, gains)) < CLEARLY:
        raise Unfit("no half is clearly a map")
    map_right = sum(gains) > 0
    if not asked and any((gain > 0) != map_right for gain in gains):
        raise Unfit("the maps are not all in the same half")
    classes = classes_of(members)
    coloured = classes if classes and classes.coloured else None
    categories = coloured.categories if coloured else ()
    check_count(categories, members)
    examples = [Example(n, partial(read, members, n, map_right, coloured)) for n in shown]
    return Found("side-by-side", examples, len(examples), categories=categories)


def read(
    members: Members, name: str, map_right: bool, classes: Classes | None, shape: Shape
) -> Content:
    picture = picture_of(members.read(name), shape=(0, 0) if classes else (shape[0], 2 * shape[1]))
    if picture.width % 2:
        raise ValueError(f"{picture.width} pixels have no two halves")
    photo, other = halves(picture)
    if not map_right:
        photo, other = other, photo
    if classes is None:
        return Content(photo, drawing=other)
    lossy = PurePosixPath(name).suffix.lower() in LOSSY
    return Content(photo, snapped(np.asarray(other), classes.categories, lossy=lossy))


def halves(picture: Image.Image) -> tuple[Image.Image, Image.Image]:
    middle, height = picture.width // 2, picture.height
    return picture.crop((0, 0, middle, height)), picture.crop((middle, 0, 2 * middle, height))


def flatness(picture: Image.Image) -> float:
    """The share of pixels that look like the one to their right."""
    pixels = np.asarray(picture).astype(np.int16)
    steps = np.abs(np.diff(pixels, axis=1)).max(axis=2)
    return float((steps <= 3).mean()) if steps.size else 0.0
