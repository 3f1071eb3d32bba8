"""Recipe in, picture out: keeps open models and all that makes the next picture cheap. No Qt."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterator

import numpy as np
import torch
import torch.nn.functional as F

from ganstudio.engine.between import between
from ganstudio.engine.faces import PlainFaces, StyleFaces, growth_of
from ganstudio.engine.incremental import Stale
from ganstudio.engine.memory import in_words, is_out_of_memory
from ganstudio.engine.picture import Picture
from ganstudio.errors import Sentence
from ganstudio.latent.pixels import to_pixels
from ganstudio.models.library import Library
from ganstudio.networks.families import family
from ganstudio.recipe import Between, Drawable, ModelRef, Recipe

Drawer = StyleFaces | PlainFaces
MOST_MODELS = 3  # open at a time


class Renderer:
    """Draws recipes on one device; same recipe, model and device: the same pixels, bit for bit."""

    def __init__(self, library: Library | None = None, device: str = "cpu") -> None:
        self.library = library or Library()
        self.device = device
        self.fell_back = Sentence("")  # why the CPU is used although another device was chosen
        self._drawers: OrderedDict[ModelRef, Drawer] = OrderedDict()

    def use(self, device: str) -> None:
        """Draw on another device from now on: "cpu", "cuda:0", "mps"."""
        while self._drawers:
            self._drawers.popitem()[1].release()
        self._empty_cache()
        self.device, self.fell_back = device, Sentence("")

    def forget(self) -> None:
        """Give back what was kept to be quick; the pictures stay the same."""
        for drawer in self._drawers.values():
            drawer.forget()
        self._empty_cache()

    def resolved(self, recipe: Drawable) -> Recipe:
        """The recipe itself, or that of a moment between two: with its latent by value."""
        if not isinstance(recipe, Between):
            return recipe
        start, end = recipe.start, recipe.end
        if recipe.t <= 0 or recipe.t >= 1 or start.model != end.model or start == end:
            return start if recipe.t < 1 else end
        drawer = self._drawer(start.model)
        return between(start, end, recipe.t, (drawer.latent(start), drawer.latent(end)))

    def latent(self, recipe: Drawable) -> np.ndarray:
        """What the network gets: w [layers, w_dim] of style-based models, else z [z_dim]."""
        recipe = self.resolved(recipe)
        found: np.ndarray = self._drawer(recipe.model).latent(recipe)[0].numpy()
        return found

    def render(self, recipe: Drawable) -> Picture:
        """The exact picture."""
        *_, picture = self.pictures(recipe, preview=False)
        return picture

    def pictures(
        self, recipe: Drawable, *, preview: bool = True, stale: Stale = lambda: False
    ) -> Iterator[Picture]:
        """A quick picture first where that pays, then the exact one; none once `stale()`.

        A moment between two recipes gives pictures whose recipe has the latent by value.

        Raises StudioError where the recipe does not fit its model or memory runs out on the CPU;
        on another device the CPU takes over, and `fell_back` says so.
        """
        try:
            yield from self._draw(recipe, preview=preview, stale=stale)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            self.forget()
            if self.device == "cpu":
                raise in_words(error, task=recipe.model.name) from error
            device = self.device
            self.use("cpu")
            self.fell_back = Sentence(
                "The memory of {device} is not enough for {model}; the CPU draws from now on. "
                "Choose the device again once it has room.",
                device=device,
                model=recipe.model.name,
            )
            yield from self._draw(recipe, preview=preview, stale=stale)

    def _draw(self, recipe: Drawable, *, preview: bool, stale: Stale) -> Iterator[Picture]:
        began = time.perf_counter()
        recipe = self.resolved(recipe)
        drawer = self._drawer(recipe.model)
        card = drawer.model.card
        size = growth_of(recipe, card).get("size", card.size)
        for image in drawer.pictures(recipe, preview=preview, stale=stale):
            exact = image.shape[-1] == size
            if not exact:
                image = F.interpolate(image, size=(size, size), mode="bilinear")
            pixels = to_pixels(image)[0].cpu().numpy()
            ms = (time.perf_counter() - began) * 1000
            yield Picture(
                recipe, pixels, exact=exact, ms=ms, device=self.device, reused=drawer.reused
            )

    def _drawer(self, ref: ModelRef) -> Drawer:
        """The open model with all that is kept for it."""
        if ref not in self._drawers:
            model = self.library.open(ref)
            make = StyleFaces if family(model.card.family).styles else PlainFaces
            self._drawers[ref] = make(model, device=self.device)
            if len(self._drawers) > MOST_MODELS:
                self._drawers.popitem(last=False)[1].release()
        self._drawers.move_to_end(ref)
        return self._drawers[ref]

    def _empty_cache(self) -> None:
        if self.device.startswith("cuda"):
            torch.cuda.empty_cache()
