"""A window with a sheet of pictures: they fill in one by one, and a click opens one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ganstudio.engine.sheets import Sheet, looks
from ganstudio.media.qimage import to_array, to_qimage
from ganstudio.media.sheet import spread
from ganstudio.recipe import Recipe
from ganstudio.ui import icons
from ganstudio.ui.pictures import Pictures
from ganstudio.ui.sheets.feed import Feed, Kept
from ganstudio.ui.sheets.grid import STEP, SheetGrid
from ganstudio.ui.sheets.painting import Painting
from ganstudio.ui.sheets.words import recipe_in_words
from ganstudio.ui.undoing import Undoing
from ganstudio.ui.widgets.section import quiet_label
from ganstudio.ui.words import in_words

SETTLE_MS = 150  # after which what is in view is asked for


class SheetView(QDialog):
    """`opened(recipe)`: a cell was chosen. It asks for pictures as long as it is on the screen."""

    opened = Signal(object)
    save_wanted = Signal()

    def __init__(self, pictures: Pictures, undoing: Undoing, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.feed = Feed(pictures, self)
        self.painting = Painting(self._picture)
        self.grid = SheetGrid(recipe_in_words, self.painting)
        self._places: dict[Recipe, list[int]] = {}  # the cells that look like a recipe
        self._there: dict[int, Kept] = {}  # cell -> its picture
        self._spreads: dict[int, QImage] = {}
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self.above = QVBoxLayout()  # what a kind of sheet has to set
        self.above.setContentsMargins(16, 12, 16, 12)
        self.above.setSpacing(8)
        self.words = quiet_label()
        self.words.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.count = QLabel()
        smaller = icons.button("smaller", self.tr("Smaller pictures (-)"))
        larger = icons.button("larger", self.tr("Larger pictures (+)"))
        fit = icons.button("fit", self.tr("As large as there is room for (0)"))
        self.save = QPushButton(self.tr("Save as picture..."))
        self.save.setToolTip(self.tr("The whole sheet; as PNG it carries the recipe of every cell"))
        self.save.setAutoDefault(False)
        icons.put(self.save, "save")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(8)
        foot.addWidget(self.words, 1)
        for widget in (self.count, smaller, larger, fit, self.save):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.above)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)
        self.resize(1040, 720)
        smaller.clicked.connect(lambda: self.grid.zoom(1 / STEP))
        larger.clicked.connect(lambda: self.grid.zoom(STEP))
        fit.clicked.connect(self.grid.fit)
        self.save.clicked.connect(self.save_wanted)
        self.grid.opened.connect(self._open)
        self.grid.pointed.connect(self._say)
        self.grid.moved.connect(self._settle.start)
        self._settle.timeout.connect(self._ask)
        self.feed.arrived.connect(self._on_arrived)
        self.feed.dropped.connect(self._on_dropped)
        self.feed.refused.connect(self._on_refused)
        for keys, slot in (
            (QKeySequence.StandardKey.Save, self.save.click),
            (QKeySequence.StandardKey.Undo, undoing.back),
            (QKeySequence.StandardKey.Redo, undoing.forward),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def show_sheet(self, sheet: Sheet | None, hint: str = "") -> None:
        """Another sheet; pictures that are there already stay. None: only words."""
        self._spreads.clear()
        self.feed.retry()
        self.grid.show_sheet(sheet, hint)
        self.save.setEnabled(sheet is not None)
        self._places = {}
        for index, cell in enumerate(self._cells()):
            if cell is not None:
                self._places.setdefault(looks(cell), []).append(index)
        known = ((places, self.feed.find(recipe)) for recipe, places in self._places.items())
        self._there = {index: kept for places, kept in known if kept for index in places}
        self.painting.largest = max((kept.size for kept in self._there.values()), default=0)
        self._count()
        self._ask()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._stop()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """By Esc as by the frame's button."""
        self._stop()
        super().done(result)

    def _stop(self) -> None:
        self._settle.stop()
        self.feed.stop()

    def _cells(self) -> tuple[Recipe | None, ...]:
        return self.grid.sheet.layout.cells if self.grid.sheet else ()

    def _ask(self) -> None:
        """For what is in view, then for the rest."""
        if not self.isVisible():
            return
        cells = self._cells()
        seen = (cells[index] for index in self.grid.in_view())
        in_view = dict.fromkeys(looks(cell) for cell in seen if cell is not None)
        rest = [recipe for recipe in self._places if recipe not in in_view]
        self.feed.want(list(in_view), rest)

    def _on_arrived(self, recipe: Recipe) -> None:
        kept = self.feed.find(recipe)
        places = self._places.get(recipe, [])
        if kept is None or self.grid.sheet is None or not places:
            return
        self._there |= dict.fromkeys(places, kept)
        if kept.size > self.painting.largest:  # those before it were of an early stage
            self.painting.largest = kept.size
            self.grid.viewport().update()
        touched = [i for i, others in self.grid.sheet.spreads.items() if {*others} & {*places}]
        for index in touched:
            self._spreads.pop(index, None)
        for index in (*places, *touched):
            self.grid.refresh(index)
        self._count()

    def _on_dropped(self, recipe: Recipe) -> None:
        for index in self._places.get(recipe, []):
            self._there.pop(index, None)

    def _on_refused(self, error: Exception) -> None:
        self.words.setText(in_words(error)[0])

    def _count(self) -> None:
        there, cells = len(self._there), sum(map(len, self._places.values()))
        text = self.tr("{there} of {all}").format(there=there, all=cells)
        self.count.setText(text if there < cells else "")

    def _picture(self, sheet: Sheet, index: int) -> tuple[QImage, int] | None:
        """What a cell shows, once it is there."""
        if index not in sheet.spreads:
            kept = self._there.get(index)
            return (kept.image, kept.size) if kept else None
        if index not in self._spreads:
            there = [self._there.get(i) for i in sheet.spreads[index]]
            images = [to_array(kept.image) for kept in there if kept]
            if len(images) < len(there):
                return None
            self._spreads[index] = to_qimage(spread(images))
        return self._spreads[index], self.painting.largest

    def _open(self, index: int) -> None:
        if (recipe := self._cells()[index]) is not None:
            self.opened.emit(recipe)

    def _say(self, index: int) -> None:
        recipe = self._cells()[index] if 0 <= index < len(self._cells()) else None
        self.words.setText(recipe_in_words(recipe) if recipe else "")
