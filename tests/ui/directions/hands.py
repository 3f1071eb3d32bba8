"""What the tests of the section do with the mouse and the keys, and what they look at."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ganstudio.engine import directions as finding
from ganstudio.models.directions import Direction
from ganstudio.recipe import Values
from ganstudio.ui.driving import drag

LEFT = Qt.MouseButton.LeftButton
DIGEST = "0123456789abcdef"  # of every model of the fake library


def some(count=3, kind="pca"):
    axes = np.eye(8, dtype=np.float32)
    title = finding.TITLES.get(kind, "made")
    return [
        Direction(f"{title} {n + 1}", kind, Values.of(axes[n]), reach=2.0) for n in range(count)
    ]


def opened(open_window, qtbot, model="faces"):
    window = open_window()
    window.opening.open_named(model)
    qtbot.waitUntil(lambda: window.session.recipe.model.name == model)
    qtbot.waitUntil(lambda: not window.jobs.running and not window.status.busy)
    window.resize(1280, 1400)
    window.faces.document.undo.clear()
    return window


def section(window):
    return window.directions.section


def names(window):
    return [row.direction.name for row in section(window).rows]


def recipe(window):
    return window.faces.document.recipe


def slide(row, value):
    """Drag the handle of a row."""
    slider = row.slider.slider
    low, high = slider.minimum(), slider.maximum()
    at = QPoint(round(slider.width() * (slider.value() - low) / (high - low)), slider.height() // 2)
    end = QPoint(round(slider.width() * (value + 3) / 6), slider.height() // 2)
    drag(slider, at, end)


def type_into(box, text):
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def idle(window, qtbot):
    qtbot.waitUntil(lambda: not window.jobs.running)
