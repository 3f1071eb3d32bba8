import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.media.qimage import to_array
from ganstudio.ui.widgets.canvas import Canvas
from ganstudio.ui.widgets.view import View, fitted

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


def quarters(size):
    """A picture whose quarters are red, green, blue and white."""
    pixels = np.zeros((size, size, 3), np.uint8)
    half = size // 2
    pixels[:half, :half] = 255, 0, 0
    pixels[:half, half:] = 0, 255, 0
    pixels[half:, :half] = 0, 0, 255
    pixels[half:, half:] = 255
    return pixels


@pytest.fixture
def canvas(qtbot):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.show()
    canvas.show_pixels(quarters(64))
    return canvas


def turn(canvas, place, notches):
    event = QWheelEvent(
        QPointF(place),
        QPointF(canvas.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def drag(canvas, button, start, end):
    QTest.mousePress(canvas, button, pos=start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, button, pos=end)


def seen_at(view, x, y):
    """The place in the picture below a place in the widget."""
    return (x - view.x) / view.scale, (y - view.y) / view.scale


def whole(canvas):
    return fitted(canvas.picture_size, canvas.size().toTuple(), margin=16)


def test_a_picture_fits_and_keeps_fitting(canvas):
    assert canvas.view == whole(canvas)
    canvas.resize(700, 500)
    assert canvas.view == whole(canvas)
    assert canvas.view.scale == (500 - 32) / 64


@pytest.mark.parametrize("size", [16, 64, 512, 1024])
def test_the_quarters_are_where_they_belong(canvas, size):
    canvas.show_pixels(quarters(size))
    shown = to_array(canvas.grab().toImage())
    assert shown.shape == (300, 400, 3)
    for (x, y), colour in {
        (100, 50): (255, 0, 0),
        (300, 50): (0, 255, 0),
        (100, 250): (0, 0, 255),
        (300, 250): (255, 255, 255),
    }.items():
        assert tuple(shown[y, x]) == colour
    assert len(np.unique(shown[4])) == 1  # the backdrop is one neutral grey


@pytest.mark.parametrize("place", [QPoint(200, 150), QPoint(90, 60), QPoint(330, 280)])
def test_zoom_keeps_what_is_under_the_pointer(canvas, place):
    before = seen_at(canvas.view, *place.toTuple())
    for notches in (1, 2, -1, 3):
        turn(canvas, place, notches)
        assert seen_at(canvas.view, *place.toTuple()) == pytest.approx(before)
    assert canvas.view.scale == pytest.approx(whole(canvas).scale * 1.25**5)


def test_zoom_has_limits(canvas):
    for _ in range(60):
        turn(canvas, QPoint(200, 150), 3)
    assert canvas.view.scale == 64
    for _ in range(60):
        turn(canvas, QPoint(200, 150), -3)
    assert canvas.view.scale == 0.25


def test_the_middle_button_pans(canvas):
    canvas.zoom(4)
    before = canvas.view
    drag(canvas, MIDDLE, QPoint(200, 150), QPoint(230, 110))
    assert canvas.view == before.moved(30, -40)


def test_space_and_the_left_button_pan(canvas):
    canvas.zoom(4)
    before = canvas.view
    drag(canvas, LEFT, QPoint(200, 150), QPoint(230, 110))
    assert canvas.view == before
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    drag(canvas, LEFT, QPoint(200, 150), QPoint(230, 110))
    assert canvas.view == before.moved(30, -40)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_picture_cannot_be_panned_away(canvas):
    for _ in range(50):
        drag(canvas, MIDDLE, QPoint(0, 0), QPoint(390, 290))
    x, y = seen_at(canvas.view, 200, 150)
    assert (x, y) == pytest.approx((0, 0))


def test_a_key_brings_the_whole_picture_back(canvas):
    canvas.zoom(4)
    canvas.pan(20, 20)
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.view == whole(canvas)


def test_a_double_click_keeps_the_picture_and_the_view(canvas, qtbot):
    canvas.zoom(4)
    before = canvas.view
    with qtbot.waitSignal(canvas.keep_wanted, timeout=100):
        QTest.mouseDClick(canvas, LEFT, pos=QPoint(50, 50))
    assert canvas.view == before


def test_the_view_stays_for_a_new_picture_of_the_same_size(canvas):
    canvas.zoom(4, QPointF(10, 10))
    before = canvas.view
    canvas.show_pixels(255 - quarters(64))
    assert canvas.view == before
    canvas.show_pixels(quarters(32))
    assert canvas.view == whole(canvas)


def test_keys_zoom_and_pan(canvas):
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view.scale == pytest.approx(whole(canvas).scale * 1.25)
    x = canvas.view.x
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view.x == x - 64


def test_a_hint_stands_where_there_is_no_picture(qtbot):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    empty = to_array(canvas.grab().toImage())
    canvas.set_hint("Open a model.")
    hinted = to_array(canvas.grab().toImage())
    assert len(np.unique(empty)) == 1
    assert len(np.unique(hinted[80:120])) > 1
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_0, Qt.Key.Key_Left):
        QTest.keyClick(canvas, key)
    canvas.show_pixels(quarters(16))
    assert canvas.view == whole(canvas)


def test_at_its_own_size_a_picture_is_shown_pixel_by_pixel(canvas):
    pixels = np.random.default_rng(0).integers(0, 256, (64, 64, 3), np.uint8)
    canvas.show_pixels(pixels)
    canvas.zoom(1 / canvas.view.scale)
    canvas.pan(10.4, -7.3)
    x, y = round(canvas.view.x), round(canvas.view.y)
    assert canvas.view.x != x
    shown = to_array(canvas.grab().toImage())
    assert np.array_equal(shown[y : y + 64, x : x + 64], pixels)


numbers = st.floats(-1000, 1000)


@given(st.floats(0.1, 50), numbers, numbers, st.floats(0.1, 10), st.tuples(numbers, numbers))
def test_any_zoom_keeps_its_centre(scale, x, y, factor, about):
    view = View(scale, x, y)
    there = seen_at(view.zoomed(factor, about=about), *about)
    assert there == pytest.approx(seen_at(view, *about), abs=1e-6, rel=1e-6)


class Notes:
    """A tool that notes what it is told."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self):
        self.told = []

    def press(self, place):
        self.told.append(("press", place.toPoint()))

    def move(self, place):
        self.told.append(("move", place.toPoint()))

    def release(self):
        self.told.append("release")


def test_a_tool_gets_what_the_left_button_does_and_shows_its_cursor(canvas):
    tool = Notes()
    canvas.use(tool)
    assert canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    view = canvas.view
    start, end = QPoint(100, 100), QPoint(140, 120)
    drag(canvas, LEFT, start, end)
    assert tool.told == [
        ("press", start),
        ("move", (start + end) / 2),
        ("move", end),
        "release",
    ]
    assert canvas.view == view


def test_beside_a_tool_the_middle_button_and_space_pan(canvas):
    tool = Notes()
    canvas.use(tool)
    view = canvas.view
    drag(canvas, MIDDLE, QPoint(100, 100), QPoint(110, 100))
    assert canvas.view == view.moved(10, 0)
    canvas.setFocus()
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(canvas, LEFT, QPoint(100, 100), QPoint(110, 100))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.view == view.moved(20, 0)
    assert tool.told == []


def test_a_tool_that_is_put_away_hears_no_more(canvas):
    tool = Notes()
    canvas.use(tool)
    canvas.use(None)
    drag(canvas, LEFT, QPoint(100, 100), QPoint(110, 100))
    assert tool.told == []
    assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor
