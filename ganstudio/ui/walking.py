"""Walks and paths in the window: pad, canvas tool, bar and key frames, put in their places."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ganstudio.latent.paths import Path
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.faces.paths.bar import InterpolationBar
from ganstudio.ui.faces.paths.key_frames import KeyFrames
from ganstudio.ui.faces.paths.playing import Playing
from ganstudio.ui.faces.tab import FacesTab
from ganstudio.ui.faces.walk.section import WalkSection
from ganstudio.ui.faces.walk.walker import WalkTool
from ganstudio.ui.pictures import Pictures
from ganstudio.ui.session import FaceSession
from ganstudio.ui.thumbnails import Thumbnails


class Walking(QObject):
    """`frames.path` is the key-frame path of the session.

    `open_wanted`: a recipe whose model has to be opened first.
    """

    open_wanted = Signal(object)
    settings_changed = Signal()  # speed, seconds, what repeats

    def __init__(
        self, tab: FacesTab, session: FaceSession, pictures: Pictures, parent: QWidget
    ) -> None:
        super().__init__(parent)
        document = tab.document
        self._tab = tab
        self._session = session
        self._pictures = pictures
        self.section = WalkSection(document)
        self.bar = InterpolationBar(document)
        self.frames = KeyFrames(document)
        self.playing = Playing(document, session, pictures, self.bar, self.frames, self)
        self._tool = WalkTool(self.section.walker)
        tab.add_left("pad", self.section)
        tab.below.addWidget(self.bar)
        tab.below.addWidget(self.frames)
        self.frames.hide()
        session.model_shown.connect(self._on_model_shown)
        self.section.on_picture.toggled.connect(self._walk_on_picture)
        self.frames.load_wanted.connect(self._load)
        self.bar.key_frames.toggled.connect(self.frames.setVisible)
        for thumbs in (self.section.thumbs, self.frames.thumbs):
            self._draw(thumbs)
        for signal in (
            self.section.speed.changed,
            self.bar.seconds.valueChanged,
            self.bar.again.toggled,
            self.frames.tools.again.toggled,
        ):
            signal.connect(self._on_settings)

    @property
    def settings(self) -> dict[str, float | bool]:
        """How fast walking and playing go, for the session."""
        return {
            "speed": self.section.speed.value,
            "seconds": self.bar.seconds.value(),
            "to and fro": self.bar.again.isChecked(),
            "path again": self.frames.tools.again.isChecked(),
        }

    def show_settings(self, settings: dict[str, float | bool]) -> None:
        """What `settings` gave. Raises KeyError, TypeError or ValueError for anything else."""
        self.section.set_speed(float(settings["speed"]))
        self.bar.seconds.setValue(float(settings["seconds"]))
        self.bar.again.setChecked(settings["to and fro"] is True)
        self.frames.tools.again.setChecked(settings["path again"] is True)

    def show_frames(self) -> None:
        """Unfold the key frames."""
        self.bar.key_frames.setChecked(True)

    def add_frame(self) -> None:
        """The picture as it is now as a key frame."""
        self.show_frames()
        self.frames.add()

    def take_path(self, path: Path, words: str) -> None:
        """Another path, as one undo step, for all to see."""
        self.show_frames()
        self.frames.replace_path(path, words)

    def play_or_stop(self) -> None:
        """The path where one is shown, else the way from A to B."""
        if self.playing.pause():
            return
        if self.frames.isVisible() and len(self.frames.path.frames) > 1:
            self.playing.play_path(True)
        else:
            self.playing.play_sources(True)

    def play_on(self) -> None:
        """Switch playing on until stopped, for what would play now."""
        on_path = self.frames.isVisible() and len(self.frames.path.frames) > 1
        (self.frames.tools if on_path else self.bar).again.click()

    def stop(self) -> bool:
        """Stop what plays; whether something did."""
        return self.playing.stop()

    def close(self) -> None:
        """The window closes: nothing may go on."""
        self.playing.stop()
        self.section.pad.stop()
        self.frames.stop()

    def _load(self, recipe: FaceRecipe, words: str) -> None:
        if self._session.knows(recipe.model):
            self._tab.document.load(recipe, words)
        else:
            self.open_wanted.emit(recipe)

    def _draw(self, thumbs: Thumbnails) -> None:
        """Have these small pictures drawn, but for while something plays."""
        thumbs.wanted.connect(self._ask)
        self._pictures.arrived.connect(thumbs.take)
        self._pictures.refused.connect(thumbs.give_up)
        self.playing.changed.connect(thumbs.hold)

    def _ask(self, key: str, recipe: FaceRecipe) -> None:
        self._pictures.ask(key, recipe, later=True)

    def _walk_on_picture(self, on: bool) -> None:
        self._tab.canvas.use(self._tool if on else None)

    def _on_settings(self) -> None:
        self.settings_changed.emit()

    def _on_model_shown(self) -> None:
        self.section.show_model(self._session.card)
        self.bar.show_model(self._session.card)
