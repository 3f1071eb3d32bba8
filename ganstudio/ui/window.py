"""The main window: builds the parts and connects them; each part does its own work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QTabWidget, QVBoxLayout, QWidget

from ganstudio import paths
from ganstudio.engine.opening import Opened
from ganstudio.engine.worker import Worker
from ganstudio.models.library import Library
from ganstudio.recipe import FaceRecipe, ModelRef
from ganstudio.ui.actions import enable, put_into_menus
from ganstudio.ui.appearance import Appearance
from ganstudio.ui.coming import Coming
from ganstudio.ui.corner import Corner
from ganstudio.ui.device import DeviceChoice
from ganstudio.ui.document import Document
from ganstudio.ui.export import Export
from ganstudio.ui.exports import Exports
from ganstudio.ui.faces.controls import USUAL_PSI
from ganstudio.ui.faces.directions.shelf import Directions
from ganstudio.ui.faces.tab import FacesTab
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.keeping.keeping import Keeping
from ganstudio.ui.library.shelving import Shelving
from ganstudio.ui.menus import table
from ganstudio.ui.opening import WITHOUT_FILES, Opening
from ganstudio.ui.pages import Pages
from ganstudio.ui.palette import Palette
from ganstudio.ui.pictures import Pictures
from ganstudio.ui.resting import Resting
from ganstudio.ui.session import FaceSession
from ganstudio.ui.settings import Settings
from ganstudio.ui.sheets.sheets import Sheets
from ganstudio.ui.status import Status
from ganstudio.ui.theme import Theme
from ganstudio.ui.training.panel import TrainingPanel
from ganstudio.ui.undoing import Undoing
from ganstudio.ui.walking import Walking
from ganstudio.ui.widgets.error_bar import ErrorBar
from ganstudio.ui.words import in_words

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer

KINDS = ("face", "scene", "class")  # of models, in the order of the tabs


class Window(QMainWindow):
    """Show it, and it begins: once it is on the screen the worker starts and imports torch."""

    painted = Signal()  # for the first time; nothing else has been started yet

    def __init__(
        self,
        *,
        make_renderer: Callable[[], Renderer],
        library: Library,
        settings: Settings,
        theme: Theme,
        home: Path | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings
        self._was_painted = False
        self.worker = Worker(make_renderer, self)
        self.jobs = Jobs(self.worker, self)
        self.pictures = Pictures(self.worker, self)
        self.resting = Resting(self.jobs, self.pictures, self)
        self.faces = FacesTab(Document(FaceRecipe(ModelRef(WITHOUT_FILES), psi=USUAL_PSI), self))
        self.session = FaceSession(self.faces, self.pictures, self)
        self.directions = Directions(self.faces, self.session, self.jobs, self)
        self.walking = Walking(self.faces, self.session, self.pictures, self)
        self.opening = Opening(self.jobs, library, settings, self)
        self.export = Export(self.jobs, settings, self.session, self)
        self.exports = Exports(self.jobs, settings, self.session, self.faces, self.walking, self)
        self.device = DeviceChoice(self.jobs, settings, self)
        self.appearance = Appearance(theme, settings, self)
        self.undoing = Undoing(self)
        self.library_view = Shelving(library, self.jobs, settings, self)
        self.commands = Palette(settings, lambda: self._actions, self)
        self.pages = Pages(self.session, lambda: self.acts, self)
        self.sheets = Sheets(self, library)
        self.keeping = Keeping(self, home or paths.user_folder())
        self.error_bar = ErrorBar()
        self.status = Status()
        self.training = TrainingPanel(self)
        self.in_use = Corner(self.opening.fill, self.device.fill)
        self.tabs = self._make_tabs()
        self.acts = table(self)
        self._lay_out()
        self._connect()
        self._restore()

    def begin(self) -> None:
        """Start the worker, and open what was open last time or the first model."""
        self.faces.canvas.set_hint(self.tr("The first picture is on its way."))
        self.keeping.begin()
        self.status.show_starting()
        self.worker.start()

    def show_error(self, error: BaseException) -> None:
        """In words in the bar, with the detail at hand."""
        self.faces.canvas.set_hint(self.tr("Open a model, or make a new random network."))
        self.error_bar.show_error(*in_words(error))

    def show_faces(self) -> None:
        self.tabs.setCurrentIndex(0)

    def show_scenes(self) -> None:
        self.tabs.setCurrentIndex(1)

    def show_classes(self) -> None:
        self.tabs.setCurrentIndex(2)

    def show_full_screen(self, on: bool) -> None:
        """Over the whole screen or as it was before, maximised windows included."""
        if on != self.isFullScreen():
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def cancel(self) -> None:
        """Stop what plays or runs; where nothing does, dismiss the newest error."""
        if self.walking.stop():
            return
        if self.jobs.running:
            self.jobs.cancel()
        elif self.keeping.wiping.on:
            self.keeping.wiping.leave()
        else:
            self.error_bar.dismiss()

    def keep_memory(self, on: bool) -> None:
        self.settings.tune_allocator = on
        self.status.say(self.tr("This takes effect at the next start."))

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._on_painted)
        return handled

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:  # by the window manager, or restored
            self._full_screen.setChecked(self.isFullScreen())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if self.opening.accepts(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if self.opening.take(event.mimeData()):
            event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.settings.geometry = self.saveGeometry()
        self.settings.layout = self.saveState()
        self.settings.folded = self.faces.folded
        self.settings.widths = self.faces.parts.saveState()
        self.settings.save()
        self.walking.close()
        self.sheets.close()
        self.hide()  # the user is done, even where the worker has a step to finish
        self.keeping.stop()
        self.worker.close()
        self.resting.stop()
        self.undoing.follow(None)
        super().closeEvent(event)

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget(documentMode=True)
        self.scenes = Coming(
            self.tr("Here you will paint a map of sky, hills and water, and see it as a photo."),
            self.tr("Go to Faces"),
        )
        self.classes = Coming(
            self.tr("Here you will draw pictures by class, blend classes and walk between them."),
            self.tr("Go to Faces"),
        )
        for tab, title in (
            (self.faces, self.tr("Faces")),
            (self.scenes, self.tr("Scenes")),
            (self.classes, self.tr("Classes")),
        ):
            tabs.addTab(tab, title)
        tabs.setCornerWidget(self.in_use)
        return tabs

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.error_bar)
        column.addWidget(self.tabs, stretch=1)
        self.setCentralWidget(body)
        self.setStatusBar(self.status)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.training)
        self.training.hide()
        self._actions = put_into_menus(self, self.acts)
        named = {act.name: action for act, action in self._actions.items()}
        self._training_shown = named["training"]
        self._full_screen = named["full screen"]
        self.undoing.bind(named["undo"], named["redo"])
        self.undoing.follow(self.faces.document)

    def _connect(self) -> None:
        self.worker.up.connect(self.device.begin)
        for answer in (self.worker.up, self.jobs.failed, self.pictures.failed):
            answer.connect(self.status.show_started)
        self.jobs.moved.connect(self.status.show_job)
        self.jobs.rested.connect(self.status.end_job)
        self.jobs.failed.connect(self.show_error)
        self.pictures.failed.connect(self.show_error)
        self.pictures.busy.connect(self.status.show_busy)
        self.status.cancel_wanted.connect(self.jobs.cancel)
        self.opening.opened.connect(self._on_opened)
        self.opening.said.connect(self.status.say)
        self.opening.library_wanted.connect(self.library_view.show)
        self.library_view.opened.connect(self.opening.open_model)
        self.library_view.renamed.connect(self._on_renamed)
        self.library_view.said.connect(self.status.say)
        self.export.said.connect(self.status.say)
        self.keeping.connect_window({act.name: action for act, action in self._actions.items()})
        self.sheets.said.connect(self.status.say)
        self.exports.said.connect(self.status.say)
        self.opening.path_opened.connect(self.exports.paths.show)
        self.opening.latents_found.connect(self.exports.latents.open)
        self.walking.open_wanted.connect(self.opening.open_recipe)
        self.directions.said.connect(self.status.say)
        self.directions.failed.connect(self.show_error)
        self.session.model_shown.connect(self._on_model_shown)
        self.session.picture_shown.connect(self.status.show_picture)
        self.session.picture_shown.connect(self.device.notice)
        self.device.changed.connect(self.status.show_device)
        self.device.changed.connect(self.in_use.show_device)
        self.device.moved.connect(self.session.draw_again)
        self.device.fell_back.connect(self.error_bar.show_error)
        self.tabs.currentChanged.connect(self._on_tab)
        self.tabs.currentChanged.connect(self.walking.stop)
        self.scenes.elsewhere.connect(self.show_faces)
        self.classes.elsewhere.connect(self.show_faces)
        self.training.visibilityChanged.connect(self._on_training_seen)
        self.training.how_to_wanted.connect(self.pages.show_how_to)

    def _restore(self) -> None:
        """Size, place, docks and panels as they were; at first as much as there is room for."""
        room = self.screen().availableSize()
        frame = QSize(16, 48)  # a guess: the window manager has not drawn it yet
        self.resize(QSize(1280, 800).boundedTo(room - frame))
        self.restoreGeometry(self.settings.geometry)
        self.restoreState(self.settings.layout)
        self.faces.fold(self.settings.folded)
        self.faces.parts.restoreState(self.settings.widths)

    def _on_painted(self) -> None:
        if self.isVisible():
            self.painted.emit()
            self.begin()

    def _on_opened(self, opened: Opened) -> None:
        tab = KINDS.index(opened.card.kind)
        self.tabs.setCurrentIndex(tab)
        if tab == 0:
            self.session.open(opened)
        else:
            sentence = self.tr("{name} is a model for {tab}, which cannot draw yet.")
            title = self.tabs.tabText(tab)
            sentence = sentence.format(name=opened.ref.name, tab=title)
            self.error_bar.show_error(sentence)
            (self.scenes if tab == 1 else self.classes).say(sentence)

    def _on_renamed(self, name: str, other: str) -> None:
        """What is on the screen is drawn with it under its new name, and is the same face."""
        recipe = self.session.recipe
        if recipe.model.name == name:
            self.opening.open_recipe(replace(recipe, model=replace(recipe.model, name=other)))

    def _on_model_shown(self, name: str) -> None:
        self.setWindowTitle(name)
        self.status.show_model(name)
        self.in_use.show_model(name)
        enable(self._actions, drawing=self.tabs.currentWidget() is self.faces)

    def _on_training_seen(self) -> None:
        """By what the user wants, not by what can be seen: a minimised window hides all."""
        self._training_shown.setChecked(not self.training.isHidden())

    def _on_tab(self, index: int) -> None:
        draws = index == 0
        self.undoing.follow(self.faces.document if draws else None)
        enable(self._actions, drawing=draws)
