"""Find directions, drag the first, undo, name it, close the window: it is there again."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ganstudio.engine import directions as finding
from ganstudio.media.files import read_recipe
from ganstudio.models.library import Library
from ganstudio.ui.app import make_renderer
from ganstudio.ui.settings import Settings
from ganstudio.ui.theme import Theme
from ganstudio.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def few(monkeypatch):
    monkeypatch.setattr(finding, "SAMPLES", {"pca": 2_000, "sefa": 1_000})


def rows(window):
    return window.directions.section.rows


def drag_to(user, row, value):
    slider = row.slider.slider
    user.drag(
        slider,
        (slider.width() / 2, slider.height() / 2),
        (slider.width() * (value + 3) / 6, slider.height() / 2),
    )


def test_find_drag_undo_name_and_come_back(user, qapp, tmp_path):
    window = user.window
    first = user.wait()
    user.press(Qt.Key.Key_D, CTRL)
    user.press(Qt.Key.Key_Space)  # the button has the focus
    user.qtbot.waitUntil(lambda: len(rows(window)) == 8)
    assert np.array_equal(user.wait(), first)

    drag_to(user, rows(window)[0], 2)
    moved = user.wait()
    assert (moved != first).any()
    assert window.faces.document.undo.count() == 1
    user.press(Qt.Key.Key_Z, CTRL)
    assert np.array_equal(user.wait(), first)
    user.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert np.array_equal(user.wait(), moved)

    QTest.mouseDClick(rows(window)[0].name, LEFT)
    QTest.keyClicks(rows(window)[0].name, "colour")
    user.press(Qt.Key.Key_Return)
    path = tmp_path / "moved.png"
    user.will_save_as(path)
    user.press(Qt.Key.Key_S, CTRL)
    user.qtbot.waitUntil(path.exists)
    assert [each.name for each in read_recipe(path).offsets] == ["colour"]
    user.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert np.array_equal(user.wait(), first)
    user.drop(path)
    user.qtbot.waitUntil(lambda: user.recipe == read_recipe(path))
    assert np.array_equal(user.wait(), moved)
    assert [row.kept for row in rows(window)] == [True] * 8  # it is known by its vector

    theme = qapp.findChild(Theme)
    window.close()
    again = Window(make_renderer=make_renderer, library=Library(), settings=Settings(), theme=theme)
    user.qtbot.addWidget(again)
    again.show()
    try:
        user.qtbot.waitUntil(lambda: len(rows(again)) == 8, timeout=20_000)
        assert [row.direction.name for row in rows(again)][:2] == ["colour", "PCA 2"]
    finally:
        again.close()


def test_an_attribute_from_pictures_moves_the_face(user):
    window = user.window
    maker = window.directions.section.maker
    user.press(Qt.Key.Key_D, CTRL | Qt.KeyboardModifier.AltModifier)
    QTest.mouseClick(maker.buttons["with"], LEFT)
    user.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)  # the next seed
    before = user.wait()
    QTest.mouseClick(maker.buttons["without"], LEFT)
    QTest.mouseClick(maker.name, LEFT)
    QTest.keyClicks(maker.name, "hat")
    user.press(Qt.Key.Key_Return)
    user.qtbot.waitUntil(lambda: [r.direction.name for r in rows(window)] == ["hat"])
    drag_to(user, rows(window)[0], 1)
    assert (user.wait() != before).any()
    assert not window.error_bar.isVisible()
