"""Films from the window: what to film is asked for, then drawn and written as a job."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.engine import video
from ganstudio.engine.video import Film as Filmed
from ganstudio.ui import ask
from ganstudio.ui.dialogs.video import VideoDialog
from ganstudio.ui.document import Document
from ganstudio.ui.footage import Footage
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.session import FaceSession
from ganstudio.ui.settings import Settings
from ganstudio.ui.walking import Walking


class Film(QObject):
    """Always exact pictures of what there is when the user asks. `said`: it went well."""

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

    def ask(self) -> None:
        """The dialog for a film."""
        card = self._session.card
        if card is None:
            self.said.emit(self.tr("There is no picture yet."))
            return
        self._walking.stop()
        self._document.settle()
        path = self._walking.frames.path
        footage = Footage(
            self._session.recipe,
            path,
            self._document.history,
            seconds=self._walking.bar.seconds.value(),
        )
        on_path = self._walking.frames.isVisible() and len(path.frames) > 1
        side = self._session.recipe.stage or card.size
        dialog = VideoDialog(footage, side, on_path=on_path, parent=self._window)
        dialog.chosen.connect(partial(self.save, dialog))
        dialog.open()

    def save(self, dialog: VideoDialog) -> None:
        """Ask where to, and film it."""
        recipe = self._session.recipe
        name = f"{recipe.model.name}-{dialog.kind}{dialog.ending}"
        path = ask.path_of_film(self._window, self._settings.export_folder / name, dialog.ending)
        if path is None:
            return
        self._settings.export_folder = path.parent
        steps = partial(
            video.film,
            moments=dialog.moments,
            path=path,
            fps=dialog.fps.value(),
            size=dialog.pixels,
            with_recipe=self._settings.recipe_in_png,
        )
        self._jobs.start(self.tr("Film"), steps, self._on_filmed)

    def _on_filmed(self, film: Filmed) -> None:
        words = self.tr("Saved {path}: {frames} pictures, {seconds:.1f} s, {codec}")
        self.said.emit(
            words.format(
                path=Path(film.path), frames=film.frames, seconds=film.seconds, codec=film.codec
            )
        )
