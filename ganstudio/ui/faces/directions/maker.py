"""A direction from pictures: some with an attribute, some without, and a name for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ganstudio.recipe import FaceRecipe
from ganstudio.ui import icons
from ganstudio.ui.faces.directions.name import LONGEST
from ganstudio.ui.widgets.greyed import grey


class Maker(QWidget):
    """Signal `wanted(plus, minus, name)`: tuples of recipes, and a name that may be "".

    take: the pictures that are selected now, or the one on the screen.
    """

    wanted = Signal(object, object, str)

    def __init__(self, take: Callable[[], Sequence[FaceRecipe]]) -> None:
        super().__init__()
        self._take = take
        self._why = ""
        self.sets: dict[str, tuple[FaceRecipe, ...]] = {"with": (), "without": ()}
        self.name = QLineEdit(maxLength=LONGEST)
        self.name.setPlaceholderText(self.tr("Name, such as smile"))
        self.name.setAccessibleName(self.tr("Name of the attribute"))
        self.buttons = {"with": QPushButton(), "without": QPushButton()}
        hints = {
            "with": self.tr(
                "Adds the pictures selected in the history, else the one on the screen"
            ),
            "without": self.tr("As beside: pictures that do not have it"),
        }
        for key, button in self.buttons.items():
            button.setToolTip(hints[key])
        self.clear = icons.button("reset", self.tr("Begin anew: no pictures"))
        self.make = QPushButton(self.tr("Make"))
        self.make.setToolTip(self.tr("The way from the pictures without it to those with it"))
        marks, end = QHBoxLayout(), QHBoxLayout()
        for row in (marks, end):
            row.setSpacing(8)
        for button in self.buttons.values():
            marks.addWidget(button, 1)
        marks.addWidget(self.clear)
        end.addWidget(self.name, 1)
        end.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(marks)
        column.addLayout(end)
        self.buttons["with"].clicked.connect(self.take_with)
        self.buttons["without"].clicked.connect(self.take_without)
        self.clear.clicked.connect(self.empty)
        self.make.clicked.connect(self._tell)
        self.name.returnPressed.connect(self.make.click)
        self._show()

    def show_model(self, why: str) -> None:
        """Another model: its pictures are others. `why` it does not apply, or ""."""
        self._why = why
        self.empty()

    def take_with(self) -> None:
        self._add("with", "without")

    def take_without(self) -> None:
        self._add("without", "with")

    def empty(self) -> None:
        """No pictures, no name."""
        self.sets = {"with": (), "without": ()}
        self.name.clear()
        self._show()

    def _add(self, key: str, other: str) -> None:
        """A picture is in one set only: the one it was put in last."""
        new = tuple(self._take())
        kept = [each for each in self.sets[key] if each not in new]
        self.sets[key] = (*kept, *new)
        self.sets[other] = tuple(each for each in self.sets[other] if each not in new)
        self._show()

    def _show(self) -> None:
        texts = {"with": self.tr("With: {count}"), "without": self.tr("Without: {count}")}
        for key, button in self.buttons.items():
            button.setText(texts[key].format(count=len(self.sets[key])))
            grey(button, self._why)
        grey(self.name, self._why)
        missing = self.tr("Mark at least one picture with it and one without.")
        ready = all(self.sets.values())
        grey(self.make, self._why or ("" if ready else missing))
        empty = self.tr("There are none yet.")
        grey(self.clear, self._why or ("" if any(self.sets.values()) else empty))

    def _tell(self) -> None:
        self.wanted.emit(self.sets["with"], self.sets["without"], self.name.text().strip())
