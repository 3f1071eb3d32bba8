"""Grid of seeds: which seeds, how many columns and rows, which format."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

MOST_SEED = 2**31 - 1
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".webp": "WebP"}


class SeedGrid(QDialog):
    """`chosen`: the seeds, the number of columns and the file's ending."""

    chosen = Signal(object, int, str)  # range, columns, ".png"

    def __init__(self, first: int, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Grid of seeds"))
        self._size = size
        self.first = QSpinBox(minimum=0, maximum=MOST_SEED, value=min(first, MOST_SEED))
        self.columns = QSpinBox(minimum=1, maximum=64, value=8)
        self.rows = QSpinBox(minimum=1, maximum=64, value=8)
        self.format = QComboBox()
        for suffix, title in FORMATS.items():
            self.format.addItem(title, suffix)
        self.summary = QLabel(wordWrap=True)
        self.summary.setMinimumWidth(320)
        form = QFormLayout()
        form.addRow(self.tr("First seed"), self.first)
        form.addRow(self.tr("Columns"), self.columns)
        form.addRow(self.tr("Rows"), self.rows)
        form.addRow(self.tr("Format"), self.format)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = buttons.addButton(self.tr("Save..."), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addWidget(buttons)

        for box in (self.first, self.columns, self.rows):
            box.valueChanged.connect(self._sum_up)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._choose)
        self._sum_up()

    @property
    def seeds(self) -> range:
        first = self.first.value()
        return range(first, first + self.columns.value() * self.rows.value())

    def _sum_up(self) -> None:
        text = self.tr(
            "{count} pictures, seeds {first} to {last}, with everything else as it is set now: "
            "{width} × {height} px."
        )
        self.summary.setText(
            text.format(
                count=len(self.seeds),
                first=self.seeds[0],
                last=self.seeds[-1],
                width=self.columns.value() * self._size,
                height=self.rows.value() * self._size,
            )
        )

    def _choose(self) -> None:
        self.chosen.emit(self.seeds, self.columns.value(), self.format.currentData())
