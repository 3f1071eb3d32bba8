"""Actions declared as data, and the menus that are made from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QMenu

from ganstudio.ui import icons

Fill = Callable[[QMenu], None]


@dataclass(frozen=True, eq=False)
class Act:
    """One entry of a menu: `slot` is called, or `fill` makes a submenu each time it opens.

    `switch`: how it stands at the beginning, where it is on or off; the slot then takes a bool.
    `drawing`: only on a tab that draws. `button`: does the same, and is greyed where it is of no
    use. `line`: a line above it. `name`: to find it again.
    """

    menu: str
    text: str
    slot: Callable[..., Any] | None = None
    keys: str = ""
    icon: str = ""
    tip: str = ""
    switch: bool | None = None
    fill: Fill | None = None
    drawing: bool = False
    button: QAbstractButton | None = None
    line: bool = False
    name: str = ""


def put_into_menus(window: QMainWindow, acts: Sequence[Act]) -> dict[Act, QAction]:
    """Fill the menu bar; the Qt action of each act."""
    made = {}
    menus: dict[str, QMenu] = {}
    for act in acts:
        if act.menu not in menus:
            menus[act.menu] = window.menuBar().addMenu(act.menu)
            menus[act.menu].setToolTipsVisible(True)
        menu = menus[act.menu]
        if act.line:
            menu.addSeparator()
        if act.fill:
            action = filled(menu.addMenu(act.text), act.fill).menuAction()
        else:
            action = wired(QAction(act.text, window), act)
            menu.addAction(action)
        if act.icon:
            icons.put(action, act.icon)
        if act.tip:
            action.setToolTip(act.tip)
        made[act] = action
    return made


def wired(action: QAction, act: Act) -> QAction:
    """The action with the keys, state and slot of the act."""
    slot = act.slot
    assert slot is not None
    action.setShortcut(QKeySequence(act.keys))
    if act.switch is None:

        def called() -> None:  # Qt would otherwise hand over whether it is checked
            slot()

        action.triggered.connect(called)
    else:
        action.setCheckable(True)
        action.setChecked(act.switch)
        action.toggled.connect(slot)
        if act.button is not None:  # which can be switched by hand too
            act.button.toggled.connect(action.setChecked)
    return action


def filled(menu: QMenu, fill: Fill) -> QMenu:
    """A menu that is made anew each time it is about to open."""

    def refill() -> None:
        menu.clear()
        fill(menu)

    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(refill)
    return menu


def enable(actions: dict[Act, QAction], *, drawing: bool) -> None:
    """Grey what is of no use now: on a tab that does not draw, or with this model."""
    for act, action in actions.items():
        if act.drawing:
            useful = act.button is None or act.button.isEnabled()
            action.setEnabled(drawing and useful)


def plain(text: str) -> str:
    """A menu's text without the marks for its key."""
    return text.replace("&", "").removesuffix("...")
