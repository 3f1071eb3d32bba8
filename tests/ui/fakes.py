"""A renderer, a library and files as simple as can be, to test the window without a network."""

import threading
import time
from dataclasses import dataclass, field, replace

import numpy as np

from ganstudio.engine.picture import Picture
from ganstudio.errors import Sentence, StudioError
from ganstudio.models.card import Card
from ganstudio.recipe import Between, ModelRef, Source, Values

RANDOM = Card("random-stylegan2-64-0", "stylegan2", "face", 64, {}, 512, styles=10)
SMALL = Card("faces", "stylegan2", "face", 16, {}, 64, styles=6, data="drawings", licence="CC0")
PLAIN = Card("plain", "dcgan", "face", 64, {}, 100)
CARDS = {card.name: card for card in (RANDOM, SMALL, PLAIN)}


@dataclass(frozen=True)
class FakeEntry:
    card: Card
    digest: str = "0123456789abcdef"
    path: object = None
    bundled: bool = False

    @property
    def name(self):
        return self.card.name


@dataclass
class FakeLibrary:
    """Knows `CARDS`, all of which but the random one are files; `others`: under other names."""

    cards: dict = field(default_factory=lambda: dict(CARDS))
    damaged: list = field(default_factory=list)
    others: dict = field(default_factory=dict)
    guests: dict = field(default_factory=dict)

    def apart(self):
        return self

    def entries(self):
        return [FakeEntry(c) for c in self.cards.values() if not c.name.startswith("random-")]

    def find(self, ref):
        name = ref.name if isinstance(ref, ModelRef) else ref
        name = self.others.get(name, name)
        if name not in self.cards:
            raise StudioError(f"There is no model {name}; open its file.")
        return FakeEntry(self.cards[name])

    open = find

    def bring_in(self, path, *, name=None):
        if path.suffix != ".safetensors":
            raise StudioError(f"{path.name} is no model.")
        return self.find(path.stem)

    def bringing_in(self, path, *, name=None):
        yield 1, 2
        return self.bring_in(path, name=name)


class FakeRenderer:
    """Paints the seed as a grey. `pace`: seconds a picture; `broken`: the error that it raises."""

    def __init__(self, library=None, *, pace=0.0, device="cpu"):
        self.library = library or FakeLibrary()
        self.device = device
        self.fell_back = Sentence("")
        self.pace = pace
        self.broken = None
        self.drawn = []
        self.go_on = threading.Event()  # cleared: drawing waits
        self.go_on.set()

    def pictures(self, recipe, *, preview=True, stale=lambda: False):
        self.go_on.wait(10)
        time.sleep(self.pace)
        if self.broken:
            raise self.broken
        self.drawn.append(recipe)
        if preview and self.pace:
            yield self._picture(recipe, exact=False)
        if not stale():
            yield self._picture(recipe, exact=True)

    def render(self, recipe):
        *_, picture = self.pictures(recipe, preview=False)
        return picture

    def use(self, device):
        self.device, self.fell_back = device, Sentence("")

    def latent(self, recipe):
        return np.full((6, 512), recipe.a.seed, np.float32)

    def _picture(self, recipe, *, exact):
        recipe = still(recipe)
        size = self.library.find(recipe.model).card.size
        grey = (recipe.a.seed * 37 + round(recipe.psi * 100)) % 256
        pixels = np.full((size, size, 3), grey, np.uint8)
        return Picture(recipe, pixels, exact=exact, ms=1000 * self.pace, device=self.device)


def still(moment):
    """A moment as a recipe, as the renderer does it: key frames as they are."""
    if not isinstance(moment, Between):
        return moment
    if moment.t in (0, 1):
        return moment.end if moment.t else moment.start
    latent = Values.of(np.full((6, 512), moment.t, np.float32))
    return replace(moment.start, a=Source(moment.start.a.seed, latent))
