"""Exports from the window: save, copy, grid of seeds; drawn and written as jobs."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ganstudio.engine import export
from ganstudio.engine.job import Progress, Steps
from ganstudio.engine.picture import Picture
from ganstudio.media.files import encode, save_picture
from ganstudio.media.qimage import to_qimage
from ganstudio.recipe import FaceRecipe, Recipe
from ganstudio.ui import ask
from ganstudio.ui.dialogs.seed_grid import SeedGrid
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.session import FaceSession
from ganstudio.ui.settings import Settings

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer


class Export(QObject):
    """Always the exact picture of the recipe as it is when the user asks. `said`: it went well."""

    said = Signal(str)
    exported = Signal(object)  # FaceRecipe: it was saved or copied

    def __init__(
        self, jobs: Jobs, settings: Settings, session: FaceSession, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._session = session
        self._window = parent

    def save(self) -> None:
        """Ask where to and write the picture; a PNG carries its recipe unless the user minds."""
        if self._can:
            self.save_recipe(self._session.recipe)

    def save_recipe(self, recipe: FaceRecipe) -> None:
        """The same for any picture, say a kept one."""
        if path := self._path(f"{recipe.model.name}-{recipe.a.seed}.png"):
            with_recipe = self._settings.recipe_in_png
            steps = partial(save, recipe=recipe, path=path, with_recipe=with_recipe)
            self._jobs.start(self.tr("Saving"), steps, partial(self._on_one_saved, recipe))

    def copy(self) -> None:
        """The picture to the clipboard, as a PNG with its recipe for those who can read it."""
        if self._can:
            self.copy_recipe(self._session.recipe)

    def copy_recipe(self, recipe: FaceRecipe) -> None:
        """The same for any picture, say a kept one."""
        with_recipe = self._settings.recipe_in_png
        steps = partial(render, recipe=recipe, with_recipe=with_recipe)
        self._jobs.start(self.tr("Copying"), steps, self._on_rendered)

    def ask_grid(self) -> None:
        """The dialog for a grid of seeds."""
        if self._can and (card := self._session.card):
            dialog = SeedGrid(self._session.recipe.a.seed, card.size, self._window)
            dialog.chosen.connect(self.save_grid)
            dialog.open()

    def save_grid(self, seeds: range, columns: int, suffix: str) -> None:
        """Ask where to and draw the grid."""
        recipe = self._session.recipe
        if path := self._path(f"{recipe.model.name}-{seeds[0]}-to-{seeds[-1]}{suffix}"):
            steps = partial(
                export.seed_grid,
                recipe=recipe,
                seeds=seeds,
                columns=columns,
                path=path,
                with_recipe=self._settings.recipe_in_png,
            )
            self._jobs.start(self.tr("Grid of seeds"), steps, self._on_saved)

    def put_recipe_inside(self, on: bool) -> None:
        """Whether PNG files and the clipboard carry the recipe from now on."""
        self._settings.recipe_in_png = on

    @property
    def _can(self) -> bool:
        """Whether there is a picture to export; where there is none yet, that is said."""
        if self._session.card is None:
            self.said.emit(self.tr("There is no picture yet."))
        return self._session.card is not None

    def _path(self, name: str) -> Path | None:
        path = ask.path_to_save(
            self._window,
            self._settings.export_folder / name,
            with_recipe=self._settings.recipe_in_png,
        )
        if path:
            self._settings.export_folder = path.parent
        return path

    def _on_one_saved(self, recipe: FaceRecipe, path: Path) -> None:
        self._on_saved(path)
        self.exported.emit(recipe)

    def _on_saved(self, path: Path) -> None:
        self.said.emit(self.tr("Saved {}").format(path))

    def _on_rendered(self, result: tuple[Picture, bytes]) -> None:
        picture, content = result
        mime = QMimeData()
        mime.setImageData(to_qimage(picture.pixels))
        mime.setData("image/png", content)
        QGuiApplication.clipboard().setMimeData(mime)
        self.said.emit(self.tr("The picture is in the clipboard."))
        self.exported.emit(picture.recipe)


def save(renderer: Renderer, recipe: Recipe, path: Path, *, with_recipe: bool) -> Steps:
    """Job: one exact picture to a file. The result: its path."""
    yield Progress(0, 1, path.name)
    pixels = renderer.render(recipe).pixels
    return save_picture(path, pixels, recipe=recipe if with_recipe else None)


def render(renderer: Renderer, recipe: Recipe, *, with_recipe: bool) -> Steps:
    """Job: one exact picture, and the bytes of a PNG of it."""
    yield Progress(0, 1)
    picture = renderer.render(recipe)
    return picture, encode(picture.pixels, "PNG", recipe=recipe if with_recipe else None)
