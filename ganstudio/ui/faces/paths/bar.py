"""The bar under the picture: how far source A has moved towards source B, and play."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy

from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe
from ganstudio.ui import icons
from ganstudio.ui.document import Document
from ganstudio.ui.faces.applies import applies
from ganstudio.ui.faces.paths.tools import close_together, tool
from ganstudio.ui.widgets.choice import Choice
from ganstudio.ui.widgets.greyed import grey
from ganstudio.ui.widgets.number_box import NumberBox
from ganstudio.ui.widgets.number_slider import NumberSlider
from ganstudio.ui.widgets.roomy import RoomyRow

USUAL_SECONDS = 4.0


class InterpolationBar(RoomyRow):
    """Bound to the document. `play_wanted`: on or off; `grasped`: a hand is on the slider."""

    play_wanted = Signal(bool)
    grasped = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._z_alone = False
        self.play = tool("play", self.tr("Play from A to B"), checkable=True)
        self.again = tool("repeat", self.tr("To and fro, until stopped"), checkable=True)
        self.slider = NumberSlider(self.tr("From A to B"), low=0, high=1, default=0)
        self.slider.setToolTip(
            self.tr("0 is A, 1 is B; all that is set for A goes along. A double click goes to A")
        )
        self.space = Choice(
            self.tr("Way from A to B"),
            {
                "w": (self.tr("w"), self.tr("Straight between the styles: even steps, calm")),
                "z": (
                    self.tr("z"),
                    self.tr("Along the sphere (slerp): by way of other faces"),
                ),
            },
        )
        self.space.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.seconds = NumberBox(self.tr("Seconds from A to B"), low=0.1, high=600, decimals=1)
        self.seconds.setSuffix(self.tr(" s"))
        self.seconds.setValue(USUAL_SECONDS)
        self.seconds.setFixedWidth(self.fontMetrics().horizontalAdvance("600.0 s") + 16)
        self.seconds.setToolTip(self.tr("How long playing from A to B takes"))
        self.key_frames = tool(
            "frames", self.tr("Key frames: a path over many faces"), checkable=True
        )
        title = QLabel(self.tr("A › B"))
        row = self.row
        row.setContentsMargins(16, 4, 16, 4)
        row.addLayout(close_together(self.play, self.again))
        row.addWidget(title)
        row.addWidget(self.slider, 1)
        for widget in (self.space, self.seconds, self.key_frames):
            row.addWidget(widget)
        self.spare = (title, self.seconds, self.space, self.again)
        self.slider.changed.connect(self._on_changed)
        self.slider.settled.connect(self._on_settled)
        self.slider.slider.grasped.connect(self.grasped)
        self.space.chosen.connect(self._choose_space)
        self.play.clicked.connect(self.play_wanted)
        document.changed.connect(self._show)
        self.show_model(None)

    def show_model(self, card: Card | None) -> None:
        """Grey what this model has no use for."""
        why = applies(card).source
        for widget in (self.play, self.again, self.slider, self.seconds, self.key_frames):
            grey(widget, why)
        self._z_alone = card is not None and not card.styles
        plain = self.tr("This model has no styles: the way is always along the sphere (slerp).")
        grey(self.space, why or (plain if self._z_alone else ""))
        self._show(self._document.recipe)

    def show_playing(self, on: bool) -> None:
        """Whether the way from A to B is being played."""
        self.play.setChecked(on)
        icons.put(self.play, "pause" if on else "play")
        if not on:
            self._show(self._document.recipe)

    def show_place(self, t: float) -> None:
        """Where playing is, without changing the document."""
        self.slider.show_value(round(t, 4))

    def moment(self, seconds: float) -> FaceRecipe:
        """What is on the way after so many seconds."""
        t = min(max(seconds / self.seconds.value(), 0.0), 1.0)
        recipe = self._document.recipe
        return replace(recipe, interpolation=replace(recipe.interpolation, t=t))

    def _on_changed(self, t: float) -> None:
        self._document.change(self.tr("From A to B"), **self._fields(t=t))

    def _on_settled(self) -> None:
        self._document.settle(self.tr("From A to B"))

    def _choose_space(self, space: str) -> None:
        words = self.tr("Way from A to B")
        self._document.change(words, **self._fields(space=space))
        self._document.settle(words)

    def _fields(self, **fields: Any) -> dict[str, Any]:
        return {"interpolation": replace(self._document.recipe.interpolation, **fields)}

    def _show(self, recipe: FaceRecipe) -> None:
        self.slider.show_value(recipe.interpolation.t)
        self.space.show_value("z" if self._z_alone else recipe.interpolation.space)
