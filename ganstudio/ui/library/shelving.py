"""What is done in the library: open, import, rename, delete, reveal; each refusal a sentence."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ganstudio.engine import bringing, modelfile
from ganstudio.engine.bringing import Brought
from ganstudio.errors import StudioError
from ganstudio.models.library import Entry, Library
from ganstudio.recipe import ModelRef
from ganstudio.ui import ask
from ganstudio.ui.actions import Act
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.library import deleting
from ganstudio.ui.library.deleting import Ending
from ganstudio.ui.library.rows import Row, rows_of
from ganstudio.ui.library.thumbnails import Thumbnails
from ganstudio.ui.library.view import LibraryView
from ganstudio.ui.settings import Settings
from ganstudio.ui.words import in_words

if TYPE_CHECKING:
    from ganstudio.ui.window import Window

translate = QCoreApplication.translate


class Shelving(QObject):
    """`opened(ModelRef)`: the user wants to draw with it. `renamed(name, other)`: once it is."""

    opened = Signal(object)
    renamed = Signal(str, str)
    said = Signal(str)  # a remark in passing

    def __init__(self, library: Library, jobs: Jobs, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._settings = settings
        self._window = window

    @cached_property
    def view(self) -> LibraryView:
        """Made when it is first wanted."""
        thumbnails = Thumbnails(self._jobs, self)
        view = LibraryView(thumbnails, self._jobs, self._window)
        view.open_wanted.connect(self._open)
        view.edit_wanted.connect(self._edit)
        queued = Qt.ConnectionType.QueuedConnection  # once the box for the name has closed
        view.rename_wanted.connect(self._rename, queued)
        view.delete_wanted.connect(self._delete)
        view.reveal_wanted.connect(self._reveal)
        view.export_wanted.connect(self._export)
        view.add_wanted.connect(self.bring_in)
        view.import_wanted.connect(self.ask)
        view.looked.connect(self.refresh)
        self._jobs.failed.connect(self._on_job_failed)
        self.said.connect(view.activity.say)
        view.finished.connect(thumbnails.drop_wishes)
        return view

    def show(self) -> None:
        """Open the library's window, or bring it to the front."""
        self.refresh()
        self.view.show()
        self.view.activateWindow()
        self.view.list.setFocus()

    def refresh(self, *, choose: str = "") -> None:
        """Look what is there now."""
        rows = rows_of(self._library)
        if rows != self.view.shelf.known or choose:
            self.view.show_rows(rows, choose=choose)
            count = sum(row.entry is not None for row in rows)
            self.view.activity.say(self.tr("Models: {}").format(count))

    def ask(self) -> None:
        """The dialog for files to import."""
        if paths := ask.paths_to_import(self.view, self._settings.open_folder):
            self._settings.open_folder = paths[0].parent
            self.bring_in(paths)

    def ask_here(self) -> None:
        """The same, with the library in front, where one sees what comes of it."""
        self.show()
        self.ask()

    def bring_in(self, paths: list[Path]) -> None:
        """Import files; each that will not do is told, the others go on."""
        self.view.error_bar.clear()
        steps = partial(bringing.bring_in, paths=paths)
        self._jobs.start(self.tr("Import"), steps, self._on_brought, ended=self.refresh)

    def export(self, ref: ModelRef, parent: QWidget) -> None:
        """A model to a file of its own, ours or ONNX; asks where."""
        suggestion = self._settings.export_folder / f"{ref.name}.safetensors"
        if path := ask.path_of_model(parent, suggestion):
            self._settings.export_folder = path.parent
            steps = partial(modelfile.export, ref=ref, path=path)
            done = partial(self._on_exported, path)
            self._jobs.start(self.tr("Export model"), steps, done)

    def _on_exported(self, path: Path, result: object) -> None:
        self.said.emit(self.tr("Saved {}").format(path.name))

    def _export(self, row: Row) -> None:
        assert row.entry is not None
        self.export(ModelRef(row.name, row.entry.digest), self.view)

    def _on_brought(self, brought: Brought) -> None:
        for error in brought.failures:
            self._on_failed(error)
        if brought.entries:
            self.refresh(choose=brought.entries[-1].digest)

    def _open(self, row: Row) -> None:
        assert row.entry is not None
        if row.guest and row.path:
            self.bring_in([row.path])
        self.view.close()
        self.opened.emit(ModelRef(row.name, row.entry.digest))

    def _edit(self, row: Row) -> None:
        if self._own(row):
            self.view.edit_name()

    def _rename(self, row: Row, name: str) -> None:
        assert row.entry is not None
        self.view.error_bar.clear()
        try:
            entry = self._library.rename(row.entry, name)
        except StudioError as error:
            self._on_failed(error)
            return
        if entry.name != row.name:
            self._settings.rename(row.name, entry.name)
            self.refresh(choose=entry.digest)
            self.renamed.emit(row.name, entry.name)

    def _delete(self, row: Row) -> None:
        if row.entry and self._own(row):
            ending = Ending(self._on_gone, self._on_failed)
            deleting.ask(row.entry, self._library, ending, self.view)

    def _own(self, row: Row) -> bool:
        """Whether the user may change it; else it is said why not."""
        try:
            if row.entry:
                self._library.own_file(row.entry)
        except StudioError as error:
            self._on_failed(error)
            return False
        return row.entry is not None

    def _reveal(self, row: Row) -> None:
        assert row.path is not None
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(row.path.parent))):
            sentence = self.tr("No file manager opens here; the file is {path}.")
            self.view.error_bar.show_error(sentence.format(path=row.path))

    def _on_gone(self, entry: Entry) -> None:
        self.view.error_bar.clear()
        self.refresh()
        self.view.activity.say(self.tr("{name} is deleted.").format(name=entry.name))

    def _on_job_failed(self, error: Exception) -> None:
        """The window says it too; here it is seen while the library is in front."""
        if self.view.isVisible():
            self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        self.view.error_bar.show_error(*in_words(error))


def acts(window: Window) -> list[Act]:
    """What the Model menu has for the library."""
    menu = translate("Actions", "&Model")
    shelving = window.library_view
    return [
        Act(
            menu,
            translate("Actions", "&Library..."),
            shelving.show,
            keys="Ctrl+L",
            icon="library",
            tip=translate("Actions", "All models: open, import, rename, delete"),
        ),
        Act(
            menu,
            translate("Actions", "&Import models..."),
            shelving.ask_here,
            keys="Ctrl+Shift+I",
            tip=translate("Actions", "Several model files at once into the library"),
        ),
        Act(menu, translate("Actions", "&Open from the library"), fill=window.opening.fill_library),
        Act(
            menu,
            translate("Actions", "E&xport model..."),
            lambda: shelving.export(window.session.recipe.model, window),
            keys="Ctrl+Alt+M",
            icon="export",
            tip=translate("Actions", "To a file of its own, with its directions, or to ONNX"),
            drawing=True,
        ),
    ]
