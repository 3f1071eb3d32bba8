import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.ui.widgets.number_slider import NumberSlider

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def psi(qtbot):
    slider = NumberSlider("Psi", low=0, high=1.5, default=1, reach=(-5, 5))
    qtbot.addWidget(slider)
    slider.resize(300, 30)
    slider.show()
    slider.seen, slider.rests = [], []
    slider.changed.connect(slider.seen.append)
    slider.settled.connect(slider.rests.append)
    return slider


def at(slider, value):
    """Where the knob stands at a value."""
    share = (value - 0) / 1.5
    return QPoint(round(7 + share * (slider.slider.width() - 14)), slider.slider.height() // 2)


def test_a_press_takes_the_knob_there_and_a_drag_settles_once(psi):
    QTest.mousePress(psi.slider, LEFT, pos=at(psi, 0.3))
    assert psi.value == pytest.approx(0.3, abs=0.03)
    for value in (0.4, 0.6, 0.75):
        QTest.mouseMove(psi.slider, at(psi, value))
    assert psi.rests == []
    QTest.mouseRelease(psi.slider, LEFT, pos=at(psi, 0.75))
    assert psi.value == pytest.approx(0.75, abs=0.03)
    assert len(psi.seen) == 4
    assert psi.rests == [psi.value]
    assert psi.box.value() == psi.value


def test_a_double_click_goes_back_to_the_default_as_one_step(psi, qtbot):
    psi.show_value(0.25)
    QTest.mouseClick(psi.slider, LEFT, pos=at(psi, 0.5))
    QTest.mouseDClick(psi.slider, LEFT, pos=at(psi, 0.5))
    QTest.mouseRelease(psi.slider, LEFT, pos=at(psi, 0.5))
    assert psi.value == 1
    assert psi.rests == [1]


def test_a_mere_click_settles_after_a_rest(psi, qtbot):
    QTest.mouseClick(psi.slider, LEFT, pos=at(psi, 0.5))
    assert psi.rests == []
    qtbot.waitUntil(lambda: len(psi.rests) == 1)


def test_keys_settle_once_after_a_rest(psi, qtbot):
    for _ in range(3):
        QTest.keyClick(psi.box, Qt.Key.Key_Down)
    assert psi.seen == [0.99, 0.98, 0.97]
    assert psi.rests == []
    qtbot.waitUntil(lambda: psi.rests == [0.97])


def test_what_is_typed_is_seen_at_once_and_settles_with_return(psi):
    psi.box.selectAll()
    QTest.keyClicks(psi.box, "0.25")
    assert psi.value == 0.25
    assert psi.rests == []
    QTest.keyClick(psi.box, Qt.Key.Key_Return)
    assert psi.rests == [0.25]


def test_the_box_reaches_further_than_the_slider(psi):
    psi.box.selectAll()
    QTest.keyClicks(psi.box, "-2")
    assert psi.value == -2
    assert psi.slider.value() == 0
    QTest.keyClick(psi.box, Qt.Key.Key_Return)


def test_a_value_from_elsewhere_is_shown_in_silence_and_kept_exactly(psi):
    psi.show_value(1 / 3)
    assert psi.box.text() == "0.33"
    assert psi.value == 1 / 3
    psi.show_value(1 / 3)
    assert psi.seen == psi.rests == []


def test_undo_during_a_rest_is_not_followed_by_a_step(psi, qtbot):
    QTest.keyClick(psi.box, Qt.Key.Key_Down)
    psi.show_value(1)
    qtbot.wait(750)
    assert psi.rests == []


@pytest.mark.parametrize("part", ["slider", "box"])
def test_the_wheel_scrolls_the_page_until_the_control_has_the_focus(psi, part):
    widget = getattr(psi, part)

    def turn():
        place = QPointF(widget.rect().center())
        up = QWheelEvent(
            place,
            widget.mapToGlobal(place),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, up)

    psi.show_value(0.5)
    widget.clearFocus()
    turn()
    assert psi.value == 0.5
    widget.setFocus()
    turn()
    assert psi.value > 0.5


def test_a_word_stands_for_the_highest_value(qtbot):
    cutoff = NumberSlider("Cutoff", low=0, high=8, default=8, decimals=0, top="all")
    qtbot.addWidget(cutoff)
    assert cutoff.box.text() == "all"
    cutoff.box.selectAll()
    QTest.keyClicks(cutoff.box, "5")
    QTest.keyClick(cutoff.box, Qt.Key.Key_Return)
    assert cutoff.value == 5
    cutoff.box.selectAll()
    QTest.keyClicks(cutoff.box, "all")
    assert cutoff.value == 8
    QTest.keyClick(cutoff.box, Qt.Key.Key_Return)
    cutoff.set_high(18, 18)
    cutoff.show_value(18)
    assert cutoff.box.text() == "all"
    assert cutoff.slider.maximum() == 18
