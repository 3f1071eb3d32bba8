"""Walking: source A moves over the plane of seeds, a walk at a time as one undo step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Qt

from ganstudio.latent import plane
from ganstudio.recipe import Source
from ganstudio.ui.document import Document

DECIMALS = 4  # of a place: far finer than can be seen


class Walker(QObject):
    """`speed`: steps a hundred pixels of a drag on the picture."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.speed = 1.0

    @property
    def place(self) -> Source:
        """Where the walk stands: a latent given by value stands at its seed."""
        return plane.moved(self._document.recipe.a, 0, 0)

    def go(self, right: float, down: float) -> None:
        """So many steps further, as part of a walk that has not come to rest yet."""
        if right or down:
            there = plane.moved(self._document.recipe.a, right, down)
            x, y = (round(part, DECIMALS) + 0.0 for part in there.at)  # a seed is met exactly
            self._document.change(self.tr("Walk"), a=replace(there, at=(x, y)))

    def rest(self) -> None:
        """The walk is over: one undo step."""
        self._document.settle(self.tr("Walk"))

    def snap(self) -> None:
        """To the nearest seed."""
        words = self.tr("Snap to seed")
        self._document.change(words, a=plane.snapped(self._document.recipe.a))
        self._document.settle(words)


class WalkTool:
    """On the canvas: dragging the picture walks, at the walker's speed."""

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, walker: Walker) -> None:
        self._walker = walker
        self._last = QPointF()

    def press(self, place: QPointF) -> None:
        self._last = place

    def move(self, place: QPointF) -> None:
        way = (place - self._last) * self._walker.speed / 100
        self._last = place
        self._walker.go(way.x(), way.y())

    def release(self) -> None:
        self._walker.rest()
