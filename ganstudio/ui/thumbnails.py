"""Small pictures by recipe: asked for one at a time, while nothing else is to be drawn."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ganstudio.engine.picture import Picture
from ganstudio.media.qimage import to_qimage
from ganstudio.recipe import Recipe
from ganstudio.ui.widgets.smooth import enlarged, shrunk

SIDE = 96  # px
MOST = 1024  # kept, and a path has as many; those not looked at for longest go first


class Thumbnails(QObject):
    """Connect `wanted` to `Pictures.ask(..., later=True)` and `take` to its answers."""

    wanted = Signal(str, object)  # key, recipe: please draw it once nothing else is to be drawn
    changed = Signal()  # another one is there

    def __init__(self, key: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._kept: OrderedDict[Recipe, QImage] = OrderedDict()
        self._waiting: list[Recipe] = []
        self._asked: Recipe | None = None
        self._held = False
        self.ms = 0.0  # that the last one took

    def of(self, recipe: Recipe) -> QImage | None:
        """The picture, `SIDE` pixels wide and high; None where it has not been drawn yet."""
        if recipe not in self._kept:
            return None
        self._kept.move_to_end(recipe)
        return self._kept[recipe]

    def want(self, recipes: Sequence[Recipe]) -> None:
        """These are needed, in this order, and no others any more."""
        self._waiting = [r for r in recipes if r not in self._kept and r != self._asked]
        self._ask()

    def hold(self, on: bool) -> None:
        """Ask for nothing meanwhile: something moves, and needs the time."""
        self._held = on
        self._ask()

    def take(self, key: str, picture: Picture) -> None:
        """A picture arrived, perhaps one that was asked for here."""
        if key == self._key and picture.exact and picture.recipe == self._asked:
            self._asked, self.ms = None, picture.ms
            self._keep(picture)
            self._ask()
            self.changed.emit()

    def give_up(self, key: str) -> None:
        """Its picture failed: ask for no more of them until they are wanted again."""
        if key == self._key:
            self._asked, self._waiting = None, []

    def _keep(self, picture: Picture) -> None:
        image = to_qimage(picture.pixels)
        large = enlarged(image) if image.width() < SIDE else image
        self._kept[picture.recipe] = shrunk(large, SIDE, SIDE)
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)

    def _ask(self) -> None:
        if self._asked is None and self._waiting and not self._held:
            self._asked = self._waiting.pop(0)
            self.wanted.emit(self._key, self._asked)
