"""What the program remembers between two starts, by name and type, in one ini file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ganstudio import paths

MOST_RECENT = 10


class Settings:
    """Reads and writes at once; a damaged or foreign file counts as empty."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or paths.config_folder() / "ganstudio.ini"
        self._store = QSettings(str(self.file), QSettings.Format.IniFormat)

    @property
    def recent(self) -> list[str]:
        """Names of the models opened last, newest first."""
        return self._names("models/recent")

    def remember(self, name: str) -> None:
        """Put a model first in the recent list."""
        names = [name, *(known for known in self.recent if known != name)]
        self._store.setValue("models/recent", names[:MOST_RECENT])

    def rename(self, name: str, other: str) -> None:
        """A model is called otherwise from now on."""
        if name in (names := self.recent):
            changed = [other if known == name else known for known in names]
            self._store.setValue("models/recent", changed)

    @property
    def commands(self) -> list[str]:
        """What was run from the command palette last, newest first."""
        return self._names("palette/recent")

    @commands.setter
    def commands(self, names: list[str]) -> None:
        self._store.setValue("palette/recent", names[:MOST_RECENT])

    @property
    def device(self) -> str:
        """Where pictures are computed: "cpu", "cuda:0", "mps"."""
        return self._text("device", "cpu")

    @device.setter
    def device(self, name: str) -> None:
        self._store.setValue("device", name)

    @property
    def recipe_in_png(self) -> bool:
        """Whether saved PNG files carry the recipe that made them."""
        return self._flag("export/recipe", True)

    @recipe_in_png.setter
    def recipe_in_png(self, on: bool) -> None:
        self._store.setValue("export/recipe", on)

    @property
    def export_folder(self) -> Path:
        """Where the save dialogs begin."""
        folder = Path(self._text("export/folder", ""))
        return folder if folder.is_absolute() and folder.is_dir() else Path.home()

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._store.setValue("export/folder", str(folder))

    @property
    def open_folder(self) -> Path:
        """Where the open dialog begins."""
        folder = Path(self._text("open/folder", ""))
        return folder if folder.is_absolute() and folder.is_dir() else Path.home()

    @open_folder.setter
    def open_folder(self, folder: Path) -> None:
        self._store.setValue("open/folder", str(folder))

    @property
    def tune_allocator(self) -> bool:
        """Whether memory stays with the process for speed; takes effect at the next start."""
        return self._flag("speed/allocator", True)

    @tune_allocator.setter
    def tune_allocator(self, on: bool) -> None:
        self._store.setValue("speed/allocator", on)

    @property
    def theme(self) -> str:
        """ "system", "light" or "dark"."""
        name = self._text("theme", "system")
        return name if name in ("system", "light", "dark") else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def geometry(self) -> QByteArray:
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    @property
    def layout(self) -> QByteArray:
        """Where the docks were."""
        return self._bytes("window/layout")

    @layout.setter
    def layout(self, layout: QByteArray) -> None:
        self._store.setValue("window/layout", layout)

    @property
    def folded(self) -> list[str]:
        """Names of the sections of the face tab that are folded away."""
        return self._names("faces/folded")

    @folded.setter
    def folded(self, names: list[str]) -> None:
        self._store.setValue("faces/folded", names)

    @property
    def history_shown(self) -> bool:
        """Whether the strip of kept pictures is under the canvas."""
        return self._flag("faces/history", True)

    @history_shown.setter
    def history_shown(self, on: bool) -> None:
        self._store.setValue("faces/history", on)

    @property
    def widths(self) -> QByteArray:
        """How wide the parts of the face tab are."""
        return self._bytes("faces/widths")

    @widths.setter
    def widths(self, widths: QByteArray) -> None:
        self._store.setValue("faces/widths", widths)

    def save(self) -> None:
        """Write to disk now."""
        self._store.sync()

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def _names(self, key: str) -> list[str]:
        names = self._store.value(key)
        if isinstance(names, str):  # how an ini file gives back a list of one
            return [names]
        return [str(name) for name in names] if isinstance(names, list) else []

    def _flag(self, key: str, default: bool) -> bool:
        value = self._store.value(key, default)
        if isinstance(value, str):  # what an ini file gives back
            return {"true": True, "false": False}.get(value.lower(), default)
        return value if isinstance(value, bool) else default

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
