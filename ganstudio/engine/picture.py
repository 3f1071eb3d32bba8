"""What the renderer gives back: pixels, and how they came about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ganstudio.recipe import Recipe


@dataclass(frozen=True, eq=False)
class Picture:
    """uint8 pixels [H, W, 3] of a recipe; `exact` is False for a preview.

    reused: how many layers were still there from the picture before, and of how many; (0, 0) where
    nothing is kept.
    """

    recipe: Recipe
    pixels: np.ndarray
    exact: bool
    ms: float  # milliseconds that it took
    device: str  # "cpu", "cuda:0", "mps"
    reused: tuple[int, int] = (0, 0)
