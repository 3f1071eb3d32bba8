"""A tab that is not there yet: what it will hold in one line, and a way to something that works."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Coming(QWidget):
    """`elsewhere`: the user takes the way out."""

    elsewhere = Signal()

    def __init__(self, line: str, way_out: str) -> None:
        super().__init__()
        self.line = QLabel(line, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(way_out)
        self.button.clicked.connect(self.elsewhere)
        self.note = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.note.hide()
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.setContentsMargins(32, 32, 32, 32)
        column.addStretch(2)
        column.addWidget(self.line)
        column.addWidget(self.note)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, sentence: str) -> None:
        """Why the user was brought here."""
        self.note.setText(sentence)
        self.note.show()
