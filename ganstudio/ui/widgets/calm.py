"""Controls that let the wheel scroll the page, until they have the keyboard focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class CalmWheel(QObject):
    """Passes the wheel on to what scrolls, so that scrolling past a slider does not move it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        assert isinstance(watched, QWidget)
        if event.type() == QEvent.Type.Wheel and not watched.hasFocus():
            event.ignore()
            return True
        return False


def calm(widget: QWidget) -> None:
    """Let `widget` take the wheel only while it has the focus, which the wheel does not give."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(CalmWheel(widget))
