"""Batch of seeds: which seeds, into which folder, under which names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ganstudio.engine.export import seeded
from ganstudio.errors import StudioError
from ganstudio.media import names
from ganstudio.recipe import FaceRecipe
from ganstudio.ui import ask
from ganstudio.ui.dialogs.seed_grid import FORMATS, MOST_SEED
from ganstudio.ui.widgets.section import quiet_label
from ganstudio.ui.words import translated

MOST = 100_000  # pictures


class BatchDialog(QDialog):
    """`chosen`: the user wants the pictures; `recipes` and `paths` say which."""

    chosen = Signal()

    def __init__(self, recipe: FaceRecipe, folder: Path, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Batch of seeds"))
        self._recipe = recipe
        self.first = QSpinBox(minimum=0, maximum=MOST_SEED, value=min(recipe.a.seed, MOST_SEED))
        self.count = QSpinBox(minimum=1, maximum=MOST, value=100)
        self.folder = QLineEdit(str(folder / recipe.model.name))
        self.browse = QPushButton(self.tr("Choose..."), autoDefault=False)
        self.pattern = QLineEdit(names.PATTERN)
        self.format = QComboBox()
        for suffix, title in FORMATS.items():
            self.format.addItem(title, suffix)
        self.summary = QLabel(wordWrap=True)
        self.summary.setMinimumWidth(400)
        self.summary.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        for box in (self.first, self.count):
            box.lineEdit().setTextMargins(4, 0, 4, 0)
            box.valueChanged.connect(self._sum_up)
        for line in (self.folder, self.pattern):
            line.textChanged.connect(self._sum_up)
        self.format.currentIndexChanged.connect(self._sum_up)
        self.browse.clicked.connect(self._browse)
        self.accepted.connect(self.chosen)
        self._sum_up()

    @property
    def target(self) -> Path:
        """The folder; ~ is the user's own, and ~name only where there is somebody of that name."""
        typed = Path(self.folder.text())
        try:
            return typed.expanduser()
        except RuntimeError:
            return typed

    @property
    def recipes(self) -> list[FaceRecipe]:
        """As it is set now, with one seed after the other as source A."""
        return [seeded(self._recipe, seed) for seed in self._seeds]

    @property
    def paths(self) -> list[Path]:
        """Where each of them goes."""
        recipes, ending = self.recipes, self.format.currentData()
        pattern = self.pattern.text()
        return names.paths(self.target, pattern, recipes, ending=ending, overwrite=True)

    @property
    def _seeds(self) -> range:
        return range(self.first.value(), self.first.value() + self.count.value())

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("First seed"), self.first)
        form.addRow(self.tr("Pictures"), self.count)
        form.addRow(self.tr("Folder"), where)
        form.addRow(self.tr("Names"), self.pattern)
        form.addRow(
            "",
            quiet_label(
                self.tr("{model}, {seed}, {index} and {psi} are filled in; {seed:06} adds zeros.")
            ),
        )
        form.addRow(self.tr("Format"), self.format)
        for name, field in (
            (self.tr("First seed"), self.first),
            (self.tr("Pictures"), self.count),
            (self.tr("Folder"), self.folder),
            (self.tr("Choose a folder"), self.browse),
            (self.tr("Names"), self.pattern),
            (self.tr("Format"), self.format),
        ):
            field.setAccessibleName(name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addWidget(buttons)

    def _name(self, index: int) -> str:
        """Of a picture. Raises StudioError where the pattern makes none."""
        recipe = seeded(self._recipe, self._seeds[index])
        return names.filled(self.pattern.text(), recipe, index + 1) + str(self.format.currentData())

    def _problem(self) -> str:
        """What is wrong with names or folder; "" where nothing is."""
        try:
            names.check(self.pattern.text())
            first, second = self._name(0), self._name(min(1, self.count.value() - 1))
        except StudioError as error:
            return translated(error.sentence)
        if first == second and self.count.value() > 1:
            return self.tr("All pictures would get the same name: use {seed} or {index}.")
        if not self.target.is_absolute():
            return self.tr("Choose a folder.")
        return ""

    def _sum_up(self) -> None:
        problem = self._problem()
        self.save.setEnabled(not problem)
        if problem:
            self.summary.setText(problem)
            return
        count = self.count.value()
        text = self.tr("{count} pictures with everything but the seed as it is set now: {first}")
        if count > 1:
            text = self.tr(
                "{count} pictures with everything but the seed as it is set now: {first} to {last}"
            )
        text = text.format(count=count, first=self._name(0), last=self._name(count - 1))
        here = self._there()
        if here:
            words = self.tr("{} of these files are there already and will be replaced.")
            text += " " + words.format(here)
        self.summary.setText(text)

    def _there(self) -> int:
        """How many of the files would be overwritten."""
        try:
            present = {path.name for path in self.target.iterdir()}
        except (OSError, ValueError):  # not there, or not to be looked into: saving says so
            return 0
        return sum(self._name(index) in present for index in range(self.count.value()))

    def _browse(self) -> None:
        if folder := ask.folder_for(self, self.target.parent):
            self.folder.setText(str(folder))
