"""The part of the session that says which piece of the picture was looked at."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QObject

from ganstudio.ui.session import FaceSession
from ganstudio.ui.widgets.canvas import CLOSEST, Canvas
from ganstudio.ui.widgets.view import View


class Viewing(QObject):
    """Scale, and what of the picture was in the middle; it comes back with the first picture."""

    def __init__(self, canvas: Canvas, session: FaceSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._wanted: tuple[float, float, float] | None = None
        session.picture_shown.connect(self._on_picture)

    def save(self) -> Any:
        """None for the whole picture."""
        canvas = self._canvas
        if self._wanted:
            return list(self._wanted)
        if canvas.fits:
            return None
        view = canvas.view
        middle = canvas.width() / 2, canvas.height() / 2
        return [view.scale, (middle[0] - view.x) / view.scale, (middle[1] - view.y) / view.scale]

    def load(self, value: Any) -> None:
        """Raises ValueError or TypeError for what `save` did not make."""
        if value is None:
            return
        scale, x, y = (float(number) for number in value)
        if not (0 < scale <= CLOSEST and math.isfinite(x) and math.isfinite(y)):
            raise ValueError(f"scale {scale}, middle {x}, {y}")
        self._wanted = scale, x, y

    def _on_picture(self) -> None:
        if self._wanted:
            (scale, x, y), self._wanted = self._wanted, None
            canvas = self._canvas
            view = View(scale, canvas.width() / 2 - scale * x, canvas.height() / 2 - scale * y)
            canvas.look(view.kept(canvas.picture_size, canvas.size().toTuple()))
