"""A batch of seeds: many pictures into a folder, each under its own name."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.atomic import in_words
from ganstudio.engine import export
from ganstudio.engine.job import Steps
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.dialogs.batch import BatchDialog
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.session import FaceSession
from ganstudio.ui.settings import Settings

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer


class Batch(QObject):
    """Everything but the seed of A as it is set now. `said`: it went well."""

    said = Signal(str)

    def __init__(
        self, jobs: Jobs, settings: Settings, session: FaceSession, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._session = session
        self._window = parent

    def ask(self) -> None:
        """The dialog for a batch."""
        if self._session.card is None:
            self.said.emit(self.tr("There is no picture yet."))
            return
        dialog = BatchDialog(
            self._session.recipe, self._settings.export_folder, parent=self._window
        )
        dialog.chosen.connect(partial(self.save, dialog))
        dialog.open()

    def save(self, dialog: BatchDialog) -> None:
        """Draw and write them all."""
        self._settings.export_folder = dialog.target.parent
        steps = partial(
            fill,
            folder=dialog.target,
            recipes=dialog.recipes,
            paths=dialog.paths,
            with_recipe=self._settings.recipe_in_png,
        )
        self._jobs.start(self.tr("Batch of seeds"), steps, self._on_saved)

    def _on_saved(self, paths: list[Path]) -> None:
        words = self.tr("Saved {count} pictures in {folder}")
        self.said.emit(words.format(count=len(paths), folder=paths[0].parent))


def fill(
    renderer: Renderer,
    folder: Path,
    recipes: Sequence[FaceRecipe],
    paths: Sequence[Path],
    *,
    with_recipe: bool,
) -> Steps:
    """Job: pictures into a folder, which is made where there is none. The result: their paths.

    What is there already when it is cancelled stays: each picture is whole.
    """
    made = not folder.exists()
    with in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        return (yield from export.pictures(renderer, recipes, paths, with_recipe=with_recipe))
    finally:
        if made:
            with suppress(OSError):  # it holds pictures
                folder.rmdir()
