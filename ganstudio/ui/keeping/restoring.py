"""The start: what was open last time, else the first model; then all else of the session."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ganstudio.engine import opening as jobs_of_opening
from ganstudio.engine.job import Steps
from ganstudio.engine.opening import Opened
from ganstudio.errors import StudioError
from ganstudio.recipe import FaceRecipe, from_json, to_json
from ganstudio.ui.document import Document
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.keeping.autosave import Autosave
from ganstudio.ui.keeping.history import History
from ganstudio.ui.opening import Opening
from ganstudio.ui.session import FaceSession

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer

FACE = "face"


class Restoring(QObject):
    """Opens the first model, and arms the autosave once it is there."""

    failed = Signal(object)  # StudioError
    said = Signal(str)

    def __init__(
        self,
        autosave: Autosave,
        history: History,
        document: Document,
        session: FaceSession,
        opening: Opening,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._autosave = autosave
        self._history = history
        self._session = session
        self._opening = opening
        self._jobs = jobs
        self._restored = False
        self._awaited: FaceRecipe | None = None  # its model is being opened
        self._begun = False
        autosave.add(FACE, self._save, self._open, document.changed)
        session.model_shown.connect(self._on_model)
        session.picture_shown.connect(self._on_picture)

    def begin(self) -> None:
        """Open what was open; where that cannot be, say so, keep its recipe and begin as new."""
        self._autosave.read()
        self._autosave.load(FACE)
        if not self._restored:
            self._begin_new()

    def _save(self) -> object:
        return json.loads(to_json(self._session.recipe))

    def _open(self, value: object) -> None:
        recipe = from_json(json.dumps(value))
        self._restored = True
        known = self._opening.known(recipe)
        if isinstance(known, Opened):
            self._session.begin(known)
        elif isinstance(known, StudioError):
            self._miss(recipe, known)
        else:
            work = partial(last_time, wanted=recipe)
            done = partial(self._on_opened, recipe)
            self._awaited = recipe
            self._jobs.start(self.tr("Opening"), work, done, ended=self._on_ended)

    def _on_ended(self) -> None:
        """The result comes right behind this, or never: cancelled or failed there is none."""
        QTimer.singleShot(0, self, self._keep_awaited)

    def _keep_awaited(self) -> None:
        if self._awaited is not None:
            self._history.keep_unseen(self._awaited)
            self._awaited, self._restored = None, False
            self.said.emit(
                self.tr("The picture of last time is not opened; the history strip has its recipe.")
            )

    def _on_opened(self, recipe: FaceRecipe, found: Opened | StudioError) -> None:
        self._awaited = None
        if isinstance(found, StudioError):
            self._miss(recipe, found)
            self._begin_new()
        else:
            self._session.open(found)

    def _miss(self, recipe: FaceRecipe, error: StudioError) -> None:
        self.failed.emit(
            StudioError(
                "The picture of last time cannot be drawn; its recipe is kept in the history "
                "strip. {error}",
                error=error,
                detail=error.detail,
            )
        )
        self._history.keep_unseen(recipe)
        self._restored = False

    def _begin_new(self) -> None:
        first = self._opening.first()
        if isinstance(first, Opened):
            self._session.begin(first)
        else:
            self._opening.open_named(first)

    def _on_model(self) -> None:
        if not self._begun:
            self._begun = True
            self._autosave.load_rest()
            self._autosave.arm()

    def _on_picture(self) -> None:
        if self._restored:
            self._restored = False
            self.said.emit(self.tr("All is as you left it; undo begins anew."))


def last_time(renderer: Renderer, wanted: FaceRecipe) -> Steps:
    """Job: the model of a recipe. The result: Opened, or the StudioError that says why not."""
    try:
        return (yield from jobs_of_opening.recipe(renderer, wanted))
    except StudioError as error:
        return error
