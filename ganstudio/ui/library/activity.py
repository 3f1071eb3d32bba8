"""The foot of the library: how many models there are, or what runs, how far it is, and Cancel."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ganstudio.engine.job import Progress
from ganstudio.ui.jobs import Jobs


class Activity(QWidget):
    """A quiet sentence that gives way to the job that runs."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._sentence = ""
        self.words = QLabel()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedSize(160, 8)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"), flat=True, autoDefault=False)
        self.cancel.setToolTip(self.tr("Stops what is running; what is done stays"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        jobs.moved.connect(self._on_moved)
        jobs.rested.connect(self._on_rested)
        self.cancel.clicked.connect(jobs.cancel)
        self._on_rested()

    def say(self, sentence: str) -> None:
        """What is to be read while nothing runs."""
        self._sentence = sentence
        if self.bar.isHidden():
            self.words.setText(sentence)

    def _on_moved(self, name: str, progress: Progress) -> None:
        self.words.setText(f"{name}: {progress.note}" if progress.note else name)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self._show_running(True)

    def _on_rested(self) -> None:
        self.words.setText(self._sentence)
        self._show_running(False)

    def _show_running(self, on: bool) -> None:
        self.bar.setVisible(on)
        self.cancel.setVisible(on)
