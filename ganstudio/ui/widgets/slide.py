"""A horizontal slider whose handle comes to the pointer, and which a double click resets."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

from ganstudio.ui.widgets.calm import calm


class Slide(QSlider):
    """As QSlider; a press anywhere takes the handle there and goes on as a drag.

    With the property "bipolar" it fills from the middle, where 0 is.
    """

    grasped = Signal()  # before a press moves it
    reset = Signal()

    def __init__(self, name: str, steps: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, steps)
        self.setPageStep(max(1, steps // 10))
        self.setAccessibleName(name)
        calm(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.grasped.emit()
        handle = self._handle()
        pressed = event.button() == Qt.MouseButton.LeftButton
        if pressed and not handle.contains(event.position().toPoint()):
            self.setValue(self._step_at(event.position().x(), handle.width()))
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self.property("bipolar") or not self.isEnabled():
            return
        handle, middle = self._handle(), self.width() // 2
        left, right = min(middle, handle.right() + 1), max(middle, handle.left())
        if handle.center().x() > middle:
            left = middle
        else:
            right = middle
        if left < right:
            filled = QRect(left, self.height() // 2 - 2, right - left, 4)
            painter = QPainter(self)
            painter.fillRect(filled, self.palette().highlight())
            painter.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.reset.emit()
        event.accept()

    def _handle(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )

    def _step_at(self, x: float, handle: int) -> int:
        return QStyle.sliderValueFromPosition(
            0, self.maximum(), round(x - handle / 2), self.width() - handle
        )
