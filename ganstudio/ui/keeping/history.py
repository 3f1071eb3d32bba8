"""Keeping pictures, and what is done with those that are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from ganstudio.engine.job import Progress, Steps
from ganstudio.engine.picture import Picture
from ganstudio.errors import StudioError
from ganstudio.media import kept as files
from ganstudio.media.kept import Kept
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.document import Document
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.keeping.disk import Disk
from ganstudio.ui.keeping.shelf import Shelf
from ganstudio.ui.keeping.steps import DeleteStep, StarStep
from ganstudio.ui.keeping.strip import HistoryStrip
from ganstudio.ui.session import FaceSession

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer


class History(QObject):
    """The shelf of kept pictures, its strip, and their steps in the document's undo stack.

    Keeping is no step: it only adds, and a step would forget what was undone before it. A picture
    of the same recipe is not kept twice.
    """

    said = Signal(str)
    failed = Signal(object)  # StudioError
    restore_wanted = Signal(object)  # FaceRecipe
    changed = Signal()
    selection_changed = Signal()

    def __init__(
        self,
        folder: Path,
        document: Document,
        session: FaceSession,
        jobs: Jobs,
        disk: Disk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._document = document
        self._session = session
        self._jobs = jobs
        self._disk = disk
        self.playing: Callable[[], bool] = bool  # whether the screen shows a moment on some way
        self._shown: Picture | None = None
        self._coming: set[str] = set()  # keys of those that are being written
        self._undrawn: dict[str, FaceRecipe] = {}  # those that wait for their picture
        self.shelf = Shelf(self)
        self.strip = HistoryStrip(self.shelf)
        tiles = self.strip.tiles
        tiles.restore_wanted.connect(self.restore)
        tiles.star_wanted.connect(self.star)
        tiles.delete_wanted.connect(self.delete)
        self.strip.keep_wanted.connect(self.keep_present)
        self.strip.changed.connect(self.changed)
        self.strip.selection_changed.connect(self.selection_changed)
        session.picture_shown.connect(self._on_shown)

    @property
    def kept(self) -> list[Kept]:
        """All kept pictures, the newest first."""
        return self.shelf.kept

    @property
    def selected(self) -> list[FaceRecipe]:
        """The recipes of the pictures that are selected in the strip, from left to right."""
        return self.strip.selected

    @property
    def shown(self) -> Picture | None:
        """The picture on the screen."""
        return self._shown

    def begin(self) -> None:
        """Find what was kept before, and really remove what was deleted before."""
        self._disk.do(partial(files.empty, self._folder))
        self._disk.do(partial(files.listed, self._folder), self.shelf.show)

    def keep_present(self) -> None:
        """Keep the picture of the recipe as it is now; of what plays, the one on the screen."""
        if self._session.card is None:
            self.said.emit(self.tr("There is no picture yet."))
            return
        moving = self._shown if self.playing() else None
        recipe = moving.recipe if moving and moving.exact else self._session.recipe
        if known := self.shelf.with_key(files.key_of(recipe)):
            self.strip.bring_into_view(known, choose=True)
            self.said.emit(self.tr("This picture is kept already."))
        elif self.strip.starred.isChecked():
            self.said.emit(self.tr("Kept; the strip shows starred pictures alone."))
        else:
            self.said.emit(self.tr("Kept."))
        self.keep(recipe)

    def keep(self, recipe: FaceRecipe) -> None:
        """Keep a picture, where it is not kept yet; drawn first, unless it is on the screen."""
        key = files.key_of(recipe)
        if key in self._coming or self.shelf.with_key(key):
            return
        self._coming.add(key)
        shown = self._shown
        if shown and shown.exact and shown.recipe == recipe:
            self._write(recipe, key, shown.pixels)
        else:
            self._undrawn[key] = recipe
            self._jobs.start(
                self.tr("Keeping"),
                partial(draw, recipe=recipe),
                partial(self._write, recipe, key),
                ended=partial(self._on_drawn, key),
                quiet=True,
            )

    def keep_unseen(self, recipe: FaceRecipe) -> None:
        """Keep a recipe that cannot be drawn here, say because its model is missing."""
        key = files.key_of(recipe)
        if not self.shelf.with_key(key):
            self._write(recipe, key, None)

    def stop(self) -> None:
        """What nobody will draw any more is kept without a picture."""
        for recipe in list(self._undrawn.values()):
            self.keep_unseen(recipe)

    def restore(self, one: Kept) -> None:
        """All settings of a kept picture, as one undo step."""
        try:
            self.restore_wanted.emit(one.recipe)
        except StudioError as error:
            self.failed.emit(error)

    def star(self, names: list[str]) -> None:
        """Star these, or take their stars away where all of them have one."""
        found = [one for one in map(self.shelf.find, names) if one]
        on = not all(one.starred for one in found)
        words = self.tr("Star") if on else self.tr("Take star away")
        if found:
            self._push(StarStep(words, self.failed.emit, self.shelf, names, on=on))

    def delete(self, names: list[str]) -> None:
        """Away, until undo or the next start."""
        one = len(names) == 1
        words = self.tr("Delete kept picture") if one else self.tr("Delete kept pictures")
        if names:
            self._push(DeleteStep(words, self.failed.emit, self.shelf, names))
            self.said.emit(self.tr("Deleted; undo brings it back until the next start."))

    def star_selected(self) -> None:
        self.star(self.strip.tiles.names)

    def delete_selected(self) -> None:
        self.delete(self.strip.tiles.names)

    def _push(self, step: StarStep | DeleteStep) -> None:
        self._document.settle()  # what is still moving is a step before this one
        self._document.undo.push(step)

    def _write(self, recipe: FaceRecipe, key: str, pixels: np.ndarray | None) -> None:
        self._coming.add(key)
        work = partial(self._keep, recipe, key, pixels, datetime.now(UTC))
        self._disk.do(work, self._on_kept)

    def _keep(
        self, recipe: FaceRecipe, key: str, pixels: np.ndarray | None, when: datetime
    ) -> Kept:
        """On the disk's thread."""
        try:
            return files.keep(self._folder, recipe, pixels, when)
        except StudioError:
            self._coming.discard(key)
            raise

    def _on_kept(self, one: Kept) -> None:
        self._coming.discard(one.key)
        self.shelf.add(one)
        self.strip.bring_into_view(one)

    def _on_drawn(self, key: str) -> None:
        self._coming.discard(key)
        self._undrawn.pop(key, None)

    def _on_shown(self, picture: Picture) -> None:
        self._shown = picture


def draw(renderer: Renderer, recipe: FaceRecipe) -> Steps:
    """Job: the exact picture of a recipe. The result: its pixels."""
    yield Progress(0, 1)
    return renderer.render(recipe).pixels
