"""The recipe that a tab shows, with undo: state in one place, and widgets bound to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ganstudio.recipe import Recipe


class Document(QObject):
    """Controls call `change` while they move and `settle` once they rest: that is one undo step.

    Bind Edit > Undo to `step_back`, not to `undo.undo`: a change that has not come to rest yet
    then counts as a step of its own, instead of being lost.
    """

    changed = Signal(object)  # the new recipe: while dragging, on undo, redo and load

    def __init__(self, recipe: Recipe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo = QUndoStack(self)
        self._recipe = recipe
        self._settled = recipe
        self._text = ""

    @property
    def recipe(self) -> Recipe:
        return self._recipe

    @property
    def at_rest(self) -> bool:
        """Whether nothing has changed since the last undo step."""
        return self._recipe == self._settled

    @property
    def history(self) -> list[Recipe]:
        """All recipes that the undo steps hold, in order, those that were undone included."""
        steps = [self.undo.command(index) for index in range(self.undo.count())]
        of_recipes = [step for step in steps if isinstance(step, Step)]
        if not of_recipes:
            return [self._recipe]
        moved = (step.after for step in of_recipes if step.after != step.before)
        return [of_recipes[0].before, *moved]

    def change(self, text: str = "", /, **fields: Any) -> None:
        """Set fields of the recipe now, without an undo step yet.

        `text` names the move that goes on; one of another name that has not come to rest becomes
        a step first.
        """
        if text and text != self._text:
            self.settle()
        self._text = text or self._text
        self._show(replace(self._recipe, **fields))

    def settle(self, text: str = "") -> None:
        """Make one undo step of what changed since the last one; nothing if nothing did.

        Nothing either if `text` comes late: if it is another move that goes on by now.
        """
        if text and self._text not in ("", text):
            return
        text, self._text = text or self._text, ""
        if not self.at_rest:
            before, self._settled = self._settled, self._recipe
            self.undo.push(Step(self, before, self._recipe, text))

    def load(self, recipe: Recipe, text: str) -> None:
        """Put another recipe in place of this one, as one undo step."""
        self.settle()
        self._show(recipe)
        self.settle(text)

    def step_back(self) -> None:
        """Undo one step."""
        self.settle()
        self.undo.undo()

    def step_forward(self) -> None:
        """Redo one step."""
        self.settle()
        self.undo.redo()

    def restore(self, recipe: Recipe) -> None:
        """Show what an undo step holds, without a new step."""
        self._settled, self._text = recipe, ""
        self._show(recipe)

    def _show(self, recipe: Recipe) -> None:
        if recipe != self._recipe:
            self._recipe = recipe
            self.changed.emit(recipe)


class Step(QUndoCommand):
    """From one recipe to another."""

    def __init__(self, document: Document, before: Recipe, after: Recipe, text: str) -> None:
        super().__init__(text)
        self._document = document
        self.before = before
        self.after = after

    def undo(self) -> None:
        self._document.restore(self.before)

    def redo(self) -> None:
        self._document.restore(self.after)
