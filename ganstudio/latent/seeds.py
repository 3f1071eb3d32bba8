"""Seeds as they are typed, on the command line and in the window: "0-3, 7". No torch."""

from __future__ import annotations

import re

from ganstudio.errors import StudioError

MOST_SEEDS = 10_000
LAST_SEED = 2**32 - 1


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
