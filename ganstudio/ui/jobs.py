"""Long work as the window sees it: started by name, its result handed to whoever asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ganstudio.engine.job import Job, Progress, Steps
from ganstudio.engine.worker import Worker

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer


@dataclass(frozen=True)
class Order:
    """Who waits for a job: `done` for its result, `ended` even where there is none.

    `quiet` work is neither shown nor cancelled by the user.
    """

    done: Callable[[Any], None]
    ended: Callable[[], None]
    quiet: bool


class Jobs(QObject):
    """Relays the worker's job signals to the GUI thread; `done(result)` is called there."""

    moved = Signal(str, object)  # name, Progress: of the job that runs
    rested = Signal()  # no job is left that the user would see
    failed = Signal(object)  # Exception

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._orders: dict[Job, Order] = {}
        worker.job_moved.connect(self._on_moved)
        worker.job_done.connect(self._on_done)
        worker.job_failed.connect(self._on_failed)
        worker.job_cancelled.connect(self._on_cancelled)

    def start(
        self,
        name: str,
        steps: Callable[[Renderer], Steps],
        done: Callable[[Any], None],
        *,
        ended: Callable[[], None] = lambda: None,
        quiet: bool = False,
    ) -> None:
        """Queue work under a name that the user reads. Returns at once."""
        job = Job(name, steps)
        self._orders[job] = Order(done, ended, quiet)
        self._worker.start_job(job)
        if not quiet:
            self.moved.emit(name, Progress(0, 0))

    def cancel(self) -> None:
        """Stop everything that the user sees running or waiting."""
        for job, order in self._orders.items():
            if not order.quiet:
                self._worker.cancel(job)

    @property
    def running(self) -> bool:
        """Whether there is work that the user sees."""
        return any(not order.quiet for order in self._orders.values())

    def _on_moved(self, job: Job, progress: Progress) -> None:
        if job in self._orders and not self._orders[job].quiet:
            self.moved.emit(job.name, progress)

    def _on_done(self, job: Job, result: Any) -> None:
        if order := self._end(job):
            order.done(result)

    def _on_failed(self, job: Job, error: Exception) -> None:
        if self._end(job):
            self.failed.emit(error)

    def _on_cancelled(self, job: Job) -> None:
        self._end(job)

    def _end(self, job: Job) -> Order | None:
        order = self._orders.pop(job, None)
        if order:
            order.ended()
        if not self.running:
            self.rested.emit()
        return order
