"""The command palette: all that the menus offer, found by a few letters and run by Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ganstudio.ui.actions import Act, plain
from ganstudio.ui.matching import ranked
from ganstudio.ui.palette_line import PATH, TALL, Line
from ganstudio.ui.settings import Settings
from ganstudio.ui.widgets.section import quiet_label

if TYPE_CHECKING:
    from ganstudio.ui.window import Window

translate = QCoreApplication.translate
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ELSEWHERE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)
SHOWN = 11  # lines at once
WIDTH = 560  # px
DEEPEST = 3  # menus in menus


@dataclass(frozen=True)
class Command:
    """One line: what it is called, in which menu it stands, its keys, and what runs it.

    name: by which it is known again, however a switch stands.
    """

    text: str
    path: str
    keys: str
    action: QAction
    name: str


class Palette(QFrame):
    """Lies over the window: type, go by the arrows, run by Enter; Esc or a click elsewhere closes.

    A widget inside the window and no popup of its own, which would need the keyboard grabbed.
    """

    def __init__(
        self, settings: Settings, actions: Callable[[], Mapping[Act, QAction]], window: QWidget
    ) -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self._before: QWidget | None = None  # what had the focus
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Command palette"))
        self._settings = settings
        self._actions = actions
        self._commands: list[Command] = []
        self._menus: list[QMenu] = []  # filled for this time, with the actions in them
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Type what you want to do"))
        self.line.setAccessibleName(self.tr("Search for a command"))
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setItemDelegate(Line(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.nothing = quiet_label(self.tr("Nothing that can be done now is called so."))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line keeps it: one types on
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._look_for)
        self.list.itemClicked.connect(self._run)

    def open(self) -> None:
        """Over the upper part of the window, with what was run last on top."""
        window = self._window
        self._forget()
        self._commands = self._ordered()
        self.line.clear()
        self._look_for("")
        width = min(WIDTH, window.width() - 32)
        self.setFixedWidth(width)
        self.move((window.width() - width) // 2, 64)
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close it, and go back to where one was."""
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    @property
    def texts(self) -> list[str]:
        """What is listed now."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and watched is self.line:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # the window's shortcuts rest meanwhile
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._press(event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in ELSEWHERE:
            self.hide()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in MOVES:
            self._move(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # there is nowhere else to go
        return True

    def _move(self, key: int) -> None:
        count = self.list.count()
        if not count:
            return
        row = self.list.currentRow()
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            step = SHOWN - 1 if key == Qt.Key.Key_PageDown else 1 - SHOWN
            row = min(max(row + step, 0), count - 1)
        else:
            row = (row + (1 if key == Qt.Key.Key_Down else -1)) % count
        self.list.setCurrentRow(row)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        command: Command = item.data(Qt.ItemDataRole.UserRole)
        self.dismiss()
        names = [name for name in self._settings.commands if name != command.name]
        self._settings.commands = [command.name, *names]
        command.action.trigger()

    def _look_for(self, typed: str) -> None:
        self.list.clear()
        found = self._commands
        if typed.strip():
            told = [f"{command.text} {command.path}" for command in self._commands]
            found = [self._commands[number] for number in ranked(typed, told)]
        for command in found:
            item = QListWidgetItem(command.text)
            item.setData(Qt.ItemDataRole.UserRole, command)
            item.setData(PATH, (command.path, command.keys))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                ", ".join(filter(None, (command.text, command.path, command.keys))),
            )
            item.setSizeHint(QSize(0, TALL))
            self.list.addItem(item)
        self.list.setCurrentRow(0 if found else -1)
        self.list.setFixedHeight(min(len(found), SHOWN) * TALL)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.adjustSize()

    def _ordered(self) -> list[Command]:
        """All that can be done now, the last ones first, the others in the menus' order."""
        last = self._settings.commands
        found = list(self._found())
        return sorted(
            found, key=lambda one: last.index(one.name) if one.name in last else len(last)
        )

    def _found(self) -> Iterator[Command]:
        for act, action in self._actions().items():
            path = plain(act.menu)
            if act.fill:
                menu = QMenu(self)
                self._menus.append(menu)
                act.fill(menu)
                yield from inside(menu, f"{path} > {plain(act.text)}", DEEPEST)
            elif action.isEnabled():
                yield command(action, path)

    def _forget(self) -> None:
        for menu in self._menus:
            menu.deleteLater()
        self._menus = []


def inside(menu: QMenu, path: str, deep: int) -> Iterator[Command]:
    """The commands of a menu that is filled as it opens, and of the menus in it."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu) and deep:
            yield from inside(below, f"{path} > {plain(action.text())}", deep - 1)
        elif action.isEnabled() and not action.isSeparator():
            yield command(action, path)


def command(action: QAction, path: str) -> Command:
    """A switch says how it stands."""
    text = plain(action.text())
    name = f"{path} > {text}"
    if action.isCheckable():
        state = translate("Palette", "on") if action.isChecked() else translate("Palette", "off")
        text = translate("Palette", "{what} (is {state})").format(what=text, state=state)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Command(text, path, keys, action, name)


def acts(window: Window) -> list[Act]:
    """How it is opened."""
    return [
        Act(
            translate("Actions", "&Help"),
            translate("Actions", "&Command palette..."),
            window.commands.open,
            keys="Ctrl+Shift+P",
            icon="search",
            tip=translate("Actions", "Find anything that the menus offer by a few letters"),
        )
    ]
