"""The row of kept pictures: click restores, Ctrl and Shift choose, keys do the same."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from ganstudio.media.kept import Kept
from ganstudio.ui.keeping.shelf import Role
from ganstudio.ui.keeping.tile import GAP, SIDE, Tile, picture_in, star_in

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
BAR = 10  # px: the scroll bar of the theme


class Tiles(QListView):
    """Tells what the user wants done with which pictures; does none of it."""

    restore_wanted = Signal(object)  # Kept
    star_wanted = Signal(list)  # names
    delete_wanted = Signal(list)  # names
    compare_wanted = Signal()
    menu_wanted = Signal(QPoint)  # on the screen

    def __init__(self, model: QAbstractItemModel, hint: str) -> None:
        super().__init__()
        self._hint = hint
        self._pressed = QModelIndex()
        self._star = QModelIndex()  # the press was on its star
        self.setModel(model)
        self.setItemDelegate(Tile(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().setSingleStep(SIDE + GAP)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(SIDE + GAP + BAR)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    @property
    def chosen(self) -> list[Kept]:
        """The selected pictures, from left to right."""
        rows = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return [index.data(Role.KEPT) for index in rows]

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.chosen]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(4 * (SIDE + GAP), self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place = event.position().toPoint()
        self._pressed = self.indexAt(place)
        self._star = self._starred_at(place) if event.button() == LEFT else QModelIndex()
        if not self._star.isValid():
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place = event.position().toPoint()
        here = self.indexAt(place)
        if self._star.isValid():
            if self._starred_at(place) == self._star:
                self.star_wanted.emit([self._star.data(Role.KEPT).name])
            self._star = QModelIndex()
            return
        super().mouseReleaseEvent(event)
        plain = event.button() == LEFT and event.modifiers() == PLAIN
        if plain and here.isValid() and here == self._pressed:
            self.restore_wanted.emit(here.data(Role.KEPT))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The second press of a double click is a press like any other."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, plain = event.key(), event.modifiers() in (PLAIN, Qt.KeyboardModifier.KeypadModifier)
        current = self.currentIndex()
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.restore_wanted.emit(current.data(Role.KEPT))
        elif plain and key == Qt.Key.Key_Delete and self.names:
            self.delete_wanted.emit(self.names)
        elif plain and key == Qt.Key.Key_S and self.names:
            self.star_wanted.emit(self.names)
        elif plain and key == Qt.Key.Key_C:
            self.compare_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            middle = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(middle))

    def choose(self, index: QModelIndex) -> None:
        """Select one picture alone and bring it into view."""
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(GAP, 0, -GAP, 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._hint)
            painter.end()

    def show_hint(self, hint: str) -> None:
        """What is written where there is no picture."""
        self._hint = hint
        self.viewport().update()

    def _starred_at(self, place: QPoint) -> QModelIndex:
        """The picture whose star is there."""
        index = self.indexAt(place)
        on = index.isValid() and star_in(picture_in(self.visualRect(index))).contains(place)
        return index if on else QModelIndex()
