"""The row above the strip of key frames: play, the bar over the path, and what changes it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton

from ganstudio.latent.paths import EASINGS, LONGEST, Path
from ganstudio.ui import icons
from ganstudio.ui.faces.paths.words import easing_words
from ganstudio.ui.widgets.calm import calm
from ganstudio.ui.widgets.greyed import grey
from ganstudio.ui.widgets.number_box import NumberBox
from ganstudio.ui.widgets.roomy import RoomyRow
from ganstudio.ui.widgets.slide import Slide

STEPS = 1000  # of the bar over the path


class PathTools(RoomyRow):
    """Shows a path and the chosen key frame; what its controls do is decided elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = 0.0
        self.play = tool("play", self.tr("Play the path"), checkable=True)
        self.again = tool("repeat", self.tr("Play on, until stopped"), checkable=True)
        self.scrub = Slide(self.tr("Place on the path"), STEPS)
        self.scrub.setToolTip(self.tr("Moves along the path; where it rests, that face is loaded"))
        self.scrub.setMinimumWidth(64)
        self.time = QLabel()
        self.time.setMinimumWidth(self.fontMetrics().horizontalAdvance("000.0 / 000.0 s"))
        self.plus = tool("add", self.tr("Add the picture as a key frame (Ctrl+Return)"))
        self.renew = tool("replace", self.tr("Put the picture in place of the chosen key frame"))
        self.minus = tool("remove", self.tr("Remove the chosen key frame (Delete)"))
        self.seconds = NumberBox(self.tr("Seconds to the next key frame"), low=0.05, high=LONGEST)
        self.seconds.setSuffix(self.tr(" s"))
        self.seconds.setSingleStep(0.25)
        self.seconds.setFixedWidth(self.fontMetrics().horizontalAdvance("600.00 s") + 16)
        self.seconds.setToolTip(self.tr("From the chosen key frame to the next one"))
        self.easing = QComboBox()
        self.easing.setAccessibleName(self.tr("Easing to the next key frame"))
        self.easing.setToolTip(self.tr("How the way from the chosen key frame is gone"))
        words = easing_words()
        for easing in EASINGS:
            self.easing.addItem(words[easing][0], easing)
        calm(self.easing)
        self.closed = tool(
            "closed", self.tr("Closed: the last key frame leads back to the first"), checkable=True
        )
        self._lay_out()

    @property
    def second(self) -> float:
        """Where the bar over the path stands."""
        return self.scrub.value() / STEPS * self._whole

    def show_second(self, second: float | None) -> None:
        """Where on the path the picture is; None leaves the bar where it is."""
        if second is not None and self._whole:
            self.scrub.blockSignals(True)
            self.scrub.setValue(round(STEPS * second / self._whole))
            self.scrub.blockSignals(False)
        words = self.tr("{second:.1f} / {whole:.1f} s")
        here = self.second if second is None else second
        self.time.setText(words.format(second=here, whole=self._whole))

    def show_playing(self, on: bool) -> None:
        self.play.setChecked(on)
        icons.put(self.play, "pause" if on else "play")

    def show_path(self, path: Path, chosen: int | None) -> None:
        """Grey what cannot be done now, and show what is set for the chosen key frame."""
        frames = path.frames
        self._whole = path.seconds
        few = self.tr("A path needs two key frames at least.") if len(frames) < 2 else ""
        none = self.tr("Choose a key frame first.") if chosen is None else ""
        last = chosen is not None and chosen + 1 == len(frames) and not path.closed
        nowhere = self.tr("From the last key frame no way leads on.") if last else ""
        for button in (self.play, self.again, self.scrub, self.closed):
            grey(button, few)
        for button in (self.renew, self.minus):
            grey(button, none)
        for box in (self.seconds, self.easing):
            grey(box, none or nowhere)
        self.closed.setChecked(path.closed)
        frame = None if chosen is None else frames[chosen]
        seconds = frame.seconds if frame else 1.0
        if seconds != self.seconds.value():  # else it would rewrite what is being typed
            self.seconds.blockSignals(True)
            self.seconds.setValue(seconds)
            self.seconds.blockSignals(False)
        self.easing.setCurrentIndex(EASINGS.index(frame.easing if frame else "smooth"))
        self.show_second(None)

    def _lay_out(self) -> None:
        self.spare = (self.time, self.easing, self.seconds, self.closed)
        row = self.row
        row.setContentsMargins(16, 4, 16, 0)
        row.addLayout(close_together(self.play, self.again))
        row.addWidget(self.scrub, 1)
        row.addWidget(self.time)
        row.addLayout(close_together(self.plus, self.renew, self.minus))
        for widget in (self.seconds, self.easing, self.closed):
            row.addWidget(widget)


def close_together(*buttons: QToolButton) -> QHBoxLayout:
    """Buttons that belong together."""
    row = QHBoxLayout()
    row.setSpacing(0)
    for button in buttons:
        row.addWidget(button)
    return row


def tool(icon: str, words: str, *, checkable: bool = False) -> QToolButton:
    """A small button."""
    button = icons.button(icon, words)
    button.setCheckable(checkable)
    return button
