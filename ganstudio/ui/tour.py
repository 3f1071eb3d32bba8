"""A tour of the window: opens it, uses it as a user does, and leaves a picture of every view."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QPoint,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ganstudio import paths
from ganstudio.atomic import in_words
from ganstudio.engine import export
from ganstudio.engine.job import Steps
from ganstudio.engine.picture import Picture
from ganstudio.errors import StudioError
from ganstudio.latent.mixing import group, style_sizes
from ganstudio.media.files import save_picture
from ganstudio.media.qimage import to_array
from ganstudio.models.library import Library
from ganstudio.recipe import FaceRecipe, Source
from ganstudio.ui.app import Collector, make_renderer, name_and_translate
from ganstudio.ui.driving import LEFT, drag, drop
from ganstudio.ui.export import save
from ganstudio.ui.settings import Settings
from ganstudio.ui.theme import Theme
from ganstudio.ui.window import Window

PATIENCE_S = 120.0
THUMBNAILS_S = 0.4  # they are asked for a moment after the picture
FILLED_S = 3.0  # for the pictures of a sheet, which come one by one
PLAIN = "random-dcgan-64-0"  # a network without style layers


def visit(folder: Path) -> Iterator[Path]:
    """Fill the folder and tell each file. Nothing of the user's is read or changed.

    Raises StudioError where the folder cannot be made, and whatever goes wrong in the window.
    """
    with in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(quietly)
    app = QApplication.instance() or QApplication([paths.APP])
    assert isinstance(app, QApplication)
    name_and_translate(app)
    with (
        tempfile.TemporaryDirectory() as elsewhere,
        at_home(elsewhere),
        exceptions_kept() as fallen,
    ):
        window = Window(
            make_renderer=make_renderer,
            library=Library(),
            settings=Settings(Path(elsewhere) / "tour.ini"),
            theme=Theme(app),
            home=Path(elsewhere),
        )
        Collector(window)
        try:
            yield from Tour(window, folder, fallen).views()
        finally:
            window.close()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def at_home(folder: str) -> Iterator[None]:
    """Models, directions, caches and all else of the user's are in this folder for a while."""
    before = os.environ.get(paths.HOME)
    os.environ[paths.HOME] = folder
    try:
        yield
    finally:
        if before is None:
            del os.environ[paths.HOME]
        else:
            os.environ[paths.HOME] = before


