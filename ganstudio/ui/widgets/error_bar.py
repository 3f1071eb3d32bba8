"""The bar that says in words what went wrong, with a detail to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from ganstudio.ui import icons

MOST = 20  # errors kept; older ones have lost their interest


class ErrorBar(QFrame):
    """Shows the newest error; those before it come back as it is dismissed. Hidden without any."""

    def __init__(self) -> None:
        super().__init__()
        self._errors: list[tuple[str, str]] = []  # sentence, detail; the newest last
        mark = icons.button("warning", self.tr("Error"))
        mark.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.sentence = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.count = QLabel()
        self.copy = QPushButton()
        self.copy.setToolTip(self.tr("Copy the sentence and its detail"))
        icons.put(self.copy, "copy")
        self.close_button = icons.button("close", self.tr("Dismiss"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(mark)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.count)
        row.addWidget(self.copy)
        row.addWidget(self.close_button)
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.dismiss)
        self.hide()

    def show_error(self, sentence: str, detail: str = "") -> None:
        """Show an error; one that is already on the screen is not counted twice."""
        if self._errors and self._errors[-1][0] == sentence:
            self._errors.pop()
        self._errors = [*self._errors, (sentence, detail)][-MOST:]
        self._show_newest()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Take the newest error away."""
        self._errors = self._errors[:-1]
        self._show_newest()

    def clear(self) -> None:
        """Take all errors away."""
        self._errors = []
        self._show_newest()

    def _show_newest(self) -> None:
        self.setVisible(bool(self._errors))
        if not self._errors:
            return
        self.sentence.setText(self._errors[-1][0])
        self.setAccessibleName(self._errors[-1][0])
        others = len(self._errors) - 1
        self.count.setText(self.tr("and %n before", "", others) if others else "")
        self.count.setVisible(bool(others))
        self.copy.setText(self.tr("Copy detail"))

    def _copy(self) -> None:
        sentence, detail = self._errors[-1]
        QGuiApplication.clipboard().setText(f"{sentence}\n\n{detail}" if detail else sentence)
        self.copy.setText(self.tr("Copied"))
