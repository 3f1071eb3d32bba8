"""Nothing lost: the parts that keep pictures, settings and sessions, wired to the window."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from ganstudio import atomic
from ganstudio.latent import paths
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.keeping.autosave import Autosave
from ganstudio.ui.keeping.disk import Disk
from ganstudio.ui.keeping.history import History
from ganstudio.ui.keeping.presets import Presets
from ganstudio.ui.keeping.restoring import Restoring
from ganstudio.ui.keeping.viewing import Viewing
from ganstudio.ui.keeping.wiping import Wiping

if TYPE_CHECKING:
    from ganstudio.ui.window import Window


class Keeping(QObject):
    """`begin` once the window is painted, `stop` as it closes. `home`: the user's folder."""

    def __init__(self, window: Window, home: Path) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        self._path: tuple[paths.Path | None, Any] = (None, None)  # as saved last; the disk's
        tab, session, jobs = window.faces, window.session, window.jobs
        self.disk = Disk(self)
        self.history = History(home / "history", tab.document, session, jobs, self.disk, self)
        self.wiping = Wiping(tab, self.history, session, window.pictures, self)
        self.presets = Presets(home / "presets", tab.document, session, window)
        self.autosave = Autosave(home, self.disk, self)
        self.restoring = Restoring(
            self.autosave, self.history, tab.document, session, window.opening, jobs, self
        )
        self.viewing = Viewing(tab.canvas, session, self)
        tab.below.addWidget(self.history.strip)
        strip = self.history.strip
        strip.setVisible(window.settings.history_shown)
        strip.save_wanted.connect(window.export.save_recipe)
        strip.copy_wanted.connect(window.export.copy_recipe)
        tab.canvas.keep_wanted.connect(self.history.keep_present)
        window.export.exported.connect(self.history.keep)
        for part in (self.history, self.presets):
            part.restore_wanted.connect(self.restore)
        self.autosave.add("view", self.viewing.save, self.viewing.load, tab.canvas.looked)
        frames = window.walking.frames
        self.history.playing = lambda: window.walking.playing.player.playing
        self.autosave.add("path", self._save_path, self._load_path, frames.changed)
        window.walking.bar.key_frames.toggled.connect(self.autosave.touch)
        walking = window.walking
        self.autosave.add(
            "walking",
            lambda: walking.settings,
            walking.show_settings,
            walking.settings_changed,
        )
        window.directions.selected = lambda: self.history.selected

    def connect_window(self, actions: Mapping[str, QAction]) -> None:
        """What the window makes last: tabs, status, error bar, and the actions by name."""
        window = self._window
        for part in (self.history, self.wiping, self.presets, self.restoring):
            part.said.connect(window.status.say)
            part.failed.connect(window.show_error)
        self.autosave.failed.connect(window.show_error)
        self.disk.failed.connect(window.show_error)
        self._shown = actions["history strip"]
        self.history.strip.starred.toggled.connect(actions["starred alone"].setChecked)
        tabs = window.tabs
        self.autosave.add("tab", tabs.currentIndex, self._show_tab, tabs.currentChanged)

    def begin(self) -> None:
        """Find what is kept, and open what was open last time."""
        self.restoring.begin()
        self.history.begin()
        for folder in (self._home, self._home / "history", self._home / "presets"):
            self.disk.do(partial(atomic.clear, folder))

    def stop(self) -> None:
        """Save what is not saved yet, and wait for the disk."""
        self.history.stop()
        self.autosave.stop()
        self.disk.close()

    def restore(self, recipe: FaceRecipe) -> None:
        """All settings, as one undo step; another model is opened first."""
        window = self._window
        window.show_faces()
        if window.session.knows(recipe.model):
            window.faces.document.load(recipe, self.tr("Restore picture"))
        else:
            window.opening.open_recipe(recipe)

    def show_strip(self, on: bool) -> None:
        """The strip under the canvas."""
        self._window.settings.history_shown = on
        self.history.strip.setVisible(on)

    def go_to_strip(self) -> None:
        """The keys to the strip, and the strip to the screen."""
        self._shown.setChecked(True)
        tiles = self.history.strip.tiles
        tiles.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not tiles.currentIndex().isValid():
            tiles.setCurrentIndex(tiles.model().index(0, 0))

    def _save_path(self) -> Any:
        """The key frames, and whether they are unfolded."""
        walking = self._window.walking
        return partial(self._path_as_json, walking.frames.path, walking.bar.key_frames.isChecked())

    def _path_as_json(self, path: paths.Path, shown: bool) -> Any:
        """On the disk's thread, since a path of many latents takes seconds to become text."""
        if path is not self._path[0]:
            self._path = path, json.loads(paths.to_json(path))
        return {"path": self._path[1], "shown": shown}

    def _load_path(self, value: Any) -> None:
        walking = self._window.walking
        walking.frames.show_path(paths.from_json(json.dumps(value["path"])))
        walking.bar.key_frames.setChecked(value["shown"] is True)

    def _show_tab(self, index: Any) -> None:
        if type(index) is not int or not 0 <= index < self._window.tabs.count():
            raise ValueError(f"no tab {index!r}")
        self._window.tabs.setCurrentIndex(index)