@contextmanager
def exceptions_kept() -> Iterator[list[BaseException]]:
    """What a slot raises goes to `sys.excepthook`, and would be forgotten there."""
    fallen: list[BaseException] = []

    def keep(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        fallen.append(error)

    before, sys.excepthook = sys.excepthook, keep
    try:
        yield fallen
    finally:
        sys.excepthook = before


class Tour:
    """One walk through a window."""

    def __init__(self, window: Window, folder: Path, fallen: list[BaseException]) -> None:
        self.window, self.folder, self.fallen = window, folder, fallen
        self._count = 0
        self._shown: Picture | None = None
        self._errors: list[BaseException] = []
        window.session.picture_shown.connect(self._note)
        window.jobs.failed.connect(self._errors.append)
        window.pictures.failed.connect(self._errors.append)

    def views(self) -> Iterator[Path]:
        """Every view; the path of each picture."""
        self.window.resize(1280, 800)
        self.window.show()
        self.wait(lambda: self._shown is not None)
        yield self.shot("start")
        yield from self.faces()
        yield from self.exports()
        yield from self.others()
        yield from self.walks()
        yield from self.windows()
        yield from self.dialogs()
        yield from self.without_styles()
        yield from self.wrong_file()
        self.window.appearance.choose("dark")
        yield self.shot("dark")

    def faces(self) -> Iterator[Path]:
        """Seed, truncation, mix and noise, by mouse and keys."""
        faces = self.window.faces
        box = faces.sources.cards["a"].seed.box
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, "42")
        QTest.keyClick(box, Qt.Key.Key_Return)
        slider = faces.controls.psi.slider
        drag(
            slider, slider.rect().center() + QPoint(slider.width() // 6, 0), slider.rect().center()
        )
        yield self.shot("seed and truncation")
        bars = faces.controls.mix.bars
        middle = [each for each in bars.sliders if 4 <= each.layer <= 7]
        first, last = middle[0].geometry().center(), middle[-1].geometry().center()
        drag(bars, first - QPoint(0, bars.height() // 3), last - QPoint(0, bars.height() // 4))
        yield self.shot("mix")
        self.window.undoing.back()
        yield self.shot("undone")
        self.window.undoing.forward()
        QTest.mouseClick(faces.controls.noise.mode.buttons["none"], LEFT)
        yield self.shot("without noise")

    def exports(self) -> Iterator[Path]:
        """The picture in three formats, a grid, a mix sheet; and the PNG dropped back."""
        recipe, card = self.window.session.recipe, self.window.session.card
        assert card is not None
        for suffix in (".png", ".jpg", ".webp"):
            path = self.folder / f"face{suffix}"
            yield self.exported(partial(save, recipe=recipe, path=path, with_recipe=True), path)
        path = self.folder / "grid.png"
        yield self.exported(
            partial(export.seed_grid, recipe=recipe, seeds=range(16), columns=8, path=path), path
        )
        if card.styles:
            path = self.folder / "mix.png"
            coarse = partial(
                export.mix_sheet,
                recipe=recipe,
                seeds_a=range(4),
                seeds_b=range(10, 15),
                layers=group("coarse", style_sizes(card.size, family=card.family)),
                path=path,
                gap=4,
            )
            yield self.exported(coarse, path)
        before = self.settled()
        QTest.mouseClick(self.window.faces.sources.cards["a"].seed.next, LEFT)
        self.settled()
        drop(self.window, self.folder / "face.png")
        self.wait(lambda: self.window.session.recipe == recipe)
        if not np.array_equal(self.settled(), before):
            raise AssertionError("the picture that was dropped back is another one")
        yield self.shot("restored from the dropped PNG")

    def others(self) -> Iterator[Path]:
        """The other tabs and the training panel."""
        self.window.show_scenes()
        yield self.shot("scenes")
        self.window.show_classes()
        yield self.shot("classes")
        self.window.show_faces()
        self.window.training.show()
        yield self.shot("training panel")
        self.window.training.hide()

    def walks(self) -> Iterator[Path]:
        """Key frames, kept pictures and directions; then all as it was."""
        window, document = self.window, self.window.faces.document
        before = document.recipe
        for seed in (42, 10, 64):
            document.load(replace(before, a=Source(seed=seed)), "")
            window.walking.add_frame()
            self.settled()
            window.keeping.history.keep_present()
        yield self.shot("key frames and kept pictures")
        window.walking.bar.key_frames.setChecked(False)
        window.directions.open_finder()
        QTest.mouseClick(window.directions.section.finder.start, LEFT)
        self.wait(lambda: bool(window.directions.section.rows))
        yield self.shot("directions")
        document.load(before, "")

    def windows(self) -> Iterator[Path]:
        """The sheets, the library and the command palette."""
        sheets, shelf = self.window.sheets, self.window.library_view
        for name, show in (
            ("style mix sheet", sheets.show_mix),
            ("families compared", sheets.show_comparison),
            ("library", shelf.show),
        ):
            before = {each for each in self.window.findChildren(QDialog) if each.isVisible()}
            show()
            found = {each for each in self.window.findChildren(QDialog) if each.isVisible()}
            (dialog,) = found - before
            self.pause(FILLED_S)
            yield self.shot(name, dialog)
            dialog.close()
        self.window.commands.open()
        yield self.shot("command palette")
        self.window.commands.dismiss()

    def dialogs(self) -> Iterator[Path]:
        """Each dialog alone."""
        window = self.window
        for name, show in (
            ("model card", window.pages.show_card),
            ("new random network", window.opening.ask_new),
            ("grid of seeds", window.export.ask_grid),
            ("how to train", window.pages.show_how_to),
            ("shortcuts", window.pages.show_shortcuts),
            ("about", window.pages.show_about),
        ):
            before = set(window.findChildren(QDialog))
            show()
            dialog = next(each for each in window.findChildren(QDialog) if each not in before)
            yield self.shot(name, dialog)
            dialog.close()

    def without_styles(self) -> Iterator[Path]:
        """A network that has a use for less."""
        recipe = self.window.session.recipe
        self.window.opening.open_named(PLAIN)
        self.wait(lambda: self.window.session.recipe.model.name == PLAIN)
        yield self.shot("DCGAN")
        self.window.undoing.back()
        self.wait(lambda: self.window.session.recipe == recipe)

    def wrong_file(self) -> Iterator[Path]:
        """What is no model is refused in words."""
        with tempfile.TemporaryDirectory() as elsewhere:
            path = Path(elsewhere) / "holiday.pkl"
            path.write_bytes(b"no model at all")
            drop(self.window, path)
            self.wait(lambda: self.window.error_bar.isVisible())
        if not isinstance(self._errors.pop(), StudioError):
            raise AssertionError("a wrong file was not refused in words")
        yield self.shot("error")
        self.window.error_bar.clear()

    def exported(self, steps: Callable[..., Steps], path: Path) -> Path:
        done: list[object] = []
        self.window.jobs.start(path.name, steps, done.append)
        self.wait(lambda: bool(done))
        return path

    def shot(self, name: str, widget: QWidget | None = None) -> Path:
        """A picture of the window, or of a dialog, once everything in it has come to rest."""
        self.settled()
        self._count += 1
        path = self.folder / f"{self._count:02}-{name.replace(' ', '-').lower()}.png"
        return save_picture(path, to_array((widget or self.window).grab().toImage()))

    def settled(self) -> np.ndarray:
        """Wait for the exact picture of the recipe as it is now; its pixels."""
        self.wait(lambda: self._is_drawn(self.window.session.recipe))
        end = time.monotonic() + THUMBNAILS_S
        self.wait(lambda: time.monotonic() > end and not self.window.jobs.running)
        assert self._shown is not None
        return self._shown.pixels

    def pause(self, seconds: float) -> None:
        """Serve the window for a while."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    def wait(self, until: Callable[[], bool]) -> None:
        """Serve the window until that is true."""
        end = time.monotonic() + PATIENCE_S
        while not until():
            QApplication.processEvents()
            if self.fallen or (self._errors and not self.window.error_bar.isVisible()):
                raise (self.fallen or self._errors)[0]
            if time.monotonic() > end:
                raise AssertionError("the window did not do what it was asked for")
            time.sleep(0.002)

    def _note(self, picture: Picture) -> None:
        self._shown = picture

    def _is_drawn(self, recipe: FaceRecipe) -> bool:
        return self._shown is not None and self._shown.exact and self._shown.recipe == recipe


def quietly(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's messages to stderr, but for what the offscreen platform says at every size hint."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")
