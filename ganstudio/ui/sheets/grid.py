"""A grid of pictures with heads: scrolled, zoomed, walked by keys; only what is in view counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from ganstudio.engine.sheets import Sheet
from ganstudio.recipe import Recipe
from ganstudio.ui.sheets.cells import GAP, Cells, fitting
from ganstudio.ui.sheets.painting import Painting

LEAST, MOST = 24, 512  # px a cell
STEP = 1.25
Words = Callable[[Recipe], str]


class SheetGrid(QAbstractScrollArea):
    """Shows a sheet with the pictures that `painting` has; a click or Enter opens a cell."""

    opened = Signal(int)  # cell
    pointed = Signal(int)  # the cell under the pointer, or that the keys are on; -1 for none
    moved = Signal()  # other cells are in view

    def __init__(self, words: Words, painting: Painting) -> None:
        super().__init__()
        self._words, self._painting = words, painting
        self._sheet: Sheet | None = None
        self._hint = ""
        self.cells = Cells()
        self.current = -1
        self._hovered = -1
        self._fits = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Sheet of pictures"))
        self.setMinimumSize(240, 200)
        self.viewport().setMouseTracking(True)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)

    @property
    def sheet(self) -> Sheet | None:
        return self._sheet

    def show_sheet(self, sheet: Sheet | None, hint: str = "") -> None:
        """Another sheet, or words where there is none; the place in it stays as far as it can."""
        shape = (self.cells.rows, self.cells.columns)
        self._sheet, self._hint = sheet, hint
        self._hovered = -1
        rows, columns = (len(sheet.rows), len(sheet.columns)) if sheet else (0, 0)
        heads = self._painting.heads(self, sheet) if sheet else (0, 0)
        self.cells = Cells(rows, columns, self.cells.side, *heads)
        if shape != (rows, columns):
            self.current = next((i for i in range(rows * columns) if self._can_open(i)), -1)
        self._tell(self.current)
        self._lay_out()

    def in_view(self) -> list[int]:
        """The cells that can be seen, row by row."""
        return self.cells.inside(self._scroll(), self.viewport().size())

    def refresh(self, index: int) -> None:
        """A cell's picture is there or is another one."""
        self.viewport().update(self._rect(index))

    def fit(self) -> None:
        """Cells as large as there is room for."""
        self._fits = True
        self._lay_out()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Larger or smaller cells, the place `about` staying where it is."""
        if self._sheet is None:
            return
        place = about or QPointF(self.viewport().rect().center())
        before, old = self._scroll(), self.cells
        side = min(max(round(old.side * factor), LEAST), MOST)
        self._fits = False
        self.cells = Cells(old.rows, old.columns, side, old.left, old.top)
        self._lay_out()
        grown = (side + GAP) / (old.side + GAP)
        for bar, start, offset, head in (
            (self.horizontalScrollBar(), before.x(), place.x(), old.left),
            (self.verticalScrollBar(), before.y(), place.y(), old.top),
        ):
            bar.setValue(round((start + offset - head) * grown - offset + head))

    def cell_at(self, place: QPoint) -> int:
        """The cell at a place in the viewport, -1 where there is none that could be opened."""
        index = self.cells.at(place, self._scroll())
        return index if self._can_open(index) else -1

    def rect_of(self, index: int) -> QRect:
        """Where a cell is in the viewport."""
        return self._rect(index)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(720, 560)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self.viewport())
        area, palette = self.viewport().rect(), self.palette()
        painter.fillRect(event.rect(), palette.color(QPalette.ColorRole.Dark))
        if self._sheet is None:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(32, 32, -32, -32), flags, self._hint)
        else:
            for index in self.in_view():
                if self._rect(index).intersects(event.rect()):
                    self._painting.cell(painter, self, self._sheet, index, self._rect(index))
            self._painting.ring(painter, self, self._rect, (self._hovered, self.current))
            self._painting.paint_heads(painter, self, self._sheet, self.cells, self._scroll())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._hover(self.cell_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        index = self.cell_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.current = index
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        index = self.cell_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0 and index == self.current:
            self.opened.emit(index)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        notches = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and notches:
            self.zoom(STEP**notches, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._can_open(self.current):
                self.opened.emit(self.current)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif (way := self.cells.way(key)) is not None:
            self._step(*way)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            recipe = self._recipe(self.cell_at(event.pos()))
            if recipe is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._words(recipe), self.viewport())
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._tell(self.current)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self.viewport().update()

    def _recipe(self, index: int) -> Recipe | None:
        cells = self._sheet.layout.cells if self._sheet else ()
        return cells[index] if 0 <= index < len(cells) else None

    def _can_open(self, index: int) -> bool:
        return self._recipe(index) is not None

    def _scroll(self) -> QPoint:
        """Where the viewport begins; less than 0 where a sheet stands in the middle of it."""
        room = self.viewport().width() - self.cells.size().width()
        x = -(room // 2) if room > 0 else self.horizontalScrollBar().value()
        return QPoint(x, self.verticalScrollBar().value())

    def _rect(self, index: int) -> QRect:
        return self.cells.rect(index).translated(-self._scroll())

    def _step(self, right: int, down: int) -> None:
        """To the next cell that way that has a picture."""
        index = self.cells.stepped(self.current, right, down, self._can_open)
        if index >= 0:
            self.current = index
            self._reveal(index)
            self._tell(index)
            self.viewport().update()

    def _reveal(self, index: int) -> None:
        cell = self.cells.rect(index)
        area = self.viewport().size()
        for bar, start, end, head, room in (
            (self.horizontalScrollBar(), cell.left(), cell.right(), self.cells.left, area.width()),
            (self.verticalScrollBar(), cell.top(), cell.bottom(), self.cells.top, area.height()),
        ):
            bar.setValue(min(max(bar.value(), end + GAP - room), start - head - GAP))

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            shape = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape) if index >= 0 else self.viewport().unsetCursor()
            self._tell(index if index >= 0 else self.current)
            self.viewport().update()

    def _tell(self, index: int) -> None:
        recipe = self._recipe(index)
        self.setAccessibleDescription(self._words(recipe) if recipe else "")
        self.pointed.emit(index)

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self.moved.emit()

    def _lay_out(self) -> None:
        """Cells, scroll bars and who is in view, after anything about them has changed."""
        cells, area = self.cells, self.viewport().size()
        if self._fits and cells.rows:
            side = fitting(cells, self.maximumViewportSize())
            self.cells = cells = Cells(cells.rows, cells.columns, side, cells.left, cells.top)
        whole = cells.size()
        for bar, length, room in (
            (self.horizontalScrollBar(), whole.width(), area.width()),
            (self.verticalScrollBar(), whole.height(), area.height()),
        ):
            bar.setPageStep(room)
            bar.setSingleStep(max(cells.side // 2, 1))
            bar.setRange(0, max(length - room, 0))
        self._on_scrolled()
