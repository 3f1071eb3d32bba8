"""The section of the face tab: a row for each direction, and below them how to get more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ganstudio.models.directions import Direction
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.faces.directions.finder import Finder
from ganstudio.ui.faces.directions.maker import Maker
from ganstudio.ui.faces.directions.row import DirectionRow
from ganstudio.ui.widgets.greyed import grey
from ganstudio.ui.widgets.section import Section, quiet_label


class DirectionsSection(Section):
    """Lays out the parts; what they mean is told in shelf.py."""

    def __init__(self, take: Callable[[], Sequence[FaceRecipe]]) -> None:
        super().__init__(self.tr("Directions"))
        self.rows: list[DirectionRow] = []
        self.reset = self.add_tool("reset", self.tr("Reset the directions: go along none"))
        self.empty = quiet_label(
            self.tr("None yet. Find some, or make one from pictures that you choose.")
        )
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.finder, self.maker = Finder(), Maker(take)
        self.more = {
            "find": QPushButton(self.tr("Find directions")),
            "make": QPushButton(self.tr("From kept pictures")),
        }
        self.more["find"].setToolTip(self.tr("By PCA or SeFa, computed once for each model"))
        self.more["make"].setToolTip(
            self.tr("Name what some pictures have and others have not, and get a slider for it")
        )
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key, button in self.more.items():
            button.setCheckable(True)
            button.setProperty("choice", True)
            button.clicked.connect(lambda on, key=key: self._choose(key if on else ""))
            row.addWidget(button, 1)
        for widget in (self.empty, self._list, bar, self.finder, self.maker):
            self.add_wide(widget)
        self.open_panel("")

    def _choose(self, key: str) -> None:
        self.open_panel(key)
        if key:
            self.come_into_view()

    def open_panel(self, key: str) -> None:
        """Show "find" or "make" below the list, or neither."""
        for name, panel in (("find", self.finder), ("make", self.maker)):
            self.more[name].setChecked(name == key)
            self.form.setRowVisible(panel, name == key)

    def show_rows(self, entries: Sequence[tuple[Direction, bool]]) -> list[DirectionRow]:
        """As many rows as there are directions; those that stay are kept. Gives the new ones."""
        focus = self._focus()
        old = {(row.direction, row.kept): row for row in self.rows}
        rows = [
            old.pop(entry) if entry in old else DirectionRow(entry[0], kept=entry[1])
            for entry in entries
        ]
        for row in old.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        new = [row for row in rows if row not in self.rows]
        for place, row in enumerate(rows):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
        self.rows = rows
        self.form.setRowVisible(self.empty, not rows)
        self.form.setRowVisible(self._list, bool(rows))
        if focus is not None and rows and self._focus() is None:  # its row was removed
            rows[min(focus, len(rows) - 1)].name.setFocus()
        return new

    def show_found(self, first: int) -> None:
        """New rows from `first` on: close what they came from, and go on with the first of them."""
        widget = QApplication.focusWidget()
        panels = (self.finder, self.maker)
        inside = widget is not None and any(panel.isAncestorOf(widget) for panel in panels)
        if inside and first < len(self.rows):
            self.rows[first].slider.slider.setFocus()
        self.open_panel("")

    def come_into_view(self) -> None:
        """Scroll, once what has just been opened has its place."""
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self.maker if self.maker.isVisible() else self.finder)

    def _focus(self) -> int | None:
        """The row that has the focus."""
        widget = QApplication.focusWidget()
        inside = (i for i, row in enumerate(self.rows) if widget and row.isAncestorOf(widget))
        return next(inside, None)

    def grey_all(self, why: str) -> None:
        """Nothing here applies, and why; "" brings all back."""
        for part in (self.empty, self._list, *self.more.values(), self.reset):
            grey(part, why)
