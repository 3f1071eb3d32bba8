"""What --direction says: how far along which direction, on which layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ganstudio.commands import arguments
from ganstudio.errors import StudioError
from ganstudio.models import directions as store
from ganstudio.recipe import Offset

if TYPE_CHECKING:
    from ganstudio.models.card import Card


def along(offsets: Sequence[Offset], wanted: Sequence[Offset]) -> tuple[Offset, ...]:
    """The offsets of a recipe with those that are wanted in place of their namesakes."""
    named = {each.name for each in wanted}
    both = [*(each for each in offsets if each.name not in named), *wanted]
    return tuple(each for each in both if each.amount)


def offsets_of(words: Sequence[str], card: Card, digest: str) -> tuple[Offset, ...]:
    """ "smile=1.5:coarse" -> the direction called smile, 1.5 steps, on the coarse layers."""
    kept = {each.name.casefold(): each for each in store.saved(digest)}
    found = []
    for text in words:
        name, equals, rest = text.rpartition("=")
        amount, colon, layers = rest.partition(":")
        if not equals:
            raise StudioError(
                "--direction {text!r} says no amount; write NAME=AMOUNT, such as smile=1.5.",
                text=text,
            )
        direction = kept.get(name.strip().casefold())
        if direction is None:
            raise StudioError(
                "The model {model} has no direction called {name!r}; it has {names}.",
                model=card.name,
                name=name,
                names=", ".join(each.name for each in kept.values())
                or "none yet, `ganstudio directions` finds some",
            )
        offset = direction.at(arguments.number(amount, option="--direction"))
        if colon:
            first, last = span_of(layers, card, option="--direction")
            offset = replace(offset, first=first, last=last)
        found.append(offset)
    return tuple(found)


def span_of(text: str, card: Card, *, option: str) -> tuple[int, int]:
    """First and last layer of "coarse" or "4-7"."""
    if not card.styles:
        raise StudioError(
            "The model {name} has no style layers, so {option} cannot name some.",
            name=card.name,
            option=option,
        )
    chosen = arguments.layers_of(text, size=card.size, family=card.family, option=option)
    first, last = min(chosen), max(chosen)
    if last - first + 1 != len(chosen):
        raise StudioError(
            "{option}: the layers {text} do not follow each other; write such as 4-7.",
            option=option,
            text=text,
        )
    return first, last
