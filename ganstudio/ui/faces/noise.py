"""The noise section: mode, strength and seed for all layers, and scale by scale."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ganstudio.latent.scales import scales
from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.document import Document
from ganstudio.ui.faces.applies import Applies
from ganstudio.ui.faces.binding import bind
from ganstudio.ui.faces.noise_scales import NoiseScales
from ganstudio.ui.widgets.choice import Choice
from ganstudio.ui.widgets.number_slider import NumberSlider
from ganstudio.ui.widgets.section import Section
from ganstudio.ui.widgets.seed_box import SeedBox

USUAL_SIZE = 64  # px: how many scales are shown, greyed, for a model without noise


class NoiseSection(Section):
    """Shows the noise of the document's recipe and changes it."""

    def __init__(self, document: Document) -> None:
        super().__init__("")
        self.header.setText(self.tr("Noise"))
        self._document = document
        self._none = ""  # why the model has no noise at all
        self.mode = Choice(
            self.tr("Noise"),
            {
                "const": (self.tr("Fixed"), self.tr("The noise that belongs to the model")),
                "random": (self.tr("Random"), self.tr("Noise drawn from a seed")),
                "none": (self.tr("Off"), self.tr("No noise: smooth skin and hair")),
            },
        )
        self.strength = NumberSlider(
            self.tr("Noise strength"), low=0, high=2, default=1, reach=(0, 10)
        )
        self.strength.setToolTip(self.tr("How strong the noise is; 1 is as trained"))
        self.seed = SeedBox(self.tr("Seed of the noise"))
        self.seed.box.setToolTip(self.tr("The seed that random noise is drawn from"))
        self.scales = NoiseScales(document)
        self.add_row(self.tr("Mode"), self.mode)
        self.add_row(self.tr("Strength"), self.strength)
        self.add_row(self.tr("Seed"), self.seed)
        self.add_wide(self.scales)
        self.mode.chosen.connect(self._choose_mode)
        bind(document, self.strength, self.tr("Noise strength"), lambda r, v: noise(r, strength=v))
        bind(document, self.seed, self.tr("Noise seed"), lambda r, v: noise(r, seed=v))
        document.changed.connect(self._show)

    def show_card(self, card: Card | None, applies: Applies) -> None:
        """As many scales as the model has; greyed where it has no noise."""
        self._none = applies.noise
        self.explain(applies.note(applies.noise))
        self.scales.show_sizes(scales(card.size if card and card.styles else USUAL_SIZE))
        self._show(self._document.recipe)

    def _choose_mode(self, mode: str) -> None:
        words = self.tr("Noise")
        self._document.change(words, **noise(self._document.recipe, mode=mode))
        self._document.settle(words)

    def _show(self, recipe: FaceRecipe) -> None:
        now = recipe.noise
        self.mode.show_value(now.mode)
        self.strength.show_value(now.strength)
        self.seed.show_value(now.seed)
        off = self.tr("The noise is off.") if now.mode == "none" else ""
        drawn = now.mode == "random"
        undrawn = "" if drawn else self.tr("Only random noise is drawn from a seed.")
        self.grey(self.mode, self._none)
        self.grey(self.strength, self._none or off)
        self.grey(self.seed, self._none or undrawn)
        self.scales.show_noise(now, none=self._none)


def noise(recipe: FaceRecipe, **fields: Any) -> dict[str, Any]:
    """The recipe's noise with other fields, as `Document.change` takes it."""
    return {"noise": replace(recipe.noise, **fields)}
