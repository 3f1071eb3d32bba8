"""Removing a direction as an undo step: out of the list and out of the picture, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ganstudio.models.directions import Direction, free_name
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.document import Document, Step


class RemoveStep(Step):
    """`out` and `back` change the list, `show` shows it; the recipe changes in between."""

    def __init__(
        self,
        document: Document,
        after: FaceRecipe,
        text: str,
        out: Callable[[], None],
        back: Callable[[], None],
        show: Callable[[], None],
    ) -> None:
        super().__init__(document, document.recipe, after, text)
        self._out, self._back, self._show = out, back, show

    def redo(self) -> None:
        self._out()
        super().redo()
        self._show()

    def undo(self) -> None:
        self._back()
        super().undo()
        self._show()


def without(direction: Direction, kept: Sequence[Direction]) -> list[Direction]:
    """The list without it, by its vector where it has got another name meanwhile."""
    same = sorted((k for k in kept if k.vector == direction.vector), key=lambda k: k != direction)
    left = list(kept)
    if same:
        left.remove(same[0])
    return left


def put(direction: Direction, place: int, kept: Sequence[Direction]) -> list[Direction]:
    """The list with it at its old place, under its old name unless that is taken by now."""
    name = free_name(direction.name, {each.name for each in kept})
    return [*kept[:place], replace(direction, name=name), *kept[place:]]
