"""Latents from and to files: the face as it is, the key frames, or faces made elsewhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.engine import latents
from ganstudio.engine.job import Progress, Steps
from ganstudio.latent.paths import MOST_FRAMES
from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe, Interpolation, Source
from ganstudio.ui import ask
from ganstudio.ui.document import Document
from ganstudio.ui.faces.paths.edits import recipes_as_path
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.session import FaceSession
from ganstudio.ui.settings import Settings
from ganstudio.ui.walking import Walking

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer


class Latents(QObject):
    """A single one becomes source A, several become key frames. `said`: it went well."""

    said = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        settings: Settings,
        session: FaceSession,
        document: Document,
        walking: Walking,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._session = session
        self._document = document
        self._walking = walking
        self._window = parent

    def save(self) -> None:
        """The latent of the picture as it is now."""
        recipe = self._session.recipe
        self._save([recipe], latents.name_of(recipe))

    def save_frames(self) -> None:
        """The latents of all key frames, in order."""
        frames = self._walking.frames.path.frames
        if frames:
            recipes = [frame.recipe for frame in frames]
            self._save(recipes, f"{recipes[0].model.name}-frames")
        else:
            self.said.emit(self.tr("There are no key frames yet."))

    def ask(self) -> None:
        """The dialog for latents to open."""
        if path := ask.latents_to_open(self._window, self._settings.open_folder):
            self._settings.open_folder = path.parent
            self.open(path)

    def open(self, path: Path) -> None:
        """Take the faces in a file, if they belong to the model that is open."""
        card = self._session.card
        if card is None:
            self.said.emit(self.tr("Open the model first that the latents belong to."))
            return
        self._jobs.start(self.tr("Opening"), partial(read, path=path, card=card), self._on_read)

    def _save(self, recipes: list[FaceRecipe], name: str) -> None:
        if self._session.card is None:
            self.said.emit(self.tr("There is no picture yet."))
            return
        folder = self._settings.export_folder
        if path := ask.path_of_latents(self._window, folder / f"{name}.npy"):
            self._settings.export_folder = path.parent
            steps = partial(latents.save, moments=recipes, path=path)
            self._jobs.start(self.tr("Saving"), steps, self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self.said.emit(self.tr("Saved {}").format(path))

    def _on_read(self, sources: list[Source]) -> None:
        recipes = [alone(self._session.recipe, source) for source in sources[:MOST_FRAMES]]
        words = self.tr("Open latents")
        if len(recipes) > 1:
            seconds = float(len(recipes) - 1)
            self._walking.take_path(recipes_as_path(recipes, seconds), words)
            self.said.emit(self.tr("{} latents are key frames now.").format(len(recipes)))
        self._document.load(recipes[0], words)


def read(renderer: Renderer, path: Path, card: Card) -> Steps:
    """Job: the latents of a file as sources, for a model."""
    yield Progress(0, 0, path.name)
    return latents.read(path, card)


def alone(recipe: FaceRecipe, source: Source) -> FaceRecipe:
    """The face by itself: a latent has been mixed and moved already when it was saved."""
    return replace(recipe, a=source, mix=(), offsets=(), interpolation=Interpolation())
