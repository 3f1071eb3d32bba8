"""One thread owns the renderer and the device; for pictures the newest request wins."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance

from ganstudio.engine.job import Job, Steps
from ganstudio.engine.memory import in_words
from ganstudio.recipe import Drawable

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer


@dataclass(frozen=True, eq=False)
class Request:
    """A picture somebody wants: `key` says who (a tab). `preview`: a cheap one may come first."""

    key: str
    recipe: Drawable
    preview: bool = True


class Worker(QThread):
    """Serves pictures between the steps of jobs, so a slider answers within one step.

    `make_renderer` runs on this thread: that is where torch is imported.

    Connect the signals to bound methods of QObjects: a lambda or a free function would run on this
    thread.
    """

    up = Signal(str)  # the renderer is there; its device in words
    ready = Signal(object, object)  # Request, Picture: a preview or the exact one
    failed = Signal(object, object)  # Request, Exception
    job_moved = Signal(object, object)  # Job, Progress
    job_done = Signal(object, object)  # Job, its result
    job_failed = Signal(object, object)  # Job, Exception
    job_cancelled = Signal(object)  # Job

    def __init__(
        self, make_renderer: Callable[[], Renderer], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_renderer = make_renderer
        self._waiting: dict[str, Request] = {}
        self._jobs: deque[Job] = deque()
        self._running: tuple[Job, Steps] | None = None
        self._cancelled: set[Job] = set()
        self._wake = threading.Condition()
        self._closing = False

    def submit(self, request: Request) -> None:
        """Ask for a picture; replaces what the same key still waits for. Returns at once."""
        with self._wake:
            self._waiting[request.key] = request
            self._wake.notify()

    def start_job(self, job: Job) -> None:
        """Queue long work; jobs run one after the other. Returns at once."""
        with self._wake:
            self._jobs.append(job)
            self._wake.notify()

    def cancel(self, job: Job) -> None:
        """Stop a job at its next step, or take it from the queue. Returns at once."""
        with self._wake:
            self._cancelled.add(job)
            self._wake.notify()

    def close(self) -> None:
        """Stop after the current step and wait for the thread; call it before the program ends."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self.wait()

    def run(self) -> None:
        try:
            renderer = self._make_renderer()
        except Exception as error:  # torch may be broken; whoever asks for something is told so
            self._refuse(error)
            return
        self.up.emit(renderer.device)
        while (task := self._next()) is not None:
            if isinstance(task, Request):
                self._draw(renderer, task)
            else:
                self._advance(renderer)
        if self._running:
            self._running[1].close()

    def _refuse(self, error: Exception) -> None:
        """Answer everything with the error that kept the renderer from being made."""
        while (task := self._next()) is not None:
            if isinstance(task, Request):
                self.failed.emit(task, error)
            else:
                self._jobs.popleft()
                self.job_failed.emit(task, error)

    def _next(self) -> Request | Job | None:
        """Pictures first, then one step of the job; None when closing."""
        with self._wake:
            self._wake.wait_for(
                lambda: self._closing or self._waiting or self._jobs or self._running
            )
            if self._closing:
                return None
            if self._waiting:
                # what a hand moves (with a preview) before what can wait, such as thumbnails
                first = min(self._waiting.values(), key=lambda request: not request.preview)
                return self._waiting.pop(first.key)
            return self._running[0] if self._running else self._jobs[0]

    def _draw(self, renderer: Renderer, request: Request) -> None:
        shown = False

        def stale() -> bool:
            # what was begun gives at least one picture: else a drag that asks more often than one
            # can be drawn would show nothing until it ends
            return self._closing or (shown and request.key in self._waiting)

        try:
            for picture in renderer.pictures(request.recipe, preview=request.preview, stale=stale):
                self.ready.emit(request, picture)
                shown = True
        except Exception as error:  # the thread outlives any one picture
            self.failed.emit(request, error)

    def _advance(self, renderer: Renderer) -> None:
        """One step of the running job, or the start of the next."""
        with self._wake:
            if self._running is None:
                job = self._jobs.popleft()
                fresh = True
            else:
                job, fresh = self._running[0], False
            cancelled = job in self._cancelled
            self._cancelled.discard(job)
        try:
            if fresh:
                if cancelled:
                    self.job_cancelled.emit(job)
                    return
                self._running = (job, job.steps(renderer))
            assert self._running is not None
            steps = self._running[1]
            if cancelled:
                self._running = None
                steps.close()
                self.job_cancelled.emit(job)
                return
            self.job_moved.emit(job, next(steps))
        except StopIteration as end:
            self._running = None
            self._end(job, self.job_done, end.value)
        except Exception as error:
            self._running = None
            self._end(job, self.job_failed, in_words(error, task=job.name))

    def _end(self, job: Job, said: SignalInstance, what: object) -> None:
        """A job that was cancelled during its last step counts as cancelled, however it ended."""
        with self._wake:
            cancelled = job in self._cancelled
            self._cancelled.discard(job)
        if cancelled:
            self.job_cancelled.emit(job)
        else:
            said.emit(job, what)
