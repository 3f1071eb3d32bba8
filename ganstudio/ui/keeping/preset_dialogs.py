"""The dialogs of presets: one asks for a name, one lists them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ganstudio.media.presets import LONGEST, Preset

PRESET = Qt.ItemDataRole.UserRole


class SavePreset(QDialog):
    """`chosen`: the name, and whether all settings are meant."""

    chosen = Signal(str, bool)

    def __init__(self, taken: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save preset"))
        self._taken = set(taken)
        self.name = QLineEdit(maxLength=LONGEST)
        self.name.setAccessibleName(self.tr("Name of the preset"))
        self.whole = QRadioButton(self.tr("&All settings"))
        self.whole.setToolTip(self.tr("Model, seeds and everything else: the same picture again"))
        self.look = QRadioButton(self.tr("The &look alone"))
        self.look.setToolTip(
            self.tr("Psi, cutoff, noise, mix and directions: for any seed and model")
        )
        self.whole.setChecked(True)
        self.note = QLabel(wordWrap=True)
        self.note.setMinimumWidth(320)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        what = QVBoxLayout()
        what.setSpacing(4)
        what.addWidget(self.whole)
        what.addWidget(self.look)
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("What"), what)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(form)
        column.addWidget(self.note)
        column.addWidget(buttons)
        self.name.textChanged.connect(self._show)
        self.whole.toggled.connect(self._show)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._choose)
        self._show()

    def _show(self) -> None:
        name = self.name.text().strip()
        self.save.setEnabled(bool(name))
        if name in self._taken:
            self.note.setText(self.tr("Replaces the preset of this name."))
        elif self.whole.isChecked():
            self.note.setText(self.tr("Brings this very picture back, with its model."))
        else:
            self.note.setText(self.tr("Leaves model and seeds as they are."))

    def _choose(self) -> None:
        self.chosen.emit(self.name.text().strip(), self.whole.isChecked())


class ManagePresets(QDialog):
    """Enter applies, F2 or a slow click renames, Delete deletes; each can be undone."""

    apply_wanted = Signal(object)  # Preset
    rename_wanted = Signal(object, str)  # Preset, its new name
    delete_wanted = Signal(object)  # Preset

    def __init__(self, presets: Callable[[], list[Preset]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Presets"))
        self._presets = presets
        self.list = QListWidget()
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("Presets"))
        self.list.setEditTriggers(
            QListWidget.EditTrigger.EditKeyPressed | QListWidget.EditTrigger.SelectedClicked
        )
        self.apply = QPushButton(self.tr("&Apply"))
        self.rename = QPushButton(self.tr("&Rename"))
        self.delete = QPushButton(self.tr("&Delete"))
        close = QPushButton(self.tr("Close"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.apply, self.rename, self.delete):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        close.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.resize(400, 320)
        self.apply.clicked.connect(self._apply)
        self.rename.clicked.connect(self._rename)
        self.delete.clicked.connect(self._delete)
        close.clicked.connect(self.close)
        self.list.itemActivated.connect(self._apply)
        self.list.itemChanged.connect(self._on_renamed)
        self.list.currentItemChanged.connect(self._show)
        self.fill()

    @property
    def chosen(self) -> Preset | None:
        item: QListWidgetItem | None = self.list.currentItem()
        return item.data(PRESET) if item else None

    def fill(self) -> None:
        """Show them anew, with the same one chosen."""
        row = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for preset in self._presets():
                item = QListWidgetItem(preset.name, self.list)
                item.setData(PRESET, preset)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                item.setToolTip(self.tr("All settings") if preset.whole else self.tr("Look alone"))
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Delete:
            self._delete()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        for button in (self.apply, self.rename, self.delete):
            button.setEnabled(self.chosen is not None)

    def _apply(self) -> None:
        if preset := self.chosen:
            self.apply_wanted.emit(preset)

    def _rename(self) -> None:
        if self.chosen:
            self.list.editItem(self.list.currentItem())

    def _delete(self) -> None:
        if preset := self.chosen:
            self.delete_wanted.emit(preset)

    def _on_renamed(self, item: QListWidgetItem) -> None:
        preset: Preset = item.data(PRESET)
        name = item.text().strip()
        if name and name != preset.name:
            self.rename_wanted.emit(preset, name)
        self.fill()
