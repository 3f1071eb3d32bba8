"""Animated GIF, WebP and APNG, written frame by frame: the memory holds one picture, not the film.

Pillow encodes the single frames; the containers around them are a few bytes each, put together
here, since Pillow wants all frames at once.
"""

from __future__ import annotations

import io
import itertools
import struct
import tempfile
import zlib
from collections.abc import Iterator
from fractions import Fraction
from typing import BinaryIO

import numpy as np
from PIL import GifImagePlugin, Image

from ganstudio.errors import StudioError
from ganstudio.media import files, png
from ganstudio.recipe import Recipe

IN_MEMORY = 1 << 28  # bytes of waiting GIF frames; more go to a temporary file
THUMB = 40  # pixels a side of the small pictures that a GIF's colours are chosen from
MOST_THUMBS = 48  # finding the colours of more takes long
DITHER = 4.0  # half the height of the pattern, in steps of 1/255
RIFF_MOST = 2**32 - 2
BAYER = (
    np.array(
        [
            [0, 32, 8, 40, 2, 34, 10, 42],
            [48, 16, 56, 24, 50, 18, 58, 26],
            [12, 44, 4, 36, 14, 46, 6, 38],
            [60, 28, 52, 20, 62, 30, 54, 22],
            [3, 35, 11, 43, 1, 33, 9, 41],
            [51, 19, 59, 27, 49, 17, 57, 25],
            [15, 47, 7, 39, 13, 45, 5, 37],
            [63, 31, 55, 23, 61, 29, 53, 21],
        ]
    )
    + 0.5
) / 32 - 1  # -1..1


