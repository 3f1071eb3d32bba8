"""How much of source B each style layer takes: sliders, handles for groups, and a number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ganstudio.latent.mixing import GROUPS, group
from ganstudio.ui.widgets.group_handle import GroupHandle
from ganstudio.ui.widgets.layer_words import group_effect, group_of, group_word, layer_title
from ganstudio.ui.widgets.mix_bars import MixBars
from ganstudio.ui.widgets.number_box import NumberBox


class MixPanel(QWidget):
    """Signals carry the weights, one a layer: `changed` on the move, `settled` once they rest."""

    changed = Signal(tuple)
    settled = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.bars = MixBars()
        self.handles = GroupStrip(self.bars)
        self.title = QLabel()
        self.title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.box = NumberBox(self.tr("Weight of source B in this layer"), low=0, high=1)
        self.box.setFixedWidth(self.fontMetrics().horizontalAdvance("-00.00") + 16)
        self.box.setToolTip(self.tr("How much of B the layer takes: 0 is all A, 1 is all B"))
        foot = QHBoxLayout()
        foot.addWidget(self.title, 1)
        foot.addWidget(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bars)
        column.addWidget(self.handles)
        column.addSpacing(4)
        column.addLayout(foot)
        self.bars.changed.connect(self._on_changed)
        self.bars.settled.connect(self._on_settled)
        self.bars.pointed.connect(self._tell)
        self.box.valueChanged.connect(self._from_box)
        self.box.editingFinished.connect(self.bars.finish)
        self.box.installEventFilter(self)

    @property
    def values(self) -> tuple[float, ...]:
        return tuple(self.bars.values)

    def show_layers(self, sizes: Sequence[int]) -> None:
        """A slider for each style layer, given the picture size in pixels at which it acts."""
        if list(sizes) != self.bars.sizes:
            self.bars.show_layers(sizes)
            self._tell()

    def show_values(self, values: Sequence[float]) -> None:
        """Show weights without a signal; missing ones count as 0, those beyond are left out."""
        layers = len(self.bars.sizes)
        self.bars.show_values([*values[:layers], *[0.0] * (layers - len(values))])
        self._tell()

    def reset(self) -> None:
        """All of A, as one undo step."""
        self.bars.take(dict.fromkeys(range(len(self.bars.sizes)), 0.0))
        self.bars.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._tell()
        return super().eventFilter(watched, event)

    @property
    def _layer(self) -> int:
        """The layer that the box is about: while one types, the pointer does not change it."""
        return self.bars.current if self.box.hasFocus() else self.bars.shown

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit(self.values)

    def _on_settled(self) -> None:
        self.settled.emit(self.values)

    def _from_box(self, value: float) -> None:
        self.bars.take({self._layer: value})

    def _tell(self) -> None:
        """Name the layer that the box is about, and show its weight."""
        self.handles.show_levels()
        layer = self._layer
        if layer >= len(self.bars.sizes):
            self.title.clear()
            return
        size = self.bars.sizes[layer]
        words = self.tr("{layer}, {group}")
        self.title.setText(
            words.format(layer=layer_title(layer, size), group=group_word(group_of(size)))
        )
        if round(self.bars.values[layer], 2) != self.box.value():
            self.box.blockSignals(True)
            self.box.setValue(self.bars.values[layer])
            self.box.blockSignals(False)


class GroupStrip(QWidget):
    """The handles of the groups, each below its columns."""

    def __init__(self, bars: MixBars) -> None:
        super().__init__()
        self._bars = bars
        self._before: list[float] = []  # the weights when a handle was grabbed
        self.handles = {name: GroupHandle(group_word(name)) for name in GROUPS}
        tip = self.tr("Drag up or down to move all {group} layers: {effect}. Double-click resets.")
        for name, handle in self.handles.items():
            handle.setParent(self)
            handle.setToolTip(tip.format(group=group_word(name), effect=group_effect(name)))
            self._bind(name, handle)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bars.placed.connect(self._place)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(64, next(iter(self.handles.values())).sizeHint().height())

    def show_levels(self) -> None:
        """Show the mean weight of each group on its handle."""
        for name, handle in self.handles.items():
            if layers := group(name, self._bars.sizes):
                handle.show_level(sum(self._bars.values[i] for i in layers) / len(layers))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._place()

    def _bind(self, name: str, handle: GroupHandle) -> None:
        handle.grabbed.connect(self._grab)
        handle.dragged.connect(lambda up: self._shift(name, up / self._bars.travel))
        handle.dropped.connect(self._drop)
        handle.nudged.connect(lambda step: self._nudge(name, step))
        handle.reset.connect(lambda: self._reset(name))

    def _grab(self) -> None:
        self._bars.finish()
        self._before, self._bars.held = list(self._bars.values), True

    def _shift(self, name: str, by: float) -> None:
        """Move a group's layers from where they were when grabbed, so that those which met an end
        keep their distance once the handle comes back."""
        layers = group(name, self._bars.sizes)
        self._bars.take({layer: self._before[layer] + by for layer in layers})

    def _drop(self) -> None:
        self._bars.held = False
        if self._bars.values != self._before:
            self._bars.settle()

    def _nudge(self, name: str, step: float) -> None:
        self._before = list(self._bars.values)
        self._shift(name, step)

    def _reset(self, name: str) -> None:
        self._bars.take(dict.fromkeys(group(name, self._bars.sizes), 0.0))
        self._bars.settle()

    def _place(self) -> None:
        for name, handle in self.handles.items():
            columns = self._bars.columns(name)
            handle.setVisible(columns is not None)
            if columns:
                left, right = columns
                handle.setGeometry(left - 2, 0, right - left + 4, self.height())
