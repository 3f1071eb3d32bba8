"""MP4 through PyAV: H.264 where its build has an encoder for it, MPEG-4 otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from typing import Any, BinaryIO

import numpy as np

from ganstudio.errors import StudioError
from ganstudio.recipe import Recipe

ENCODERS = {
    "libx264": "H.264 (libx264)",
    "libopenh264": "H.264 (OpenH264)",
    "h264_videotoolbox": "H.264 (VideoToolbox)",
    "mpeg4": "MPEG-4 part 2",
}
BT709 = 1  # how colours are told: the number means the same for matrix, primaries and curve
TV = 1  # luma from 16 to 235, as every player expects


class Mp4:
    """One frame after the other; what an MP4 player needs is even sides.

    A picture of odd width or height is made one pixel larger: the last column or row once more.
    quality: 1 to 100, about 80 shows no loss.
    """

    def __init__(self, file: BinaryIO, *, fps: float, quality: int) -> None:
        self._encoder = best_encoder()
        self.codec = ENCODERS[self._encoder]
        self._file, self._quality = file, quality
        self._rate = Fraction(fps).limit_denominator(1001)
        self._container: Any = None  # PyAV types its streams by the encoder's literal name
        self._stream: Any = None
        self._count = 0

    def add(self, pixels: np.ndarray, recipe: Recipe | None = None) -> None:
        import av  # not needed before a film is written

        even = np.pad(pixels, [(0, side % 2) for side in pixels.shape[:2]] + [(0, 0)], mode="edge")
        with in_a_sentence():
            if self._container is None:
                self._begin(width=even.shape[1], height=even.shape[0])
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(even), format="rgb24")
            told = frame.reformat(
                format="yuv420p", dst_colorspace=BT709, src_color_range=2, dst_color_range=TV
            )
            told.pts, told.time_base = self._count, 1 / self._rate
            self._container.mux(self._stream.encode(told))
        self._count += 1

    def finish(self) -> Iterator[None]:
        with in_a_sentence():
            self._container.mux(self._stream.encode(None))
            self._container.close()
        self._container = None
        yield from ()

    def close(self) -> None:
        """Let go of a film that is not finished."""
        if self._container is not None:
            import av

            with suppress(av.FFmpegError, OSError):  # thrown away; why is told already
                self._container.close()
            self._container = None

    def _begin(self, *, width: int, height: int) -> None:
        import av

        self._container = av.open(self._file, "w", format="mp4", options={"fflags": "+bitexact"})
        crf = round(51 - 0.4 * self._quality)  # 80: 19, 100: 11
        options = {"crf": str(crf), "preset": "medium"} if self._encoder == "libx264" else {}
        stream: Any = self._container.add_stream(self._encoder, rate=self._rate, options=options)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        context = stream.codec_context
        context.time_base = 1 / self._rate
        context.colorspace = context.color_primaries = context.color_trc = BT709
        context.color_range = TV
        if self._encoder != "libx264":  # these are told a rate: up to 0.6 bit a pixel
            context.bit_rate = int(width * height * self._rate * 0.006 * self._quality)
        self._stream = stream


def best_encoder() -> str:
    """The first of our encoders that this PyAV was built with."""
    import av

    for name in ENCODERS:
        try:
            av.codec.Codec(name, "w")
        except (av.FFmpegError, ValueError):
            continue
        return name
    raise StudioError(
        "The installed PyAV has no encoder for MP4; reinstall `av`, or choose WebP or GIF."
    )


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """What FFmpeg says against a film."""
    import av

    try:
        yield
    except av.FFmpegError as error:
        if isinstance(error, OSError):
            raise  # the disk's business
        raise StudioError(
            "The encoder does not take these frames: {error}; choose another size or format.",
            error=error.strerror or error,
            detail=repr(error),
        ) from error
