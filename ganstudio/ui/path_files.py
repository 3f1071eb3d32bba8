"""Key-frame paths from and to files."""

from __future__ import annotations

from functools import partial
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.atomic import new_file
from ganstudio.engine.job import Progress, Steps
from ganstudio.engine.opening import OpenedPath
from ganstudio.latent.paths import Path, to_json
from ganstudio.ui import ask
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.session import FaceSession
from ganstudio.ui.settings import Settings
from ganstudio.ui.walking import Walking

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer


class PathFiles(QObject):
    """Opening goes the way of all files; `show` then takes what was found. `said`: it is saved."""

    said = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        settings: Settings,
        session: FaceSession,
        walking: Walking,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._session = session
        self._walking = walking
        self._window = parent

    def save(self) -> None:
        """Ask where to, and write the key frames as JSON."""
        path = self._walking.frames.path
        if not path.frames:
            self.said.emit(self.tr("There are no key frames yet."))
            return
        name = f"{path.frames[0].recipe.model.name}-path.json"
        if target := ask.path_of_path(self._window, self._settings.export_folder / name):
            self._settings.export_folder = target.parent
            steps = partial(save, path=path, target=target)
            self._jobs.start(self.tr("Saving"), steps, self._on_saved)

    def show(self, opened: OpenedPath) -> None:
        """The key frames of a file in place of those there are, as one undo step."""
        for model in opened.models:
            self._session.know(model)
        self._walking.take_path(opened.path, self.tr("Open key frames"))

    def _on_saved(self, target: FilePath) -> None:
        self.said.emit(self.tr("Saved {}").format(target))


def save(renderer: Renderer, path: Path, target: FilePath) -> Steps:
    """Job: a path to a file. The result: the file."""
    yield Progress(0, 1, target.name)
    with new_file(target) as file:
        file.write(to_json(path).encode())
    return target
