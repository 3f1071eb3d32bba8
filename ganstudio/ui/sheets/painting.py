"""Painting a sheet: pictures at the size of their cells, empty places, rings and heads."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ganstudio.engine.sheets import Sheet
from ganstudio.ui.sheets.cells import GAP, Cells
from ganstudio.ui.widgets.smooth import SMOOTH, WHOLE, shrunk
from ganstudio.ui.words import translated

WIDEST_HEAD = 136  # px
MOST_SCALED = 1024  # pictures at the size of their cells
PAD = 8
WRAP = Qt.TextFlag.TextWordWrap


class Painting:
    """`picture(sheet, index)` gives a cell's picture once it is there, and how large it was drawn.

    A picture smaller than the largest one was drawn at an early stage of growth: its pixels stay
    squares.
    """

    def __init__(self, picture: Callable[[Sheet, int], tuple[QImage, int] | None]) -> None:
        self._picture = picture
        self._scaled: OrderedDict[tuple[int, int, bool], QImage] = OrderedDict()
        self.largest = 0  # px of the pictures on this sheet

    def heads(self, widget: QWidget, sheet: Sheet) -> tuple[int, int]:
        """Room for the heads: the width of the rows', the height of the columns'."""
        metrics = widget.fontMetrics()
        widths = [metrics.horizontalAdvance(translated(words)) for words in sheet.rows]
        return min(max(widths, default=0) + 2 * PAD + 2, WIDEST_HEAD), 2 * metrics.height() + PAD

    def cell(
        self, painter: QPainter, widget: QWidget, sheet: Sheet, index: int, place: QRect
    ) -> None:
        """One cell: its picture, or a faint square while it is on its way."""
        found = self._picture(sheet, index)
        if found is not None:
            image, size = found
            ratio = widget.devicePixelRatioF()
            side = round(place.width() * ratio)
            painter.drawImage(QRectF(place), self._at(image, side, size < self.largest))
        elif sheet.layout.cells[index] is not None or index in sheet.spreads:
            painter.fillRect(place, widget.palette().color(QPalette.ColorRole.Mid))

    def ring(
        self,
        painter: QPainter,
        widget: QWidget,
        place: Callable[[int], QRect],
        cells: tuple[int, int],
    ) -> None:
        """Around the cell under the pointer, and around the one that the keys are on."""
        hovered, current = cells
        accent = widget.palette().color(QPalette.ColorRole.Highlight)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if hovered >= 0:
            painter.setPen(QPen(accent, 1))
            painter.drawRect(place(hovered).adjusted(-2, -2, 1, 1))
        if current >= 0 and widget.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.drawRect(place(current).adjusted(-1, -1, 1, 1))

    def paint_heads(
        self,
        painter: QPainter,
        widget: QAbstractScrollArea,
        sheet: Sheet,
        cells: Cells,
        scroll: QPoint,
    ) -> None:
        """They stay in view while the cells scroll."""
        colours, area = widget.palette(), widget.viewport().size()
        back = colours.color(QPalette.ColorRole.Window)
        painter.setPen(colours.color(QPalette.ColorRole.WindowText))
        painter.fillRect(0, 0, area.width(), cells.top, back)
        for column, words in enumerate(sheet.columns):
            x = cells.rect(column).x() - scroll.x()
            place = QRect(x - GAP // 2, 0, cells.side + GAP, cells.top)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | WRAP, translated(words))
        start = max(-scroll.x(), 0)  # a sheet that leaves room stands in the middle
        painter.fillRect(0, 0, start + cells.left, area.height(), back)
        beside = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | WRAP
        for row, words in enumerate(sheet.rows):
            y = cells.rect(row * cells.columns).y() - scroll.y()
            place = QRect(start + PAD, y, cells.left - 2 * PAD, cells.side)
            painter.drawText(place, beside, translated(words))
        painter.fillRect(0, 0, start + cells.left, cells.top, back)

    def _at(self, image: QImage, side: int, early: bool) -> QImage:
        """The picture as wide as its cell in device pixels."""
        key = image.cacheKey(), side, early
        if key not in self._scaled:
            self._scaled[key] = scaled(image, side, early=early)
            if len(self._scaled) > MOST_SCALED:
                self._scaled.popitem(last=False)
        self._scaled.move_to_end(key)
        return self._scaled[key]


def scaled(image: QImage, side: int, *, early: bool) -> QImage:
    """At the size of a cell: by squares where it is a picture of an early stage, else smoothly."""
    if image.width() == side:
        return image
    if early:
        return image.scaled(side, side, WHOLE, Qt.TransformationMode.FastTransformation)
    while image.width() < side:  # repeated doubling is smooth, one large step is not
        image = image.scaled(2 * image.width(), 2 * image.height(), WHOLE, SMOOTH)
    return shrunk(image, side, side)
