"""The sliders of the mix panel, which one drag sweeps across like those of an equalizer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ganstudio.ui.widgets.columns import nearest, spread, swept
from ganstudio.ui.widgets.layer_slider import KNOB, STEPS, LayerSlider
from ganstudio.ui.widgets.layer_words import group_of, layer_tip, layer_title
from ganstudio.ui.widgets.number_slider import REST_MS

HEIGHT = 168  # px
GUTTER = 16  # px, for the letters of the sources


class MixBars(QWidget):
    """`values` are the weights of source B, 0..1, a slider each.

    Signals: `changed` while they move, `settled` once they rest, `pointed(layer)` when another
    layer is under the pointer or chosen. While `held`, something is being dragged.
    """

    changed = Signal()
    settled = Signal()
    pointed = Signal(int)
    placed = Signal()  # the columns have moved

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[int] = []
        self.values: list[float] = []
        self.sliders: list[LayerSlider] = []
        self.current = 0  # the layer that was chosen last, by press or focus
        self.held = False
        self._hovered: int | None = None
        self._last: QPointF | None = None  # where the sweep was
        self._only: int | None = None  # the one layer that a sweep with Shift sets
        self._moved = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._come_to_rest)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(GUTTER + 18 * (KNOB + 4), HEIGHT)

    def show_layers(self, sizes: Sequence[int]) -> None:
        """As many sliders as there are sizes in pixels, all at 0."""
        for slider in self.sliders:
            slider.removeEventFilter(self)
            slider.hide()
            slider.deleteLater()
        self.sizes, self.values = list(sizes), [0.0] * len(sizes)
        self.sliders = [LayerSlider(layer, parent=self) for layer in range(len(sizes))]
        for slider in self.sliders:
            slider.valueChanged.connect(self._from_key)
            slider.installEventFilter(self)
            slider.setAccessibleName(layer_title(slider.layer, sizes[slider.layer]))
            slider.show()
        self._place()
        self._choose(0)

    def show_values(self, values: Sequence[float]) -> None:
        """Show weights that came from elsewhere, one a slider, without a signal."""
        if list(values) == self.values:
            return
        self._rest.stop()
        self.values = list(values)
        for slider, value in zip(self.sliders, values, strict=True):
            slider.blockSignals(True)
            slider.setValue(round(value * STEPS))
            slider.blockSignals(False)

    def take(self, values: dict[int, float]) -> None:
        """The user wants these weights. They settle after a rest, or by `settle`."""
        wanted = list(self.values)
        for layer, value in values.items():
            wanted[layer] = min(max(round(value, 2), 0.0), 1.0)
        if wanted != self.values:
            self.show_values(wanted)
            self.changed.emit()
        self._rest.start()

    def settle(self) -> None:
        """What was moved is at rest now: one undo step."""
        self._rest.stop()
        self.settled.emit()

    def finish(self) -> None:
        """Another move begins: one that has not come to rest is a step of its own."""
        if self._rest.isActive():
            self.settle()

    @property
    def shown(self) -> int:
        """The layer to tell about: the one under the pointer, else the one chosen last."""
        return self.current if self._hovered is None else self._hovered

    @property
    def travel(self) -> float:
        """Height in pixels between 0 and 1."""
        return self.sliders[0].bottom() - self.sliders[0].top() if self.sliders else 1.0

    def columns(self, group: str) -> tuple[int, int] | None:
        """Left and right edge of a group's columns; None where it has no layer."""
        inside = [s for s in self.sliders if group_of(self.sizes[s.layer]) == group]
        return (inside[0].x(), inside[-1].geometry().right() + 1) if inside else None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() != Qt.MouseButton.LeftButton or not self.sliders:
            return
        self.finish()
        layer = self._layer_at(event.position())
        self._choose(layer)
        self.sliders[layer].setFocus(Qt.FocusReason.MouseFocusReason)
        if event.position().y() > self.sliders[layer].bottom() + KNOB:
            return  # on its number: chosen, not moved
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._only = layer if shift else None
        self._last, self._moved, self.held = event.position(), False, True
        self._sweep(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._hover(self._layer_at(event.position()) if self.sliders else None)
        if self._last is not None:
            self._moved = True
            self._sweep(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._last is not None and event.button() == Qt.MouseButton.LeftButton:
            if self._only is None:  # the keys go on where the sweep has ended
                self.sliders[self._layer_at(self._last)].setFocus(Qt.FocusReason.MouseFocusReason)
            self._last, self.held = None, False
            if self._moved:  # a mere click may be the first half of a double click: it rests
                self.settle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self.sliders:
            self.take({self._layer_at(event.position()): 0.0})
            self.settle()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if not any(slider.hasFocus() for slider in self.sliders):
            event.ignore()  # the page scrolls
            return
        layer = self._layer_at(event.position())
        self.take({layer: self.values[layer] + event.angleDelta().y() / 120 * 0.05})

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.sliders:
            step = 1 if key == Qt.Key.Key_Right else -1
            layer = min(max(self.current + step, 0), len(self.sliders) - 1)
            self.sliders[layer].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.sliders:
            self.take({self.current: 0.0})
            self.settle()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._hover(None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._place()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.isEnabled() and self.sliders:
            layer = self._layer_at(QPointF(event.pos()))
            words = layer_tip(layer, self.sizes[layer], self.values[layer])
            QToolTip.showText(event.globalPos(), words, self, self.sliders[layer].geometry())
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, LayerSlider):
            self._choose(watched.layer)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The scale: lines at 0, a half and 1, and which source is where."""
        if not self.sliders:
            return
        painter = QPainter(self)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        top, bottom = round(self.sliders[0].top()), round(self.sliders[0].bottom())
        painter.setPen(self.palette().color(QPalette.ColorRole.Midlight))
        for y in (top, (top + bottom) // 2, bottom):
            painter.drawLine(GUTTER, y, self.width(), y)
        painter.setPen(self.palette().color(group, QPalette.ColorRole.PlaceholderText))
        for y, letter in ((top, "B"), (bottom, "A")):
            painter.drawText(0, y - 10, GUTTER - 4, 20, Qt.AlignmentFlag.AlignCenter, letter)
        painter.end()

    def _sweep(self, to: QPointF) -> None:
        """Set every slider that the pointer has passed to the pointer's height there."""
        assert self._last is not None
        heights = swept(self._centres(), self._last.toTuple(), to.toTuple())
        if self._only is not None:
            heights = {self._only: to.y()}
        bottom, travel = self.sliders[0].bottom(), self.travel
        self._last = to
        self.take({layer: (bottom - y) / travel for layer, y in heights.items()})

    def _from_key(self, step: int) -> None:
        slider = self.sender()
        assert isinstance(slider, LayerSlider)
        self.take({slider.layer: step / STEPS})

    def _come_to_rest(self) -> None:
        if not self.held:
            self.settle()

    def _layer_at(self, position: QPointF) -> int:
        return nearest(self._centres(), position.x())

    def _centres(self) -> list[float]:
        return [slider.x() + slider.width() / 2 for slider in self.sliders]

    def _choose(self, layer: int) -> None:
        """Make a layer the current one: the one that Tab comes to."""
        self.current = layer
        for slider in self.sliders:
            here = slider.layer == layer
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            slider.setFocusPolicy(policy)
        self.pointed.emit(self.shown)

    def _hover(self, layer: int | None) -> None:
        if layer != self._hovered:
            self._hovered = layer
            for slider in self.sliders:
                slider.hovered = slider.layer == layer
                slider.update()
            self.pointed.emit(self.shown)

    def _place(self) -> None:
        """Put the sliders into their columns, numbered as far as there is room."""
        if not self.sliders:
            return
        columns = spread(self.sizes, GUTTER, self.width() - 2)
        widest = self.fontMetrics().horizontalAdvance(str(len(self.sliders) - 1)) + 2
        every = -(-widest // max(1, columns[0][1] - columns[0][0]))
        for slider, (left, right) in zip(self.sliders, columns, strict=True):
            slider.setGeometry(left, 0, right - left, self.height())
            slider.numbered = slider.layer % every == 0
        self.placed.emit()
