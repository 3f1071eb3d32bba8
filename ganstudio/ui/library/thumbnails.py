"""Small pictures of models: from the cache, else drawn by the worker once it has nothing to do."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPainterPath, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ganstudio import __version__, paths
from ganstudio.engine import bringing
from ganstudio.engine.opening import Opened
from ganstudio.errors import StudioError
from ganstudio.media.qimage import to_qimage
from ganstudio.models.library import Entry
from ganstudio.recipe import FaceRecipe, ModelRef
from ganstudio.ui import icons
from ganstudio.ui.faces.controls import USUAL_PSI
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.library.rows import Row
from ganstudio.ui.session import fit
from ganstudio.ui.widgets.smooth import enlarged
from ganstudio.ui.words import in_words

SIDE = 48  # px in the list
ICONS = {"face": "face", "scene": "grid", "class": "grid"}


class Thumbnails(QObject):
    """`changed(digest)`: there is a picture now, or a sentence in `flaws` why there is none.

    One is drawn at a time, and none while work runs that the user waits for.
    """

    changed = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.flaws: dict[str, str] = {}
        self._jobs = jobs
        self._large: dict[str, QImage] = {}
        self._small: dict[tuple[str, float], QIcon] = {}
        self._wanted: dict[str, Entry] = {}
        self._drawn: Entry | None = None
        jobs.rested.connect(self._go_on)

    def small(self, row: Row) -> QIcon:
        """For the list: with round corners, or the sign of its kind until there is a picture."""
        ratio = QApplication.primaryScreen().devicePixelRatio()
        image = self.large(row)
        if image.isNull():
            role = QPalette.ColorRole
            quiet = sign(row, ratio, role.PlaceholderText)
            return untinted(quiet, chosen=sign(row, ratio, role.HighlightedText))
        assert row.entry is not None
        key = row.entry.digest, ratio
        if key not in self._small:
            self._small[key] = untinted(rounded(image, ratio))
        return self._small[key]

    def large(self, row: Row) -> QImage:
        """As it was drawn; null until it is there. What is nowhere yet is asked for."""
        entry = row.entry
        if entry is None or not entry.digest or entry.card.kind != "face":
            return QImage()  # the other kinds are drawn once their tabs are there
        if entry.digest not in self._large:
            image = QImage(str(cached(entry)))
            if image.isNull():
                self._want(entry)
                return image
            self._large[entry.digest] = image
        return self._large[entry.digest]

    def drop_wishes(self) -> None:
        """Nobody looks any more: what has not begun need not be drawn."""
        self._wanted.clear()

    def _want(self, entry: Entry) -> None:
        known = self._drawn is not None and self._drawn.digest == entry.digest
        if not known and entry.digest not in self.flaws:
            self._wanted[entry.digest] = entry
            self._go_on()

    def _go_on(self) -> None:
        """The next one, once nothing else runs."""
        if self._drawn is None and self._wanted and not self._jobs.running:
            entry = self._drawn = self._wanted.pop(next(iter(self._wanted)))
            steps = partial(bringing.thumbnail, recipe=usual(entry), path=cached(entry))
            done = partial(self._on_drawn, entry.digest)
            self._jobs.start(self.tr("Thumbnail"), steps, done, ended=self._on_ended, quiet=True)

    def _on_ended(self) -> None:
        assert self._drawn is not None
        self.flaws[self._drawn.digest] = ""  # without a result it is not tried again
        self._drawn = None

    def _on_drawn(self, digest: str, result: np.ndarray | StudioError) -> None:
        if isinstance(result, StudioError):
            self.flaws[digest] = in_words(result)[0]
        else:
            del self.flaws[digest]
            self._large[digest] = to_qimage(result)
        self.changed.emit(digest)


def usual(entry: Entry) -> FaceRecipe:
    """What a model is known by: seed 0, as the window would show it."""
    recipe = FaceRecipe(ModelRef(entry.name), psi=USUAL_PSI)
    return fit(recipe, Opened(ModelRef(entry.name, entry.digest), entry.card, entry.name))


def cached(entry: Entry) -> Path:
    """Where its picture is or will be; another version may draw it otherwise."""
    return paths.cache_folder() / "thumbnails" / f"{entry.digest}-{__version__}.png"


def untinted(pixmap: QPixmap, *, chosen: QPixmap | None = None) -> QIcon:
    """An icon that keeps its colours, or takes others, where its row is chosen."""
    icon = QIcon(pixmap)
    icon.addPixmap(chosen or pixmap, QIcon.Mode.Selected)
    return icon


def rounded(image: QImage, ratio: float) -> QPixmap:
    """The picture at the size of the list, sharp on this screen."""
    side = round(SIDE * ratio)
    large = enlarged(image) if image.width() < side else image
    fitting = large.scaled(
        QSize(side, side),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(0, 0, side, side, 4 * ratio, 4 * ratio)
    painter.setClipPath(shape)
    painter.drawImage((side - fitting.width()) // 2, (side - fitting.height()) // 2, fitting)
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def sign(row: Row, ratio: float, role: QPalette.ColorRole) -> QPixmap:
    """The sign of a kind of models, or of a damaged file, in the middle of an empty place."""
    side = round(SIDE * ratio)
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    name = ICONS[row.card.kind] if row.card else "warning"
    within = side // 2
    painter = QPainter(result)
    colour = QApplication.palette().color(role)
    at = (side - within) // 2
    painter.drawPixmap(at, at, icons.pixmap(name, within, colour))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result
