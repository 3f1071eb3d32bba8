"""Undo and redo of the document on the screen, and the menu entries that name the next step."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from ganstudio.ui.document import Document


class Undoing(QObject):
    """Follows one document at a time; None where the tab has none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._undo: QAction | None = None
        self._redo: QAction | None = None

    def bind(self, undo: QAction, redo: QAction) -> None:
        """The entries of the Edit menu."""
        self._undo, self._redo = undo, redo
        self._show()

    def follow(self, document: Document | None) -> None:
        """Undo in this document from now on."""
        if self._document is document:
            return
        if self._document:
            self._document.undo.indexChanged.disconnect(self._show)
            self._document.changed.disconnect(self._show)
        self._document = document
        if document:
            document.undo.indexChanged.connect(self._show)
            document.changed.connect(self._show)
        self._show()

    def back(self) -> None:
        if self._document:
            self._document.step_back()

    def forward(self) -> None:
        if self._document:
            self._document.step_forward()

    def _show(self) -> None:
        if not (self._undo and self._redo):
            return
        stack = self._document.undo if self._document else None
        loose = self._document is not None and not self._document.at_rest
        self._undo.setEnabled(loose or bool(stack and stack.canUndo()))
        self._redo.setEnabled(bool(stack and stack.canRedo()) and not loose)
        undo, redo = self.tr("&Undo"), self.tr("&Redo")
        self._undo.setText(f"{undo} {stack.undoText()}" if stack and stack.canUndo() else undo)
        self._redo.setText(f"{redo} {stack.redoText()}" if stack and stack.canRedo() else redo)
