"""Memory kept for speed goes back to the system when nothing has been drawn for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ganstudio import allocator
from ganstudio.engine.job import Progress, Steps
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.pictures import Pictures

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer

REST_MS = 30_000


class Resting(QObject):
    """Waits for a rest after pictures and jobs; once is enough until there is work again."""

    def __init__(self, jobs: Jobs, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._give_back)
        pictures.arrived.connect(self._work)
        jobs.moved.connect(self._work)

    def stop(self) -> None:
        self._rest.stop()

    def _work(self) -> None:
        self._rest.start()

    def _give_back(self) -> None:
        self._jobs.start(self.tr("Rest"), give_back, self._on_given_back, quiet=True)

    def _on_given_back(self, given: bool) -> None:
        """Nothing to show: the next picture fetches what it needs."""


def give_back(renderer: Renderer) -> Steps:
    """Job: free memory to the system. The result: whether some went back."""
    yield Progress(0, 1)
    return allocator.give_back()
