"""What is typed on the command line, as numbers: seeds, grids, layers. Each error is a sentence."""

from __future__ import annotations

import math
import re

from ganstudio.errors import StudioError
from ganstudio.latent.mixing import GROUPS, group, style_sizes
from ganstudio.latent.seeds import MOST_SEEDS, span
from ganstudio.latent.seeds import seeds_of as seeds_of

LARGEST = 1e6  # as for every number in a recipe


def seed_of(text: str, *, option: str) -> int:
    """ "42" -> 42."""
    seeds = seeds_of(text, option=option)
    if len(seeds) > 1:
        raise StudioError("{option} takes one seed, not {text}.", option=option, text=text)
    return seeds[0]


def grid_of(text: str) -> tuple[int, int]:
    """ "8x4" -> 8 columns, 4 rows."""
    match = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text.strip(), re.ASCII)
    columns, rows = map(int, match.groups()) if match else (0, 0)
    if not columns or not rows:
        raise StudioError("--grid {text} is no size; write columns x rows, such as 8x8.", text=text)
    if columns * rows > MOST_SEEDS:
        raise StudioError(
            "--grid {text} has more than {most_seeds} places; choose a smaller one.",
            text=text,
            most_seeds=MOST_SEEDS,
        )
    return columns, rows


def layers_of(text: str, *, size: int, option: str, family: str = "stylegan2") -> list[int]:
    """Style layers by group or number, "coarse" or "0-3,6", of a model of `size` px."""
    return list(weights_of(text, size=size, option=option, family=family))


def weights_of(text: str, *, size: int, option: str, family: str = "stylegan2") -> dict[int, float]:
    """ "4-7,8:0.5" -> {4: 1, 5: 1, 6: 1, 7: 1, 8: 0.5}; groups such as "coarse" may stand too."""
    sizes = style_sizes(size, family=family)
    found: dict[int, float] = {}
    for part in text.split(","):
        name, colon, amount = part.strip().partition(":")
        weight = number(amount, option=option, low=0, high=1) if colon else 1.0
        if name in GROUPS:
            layers = group(name, sizes)
            if not layers:
                raise StudioError(
                    "{option}: a model of {size} pixels has no {name} layers.",
                    option=option,
                    size=size,
                    name=name,
                )
        else:
            first, last = span(name, option=option, example="coarse, 4-7 or 4-7,8:0.5")
            if last >= len(sizes):
                raise StudioError(
                    "{option}: the style layers go from 0 to {sizes}, {last} is beyond.",
                    option=option,
                    sizes=len(sizes) - 1,
                    last=last,
                )
            layers = list(range(first, last + 1))
        found |= dict.fromkeys(layers, weight)
    return found


def number(text: str, *, option: str, low: float = -LARGEST, high: float = LARGEST) -> float:
    """A finite number within bounds."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        raise StudioError(
            "{option} must be a number from {low:.9g} to {high:.9g}, not {text!r}.",
            option=option,
            low=low,
            high=high,
            text=text,
        )
    return value
