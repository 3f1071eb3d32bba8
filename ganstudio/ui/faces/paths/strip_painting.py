"""How the strip of key frames looks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QWidget

from ganstudio.latent.paths import EASE, Easing, Path
from ganstudio.ui import icons
from ganstudio.ui.faces.paths.strip_shape import Shape

CURVE = 24  # px wide, and two thirds as high


def paint_strip(
    strip: QWidget,
    path: Path,
    shape: Shape,
    *,
    faces: Mapping[int, QImage | None],
    current: int | None,
    dragged: int | None,
    slot: int | None,
    second: float | None,
    ring: bool,
) -> None:
    """`faces`: of the key frames in view. `slot`: the gap that the dragged one would go to.

    `second`: what is being shown.
    """
    count = shape.count
    palette = strip.palette()
    painter = QPainter(strip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if not count:
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        words = QCoreApplication.translate(
            "Paths", "No key frames yet. Ctrl+Return adds the picture as it is now."
        )
        painter.drawText(strip.rect(), Qt.AlignmentFlag.AlignCenter, words)
    for index, face in faces.items():
        if index + 1 < count or (path.closed and count > 1):
            frame = path.frames[index]
            paint_way(painter, shape.way(index), frame.seconds, frame.easing, palette)
        painter.setOpacity(0.3 if index == dragged else 1.0)
        paint_face(painter, shape.frame(index), face, palette, chosen=index == current)
        painter.setOpacity(1.0)
    accent = palette.color(QPalette.ColorRole.Highlight)
    if second is not None and count > 1:
        x = shape.second_x(path, second)
        painter.fillRect(QRectF(x - 1, 2, 2, strip.height() - 4), accent)
    if slot is not None:
        painter.fillRect(QRectF(shape.slot_x(slot) - 2, 4, 4, strip.height() - 8), accent)
    if ring:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(accent)
        painter.drawRect(QRectF(strip.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.end()


def paint_face(
    painter: QPainter, place: QRectF, face: QImage | None, palette: QPalette, *, chosen: bool
) -> None:
    """A key frame: its picture, a faint face while there is none."""
    shape = QPainterPath()
    shape.addRoundedRect(place, 4, 4)
    painter.fillPath(shape, palette.color(QPalette.ColorRole.Dark))
    if face is None:
        quiet = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        middle = QRectF(0, 0, 24, 24)
        middle.moveCenter(place.center())
        drawing = icons.pixmap("face", 48, quiet)
        painter.drawPixmap(middle, drawing, QRectF(drawing.rect()))
    else:
        painter.save()
        painter.setClipPath(shape)
        painter.drawImage(place, face, QRectF(face.rect()))
        painter.restore()
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
        painter.drawRoundedRect(place.adjusted(-2, -2, 2, 2), 5, 5)


def paint_way(
    painter: QPainter, place: QRectF, seconds: float, easing: Easing, palette: QPalette
) -> None:
    """The curve of the easing, and below it the seconds."""
    painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText), 1.5))
    left, bottom = place.center().x() - CURVE / 2, place.center().y() - 2
    height = CURVE * 2 / 3
    points = [
        QPointF(left + CURVE * k / 16, bottom - height * EASE[easing](k / 16)) for k in range(17)
    ]
    painter.drawPolyline(points)
    font = QFont(painter.font())
    words = QCoreApplication.translate("Paths", "{:g} s").format(round(seconds, 2))
    below = QRectF(place.left(), bottom + 4, place.width(), place.bottom() - bottom - 4)
    painter.setFont(font)
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, words)
