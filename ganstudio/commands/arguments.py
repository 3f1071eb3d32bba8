"""What is typed on the command line, as numbers: seeds, grids, layers. Each error is a sentence."""

from __future__ import annotations

import math
import re

from ganstudio.errors import StudioError
from ganstudio.latent.mixing import GROUPS, group, style_sizes

MOST_SEEDS = 10_000
LAST_SEED = 2**32 - 1
LARGEST = 1e6  # as for every number in a recipe


def seeds_of(text: str, *, option: str) -> list[int]:
    """ "0-3,7" -> [0, 1, 2, 3, 7]; the order is kept."""
    found: list[int] = []
    for part in text.split(","):
        first, last = span(part, option=option, example="0-63 or 1,5,9")
        if last > LAST_SEED:
            raise StudioError(
                "{option}: seeds go from 0 to {last_seed}, {last} is beyond.",
                option=option,
                last_seed=LAST_SEED,
                last=last,
            )
        if len(found) + last - first + 1 > MOST_SEEDS:
            raise StudioError(
                "{option} {text} names more than {most_seeds} seeds; choose fewer.",
                option=option,
                text=text,
                most_seeds=MOST_SEEDS,
            )
        found.extend(range(first, last + 1))
    return found


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


def layers_of(text: str, *, size: int, option: str) -> list[int]:
    """Style layers by group or number, "coarse" or "0-3,6", of a model of `size` px."""
    return list(weights_of(text, size=size, option=option))


def weights_of(text: str, *, size: int, option: str) -> dict[int, float]:
    """ "4-7,8:0.5" -> {4: 1, 5: 1, 6: 1, 7: 1, 8: 0.5}; groups such as "coarse" may stand too."""
    sizes = style_sizes(size)
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


def span(text: str, *, option: str, example: str) -> tuple[int, int]:
    """ "4-7" -> (4, 7), "5" -> (5, 5)."""
    match = re.fullmatch(r"(\d{1,20})(?:-(\d{1,20}))?", text.strip(), re.ASCII)
    if match is None:
        raise StudioError(
            "{option}: {text!r} is no number and no range; write {example}.",
            option=option,
            text=text,
            example=example,
        )
    first = int(match[1])
    last = first if match[2] is None else int(match[2])
    if last < first:
        raise StudioError(
            "{option}: the range {text} runs backwards; write {last}-{first}.",
            option=option,
            text=text,
            last=last,
            first=first,
        )
    return first, last


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
