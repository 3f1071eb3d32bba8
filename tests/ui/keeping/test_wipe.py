import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.errors import StudioError
from ganstudio.media.qimage import to_array
from ganstudio.ui.driving import drag
from ganstudio.ui.widgets.canvas import Canvas
from ganstudio.ui.widgets.wipe import Wipe

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
RED, BLUE = (np.full((64, 64, 3), colour, np.uint8) for colour in ([255, 0, 0], [0, 0, 255]))


@pytest.fixture
def wipe(qtbot):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(432, 332)
    canvas.show_pixels(RED)
    canvas.show()
    found = Wipe(canvas)
    found.begin("seed 1", "seed 2")
    found.show_pixels(0, RED)
    found.show_pixels(1, BLUE)
    return found


def parts(wipe):
    """How much of the picture's width is red."""
    place = wipe.picture()
    row = to_array(wipe.grab().toImage())[300, round(place.left()) : round(place.right())]
    return float((row[:, 0] > row[:, 2]).mean())


def test_left_of_the_line_is_the_left_picture(wipe):
    assert parts(wipe) == pytest.approx(0.5, abs=0.02)
    for at in (0.0, 0.25, 1.0):
        wipe.place = at
        assert parts(wipe) == pytest.approx(at, abs=0.02)


def test_the_mouse_takes_the_line_along(wipe):
    place = wipe.picture()
    drag(wipe, QPoint(200, 250), QPoint(round(place.left() + place.width() / 4), 100))
    assert wipe.place == pytest.approx(0.25, abs=0.01)
    drag(wipe, QPoint(200, 250), QPoint(5, 100))
    assert wipe.place == 0


def test_keys_move_the_line_and_escape_leaves(wipe, qtbot):
    for key, place in (
        (Qt.Key.Key_Right, 0.5 + 1 / 64),
        (Qt.Key.Key_Left, 0.5),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_End, 1),
    ):
        QTest.keyClick(wipe, key)
        assert wipe.place == place
    with qtbot.waitSignal(wipe.leave_wanted, timeout=100):
        QTest.keyClick(wipe, Qt.Key.Key_Escape)


def test_wheel_keys_and_middle_button_go_to_the_canvas(wipe):
    canvas = wipe._canvas
    before = canvas.view
    event = QWheelEvent(
        QPointF(100, 100),
        QPointF(wipe.mapToGlobal(QPointF(100, 100))),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(wipe, event)
    assert canvas.view.scale > before.scale
    assert wipe.picture().width() == pytest.approx(canvas.view.scale * 64, abs=1)
    QTest.keyClick(wipe, Qt.Key.Key_0)
    assert canvas.view == before
    QTest.mousePress(wipe, Qt.MouseButton.MiddleButton, pos=QPoint(100, 100))
    QTest.mouseRelease(wipe, Qt.MouseButton.MiddleButton, pos=QPoint(100, 100))
    assert wipe.place == 0.5


def test_it_goes_with_the_canvas(wipe):
    wipe._canvas.resize(300, 500)
    QApplication.processEvents()
    assert wipe.size() == wipe._canvas.size()
    assert wipe.rect().contains(wipe.close_button.geometry())


def test_pictures_of_two_sizes_lie_on_each_other(wipe):
    small = np.full((16, 16, 3), (0, 0, 255), np.uint8)
    large = np.full((600, 600, 3), (255, 0, 0), np.uint8)
    wipe.show_pixels(0, large)
    wipe.show_pixels(1, small)
    assert parts(wipe) == pytest.approx(0.5, abs=0.02)


def test_two_kept_pictures_are_compared_from_their_recipes(keeper, renderer):
    keeper.keep(10, 20, 30)
    keeper.click(2, CTRL)
    keeper.click(1, CTRL)
    keeper.click(0, CTRL)
    keeper.click(0, CTRL)
    chosen = [recipe.a.seed for recipe in keeper.history.selected]
    renderer.drawn.clear()
    keeper.press(Qt.Key.Key_C)
    wiping = keeper.window.keeping.wiping
    sides = wiping.wipe.sides
    keeper.qtbot.waitUntil(lambda: not any(side.image.isNull() for side in sides))
    assert [recipe.a.seed for recipe in renderer.drawn[:2]] == chosen
    for side, seed in zip(sides, chosen, strict=True):
        assert str(seed) in side.title
        assert to_array(side.image)[0, 0, 0] == (seed * 37 + 70) % 256
    QTest.keyClick(wiping.wipe, Qt.Key.Key_Escape)
    assert not wiping.on


def test_one_kept_picture_is_compared_with_the_present_one_which_stays_so(keeper):
    keeper.keep(10)
    keeper.show(20)
    keeper.click(0, CTRL)
    QTest.keyClick(keeper.window, Qt.Key.Key_F9)
    wiping = keeper.window.keeping.wiping
    sides = wiping.wipe.sides
    keeper.qtbot.waitUntil(lambda: not any(side.image.isNull() for side in sides))
    assert sides[1].title == "Now"
    assert to_array(sides[1].image)[0, 0, 0] == (20 * 37 + 70) % 256
    keeper.show(25)
    assert wiping.on
    assert to_array(sides[1].image)[0, 0, 0] == (25 * 37 + 70) % 256
    assert to_array(sides[0].image)[0, 0, 0] == (10 * 37 + 70) % 256


def test_a_change_ends_a_comparison_of_two_kept_ones(keeper):
    keeper.keep(10, 20)
    keeper.window.keeping.wiping.compare([one.recipe for one in keeper.history.kept])
    assert keeper.window.keeping.wiping.on
    keeper.click(1)
    assert not keeper.window.keeping.wiping.on


def test_escape_leaves_from_anywhere_in_the_window(keeper):
    keeper.keep(10, 20)
    wiping = keeper.window.keeping.wiping
    wiping.compare([one.recipe for one in keeper.history.kept])
    QTest.keyClick(keeper.window, Qt.Key.Key_Escape)
    assert not wiping.on


def test_without_a_choice_it_is_said_what_to_do(keeper):
    keeper.keep(10)
    keeper.tiles.clearSelection()
    keeper.window.keeping.wiping.compare_selected()
    assert "Choose" in keeper.window.status._remark
    assert not keeper.window.keeping.wiping.on


def test_a_picture_that_cannot_be_drawn_ends_it_with_a_sentence(keeper, renderer):
    keeper.keep(10, 20)
    renderer.broken = StudioError("The memory is not enough.")
    wiping = keeper.window.keeping.wiping
    wiping.compare([one.recipe for one in keeper.history.kept])
    keeper.qtbot.waitUntil(lambda: not wiping.on)
    assert keeper.window.error_bar.isVisible()
    renderer.broken = None
