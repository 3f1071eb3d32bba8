"""A small picture of a source."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganstudio.media.qimage import to_qimage
from ganstudio.ui import icons
from ganstudio.ui.widgets.smooth import enlarged, shrunk


class Thumb(QWidget):
    """A square with round corners; a faint face while there is no picture."""

    def __init__(self, side: int = 72) -> None:
        super().__init__()
        self._side = side
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._side, self._side)

    def show_pixels(self, pixels: np.ndarray) -> None:
        """Show uint8 [H, W, 3]."""
        image = to_qimage(pixels)
        side = round(self._side * self.devicePixelRatioF())
        large = enlarged(image) if image.width() < side else image
        self._image = shrunk(large, side, side)
        self.update()

    def clear(self) -> None:
        self._image = QImage()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.fillPath(shape, self.palette().color(QPalette.ColorRole.Dark))
        if self._image.isNull():
            off = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
            face = icons.pixmap("face", round(32 * self.devicePixelRatioF()), off)
            middle = QRectF(0, 0, 32, 32)
            middle.moveCenter(QRectF(self.rect()).center())
            painter.drawPixmap(middle, face, QRectF(face.rect()))
        else:
            painter.setClipPath(shape)
            painter.setOpacity(1.0 if self.isEnabled() else 0.3)
            painter.drawImage(QRectF(self.rect()), self._image, QRectF(self._image.rect()))
        painter.end()
