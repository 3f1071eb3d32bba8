"""The kept pictures as Qt's views see them: the newest first, opened only where they are seen."""

from __future__ import annotations

import bisect
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QUrl,
)
from PySide6.QtGui import QImage, QImageReader

from ganstudio.errors import StudioError
from ganstudio.media import kept as files
from ganstudio.media.kept import Kept
from ganstudio.ui.keeping.words import about, title

Index = QModelIndex | QPersistentModelIndex
IN_MEMORY = 512  # small pictures; 64 kB each
SIDE = files.SIDE
NO_INDEX = QModelIndex()
SMOOTH = Qt.TransformationMode.SmoothTransformation


class Role(IntEnum):
    """What the shelf tells beyond Qt's own roles."""

    KEPT = Qt.ItemDataRole.UserRole
    STARRED = Qt.ItemDataRole.UserRole + 1


class Shelf(QAbstractListModel):
    """Names of kept pictures stay the same while their files are starred, deleted, brought back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: list[Kept] = []
        self._gone: dict[str, Kept] = {}  # deleted, and not for good yet
        self._images: OrderedDict[str, QImage] = OrderedDict()

    @property
    def kept(self) -> list[Kept]:
        return list(self._kept)

    def show(self, kept: Sequence[Kept]) -> None:
        """These, the newest first, and those that came meanwhile."""
        own = {one.name: one for one in [*kept, *self._kept]}
        self.beginResetModel()
        self._kept = sorted(own.values(), key=lambda one: _order(one.name))
        self.endResetModel()

    def find(self, name: str) -> Kept | None:
        row = self.row_of(name)
        return None if row is None else self._kept[row]

    def with_key(self, key: str) -> Kept | None:
        """The picture of a recipe, if it is here."""
        return next((one for one in self._kept if one.name.endswith(f"-{key}")), None)

    def add(self, one: Kept) -> None:
        row = bisect.bisect_left(self._kept, _order(one.name), key=lambda k: _order(k.name))
        self.beginInsertRows(NO_INDEX, row, row)
        self._kept.insert(row, one)
        self.endInsertRows()

    def star(self, names: Collection[str], on: bool) -> None:
        """Raises StudioError where a file cannot be renamed; the others are."""
        self._each(names, lambda row, one: self._put(row, files.star(one, on)))

    def delete(self, names: Collection[str]) -> None:
        """Out of the strip and out of the way, for `bring_back`; raises as `star` does."""

        def away(row: int, one: Kept) -> None:
            gone = files.delete(one)
            self._gone[gone.name] = gone
            self.beginRemoveRows(NO_INDEX, row, row)
            del self._kept[row]
            self.endRemoveRows()

        self._each(names, away)

    def bring_back(self, names: Collection[str]) -> None:
        """Undo `delete`; raises where a file is gone for good, the others come back."""
        problem = None
        for name in names:
            try:
                if gone := self._gone.pop(name, None):
                    self.add(files.bring_back(gone))
            except StudioError as error:
                problem = error
        if problem:
            raise problem

    def image(self, one: Kept) -> QImage:
        """The small picture; a null one where the file is damaged."""
        if one.name not in self._images:
            self._images[one.name] = read_small(one)
            while len(self._images) > IN_MEMORY:
                self._images.popitem(last=False)
        self._images.move_to_end(one.name)
        return self._images[one.name]

    def rowCount(self, parent: Index = NO_INDEX) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._kept)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self._kept[index.row()]
        answers: dict[int, Callable[[], Any]] = {
            Role.KEPT: lambda: one,
            Role.STARRED: lambda: one.starred,
            Qt.ItemDataRole.DecorationRole: lambda: self.image(one),
            Qt.ItemDataRole.ToolTipRole: lambda: about(one),
            Qt.ItemDataRole.AccessibleTextRole: lambda: title(one),
        }
        return answers[role]() if role in answers else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return ["text/uri-list", "image/png"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The files; of one alone the picture too, with its recipe inside."""
        mime = QMimeData()
        chosen = [self._kept[index.row()] for index in indexes]
        mime.setUrls([QUrl.fromLocalFile(str(one.path.resolve())) for one in chosen])
        if len(chosen) == 1 and not self.image(chosen[0]).isNull():
            mime.setData("image/png", QByteArray(chosen[0].path.read_bytes()))
        return mime

    def _each(self, names: Collection[str], act: Callable[[int, Kept], None]) -> None:
        problem = None
        for name in names:
            if (row := self.row_of(name)) is not None:
                try:
                    act(row, self._kept[row])
                except StudioError as error:
                    problem = error
        if problem:
            raise problem

    def _put(self, row: int, one: Kept) -> None:
        self._kept[row] = one
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def row_of(self, name: str) -> int | None:
        row = bisect.bisect_left(self._kept, _order(name), key=lambda one: _order(one.name))
        return row if row < len(self._kept) and self._kept[row].name == name else None


def read_small(one: Kept) -> QImage:
    """The picture in the file, at most 128 px a side: somebody may have put a large one there."""
    reader = QImageReader(str(one.path))
    size = reader.size()
    if max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    while 0 < image.width() < SIDE // 2:  # as `enlarged`, and no further than the strip needs
        image = image.scaled(image.size() * 2, mode=SMOOTH)
    return image


def _order(name: str) -> tuple[int, ...]:
    """Sorts names backwards: the newest first."""
    return tuple(-ord(letter) for letter in name)
