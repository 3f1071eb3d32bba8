"""Noise scale by scale: a strength and a seed for the layers of 4, 8, 16 ... pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ganstudio.latent.scales import with_scale
from ganstudio.recipe import FaceRecipe, Noise
from ganstudio.ui.document import Document
from ganstudio.ui.faces.binding import bind
from ganstudio.ui.widgets.greyed import grey
from ganstudio.ui.widgets.number_slider import NumberSlider
from ganstudio.ui.widgets.own_seed import OwnSeed
from ganstudio.ui.widgets.section import Section, align


class NoiseRow(QWidget):
    """One scale: strength, and a seed of its own."""

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
        self.seed = OwnSeed(self.tr("Noise seed at {} px").format(size))
        self.seed.box.setToolTip(
            self.tr("A seed of its own for the layers of {} px; empty: the one above").format(size)
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.strength, 1)
        row.addWidget(self.seed)


class NoiseScales(Section):
    """A fold with a row a scale, closed at first."""

    def __init__(self, document: Document) -> None:
        super().__init__("")
        self.header.setText(self.tr("Per scale"))
        self.header.setToolTip(self.tr("Strength and seed of the noise, scale by scale"))
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

    def show_noise(self, noise: Noise, *, strength_why: str, seed_why: str) -> None:
        """Show what a recipe has; the reasons grey what has no use."""
        for scale, row in enumerate(self.rows):
            row.strength.show_value(at(noise.strengths, scale, 1.0))
            row.seed.show_value(at(noise.seeds, scale, None), noise.seed)
            grey(row.strength, strength_why)
            grey(row.seed, seed_why)
            grey(self.form.labelForField(row), strength_why)

    def _bind(self, row: NoiseRow, scale: int, size: int) -> None:
        def strength(recipe: FaceRecipe, value: float) -> dict[str, Any]:
            values = with_scale(recipe.noise.strengths, scale, value, usual=1.0)
            return {"noise": replace(recipe.noise, strengths=values)}

        def seed(recipe: FaceRecipe, value: int | None) -> dict[str, Any]:
            values = with_scale(recipe.noise.seeds, scale, value, usual=None)
            return {"noise": replace(recipe.noise, seeds=values)}

        bind(self._document, row.strength, self.tr("Noise at {} px").format(size), strength)
        bind(self._document, row.seed, self.tr("Noise seed at {} px").format(size), seed)


def at(values: Sequence[Any], scale: int, usual: Any) -> Any:
    """What a scale has; those that are missing have what is usual."""
    return values[scale] if scale < len(values) else usual
