"""Two pictures over the canvas, one left and one right of a line that the user moves."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ganstudio.media.qimage import to_qimage
from ganstudio.ui import icons
from ganstudio.ui.widgets.canvas import Canvas
from ganstudio.ui.widgets.smooth import enlarged, shrunk

KEY_STEP = 1 / 64  # of the picture's width; with Shift four times that
GRIP = 16.0  # px: the circle on the line
SHADE = QColor(0, 0, 0, 160)
ON_SHADE = QColor(255, 255, 255)
TAKEN = (Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


@dataclass
class Side:
    """One of the two pictures, and what was made of it for the size it was painted last."""

    title: str
    image: QImage = field(default_factory=QImage)
    ready: QImage = field(default_factory=QImage)

    def show(self, pixels: np.ndarray) -> None:
        self.image, self.ready = to_qimage(pixels), QImage()

    def at(self, size: QSize) -> QImage:
        """Averaged down to device pixels, or enlarged without jagged edges."""
        if size.width() < self.image.width():
            if self.ready.size() != size:
                self.ready = shrunk(self.image, size.width(), size.height())
            return self.ready
        if self.ready.isNull() or self.ready.width() < self.image.width():
            self.ready = enlarged(self.image)
        return self.ready


class Wipe(QWidget):
    """Lies over a canvas and looks through its view: the wheel and the middle button are its own.

    `leave_wanted`: the user has seen enough.
    """

    leave_wanted = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._at = 0.5  # where the line is, in parts of the picture's width
        self._held = False
        self._space = False
        self.sides = (Side(""), Side(""))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Comparison of two pictures"))
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.close_button = icons.button("close", self.tr("Leave the comparison (Esc)"))
        self.close_button.setParent(self)
        self.close_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.close_button.setStyleSheet("QToolButton { background: palette(window); }")
        self.close_button.clicked.connect(self.leave_wanted)
        canvas.installEventFilter(self)
        self.hide()

    @property
    def place(self) -> float:
        """Where the line is: 0 shows the right picture alone, 1 the left one."""
        return self._at

    @place.setter
    def place(self, at: float) -> None:
        self._at = min(max(at, 0.0), 1.0)
        self.setAccessibleDescription(
            self.tr("{left} on {percent} %, then {right}").format(
                left=self.sides[0].title,
                right=self.sides[1].title,
                percent=round(100 * self._at),
            )
        )
        self.update()

    def begin(self, left: str, right: str) -> None:
        """Lie over the canvas, with these titles and no pictures yet."""
        self.sides = (Side(left), Side(right))
        self.place = 0.5
        self.setGeometry(self._canvas.rect())
        self._put_button()
        self.show()
        self.raise_()
        self.setFocus()

    def show_pixels(self, side: int, pixels: np.ndarray) -> None:
        """The picture on the left (0) or right (1), uint8 [H, W, 3]."""
        self.sides[side].show(pixels)
        self.update()

    def picture(self) -> QRectF:
        """Where the pictures lie, in whole device pixels."""
        view, (width, height) = self._canvas.view, self._canvas.picture_size
        ratio = self.devicePixelRatioF()
        sizes = (max(1, round(view.scale * side * ratio)) for side in (width, height))
        left, top = round(view.x * ratio), round(view.y * ratio)
        across, down = sizes
        return QRectF(left / ratio, top / ratio, across / ratio, down / ratio)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._canvas and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._canvas.rect())
            self._put_button()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Its own keys come before the window's shortcuts: Esc would stop what runs."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in TAKEN:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = event.key()
        step = KEY_STEP * (4 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        if key == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        elif key == Qt.Key.Key_Left:
            self.place -= step
        elif key == Qt.Key.Key_Right:
            self.place += step
        elif key == Qt.Key.Key_Home:
            self.place = 0
        elif key == Qt.Key.Key_End:
            self.place = 1
        else:
            self._space = key == Qt.Key.Key_Space or self._space
            event.ignore()  # the canvas zooms

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        self._canvas.wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._held = event.button() == Qt.MouseButton.LeftButton and not self._space
        if self._held:
            self._hold(event.position())
        else:
            event.ignore()  # the canvas pans

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._held:
            self._hold(event.position())
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if not self._held:
            event.ignore()
        self._held = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Dark))
        place = self.picture()
        line = place.left() + self._at * place.width()
        parts = (
            QRectF(0, 0, line, self.height()),
            QRectF(line, 0, self.width() - line, self.height()),
        )
        size = (place.size() * self.devicePixelRatioF()).toSize()
        for side, part in zip(self.sides, parts, strict=True):
            painter.setClipRect(part)
            if not side.image.isNull():
                image = side.at(size)
                painter.drawImage(place, image, QRectF(image.rect()))
        painter.setClipping(False)
        if any(side.image.isNull() for side in self.sides):
            self._paint_wait(painter)
        self._paint_line(painter, line)
        self._paint_titles(painter)
        painter.end()

    def _paint_line(self, painter: QPainter, line: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(SHADE, 3))
        painter.drawLine(QPointF(line, 0), QPointF(line, self.height()))
        painter.setPen(QPen(ON_SHADE, 1))
        painter.drawLine(QPointF(line, 0), QPointF(line, self.height()))
        grip = QRectF(0, 0, 2 * GRIP, 2 * GRIP)
        grip.moveCenter(QPointF(line, self.height() / 2))
        painter.setBrush(SHADE)
        focus = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(focus if self.hasFocus() else ON_SHADE, 1.5))
        painter.drawEllipse(grip)
        painter.setPen(QPen(ON_SHADE, 1.5))
        for way in (-1, 1):
            tip = grip.center() + QPointF(9 * way, 0)
            for up in (-4, 4):
                painter.drawLine(tip, tip + QPointF(-4 * way, up))

    def _paint_titles(self, painter: QPainter) -> None:
        """Left and right above the pictures, as far as they do not meet."""
        room = self.width() / 2 - 48
        for side, right in zip(self.sides, (False, True), strict=True):
            text = painter.fontMetrics().elidedText(
                side.title, Qt.TextElideMode.ElideRight, int(room) - 16
            )
            width = painter.fontMetrics().horizontalAdvance(text) + 16
            left = self.width() - 48 - width if right else 16
            box = QRectF(left, 16, width, 24)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(SHADE)
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(ON_SHADE)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_wait(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        below = self.rect().adjusted(16, 0, -16, -16)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(below, flags, self.tr("The pictures are on their way."))

    def _hold(self, place: QPointF) -> None:
        picture = self.picture()
        self.place = (place.x() - picture.left()) / picture.width()

    def _put_button(self) -> None:
        side = 24
        self.close_button.setGeometry(self.width() - 16 - side, 16, side, side)
