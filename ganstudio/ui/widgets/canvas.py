"""The picture in the middle of the window: wheel zooms, middle button or space pans."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganstudio.media.qimage import to_qimage
from ganstudio.ui.widgets.smooth import enlarged, shrunk
from ganstudio.ui.widgets.view import View, fitted

MARGIN = 16  # px around a picture that fits
CLOSEST = 64.0  # widget pixels a picture pixel
STEP = 1.25  # of a zoom by one notch or key
KEYS = {
    Qt.Key.Key_Left: (64, 0),
    Qt.Key.Key_Right: (-64, 0),
    Qt.Key.Key_Up: (0, 64),
    Qt.Key.Key_Down: (0, -64),
}


class Tool(Protocol):
    """What the left button does on the picture; places are the widget's."""

    cursor: Qt.CursorShape

    def press(self, place: QPointF) -> None: ...

    def move(self, place: QPointF) -> None: ...

    def release(self) -> None: ...


class Canvas(QWidget):
    """Shows pixels under one view transform; it fits the picture until the user zooms or pans."""

    keep_wanted = Signal()  # by a double click
    looked = Signal()  # the view is another one

    def __init__(self) -> None:
        super().__init__()
        self.view = View()
        self._image = QImage()
        self._large = QImage()  # the same, enlarged smoothly
        self._small = QImage()  # the same, at the size in device pixels that was painted last
        self._hint = ""
        self._fits = True
        self._space = False
        self._ring = False  # the focus came by key, so it must be seen
        self._pan: QPointF | None = None
        self._tool: Tool | None = None
        self._busy: Tool | None = None  # the tool that the left button holds
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)
        self.setAccessibleName(self.tr("Picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def fits(self) -> bool:
        """Whether the view goes with the window's size."""
        return self._fits

    @property
    def picture_size(self) -> tuple[int, int]:
        return self._image.width(), self._image.height()

    def show_pixels(self, pixels: np.ndarray) -> None:
        """Show uint8 [H, W, 3]; the view stays where it is if the size is the same."""
        before = self.picture_size
        self._image = to_qimage(pixels)
        self._large = self._small = QImage()
        if self.picture_size != before:
            self.fit()
        self.update()

    def set_hint(self, words: str) -> None:
        """What is written where there is no picture yet."""
        self._hint = words
        self.update()

    def fit(self) -> None:
        """The whole picture, as large as it can be."""
        self._fits = True
        if not self._image.isNull():
            self.view = fitted(self.picture_size, self.size().toTuple(), margin=MARGIN)
        self.update()
        self.looked.emit()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom about a place in the widget, else about its middle."""
        if self._image.isNull():
            return
        place = about or QRectF(self.rect()).center()
        whole = fitted(self.picture_size, self.size().toTuple(), margin=MARGIN).scale
        least, most = min(whole, 1.0) / 4, max(CLOSEST, whole)
        factor = min(max(self.view.scale * factor, least), most) / self.view.scale
        self.look(self.view.zoomed(factor, about=place.toTuple()))

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by widget pixels."""
        if not self._image.isNull():
            self.look(self.view.moved(dx, dy).kept(self.picture_size, self.size().toTuple()))

    def use(self, tool: Tool | None) -> None:
        """What the left button does from now on; None: nothing."""
        self._tool = tool
        self._point()

    def look(self, view: View) -> None:
        """At this part of the picture, whatever its size, until `fit`."""
        self.view, self._fits = view, False
        self.update()
        self.looked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if notches := event.angleDelta().y() / 120:
            self.zoom(STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._pan = event.position()
            self._point()
        elif left and self._tool and not self._image.isNull():
            self._busy = self._tool
            self._busy.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._pan is not None:
            way = event.position() - self._pan
            self._pan = event.position()
            self.pan(way.x(), way.y())
        elif self._busy:
            self._busy.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._pan = None
        if self._busy and event.button() == Qt.MouseButton.LeftButton:
            self._busy.release()
            self._busy = None
        self._point()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton and not self._image.isNull():
            self.keep_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self._space = True
            self._point()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif key in KEYS:
            self.pan(*KEYS[key])
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._point()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._ring = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._space = self._ring = False
        self._point()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        if self._fits:
            self.fit()
        elif not self._image.isNull():
            self.view = self.view.kept(self.picture_size, self.size().toTuple())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Dark))
        if self._image.isNull():
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(32, 32, -32, -32), flags, self._hint)
        else:
            self._paint_picture(painter)
        if self._ring:
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        """Whole device pixels for the edges, so that they are sharp at any scale."""
        ratio = self.devicePixelRatioF()
        width, height = self.picture_size
        left, top = round(self.view.x * ratio), round(self.view.y * ratio)
        across = max(1, round(self.view.scale * width * ratio))
        down = max(1, round(self.view.scale * height * ratio))
        target = QRectF(left / ratio, top / ratio, across / ratio, down / ratio)
        if across < width:
            if self._small.size().toTuple() != (across, down):
                self._small = shrunk(self._image, across, down)
            source = self._small
        else:
            if self._large.isNull() and across > width:
                self._large = enlarged(self._image)
            source = self._image if across == width else self._large
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, source, QRectF(QRect(0, 0, source.width(), source.height())))

    def _point(self) -> None:
        """The hand that says what the pointer would do."""
        if self._pan is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._tool:
            self.setCursor(self._tool.cursor)
        else:
            self.unsetCursor()
