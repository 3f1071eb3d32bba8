"""Number boxes that leave undo and redo to the window, whose document they change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Manners(QObject):
    """Undo in a number box is the document's: what was typed there is one of its steps."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if any(event.matches(step) for step in STEPS):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def teach(self, root: QWidget) -> None:
        """All number boxes there are now below `root`; once more does no harm."""
        for box in root.findChildren(QAbstractSpinBox):
            box.installEventFilter(self)
