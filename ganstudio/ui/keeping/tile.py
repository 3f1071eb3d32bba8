"""How one kept picture is drawn in the strip: round corners, a star, a ring where it is chosen."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ganstudio.ui import icons
from ganstudio.ui.keeping.shelf import Role

SIDE, GAP = 64, 8  # px
STAR = 16
ON_PICTURE = QColor(255, 255, 255)
SHADE = QColor(0, 0, 0, 140)


class Tile(QStyledItemDelegate):
    """Draws tiles of one size."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons: dict[tuple[str, int, str], QPixmap] = {}  # few, and each is drawn many times

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(SIDE + GAP, SIDE + GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        place = picture_in(option.rect)
        ratio = painter.device().devicePixelRatio()
        image: QImage = index.data(Qt.ItemDataRole.DecorationRole)
        state, colours = option.state, option.palette
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(place), 4, 4)
        painter.fillPath(shape, colours.color(QPalette.ColorRole.Dark))
        if image.isNull():
            off = colours.color(QPalette.ColorRole.PlaceholderText)
            mark = QRect(0, 0, 24, 24)
            mark.moveCenter(place.center())
            painter.drawPixmap(mark, self._icon("warning", round(24 * ratio), off))
        else:
            painter.setClipPath(shape)
            painter.drawImage(QRectF(place), image)
            painter.setClipping(False)
        if index.data(Role.STARRED) or over:
            self._paint_star(painter, place, index.data(Role.STARRED), ratio)
        self._paint_ring(painter, place, state, colours)
        painter.restore()

    def _paint_star(self, painter: QPainter, place: QRect, starred: bool, ratio: float) -> None:
        corner = star_in(place)
        painter.setBrush(SHADE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(corner)
        inside = corner.adjusted(3, 3, -3, -3)
        name = "starred" if starred else "star"
        painter.drawPixmap(inside, self._icon(name, round(inside.width() * ratio), ON_PICTURE))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_ring(
        self, painter: QPainter, place: QRect, state: QStyle.StateFlag, colours: QPalette
    ) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focus = bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or focus:
            role = QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.PlaceholderText
            style = Qt.PenStyle.SolidLine if chosen else Qt.PenStyle.DotLine
            painter.setPen(QPen(colours.color(role), 2 if chosen else 1, style))
            painter.drawRoundedRect(QRectF(place).adjusted(-2, -2, 2, 2), 5, 5)

    def _icon(self, name: str, size: int, colour: QColor) -> QPixmap:
        key = name, size, colour.name()
        if key not in self._icons:
            self._icons[key] = icons.pixmap(name, size, colour)
        return self._icons[key]


def picture_in(tile: QRect) -> QRect:
    """Where the picture is in its tile."""
    return QRect(tile.topLeft() + QPoint(GAP // 2, GAP // 2), QSize(SIDE, SIDE))


def star_in(picture: QRect) -> QRect:
    """Where the star is on a picture."""
    return QRect(picture.right() - STAR - 2, picture.top() + 3, STAR, STAR)
