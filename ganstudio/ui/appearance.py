"""Light, dark or after the system: the menu and what was chosen last time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ganstudio.ui.settings import Settings
from ganstudio.ui.theme import Theme


class Appearance(QObject):
    """Passes the user's choice to the theme and remembers it."""

    def __init__(self, theme: Theme, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        if settings.theme != "system":
            theme.choose(settings.theme)

    def choose(self, name: str) -> None:
        self._settings.theme = name
        self._theme.choose(name)

    def fill(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for name, title in (
            ("system", self.tr("After the &system")),
            ("light", self.tr("&Light")),
            ("dark", self.tr("&Dark")),
        ):
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(name == self._settings.theme)
            action.triggered.connect(partial(self.choose, name))
            group.addAction(action)
