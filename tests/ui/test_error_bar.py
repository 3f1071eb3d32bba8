import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from ganstudio.ui.widgets.error_bar import MOST, ErrorBar

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot):
    bar = ErrorBar()
    qtbot.addWidget(bar)
    return bar


def test_it_is_hidden_until_something_goes_wrong(bar):
    assert not bar.isVisible()
    bar.show_error("The file is cut short; copy it again.", "at byte 7")
    assert bar.isVisible()
    assert bar.sentence.text() == "The file is cut short; copy it again."
    assert bar.accessibleName() == bar.sentence.text()


def test_copy_takes_the_sentence_and_the_detail(bar):
    bar.show_error("The file is cut short.", "at byte 7")
    QTest.mouseClick(bar.copy, LEFT)
    assert QGuiApplication.clipboard().text() == "The file is cut short.\n\nat byte 7"
    assert bar.copy.text() == "Copied"
    bar.show_error("Another.")
    assert bar.copy.text() == "Copy detail"
    QTest.mouseClick(bar.copy, LEFT)
    assert QGuiApplication.clipboard().text() == "Another."


def test_dismissing_brings_back_the_one_before(bar):
    bar.show_error("First.")
    bar.show_error("Second.")
    assert bar.sentence.text() == "Second."
    assert "1" in bar.count.text()
    QTest.mouseClick(bar.close_button, LEFT)
    assert bar.sentence.text() == "First."
    assert not bar.count.isVisible()
    bar.dismiss()
    assert not bar.isVisible()


def test_the_same_error_again_and_again_is_one(bar):
    for number in range(5):
        bar.show_error("Out of memory.", f"attempt {number}")
    assert not bar.count.isVisible()
    QTest.mouseClick(bar.copy, LEFT)
    assert QGuiApplication.clipboard().text().endswith("attempt 4")
    bar.dismiss()
    assert not bar.isVisible()


def test_it_does_not_grow_for_ever(bar):
    for number in range(MOST + 7):
        bar.show_error(f"Error {number}.")
    for _ in range(MOST):
        assert bar.isVisible()
        bar.dismiss()
    assert not bar.isVisible()


def test_clear_takes_all_away(bar):
    bar.show_error("First.")
    bar.show_error("Second.")
    bar.clear()
    assert not bar.isVisible()


def test_markup_in_an_error_is_shown_as_it_is(bar):
    bar.show_error("<b>no</b>")
    assert bar.sentence.textFormat() == Qt.TextFormat.PlainText
