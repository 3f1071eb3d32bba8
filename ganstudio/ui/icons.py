"""Line icons from resources/icons, drawn in the colours of the palette and sharp at any scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from ganstudio import paths

SIZES = (16, 20, 24, 32, 48, 64)  # device pixels: 16 px at 100, 125, 150, 200, 300 and 400 %
NAME = "iconName"  # the property that remembers which icon a button or an action has


def put(target: QAbstractButton | QAction, name: str) -> None:
    """Give a button or an action an icon that changes colour with the theme."""
    target.setProperty(NAME, name)
    target.setIcon(icon(name))


def refresh(app: QApplication) -> None:
    """Draw every icon that `put` placed again, after the palette has changed."""
    for window in app.topLevelWidgets():
        for kind in (QAbstractButton, QAction):
            for target in window.findChildren(kind):
                if name := target.property(NAME):
                    target.setIcon(icon(name))


def icon(name: str) -> QIcon:
    """The icon in today's palette. Raises FileNotFoundError for a name that is not there."""
    colours = QApplication.palette()
    text, group = QPalette.ColorRole.ButtonText, QPalette.ColorGroup
    result = QIcon()
    for size in SIZES:
        for mode, colour in (
            (QIcon.Mode.Normal, colours.color(group.Active, text)),
            (QIcon.Mode.Disabled, colours.color(group.Disabled, text)),
        ):
            result.addPixmap(pixmap(name, size, colour), mode)
    return result


def pixmap(name: str, size: int, colour: QColor) -> QPixmap:
    """One icon, `size` device pixels wide and high, in one colour."""
    drawing = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour.name()).encode()))
    canvas = QPixmap(QSize(size, size))
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    drawing.render(painter)
    painter.end()
    return canvas


@cache
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
