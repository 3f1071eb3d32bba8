"""The status bar: what is going on, how long a picture took, which model and where."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from ganstudio.engine.job import Progress
from ganstudio.engine.picture import Picture

PATIENCE_MS = 60  # quicker pictures show no busy sign, so that it does not flicker


class Status(QStatusBar):
    """`cancel_wanted`: the user wants the running job to stop."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._job = ""
        self._drawing = False
        self.activity = QLabel(self.tr("Starting"))
        self.bar = QProgressBar(maximumWidth=160, maximumHeight=8, textVisible=False)
        self.cancel = QPushButton(self.tr("Cancel"), flat=True)
        self.cancel.setToolTip(self.tr("Stops what is running (Esc)"))
        self.picture = QLabel()
        self.model = QLabel()
        self.device = QLabel()
        for widget in (self.activity, self.bar, self.cancel):
            self.addWidget(widget)
        for label in (self.picture, self.model, self.device):
            self.addPermanentWidget(label)
        self.bar.hide()
        self.cancel.hide()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_busy)
        self.cancel.clicked.connect(self.cancel_wanted)

    @property
    def busy(self) -> bool:
        """Whether the busy sign is on the screen."""
        return self.bar.isVisible()

    def show_starting(self) -> None:
        """The worker is on its way: torch is being imported."""
        self._drawing = True
        self._show_busy()
        self.activity.setText(self.tr("Starting"))

    def show_busy(self, busy: bool) -> None:
        """A picture is wanted, or the last one wanted is there."""
        self._drawing = busy
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self._rest()

    def show_job(self, name: str, progress: Progress) -> None:
        """A job runs: its name, its note and how far it is."""
        self._job = name
        self.activity.setText(f"{name}: {progress.note}" if progress.note else name)
        self.bar.setRange(0, progress.total)  # 0 of 0 moves to and fro
        self.bar.setValue(progress.done)
        self.bar.show()
        self.cancel.show()

    def end_job(self) -> None:
        self._job = ""
        self.cancel.hide()
        self.cancel.setEnabled(True)
        self._show_busy() if self._drawing else self._rest()

    def show_picture(self, picture: Picture) -> None:
        """How long the picture took, and whether it is the exact one."""
        height, width = picture.pixels.shape[:2]
        quality = self.tr("exact") if picture.exact else self.tr("preview")
        text = self.tr("{ms} ms a picture · {quality} · {width} x {height}")
        ms = f"{picture.ms:.0f}" if picture.ms >= 10 else f"{picture.ms:.1f}"
        self.picture.setText(text.format(ms=ms, quality=quality, width=width, height=height))

    def show_model(self, name: str) -> None:
        self.model.setText(self.tr("model {}").format(name))

    def show_device(self, name: str) -> None:
        self.device.setText(name)

    def say(self, sentence: str) -> None:
        """Something went well: said in passing."""
        self.showMessage(sentence, 5000)

    def _show_busy(self) -> None:
        if self._drawing and not self._job:
            self.activity.setText(self.tr("Drawing"))
            self.bar.setRange(0, 0)
            self.bar.show()

    def _rest(self) -> None:
        if not self._job:
            self.activity.setText(self.tr("Ready"))
            self.bar.hide()
