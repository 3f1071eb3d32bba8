import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from ganstudio.latent.mixing import style_sizes
from ganstudio.ui.widgets.mix_panel import MixPanel

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def make(qtbot, size):
    panel = MixPanel()
    qtbot.addWidget(panel)
    panel.show_layers(style_sizes(size))
    panel.resize(320, 260)
    panel.show()
    panel.seen, panel.rests = [], []
    panel.changed.connect(panel.seen.append)
    panel.settled.connect(panel.rests.append)
    return panel


@pytest.fixture
def panel(qtbot):
    return make(qtbot, 64)  # ten layers


def at(panel, layer, value):
    """Where the pointer is to be for a layer and a weight."""
    slider = panel.bars.sliders[layer]
    y = slider.bottom() - value * (slider.bottom() - slider.top())
    return QPoint(slider.geometry().center().x(), round(y))


def sweep(panel, *stops, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mousePress(panel.bars, LEFT, modifier, at(panel, *stops[0]))
    for stop in stops[1:]:
        QTest.mouseMove(panel.bars, at(panel, *stop))
    QTest.mouseRelease(panel.bars, LEFT, modifier, at(panel, *stops[-1]))


def lift(handle, *by):
    """Drag a group's handle up by so many pixels, stop by stop."""
    middle = handle.rect().center()
    QTest.mousePress(handle, LEFT, pos=middle)
    for up in by:
        QTest.mouseMove(handle, middle - QPoint(0, round(up)))
    QTest.mouseRelease(handle, LEFT, pos=middle - QPoint(0, round(by[-1])))


def close(values):
    return pytest.approx(values, abs=0.02)


def test_one_drag_sets_every_layer_that_it_passes_and_settles_once(panel):
    sweep(panel, (4, 1), (5, 1), (6, 1), (7, 1))
    assert panel.values == close([0, 0, 0, 0, 1, 1, 1, 1, 0, 0])
    assert len(panel.rests) == 1
    assert panel.seen[-1] == panel.values
    assert len(panel.seen) == 4


def test_a_jump_of_the_pointer_draws_a_straight_line(panel):
    sweep(panel, (0, 0.1), (9, 1))
    xs = [slider.geometry().center().x() for slider in panel.bars.sliders]
    line = [0.1 + 0.9 * (x - xs[0]) / (xs[-1] - xs[0]) for x in xs]
    assert panel.values == close(line)


def test_a_sweep_there_and_back_keeps_what_was_last(panel):
    sweep(panel, (2, 1), (5, 1), (3, 0.5))
    assert panel.values == close([0, 0, 1, 0.5, 0.75, 1, 0, 0, 0, 0])


def test_the_pointer_may_leave_the_panel(panel):
    QTest.mousePress(panel.bars, LEFT, pos=at(panel, 8, 0.5))
    QTest.mouseMove(panel.bars, QPoint(900, -400))
    QTest.mouseMove(panel.bars, QPoint(-900, 900))
    QTest.mouseRelease(panel.bars, LEFT, pos=QPoint(-900, 900))
    assert all(0 <= value <= 1 for value in panel.values)
    assert panel.values[0] == 0


def test_shift_keeps_to_one_layer(panel):
    sweep(panel, (4, 0.2), (6, 0.9), (8, 0.6), modifier=SHIFT)
    assert panel.values == close([0, 0, 0, 0, 0.6, 0, 0, 0, 0, 0])


def test_a_double_click_resets_a_layer_and_nothing_else(panel):
    panel.show_values([0.5] * 10)
    QTest.mouseClick(panel.bars, LEFT, pos=at(panel, 3, 0.8))
    QTest.mouseDClick(panel.bars, LEFT, pos=at(panel, 3, 0.8))
    QTest.mouseRelease(panel.bars, LEFT, pos=at(panel, 3, 0.8))
    assert panel.values == (0.5,) * 3 + (0.0,) + (0.5,) * 6
    assert panel.rests == [panel.values]


def test_a_mere_click_settles_after_a_rest(panel, qtbot):
    QTest.mouseClick(panel.bars, LEFT, pos=at(panel, 3, 0.8))
    assert panel.rests == []
    qtbot.waitUntil(lambda: len(panel.rests) == 1)


def test_another_press_makes_a_step_of_the_click_before(panel):
    QTest.mouseClick(panel.bars, LEFT, pos=at(panel, 3, 0.8))
    sweep(panel, (5, 0.5), (6, 0.5))
    assert len(panel.rests) == 2
    assert panel.rests[0] == close([0, 0, 0, 0.8, 0, 0, 0, 0, 0, 0])


def test_a_long_pause_in_a_drag_is_no_end_of_it(panel, qtbot):
    QTest.mousePress(panel.bars, LEFT, pos=at(panel, 1, 0.5))
    QTest.mouseMove(panel.bars, at(panel, 2, 0.5))
    qtbot.wait(750)
    assert panel.rests == []
    QTest.mouseMove(panel.bars, at(panel, 3, 0.5))
    QTest.mouseRelease(panel.bars, LEFT, pos=at(panel, 3, 0.5))
    assert len(panel.rests) == 1


def test_a_press_on_the_number_chooses_without_moving(panel):
    foot = QPoint(at(panel, 5, 0).x(), panel.bars.height() - 2)
    QTest.mouseClick(panel.bars, LEFT, pos=foot)
    assert panel.bars.current == 5
    assert panel.seen == []


def test_a_handle_moves_its_group_and_no_other(panel):
    panel.show_values([0.1, 0.2, 0.3] + [0.4] * 7)
    lift(panel.handles.handles["coarse"], 10, panel.bars.travel * 0.5)
    assert panel.values == close([0.6, 0.7, 0.8] + [0.4] * 7)
    assert len(panel.rests) == 1


def test_a_handle_that_comes_back_gives_back_the_distances(panel):
    start = (0.0, 0.5, 0.9) + (0.0,) * 7
    panel.show_values(start)
    handle = panel.handles.handles["coarse"]
    middle = handle.rect().center()
    QTest.mousePress(handle, LEFT, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(0, 1000))
    assert panel.values[:3] == (1, 1, 1)
    QTest.mouseMove(handle, middle)
    assert panel.values == start
    QTest.mouseRelease(handle, LEFT, pos=middle)
    assert panel.rests == []


def test_a_double_click_on_a_handle_resets_its_group(panel):
    panel.show_values([0.5] * 10)
    QTest.mouseDClick(panel.handles.handles["middle"], LEFT)
    assert panel.values == (0.5,) * 3 + (0.0,) * 4 + (0.5,) * 3
    assert len(panel.rests) == 1


def test_keys_go_from_layer_to_layer_and_change_them(panel, qtbot):
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.bars.sliders[0].setFocus()
    QTest.keyClick(panel.bars.sliders[0], Qt.Key.Key_Right)
    QTest.keyClick(panel.bars.sliders[1], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is panel.bars.sliders[2]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        QTest.keyClick(panel.bars.sliders[2], key)
    assert panel.values[2] == 0.3
    assert panel.rests == []
    qtbot.waitUntil(lambda: len(panel.rests) == 1)
    QTest.keyClick(panel.bars.sliders[2], Qt.Key.Key_Delete)
    assert panel.values == (0.0,) * 10
    assert len(panel.rests) == 2


def test_keys_move_a_group(panel, qtbot):
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    handle = panel.handles.handles["fine"]
    QTest.keyClick(handle, Qt.Key.Key_Up)
    QTest.keyClick(handle, Qt.Key.Key_Up)
    assert panel.values == (0.0,) * 7 + (0.1,) * 3
    qtbot.waitUntil(lambda: len(panel.rests) == 1)
    QTest.keyClick(handle, Qt.Key.Key_End)
    assert panel.values[7:] == (1, 1, 1)
    qtbot.waitUntil(lambda: len(panel.rests) == 2)


def test_tab_stops_once_at_the_sliders(panel):
    stops = [s for s in panel.bars.sliders if s.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [slider.layer for slider in stops] == [panel.bars.current]


def test_the_box_sets_the_layer_that_was_chosen(panel):
    QTest.mouseClick(panel.bars, LEFT, pos=QPoint(at(panel, 6, 0).x(), panel.bars.height() - 2))
    panel.box.selectAll()
    QTest.keyClicks(panel.box, "0.35")
    QTest.keyClick(panel.box, Qt.Key.Key_Return)
    assert panel.values == (0.0,) * 6 + (0.35,) + (0.0,) * 3
    assert panel.rests == [panel.values]


def test_the_title_tells_about_the_layer_under_the_pointer(panel):
    QTest.mouseMove(panel.bars, at(panel, 8, 0.5))
    assert "8" in panel.title.text()
    assert "64 px" in panel.title.text()
    assert "fine" in panel.title.text()
    QApplication.sendEvent(panel.bars, QEvent(QEvent.Type.Leave))
    assert "Layer 0" in panel.title.text()


def test_a_tooltip_tells_what_a_layer_does(panel, monkeypatch):
    tips = []
    monkeypatch.setattr(
        QToolTip, "showText", lambda place, words, *around: tips.append(words)
    )  # the offscreen platform warns of real ones
    panel.show_values([0.25] * 10)
    place = at(panel, 1, 0.5)
    QApplication.sendEvent(
        panel.bars, QHelpEvent(QEvent.Type.ToolTip, place, panel.bars.mapToGlobal(place))
    )
    (words,) = tips
    assert "8 px" in words
    assert "coarse" in words
    assert "0.25" in words
    assert "pose" in words


def test_sliders_have_names_and_values_for_those_who_cannot_see_them(panel):
    panel.show_values([0.0, 0.5] + [0.0] * 8)
    slider = panel.bars.sliders[1]
    assert slider.accessibleName() == "Layer 1 · 8 px"
    assert slider.value() == 50
    handle = panel.handles.handles["coarse"]
    assert handle.accessibleName() == "coarse"
    assert handle.accessibleDescription() == "0.17"


def test_reset_is_one_step(panel):
    panel.show_values([0.5] * 10)
    panel.reset()
    assert panel.values == (0.0,) * 10
    assert panel.rests == [panel.values]


def test_what_comes_from_elsewhere_is_shown_in_silence(panel):
    panel.show_values([1 / 3, 0.5])
    assert panel.values == (1 / 3, 0.5) + (0.0,) * 8
    panel.show_values([1.0] * 18)
    assert panel.values == (1.0,) * 10
    assert panel.seen == panel.rests == []


@pytest.mark.parametrize(
    ("size", "layers", "groups"),
    [(16, 6, ["coarse", "middle"]), (64, 10, ["coarse", "middle", "fine"]), (1024, 18, None)],
)
def test_there_are_as_many_sliders_as_layers_and_handles_for_the_groups_there_are(
    qtbot, size, layers, groups
):
    panel = make(qtbot, size)
    assert len(panel.bars.sliders) == layers
    shown = [name for name, handle in panel.handles.handles.items() if handle.isVisible()]
    assert shown == (groups or ["coarse", "middle", "fine"])
    sweep(panel, (0, 1), (layers - 1, 1))
    assert panel.values == (1.0,) * layers


def test_other_layers_can_replace_those_that_are_there(panel):
    panel.show_values([0.5] * 10)
    panel.show_layers(style_sizes(1024))
    assert panel.values == (0.0,) * 18
    sweep(panel, (0, 1), (17, 1))
    assert panel.values == (1.0,) * 18
    panel.show_layers(style_sizes(16))
    assert panel.values == (0.0,) * 6


def test_the_box_sets_the_layer_that_it_names_wherever_the_pointer_is(panel, qtbot):
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.bars.sliders[0].setFocus()
    panel.show_values([0.0] * 8 + [0.5, 0.0])
    QTest.mouseMove(panel.bars, at(panel, 6, 0.5))  # the pointer may have been over 8 already
    QTest.mouseMove(panel.bars, at(panel, 8, 0.5))
    assert panel.box.value() == 0.5
    panel.box.setFocus()  # by key, with the pointer still there
    assert "Layer 0" in panel.title.text()
    assert panel.box.value() == 0
    panel.box.selectAll()
    QTest.keyClicks(panel.box, "0.25")
    QTest.mouseMove(panel.bars, at(panel, 7, 0.5))
    assert "Layer 0" in panel.title.text()
    assert panel.box.value() == 0.25
    assert panel.values == (0.25,) + (0.0,) * 7 + (0.5, 0.0)
    panel.bars.sliders[0].setFocus()
    assert "Layer 7" in panel.title.text()
