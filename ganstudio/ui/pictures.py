"""Pictures as the window sees them: asked for by key, shown only while they are still wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ganstudio.engine.picture import Picture
from ganstudio.engine.worker import Request, Worker
from ganstudio.recipe import Drawable


class Pictures(QObject):
    """Relays between tabs and worker.

    While a slider moves, a picture that is a few requests old is still worth showing; one of
    another model is not. Those asked for with `later` wait until all others are there.
    """

    arrived = Signal(str, object)  # key, Picture
    answered = Signal(str)  # the exact picture that this key asked for last has arrived
    failed = Signal(object)  # Exception
    refused = Signal(str, object)  # key, Exception: the same, for those who wait for this key
    busy = Signal(bool)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._newest: dict[str, Request] = {}
        self._open: set[str] = set()  # keys whose newest request has no exact picture yet
        self._later: dict[str, Request] = {}
        worker.ready.connect(self._on_ready)
        worker.failed.connect(self._on_failed)

    def ask(self, key: str, recipe: Drawable, *, later: bool = False) -> None:
        """Ask for a picture; replaces what the same key asked before. Returns at once."""
        request = Request(key, recipe, preview=not later)
        self._newest[key] = request
        if later:
            self._later[key] = request
            self._send_later()
            return
        if not self._open:
            self.busy.emit(True)
        self._open.add(key)
        self._worker.submit(request)

    def _on_ready(self, request: Request, picture: Picture) -> None:
        newest = self._newest.get(request.key)
        if newest is None or request.recipe.model != newest.recipe.model:
            return
        self.arrived.emit(request.key, picture)
        if request is newest and picture.exact:
            self._close(request.key)
            self.answered.emit(request.key)

    def _on_failed(self, request: Request, error: Exception) -> None:
        if request is self._newest.get(request.key):  # the answer to an older one does not matter
            self._close(request.key)
            self.failed.emit(error)
            self.refused.emit(request.key, error)

    def _close(self, key: str) -> None:
        if key in self._open:
            self._open.discard(key)
            if not self._open:
                self.busy.emit(False)
        self._send_later()

    def _send_later(self) -> None:
        if not self._open:
            waiting, self._later = self._later, {}
            for request in waiting.values():
                self._worker.submit(request)
