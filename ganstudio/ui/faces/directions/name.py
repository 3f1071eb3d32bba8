"""A name that is text until a double click or F2 makes it a box to type in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

LONGEST = 80


class NameBox(QLineEdit):
    """Signal `renamed(text)`: the user gave another name; Escape gives back the old one."""

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.setMaxLength(LONGEST)
        self.setProperty("name", True)
        self.setReadOnly(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.returnPressed.connect(self._finish)

    def show_name(self, name: str) -> None:
        """Show a name that came from elsewhere."""
        self._name = name
        if self.isReadOnly():
            self._show()

    def edit(self) -> None:
        """Let the user type."""
        self._become(editable=True)
        self.setText(self._name)
        self.setFocus()
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.isReadOnly():  # text, not a box: all keys are the window's
                event.ignore()
                return False
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.isReadOnly() and event.key() == Qt.Key.Key_Escape:
            self._become(editable=False)
            self._show()
            return
        if self.isReadOnly() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self.isReadOnly():
            self.edit()
        else:
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self.isReadOnly():
            self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        if not self.isReadOnly() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish()

    def _finish(self) -> None:
        if self.isReadOnly():
            return
        text = " ".join(self.text().split())
        self._become(editable=False)
        old = self._name
        self._show()
        if text and text != old:
            self.renamed.emit(text)

    def _become(self, *, editable: bool) -> None:
        self.setReadOnly(not editable)
        shape = Qt.CursorShape.IBeamCursor if editable else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.style().unpolish(self)
        self.style().polish(self)

    def _show(self) -> None:
        room = self.width() - 12  # what is inside its frame
        self.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room))
        self.setCursorPosition(0)
        self.deselect()
