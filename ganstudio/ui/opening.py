"""Opening models and exported pictures: by dialog, menu, drop or paste, always as a job."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from ganstudio import paths
from ganstudio.engine import opening
from ganstudio.engine.job import Steps
from ganstudio.engine.opening import Opened, OpenedPath
from ganstudio.errors import StudioError
from ganstudio.models import fresh
from ganstudio.models.library import Library
from ganstudio.networks.families import FAMILIES
from ganstudio.recipe import ModelRef, Recipe
from ganstudio.ui import ask
from ganstudio.ui.dialogs.new_network import NewNetwork
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.settings import Settings

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer

PNG = "image/png"
BUNDLED = "faces"
WITHOUT_FILES = fresh.name_of("stylegan2", 64, 0)


class Opening(QObject):
    """`opened(Opened)` tells what is open now; failures go the way of all jobs."""

    opened = Signal(object)
    path_opened = Signal(object)  # OpenedPath: key frames
    latents_found = Signal(object)  # Path of a file with latents, for the model that is open
    said = Signal(str)  # a remark in passing
    library_wanted = Signal()  # the whole list of models

    def __init__(self, jobs: Jobs, library: Library, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._library = library
        self._settings = settings
        self._window = parent

    def first(self) -> Opened | str:
        """What to begin with: the last model, else the bundled one, else a random network.

        A model in a file is known at once by its header; a random network by its name alone.
        """
        faces = {e.name: e for e in self._library.entries() if e.card.kind == "face"}
        for name in (*self._settings.recent[:1], BUNDLED):
            if name in faces:
                return Opened(ModelRef(name, faces[name].digest), faces[name].card, name)
            if is_random(name):
                return name
        return WITHOUT_FILES

    def ask(self) -> None:
        """The open dialog."""
        if path := ask.path_to_open(self._window, self._settings.open_folder):
            self._settings.open_folder = path.parent
            self.open_file(path)

    def ask_new(self) -> None:
        """The dialog for a new random network."""
        dialog = NewNetwork("face", self._window)
        dialog.chosen.connect(self.open_named)
        dialog.open()

    def open_file(self, path: Path) -> None:
        """A model file, ours or foreign, a picture with its recipe, key frames or latents."""
        if holds_latents(path):
            self.latents_found.emit(path)
            return
        self._start(partial(opening.file, path=path))

    def open_named(self, name: str) -> None:
        """A model of the library, or a random network."""
        self.open_model(ModelRef(name))

    def open_model(self, ref: ModelRef) -> None:
        """The same, told by its weights too, where two have one name."""
        self._start(partial(opening.model, ref=ref))

    def open_recipe(self, recipe: Recipe) -> None:
        """A recipe, and the model that it needs."""
        self._start(partial(opening.recipe, wanted=recipe))

    def known(self, recipe: Recipe) -> Opened | StudioError | None:
        """What a recipe opens, told at once by the header of its model, or why it cannot be opened.

        None for a random network: its weights are only known once they are drawn.
        """
        try:
            entry = self._library.find(recipe.model)
        except StudioError as error:
            return error
        if is_random(entry.name):
            return None
        return Opened(recipe.model, entry.card, entry.name, recipe)

    def paste(self) -> None:
        """What is in the clipboard: files, or a picture with its recipe."""
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if mime is None or not self.take(mime):  # None where the clipboard was emptied
            self.said.emit(self.tr("There is no picture and no file in the clipboard."))

    def accepts(self, mime: QMimeData) -> bool:
        """Whether `take` could do something with it."""
        return bool(local_files(mime)) or mime.hasFormat(PNG) or mime.hasImage()

    def take(self, mime: QMimeData) -> bool:
        """Open what was dropped or pasted; False where it is nothing of ours."""
        if files := local_files(mime):
            self.open_file(files[0])
            if len(files) > 1:
                self.said.emit(self.tr("Opened the first of {} files.").format(len(files)))
            return True
        if mime.hasFormat(PNG):
            content = bytes(mime.data(PNG).data())
            self._start(partial(opening.pasted, content=content))
            return True
        if mime.hasImage():
            self.said.emit(
                self.tr("This picture carries no recipe; only those that GAN Studio made do.")
            )
            return True
        return False

    def fill_recent(self, menu: QMenu) -> None:
        """What was opened last, as far as it is still there."""
        here = {entry.name for entry in self._library.entries()}
        names = [name for name in self._settings.recent if name in here or is_random(name)]
        self._fill(menu, names, self.tr("Nothing opened yet"))

    def fill_library(self, menu: QMenu) -> None:
        names = [entry.name for entry in self._library.entries()]
        self._fill(menu, names, self.tr("No model file yet"))
        for path, sentence in self._library.damaged:
            action = menu.addAction(self.tr("{} (damaged)").format(path.name))
            action.setToolTip(sentence)
            action.setEnabled(False)

    def fill(self, menu: QMenu) -> None:
        """All the ways to another model."""
        self.fill_library(menu)
        menu.addSeparator()
        menu.addAction(self.tr("Library...")).triggered.connect(self.library_wanted)
        menu.addAction(self.tr("Open...")).triggered.connect(self.ask)
        menu.addAction(self.tr("New random network...")).triggered.connect(self.ask_new)

    def show_folder(self) -> None:
        """The user's models in the file manager."""
        folder = paths.user_models()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _fill(self, menu: QMenu, names: list[str], nothing: str) -> None:
        for name in names:
            action = QAction(name, menu)
            action.triggered.connect(partial(self.open_named, name))
            menu.addAction(action)
        if not names:
            menu.addAction(nothing).setEnabled(False)

    def _start(self, steps: Callable[[Renderer], Steps]) -> None:
        self._jobs.start(self.tr("Opening"), steps, self._on_opened)

    def _on_opened(self, result: Opened | OpenedPath) -> None:
        if isinstance(result, OpenedPath):
            self.path_opened.emit(result)
            return
        self._settings.remember(result.name)
        self.opened.emit(result)


def is_random(name: str) -> bool:
    """Whether that is the name of a random network, of a family and size that there are."""
    found = fresh.parse(name)
    return found is not None and found[0] in FAMILIES and found[1] in FAMILIES[found[0]].sizes


def holds_latents(path: Path) -> bool:
    """By its name; JSON by its first sign: a list of latents, where recipes are objects."""
    ending = path.suffix.lower()
    if ending != ".json" or not path.is_file():
        return ending in (".npy", ".npz")
    try:
        with path.open("rb") as file:
            return file.read(64).lstrip()[:1] == b"["
    except OSError:  # whoever opens it says why
        return False


def local_files(mime: QMimeData) -> list[Path]:
    """The files that were dropped; links into the network are none."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