class Gif:
    """256 colours for the whole film, chosen from all its frames, and a still pattern of dots.

    So nothing flickers: neither colours nor dots change where the picture does not. The frames wait
    until all colours are known, then `finish` writes them. GIF counts in 1/100 s: the rounding is
    spread over the frames, so that the film as a whole is as long as asked for.
    """

    codec = "GIF, 256 colours"

    def __init__(self, file: BinaryIO, *, fps: float, quality: int) -> None:
        self._file, self._fps = file, fps
        self._frames = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - see close
        self._shape: tuple[int, ...] = ()
        self._count = 0
        self._thumbs: list[np.ndarray] = []
        self._every = 1  # of how many frames one gives colours

    def add(self, pixels: np.ndarray, recipe: Recipe | None = None) -> None:
        self._shape = pixels.shape
        if self._count % self._every == 0:
            rows, columns = (
                np.linspace(0, n - 1, min(n, THUMB)).astype(int) for n in self._shape[:2]
            )
            self._thumbs.append(pixels[rows][:, columns].reshape(-1, 1, 3))
            if len(self._thumbs) > MOST_THUMBS:
                self._thumbs, self._every = self._thumbs[::2], 2 * self._every
        self._frames.write(pixels.tobytes())
        self._count += 1

    def finish(self) -> Iterator[None]:
        """Write what was added; yields after each frame."""
        seen = Image.fromarray(np.concatenate(self._thumbs))
        palette = seen.quantize(256, Image.Quantize.MEDIANCUT, kmeans=2)
        height, width, _ = self._shape
        colours = bytes(palette.getpalette() or []).ljust(768, b"\0")
        self._file.write(b"GIF89a" + struct.pack("<HHBBB", width, height, 0xF7, 0, 0) + colours)
        self._file.write(b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0")  # for ever
        pattern = DITHER * np.tile(BAYER, (-(-height // 8), -(-width // 8)))[:height, :width, None]
        self._frames.seek(0)
        for index, hundredths in enumerate(durations(self._count, self._fps, unit=100)):
            raw = np.frombuffer(self._frames.read(height * width * 3), np.uint8)
            dotted = (raw.reshape(self._shape) + pattern).round().clip(0, 255).astype(np.uint8)
            frame = Image.fromarray(dotted).quantize(palette=palette, dither=Image.Dither.NONE)
            self._file.write(b"!\xf9\x04\x04" + struct.pack("<HBB", hundredths, 0, 0))
            for block in GifImagePlugin.getdata(frame):
                self._file.write(block)
            if index + 1 < self._count:
                yield
        self._file.write(b";")

    def close(self) -> None:
        self._frames.close()


class WebP:
    """Each frame a WebP picture of its own, in thousandths of a second; quality 100 loses nothing.

    Container: RIFF with VP8X, ANIM and one ANMF a frame (RFC 9649, section 2.7).
    """

    def __init__(self, file: BinaryIO, *, fps: float, quality: int) -> None:
        self.codec = "WebP, lossless" if quality == 100 else "WebP"
        self._file, self._fps, self._quality = file, fps, quality
        self._count = 0

    def add(self, pixels: np.ndarray, recipe: Recipe | None = None) -> None:
        height, width, _ = pixels.shape
        sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        if not self._count:
            self._file.write(b"RIFF\0\0\0\0WEBP")
            self._chunk(b"VP8X", b"\x02\0\0\0" + sides)
            self._chunk(b"ANIM", b"\0\0\0\xff\0\0")  # a black ground, for ever
        self._count += 1
        *_, ms = durations(self._count, self._fps, unit=1000, last=1)
        picture = files.encode(pixels, "WEBP", quality=self._quality)
        place = b"\0" * 6 + sides + ms.to_bytes(3, "little") + b"\x02"  # 2: do not blend
        self._chunk(b"ANMF", place + bare(picture))

    def finish(self) -> Iterator[None]:
        length = self._file.tell() - 8
        if length > RIFF_MOST:
            raise StudioError(
                "The WebP would be larger than 4 GB, which the format does not allow; choose "
                "smaller frames, a lower quality or MP4."
            )
        self._file.seek(4)
        self._file.write(struct.pack("<I", length))
        yield from ()

    def close(self) -> None:
        """Nothing is kept."""

    def _chunk(self, kind: bytes, body: bytes) -> None:
        self._file.write(kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2))


class Apng:
    """Every pixel as it was drawn, in exact fractions of a second (PNG specification, 3rd edition).

    The recipe of the first frame travels in it, as in any PNG.
    """

    codec = "APNG, lossless"

    def __init__(self, file: BinaryIO, *, fps: float, quality: int) -> None:
        self._file = file
        self._delay = Fraction(1 / fps).limit_denominator(65_535)
        self._count = self._parts = self._control = 0

    def add(self, pixels: np.ndarray, recipe: Recipe | None = None) -> None:
        height, width, _ = pixels.shape
        first = not self._count
        chunks = list(chunks_of(files.encode(pixels, "PNG", recipe=recipe if first else None)))
        if first:
            self._file.write(png.SIGNATURE)
            self._chunk(*chunks[0])  # IHDR
            self._control = self._file.tell()
            self._chunk(b"acTL", bytes(8))  # how many frames is known at the end
            for kind, body in chunks:
                if kind == b"iTXt":
                    self._chunk(kind, body)
        delay = self._delay.numerator, self._delay.denominator
        control = struct.pack(">IIIIHHBB", width, height, 0, 0, *delay, 0, 0)
        self._chunk(b"fcTL", self._number() + control)
        for kind, body in chunks:
            if kind == b"IDAT":
                self._chunk(*((kind, body) if first else (b"fdAT", self._number() + body)))
        self._count += 1

    def finish(self) -> Iterator[None]:
        self._chunk(b"IEND", b"")
        self._file.seek(self._control)
        self._chunk(b"acTL", struct.pack(">II", self._count, 0))  # 0: for ever
        yield from ()

    def close(self) -> None:
        """Nothing is kept."""

    def _number(self) -> bytes:
        """fcTL and fdAT are numbered one after the other."""
        self._parts += 1
        return struct.pack(">I", self._parts - 1)

    def _chunk(self, kind: bytes, body: bytes) -> None:
        check = zlib.crc32(kind + body)
        self._file.write(struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check))


def durations(count: int, fps: float, *, unit: int, last: int | None = None) -> list[int]:
    """How long each frame is shown, in 1/unit s: rounded, yet without drift over the film.

    With `last` those of that many last frames alone.
    """
    ends = [round(index * unit / fps) for index in range(count - (last or count), count + 1)]
    return [end - begin for begin, end in itertools.pairwise(ends)]


def bare(picture: bytes) -> bytes:
    """The picture's own chunk of a WebP file, without the file around it."""
    io_, kind = io.BytesIO(picture), b""
    io_.seek(12)
    while head := io_.read(8):
        kind, length = struct.unpack("<4sI", head)
        body = io_.read(length + length % 2)
        if kind in (b"VP8 ", b"VP8L"):
            return head + body
    raise ValueError("a WebP without a picture")


def chunks_of(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(kind, body) of each chunk of a PNG."""
    position = len(png.SIGNATURE)
    while position < len(picture):
        length, kind = struct.unpack_from(">I4s", picture, position)
        yield kind, picture[position + 8 : position + 8 + length]
        position += 12 + length
