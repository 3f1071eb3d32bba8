"""Which layers a direction moves: a small button that says it, and what opens below its row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ganstudio.latent.mixing import GROUPS, group
from ganstudio.ui.widgets.layer_words import group_effect, group_word
from ganstudio.ui.widgets.number_box import NumberBox

Range = tuple[int, int]


class LayersButton(QToolButton):
    """Says the layers in a word or two."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("quiet", True)
        self.setCheckable(True)
        self.setToolTip(self.tr("Which style layers it moves"))

    def show_range(self, span: Range, sizes: Sequence[int], name: str) -> None:
        """The layers first..last of a model whose layers act at `sizes`."""
        word = self._word(span, sizes)
        self.setText(word)
        self.setAccessibleName(self.tr("Layers of {name}: {word}").format(name=name, word=word))

    def _word(self, span: Range, sizes: Sequence[int]) -> str:
        if not sizes:
            return ""
        first, last = within(span, sizes)
        if (first, last) == (0, len(sizes) - 1):
            return self.tr("all layers")
        for name, layers in groups(sizes).items():
            if (first, last) == layers:
                return group_word(name)
        if first == last:
            return self.tr("layer {first}").format(first=first)
        return self.tr("layers {first}–{last}").format(first=first, last=last)


class LayersEditor(QWidget):
    """Quick choices and exact numbers. Signal `chosen(first, last)`: the user wants these."""

    chosen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._sizes: Sequence[int] = ()
        self.quick = {"all": QPushButton(self.tr("all"))}
        self.quick["all"].setToolTip(self.tr("Every layer"))
        for name in GROUPS:
            self.quick[name] = QPushButton(group_word(name))
            effect = group_effect(name)
            self.quick[name].setToolTip(self.tr("Steers {effect}.").format(effect=effect))
        self.first = NumberBox(self.tr("First layer"), low=0, high=1, decimals=0)
        self.last = NumberBox(self.tr("Last layer"), low=0, high=1, decimals=0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self.quick.values():
            button.setCheckable(True)
            button.setProperty("choice", True)
            row.addWidget(button, 1)
        row.addSpacing(4)
        row.addWidget(self.first)
        row.addWidget(QLabel("–"))
        row.addWidget(self.last)
        for box in (self.first, self.last):
            box.setKeyboardTracking(False)  # what is half typed is no layer
            box.setFixedWidth(32)
        for name, button in self.quick.items():
            button.clicked.connect(lambda _=False, name=name: self._choose(name))
        self.first.valueChanged.connect(self._from_first)
        self.last.valueChanged.connect(self._from_last)

    def show_range(self, span: Range, sizes: Sequence[int]) -> None:
        """The layers first..last of a model whose layers act at `sizes`."""
        self._sizes = sizes
        for box in (self.first, self.last):
            box.blockSignals(True)
            box.setMaximum(max(len(sizes) - 1, 0))
            box.blockSignals(False)
        for name in GROUPS:
            self.quick[name].setVisible(name in groups(sizes))
        self._show(*within(span, sizes))

    def _choose(self, name: str) -> None:
        self._take(*self._spans()[name])

    def _from_first(self, value: float) -> None:
        self._take(round(value), max(round(value), round(self.last.value())))

    def _from_last(self, value: float) -> None:
        self._take(min(round(value), round(self.first.value())), round(value))

    def _take(self, first: int, last: int) -> None:
        self._show(first, last)
        self.chosen.emit(first, last)

    def _show(self, first: int, last: int) -> None:
        for box, value in ((self.first, first), (self.last, last)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        for name, button in self.quick.items():
            button.setChecked(self._spans().get(name) == (first, last))

    def _spans(self) -> dict[str, Range]:
        return {"all": (0, len(self._sizes) - 1), **groups(self._sizes)}


def groups(sizes: Sequence[int]) -> dict[str, Range]:
    """First and last layer of each group that the model has."""
    found = {name: group(name, sizes) for name in GROUPS}
    return {name: (layers[0], layers[-1]) for name, layers in found.items() if layers}


def within(span: Range, sizes: Sequence[int]) -> Range:
    """The range as far as the model has layers."""
    last = max(len(sizes) - 1, 0)
    return min(span[0], last), min(span[1], last)
