"""Pictures of any size made to fit: cut, bordered or stretched, and their label maps alike."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from PIL import Image

from ganstudio.datasets.examples import DONT_CARE, Content, Shape

Fit = Literal["centre", "whole", "stretch", "random"]
FITS: tuple[Fit, ...] = get_args(Fit)
BORDER = 255  # white, which alpha lies over as well


@dataclass(frozen=True)
class Frame:
    """Which part of a picture goes where.

    left, top, right, bottom: what is taken, as shares of its width and height. box: where it comes
    to lie in the result, in pixels, in the same order.
    """

    left: float
    top: float
    right: float
    bottom: float
    box: tuple[int, int, int, int]


def frame(width: int, height: int, *, shape: Shape, fit: Fit, name: str = "") -> Frame:
    """centre: the largest part from the middle that has the right proportions. random: such a part
    from a place that follows from `name`. whole: all of it, with borders. stretch: all of it."""
    high, wide = shape
    all_of_it = (0, 0, wide, high)
    if fit == "stretch":
        return Frame(0, 0, 1, 1, all_of_it)
    if fit == "whole":
        scale = min(wide / width, high / height)
        w, h = (max(1, round(side * scale)) for side in (width, height))
        x, y = (wide - w) // 2, (high - h) // 2
        return Frame(0, 0, 1, 1, (x, y, x + w, y + h))
    place = 0.5 if fit == "centre" else zlib.crc32(name.encode()) / 0xFFFFFFFF
    if width * high >= height * wide:  # too wide
        share = height * wide / (width * high)
        left = (1 - share) * place
        return Frame(left, 0, left + share, 1, all_of_it)
    share = width * high / (height * wide)
    top = (1 - share) * place
    return Frame(0, top, 1, top + share, all_of_it)


def fitted(content: Content, *, shape: Shape, fit: Fit, name: str = "") -> dict[str, np.ndarray]:
    """Its pictures as uint8 [3, H, W] and its label map as uint8 [H, W], by what they are."""
    cut = frame(*content.picture.size, shape=shape, fit=fit, name=name)
    found = {"pictures": fit_picture(content.picture, cut, shape)}
    if content.drawing is not None:
        found["drawings"] = fit_picture(content.drawing, cut, shape)
    if content.labels is not None:
        check_proportions(content.picture.size, content.labels.shape)
        found["maps"] = fit_labels(content.labels, cut, shape)
    return found


def fit_picture(image: Image.Image, cut: Frame, shape: Shape) -> np.ndarray:
    """Resized by Lanczos: uint8 [3, H, W]."""
    x0, y0, x1, y1 = cut.box
    w, h = image.size
    taken = (cut.left * w, cut.top * h, min(w, cut.right * w), min(h, cut.bottom * h))
    small = image.resize((x1 - x0, y1 - y0), Image.Resampling.LANCZOS, box=taken)
    result = np.full((3, *shape), BORDER, np.uint8)
    result[:, y0:y1, x0:x1] = np.asarray(small).transpose(2, 0, 1)
    return result


def fit_labels(labels: np.ndarray, cut: Frame, shape: Shape) -> np.ndarray:
    """Resized by nearest, so that no class comes up that was not there: uint8 [H, W]."""
    x0, y0, x1, y1 = cut.box
    rows = nearest(labels.shape[0], cut.top, cut.bottom, y1 - y0)
    columns = nearest(labels.shape[1], cut.left, cut.right, x1 - x0)
    result = np.full(shape, DONT_CARE, np.uint8)
    result[y0:y1, x0:x1] = labels[rows][:, columns]
    return result


def nearest(length: int, start: float, end: float, count: int) -> np.ndarray:
    """Which of `length` pixels stand in the middles of `count` that divide start..end."""
    middles = start + (np.arange(count) + 0.5) / count * (end - start)
    return (middles * length).astype(int).clip(0, length - 1)


def check_proportions(size: tuple[int, int], shape: tuple[int, ...]) -> None:
    (width, height), (rows, columns) = size, shape[:2]
    if abs(width * rows / (height * columns) - 1) > 0.05:
        raise ValueError(f"a label map of {columns}x{rows} for a picture of {width}x{height}")
