"""Noise scale by scale: strength, mode and seed for the layers of 4, 8, 16 ... pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ganstudio.latent.scales import with_scale
from ganstudio.recipe import FaceRecipe, Noise, NoiseMode
from ganstudio.ui.document import Document
from ganstudio.ui.faces.binding import bind
from ganstudio.ui.widgets.greyed import grey
from ganstudio.ui.widgets.number_slider import NumberSlider
from ganstudio.ui.widgets.own_seed import OwnSeed
from ganstudio.ui.widgets.section import Section, align


class NoiseRow(QWidget):
    """One scale: strength, mode and a seed of its own."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.strength = NumberSlider(
            self.tr("Noise strength at {} px").format(size),
            low=0,
            high=2,
            default=1,
            reach=(0, 10),
        )
        self.strength.setToolTip(
            self.tr("The noise of the layers of {} px, times the strength above").format(size)
        )
        self.strength.slider.setMinimumWidth(48)
        self.mode = ModeButton(self.tr("Noise mode at {} px").format(size))
        self.seed = OwnSeed(self.tr("Noise seed at {} px").format(size))
        self.seed.box.setToolTip(
            self.tr("A seed of its own for the layers of {} px; empty: the one above").format(size)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.strength, 1)
        row.addWidget(self.mode)
        row.addWidget(self.seed)


class ModeButton(QToolButton):
    """A letter for the mode of a scale; each press goes on to the next. `chosen(mode or None)`."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedWidth(28)
        self.setProperty("letter", True)
        self._mode: NoiseMode | None = None
        self._words = {
            None: (self.tr("="), self.tr("The mode above; press for fixed noise here")),
            "const": (self.tr("F"), self.tr("Fixed here; press for random noise")),
            "random": (self.tr("R"), self.tr("Random here; press for no noise")),
            "none": (self.tr("O"), self.tr("Off here; press for the mode above")),
        }
        self.clicked.connect(self._go_on)
        self.show_value(None)

    def show_value(self, mode: NoiseMode | None) -> None:
        """Show the mode of the scale, None for the one of all layers."""
        self._mode = mode
        letter, words = self._words[mode]
        self.setText(letter)
        self.setToolTip(words)

    def _go_on(self) -> None:
        modes = list(self._words)
        self.chosen.emit(modes[(modes.index(self._mode) + 1) % len(modes)])


class NoiseScales(Section):
    """A fold with a row a scale, closed at first."""

    def __init__(self, document: Document) -> None:
        super().__init__("")
        self.header.setText(self.tr("Per scale"))
        self.header.setToolTip(self.tr("Strength, mode and seed of the noise, scale by scale"))
        self._document = document
        self.rows: list[NoiseRow] = []
        self._sizes: list[int] = []
        self._noise = Noise()
        self.open(False)

    def show_sizes(self, sizes: Sequence[int]) -> None:
        """One row for each of these sizes in pixels."""
        if list(sizes) == self._sizes:
            return
        self._sizes = list(sizes)
        while self.rows:
            self.form.removeRow(self.rows.pop())
        self.labels.clear()
        for scale, size in enumerate(sizes):
            row = NoiseRow(size)
            self.rows.append(row)
            self.add_row(self.tr("{} px").format(size), row)
            self._bind(row, scale, size)
        align([self])

    def show_noise(self, noise: Noise, *, none: str) -> None:
        """Show what a recipe has; `none` says why the model has no noise, "" where it has."""
        off = self.tr("The noise of this scale is off.")
        undrawn = self.tr("Only random noise is drawn from a seed.")
        for scale, row in enumerate(self.rows):
            own = at(noise.modes, scale, None)
            mode = own or noise.mode
            row.strength.show_value(at(noise.strengths, scale, 1.0))
            row.mode.show_value(own)
            row.seed.show_value(at(noise.seeds, scale, None), noise.seed)
            row.mode.setEnabled(not none)
            grey(row.strength, none or (off if mode == "none" else ""))
            grey(row.seed, none or ("" if mode == "random" else undrawn))
            grey(self.form.labelForField(row), none)

    def _bind(self, row: NoiseRow, scale: int, size: int) -> None:
        def strength(recipe: FaceRecipe, value: float) -> dict[str, Any]:
            values = with_scale(recipe.noise.strengths, scale, value, usual=1.0)
            return {"noise": replace(recipe.noise, strengths=values)}

        def seed(recipe: FaceRecipe, value: int | None) -> dict[str, Any]:
            values = with_scale(recipe.noise.seeds, scale, value, usual=None)
            return {"noise": replace(recipe.noise, seeds=values)}

        def choose(mode: NoiseMode | None) -> None:
            words = self.tr("Noise mode at {} px").format(size)
            noise = self._document.recipe.noise
            modes = with_scale(noise.modes, scale, mode, usual=None)
            self._document.change(words, noise=replace(noise, modes=modes))
            self._document.settle(words)

        row.mode.chosen.connect(choose)
        bind(self._document, row.strength, self.tr("Noise at {} px").format(size), strength)
        bind(self._document, row.seed, self.tr("Noise seed at {} px").format(size), seed)


def at(values: Sequence[Any], scale: int, usual: Any) -> Any:
    """What a scale has; those that are missing have what is usual."""
    return values[scale] if scale < len(values) else usual
