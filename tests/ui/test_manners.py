import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QSpinBox

from ganstudio.ui.manners import Manners


@pytest.fixture
def window(qtbot):
    found = QMainWindow()
    found.box = QSpinBox(maximum=1000)
    found.setCentralWidget(found.box)
    found.undone = []
    undo = QAction(found, shortcut=QKeySequence("Ctrl+Z"))
    undo.triggered.connect(lambda: found.undone.append(1))
    found.addAction(undo)
    Manners(found).teach(found)
    qtbot.addWidget(found)
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    found.box.setFocus()
    return found


def test_undo_in_a_number_box_is_the_documents(window):
    window.box.selectAll()
    QTest.keyClicks(window.box, "42")
    QTest.keyClick(window.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.undone == [1]
    assert window.box.value() == 42  # the text has not been taken back as well


def test_other_keys_stay_with_the_box(window):
    window.box.selectAll()
    QTest.keyClicks(window.box, "7")
    QTest.keyClick(window.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert window.box.lineEdit().selectedText() == "7"


def test_a_file_dropped_on_a_number_box_is_left_to_the_window(window):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/face.png")])
    line = window.box.lineEdit()
    event = QDragEnterEvent(
        QPoint(2, 2),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(line, event)
    assert not event.isAccepted()
