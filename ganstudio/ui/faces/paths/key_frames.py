"""The key frames of the session: the strip, and every change of the path as an undo step."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ganstudio.latent.paths import MOST_FRAMES, KeyFrame, Path
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.document import Document
from ganstudio.ui.faces.paths import edits
from ganstudio.ui.faces.paths.steps import PathStep
from ganstudio.ui.faces.paths.strip import HEIGHT, Strip
from ganstudio.ui.faces.paths.tools import PathTools
from ganstudio.ui.thumbnails import Thumbnails
from ganstudio.ui.widgets.number_slider import REST_MS


class KeyFrames(QWidget):
    """Its `path` is part of the session; every change of it is an undo step of the document.

    Signals: `changed()` when there is another path, `load_wanted(recipe, words)` for a key frame
    that was chosen, `scrubbed(second)` while a hand moves over the path, `scrub_ended(second)` when
    it rests, `play_wanted(on)`.
    """

    changed = Signal()
    load_wanted = Signal(object, str)
    scrubbed = Signal(float)
    scrub_ended = Signal(float)
    play_wanted = Signal(bool)

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._path = Path(())
        self.thumbs = Thumbnails("key frames", self)
        self.tools = PathTools()
        self.strip = Strip(self.thumbs)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        area = self._area = QScrollArea()
        area.setWidget(self.strip)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the strip in it can be reached
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(HEIGHT + 10)  # and the scroll bar, where there is one
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tools)
        column.addWidget(area)
        self._connect()
        self.show_path(self._path)

    @property
    def path(self) -> Path:
        return self._path

    def show_path(self, path: Path, chosen: int | None = None) -> None:
        """Another path in place of this one, without an undo step."""
        other = path != self._path
        self._path = path
        self._choose(chosen)
        if other:
            self.changed.emit()

    def replace_path(self, path: Path, words: str) -> None:
        """Another path as one undo step."""
        self._edit(path, None, words)

    def add(self) -> None:
        """The picture as it is now, behind the chosen key frame, else at the end."""
        frames, here = self._path.frames, self.strip.current
        if len(frames) == MOST_FRAMES:
            return
        place = len(frames) if here is None else here + 1
        recipe = self._recipe
        if place:
            frame = KeyFrame(recipe, frames[place - 1].seconds, frames[place - 1].easing)
        else:
            frame = KeyFrame(recipe)
        self._edit(edits.inserted(self._path, place, frame), place, self.tr("Add key frame"))

    def replace_chosen(self) -> None:
        """The picture as it is now in place of the chosen key frame."""
        here = self.strip.current
        if here is not None:
            path = edits.set_at(self._path, here, recipe=self._recipe)
            self._edit(path, here, self.tr("Replace key frame"))

    def remove_chosen(self) -> None:
        if self.strip.current is not None:
            self._remove(self.strip.current)

    def show_playing(self, on: bool) -> None:
        """Whether the path is being played."""
        self.tools.show_playing(on)
        if not on:
            self.show_second(None)

    def show_second(self, second: float | None) -> None:
        """Where on the path the picture is; None: it is not of the path."""
        self.strip.show_second(second)
        self.tools.show_second(second)

    def stop(self) -> None:
        """The window closes."""
        self._rest.stop()

    def _connect(self) -> None:
        tools, strip = self.tools, self.strip
        tools.play.clicked.connect(self.play_wanted)
        tools.plus.clicked.connect(self.add)
        tools.renew.clicked.connect(self.replace_chosen)
        tools.minus.clicked.connect(self.remove_chosen)
        tools.closed.clicked.connect(self._close)
        tools.seconds.valueChanged.connect(self._set_seconds)
        tools.easing.activated.connect(self._set_easing)
        tools.scrub.valueChanged.connect(self._on_scrub)
        tools.scrub.sliderReleased.connect(self._end_scrub)
        tools.scrub.reset.connect(self._back_to_start)
        strip.chosen.connect(self._load)
        strip.way_chosen.connect(self._choose_way)
        strip.moved.connect(self._move)
        strip.removed.connect(self._remove)
        strip.needed.connect(self._bring_into_view)
        self._rest.timeout.connect(self._end_scrub)

    @property
    def _recipe(self) -> FaceRecipe:
        self._document.settle()  # a move that has not come to rest is a step of its own
        return self._document.recipe

    def _edit(self, path: Path, chosen: int | None, words: str, *, move: str = "") -> None:
        if path != self._path:
            self._document.settle()
            before = self._path, self.strip.current
            step = PathStep(self.show_path, before, (path, chosen), words, move=move)
            self._document.undo.push(step)

    def _choose(self, index: int | None) -> None:
        self.strip.show_path(self._path, index)
        self.tools.show_path(self._path, index)

    def _load(self, index: int) -> None:
        self._choose(index)
        words = self.tr("Key frame {}").format(index + 1)
        self.load_wanted.emit(self._path.frames[index].recipe, words)

    def _choose_way(self, index: int) -> None:
        self._choose(index)
        self.tools.seconds.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, index: int) -> None:
        path = edits.without(self._path, index)
        left = min(index, len(path.frames) - 1) if path.frames else None
        self._edit(path, left, self.tr("Remove key frame"))

    def _move(self, index: int, to: int) -> None:
        self._edit(edits.moved(self._path, index, to), to, self.tr("Move key frame"))

    def _set_seconds(self, seconds: float) -> None:
        here = self.strip.current
        if here is not None:
            path = edits.set_at(self._path, here, seconds=seconds)
            self._edit(path, here, self.tr("Seconds of a key frame"), move=f"seconds {here}")

    def _set_easing(self) -> None:
        here = self.strip.current
        if here is not None:
            path = edits.set_at(self._path, here, easing=self.tools.easing.currentData())
            self._edit(path, here, self.tr("Easing of a key frame"))

    def _close(self, on: bool) -> None:
        words = self.tr("Close the path") if on else self.tr("Open the path")
        self._edit(Path(self._path.frames, closed=on), self.strip.current, words)

    def _on_scrub(self) -> None:
        if self._path.seconds:
            self.show_second(self.tools.second)
            self._rest.start()
            self.scrubbed.emit(self.tools.second)

    def _end_scrub(self) -> None:
        if not self.tools.scrub.isSliderDown() and self._path.seconds:
            self._rest.stop()
            self.scrub_ended.emit(self.tools.second)

    def _back_to_start(self) -> None:
        self.tools.scrub.setValue(0)
        self._end_scrub()

    def _bring_into_view(self, left: int, right: int) -> None:
        for x in (right, left):
            self._area.ensureVisible(x, HEIGHT // 2, 0, 0)
