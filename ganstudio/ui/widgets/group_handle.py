"""A handle below the mix sliders that moves all layers of a group at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

STEPS = {
    Qt.Key.Key_Up: 0.05,
    Qt.Key.Key_Down: -0.05,
    Qt.Key.Key_PageUp: 0.25,
    Qt.Key.Key_PageDown: -0.25,
    Qt.Key.Key_Home: -1.0,
    Qt.Key.Key_End: 1.0,
}


class GroupHandle(QWidget):
    """Dragged up and down; it tells how far, and the panel moves the layers."""

    grabbed = Signal()
    dragged = Signal(float)  # px upwards since it was grabbed
    dropped = Signal()
    nudged = Signal(float)  # a step by key
    reset = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._level = 0.0
        self._from: float | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_level(self, level: float) -> None:
        """The mean weight of the group's layers, 0..1."""
        self._level = level
        self.setAccessibleDescription(f"{level:.2f}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(24, self.fontMetrics().height() + 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().y()
            self.grabbed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._from is not None:
            self.dragged.emit(self._from - event.globalPosition().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._from is not None and event.button() == Qt.MouseButton.LeftButton:
            self._from = None
            self.dropped.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.reset.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in STEPS:
            self.nudged.emit(STEPS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.reset.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        role, colours = QPalette.ColorRole, self.palette()
        accent = colours.color(group, role.Highlight)
        lively = self.isEnabled() and (self.hasFocus() or self.underMouse() or self._from)
        painter.setPen(QPen(accent if lively else colours.color(role.Mid), 1))
        painter.setBrush(colours.color(group, role.Button))
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        width = (outline.width() - 8) * self._level
        painter.drawRoundedRect(QRectF(outline.left() + 4, outline.bottom() - 3, width, 2), 1, 1)
        painter.setPen(colours.color(group, role.WindowText))
        metrics = self.fontMetrics()
        room = self.width() - 4
        word = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(outline, Qt.AlignmentFlag.AlignCenter, word)
        left = (self.width() - metrics.horizontalAdvance(word)) / 2 - 12
        if left >= 6:
            self._paint_grip(painter, QPointF(left, self.height() / 2))
        painter.end()

    def _paint_grip(self, painter: QPainter, at: QPointF) -> None:
        """Two small arrows, up and down."""
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for way in (-1, 1):
            points = [QPointF(-2.5, 2 * way), QPointF(0, 4.5 * way), QPointF(2.5, 2 * way)]
            painter.drawPolyline(QPolygonF([at + point for point in points]))
