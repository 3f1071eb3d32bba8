"""A few alternatives side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Choice(QWidget):
    """Buttons of which one is down; the arrow keys go from one to the next.

    words: value -> (what the button says, what its tooltip explains).
    """

    chosen = Signal(str)

    def __init__(self, name: str, words: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for value, (word, tip) in words.items():
            button = QPushButton(word)
            button.setCheckable(True)
            button.setAutoDefault(False)  # Return in a field beside it chooses nothing
            button.setToolTip(tip)
            button.setProperty("choice", True)
            button.setAccessibleName(f"{name}: {word}")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.buttons[value] = button
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonClicked.connect(self._tell)
        self._value = next(iter(words))
        self.show_value(self._value)

    @property
    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        """Show a choice that came from elsewhere, without a signal."""
        self._value = value
        self.buttons[value].setChecked(True)

    def _tell(self) -> None:
        value = next(value for value, button in self.buttons.items() if button.isChecked())
        if value != self._value:
            self._value = value
            self.chosen.emit(value)
