"""Where the cells of a sheet lie: rows and columns of squares beside and below their heads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt

GAP = 4  # px
SMALLEST, LARGEST = 64, 256  # px a cell where they are made to fit
FAR = 10_000
WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Home: (-FAR, 0),
    Qt.Key.Key_End: (FAR, 0),
    Qt.Key.Key_PageUp: (0, -FAR),
    Qt.Key.Key_PageDown: (0, FAR),
}


@dataclass(frozen=True)
class Cells:
    """Squares of `side` px, numbered row by row; `left` and `top` are room for the heads."""

    rows: int = 0
    columns: int = 0
    side: int = SMALLEST
    left: int = 0
    top: int = 0

    def rect(self, index: int) -> QRect:
        """A cell's place before scrolling."""
        row, column = divmod(index, max(self.columns, 1))
        step = self.side + GAP
        return QRect(
            self.left + GAP + column * step, self.top + GAP + row * step, self.side, self.side
        )

    def size(self) -> QSize:
        """Of all, with the heads."""
        step = self.side + GAP
        return QSize(self.left + GAP + self.columns * step, self.top + GAP + self.rows * step)

    def at(self, place: QPoint, scroll: QPoint) -> int:
        """The cell at a place in the viewport; -1 on heads, gaps and beside the sheet."""
        if place.x() < self.left + max(-scroll.x(), 0) or place.y() < self.top:
            return -1
        inside = place + scroll - QPoint(self.left + GAP, self.top + GAP)
        step = self.side + GAP
        column, row = inside.x() // step, inside.y() // step
        if not (0 <= column < self.columns and 0 <= row < self.rows):
            return -1
        index = row * self.columns + column
        return index if self.rect(index).contains(place + scroll) else -1

    def inside(self, scroll: QPoint, area: QSize) -> list[int]:
        """The cells that show in a viewport of that size, row by row."""
        step = self.side + GAP
        columns = range(
            max(scroll.x() // step, 0),
            min((scroll.x() + area.width() - self.left) // step + 1, self.columns),
        )
        rows = range(
            max(scroll.y() // step, 0),
            min((scroll.y() + area.height() - self.top) // step + 1, self.rows),
        )
        return [row * self.columns + column for row in rows for column in columns]

    def way(self, key: Qt.Key) -> tuple[int, int] | None:
        """Columns to the right and rows down that a key goes; None for other keys."""
        return WAYS.get(key)

    def stepped(self, index: int, right: int, down: int, good: Callable[[int], bool]) -> int:
        """The next good cell that way, for a far step the last one; -1 where there is none."""
        if index < 0:
            return next((i for i in range(self.rows * self.columns) if good(i)), -1)
        row, column = divmod(index, self.columns)
        x, y = (right > 0) - (right < 0), (down > 0) - (down < 0)
        found = -1
        while found < 0 or abs(right or down) == FAR:
            row, column = row + y, column + x
            if not (0 <= row < self.rows and 0 <= column < self.columns):
                break
            if good(row * self.columns + column):
                found = row * self.columns + column
        return found


def fitting(cells: Cells, area: QSize) -> int:
    """The side with which all cells fit into an area, within reason."""
    across = (area.width() - cells.left - GAP) // cells.columns - GAP
    down = (area.height() - cells.top - GAP) // cells.rows - GAP
    return min(max(min(across, down), SMALLEST), LARGEST)
