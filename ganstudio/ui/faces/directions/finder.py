"""How to find directions: the method, the layers, how many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ganstudio.engine.directions import MOST_FOUND
from ganstudio.models.directions import LAST
from ganstudio.ui.faces.directions.layers import groups
from ganstudio.ui.widgets.calm import calm
from ganstudio.ui.widgets.choice import Choice
from ganstudio.ui.widgets.greyed import grey
from ganstudio.ui.widgets.layer_words import group_word
from ganstudio.ui.widgets.number_box import NumberBox

USUAL_COUNT = 8


class Finder(QWidget):
    """Signal `wanted(method, count, first, last)`."""

    wanted = Signal(str, int, int, int)

    def __init__(self) -> None:
        super().__init__()
        self._why = ""
        self._sizes: Sequence[int] = ()
        self.method = Choice(
            self.tr("Method"),
            {
                "pca": (
                    self.tr("PCA"),
                    self.tr("Along which the faces of the model differ most (GANSpace)"),
                ),
                "sefa": (
                    self.tr("SeFa"),
                    self.tr("What the network's own weights react to most"),
                ),
            },
        )
        self.layers = QComboBox()
        self.layers.setAccessibleName(self.tr("Layers to factorise"))
        self.layers.setToolTip(self.tr("Which layers' weights SeFa looks at"))
        calm(self.layers)
        self.count = NumberBox(self.tr("How many"), low=1, high=MOST_FOUND, decimals=0)
        self.count.setValue(USUAL_COUNT)
        self.count.setToolTip(self.tr("How many directions to find"))
        self.count.setFixedWidth(48)
        self.start = QPushButton(self.tr("Find"))
        self.start.setToolTip(self.tr("Find directions of this model; those you have stay"))
        top, below = QHBoxLayout(), QHBoxLayout()
        for row in (top, below):
            row.setSpacing(8)
        top.addWidget(self.method, 1)
        top.addWidget(self.count)
        below.addWidget(self.layers, 1)
        below.addWidget(self.start, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(below)
        self.method.chosen.connect(self._on_method)
        self.start.clicked.connect(self._tell)

    def show_model(self, sizes: Sequence[int], why: str, no_pca: str) -> None:
        """Offer what the model has: layers that act at `sizes`; `why` not at all, or not PCA."""
        self._sizes, self._why = sizes, why
        self.layers.clear()
        self.layers.addItem(self.tr("all layers"), (0, LAST))
        for name, span in groups(sizes).items():
            self.layers.addItem(group_word(name), span)
        if no_pca and not why:
            self.method.show_value("sefa")
        for part in (self.method, self.count, self.start):
            grey(part, why)
        if not why:
            grey(self.method.buttons["pca"], no_pca)
        self._on_method()

    def _on_method(self) -> None:
        free = "" if self._sizes else self.tr("The model has no style layers.")
        pca = self.tr("PCA looks at all layers; choose below which ones each direction moves.")
        grey(self.layers, self._why or (pca if self.method.value == "pca" else free))

    def _tell(self) -> None:
        first, last = self.layers.currentData()
        if not self.layers.isEnabled():
            first, last = 0, LAST
        self.wanted.emit(self.method.value, round(self.count.value()), first, last)
