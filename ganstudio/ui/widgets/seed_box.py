"""A seed: typed, stepped to the previous or next one, or thrown by the dice."""

from __future__ import annotations

import random

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ganstudio.ui import icons
from ganstudio.ui.widgets.number_box import NumberBox
from ganstudio.ui.widgets.number_slider import REST_MS

SEEDS = 2**32
DICE = 1_000_000  # what the dice throw: plenty of faces, and a number that one can remember


class SeedBox(QWidget):
    """Signals: `changed(seed)` at once, `settled(seed)` once it rests (one undo step).

    stacked: the buttons stand below the number, not beside it.
    """

    changed = Signal(object)  # an int: it does not fit Qt's own
    settled = Signal(object)

    def __init__(self, name: str, *, stacked: bool = False) -> None:
        super().__init__()
        self._value = 0
        self.box = NumberBox(name, low=0, high=SEEDS - 1, decimals=0)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setToolTip(self.tr("The number that the picture grows from: type any seed"))
        self.previous = icons.button("previous", self.tr("Previous seed"))
        self.next = icons.button("next", self.tr("Next seed"))
        self.dice = icons.button("dice", self.tr("Throw the dice: a seed by chance"))
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.previous, self.next, self.dice):
            buttons.addWidget(button)
        buttons.addStretch(int(stacked))
        whole = QVBoxLayout(self) if stacked else QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.box, 1)
        whole.addLayout(buttons)
        self.setFocusProxy(self.box)
        for button in (self.previous, self.next):
            button.setAutoRepeat(True)
        self.previous.clicked.connect(self._step_back)
        self.next.clicked.connect(self._step_on)
        self.dice.clicked.connect(self._throw)
        self.box.valueChanged.connect(self._from_box)
        self.box.editingFinished.connect(self._finish)
        self._rest.timeout.connect(self._settle)

    @property
    def value(self) -> int:
        return self._value

    def show_value(self, seed: int) -> None:
        """Show a seed that came from elsewhere, without a signal."""
        if seed != self._value:
            self._rest.stop()
            self._value = seed
            self._show()

    def _step_back(self) -> None:
        self._take((self._value - 1) % SEEDS, held=self.previous.isDown())

    def _step_on(self) -> None:
        self._take((self._value + 1) % SEEDS, held=self.next.isDown())

    def _throw(self) -> None:
        self._take(random.randrange(DICE), held=False)

    def _from_box(self, value: float) -> None:
        self._take(round(value), held=True)
        self._rest.start()

    def _finish(self) -> None:
        if self._rest.isActive():
            self._settle()

    def _take(self, seed: int, *, held: bool) -> None:
        """The user wants this seed; while a button is held down, more are to come."""
        self._value = seed
        self._show()
        self.changed.emit(seed)
        if not held:
            self._settle()

    def _show(self) -> None:
        if self.box.value() != self._value:
            self.box.blockSignals(True)
            self.box.setValue(self._value)
            self.box.blockSignals(False)

    def _settle(self) -> None:
        self._rest.stop()
        self.settled.emit(self._value)
