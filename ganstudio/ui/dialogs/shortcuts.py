"""The page that lists every shortcut, made from the same table as the menus."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ganstudio.ui.actions import Act, plain
from ganstudio.ui.dialogs.page import Page, table

translate = QCoreApplication.translate


def shortcuts(acts: Sequence[Act], parent: QWidget) -> Page:
    """Keys menu by menu, then what mouse and keys do in the picture and on sliders."""
    title = translate("Shortcuts", "Keyboard shortcuts")
    return Page(title, html(acts), width=560, height=640, parent=parent)


def html(acts: Sequence[Act]) -> str:
    menus = dict.fromkeys(act.menu for act in acts)
    parts = []
    for menu in menus:
        inside = [act for act in acts if act.menu == menu and act.keys]
        rows = [(native(act.keys), escape(plain(act.text))) for act in inside]
        parts.append(f"<h3>{escape(plain(menu))}</h3>" + table(rows))
    for heading, rows in manners():
        shown = [(escape(keys), escape(text)) for keys, text in rows]
        parts.append(f"<h3>{escape(heading)}</h3>" + table(shown))
    return "".join(parts)


def native(keys: str) -> str:
    """The keys as this system writes them."""
    return escape(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))


def manners() -> list[tuple[str, list[tuple[str, str]]]]:
    """What is no menu action: mouse and keys on the picture and on the controls."""
    return [
        (
            translate("Shortcuts", "On the picture"),
            [
                (translate("Shortcuts", "Wheel"), translate("Shortcuts", "Zoom")),
                (
                    translate("Shortcuts", "Middle button, or Space and drag"),
                    translate("Shortcuts", "Move the picture"),
                ),
            ],
        ),
        (
            translate("Shortcuts", "On sliders"),
            [
                (translate("Shortcuts", "Double click"), translate("Shortcuts", "Reset")),
                (
                    translate("Shortcuts", "Arrow keys, Page Up, Page Down"),
                    translate("Shortcuts", "Small and large steps"),
                ),
                (
                    translate("Shortcuts", "Drag across the mix panel"),
                    translate("Shortcuts", "Set several layers in one sweep"),
                ),
            ],
        ),
        (
            translate("Shortcuts", "Anywhere in the window"),
            [
                (
                    translate("Shortcuts", "Drop a file"),
                    translate("Shortcuts", "Open a model, or restore an exported picture"),
                )
            ],
        ),
    ]
