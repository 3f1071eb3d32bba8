"""Pictures made larger or smaller without jagged edges."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

WHOLE = Qt.AspectRatioMode.IgnoreAspectRatio
SMOOTH = Qt.TransformationMode.SmoothTransformation
LARGEST = 1024  # px: beyond, the painter's own interpolation does


def enlarged(image: QImage) -> QImage:
    """Doubled up to four times, as far as 1024 px.

    Repeated doubling with linear interpolation tends to a quadratic B-spline (Chaikin), which has
    none of the stars and creases of one large linear step.
    """
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    for _ in range(4):
        if 2 * max(image.width(), image.height()) > LARGEST:
            break
        image = image.scaled(2 * image.width(), 2 * image.height(), WHOLE, SMOOTH)
    return image


def shrunk(image: QImage, width: int, height: int) -> QImage:
    """Averaged over areas."""
    return image.scaled(width, height, WHOLE, SMOOTH).convertToFormat(QImage.Format.Format_RGB32)
