"""What leaves the window beside single pictures: films, batches of seeds, latents, paths."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.ui.batch import Batch
from ganstudio.ui.faces.tab import FacesTab
from ganstudio.ui.film import Film
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.latents import Latents
from ganstudio.ui.path_files import PathFiles
from ganstudio.ui.session import FaceSession
from ganstudio.ui.settings import Settings
from ganstudio.ui.walking import Walking


class Exports(QObject):
    """Each part asks what and where to, and does it as a job. `said`: it went well."""

    said = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        settings: Settings,
        session: FaceSession,
        tab: FacesTab,
        walking: Walking,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        document = tab.document
        self.film = Film(jobs, settings, session, document, walking, parent)
        self.batch = Batch(jobs, settings, session, parent)
        self.latents = Latents(jobs, settings, session, document, walking, parent)
        self.paths = PathFiles(jobs, settings, session, walking, parent)
        for part in (self.film, self.batch, self.latents, self.paths):
            part.said.connect(self.said)
