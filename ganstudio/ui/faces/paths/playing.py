"""What plays and what is scrubbed: the way from A to B, or the path, on the tab's canvas."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ganstudio.engine.picture import Picture
from ganstudio.recipe import FaceRecipe
from ganstudio.ui.document import Document
from ganstudio.ui.faces.paths.bar import InterpolationBar
from ganstudio.ui.faces.paths.key_frames import KeyFrames
from ganstudio.ui.faces.paths.player import Again, Moment, Player
from ganstudio.ui.pictures import Pictures
from ganstudio.ui.session import KEY, FaceSession


class Playing(QObject):
    """One thing plays at a time; a change of the document stops it, and so does Esc.

    A pause, or a bar that is let go, loads the moment that it stands at, as one undo step: what is
    on the screen is what the document says. Esc and the end go back to what was there before.
    """

    changed = Signal(bool)  # whether something plays

    def __init__(
        self,
        document: Document,
        session: FaceSession,
        pictures: Pictures,
        bar: InterpolationBar,
        frames: KeyFrames,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._session, self._pictures = document, session, pictures
        self._bar, self._frames = bar, frames
        self._shown: InterpolationBar | KeyFrames = bar  # what plays, or played last
        self._left_at = 0.0  # the second at which it was stopped
        self._scrubbed = False  # the picture is one of the path, not of the document
        self._loading = False  # the moment on the way is to be loaded once it is drawn
        self._second = 0.0
        self._last: FaceRecipe | None = None
        self.player = Player(pictures, self)
        self.player.moved.connect(self._on_moved)
        self.player.stopped.connect(self._on_stopped)
        bar.play_wanted.connect(self.play_sources)
        bar.grasped.connect(self.stop)
        frames.play_wanted.connect(self.play_path)
        frames.scrubbed.connect(self._scrub)
        frames.scrub_ended.connect(self._load)
        frames.changed.connect(self._on_changed)
        document.changed.connect(self._on_changed)
        pictures.arrived.connect(self._on_arrived)
        pictures.answered.connect(self._on_answered)

    def play_sources(self, on: bool) -> None:
        """From A to B and perhaps back, or pause."""
        if not on:
            self.pause()
            return
        self.stop()
        if self._session.card:
            self._document.settle()
            seconds = self._bar.seconds.value()
            start = self._document.recipe.interpolation.t * seconds
            again: Again = "to and fro" if self._bar.again.isChecked() else "once"
            self._begin(self._bar)
            self._play(self._bar.moment, seconds, self._left_at or start, again)

    def play_path(self, on: bool) -> None:
        """Along the key frames, or pause."""
        if not on:
            self.pause()
            return
        self.stop()
        path = self._frames.path
        if self._session.card and len(path.frames) > 1:
            self._document.settle()
            round_or_back: Again = "round" if path.closed else "to and fro"
            again = round_or_back if self._frames.tools.again.isChecked() else "once"
            self._begin(self._frames)
            self._play(path.at, path.seconds, self._left_at, again)

    def pause(self) -> bool:
        """Stop what plays and stay at its moment; whether something did."""
        second, playing = self._left_at, self.stop()
        if playing and self._shown is self._bar:
            recipe = self._document.recipe
            place = replace(recipe.interpolation, t=second / self._bar.seconds.value())
            self._document.load(replace(recipe, interpolation=place), self.tr("A to B"))
        elif playing:
            self._scrubbed = True
            self._load(second)
        return playing

    def stop(self) -> bool:
        """Stop what plays and go back to the document; whether something did."""
        playing = self.player.playing
        self.player.stop()
        return playing

    def _begin(self, what: InterpolationBar | KeyFrames) -> None:
        if what is not self._shown:
            self._shown, self._left_at = what, 0.0
        what.show_playing(True)

    def _play(self, moment: Moment, seconds: float, start: float, again: Again) -> None:
        start = 0.0 if start >= seconds else start
        self.player.play(moment, seconds, start=start, again=again)
        self.changed.emit(True)

    def _on_moved(self, second: float) -> None:
        self._left_at = second
        if self._shown is self._bar:
            self._bar.show_place(second / self._bar.seconds.value())
        else:
            self._frames.show_second(second)

    def _on_stopped(self) -> None:
        self._shown.show_playing(False)
        self.changed.emit(False)
        self._session.draw_again()

    def _on_changed(self) -> None:
        """Something else is to be seen now: the document, or another path."""
        lost, self._scrubbed, self._loading = self._scrubbed, False, False
        if not self.stop() and lost:
            self._session.draw_again()
        self._left_at = 0.0
        self._frames.show_second(None)

    def _scrub(self, second: float) -> None:
        self.stop()
        self._scrubbed, self._loading = True, False
        self._pictures.ask(KEY, self._frames.path.at(second))

    def _load(self, second: float) -> None:
        if not self._scrubbed:
            return
        moment = self._frames.path.at(second)
        if moment.t in (0.0, 1.0):  # a key frame is loaded as it is
            self._take(moment.start if moment.t == 0 else moment.end, second)
        else:
            self._loading, self._second = True, second
            self._pictures.ask(KEY, moment)

    def _on_arrived(self, key: str, picture: Picture) -> None:
        if key == KEY and picture.exact:
            self._last = picture.recipe

    def _on_answered(self, key: str) -> None:
        if key == KEY and self._loading and self._last:
            self._take(self._last, self._second)

    def _take(self, recipe: FaceRecipe, second: float) -> None:
        self._scrubbed = self._loading = False
        if recipe == self._document.recipe:
            self._session.draw_again()
        self._document.load(recipe, self.tr("Moment of the path"))
        self._left_at = second  # playing goes on from here
        self._frames.show_second(second)
