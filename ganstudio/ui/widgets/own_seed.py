"""A seed that may be missing: an empty box stands for the common one."""

from __future__ import annotations

import random

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ganstudio.ui import icons
from ganstudio.ui.widgets.number_box import NumberBox
from ganstudio.ui.widgets.number_slider import REST_MS
from ganstudio.ui.widgets.seed_box import DICE, SEEDS

EMPTY = -1  # what the box holds where nothing is written


class EmptyBox(NumberBox):
    """A box for a seed that can be emptied; what then counts is written faintly."""

    def __init__(self, name: str) -> None:
        super().__init__(name, low=EMPTY, high=SEEDS - 1, decimals=0)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        return "" if value < 0 else super().textFromValue(value)

    def valueFromText(self, text: str) -> float:  # noqa: N802 - Qt's name
        return super().valueFromText(text) if text.strip() else EMPTY

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if not text.strip():
            return QValidator.State.Acceptable, "", 0
        if "-" in text:
            return QValidator.State.Invalid, text, position
        return super().validate(text, position)


class OwnSeed(QWidget):
    """Signals: `changed(seed or None)` at once, `settled` once it rests (one undo step)."""

    changed = Signal(object)
    settled = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._value: int | None = None
        self.box = EmptyBox(name)
        self.box.setValue(EMPTY)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMinimumWidth(self.fontMetrics().horizontalAdvance("000000") + 12)
        self.dice = icons.button("dice", self.tr("Throw the dice: a seed by chance"))
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.box, 1)
        row.addWidget(self.dice)
        self.setFocusProxy(self.box)
        self.dice.clicked.connect(self._throw)
        self.box.valueChanged.connect(self._from_box)
        self.box.editingFinished.connect(self._finish)
        self._rest.timeout.connect(self._settle)

    @property
    def value(self) -> int | None:
        return self._value

    def show_value(self, seed: int | None, common: int) -> None:
        """Show a seed that came from elsewhere, without a signal; `common` counts without one."""
        self.box.lineEdit().setPlaceholderText(str(common))
        if seed != self._value:
            self._rest.stop()
            self._value = seed
            self.box.blockSignals(True)
            self.box.setValue(EMPTY if seed is None else seed)
            self.box.blockSignals(False)

    def _throw(self) -> None:
        self.box.setValue(random.randrange(DICE))
        self._settle()

    def _from_box(self, value: float) -> None:
        self._value = None if value < 0 else round(value)
        self._rest.start()
        self.changed.emit(self._value)

    def _finish(self) -> None:
        if self._rest.isActive():
            self._settle()

    def _settle(self) -> None:
        self._rest.stop()
        self.settled.emit(self._value)
