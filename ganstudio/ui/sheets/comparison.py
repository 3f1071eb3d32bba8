"""The comparison view: pages that show what the families of networks differ in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ganstudio.engine import comparison
from ganstudio.engine.comparison_pages import PAGES, refusal
from ganstudio.engine.sheets import Sheet
from ganstudio.models.card import Card
from ganstudio.models.library import Library
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.pictures import Pictures
from ganstudio.ui.sheets.view import SheetView
from ganstudio.ui.undoing import Undoing
from ganstudio.ui.widgets.choice import Choice
from ganstudio.ui.widgets.number_slider import NumberSlider
from ganstudio.ui.words import translated

SWEEP = "z-and-w"
FURTHEST = 40.0  # of a sweep to each side


class Comparison(SheetView):
    """One page at a time, for the recipe in the studio."""

    def __init__(
        self, jobs: Jobs, library: Library, pictures: Pictures, undoing: Undoing, parent: QWidget
    ) -> None:
        super().__init__(pictures, undoing, parent)
        self.setWindowTitle(self.tr("Compare families"))
        self._jobs, self._library = jobs, library
        self._recipe: FaceRecipe | None = None
        self._card: Card | None = None
        self._laying_out = False
        self._again = False
        words = {
            page.name: (translated(page.title), translated(page.look).split(":")[0])
            for page in PAGES
        }
        self.pages = Choice(self.tr("Page"), words)
        self.look = QLabel(wordWrap=True)
        self.look.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.dimension = NumberSlider(self.tr("Number of z"), low=0, high=1, default=0, decimals=0)
        self.dimension.setToolTip(self.tr("Which of the numbers of z is swept"))
        self.reach = NumberSlider(self.tr("Reach"), low=0.5, high=FURTHEST, default=4, decimals=1)
        self.reach.setToolTip(self.tr("How far it is swept to each side"))
        self.sweep = QWidget()
        row = QHBoxLayout(self.sweep)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name, slider in (
            (self.tr("Number of z"), self.dimension),
            (self.tr("Reach"), self.reach),
        ):
            label = QLabel(name)
            label.setBuddy(slider)
            row.addWidget(label)
            row.addWidget(slider, 1)
            slider.changed.connect(self._show)
        self.above.addWidget(self.pages)
        self.above.addWidget(self.look)
        self.above.addWidget(self.sweep)
        self.pages.chosen.connect(self._show)

    @property
    def file_name(self) -> str:
        """What is on the page, for a file's name."""
        return self.pages.value

    def show_recipe(self, recipe: FaceRecipe, card: Card) -> None:
        """The pages about this recipe's face and model."""
        before, self._recipe, self._card = self._card, recipe, card
        if before is None or before.z_dim != card.z_dim:
            self.dimension.set_high(card.z_dim - 1, 0)
            usual = comparison.usual_reach(card)
            self.reach.set_high(FURTHEST, usual)
            self.reach.show_value(usual)
        self._show()

    def _show(self) -> None:
        page = next(page for page in PAGES if page.name == self.pages.value)
        self.look.setText(translated(page.look))
        self.sweep.setVisible(page.name == SWEEP)
        if self._recipe is None or self._card is None:
            return
        models = comparison.face_models(self._library, self._recipe, self._card)
        if why := refusal(page.name, self._card, models):
            self.show_sheet(None, translated(why))
        elif page.name == SWEEP:
            self._sweep(self._recipe)
        else:
            self.show_sheet(comparison.plain_sheet(page.name, self._recipe, self._card, models))

    def _sweep(self, recipe: FaceRecipe) -> None:
        """Laid out by the worker, since it takes the mapping network; once more if it changed."""
        if self._laying_out:
            self._again = True
            return
        self._laying_out, self._again = True, False
        steps = partial(
            comparison.z_and_w,
            recipe=recipe,
            dimension=round(self.dimension.value),
            reach=self.reach.value,
        )
        done: Callable[[Sheet], None] = self._on_laid_out
        self._jobs.start(self.tr("Compare"), steps, done, ended=self._on_ended, quiet=True)

    def _on_laid_out(self, sheet: Sheet) -> None:
        if self.isVisible() and self.pages.value == SWEEP and not self._again:
            self.show_sheet(sheet)

    def _on_ended(self) -> None:
        self._laying_out = False
        if self._again and self.isVisible() and self.pages.value == SWEEP and self._recipe:
            self._sweep(self._recipe)
