"""A mouse and a file manager by program, for the tour."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT = Qt.MouseButton.LeftButton


def drag(widget: QWidget, start: QPoint, end: QPoint, *, moves: int = 12) -> None:
    """Press, move in steps and release."""
    QTest.mousePress(widget, LEFT, pos=start)
    for step in range(1, moves + 1):
        at = QPointF(start + (end - start) * step / moves)
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            QPointF(widget.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(widget, move)
    QTest.mouseRelease(widget, LEFT, pos=end)


def drop(window: QWidget, path: Path) -> None:
    """Drop a file on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path.resolve()))])
    centre = window.rect().center()
    more = Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(centre, *more)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        raise AssertionError(f"the window does not take {path.name}")
    QApplication.sendEvent(window, QDropEvent(QPointF(centre), *more))
