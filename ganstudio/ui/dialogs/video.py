"""Film: what of it, how long, how large, in which format."""

from __future__ import annotations

from typing import TypedDict

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ganstudio.engine.video import MOST_FRAMES
from ganstudio.media.video import GIF_FASTEST, MOST_SIDE
from ganstudio.recipe import Drawable
from ganstudio.ui.footage import Footage, Kind

ENDINGS = {"mp4": ".mp4", "gif": ".gif", "webp": ".webp", "apng": ".apng", "frames": ""}
LONGEST = 3600.0  # seconds
FASTEST = 120  # frames a second
CUSTOM = -1


class How(TypedDict):
    """How a film goes through its moments."""

    fps: float
    seconds: float
    back: bool


class VideoDialog(QDialog):
    """`chosen`: the user wants the film; the properties say which."""

    chosen = Signal()

    def __init__(
        self, footage: Footage, size: int, *, on_path: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Film"))
        self._footage = footage
        self._model_size = size
        self._make_controls()
        self._lay_out()
        self._connect()
        self.what.setCurrentIndex(self.what.findData("path" if on_path else "sources"))
        self._choose_kind()

    @property
    def kind(self) -> Kind:
        kind: Kind = self.what.currentData()
        return kind

    @property
    def ending(self) -> str:
        """Of the file's name; "" for a folder of pictures."""
        return ENDINGS[self.format.currentData()]

    @property
    def pixels(self) -> int | None:
        """Pixels of each side; None as the model draws."""
        factor = self.times.currentData()
        if factor == CUSTOM:
            return self.side.value()
        return None if factor == 1 else factor * self._model_size

    @property
    def moments(self) -> list[Drawable]:
        return self._footage.moments(self.kind, **self._how)

    @property
    def _how(self) -> How:
        back = self.back.isChecked() and self.back.isEnabled()
        return {"fps": self.fps.value(), "seconds": self.seconds.value(), "back": back}

    def _make_controls(self) -> None:
        self.what = QComboBox()
        kinds: dict[Kind, str] = {
            "sources": self.tr("The way from A to B"),
            "path": self.tr("The key frames"),
            "history": self.tr("What was done, flowing"),
            "cuts": self.tr("What was done, step by step"),
        }
        for kind, words in kinds.items():
            if self._footage.has(kind):
                self.what.addItem(words, kind)
        self.what.setToolTip(self.tr("What was done: each undo step of this session, in order"))
        self.format = QComboBox()
        formats = {
            "mp4": self.tr("MP4: small, plays everywhere"),
            "gif": self.tr("GIF: 256 colours, plays everywhere"),
            "webp": self.tr("WebP: small, for web pages"),
            "apng": self.tr("APNG: exact, for web pages"),
            "frames": self.tr("Numbered PNG pictures in a folder"),
        }
        for format, words in formats.items():
            self.format.addItem(words, format)
        self.times = QComboBox()
        for factor in (1, 2, 4):
            side = factor * self._model_size
            if side <= MOST_SIDE:
                words = self.tr("{0} × {0} px, {1} times").format(side, factor)
                plain = self.tr("{0} × {0} px, as drawn").format(side)
                self.times.addItem(plain if factor == 1 else words, factor)
        self.times.addItem(self.tr("Other"), CUSTOM)
        usual = min(2 * self._model_size, 4096)
        self.side = QSpinBox(minimum=16, maximum=4096, singleStep=2, value=usual)
        self.side.setSuffix(self.tr(" px"))
        self.fps = QSpinBox(minimum=1, maximum=FASTEST, value=24)
        self.fps.setToolTip(self.tr("Pictures a second"))
        self.seconds = QDoubleSpinBox(minimum=0.05, maximum=LONGEST, decimals=2)
        self.seconds.setSuffix(self.tr(" s"))
        self.back = QCheckBox(self.tr("And back again, so that it can be looped"))
        self.summary = QLabel(wordWrap=True)
        self.summary.setMinimumWidth(360)
        self.summary.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        sizes = QHBoxLayout()
        sizes.setSpacing(8)
        sizes.addWidget(self.times, 1)
        sizes.addWidget(self.side)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for words, field in (
            (self.tr("Film"), self.what),
            (self.tr("Format"), self.format),
            (self.tr("Size"), self.times),
            (self.tr("Frames a second"), self.fps),
            (self.tr("Length"), self.seconds),
            ("", self.back),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words or self.back.text())
            if field is self.times:
                form.addRow(label, sizes)
            else:
                form.addRow(label, field)
        self.side.setAccessibleName(self.tr("Size in pixels"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(self.tr("Save..."), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._choose_kind)
        for box in (self.format, self.times):
            box.currentIndexChanged.connect(self._sum_up)
        for number in (self.fps, self.seconds, self.side):
            number.lineEdit().setTextMargins(4, 0, 4, 0)
            number.valueChanged.connect(self._sum_up)
        self.back.toggled.connect(self._sum_up)
        self.accepted.connect(self.chosen)

    def _choose_kind(self) -> None:
        usual = self._footage.usual_seconds(self.kind)
        self.seconds.setMaximum(max(LONGEST, usual))
        self.seconds.setValue(usual)
        closed = self.kind == "path" and self._footage.path.closed
        self.back.setEnabled(not closed)
        words = self.tr("The path is closed: it leads back by itself.") if closed else ""
        self.back.setToolTip(words)
        self._sum_up()

    def _sum_up(self) -> None:
        self.side.setVisible(self.times.currentData() == CUSTOM)
        self.fps.setMaximum(round(GIF_FASTEST) if self.ending == ".gif" else FASTEST)
        frames = self._footage.count(self.kind, **self._how)
        side = self.pixels or self._model_size
        text = self.tr("{frames} pictures of {side} × {side} px, {seconds:.1f} seconds.")
        text = text.format(frames=frames, side=side, seconds=frames / self.fps.value())
        if frames > MOST_FRAMES:
            text += " " + self.tr("That is too many: make it shorter.")
        self.save.setEnabled(frames <= MOST_FRAMES)
        self.summary.setText(text)
