"""Which of a recipe's offsets goes along which direction; no Qt."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np

from ganstudio.models.directions import Direction
from ganstudio.recipe import Offset, Values

MOST = 128  # offsets of a recipe that are looked at: a picture from elsewhere may have any number


def placed(
    directions: Sequence[Direction], offsets: Sequence[Offset]
) -> tuple[list[Offset | None], list[Offset]]:
    """For each direction its offset, None where the recipe has none; and the offsets of no one.

    By the vectors: names change. Where several directions share one, the name decides first.
    """
    found: list[Offset | None] = [None] * len(directions)
    rest = list(offsets[:MOST])
    for by_name in (True, False):
        for index, direction in enumerate(directions):
            for offset in rest:
                named = not by_name or offset.name == direction.name
                if found[index] is None and named and is_along(offset.vector, direction):
                    found[index] = offset
                    rest.remove(offset)
                    break
    return found, [*rest, *offsets[MOST:]]


@functools.lru_cache(maxsize=1 << 16)  # asked for each direction at each move of a slider
def is_along(vector: Values, direction: Direction) -> bool:
    """Whether an offset's vector is one step along the direction."""
    step = direction.at(1.0).vector
    if vector == step:
        return True
    one, other = vector.array(), step.array()
    return one.shape == other.shape and bool(np.allclose(one, other, rtol=1e-3, atol=1e-6))
