"""New random network: family, size and seed, so that everything works without any file."""

from __future__ import annotations

import random

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ganstudio.models.fresh import name_of
from ganstudio.networks.families import FAMILIES
from ganstudio.ui import icons

USUAL_SIZE = 64
MOST_SEED = 2**31 - 1  # what a number box can hold


class NewNetwork(QDialog):
    """`chosen`: the name of the network, such as "random-stylegan2-64-0"."""

    chosen = Signal(str)

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New random network"))
        self.family = QComboBox()
        for family in FAMILIES.values():
            if family.kind == kind:
                self.family.addItem(family.title, family.name)
        self.sizes = QComboBox()
        self.seed = QSpinBox(minimum=0, maximum=MOST_SEED)
        self.seed.setAccessibleName(self.tr("Seed"))
        dice = QToolButton()
        icons.put(dice, "dice")
        dice.setToolTip(self.tr("Another seed by chance"))
        dice.setAccessibleName(self.tr("Random seed"))

        explanation = QLabel(
            self.tr(
                "A network with weights by chance: it has learnt nothing, so its pictures are "
                "patterns rather than faces, but every control works on it."
            ),
            wordWrap=True,
        )
        explanation.setMinimumWidth(360)
        seed_row = QHBoxLayout()
        seed_row.addWidget(self.seed, stretch=1)
        seed_row.addWidget(dice)
        form = QFormLayout()
        form.addRow(self.tr("Kind"), self.family)
        form.addRow(self.tr("Size"), self.sizes)
        form.addRow(self.tr("Seed"), seed_row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        create = buttons.addButton(self.tr("Create"), QDialogButtonBox.ButtonRole.AcceptRole)
        create.setDefault(True)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(explanation)
        column.addLayout(form)
        column.addWidget(buttons)

        self.family.currentIndexChanged.connect(self._offer_sizes)
        dice.clicked.connect(self._roll)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._choose)
        self._offer_sizes()

    @property
    def name(self) -> str:
        return name_of(self.family.currentData(), self.sizes.currentData(), self.seed.value())

    def _offer_sizes(self) -> None:
        wanted = self.sizes.currentData() or USUAL_SIZE
        offered = FAMILIES[self.family.currentData()].sizes
        self.sizes.clear()
        for size in offered:
            self.sizes.addItem(self.tr("{0} × {0} px").format(size), size)
        self.sizes.setCurrentIndex(offered.index(wanted) if wanted in offered else 0)

    def _roll(self) -> None:
        self.seed.setValue(random.randrange(10_000))

    def _choose(self) -> None:
        self.chosen.emit(self.name)
