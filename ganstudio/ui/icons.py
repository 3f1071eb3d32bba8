"""Line icons from resources/icons, drawn in the colours of the palette and sharp at any scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton

from ganstudio import paths

SIZES = (16, 20, 24, 32, 48, 64)  # device pixels: 16 px at 100, 125, 150, 200, 300 and 400 %
NAME = "iconName"  # the property that remembers which icon a button or an action has


def put(target: QAbstractButton | QAction, name: str) -> None:
    """Give a button or an action an icon that changes colour with the theme."""
    target.setProperty(NAME, name)
    target.setIcon(icon(name))


def button(name: str, words: str) -> QToolButton:
    """A small button that is only an icon; the words are its tooltip and its accessible name."""
    result = QToolButton()
    result.setToolTip(words)
    result.setAccessibleName(words)
    result.setIconSize(QSize(16, 16))
    put(result, name)
    return result


def refresh(app: QApplication) -> None:
    """Draw every icon that `put` placed again, after the palette has changed."""
    for window in app.topLevelWidgets():
        targets: list[QAbstractButton | QAction] = [
            *window.findChildren(QAbstractButton),
            *window.findChildren(QAction),
        ]
        for target in targets:
            if name := target.property(NAME):
                target.setIcon(icon(name))


def icon(name: str) -> QIcon:
    """The icon in today's palette. Raises FileNotFoundError for a name that is not there."""
    colours = QApplication.palette()
    result = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        drawing = _in_colour(name, colours.color(group, QPalette.ColorRole.ButtonText))
        for size in SIZES:
            result.addPixmap(_drawn(drawing, size), mode)
    return result


def pixmap(name: str, size: int, colour: QColor) -> QPixmap:
    """One icon, `size` device pixels wide and high, in one colour."""
    return _drawn(_in_colour(name, colour), size)


def _drawn(drawing: QSvgRenderer, size: int) -> QPixmap:
    canvas = QPixmap(QSize(size, size))
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    drawing.render(painter)
    painter.end()
    return canvas


def _in_colour(name: str, colour: QColor) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_text(name).replace("currentColor", colour.name()).encode()))


@cache
def _text(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
