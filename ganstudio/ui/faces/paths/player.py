"""Playing at the speed the machine allows: by the clock, a picture at a time, frames dropped."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from ganstudio.recipe import Drawable
from ganstudio.ui.pictures import Pictures
from ganstudio.ui.session import KEY

Again = Literal["once", "round", "to and fro"]
Moment = Callable[[float], Drawable]
FRAME_S = 1 / 60  # no screen shows more


class Player(QObject):
    """Asks for the picture of now, and for the next one when that has arrived: nothing queues.

    It neither touches the document nor its undo steps. Whoever stops it shows the document again.
    """

    moved = Signal(float)  # the second that is being drawn
    stopped = Signal()

    def __init__(self, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._moment: Moment | None = None  # None: nothing plays
        self._seconds = 0.0
        self._again: Again = "once"
        self._began = 0.0
        self._asked = 0.0
        self._over = False
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._ask)
        pictures.answered.connect(self._on_answered)
        pictures.failed.connect(self.stop)

    @property
    def playing(self) -> bool:
        return self._moment is not None

    def play(self, moment: Moment, seconds: float, *, start: float = 0.0, again: Again) -> None:
        """From `start` on, what `moment` gives for each second up to `seconds`."""
        self.stop()
        self._moment, self._seconds, self._again = moment, seconds, again
        self._began, self._over = time.perf_counter() - start, False
        self._ask()

    def stop(self) -> None:
        """Draw no more of it."""
        if self._moment is not None:
            self._next.stop()
            self._moment = None
            self.stopped.emit()

    def _ask(self) -> None:
        assert self._moment is not None
        self._asked = time.perf_counter()
        second, self._over = position(self._asked - self._began, self._seconds, self._again)
        self._pictures.ask(KEY, self._moment(second))
        self.moved.emit(second)

    def _on_answered(self, key: str) -> None:
        if key != KEY or self._moment is None:
            return
        if self._over:
            self.stop()
        else:
            early = self._asked + FRAME_S - time.perf_counter()
            self._next.start(max(0, round(1000 * early)))


def position(elapsed: float, seconds: float, again: Again) -> tuple[float, bool]:
    """Where in a film of so many seconds it is by now, and whether it is over."""
    if again == "round":
        return elapsed % seconds, False
    if again == "to and fro":
        turn = elapsed % (2 * seconds)
        return min(turn, 2 * seconds - turn), False
    return min(elapsed, seconds), elapsed >= seconds
