import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from ganstudio.media.files import encode
from ganstudio.media.qimage import to_qimage
from ganstudio.ui.widgets.number_box import NumberBox

CTRL = Qt.KeyboardModifier.ControlModifier
PIXELS = np.zeros((4, 4, 3), np.uint8)


@pytest.fixture
def window(qtbot):
    """A window that takes the same keys as a number box; `taken` says which it got."""
    found = QMainWindow()
    found.box = NumberBox("Seed", low=0, high=10_000, decimals=0)
    found.setCentralWidget(found.box)
    found.taken = []
    for key in "ZCV":
        action = QAction(found)
        action.setShortcut(f"Ctrl+{key}")
        action.triggered.connect(lambda _=False, key=key: found.taken.append(key))
        found.addAction(action)
    qtbot.addWidget(found)
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    found.box.setFocus()
    found.box.selectAll()
    QTest.keyClicks(found.box, "4217")
    QApplication.clipboard().clear()
    return found


def files():
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/face.png")])
    return mime


def files_as_from_a_file_manager():
    mime = files()
    mime.setText("/tmp/face.png")
    return mime


def picture():
    mime = QMimeData()
    mime.setImageData(to_qimage(PIXELS))
    return mime


def png():
    mime = QMimeData()
    mime.setData("image/png", encode(PIXELS, "PNG"))
    return mime


def test_undo_is_the_windows(window):
    QTest.keyClick(window.box, Qt.Key.Key_Z, CTRL)
    assert window.taken == ["Z"]
    assert window.box.value() == 4217


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Return])
def test_the_picture_is_copied_after_a_number_was_typed(window, key):
    if key:
        QTest.keyClick(window.box, key)
    QTest.keyClick(window.box, Qt.Key.Key_C, CTRL)
    assert window.taken == ["C"]


def test_a_part_of_the_number_is_copied_as_text(window):
    window.box.lineEdit().setSelection(1, 2)
    QTest.keyClick(window.box, Qt.Key.Key_C, CTRL)
    assert window.taken == []
    assert QApplication.clipboard().text() == "21"


@pytest.mark.parametrize("content", [files, files_as_from_a_file_manager, picture, png])
def test_files_and_pictures_are_pasted_into_the_window(window, content):
    QApplication.clipboard().setMimeData(content())
    QTest.keyClick(window.box, Qt.Key.Key_V, CTRL)
    assert window.taken == ["V"]
    assert window.box.value() == 4217


def test_a_number_is_pasted_into_the_box(window):
    mime = picture()
    mime.setText("99")  # as from a spreadsheet, which adds a picture of the cell
    QApplication.clipboard().setMimeData(mime)
    window.box.selectAll()
    QTest.keyClick(window.box, Qt.Key.Key_V, CTRL)
    assert window.taken == []
    assert window.box.value() == 99


def test_with_an_empty_clipboard_nothing_happens(window):
    QTest.keyClick(window.box, Qt.Key.Key_V, CTRL)
    assert window.box.value() == 4217


def test_other_keys_stay_with_the_box(window):
    window.box.lineEdit().deselect()
    QTest.keyClick(window.box, Qt.Key.Key_A, CTRL)
    assert window.box.lineEdit().selectedText() == "4217"


def test_a_file_dropped_on_the_box_is_left_to_the_window(window):
    mime = files()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(2, 2), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(window.box.lineEdit(), event)
    assert not event.isAccepted()
