"""The face tab: sources, picture and controls, all bound to one document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ganstudio.engine.picture import Picture
from ganstudio.models.card import Card
from ganstudio.ui.document import Document
from ganstudio.ui.faces.applies import applies
from ganstudio.ui.faces.controls import Controls
from ganstudio.ui.faces.sources import Sources
from ganstudio.ui.widgets.canvas import Canvas
from ganstudio.ui.widgets.scrolled import scrolled
from ganstudio.ui.widgets.section import Section

SOURCES_WIDTH, CONTROLS_WIDTH = 216, 352  # px, until the user moves the splitter


class FacesTab(QWidget):
    """Asks for pictures by `wanted`, and shows those that come back."""

    wanted = Signal(object)  # FaceRecipe: please draw
    thumb_wanted = Signal(str, object)  # "a" or "b", FaceRecipe: please draw it small

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.sources = Sources(document)
        self.canvas = Canvas()
        self.controls = Controls(document)
        self.canvas.set_hint(self.tr("Open a model, or make a new random network."))
        self.sections = {
            "sources": self.sources.section,
            "sample": self.controls.sample,
            "growth": self.controls.growth,
            "noise": self.controls.noise,
            "mix": self.controls.mixing,
        }
        middle = QWidget()
        self.below = QVBoxLayout(middle)  # the canvas, and under it what needs its width
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.setSpacing(0)
        self.below.addWidget(self.canvas, 1)
        parts = self.parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        for widget in (scrolled(self.sources), middle, self.controls):
            parts.addWidget(widget)
            parts.setStretchFactor(parts.count() - 1, int(widget is middle))
        parts.setCollapsible(1, False)
        parts.setSizes([SOURCES_WIDTH, 720, CONTROLS_WIDTH])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(parts)
        self.sources.thumb_wanted.connect(self.thumb_wanted)
        document.changed.connect(self.wanted)
        self._show(None)

    def add_left(self, name: str, section: Section) -> None:
        """Put a section below the sources; `name` is how the settings know it."""
        self.sections[name] = section
        self.sources.add(section)

    def add_right(self, name: str, section: Section) -> None:
        """Put a section below the other controls; `name` is how the settings know it."""
        self.sections[name] = section
        self.controls.add(section)

    @property
    def folded(self) -> list[str]:
        """Names of the sections that are folded away."""
        return [name for name, section in self.sections.items() if not section.header.isChecked()]

    def fold(self, names: Sequence[str]) -> None:
        """Fold these sections away, and no others."""
        for name, section in self.sections.items():
            section.open(name not in names)

    def show_model(self, card: Card) -> None:
        """Offer what this model has a use for, and say of the rest why not."""
        self._show(card)

    def show_picture(self, picture: Picture) -> None:
        """Show a picture, preview or exact."""
        self.canvas.show_pixels(picture.pixels)

    def show_thumb(self, key: str, picture: Picture) -> None:
        """Show the small picture of a source."""
        self.sources.show_thumb(key, picture)

    def _show(self, card: Card | None) -> None:
        reasons = applies(card)
        self.sources.show_applies(reasons)
        self.controls.show_card(card, reasons)
