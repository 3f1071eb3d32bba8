"""The growth section: at which stage of its training a network that grew is drawn."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QElapsedTimer, QTimer

from ganstudio.latent.scales import grown, stages
from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe
from ganstudio.ui import icons
from ganstudio.ui.document import Document
from ganstudio.ui.faces.binding import bind
from ganstudio.ui.widgets.number_slider import NumberSlider
from ganstudio.ui.widgets.section import Section
from ganstudio.ui.widgets.stage_slider import StageSlider

FRAME_MS = 40
STAGE_S = 1.5  # that playing takes from one stage to the next


class GrowthSection(Section):
    """Stage and alpha of the document's recipe; hidden for families that do not grow."""

    def __init__(self, document: Document) -> None:
        super().__init__("")
        self.header.setText(self.tr("Growth"))
        self._document = document
        self._stages = [4]
        self._clock = QElapsedTimer()
        self._frames = QTimer(self, interval=FRAME_MS)
        self.stage = StageSlider(self.tr("Stage"))
        self.stage.setToolTip(
            self.tr("Draw with the layers up to this size alone, as the network was then")
        )
        self.alpha = NumberSlider(self.tr("Alpha"), low=0, high=1, default=1)
        self.alpha.setToolTip(
            self.tr("How far the stage has faded in: 0 is the stage before it, enlarged")
        )
        self.play = self.add_tool("play", self.tr("Play through the stages"))
        self.play.setCheckable(True)
        self.add_row(self.tr("Stage"), self.stage)
        self.add_row(self.tr("Alpha"), self.alpha)
        bind(document, self.stage, self.tr("Stage"), lambda _, stage: self._fields(stage))
        bind(document, self.alpha, self.tr("Alpha"), lambda _, alpha: {"alpha": alpha})
        self.play.toggled.connect(self._play)
        self._frames.timeout.connect(self._advance)
        document.changed.connect(self._show)
        self.show_card(None)

    def show_card(self, card: Card | None) -> None:
        """The stages of this model; nothing to see where there is but one."""
        here = stages(card) if card else []
        self.play.setChecked(False)
        self.setVisible(len(here) > 1)
        self._stages = here or [4]
        self.stage.show_stages(self._stages)
        self._show(self._document.recipe)

    def hideEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        self.play.setChecked(False)
        super().hideEvent(event)

    def _fields(self, stage: int) -> dict[str, Any]:
        """The last stage is none in particular, so that equal looks are equal recipes."""
        return {"stage": None if stage >= self._stages[-1] else stage}

    def _play(self, on: bool) -> None:
        """From the first stage to the last, one fading in after the other."""
        icons.put(self.play, "pause" if on else "play")
        if on:
            self._clock.start()
            self._frames.start()
            self._advance()
        else:
            self._frames.stop()
            self._document.settle(self.tr("Play through the stages"))

    def _advance(self) -> None:
        place = self._clock.elapsed() / 1000 / STAGE_S
        last = len(self._stages) - 1
        stage, alpha = grown(min(place, last), self._stages)
        words = self.tr("Play through the stages")
        self._document.change(words, alpha=alpha, **self._fields(stage))
        if place >= last:
            self.play.setChecked(False)

    def _show(self, recipe: FaceRecipe) -> None:
        self.stage.show_value(recipe.stage or self._stages[-1])
        self.alpha.show_value(recipe.alpha)
        first = self.stage.value == self._stages[0]
        why = self.tr("The first stage has none before it to fade in over.") if first else ""
        self.grey(self.alpha, why)
