"""A slider and a number box that show one value."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ganstudio.ui.widgets.number_box import NumberBox
from ganstudio.ui.widgets.slide import Slide

REST_MS = 600  # after which keys, wheel and typing, which have no release, have come to rest


class NumberSlider(QWidget):
    """Signals: `changed(value)` while it moves, `settled(value)` once it rests (one undo step).

    The box reaches further than the slider where `reach` says so. `top`: a word for the highest
    value. A double click on the slider goes back to `default`.
    """

    changed = Signal(float)
    settled = Signal(float)

    def __init__(
        self,
        name: str,
        *,
        low: float,
        high: float,
        default: float,
        decimals: int = 2,
        reach: tuple[float, float] | None = None,
        top: str = "",
    ) -> None:
        super().__init__()
        self.default = default
        self._value = default
        self._moved = False
        self._low, self._per_step = low, 10.0**-decimals
        self.slider = Slide(name, round((high - low) / self._per_step))
        least, most = reach or (low, high)
        self.box = NumberBox(name, low=least, high=most, decimals=decimals, top=top)
        self.box.setFixedWidth(self.fontMetrics().horizontalAdvance("-00.00") + 16)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.box)
        self.slider.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab comes to the box alone
        self.setFocusProxy(self.box)
        self._show(default)
        self.slider.valueChanged.connect(self._from_slider)
        self.slider.sliderPressed.connect(self._press)
        self.slider.sliderMoved.connect(self._move)
        self.slider.sliderReleased.connect(self._release)
        self.slider.grasped.connect(self._finish)
        self.slider.reset.connect(self.reset)
        self.box.valueChanged.connect(self._take)
        self.box.editingFinished.connect(self._finish)
        self._rest.timeout.connect(self._settle)

    @property
    def value(self) -> float:
        return self._value

    def show_value(self, value: float) -> None:
        """Show a value that came from elsewhere, say by undo, without a signal."""
        if value != self._value:
            self._rest.stop()
            self._value = value
            self._show(value)

    def set_high(self, high: float, default: float) -> None:
        """Move the upper end of slider and box, say for a model with more layers."""
        self.default = default
        for widget in (self.slider, self.box):
            widget.blockSignals(True)
        self.slider.setMaximum(round((high - self._low) / self._per_step))
        self.box.setMaximum(high)
        for widget in (self.slider, self.box):
            widget.blockSignals(False)
        self._show(self._value)

    def reset(self) -> None:
        """Back to the default, as an undo step of its own."""
        self._take(self.default)
        self._settle()

    def _take(self, value: float) -> None:
        """The user wants this value."""
        if value != self._value:
            self._value = value
            self._show(value)
            self._rest.start()
            self.changed.emit(value)

    def _from_slider(self, step: int) -> None:
        self._take(round(self._low + step * self._per_step, 6))

    def _press(self) -> None:
        self._moved = False

    def _move(self) -> None:
        self._moved = True

    def _release(self) -> None:
        if self._moved:
            self._settle()
        else:  # a mere click rests a while, since it may be the first half of a double click
            self._rest.start()

    def _finish(self) -> None:
        """What was moved before is a step of its own."""
        if self._rest.isActive():
            self._settle()

    def _settle(self) -> None:
        if self.slider.isSliderDown():
            return
        self._rest.stop()
        self.settled.emit(self._value)

    def _show(self, value: float) -> None:
        for widget in (self.slider, self.box):
            widget.blockSignals(True)
        self.slider.setValue(round((value - self._low) / self._per_step))
        if round(value, self.box.decimals()) != self.box.value():
            self.box.setValue(value)
        for widget in (self.slider, self.box):
            widget.blockSignals(False)
