"""The session: every part that is open, saved a moment after it changed, restored at the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from ganstudio.errors import StudioError
from ganstudio.media import session as files
from ganstudio.ui.keeping.disk import Disk

SAVE_MS = 2_000  # after a change; what changes meanwhile is saved with it
DAMAGE = (StudioError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True)
class Part:
    """`save` gives what json can hold; `load` takes it back, and raises where it is damaged.

    What `save` gave may not change afterwards: it becomes text on another thread. What takes long
    to make, `save` may give as a function without arguments, which is called there.
    """

    save: Callable[[], Any]
    load: Callable[[Any], None]


class Autosave(QObject):
    """Named parts, one file. It begins to write with `arm`: not before the session is restored.

    What `load` raises of `DAMAGE` counts as damage: the file is set aside, the other parts are
    restored.
    """

    failed = Signal(object)  # StudioError
    saved = Signal(str)  # the text that is on the disk now

    def __init__(self, folder: Path, disk: Disk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = folder / files.NAME
        self._disk = disk
        self._parts: dict[str, Part] = {}
        self._found: files.Parts = {}  # of last time, as far as not loaded yet
        self._on_disk = ""
        self._armed = False
        self._soon = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._soon.timeout.connect(self._save)

    def add(
        self,
        name: str,
        save: Callable[[], Any],
        load: Callable[[Any], None],
        changed: SignalInstance | None = None,
    ) -> None:
        """A part of the session; `changed` tells that there may be something to save."""
        self._parts[name] = Part(save, load)
        if changed is not None:
            changed.connect(self.touch)
        if self._armed and name in self._found:
            self.load(name)

    def read(self) -> files.Parts:
        """What the last session left, by part; nothing where it is damaged, which is said."""
        try:
            self._found = files.read(self.path)
        except StudioError as error:
            self._set_aside(error.detail)
        return dict(self._found)

    def load(self, name: str) -> None:
        """Restore one part, if the last session had it."""
        if name not in self._found:
            return
        value = self._found.pop(name)
        try:
            self._parts[name].load(value)
        except DAMAGE as error:
            self._set_aside(f"{name}: {error!r}")

    def load_rest(self) -> None:
        """Restore every part that there is by now."""
        for name in self._parts:
            self.load(name)

    def arm(self) -> None:
        """From now on what changes is saved."""
        self._armed = True
        self.touch()

    def touch(self) -> None:
        """Something may have changed."""
        if self._armed and not self._soon.isActive():
            self._soon.start()

    def stop(self) -> None:
        """Save what is not saved yet, for the last time; the disk is waited for by its owner."""
        if self._soon.isActive():
            self._soon.stop()
            self._save()
        self._armed = False

    def _save(self) -> None:
        parts = {name: part.save() for name, part in self._parts.items()}
        self._disk.do(partial(self._write, {**self._found, **parts}), self._on_written)

    def _write(self, parts: files.Parts) -> str:
        """On the disk's thread; what is there already is not written again: then ""."""
        text = files.to_text({name: v() if callable(v) else v for name, v in parts.items()})
        if text == self._on_disk:
            return ""
        files.write(self.path, text)
        self._on_disk = text
        return text

    def _on_written(self, text: str) -> None:
        if text:
            self.saved.emit(text)

    def _set_aside(self, why: str) -> None:
        """The file gets another name, once, and nobody writes over it."""
        if not self.path.exists():
            return
        try:
            aside = files.set_aside(self.path, datetime.now().astimezone())
        except StudioError as error:
            self.failed.emit(error)
            return
        self.failed.emit(
            StudioError(
                "The session of last time is damaged, or a newer version wrote it: it was set "
                "aside as {aside}, and what could not be read begins as new.",
                aside=aside,
                detail=why,
            )
        )
