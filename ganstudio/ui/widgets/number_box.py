"""A small box for a number: typed, stepped by keys, or by the wheel once it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QDoubleSpinBox

from ganstudio.ui.widgets.calm import calm

PNG = "image/png"
BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class NumberBox(QDoubleSpinBox):
    """A number between low and high; `decimals=0` makes it whole, exact up to 2**53.

    `top` is a word that stands for the highest number ("all"). A click selects what is there, so
    that typing replaces it.
    """

    def __init__(
        self, name: str, *, low: float, high: float, decimals: int = 2, top: str = ""
    ) -> None:
        super().__init__()
        self._top = top
        self._entered = False
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(10.0**-decimals)
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(4, 0, 4, 0)
        self.lineEdit().installEventFilter(self)
        calm(self)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        if self._top and value >= self.maximum():
            return self._top
        return super().textFromValue(value)

    def valueFromText(self, text: str) -> float:  # noqa: N802 - Qt's name
        return self.maximum() if self._top and text == self._top else super().valueFromText(text)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if text and self._top.startswith(text):
            whole = text == self._top
            state = QValidator.State.Acceptable if whole else QValidator.State.Intermediate
            return state, text, position
        return super().validate(text, position)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_the_windows(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self._entered = event.reason() not in BY_TAB  # which selects by itself

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.MouseButtonRelease and self._entered:
            self._entered = False
            if not self.lineEdit().hasSelectedText():
                self.selectAll()
        return super().eventFilter(watched, event)

    def _is_the_windows(self, event: QKeyEvent) -> bool:
        """Whether keys mean the picture, not the text here.

        The window undoes whole steps, the box would undo typing. Part of the number is copied as
        text; all of it is selected merely because Return or a click did so.
        """
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.lineEdit().selectedText() in ("", self.lineEdit().text())
        if event.matches(QKeySequence.StandardKey.Paste):
            return picture_in_clipboard()
        return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
            QKeySequence.StandardKey.Redo
        )


def picture_in_clipboard() -> bool:
    """Whether there are files or a picture in the clipboard, and nothing to type."""
    mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if mime is None:  # where it was emptied
        return False
    return mime.hasUrls() or (not mime.hasText() and (mime.hasImage() or mime.hasFormat(PNG)))
