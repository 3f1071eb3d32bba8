"""The pages to read: model card, how to train, shortcuts, about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ganstudio.ui.actions import Act
from ganstudio.ui.dialogs.about import about
from ganstudio.ui.dialogs.model_card import model_card
from ganstudio.ui.dialogs.shortcuts import shortcuts
from ganstudio.ui.dialogs.training import how_to_train
from ganstudio.ui.session import FaceSession


class Pages(QObject):
    """Shows them over the window, which goes on working meanwhile."""

    def __init__(
        self, session: FaceSession, acts: Callable[[], Sequence[Act]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._acts = acts
        self._window = window

    def show_card(self) -> None:
        if card := self._session.card:
            model_card(self._session.recipe.model, card, self._window).show()

    def show_how_to(self) -> None:
        how_to_train(self._window).show()

    def show_shortcuts(self) -> None:
        shortcuts(self._acts(), self._window).show()

    def show_about(self) -> None:
        about(self._window).show()
