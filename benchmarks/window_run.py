"""One start of the real window, timed and dragged from inside; bench_window starts it.

Arguments: the model, and when the process was started, in seconds of the monotonic clock that all
processes share. The last line on stdout is JSON with the times in seconds.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QSlider

from ganstudio.engine.picture import Picture
from ganstudio.recipe import FaceRecipe
from ganstudio.ui import app
from ganstudio.ui.settings import Settings
from ganstudio.ui.window import Window

MOVES = 15  # of the slider, each waited for
DRAG_S = 3.0  # then a long drag
MOVE_S = 0.008  # between two moves of it, as from a mouse of 125 Hz
PATIENCE_S = 120.0
MODEL, BEGAN = sys.argv[1], float(sys.argv[2])


class Watch(QObject):
    """Knows when the canvas has painted the picture of which recipe."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._arrived: Picture | None = None
        self.painted: Picture | None = None
        self.count = 0  # pictures painted, each once
        window.session.picture_shown.connect(self._arrive)
        window.faces.canvas.installEventFilter(self)
        window.pictures.failed.connect(self._fail)
        window.jobs.failed.connect(self._fail)

    def shows(self, recipe: FaceRecipe) -> bool:
        return self.painted is not None and self.painted.recipe == recipe

    def _arrive(self, picture: Picture) -> None:
        self._arrived = picture

    def _fail(self, error: Exception) -> None:
        raise error

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self.painted is not self._arrived:
            self.painted = self._arrived
            self.count += 1
        return False


def measure(window: Window) -> dict[str, Any]:
    """Wait for the first picture, then drag."""
    seconds: dict[str, Any] = {}
    watch = Watch(window)
    wait_until(lambda: watch.painted is not None)
    seconds["picture"] = time.monotonic() - BEGAN
    seconds["model"] = window.faces.document.recipe.model.name
    pause(0.5)  # thumbnails and the like
    slider = window.faces.controls.psi.slider
    at = grab(slider)
    waits = []
    for step in range(MOVES):
        sent = time.monotonic()
        move(slider, at, 6 * (step + 1))
        wait_until(lambda: watch.shows(window.faces.document.recipe))
        waits.append(time.monotonic() - sent)
        pause(0.05)
    seconds["drag"] = sorted(waits)[len(waits) // 2]
    before = watch.count
    seconds["stall"] = stall(lambda step: move(slider, at, step % 100))
    seconds["pictures"] = (watch.count - before) / DRAG_S
    release(slider, at)
    return seconds


def stall(drag: Callable[[int], None]) -> float:
    """The longest time that the event loop did not come round while something is dragged."""
    begin = last = moved = time.monotonic()
    longest, step = 0.0, 0
    while last < begin + DRAG_S:
        if last >= moved + MOVE_S:
            step, moved = step + 1, last
            drag(step)
        QApplication.processEvents()
        time.sleep(0.0005)  # the loop sleeps when there is nothing to do
        now = time.monotonic()
        longest, last = max(longest, now - last), now
    return longest


def grab(slider: QSlider) -> QPoint:
    at = slider.rect().center() - QPoint(slider.width() // 4, 0)
    send(slider, QEvent.Type.MouseButtonPress, at)
    return at


def move(slider: QSlider, start: QPoint, by: int) -> None:
    send(slider, QEvent.Type.MouseMove, start + QPoint(by, 0))


def release(slider: QSlider, start: QPoint) -> None:
    send(slider, QEvent.Type.MouseButtonRelease, start)


def send(slider: QSlider, kind: QEvent.Type, at: QPoint) -> None:
    button = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    moved = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
    place = QPointF(at), QPointF(slider.mapToGlobal(at))
    event = QMouseEvent(kind, *place, moved, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(slider, event)


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not true():
        if time.monotonic() > end:
            raise SystemExit("The window did not show what was waited for.")
        QApplication.processEvents()
        time.sleep(0.0005)


def pause(seconds: float) -> None:
    end = time.monotonic() + seconds
    wait_until(lambda: time.monotonic() > end)


class Measured(Window):
    """Measures itself once it has been painted, says the result and closes."""

    def __init__(self, **parts: Any) -> None:
        super().__init__(**parts)
        self.painted.connect(self._measure_later)

    def _measure_later(self) -> None:
        self._visible = time.monotonic() - BEGAN
        QTimer.singleShot(0, self._measure)  # once what starts at the first paint has started

    def _measure(self) -> None:
        print(json.dumps({"window": self._visible} | measure(self)), flush=True)
        self.close()


if __name__ == "__main__":
    Settings().remember(MODEL)
    vars(app)["Window"] = Measured  # what run() builds
    sys.exit(app.run(sys.argv[:1]))
