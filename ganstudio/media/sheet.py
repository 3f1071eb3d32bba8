"""Many pictures on one sheet, in rows and columns: the pixels, and the recipes they came from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ganstudio import recipe as recipes
from ganstudio.errors import StudioError
from ganstudio.recipe import Recipe

PAPER = 255  # gaps and empty places are white
MOST_PIXELS = 2**29  # 1.5 GB
MOST_CELLS = 10_000


@dataclass(frozen=True)
class Layout:
    """What is on a sheet: a recipe a place, row by row; None leaves the place empty."""

    cells: tuple[Recipe | None, ...]
    columns: int
    gap: int = 0

    def __post_init__(self) -> None:
        check_count(len(self.cells))
        if not self.cells or self.columns < 1 or self.gap < 0:
            raise ValueError(
                f"no sheet of {len(self.cells)} pictures in {self.columns} columns, gap {self.gap}"
            )


def check_count(cells: int) -> None:
    """Raises StudioError for more places than a sheet has; ask before so many are made."""
    if cells > MOST_CELLS:
        raise StudioError(
            "A sheet holds at most {most_cells} pictures, not {cells}; choose fewer.",
            most_cells=MOST_CELLS,
            cells=cells,
        )


def to_json(layout: Layout) -> str:
    """The layout as one line of JSON; `cells` holds the recipes as `recipe.to_json` writes them."""
    cells = ", ".join("null" if c is None else recipes.to_json(c) for c in layout.cells)
    head = json.dumps({"ganstudio": "sheet", "columns": layout.columns, "gap": layout.gap})
    return f'{head[:-1]}, "cells": [{cells}]}}'


def from_json(text: str) -> Layout:
    """The layout that `to_json` wrote; one recipe is a sheet of one.

    Raises StudioError where the text is neither.
    """
    try:
        fields = json.loads(text)
        if not isinstance(fields, dict) or fields.get("ganstudio") != "sheet":
            return Layout((recipes.from_json(text),), columns=1)
        columns, gap, cells = fields["columns"], fields["gap"], fields["cells"]
        if type(columns) is not int or type(gap) is not int or len(cells) > MOST_CELLS:
            raise ValueError(f"columns {columns!r}, gap {gap!r}, {len(cells)} cells")
        read = (c if c is None else recipes.from_json(json.dumps(c)) for c in cells)
        return Layout(tuple(read), columns, gap)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise StudioError(
            "This is not a sheet of GAN Studio, or it is damaged or comes from a newer version.",
            detail=f"{type(error).__name__}: {error}",
        ) from error


def sheet(pictures: Sequence[np.ndarray], columns: int, gap: int = 0) -> np.ndarray:
    """Lay out equally large pictures row by row; uint8 [H, W, 3] each, and so is the result.

    `gap` pixels of white lie between neighbours, none around the sheet.
    """
    whole = blank(len(pictures), columns, pictures[0].shape[:2], gap)
    for index, pixels in enumerate(pictures):
        place(whole, index, pixels, columns, gap)
    return whole


def blank(count: int, columns: int, size: tuple[int, int], gap: int = 0) -> np.ndarray:
    """White paper for `count` pictures of `size` (height, width): uint8 [H, W, 3].

    Raises StudioError where it would be too large, for us or for the memory.
    """
    rows = -(-count // columns)
    height, width = (n * (side + gap) - gap for n, side in zip((rows, columns), size, strict=True))
    if height * width > MOST_PIXELS:
        raise StudioError(
            "A sheet of {columns} x {rows} pictures would be {width} x {height} "
            "pixels large, which is too much; choose fewer pictures or a smaller gap.",
            columns=columns,
            rows=rows,
            width=width,
            height=height,
        )
    try:
        return np.full((height, width, 3), PAPER, np.uint8)
    except MemoryError as error:
        raise StudioError(
            "The memory is not enough for a sheet of {width} x {height} pixels; "
            "choose fewer pictures.",
            width=width,
            height=height,
            detail=str(error),
        ) from error


def enlarged(pixels: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """The picture at another size (height, width) by the nearest pixel, so that none is blurred."""
    rows, columns = (
        np.arange(wanted) * side // wanted
        for wanted, side in zip(size, pixels.shape[:2], strict=True)
    )
    larger: np.ndarray = pixels[rows][:, columns]
    return larger


def spread(pictures: Sequence[np.ndarray]) -> np.ndarray:
    """Where equally large pictures differ: their standard deviation at each pixel as a grey.

    uint8 [H, W, 3] each, and so is the result: white is where they differ most, black where not at
    all (StyleGAN, arXiv 1812.04948, figure 4c).
    """
    deviation = np.stack(pictures).astype(np.float32).std(axis=0).mean(axis=2)
    grey = np.rint(deviation * (255 / max(float(deviation.max()), 1.0))).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)


def place(whole: np.ndarray, index: int, pixels: np.ndarray, columns: int, gap: int = 0) -> None:
    """Put picture number `index` where it belongs on a `blank` sheet."""
    height, width, _ = pixels.shape
    row, column = divmod(index, columns)
    top, left = row * (height + gap), column * (width + gap)
    cell = whole[top : top + height, left : left + width]
    if cell.shape != pixels.shape:
        raise StudioError(
            "The pictures of a sheet must be equally large; number {index} is {width} "
            "x {height} pixels.",
            index=index + 1,
            width=width,
            height=height,
        )
    cell[:] = pixels
