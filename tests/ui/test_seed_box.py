import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from ganstudio.ui.widgets.seed_box import DICE, SeedBox

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def seed(qtbot):
    box = SeedBox("Seed of A")
    qtbot.addWidget(box)
    box.show()
    box.seen, box.rests = [], []
    box.changed.connect(box.seen.append)
    box.settled.connect(box.rests.append)
    return box


def test_a_click_selects_so_that_typing_replaces(seed, qtbot):
    seed.show_value(917)
    seed.activateWindow()
    qtbot.waitUntil(seed.isActiveWindow)
    QTest.mouseClick(seed.box.lineEdit(), LEFT)
    QTest.keyClicks(seed.box, "42")
    assert seed.seen == [4, 42]
    QTest.keyClick(seed.box, Qt.Key.Key_Return)
    assert seed.rests == [42]


@pytest.mark.parametrize("number", [0, 2**31, 2**32 - 1])
def test_all_of_32_bits_can_be_typed(seed, number):
    seed.show_value(7)
    seed.box.selectAll()
    QTest.keyClicks(seed.box, str(number))
    QTest.keyClick(seed.box, Qt.Key.Key_Return)
    assert seed.value == number
    assert seed.rests == [number]


def test_nothing_beyond_32_bits_can_be_typed(seed):
    seed.box.selectAll()
    QTest.keyClicks(seed.box, str(2**32))
    QTest.keyClick(seed.box, Qt.Key.Key_Return)
    assert seed.value <= 2**32 - 1


def test_previous_and_next_are_a_step_each_and_go_round(seed):
    QTest.mouseClick(seed.previous, LEFT)
    QTest.mouseClick(seed.next, LEFT)
    QTest.mouseClick(seed.next, LEFT)
    assert seed.seen == seed.rests == [2**32 - 1, 0, 1]


def test_a_button_that_is_held_down_is_one_step(seed, qtbot):
    seed.next.setAutoRepeatDelay(10)
    seed.next.setAutoRepeatInterval(5)
    QTest.mousePress(seed.next, LEFT)
    qtbot.waitUntil(lambda: len(seed.seen) >= 5)
    QTest.mouseRelease(seed.next, LEFT)
    assert len(seed.rests) == 1
    assert seed.rests[0] == seed.value == seed.seen[-1] == len(seed.seen)


def test_the_dice_throw_many_different_seeds(seed):
    for _ in range(20):
        QTest.mouseClick(seed.dice, LEFT)
    assert len(set(seed.seen)) > 15
    assert all(0 <= value < DICE for value in seed.seen)
    assert seed.rests == seed.seen


def test_ctrl_z_in_the_box_is_the_windows_undo(qtbot):
    seed = SeedBox("Seed of A")
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(seed)
    undo = QAction(window)
    undo.setShortcut("Ctrl+Z")
    undone = []
    undo.triggered.connect(lambda: undone.append(True))
    window.addAction(undo)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    seed.box.setFocus()
    seed.box.selectAll()
    QTest.keyClicks(seed.box, "42")
    QTest.keyClick(seed.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert seed.value == 42
