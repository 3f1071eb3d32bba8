"""Files are written by a thread of their own, in order: a slow disk does not hold up the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

Done = Callable[[Any], None]


class Disk(QObject):
    """`do(work, done)`: `work()` on the thread, then `done(result)` here. `failed(error)`."""

    failed = Signal(object)
    _ended = Signal(object, object)  # done, Future: from the thread to here

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._closed = False
        self._ended.connect(self._on_ended)

    def do(self, work: Callable[[], Any], done: Done = lambda _: None) -> None:
        """Queue work that waits for the disk. Returns at once."""
        if self._closed:
            return
        if self._pool is None:  # no thread before there is something to do
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="disk")
        self._pool.submit(work).add_done_callback(partial(self._ended.emit, done))

    def close(self) -> None:
        """Wait until all is written; what comes later is not."""
        self._closed = True
        if self._pool:
            self._pool.shutdown()
            self._pool = None

    def _on_ended(self, done: Done, future: Future[Any]) -> None:
        error = future.exception()
        if error is None:
            done(future.result())
        elif not self._closed:
            self.failed.emit(error)
