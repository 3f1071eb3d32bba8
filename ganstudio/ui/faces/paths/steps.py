"""Changes of the key-frame path as undo steps, on the same stack as those of the picture."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import cast

from PySide6.QtGui import QUndoCommand

from ganstudio.latent.paths import Path

MERGES = 0x5041  # the id of steps that may become one
REST_S = 1.0  # numbers that are stepped quicker than that are one step
Place = tuple[Path, int | None]  # a path and which key frame is chosen


class PathStep(QUndoCommand):
    """From one path to another; steps of the same move in quick succession become one."""

    def __init__(
        self,
        show: Callable[[Path, int | None], None],
        before: Place,
        after: Place,
        words: str,
        *,
        move: str = "",
    ) -> None:
        super().__init__(words)
        self._show = show
        self._before = before
        self._after = after
        self._at = time.monotonic()
        self._move = move

    def undo(self) -> None:
        self._show(*self._before)

    def redo(self) -> None:
        self._show(*self._after)

    def id(self) -> int:
        return MERGES if self._move else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        later = cast(PathStep, other)
        if later._move != self._move or later._at - self._at > REST_S:
            return False
        self._after, self._at = later._after, later._at
        return True
