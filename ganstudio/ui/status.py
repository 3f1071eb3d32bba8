"""The status bar: what is going on, how long a picture took, which model and where."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from ganstudio.engine.job import Progress
from ganstudio.engine.picture import Picture
from ganstudio.ui.pace import Pace, in_time

PATIENCE_MS = 60  # quicker pictures show no busy sign, so that it does not flicker
REMARK_MS = 5000


class Status(QStatusBar):
    """`cancel_wanted`: the user wants the running job to stop."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(16, 0, 16, 0)
        self._starting = False
        self._drawing = False
        self._job = ""
        self._pace = Pace()
        self._remark = ""
        self.activity = QLabel(self.tr("Ready"))
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedSize(160, 8)
        self.cancel = QPushButton(self.tr("Cancel"), flat=True)
        self.cancel.setToolTip(self.tr("Stops what is running (Esc)"))
        self.picture = QLabel()
        self.model = QLabel()
        self.device = QLabel()
        for widget in (self.activity, self.bar, self.cancel):
            self.addWidget(widget)
        for label in (self.picture, self.model, self.device):
            label.setContentsMargins(12, 0, 0, 0)
            self.addPermanentWidget(label)
        self.bar.hide()
        self.cancel.hide()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show)
        self._remark_over = QTimer(self, singleShot=True, interval=REMARK_MS)
        self._remark_over.timeout.connect(self._forget_remark)
        self.cancel.clicked.connect(self.cancel_wanted)

    @property
    def busy(self) -> bool:
        """Whether the busy sign is on the screen."""
        return not self.bar.isHidden()

    def show_starting(self) -> None:
        """The worker is on its way: torch is being imported."""
        self._starting = True
        self._show()

    def show_started(self) -> None:
        self._starting = False
        self._show()

    def show_busy(self, busy: bool) -> None:
        """A picture is wanted, or the last one wanted is there."""
        self._drawing = busy
        if busy and not self.busy:
            self._patience.start()
        elif not busy:
            self._patience.stop()
            self._show()

    def show_job(self, name: str, progress: Progress) -> None:
        """A job runs: its name, its note and how far it is."""
        note, left = progress.note, self._pace.left(name, progress)
        self._job = f"{name}: {note}" if note else name
        if left is not None:
            self._job += " · " + in_time(left)
        self.bar.setRange(0, progress.total)  # 0 of 0 moves to and fro
        self.bar.setValue(progress.done)
        self._show()

    def end_job(self) -> None:
        """No job is left."""
        self._job = ""
        self._show()

    def show_picture(self, picture: Picture) -> None:
        """How long the picture took, and whether it is the exact one."""
        height, width = picture.pixels.shape[:2]
        quality = self.tr("exact") if picture.exact else self.tr("preview")
        text = self.tr("{ms} ms a picture · {quality} · {width} × {height}")
        ms = f"{picture.ms:.0f}" if picture.ms >= 10 else f"{picture.ms:.1f}"
        self.picture.setText(text.format(ms=ms, quality=quality, width=width, height=height))
        kept, layers = picture.reused
        told = self.tr("{kept} of {layers} layers were still there from the picture before")
        self.picture.setToolTip(told.format(kept=kept, layers=layers) if layers else "")

    def show_model(self, name: str) -> None:
        self.model.setText(self.tr("model {}").format(name))

    def show_device(self, name: str) -> None:
        self.device.setText(name)

    def say(self, sentence: str) -> None:
        """Something went well: said in passing."""
        self._remark = sentence
        self._remark_over.start()
        self._show()

    def _forget_remark(self) -> None:
        self._remark = ""
        self._show()

    def _show(self) -> None:
        """What matters most now: a job, then a picture that takes its time, then a remark."""
        if not self._job and (self._starting or self._drawing):
            self.bar.setRange(0, 0)
        self.bar.setVisible(bool(self._job) or self._starting or self._drawing)
        self.cancel.setVisible(bool(self._job))
        if self._job:
            self.activity.setText(self._job)
        elif self._starting:
            self.activity.setText(self.tr("Starting"))
        elif self._drawing:
            self.activity.setText(self.tr("Drawing"))
        else:
            self.activity.setText(self._remark or self.tr("Ready"))
