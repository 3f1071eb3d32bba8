"""The directions of the model on the screen: kept in the user's folder, moved in the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ganstudio.errors import StudioError
from ganstudio.latent.mixing import style_sizes
from ganstudio.models import directions as store
from ganstudio.models.directions import Direction
from ganstudio.networks.families import FAMILIES
from ganstudio.recipe import FaceRecipe, ModelRef, Offset
from ganstudio.ui.faces.directions.placing import placed
from ganstudio.ui.faces.directions.removing import RemoveStep, put, without
from ganstudio.ui.faces.directions.row import DirectionRow
from ganstudio.ui.faces.directions.searching import Searching
from ganstudio.ui.faces.directions.section import DirectionsSection
from ganstudio.ui.faces.tab import FacesTab
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.session import FaceSession

translate = QCoreApplication.translate

MOST_GUESTS = 32  # rows for what came with a recipe


class Directions(QObject):
    """Rows for the directions that are kept, then for those that only the recipe has.

    What moves the picture is in the document, so undo covers it, and so it does what is removed;
    names, order and what is new are written at once. `selected`: the pictures chosen in the
    history.
    """

    failed = Signal(object)  # Exception
    said = Signal(str)

    def __init__(
        self, tab: FacesTab, session: FaceSession, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._document = tab.document
        self._ref = ModelRef("")
        self._sizes: list[int] = []
        self._kept: list[Direction] = []
        self._guests: list[Direction] = []
        self._mine = False  # what is shown now was changed here, not by undo or another control
        self.selected: Callable[[], Sequence[FaceRecipe]] = tuple
        self.section = DirectionsSection(self._pictures)
        self.section.reset.clicked.connect(self.go_along_none)
        self._searching = Searching(session, jobs, self.section, self)
        self._searching.found.connect(self._take_in)
        tab.add_right("directions", self.section)
        session.model_shown.connect(self._on_model)
        self._document.changed.connect(self._show)
        self._on_model()

    @property
    def kept(self) -> tuple[Direction, ...]:
        """Those of the model on the screen, in the user's order."""
        return tuple(self._kept)

    def open_finder(self) -> None:
        """What the menu does: unfold, and let the user choose."""
        self._open("find")
        self.section.finder.start.setFocus()

    def open_maker(self) -> None:
        self._open("make")
        self.section.maker.name.setFocus()

    def go_along_none(self) -> None:
        """All sliders to 0, as one undo step."""
        recipe = replace(self._document.recipe, offsets=())
        self._document.load(recipe, self.tr("Reset directions"))

    def _open(self, panel: str) -> None:
        self.section.open(True)
        self.section.open_panel(panel)
        self.section.come_into_view()

    def _pictures(self) -> Sequence[FaceRecipe]:
        return tuple(self.selected()) or (self._document.recipe,)

    def _on_model(self) -> None:
        """Another model: its list, and what it has no use for."""
        card, self._ref = self._session.card, self._session.recipe.model
        self._sizes = (
            style_sizes(card.size, family=card.family)[: card.styles]
            if card and card.styles
            else []
        )
        self._kept, self._guests = [], []
        why = "" if card else translate("Applies", "No model is open.")
        if card:
            self._attempt(self._load)
        name = FAMILIES[card.family].title if card and card.family in FAMILIES else ""
        no_pca = self.tr("{} has no mapping network, so PCA has nothing to look at.").format(name)
        self.section.finder.show_model(self._sizes, why, "" if self._sizes else no_pca)
        self.section.maker.show_model(why)
        self.section.grey_all(why)
        self.section.open_panel("")
        self._show(self._session.recipe)

    def _load(self) -> None:
        self._kept = list(store.saved(self._ref.digest))

    def _show(self, recipe: FaceRecipe) -> None:
        """What the recipe says, row by row; offsets that nobody has get rows of their own."""
        if recipe.model != self._ref:
            return  # its list is on its way
        if not self._mine:  # a guest that the user has just put to 0 stays until something else is
            self._guests = []
        _, others = placed([*self._kept, *self._guests], recipe.offsets)
        strangers = [offset for offset in others if store.leads(offset)]
        room = max(0, MOST_GUESTS - len(self._guests))
        self._guests += [store.of_offset(offset) for offset in strangers[:room]]
        more = self.tr("{count} more came with this picture and move it, too.")
        self.section.explain(more.format(count=len(strangers[room:])) if strangers[room:] else "")
        entries = [(each, True) for each in self._kept] + [(each, False) for each in self._guests]
        for row in self.section.show_rows(entries):
            self._bind(row)
        offsets, _ = placed([direction for direction, _ in entries], recipe.offsets)
        for row, offset in zip(self.section.rows, offsets, strict=True):
            row.show_offset(offset, self._sizes)

    def _bind(self, row: DirectionRow) -> None:
        for signal, call in (
            (row.changed, self._move),
            (row.settled, self._settle),
            (row.renamed, self._rename),
            (row.layers_chosen, self._choose_layers),
            (row.keep_wanted, self._keep),
            (row.copy_wanted, self._copy),
            (row.move_wanted, self._reorder),
            (row.remove_wanted, self._remove),
        ):
            signal.connect(partial(self._if_there, call, row))

    def _if_there(self, call: Callable[..., None], row: DirectionRow, *values: object) -> None:
        """A row that is on its way out has no more to say."""
        if row in self.section.rows:
            call(row, *values)

    def _words(self, row: DirectionRow) -> str:
        return self.tr("Direction {name}").format(name=row.direction.name)

    def _offset(self, row: DirectionRow) -> Offset | None:
        """What the recipe says of this row."""
        return self._offsets()[0][self.section.rows.index(row)]

    def _offsets(self) -> tuple[list[Offset | None], list[Offset]]:
        """What it says of each row, and what there was no room for."""
        directions = [row.direction for row in self.section.rows]
        return placed(directions, self._document.recipe.offsets)

    def _with(self, row: DirectionRow, offset: Offset | None) -> FaceRecipe:
        """The recipe with that for this row, in the order of the rows; what is 0 is left out."""
        found, rest = self._offsets()
        found[self.section.rows.index(row)] = offset
        offsets = tuple(each for each in [*found, *rest] if each and each.amount)
        return replace(self._document.recipe, offsets=offsets)

    def _move(self, row: DirectionRow, amount: float) -> None:
        first, last = row.span
        offset = replace(row.direction.at(amount), first=first, last=last)
        recipe = self._with(row, offset)
        self._by_me(lambda: self._document.change(self._words(row), offsets=recipe.offsets))

    def _settle(self, row: DirectionRow) -> None:
        self._document.settle(self._words(row))

    def _choose_layers(self, row: DirectionRow, first: int, last: int) -> None:
        """Now, and whenever it is moved from 0 again."""
        if last >= len(self._sizes) - 1:
            last = store.LAST
        offset = self._offset(row)
        self._replace(row, replace(row.direction, first=first, last=last))
        if offset:
            recipe = self._with(row, replace(offset, first=first, last=last))
            words = self.tr("Layers of {name}").format(name=row.direction.name)
            self._by_me(lambda: self._document.load(recipe, words))
        self._save()
        self._show_again()

    def _rename(self, row: DirectionRow, name: str) -> None:
        others = {each.direction.name for each in self.section.rows if each is not row}
        new = replace(row.direction, name=store.free_name(name, others))
        offset = self._offset(row)
        self._replace(row, new)
        if offset:  # so that what is exported has the new name; no step, for the face is the same
            self._document.settle()
            recipe = self._with(row, replace(offset, name=new.name))
            self._by_me(lambda: self._document.restore(recipe))
        self._save()
        self._show_again()

    def _keep(self, row: DirectionRow) -> None:
        taken = {each.name for each in self._kept}
        self._guests.remove(row.direction)
        name = store.free_name(row.direction.name, taken)
        self._kept.append(replace(row.direction, name=name))
        self._save()
        self._show_again()

    def _copy(self, row: DirectionRow) -> None:
        taken = {each.direction.name for each in self.section.rows}
        twin = replace(row.direction, name=store.free_name(row.direction.name, taken))
        place = self._kept.index(row.direction) + 1 if row.kept else len(self._kept)
        self._kept.insert(place, twin)
        self._save()
        self._show_again()

    def _reorder(self, row: DirectionRow, down: int) -> None:
        if row.kept:
            place = self._kept.index(row.direction)
            self._kept.insert(max(0, place + down), self._kept.pop(place))
            self._save()
            self._show_again()
            row.name.setFocus()

    def _remove(self, row: DirectionRow) -> None:
        """From the list, and from the picture: that is one undo step."""
        recipe, words = self._with(row, None), self.tr("Remove {name}")
        words = words.format(name=row.direction.name)
        if row.kept:
            place = self._kept.index(row.direction)
            out = partial(self._rewrite, self._ref.digest, partial(without, row.direction))
            back = partial(self._rewrite, self._ref.digest, partial(put, row.direction, place))
            self._document.settle()
            self._document.undo.push(
                RemoveStep(self._document, recipe, words, out, back, self._show_again)
            )
        else:
            self._guests.remove(row.direction)
            self._document.load(recipe, words)
            self._show_again()

    def _replace(self, row: DirectionRow, new: Direction) -> None:
        """The same row stands for a changed direction."""
        among = self._kept if row.kept else self._guests
        among[among.index(row.direction)] = new
        row.show_direction(new)

    def _show_again(self) -> None:
        self._by_me(lambda: self._show(self._document.recipe))

    def _by_me(self, call: Callable[[], None]) -> None:
        self._mine = True
        try:
            call()
        finally:
            self._mine = False

    def _take_in(self, ref: ModelRef, found: Sequence[Direction]) -> None:
        """New ones behind the old ones, for the model that they are of."""
        self._attempt(partial(self._merge, ref, found))
        if ref == self._ref:
            first = len(self.section.rows)
            self._show_again()
            self.section.show_found(first)

    def _merge(self, ref: ModelRef, found: Sequence[Direction]) -> None:
        here = ref.digest == self._ref.digest
        old = self._kept if here else store.saved(ref.digest)
        merged = store.merged(old, found)
        if here:
            self._kept = list(merged)
        store.save(ref.digest, merged)
        new = len(merged) - len(old)
        some = self.tr("Directions found: {new}").format(new=new)
        none = self.tr("These directions are in the list already.")
        self.said.emit(some if new else none)

    def _rewrite(
        self, digest: str, change: Callable[[Sequence[Direction]], list[Direction]]
    ) -> None:
        """Another list for a model, which need not be the one on the screen."""
        here = digest == self._ref.digest
        kept = change(self._kept if here else store.saved(digest))
        if here:
            self._kept = kept
        self._attempt(partial(store.save, digest, kept))

    def _save(self) -> None:
        self._attempt(partial(store.save, self._ref.digest, self._kept))

    def _attempt(self, call: Callable[[], object]) -> None:
        try:
            call()
        except StudioError as error:
            self.failed.emit(error)
