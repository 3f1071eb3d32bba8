"""Finding and making directions as jobs, for the model that is on the screen when they begin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal

from ganstudio.engine import directions as jobs_of
from ganstudio.models.directions import Direction
from ganstudio.recipe import FaceRecipe, ModelRef
from ganstudio.ui.faces.directions.section import DirectionsSection
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.session import FaceSession


class Searching(QObject):
    """What the two panels below the list do. Signal `found(ref, directions)`."""

    found = Signal(object, object)

    def __init__(
        self, session: FaceSession, jobs: Jobs, section: DirectionsSection, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._section = session, jobs, section
        section.finder.wanted.connect(self._find)
        section.maker.wanted.connect(self._make)

    def _find(self, method: str, count: int, first: int, last: int) -> None:
        ref = self._session.recipe.model
        steps = partial(
            jobs_of.find,
            ref=ref,
            method=cast(jobs_of.Method, method),
            count=count,
            first=first,
            last=last,
        )
        self._jobs.start(self.tr("Find directions"), steps, partial(self.found.emit, ref))

    def _make(self, plus: Sequence[FaceRecipe], minus: Sequence[FaceRecipe], name: str) -> None:
        ref = self._session.recipe.model
        name = name or self.tr("Attribute")
        steps = partial(jobs_of.attribute, plus=plus, minus=minus, name=name)
        self._jobs.start(self.tr("Make a direction"), steps, partial(self._made, ref))

    def _made(self, ref: ModelRef, direction: Direction) -> None:
        self.found.emit(ref, (direction,))
        if ref == self._session.recipe.model:
            self._section.maker.empty()
