"""Picture files of every mode as RGB, and label map files as numbers."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from ganstudio.datasets.examples import Colour, Shape

SUFFIXES = frozenset(
    ".png .apng .jpg .jpeg .jfif .webp .bmp .gif .tif .tiff .ppm .pgm .pbm".split()
)
UNREADABLE = (  # what files, zips and pictures raise that are damaged, locked or absurdly large
    OSError,
    ValueError,
    KeyError,
    IndexError,
    SyntaxError,
    RuntimeError,
    EOFError,
    MemoryError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
    Image.DecompressionBombError,
)
SPARE = 3  # a JPEG may be decoded at a half or less while so many times the wanted pixels are left


@contextmanager
def large_ones_allowed() -> Iterator[None]:
    """Without Pillow's warning at 89 megapixels; its error at twice as many stays."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        yield


@contextmanager
def decoder(raw: bytes) -> Iterator[Image.Image]:
    """A file to be decoded in the block. What Pillow's many readers stumble over on damaged files
    is not known to anyone: whatever it is, the file is to blame."""
    try:
        with Image.open(io.BytesIO(raw)) as opened:
            yield opened
    except UnidentifiedImageError as error:
        raise ValueError("no picture of a known kind") from error
    except UNREADABLE:
        raise
    except Exception as error:
        raise ValueError(f"damaged ({type(error).__name__}: {error})") from error


def picture_of(raw: bytes, *, shape: Shape = (0, 0)) -> Image.Image:
    """A file's first picture: RGB, turned as its EXIF says, alpha over white, 16 bits reduced.

    It may come smaller than the file has it, yet large enough to be reduced to `shape` well.
    """
    with decoder(raw) as opened:
        if shape[0] and opened.format == "JPEG":
            most = SPARE * max(shape)  # EXIF may turn it
            opened.draft(None, (most, most))
        image = ImageOps.exif_transpose(opened)
        if image.mode.startswith("I") or image.mode == "F":
            image = reduced(image)
        if image.has_transparency_data:
            image = image.convert("RGBA")
            white = Image.new("RGBA", image.size, "white")
            image = Image.alpha_composite(white, image)
        return image.convert("RGB")


def reduced(image: Image.Image) -> Image.Image:
    """A grey picture of 16 bits or more as 8 bits; Pillow alone would cut off at 255."""
    numbers = np.asarray(image).astype(np.float64)
    if not np.isfinite(numbers).all():
        raise ValueError("numbers that are none")
    if image.mode == "F":  # 0..1 or 0..255, nobody writes down which
        scale = 255.0 if numbers.max(initial=0) <= 1 else 1.0
    else:
        scale = 255 / 65535 if image.mode != "I" or numbers.max(initial=0) > 255 else 1.0
    return Image.fromarray((numbers * scale).round().clip(0, 255).astype(np.uint8))


def labels_of(raw: bytes) -> tuple[np.ndarray, dict[int, Colour]]:
    """A label map: uint8 [H, W] of the numbers in it with their colours if it has a palette;
    or uint8 [H, W, 3] where it has colours alone."""
    with decoder(raw) as opened:
        image = ImageOps.exif_transpose(opened)
        if image.mode == "P":
            numbers = np.asarray(image)
            palette = np.array(image.getpalette("RGB") or (), np.uint8).reshape(-1, 3)
            used = np.bincount(numbers.ravel(), minlength=256)[: len(palette)].nonzero()[0]
            red_green_blue = {int(i): palette[i].tolist() for i in used}
            return numbers, {i: (r, g, b) for i, (r, g, b) in red_green_blue.items()}
        if image.mode == "1":
            return np.asarray(image).astype(np.uint8), {}
        if image.mode in ("L", "LA"):
            return np.asarray(image.getchannel(0)), {}
        if image.mode.startswith("I"):
            numbers = np.asarray(image)
            if numbers.min(initial=0) < 0 or numbers.max(initial=0) > 255:
                raise ValueError("a label map with numbers above 255")
            return numbers.astype(np.uint8), {}
        return np.asarray(image.convert("RGB")), {}
