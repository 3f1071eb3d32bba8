"""How the latent pad looks: faint faces on a grid, clearer where they count, and a ring."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPalette, QPen, QTransform
from PySide6.QtWidgets import QWidget

from ganstudio.ui.faces.walk.map_view import MapView

GAP = 2  # px between faces
FAINT, CLEAR = 0.38, 0.95  # opacity far from the place, and where it stands
RADIUS = 7.0  # px of the ring
DOT = 1.5


def paint_map(
    pad: QWidget,
    view: MapView,
    *,
    faces: Mapping[tuple[int, int], QImage | None],
    place: tuple[float, float] | None,
    left: bool,
    ring: bool,
) -> None:
    """`place`: in steps from the seed of the view. `left`: the plane was left for a latent."""
    palette = pad.palette()
    painter = QPainter(pad)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(pad.rect(), palette.color(QPalette.ColorRole.Window))
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(pad.rect()), 4, 4)
    painter.setClipPath(shape)
    painter.fillPath(shape, palette.color(QPalette.ColorRole.Dark))
    painter.setTransform(QTransform.fromTranslate(0, (pad.height() - pad.width()) / 2))
    for cell, face in faces.items():
        middle = QPointF(*view.on_pad(*cell, pad.width()))
        if face is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Mid))
            painter.drawEllipse(middle, DOT, DOT)
            continue
        side = view.step - GAP
        target = QRectF(0, 0, side, side)
        target.moveCenter(middle)
        painter.setOpacity(FAINT + (CLEAR - FAINT) * (0.0 if left else nearness(cell, place)))
        painter.drawImage(target, face, QRectF(face.rect()))
        painter.setOpacity(1.0)
    if place is not None:
        paint_ring(painter, QPointF(*view.on_pad(*place, pad.width())), palette, dashed=left)
    painter.resetTransform()
    if ring:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
        painter.drawPath(shape)
    painter.end()


def paint_ring(painter: QPainter, middle: QPointF, palette: QPalette, *, dashed: bool) -> None:
    """Seen on light and dark faces alike; dashed where the picture is not from this place."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(Qt.GlobalColor.white, 4))
    painter.drawEllipse(middle, RADIUS, RADIUS)
    pen = QPen(palette.color(QPalette.ColorRole.Highlight), 2)
    if dashed:
        pen.setDashPattern([2, 2])
    painter.setPen(pen)
    painter.drawEllipse(middle, RADIUS, RADIUS)


def nearness(cell: tuple[int, int], place: tuple[float, float] | None) -> float:
    """1 at the place, 0 from one step away on."""
    if place is None:
        return 0.0
    right, down = (max(0.0, 1 - abs(here - there)) for here, there in zip(cell, place, strict=True))
    return right * down
