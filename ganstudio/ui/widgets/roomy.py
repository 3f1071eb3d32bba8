"""A row that leaves out what matters least where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

LEAST = 160  # px: all that a narrow window gives


class RoomyRow(QWidget):
    """Put widgets into `row`; those of `spare` go first, in that order, where room is short."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setSpacing(8)
        self.spare: Sequence[QWidget] = ()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        wanted = [widget for widget in self.spare if widget.isHidden()]
        missing = self.row.minimumSize().width() + sum(map(self._room, wanted)) - self.width()
        for widget in self.spare:
            widget.setVisible(missing <= 0)
            if missing > 0:
                missing -= self._room(widget)

    def _room(self, widget: QWidget) -> int:
        """What a widget takes, with the gap beside it."""
        least = max(widget.minimumWidth(), widget.minimumSizeHint().width())
        return least + self.row.spacing()
