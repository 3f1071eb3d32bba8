"""What mouse and keys do on the controls, beyond the actions of the menus: for the shortcuts page.

A room with a widget that has manners of its own adds its lines here.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

Manner = tuple[str, str, str]  # where, mouse or keys, what they do


def manners() -> list[Manner]:
    """All of them; lines of the same place stand together."""
    return [
        *picture(),
        *walking(),
        *sliders(),
        *history(),
        *directions(),
        *library(),
        *sheets(),
        *anywhere(),
    ]


def picture() -> list[Manner]:
    place = translate("Shortcuts", "On the picture")
    return [
        (place, translate("Shortcuts", "Wheel, + and -"), translate("Shortcuts", "Zoom")),
        (
            place,
            translate("Shortcuts", "Middle button, Space and drag, arrow keys"),
            translate("Shortcuts", "Move the picture"),
        ),
        (
            place,
            translate("Shortcuts", "Double click"),
            translate("Shortcuts", "Keep it in the strip"),
        ),
        (place, translate("Shortcuts", "0"), translate("Shortcuts", "Fit the whole picture")),
    ]


def directions() -> list[Manner]:
    place = translate("Shortcuts", "On a direction")
    return [
        (
            place,
            translate("Shortcuts", "F2, or double click on its name"),
            translate("Shortcuts", "Rename it"),
        ),
        (
            place,
            translate("Shortcuts", "Ctrl+Shift+Up and Down"),
            translate("Shortcuts", "Move it in the list"),
        ),
        (place, translate("Shortcuts", "Ctrl+Delete"), translate("Shortcuts", "Remove it")),
    ]


def walking() -> list[Manner]:
    pad = translate("Shortcuts", "On the map of seeds")
    strip = translate("Shortcuts", "On key frames")
    return [
        (pad, translate("Shortcuts", "Drag, arrow keys"), translate("Shortcuts", "Walk")),
        (pad, translate("Shortcuts", "Shift and arrow keys"), translate("Shortcuts", "Next seed")),
        (
            pad,
            translate("Shortcuts", "Double click, Return"),
            translate("Shortcuts", "Go to the nearest seed"),
        ),
        (pad, translate("Shortcuts", "Wheel, + and -"), translate("Shortcuts", "Zoom")),
        (pad, translate("Shortcuts", "Home"), translate("Shortcuts", "Recentre")),
        (
            strip,
            translate("Shortcuts", "Click, arrow keys, Home, End"),
            translate("Shortcuts", "Choose one and load it"),
        ),
        (
            strip,
            translate("Shortcuts", "Drag, Ctrl and arrow keys"),
            translate("Shortcuts", "Move it to another place"),
        ),
        (strip, translate("Shortcuts", "Delete"), translate("Shortcuts", "Remove, with undo")),
    ]


def sliders() -> list[Manner]:
    place = translate("Shortcuts", "On sliders and seeds")
    panel = translate("Shortcuts", "On the mix panel")
    return [
        (place, translate("Shortcuts", "Double click"), translate("Shortcuts", "Reset")),
        (
            place,
            translate("Shortcuts", "Arrow keys, Page Up, Page Down"),
            translate("Shortcuts", "Small and large steps"),
        ),
        (
            place,
            translate("Shortcuts", "Wheel, once it has the focus"),
            translate("Shortcuts", "One step"),
        ),
        (
            panel,
            translate("Shortcuts", "Drag across"),
            translate("Shortcuts", "Set several layers in one sweep"),
        ),
        (
            panel,
            translate("Shortcuts", "Shift and drag"),
            translate("Shortcuts", "Set one layer alone"),
        ),
        (
            panel,
            translate("Shortcuts", "Left, Right"),
            translate("Shortcuts", "Another layer"),
        ),
        (
            panel,
            translate("Shortcuts", "Double click, Delete"),
            translate("Shortcuts", "Layer back to A"),
        ),
    ]


def history() -> list[Manner]:
    strip = translate("Shortcuts", "On kept pictures")
    wipe = translate("Shortcuts", "Comparing two pictures")
    return [
        (
            strip,
            translate("Shortcuts", "Click, Enter"),
            translate("Shortcuts", "Restore all settings"),
        ),
        (
            strip,
            translate("Shortcuts", "Ctrl and Shift with click, arrow keys"),
            translate("Shortcuts", "Choose several"),
        ),
        (
            strip,
            translate("Shortcuts", "S, a click on the corner"),
            translate("Shortcuts", "Star"),
        ),
        (strip, translate("Shortcuts", "C"), translate("Shortcuts", "Compare by wipe")),
        (strip, translate("Shortcuts", "Delete"), translate("Shortcuts", "Delete, with undo")),
        (
            strip,
            translate("Shortcuts", "Drag"),
            translate("Shortcuts", "Take the file to another program"),
        ),
        (
            wipe,
            translate("Shortcuts", "Drag, Left, Right, Home, End"),
            translate("Shortcuts", "Move the line"),
        ),
        (wipe, translate("Shortcuts", "Esc"), translate("Shortcuts", "Leave")),
    ]


def library() -> list[Manner]:
    place = translate("Shortcuts", "In the library")
    return [
        (
            place,
            translate("Shortcuts", "Enter, double click"),
            translate("Shortcuts", "Open the model"),
        ),
        (place, translate("Shortcuts", "F2"), translate("Shortcuts", "Rename it")),
        (place, translate("Shortcuts", "Delete"), translate("Shortcuts", "Move it to the trash")),
        (place, translate("Shortcuts", "Ctrl+F"), translate("Shortcuts", "Search")),
        (
            place,
            translate("Shortcuts", "Drop files"),
            translate("Shortcuts", "Add them to the library"),
        ),
    ]


def sheets() -> list[Manner]:
    place = translate("Shortcuts", "On a sheet of pictures")
    return [
        (
            place,
            translate("Shortcuts", "Click, or arrow keys and Return"),
            translate("Shortcuts", "Open a picture"),
        ),
        (
            place,
            translate("Shortcuts", "Ctrl and wheel, + and -, 0"),
            translate("Shortcuts", "Size of the pictures"),
        ),
    ]


def anywhere() -> list[Manner]:
    place = translate("Shortcuts", "Anywhere in the window")
    return [
        (
            place,
            translate("Shortcuts", "Tab, Shift+Tab"),
            translate("Shortcuts", "The next and the previous control"),
        ),
        (
            place,
            translate("Shortcuts", "Drop a file"),
            translate("Shortcuts", "Open a model, or restore an exported picture"),
        ),
    ]
