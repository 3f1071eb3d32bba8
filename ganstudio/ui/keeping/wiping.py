"""Comparing two kept pictures, or one with the present picture, by a wipe over the canvas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ganstudio.engine.picture import Picture
from ganstudio.errors import StudioError
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.faces.tab import FacesTab
from ganstudio.ui.keeping.history import History
from ganstudio.ui.keeping.words import settings_of
from ganstudio.ui.pictures import Pictures
from ganstudio.ui.session import FaceSession
from ganstudio.ui.widgets.wipe import Wipe

KEYS = ("wipe left", "wipe right")


class Wiping(QObject):
    """Asks for both pictures exactly; the present one stays present while its sliders move."""

    said = Signal(str)
    failed = Signal(object)  # StudioError

    def __init__(
        self,
        tab: FacesTab,
        history: History,
        session: FaceSession,
        pictures: Pictures,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas = tab.canvas
        self._document = tab.document
        self._history = history
        self._session = session
        self._pictures = pictures
        self._wanted: list[FaceRecipe] = []  # as KEYS; those that are not present ones
        self._with_present = False
        self.wipe = Wipe(tab.canvas)
        self.wipe.leave_wanted.connect(self.leave)
        history.strip.tiles.compare_wanted.connect(self.compare_selected)
        pictures.arrived.connect(self._on_arrived)
        pictures.refused.connect(self._on_refused)
        session.picture_shown.connect(self._on_present)
        tab.document.changed.connect(self._on_changed)

    @property
    def on(self) -> bool:
        return not self.wipe.isHidden()

    def compare_selected(self) -> None:
        """The two pictures that are selected, or the one and the present picture."""
        chosen = self._history.strip.chosen
        if self._session.card is None or len(chosen) not in (1, 2):
            self.said.emit(
                self.tr("Choose one or two kept pictures first: Ctrl and a click in the strip.")
            )
            return
        try:
            self.compare([one.recipe for one in chosen])
        except StudioError as error:
            self.failed.emit(error)

    def compare(self, recipes: Sequence[FaceRecipe]) -> None:
        """Two recipes; or one, left of the present picture."""
        self._wanted = list(recipes)
        self._with_present = len(recipes) == 1
        titles = [settings_of(recipe) for recipe in recipes]
        if len({recipe.model.name for recipe in [*recipes, self._document.recipe]}) > 1:
            titles = [
                f"{title} · {recipe.model.name}"
                for title, recipe in zip(titles, recipes, strict=True)
            ]
        self.wipe.begin(titles[0], self.tr("Now") if self._with_present else titles[1])
        for key, recipe in zip(KEYS, recipes, strict=False):
            self._pictures.ask(key, recipe, later=True)
        if self._with_present and (shown := self._history.shown):
            self._on_present(shown)

    def leave(self) -> None:
        """Back to the canvas alone."""
        if self.on:
            self.wipe.hide()
            self._wanted = []
            self._canvas.setFocus()

    def _on_arrived(self, key: str, picture: Picture) -> None:
        if self.on and key in KEYS[: len(self._wanted)]:
            side = KEYS.index(key)
            if picture.recipe == self._wanted[side]:
                self.wipe.show_pixels(side, picture.pixels)

    def _on_refused(self, key: str) -> None:
        if key in KEYS:
            self.leave()

    def _on_present(self, picture: Picture) -> None:
        if self.on and self._with_present:
            self.wipe.show_pixels(1, picture.pixels)

    def _on_changed(self) -> None:
        """What the user changes they want to see."""
        if self.on and not self._with_present:
            self.leave()
