"""One start of the real window, whose mix sliders are dragged from inside; bench_mix starts it.

Arguments as for window_run. The last line on stdout is JSON: for each group of layers the pictures
that were painted per second, and how many layers they reused, of how many.
"""

from __future__ import annotations

import json
import sys
import time
from statistics import mean
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.window_run import MODEL, MOVE_S, Watch, pause, wait_until
from ganstudio.engine.picture import Picture
from ganstudio.latent.mixing import group
from ganstudio.ui import app
from ganstudio.ui.settings import Settings
from ganstudio.ui.window import Window

DRAG_S = 3.0
LEFT = Qt.MouseButton.LeftButton


def measure(window: Window) -> dict[str, Any]:
    """Wait for the first picture, then drag one slider of each group up and down."""
    watch = Watch(window)
    wait_until(lambda: watch.painted is not None)
    pause(0.5)
    bars = window.faces.controls.mix.bars
    found: dict[str, Any] = {"model": window.faces.document.recipe.model.name}
    for name in ("coarse", "middle", "fine"):
        if layers := group(name, bars.sizes):
            found[name] = drag_layer(window, watch, layers[len(layers) // 2])
    return found


def drag_layer(window: Window, watch: Watch, layer: int) -> dict[str, Any]:
    """Move a slider for a while as a mouse of 125 Hz would; what came of it."""
    bars = window.faces.controls.mix.bars
    x = bars.sliders[layer].geometry().center().x()
    top, bottom = bars.sliders[0].top(), bars.sliders[0].bottom()
    pictures: list[Picture] = []
    window.session.picture_shown.connect(pictures.append)
    send(bars, QEvent.Type.MouseButtonPress, QPointF(x, bottom - 1))
    before, begin, step = watch.count, time.monotonic(), 0
    while (now := time.monotonic()) < begin + DRAG_S:
        if now >= begin + step * MOVE_S:
            step += 1
            part = abs(step % 200 - 100) / 100
            send(bars, QEvent.Type.MouseMove, QPointF(x, top + (bottom - top) * part))
        QApplication.processEvents()
        time.sleep(0.0005)
    painted = watch.count - before
    send(bars, QEvent.Type.MouseButtonRelease, QPointF(x, top))
    window.session.picture_shown.disconnect(pictures.append)
    wait_until(lambda: watch.shows(window.faces.document.recipe))
    drawn = [picture for picture in pictures[1:] if picture.reused[1]]
    return {
        "layer": layer,
        "pictures": painted / DRAG_S,
        "previews": sum(not picture.exact for picture in pictures) / max(len(pictures), 1),
        "reused": mean(picture.reused[0] for picture in drawn) if drawn else 0,
        "layers": drawn[-1].reused[1] if drawn else 0,
    }


def send(widget: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    moved = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    place = QPointF(widget.mapToGlobal(QPoint(round(at.x()), round(at.y()))))
    event = QMouseEvent(kind, at, place, moved, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


class Measured(Window):
    """Measures itself once it has been painted, says the result and closes."""

    def __init__(self, **parts: Any) -> None:
        super().__init__(**parts)
        self.painted.connect(self._measure_later)

    def _measure_later(self) -> None:
        QTimer.singleShot(0, self._measure)  # once what starts at the first paint has started

    def _measure(self) -> None:
        print(json.dumps(measure(self)), flush=True)
        self.close()


if __name__ == "__main__":
    Settings().remember(MODEL)
    vars(app)["Window"] = Measured  # what run() builds
    sys.exit(app.run(sys.argv[:1]))
