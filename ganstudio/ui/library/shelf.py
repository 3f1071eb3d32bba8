"""The table behind the list of models: filtered, sorted, with small pictures."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ganstudio.ui.library.rows import Row, fits
from ganstudio.ui.library.thumbnails import Thumbnails
from ganstudio.ui.library.words import cells, speech, titles

Index = QModelIndex | QPersistentModelIndex
NAME, KIND, FAMILY, PIXELS, FILE, LICENCE, ORIGIN = range(7)
RIGHT = (PIXELS, FILE)
NOWHERE = QModelIndex()
Role = Qt.ItemDataRole


class Shelf(QAbstractTableModel):
    """`rename_wanted(row, name)`: the user typed another name; whoever can rename shows it."""

    rename_wanted = Signal(object, str)

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []  # as they are shown
        self.known: list[Row] = []  # all of them
        self._words, self._kind = "", ""
        self._order = (-1, Qt.SortOrder.AscendingOrder)  # -1: as the library has them
        self._thumbnails = thumbnails

    def show_rows(self, rows: list[Row]) -> None:
        """Other rows altogether."""
        self.known = rows
        self._arrange()

    def look_for(self, words: str, kind: str) -> None:
        """Show those rows alone that have all the words, and are of that kind."""
        self._words, self._kind = words, kind
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order)
        self._arrange()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(titles())

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Role.DisplayRole:
                return titles()[section]
            if role == Role.TextAlignmentRole:
                return alignment(section)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role in (Role.DisplayRole, Role.EditRole):
            return cells(row)[column]
        if role == Role.DecorationRole and column == NAME:
            return self._thumbnails.small(row)
        if role == Role.ToolTipRole:
            return row.sentence or (str(row.path) if row.path else "")
        if role == Role.AccessibleTextRole:
            return speech(row) if column == NAME else cells(row)[column]
        if role == Role.TextAlignmentRole:
            return alignment(column)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: N802
        """Hands the wish on: what is shown changes once the file has its new name."""
        if role == Role.EditRole:
            self.rename_wanted.emit(self.rows[index.row()], str(value).strip())
        return False

    def _arrange(self) -> None:
        self.beginResetModel()
        found = [
            row for row in self.known if fits(row, cells(row), words=self._words, kind=self._kind)
        ]
        column, order = self._order
        if column >= 0:
            reverse = order == Qt.SortOrder.DescendingOrder
            found.sort(key=lambda row: rank(row, column), reverse=reverse)
        self.rows = found
        self.endResetModel()


def rank(row: Row, column: int) -> tuple[float, str]:
    """What a row is sorted by in that column: numbers by their size, words without capitals."""
    numbers = {PIXELS: row.card.size if row.card else 0, FILE: row.bytes}
    return numbers.get(column, 0), cells(row)[column].casefold()


def alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
