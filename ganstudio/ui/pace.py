"""How much longer a job takes, reckoned from its progress."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ganstudio.engine.job import Progress

SURE_S = 1.0  # before that, a guess would jump about

translate = QCoreApplication.translate


class Pace:
    """`left` is told each progress in turn; another job begins anew."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._name = ""
        self._done = 0
        self._total = 0
        self._first = 0
        self._began = 0.0

    def left(self, name: str, progress: Progress) -> float | None:
        """Seconds to go; None where that cannot be said yet."""
        now, done, total = self._clock(), progress.done, progress.total
        if name != self._name or total != self._total or done < self._done:
            self._name, self._total, self._first, self._began = name, total, done, now
        self._done = done
        gone, made = now - self._began, done - self._first
        if gone < SURE_S or not made:
            return None
        return gone / made * (total - done)


def in_time(seconds: float) -> str:
    """In words, no more exact than it can be known."""
    if seconds < 90:
        return translate("Status", "about {} s left").format(max(1, round(seconds)))
    return translate("Status", "about {} min left").format(round(seconds / 60))
