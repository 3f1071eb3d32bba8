"""The strip under the canvas: three buttons and the row of kept pictures."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ganstudio.errors import StudioError
from ganstudio.media.kept import Kept
from ganstudio.recipe import FaceRecipe
from ganstudio.ui import icons
from ganstudio.ui.keeping.shelf import Role, Shelf
from ganstudio.ui.keeping.tiles import Tiles


class HistoryStrip(QWidget):
    """Shows a shelf, and passes on what is wanted; `selection_changed` where others are chosen."""

    keep_wanted = Signal()
    save_wanted = Signal(object)  # FaceRecipe
    copy_wanted = Signal(object)  # FaceRecipe
    selection_changed = Signal()
    changed = Signal()  # what there is

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(shelf)
        self._filter.setFilterRole(Role.STARRED)
        self._hint = self.tr("Kept pictures stand here: Ctrl+K or a double click keeps this one.")
        self.tiles = Tiles(self._filter, self._hint)
        self.tiles.setAccessibleName(self.tr("Kept pictures"))
        self.keep_button = icons.button("keep", self.tr("Keep this picture (Ctrl+K)"))
        self.starred = icons.button("star", self.tr("Show starred pictures alone"))
        self.starred.setCheckable(True)
        self.compare = icons.button(
            "wipe", self.tr("Compare two chosen pictures, or one with the present one (F9)")
        )
        self.compare.setEnabled(False)
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        for button in (self.keep_button, self.starred, self.compare):
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 0)
        row.setSpacing(4)
        row.addLayout(buttons)
        row.addWidget(self.tiles, 1)
        self.keep_button.clicked.connect(self.keep_wanted)
        self.starred.toggled.connect(self._show_starred)
        self.compare.clicked.connect(self.tiles.compare_wanted)
        self.tiles.menu_wanted.connect(self._show_menu)
        self.tiles.selectionModel().selectionChanged.connect(self._on_selection)
        for signal in (shelf.modelReset, shelf.rowsInserted, shelf.rowsRemoved, shelf.dataChanged):
            signal.connect(self._on_changed)

    @property
    def kept(self) -> list[Kept]:
        """All kept pictures, the newest first."""
        return self._shelf.kept

    @property
    def chosen(self) -> list[Kept]:
        """Those that are selected."""
        return self.tiles.chosen

    @property
    def selected(self) -> list[FaceRecipe]:
        """The recipes of those that are selected; damaged files have none."""
        found = []
        for one in self.chosen:
            try:
                found.append(one.recipe)
            except StudioError:  # the strip shows it as damaged, and a click says why
                continue
        return found

    def bring_into_view(self, one: Kept, *, choose: bool = False) -> None:
        """Scroll to a picture, where the filter shows it."""
        row = self._shelf.row_of(one.name)
        index = self._filter.mapFromSource(self._shelf.index(-1 if row is None else row))
        if choose and index.isValid():
            self.tiles.choose(index)
        self.tiles.scrollTo(index)

    def fill(self, menu: QMenu) -> None:
        """What can be done with those that are selected."""
        chosen, tiles = self.chosen, self.tiles
        first = chosen[0] if chosen else None
        unstarred = any(not one.starred for one in chosen)

        def entry(text: str, icon: str, keys: str = "", *, on: bool) -> QAction:
            action = menu.addAction(f"{text}\t{keys}" if keys else text)
            if icon:
                icons.put(action, icon)
            action.setEnabled(on)
            return action

        one, some = len(chosen) == 1, bool(chosen)
        entry(
            self.tr("&Restore all settings"), "reset", self.tr("Enter"), on=one
        ).triggered.connect(lambda: tiles.restore_wanted.emit(first))
        star = self.tr("&Star") if unstarred or not some else self.tr("Take the &star away")
        entry(star, "star", self.tr("S"), on=some).triggered.connect(
            lambda: tiles.star_wanted.emit(tiles.names)
        )
        with_now = self.tr("&Compare with the present picture")
        words = with_now if one else self.tr("&Compare by wipe")
        entry(words, "wipe", self.tr("C"), on=len(chosen) in (1, 2)).triggered.connect(
            tiles.compare_wanted
        )
        menu.addSeparator()
        whole = one and bool(self.selected)
        entry(self.tr("Save &picture..."), "save", on=whole).triggered.connect(
            lambda: self.save_wanted.emit(self.selected[0])
        )
        entry(self.tr("Copy p&icture"), "copy", on=whole).triggered.connect(
            lambda: self.copy_wanted.emit(self.selected[0])
        )
        menu.addSeparator()
        entry(self.tr("&Delete"), "delete", self.tr("Delete"), on=some).triggered.connect(
            lambda: tiles.delete_wanted.emit(tiles.names)
        )

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu)
        menu.popup(place)

    def _show_starred(self, alone: bool) -> None:
        self._filter.setFilterFixedString("true" if alone else "")
        icons.put(self.starred, "starred" if alone else "star")
        self.tiles.show_hint(self.tr("No picture is starred.") if alone else self._hint)

    def _on_selection(self) -> None:
        self.compare.setEnabled(len(self.tiles.selectedIndexes()) in (1, 2))
        self.selection_changed.emit()

    def _on_changed(self) -> None:
        self.changed.emit()
