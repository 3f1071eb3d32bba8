"""The section of the latent pad: the map, its tools and the speed of a walk on the picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.document import Document
from ganstudio.ui.faces.applies import applies
from ganstudio.ui.faces.walk.pad import LatentPad
from ganstudio.ui.faces.walk.walker import Walker
from ganstudio.ui.thumbnails import Thumbnails
from ganstudio.ui.widgets.greyed import grey
from ganstudio.ui.widgets.number_slider import NumberSlider
from ganstudio.ui.widgets.section import Section

translate = QCoreApplication.translate


class WalkSection(Section):
    """Bound to the document; what it asks for, `thumbs` tells."""

    def __init__(self, document: Document) -> None:
        super().__init__(translate("Walk", "Walk"))
        self._document = document
        self._card: Card | None = None
        self.walker = Walker(document, self)
        self.thumbs = Thumbnails("map of seeds", self)
        self.pad = LatentPad(self.walker, self.thumbs)
        self.on_picture = self.add_tool("walk", translate("Walk", "Walk on the picture: drag it"))
        self.on_picture.setCheckable(True)
        self.snap = self.add_tool("snap", translate("Walk", "Snap to the nearest seed"))
        self.recentre = self.add_tool("centre", translate("Walk", "Recentre the map"))
        self.speed = NumberSlider(
            translate("Walk", "Speed"), low=0.1, high=5, default=1, decimals=1, reach=(0.1, 50)
        )
        self.speed.setToolTip(
            translate("Walk", "Steps from seed to seed per 100 pixels of a drag on the picture")
        )
        self.add_wide(self.pad)
        self.add_row(translate("Walk", "Speed"), self.speed)
        self.snap.clicked.connect(self.walker.snap)
        self.recentre.clicked.connect(self.pad.recentre)
        self.speed.changed.connect(self._set_speed)
        document.changed.connect(self._show)
        self.show_model(None)

    def show_model(self, card: Card | None) -> None:
        """Walk in this model; None: there is none yet."""
        self._card = card
        why = applies(card).source
        for widget in (self.pad, self.on_picture, self.snap, self.recentre, self.speed):
            grey(widget, why)
        self._show(self._document.recipe)

    def set_speed(self, speed: float) -> None:
        """Show this speed and walk at it."""
        self.speed.show_value(speed)
        self._set_speed(self.speed.value)

    def _set_speed(self, speed: float) -> None:
        self.walker.speed = speed

    def _show(self, recipe: FaceRecipe) -> None:
        self.pad.show_recipe(recipe if self._card else None)
        left = self._card is not None and recipe.a.latent is not None
        words = translate("Walk", "A is a latent of its own; a walk leaves it for seed {}.")
        self.explain(words.format(recipe.a.seed) if left else "")
