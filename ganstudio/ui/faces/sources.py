"""The faces that a picture is made from: A, and B to mix with it, each with its seed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ganstudio.engine.picture import Picture
from ganstudio.recipe import FaceRecipe, Source
from ganstudio.ui.document import Document
from ganstudio.ui.faces.applies import Applies
from ganstudio.ui.widgets.greyed import grey
from ganstudio.ui.widgets.section import Section, quiet_label
from ganstudio.ui.widgets.seed_box import SeedBox
from ganstudio.ui.widgets.thumb import Thumb

THUMB_MS = 250  # a thumbnail is asked for once its source has been at rest this long


class SourceCard(QWidget):
    """One source: a small picture of it alone, and its seed."""

    def __init__(self, letter: str, name: str) -> None:
        super().__init__()
        self.thumb = Thumb()
        self.thumb.setAccessibleName(name)
        self.thumb.setToolTip(self.tr("Source {letter} alone").format(letter=letter))
        self.title = QLabel(name)
        self.note = quiet_label()
        self._why = ""
        self.seed = SeedBox(self.tr("Seed of {letter}").format(letter=letter), stacked=True)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self.title)
        beside.addWidget(self.seed)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.thumb)
        row.addLayout(beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(row)
        whole.addWidget(self.note)

    def show_source(self, source: Source) -> None:
        """Show the seed; a latent given by value is said to be one."""
        self.seed.show_value(source.seed)
        own = self.tr("A latent of its own; any seed replaces it.") if source.latent else ""
        self.note.setText(self._why or own)
        self.note.setVisible(bool(self.note.text()))

    def grey(self, why: str, note: str) -> None:
        """Grey it where the model has no use for it, and say why; "" brings it back."""
        self._why = note
        for part in (self.thumb, self.title, self.seed):
            grey(part, why)


class Sources(QWidget):
    """Both sources, bound to the document."""

    thumb_wanted = Signal(str, object)  # "a" or "b", FaceRecipe: please draw it small

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._keys: tuple[str, ...] = ()  # the sources that the model has a use for
        self._asked: dict[str, FaceRecipe] = {}
        self._timer = QTimer(self, singleShot=True, interval=THUMB_MS)
        self.section = Section(self.tr("Sources"))
        self.cards = {
            "a": SourceCard("A", self.tr("A")),
            "b": SourceCard("B", self.tr("B")),
        }
        self.swap = self.section.add_tool("swap", self.tr("Swap A and B"))
        self.cards["b"].seed.box.setToolTip(
            self.tr("The seed of the face that is mixed in: type any seed")
        )
        for card in self.cards.values():
            self.section.add_wide(card)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(8)
        self._column.addWidget(self.section)
        self._column.addStretch(1)
        for key, card in self.cards.items():
            self._bind(key, card)
        self.swap.clicked.connect(self._swap)
        self._timer.timeout.connect(self._ask)
        document.changed.connect(self._show)
        self._show(document.recipe)

    def add(self, section: Section) -> None:
        """Put a section below the others."""
        self._column.insertWidget(self._column.count() - 1, section)

    def show_applies(self, applies: Applies) -> None:
        """Grey what the model has no use for."""
        self._keys = () if applies.source else tuple(self.cards)
        for card in self.cards.values():
            card.grey(applies.source, applies.note(applies.source))
        grey(self.swap, applies.source)
        for key, card in self.cards.items():
            if key not in self._keys:
                self._asked.pop(key, None)
                card.thumb.clear()
        self._show(self._document.recipe)

    def show_thumb(self, key: str, picture: Picture) -> None:
        """Show a small picture, if it is still the one that was asked for last."""
        if picture.recipe == self._asked.get(key):
            self.cards[key].thumb.show_pixels(picture.pixels)

    def _bind(self, key: str, card: SourceCard) -> None:
        words = self.tr("Seed of {letter}").format(letter=key.upper())
        card.seed.changed.connect(
            lambda seed: self._document.change(words, **{key: Source(seed=seed)})
        )
        card.seed.settled.connect(lambda: self._document.settle(words))

    def _swap(self) -> None:
        recipe = self._document.recipe
        self._document.load(replace(recipe, a=recipe.b, b=recipe.a), self.tr("Swap A and B"))

    def _show(self, recipe: FaceRecipe) -> None:
        self.cards["a"].show_source(recipe.a)
        self.cards["b"].show_source(recipe.b)
        self._timer.start()

    def _ask(self) -> None:
        """Ask for the thumbnails whose source, model or truncation has changed."""
        recipe = self._document.recipe
        for key in self._keys:
            source = recipe.a if key == "a" else recipe.b
            alone = FaceRecipe(
                model=recipe.model,
                a=source,
                psi=recipe.psi,
                cutoff=recipe.cutoff,
                label=recipe.label,
            )
            if alone != self._asked.get(key):
                self._asked[key] = alone
                self.thumb_wanted.emit(key, alone)
