"""The face tab at work: its recipe to the worker, pictures back, models in and out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ganstudio.engine.opening import Opened
from ganstudio.engine.picture import Picture
from ganstudio.latent.scales import scales, trimmed
from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe, ModelRef, Noise
from ganstudio.ui.faces.tab import FacesTab
from ganstudio.ui.pictures import Pictures

KEY = "faces"


class FaceSession(QObject):
    """Knows the card of every model that was opened, so that undo can go back to it."""

    model_shown = Signal(str)  # its name
    picture_shown = Signal(object)  # Picture

    def __init__(self, tab: FacesTab, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tab = tab
        self._document = tab.document
        self._pictures = pictures
        self._cards: dict[ModelRef, Card] = {}
        self._shown: ModelRef | None = None
        tab.wanted.connect(self._on_wanted)
        tab.thumb_wanted.connect(self._on_thumb_wanted)
        pictures.arrived.connect(self._on_arrived)

    @property
    def card(self) -> Card | None:
        """The card of the model on the screen; None until the first one is open."""
        return self._cards.get(self.recipe.model)

    @property
    def recipe(self) -> FaceRecipe:
        """What the tab shows or is about to show."""
        return self._document.recipe

    def begin(self, opened: Opened) -> None:
        """The first model: no undo step, since before it there was nothing to see."""
        self._cards[opened.ref] = opened.card
        self._document.restore(opened.recipe or fit(self.recipe, opened))
        self._document.undo.clear()

    def open(self, opened: Opened) -> None:
        """Another model, or a whole recipe: one undo step."""
        if not self._cards:
            self.begin(opened)
            return
        self._cards[opened.ref] = opened.card
        if opened.recipe:
            self._document.load(opened.recipe, self.tr("Restore picture"))
        else:
            step = self.tr("Open {}").format(opened.ref.name)
            self._document.load(fit(self.recipe, opened), step)

    def knows(self, ref: ModelRef) -> bool:
        """Whether this model was opened, so that a recipe of it can be shown at once."""
        return ref in self._cards

    def know(self, opened: Opened) -> None:
        """A model that is open by now, though nothing of it is shown yet."""
        self._cards[opened.ref] = opened.card

    def draw_again(self) -> None:
        """The same recipe once more, say on another device."""
        if self.card:
            self._on_wanted(self.recipe)

    def _on_wanted(self, recipe: FaceRecipe) -> None:
        if recipe.model != self._shown and (card := self._cards.get(recipe.model)):
            self._shown = recipe.model
            self._tab.show_model(card)
            self.model_shown.emit(recipe.model.name)
        if self.card:  # before that there is nothing to draw with
            self._pictures.ask(KEY, recipe)

    def _on_thumb_wanted(self, key: str, recipe: FaceRecipe) -> None:
        if self.card:
            self._pictures.ask(f"{KEY} {key}", recipe, later=True)

    def _on_arrived(self, key: str, picture: Picture) -> None:
        if key == KEY:
            self._tab.show_picture(picture)
            self.picture_shown.emit(picture)
        elif key.startswith(f"{KEY} "):
            self._tab.show_thumb(key.removeprefix(f"{KEY} "), picture)


def fit(recipe: FaceRecipe, opened: Opened) -> FaceRecipe:
    """The recipe with another model: what cannot apply to it is left out."""
    card = opened.card
    return replace(
        recipe,
        model=opened.ref,
        mix=recipe.mix if len(recipe.mix) <= card.styles else (),
        cutoff=None if recipe.cutoff is not None and recipe.cutoff > card.styles else recipe.cutoff,
        label=min(recipe.label or 0, len(card.classes) - 1) if card.classes else None,
        a=replace(recipe.a, latent=None),
        b=replace(recipe.b, latent=None),
        offsets=(),
        noise=fit_noise(recipe.noise, len(scales(card.size))),
        stage=None,  # another model is to be seen whole at first
        alpha=1.0,
    )


def fit_noise(noise: Noise, count: int) -> Noise:
    """The noise for a model of so many scales."""
    return replace(
        noise,
        strengths=trimmed(noise.strengths, count, usual=1.0),
        seeds=trimmed(noise.seeds, count, usual=None),
        modes=trimmed(noise.modes, count, usual=None),
    )
