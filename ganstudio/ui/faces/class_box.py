"""Which class a model that was trained with classes draws."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from ganstudio.ui.widgets.calm import calm


class ClassBox(QComboBox):
    """Signal `chosen(label)`: the user picked a class by its number."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setPlaceholderText(self.tr("choose a class"))
        self.setAccessibleName(self.tr("Class"))
        calm(self)
        self.activated.connect(self.chosen)

    def show_classes(self, names: Sequence[str]) -> None:
        """Offer these, numbered from 0."""
        label = self.currentIndex()
        self.clear()
        self.addItems(list(names))
        self.show_label(label)

    def show_label(self, label: int | None) -> None:
        """Show a class without a signal; None and classes that are not there show none."""
        known = label is not None and 0 <= label < self.count()
        self.setCurrentIndex(label if known and label is not None else -1)
