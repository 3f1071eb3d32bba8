"""Presets from the window: saved, applied from the menu, renamed and deleted, all with undo."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ganstudio.errors import StudioError
from ganstudio.media import presets as files
from ganstudio.media.presets import Preset
from ganstudio.ui.document import Document
from ganstudio.ui.keeping.look import with_look
from ganstudio.ui.keeping.preset_dialogs import ManagePresets, SavePreset
from ganstudio.ui.keeping.steps import FilesStep
from ganstudio.ui.session import FaceSession


class Presets(QObject):
    """One file a preset; saving, renaming and deleting are steps in the document's undo stack."""

    said = Signal(str)
    failed = Signal(object)  # StudioError
    restore_wanted = Signal(object)  # FaceRecipe
    changed = Signal()  # which presets there are

    def __init__(
        self, folder: Path, document: Document, session: FaceSession, window: QWidget
    ) -> None:
        super().__init__(window)
        self._folder = folder
        self._document = document
        self._session = session
        self._window = window

    @property
    def all(self) -> list[Preset]:
        """By name; damaged files are said and left out."""
        found, damaged = files.listed(self._folder)
        for error in damaged:
            self.failed.emit(error)
        return found

    def named(self, name: str) -> Preset | None:
        return next((one for one in files.listed(self._folder)[0] if one.name == name), None)

    def ask_save(self) -> None:
        """The dialog for the settings as they are now."""
        if self._session.card is None:
            self.said.emit(self.tr("There is no picture yet."))
            return
        dialog = SavePreset([one.name for one in self.all], self._window)
        dialog.chosen.connect(self.save)
        dialog.open()

    def save(self, name: str, whole: bool) -> None:
        """Under a name; a preset that has it already is replaced."""
        known = self.named(name)
        path = known.path if known else files.new_path(self._folder, name)
        text = files.to_text(Preset(name, self._document.recipe, whole, path))
        self._push(self.tr("Save preset"), {path: text.encode()})
        self.said.emit(self.tr("Saved the preset {}.").format(name))

    def rename(self, preset: Preset, name: str) -> None:
        if not files.fits(name) or self.named(name):
            self.said.emit(self.tr("There is a preset called {} already.").format(name))
            return
        text = files.to_text(Preset(name, preset.recipe, preset.whole, preset.path))
        self._push(self.tr("Rename preset"), {preset.path: text.encode()})

    def delete(self, preset: Preset) -> None:
        self._push(self.tr("Delete preset"), {preset.path: None})
        self.said.emit(self.tr("Deleted {}; undo brings it back.").format(preset.name))

    def apply(self, preset: Preset) -> None:
        """As one undo step; of what does not fit the model it is said that it was left out."""
        if preset.whole:
            self.restore_wanted.emit(preset.recipe)
            return
        if (card := self._session.card) is None:
            self.said.emit(self.tr("There is no picture yet."))
            return
        recipe, left = with_look(self._document.recipe, preset.recipe, card)
        self._document.load(recipe, self.tr("Apply {}").format(preset.name))
        words = self.tr("Applied {name}.")
        if left:
            words = self.tr("Applied {name}; this model has no use for its {parts}.")
        self.said.emit(words.format(name=preset.name, parts=", ".join(left)))

    def manage(self) -> None:
        """The list in which they are renamed and deleted."""
        dialog = ManagePresets(lambda: self.all, self._window)
        dialog.apply_wanted.connect(self.apply)
        dialog.rename_wanted.connect(self.rename)
        dialog.delete_wanted.connect(self.delete)
        self.changed.connect(dialog.fill)
        self._document.undo.indexChanged.connect(dialog.fill)
        dialog.show()

    def fill(self, menu: QMenu) -> None:
        """All of them."""
        found = self.all
        for preset in found:
            action = QAction(preset.name.replace("&", "&&"), menu)
            of = preset.recipe.model.name
            action.setToolTip(
                self.tr("All settings, with the model {}").format(of)
                if preset.whole
                else self.tr("The look alone: psi, noise, mix and directions")
            )
            action.triggered.connect(partial(self.apply, preset))
            menu.addAction(action)
        if not found:
            menu.addAction(self.tr("No preset yet")).setEnabled(False)

    def _push(self, words: str, new: Mapping[Path, bytes | None]) -> None:
        try:
            old = {path: files.content(path) for path in new}
        except StudioError as error:
            self.failed.emit(error)
            return
        self._document.settle()
        self._document.undo.push(FilesStep(words, self.failed.emit, new, old))
        self.changed.emit()
