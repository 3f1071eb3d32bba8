"""Sheets in the window: opened by menu, kept at the studio's recipe, their cells opened there."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from ganstudio.engine import export, opening
from ganstudio.models.library import Library
from ganstudio.recipe import FaceRecipe
from ganstudio.ui import ask
from ganstudio.ui.actions import Act
from ganstudio.ui.sheets.comparison import Comparison
from ganstudio.ui.sheets.mix import MixSheet

if TYPE_CHECKING:
    from ganstudio.ui.window import Window

FOLLOW_MS = 200  # after which an open sheet follows what was changed in the studio
MIX_KEYS, COMPARISON_KEYS = "Ctrl+M", "Ctrl+Shift+M"
translate = QCoreApplication.translate


class Sheets(QObject):
    """At most one of each kind is open. `said`: something went well."""

    said = Signal(str)

    def __init__(self, window: Window, library: Library) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._views: dict[type, MixSheet | Comparison] = {}
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._follow.timeout.connect(self._show_recipe)
        window.faces.document.changed.connect(self._on_changed)

    def show_mix(self) -> None:
        """The style-mix sheet."""
        if MixSheet not in self._views:
            window = self._window
            self._add(MixSheet(window.pictures, window.undoing, window))
        self._show(self._views[MixSheet])

    def show_comparison(self) -> None:
        """The comparison of families."""
        if Comparison not in self._views:
            window = self._window
            view = Comparison(window.jobs, self._library, window.pictures, window.undoing, window)
            self._add(view)
        self._show(self._views[Comparison])

    def close(self) -> None:
        """The window is about to close: so do its sheets."""
        self._follow.stop()
        for view in self._views.values():
            view.close()

    def open_cell(self, recipe: FaceRecipe) -> None:
        """A cell into the studio, as one undo step; its model first, if it is another one."""
        if self._window.session.knows(recipe.model):
            self._window.faces.document.load(recipe, self.tr("Open from the sheet"))
        else:
            steps = partial(opening.recipe, wanted=recipe)
            self._window.jobs.start(self.tr("Opening"), steps, self._window.opening.opened.emit)
        self._window.show_faces()

    def _add(self, view: MixSheet | Comparison) -> None:
        self._views[type(view)] = view
        view.opened.connect(self.open_cell)
        view.save_wanted.connect(partial(self._save, view))
        for keys, show in ((MIX_KEYS, self.show_mix), (COMPARISON_KEYS, self.show_comparison)):
            QShortcut(QKeySequence(keys), view).activated.connect(show)

    def _show(self, view: MixSheet | Comparison) -> None:
        if self._window.session.card is None:
            self.said.emit(self.tr("There is no picture yet."))
            return
        view.show()
        view.activateWindow()
        view.grid.setFocus()
        self._show_recipe()

    def _save(self, view: MixSheet | Comparison) -> None:
        """Ask where to, and draw the sheet as a job."""
        sheet, settings = view.grid.sheet, self._window.settings
        if sheet is None:
            return
        name = f"{self._window.session.recipe.model.name}-{view.file_name}.png"
        path = ask.path_to_save(
            view, settings.export_folder / name, with_recipe=settings.recipe_in_png
        )
        if path:
            settings.export_folder = path.parent
            steps = partial(
                export.draw_sheet,
                layout=sheet.layout,
                path=path,
                with_recipe=settings.recipe_in_png,
                spreads=sheet.spreads,
            )
            self._window.jobs.start(self.tr("Sheet"), steps, self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self.said.emit(self.tr("Saved {}").format(path))

    def _on_changed(self) -> None:
        if any(view.isVisible() for view in self._views.values()):
            self._follow.start()

    def _show_recipe(self) -> None:
        session = self._window.session
        for view in self._views.values():
            if view.isVisible() and session.card:
                view.show_recipe(session.recipe, session.card)


def acts(window: Window) -> list[Act]:
    """Both sheets, in the menu View."""
    menu = translate("Actions", "&View")
    return [
        Act(
            menu,
            translate("Actions", "Style &mix sheet..."),
            window.sheets.show_mix,
            keys=MIX_KEYS,
            icon="grid",
            tip=translate("Actions", "Sources A and B across each other; a click opens a picture"),
            drawing=True,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "&Compare families..."),
            window.sheets.show_comparison,
            keys=COMPARISON_KEYS,
            tip=translate("Actions", "z and w, growth, noise, and all models side by side"),
            drawing=True,
        ),
    ]
