"""The style-mix sheet: sources A down, sources B across, a group of layers from A."""

from __future__ import annotations

import random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from ganstudio.engine.sheets import Sheet, mix_sheet
from ganstudio.errors import StudioError
from ganstudio.latent.mixing import GROUPS, group, style_sizes
from ganstudio.latent.seeds import seeds_of
from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe
from ganstudio.ui import icons
from ganstudio.ui.pictures import Pictures
from ganstudio.ui.sheets.view import SheetView
from ganstudio.ui.undoing import Undoing
from ganstudio.ui.widgets.choice import Choice
from ganstudio.ui.widgets.layer_words import group_effect, group_word
from ganstudio.ui.widgets.number_box import NumberBox
from ganstudio.ui.widgets.seed_box import DICE
from ganstudio.ui.words import translated

ACROSS, DOWN = 6, 5  # sources B and A at first
OWN = "own"  # layers chosen by number


class SeedList(QWidget):
    """Seeds typed as "0-4, 9"; `changed` whenever they are others. Wrong words say why."""

    changed = Signal()

    def __init__(self, name: str, seeds: range) -> None:
        super().__init__()
        self._name = name
        self.seeds = list(seeds)
        self.why = ""
        self.box = QLineEdit(f"{seeds[0]}-{seeds[-1]}")
        self.box.setAccessibleName(name)
        self.box.setToolTip(self.tr("Seeds, such as 0-4 or 1, 5, 9"))
        self.box.setMinimumWidth(96)
        self.dice = icons.button("dice", self.tr("As many seeds by chance"))
        label = QLabel(name)
        label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(label)
        row.addSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.dice)
        self.box.textChanged.connect(self._read)
        self.dice.clicked.connect(self._throw)

    def _read(self, text: str) -> None:
        try:
            self.seeds, self.why = seeds_of(text, option=self._name), ""
        except StudioError as error:
            self.why = translated(error.sentence)
        self.changed.emit()

    def _throw(self) -> None:
        seeds = [random.randrange(DICE) for _ in self.seeds]
        self.box.setText(", ".join(map(str, seeds)))


class MixSheet(SheetView):
    """Redrawn whenever a field, or the recipe in the studio, changes."""

    file_name = "mix"

    def __init__(self, pictures: Pictures, undoing: Undoing, parent: QWidget) -> None:
        super().__init__(pictures, undoing, parent)
        self.setWindowTitle(self.tr("Style mix"))
        self._recipe: FaceRecipe | None = None
        self._card: Card | None = None
        self.a = SeedList(self.tr("Sources A, down"), range(DOWN))
        self.b = SeedList(self.tr("Sources B, across"), range(10, 10 + ACROSS))
        self.swap = icons.button("swap", self.tr("Swap the sources A and B"))
        words = {
            name: (group_word(name), self.tr("Steer {effect}").format(effect=group_effect(name)))
            for name in GROUPS
        }
        words[OWN] = (self.tr("by number"), self.tr("Any layers that follow each other"))
        self.groups = Choice(self.tr("Layers from A"), words)
        self.first = NumberBox(self.tr("First layer from A"), low=0, high=0, decimals=0)
        self.last = NumberBox(self.tr("Last layer from A"), low=0, high=0, decimals=0)
        self.about = QLabel(wordWrap=True)
        sources, layers = QHBoxLayout(), QHBoxLayout()
        for row in (sources, layers):
            row.setSpacing(8)
            self.above.addLayout(row)
        sources.addWidget(self.a, 1)
        sources.addWidget(self.swap)
        sources.addWidget(self.b, 1)
        layers.addWidget(QLabel(self.tr("Layers from A")))
        layers.addWidget(self.groups)
        layers.addWidget(self.first)
        layers.addWidget(QLabel(self.tr("to")))
        layers.addWidget(self.last)
        layers.addStretch(1)
        self.above.addWidget(self.about)
        for seeds in (self.a, self.b):
            seeds.changed.connect(self._show)
        self.swap.clicked.connect(self._swap)
        self.groups.chosen.connect(self._choose)
        for box in (self.first, self.last):
            box.valueChanged.connect(self._count_layers)

    @property
    def layers(self) -> range:
        """Those that come from A."""
        first, last = round(self.first.value()), round(self.last.value())
        return range(min(first, last), max(first, last) + 1)

    def show_recipe(self, recipe: FaceRecipe, card: Card) -> None:
        """Everything but sources and mix is as in this recipe."""
        before, self._recipe, self._card = self._card, recipe, card
        if before is None or before.styles != card.styles:
            for box in (self.first, self.last):
                box.blockSignals(True)
                box.setMaximum(max(card.styles - 1, 0))
                box.blockSignals(False)
            if self.groups.value == OWN:
                self._count_layers()
            else:
                self._choose(self.groups.value)
        self._show()

    def _choose(self, name: str) -> None:
        """The layers of a group; its own ones stay as they are."""
        if self._card is None:
            return
        found = group(name, self._sizes(self._card)) if name in GROUPS else self.layers
        if found:
            for box, layer in ((self.first, found[0]), (self.last, found[-1])):
                box.blockSignals(True)
                box.setValue(layer)
                box.blockSignals(False)
        self._show()

    def _count_layers(self) -> None:
        """Layers by number may be those of a group."""
        if self._card is not None:
            sizes = self._sizes(self._card)
            names = (name for name in GROUPS if group(name, sizes) == list(self.layers))
            self.groups.show_value(next(names, OWN))
        self._show()

    def _sizes(self, card: Card) -> list[int]:
        return style_sizes(card.size, family=card.family)

    def _swap(self) -> None:
        a, b = self.a.box.text(), self.b.box.text()
        self.a.box.setText(b)
        self.b.box.setText(a)

    def _show(self) -> None:
        """What the fields say; where one of them says nothing good, the sheet stays as it was."""
        if self._recipe is None or self._card is None:
            return
        if not self._card.styles:
            words = self.tr("{} has no style layers, so there is nothing to mix.")
            self.show_sheet(None, words.format(self._card.name))
            self.about.setText("")
            return
        if why := self.a.why or self.b.why:
            self.about.setText(why)
            return
        self.about.setText(
            self.tr(
                "Each picture has layers {first} to {last} of the source at its left, and all "
                "others of the source above it (StyleGAN, figure 3)."
            ).format(first=self.layers[0], last=self.layers[-1])
        )
        try:
            self.show_sheet(self._sheet(self._recipe, self._card))
        except StudioError as error:
            self.about.setText(translated(error.sentence))

    def _sheet(self, recipe: FaceRecipe, card: Card) -> Sheet:
        return mix_sheet(card, recipe, self.a.seeds, self.b.seeds, self.layers)
