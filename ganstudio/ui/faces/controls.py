"""The controls on the right of the face tab: sampling, noise and the mix panel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ganstudio.latent.mixing import style_sizes
from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe, Interpolation, Noise
from ganstudio.ui import icons
from ganstudio.ui.document import Document
from ganstudio.ui.faces.applies import Applies
from ganstudio.ui.faces.binding import bind
from ganstudio.ui.faces.class_box import ClassBox
from ganstudio.ui.faces.growth import GrowthSection
from ganstudio.ui.faces.noise import NoiseSection
from ganstudio.ui.widgets.greyed import grey
from ganstudio.ui.widgets.mix_panel import MixPanel
from ganstudio.ui.widgets.number_slider import NumberSlider
from ganstudio.ui.widgets.section import Section, align

USUAL_PSI = 0.7  # where most models draw well; 1 is as trained
USUAL_SIZE = 64  # px: how many mix sliders are shown, greyed, for a model without style layers


class Controls(QScrollArea):
    """Each control shows its part of the document's recipe and changes it."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._layers = 0
        self._make_sample()
        self.growth = GrowthSection(document)
        self.noise = NoiseSection(document)
        self._make_mix()
        align([self.sample, self.growth, self.noise])
        self.reset_all = QPushButton(self.tr("Reset all"))
        self.reset_all.setToolTip(
            self.tr("Truncation, noise, mix, directions, growth and A › B as at first; seeds stay")
        )
        icons.put(self.reset_all, "reset")
        page = QWidget()
        column = self._column = QVBoxLayout(page)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for section in (self.sample, self.growth, self.noise, self.mixing):
            column.addWidget(section)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addStretch(1)
        foot.addWidget(self.reset_all)
        column.addLayout(foot)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it can be reached, that is enough
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(page.minimumSizeHint().width() + 16)
        self.reset_all.clicked.connect(self._reset_all)
        document.changed.connect(self._show)
        self._show(document.recipe)

    def add(self, section: Section) -> None:
        """Put a section below the others, above the foot."""
        self._column.insertWidget(self._column.count() - 2, section)

    def show_card(self, card: Card | None, applies: Applies) -> None:
        """As many sliders as the model has layers; what it has no use for is greyed."""
        self._layers = card.styles if card else 0
        if card and card.styles:
            sizes = style_sizes(card.size, family=card.family)
        else:
            sizes = style_sizes(USUAL_SIZE)
        self.mix.show_layers(sizes)
        self.cutoff.set_high(len(sizes), len(sizes))
        classes = card.classes if card else ()
        self.label.show_classes(classes)
        self.sample.form.setRowVisible(self.label, bool(classes))
        self.sample.explain(applies.note(applies.truncation))
        self.growth.show_card(card)
        self.noise.show_card(card, applies)
        self.mixing.explain(applies.note(applies.mix))
        for slider in (self.psi, self.cutoff):
            self.sample.grey(slider, applies.truncation)
        for widget in (self.mix, self.reset_mix):
            grey(widget, applies.mix)
        grey(self.reset_all, applies.source)
        self._show(self._document.recipe)

    def _make_sample(self) -> None:
        self.sample = Section(self.tr("Sample"))
        self.label = ClassBox()
        self.label.setToolTip(self.tr("Which of its classes the model draws"))
        self.psi = NumberSlider(self.tr("Psi"), low=0, high=1.5, default=USUAL_PSI, reach=(-5, 5))
        self.psi.setToolTip(
            self.tr("Truncation: 0 is the average face, 1 is as trained, more is stranger")
        )
        self.cutoff = NumberSlider(
            self.tr("Cutoff"), low=0, high=1, default=1, decimals=0, top=self.tr("all")
        )
        self.cutoff.setToolTip(self.tr("Truncate only this many layers, from the coarsest on"))
        self.sample.add_row(self.tr("Class"), self.label)
        self.sample.add_row(self.tr("Psi"), self.psi)
        self.sample.add_row(self.tr("Cutoff"), self.cutoff)
        self.sample.form.setRowVisible(self.label, False)
        bind(self._document, self.psi, self.tr("Psi"), lambda _, value: {"psi": value})
        bind(self._document, self.cutoff, self.tr("Cutoff"), self._cutoff_fields)
        self.label.chosen.connect(self._choose_class)

    def _make_mix(self) -> None:
        self.mixing = Section(self.tr("Mix A › B"))
        self.mix = MixPanel()
        self.mixing.add_wide(self.mix)
        self.reset_mix = self.mixing.add_tool("reset", self.tr("Reset the mix: all of A"))
        self.reset_mix.clicked.connect(self.mix.reset)
        bind(self._document, self.mix, self.tr("Mix"), lambda _, v: {"mix": v if any(v) else ()})

    def _cutoff_fields(self, recipe: FaceRecipe, value: float) -> dict[str, Any]:
        return {"cutoff": None if value >= self._layers else round(value)}

    def _choose_class(self, label: int) -> None:
        words = self.tr("Class")
        self._document.change(words, label=label)
        self._document.settle(words)

    def _reset_all(self) -> None:
        fresh = replace(
            self._document.recipe,
            psi=USUAL_PSI,
            cutoff=None,
            noise=Noise(),
            mix=(),
            offsets=(),
            stage=None,
            alpha=1.0,
            interpolation=Interpolation(),
        )
        self._document.load(fresh, self.tr("Reset all"))

    def _show(self, recipe: FaceRecipe) -> None:
        self.label.show_label(recipe.label)
        self.psi.show_value(recipe.psi)
        layers = self.cutoff.default
        self.cutoff.show_value(layers if recipe.cutoff is None else min(recipe.cutoff, layers))
        self.mix.show_values(recipe.mix)
