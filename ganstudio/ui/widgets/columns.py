"""Where the sliders of the mix panel stand, and which of them a pointer passes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from ganstudio.ui.widgets.layer_words import group_of

GAP = 8  # px between groups


def spread(sizes: Sequence[int], left: int, right: int) -> list[tuple[int, int]]:
    """Left and right edges of columns of equal width, with a gap between coarse, middle and fine.

    sizes: the picture size in pixels at which each layer acts.
    """
    groups = [group_of(size) for size in sizes]
    changes = (one != other for one, other in pairwise(groups))
    gaps = list(accumulate(changes, initial=0))  # how many there are before each column
    width = (right - left - gaps[-1] * GAP) / len(sizes)
    starts = [left + gap * GAP + layer * width for layer, gap in enumerate(gaps)]
    return [(round(start), round(start + width)) for start in starts]


def nearest(centres: Sequence[float], x: float) -> int:
    """The column whose centre is nearest to x."""
    return min(range(len(centres)), key=lambda column: abs(centres[column] - x))


def swept(
    centres: Sequence[float], start: tuple[float, float], end: tuple[float, float]
) -> dict[int, float]:
    """The columns that a pointer passed between two of its events, and how high it was there.

    centres: x of each column, ascending. Those between the two places take the height of the
    straight line; the one nearest to `end` takes the height of `end`.
    """
    (x0, y0), (x1, y1) = start, end
    low, high = sorted((x0, x1))
    heights = {
        column: y0 + (y1 - y0) * (x - x0) / (x1 - x0)
        for column, x in enumerate(centres)
        if low < x < high
    }
    heights[nearest(centres, x1)] = y1
    return heights
