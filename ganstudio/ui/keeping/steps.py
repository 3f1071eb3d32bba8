"""Undo steps beside those of the recipe: kept pictures starred or deleted, files replaced."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtGui import QUndoCommand

from ganstudio.atomic import in_words, new_file
from ganstudio.errors import StudioError
from ganstudio.ui.keeping.shelf import Shelf

Failed = Callable[[StudioError], None]


class FileStep(QUndoCommand):
    """Something done to files, which may fail: then it is said, and the stack goes on."""

    def __init__(self, words: str, failed: Failed) -> None:
        super().__init__(words)
        self._failed = failed

    def forward(self) -> None:
        raise NotImplementedError

    def back(self) -> None:
        raise NotImplementedError

    def redo(self) -> None:
        self._try(self.forward)

    def undo(self) -> None:
        self._try(self.back)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except StudioError as error:
            self._failed(error)


class StarStep(FileStep):
    """Stars put on some pictures, or taken away."""

    def __init__(
        self, words: str, failed: Failed, shelf: Shelf, names: list[str], *, on: bool
    ) -> None:
        super().__init__(words, failed)
        self._shelf, self._on = shelf, on
        found = (shelf.find(name) for name in names)
        self._names = [one.name for one in found if one and one.starred != on]

    def forward(self) -> None:
        self._shelf.star(self._names, self._on)

    def back(self) -> None:
        self._shelf.star(self._names, not self._on)


class DeleteStep(FileStep):
    """Pictures out of the strip; their files go for good at the next start."""

    def __init__(self, words: str, failed: Failed, shelf: Shelf, names: list[str]) -> None:
        super().__init__(words, failed)
        self._shelf, self._names = shelf, names

    def forward(self) -> None:
        self._shelf.delete(self._names)

    def back(self) -> None:
        self._shelf.bring_back(self._names)


class FilesStep(FileStep):
    """Small files written, replaced or removed (None)."""

    def __init__(
        self,
        words: str,
        failed: Failed,
        new: Mapping[Path, bytes | None],
        old: Mapping[Path, bytes | None],
    ) -> None:
        super().__init__(words, failed)
        self._new, self._old = new, old

    def forward(self) -> None:
        put(self._new)

    def back(self) -> None:
        put(self._old)


def put(contents: Mapping[Path, bytes | None]) -> None:
    """Write each file, or remove it. Raises StudioError where the disk does not take it."""
    for path, content in contents.items():
        if content is None:
            with in_words(path):
                path.unlink(missing_ok=True)
        else:
            with new_file(path) as file:
                file.write(content)
