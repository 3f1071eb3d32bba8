"""The pictures of a sheet: asked for one at a time, those in view first, and kept."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ganstudio.engine.picture import Picture
from ganstudio.media.qimage import to_qimage
from ganstudio.recipe import ModelRef, Recipe
from ganstudio.ui.pictures import Pictures
from ganstudio.ui.widgets.smooth import shrunk

LARGEST = 512  # px: of what is kept, more than a cell shows
MOST_BYTES = 256 << 20
NUMBERS = itertools.count()  # every sheet asks under a key of its own


@dataclass(frozen=True, eq=False)
class Kept:
    """A picture as it is kept; `size` is how large it was drawn."""

    image: QImage
    size: int


class Feed(QObject):
    """One request at a time, so that jobs and whatever a hand moves get their turn in between."""

    arrived = Signal(object)  # Recipe: its picture is there
    dropped = Signal(object)  # Recipe: its picture had to make room
    refused = Signal(object)  # Exception

    def __init__(self, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._key = f"sheet {next(NUMBERS)}"
        self._kept: OrderedDict[Recipe, Kept] = OrderedDict()
        self._bytes = 0
        self._first: list[Recipe] = []  # in view
        self._rest: list[Recipe] = []
        self._asked: Recipe | None = None
        self._bad: set[ModelRef] = set()  # models that could not draw
        pictures.arrived.connect(self._on_arrived)
        pictures.refused.connect(self._on_refused)

    def want(self, in_view: Sequence[Recipe], rest: Sequence[Recipe]) -> None:
        """These are wanted from now on, and no others; what is there already is not drawn again."""
        for recipe in in_view:
            if recipe in self._kept:
                self._kept.move_to_end(recipe)
        self._first = [recipe for recipe in in_view if recipe not in self._kept]
        self._rest = [recipe for recipe in rest if recipe not in self._kept]
        self._ask()

    def stop(self) -> None:
        """Ask for nothing more."""
        self._first, self._rest = [], []

    def retry(self) -> None:
        """Models that could not draw may be asked again, say since the user chose them anew."""
        self._bad.clear()

    def find(self, recipe: Recipe) -> Kept | None:
        """The picture of a recipe, if it is there."""
        return self._kept.get(recipe)

    def _ask(self) -> None:
        if self._asked is not None:
            return
        for waiting in (self._first, self._rest):
            if waiting is self._rest and not self._has_room:
                return  # what is not seen would push out what is
            while waiting:
                recipe = waiting.pop(0)
                if recipe not in self._kept and recipe.model not in self._bad:
                    self._asked = recipe
                    self._pictures.ask(self._key, recipe, later=True)
                    return

    @property
    def _has_room(self) -> bool:
        """Whether one more, as large as those before it, would push out none of them."""
        return self._bytes + self._bytes // max(len(self._kept), 1) <= MOST_BYTES

    def _on_arrived(self, key: str, picture: Picture) -> None:
        if key != self._key or self._asked is None:
            return
        recipe, self._asked = self._asked, None
        self._keep(recipe, picture)
        self.arrived.emit(recipe)
        self._ask()

    def _on_refused(self, key: str, error: Exception) -> None:
        if key != self._key or self._asked is None:
            return
        self._bad.add(self._asked.model)
        self._asked = None
        self.refused.emit(error)
        self._ask()

    def _keep(self, recipe: Recipe, picture: Picture) -> None:
        image = to_qimage(picture.pixels)
        size = image.width()
        if size > LARGEST:
            image = shrunk(image, LARGEST, LARGEST * image.height() // size)
        self._kept[recipe] = Kept(image, size)
        self._bytes += image.sizeInBytes()
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            oldest, old = self._kept.popitem(last=False)
            self._bytes -= old.image.sizeInBytes()
            self.dropped.emit(oldest)
