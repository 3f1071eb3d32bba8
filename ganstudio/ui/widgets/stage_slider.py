"""A slider over the stages of growth: 4, 8, 16 ... pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ganstudio.ui.widgets.number_slider import REST_MS
from ganstudio.ui.widgets.slide import Slide


class StageSlider(QWidget):
    """Signals: `changed(pixels)` while it moves, `settled(pixels)` once it rests (one undo step).

    A double click goes to the last stage.
    """

    changed = Signal(int)
    settled = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._stages: tuple[int, ...] = (4,)
        self.slider = Slide(name, 0)
        self.slider.setPageStep(1)
        self.words = QLabel()
        self.words.setFixedWidth(self.fontMetrics().horizontalAdvance("-00.00") + 16)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.words)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._take)
        self.slider.sliderReleased.connect(self._settle)
        self.slider.grasped.connect(self._finish)
        self.slider.reset.connect(self.reset)
        self._rest.timeout.connect(self._settle)
        self._say()

    @property
    def value(self) -> int:
        return self._stages[self.slider.value()]

    def show_stages(self, stages: Sequence[int]) -> None:
        """Offer these stages; the last one is shown until another is."""
        if tuple(stages) != self._stages:
            self._stages = tuple(stages)
            self.slider.blockSignals(True)
            self.slider.setRange(0, len(stages) - 1)
            self.slider.setValue(len(stages) - 1)
            self.slider.blockSignals(False)
            self._say()

    def show_value(self, stage: int) -> None:
        """Show a stage that came from elsewhere, without a signal; the nearest one that is here."""
        if stage != self.value:
            self._rest.stop()
            near = min(range(len(self._stages)), key=lambda i: abs(self._stages[i] - stage))
            self.slider.blockSignals(True)
            self.slider.setValue(near)
            self.slider.blockSignals(False)
            self._say()

    def reset(self) -> None:
        """The last stage, as an undo step of its own."""
        self.slider.setValue(len(self._stages) - 1)
        self._settle()

    def _take(self) -> None:
        self._say()
        self._rest.start()
        self.changed.emit(self.value)

    def _finish(self) -> None:
        if self._rest.isActive():
            self._settle()

    def _settle(self) -> None:
        if not self.slider.isSliderDown():
            self._rest.stop()
            self.settled.emit(self.value)

    def _say(self) -> None:
        self.words.setText(self.tr("{} px").format(self.value))
