"""Films to files, frame by frame: GIF, WebP, APNG, MP4, or numbered pictures in a folder.

Whole or not at all: a film that is broken off or fails leaves no file, and one that was there
before is untouched.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Literal, Protocol, get_args

import numpy as np

from ganstudio.atomic import in_words, new_file
from ganstudio.errors import StudioError
from ganstudio.media import files
from ganstudio.recipe import Recipe

Format = Literal["gif", "webp", "apng", "mp4", "frames"]
FORMATS: tuple[Format, ...] = get_args(Format)
ENDINGS: dict[str, Format] = {
    ".gif": "gif",
    ".webp": "webp",
    ".apng": "apng",
    ".png": "apng",
    ".mp4": "mp4",
}
QUALITY = 80
SLOWEST, FASTEST = 0.1, 240.0  # frames a second
GIF_FASTEST = 50.0  # browsers show quicker ones at 10
MOST_SIDE = 8192  # pixels; MP4 and WebP end not far beyond


class Writer(Protocol):
    """Takes frames, uint8 [H, W, 3], all of one size; `codec` says in words how they are kept."""

    codec: str

    def add(self, pixels: np.ndarray, recipe: Recipe | None = None) -> None:
        """The next frame. Its recipe travels with it where the format can carry it."""

    def finish(self) -> Iterator[None]:
        """Write what is still to be written, in steps; without this there is no film."""

    def close(self) -> None:
        """Give back what was held, finished or not."""


@contextmanager
def writing(
    path: Path, *, fps: float, quality: int = QUALITY, format: Format | None = None
) -> Iterator[Writer]:
    """A writer for the film, which is at `path` when the block ends without an error.

    The format is what the name says unless it is given. quality: 1 to 100, of WebP (100 loses
    nothing) and MP4. Raises StudioError where name, folder or disk will not do.
    """
    format = check(path, fps=fps, format=format)
    if format == "frames":
        with new_folder(path) as folder, in_words(path):
            yield Frames(folder)
        return
    with new_file(path) as file, closing(maker(format)(file, fps=fps, quality=quality)) as writer:
        yield writer


def maker(format: Format) -> Any:
    """The class that writes the format; imported when asked for, Pillow and PyAV take a moment."""
    if format == "mp4":
        from ganstudio.media.mp4 import Mp4

        return Mp4
    from ganstudio.media import animations

    return {"gif": animations.Gif, "webp": animations.WebP, "apng": animations.Apng}[format]


class Frames:
    """Each frame a PNG with its recipe, frame-00001.png and so on."""

    codec = "PNG"

    def __init__(self, folder: Path) -> None:
        self._folder, self._count = folder, 0

    def add(self, pixels: np.ndarray, recipe: Recipe | None = None) -> None:
        self._count += 1
        content = files.encode(pixels, "PNG", recipe=recipe)
        (self._folder / f"frame-{self._count:05}.png").write_bytes(content)

    def finish(self) -> Iterator[None]:
        yield from ()

    def close(self) -> None:
        """Nothing is held."""


def check(path: Path, *, fps: float, format: Format | None = None) -> Format:
    """The format of a film of that name. Raises StudioError where it cannot be written so."""
    if not SLOWEST <= fps <= FASTEST:
        raise StudioError(
            "A film has {slowest:g} to {fastest:g} frames a second, not {fps:g}.",
            slowest=SLOWEST,
            fastest=FASTEST,
            fps=fps,
        )
    with in_words(path):
        if format is None:
            format = ENDINGS.get(path.suffix.lower())
            if format is None and (path.is_dir() or not path.suffix):
                format = "frames"
        if format is None:
            raise StudioError(
                "{path} must end in .gif, .webp, .apng or .mp4; a name without an ending is a "
                "folder for numbered frames.",
                path=path,
            )
        if format == "gif" and fps > GIF_FASTEST:
            raise StudioError(
                "A GIF shows at most {most:g} frames a second, not {fps:g}; choose fewer, or "
                "WebP or MP4.",
                most=GIF_FASTEST,
                fps=fps,
            )
        if format == "frames":
            check_empty(path)
        elif path.is_dir():
            raise StudioError("{path} is a folder; name a file in it.", path=path)
        files.check_folder(path.resolve().parent)
    return format


def check_empty(folder: Path) -> None:
    """Raises StudioError where frames would come among other files."""
    if folder.is_dir() and any(folder.iterdir()):
        raise StudioError(
            "The folder {folder} is not empty; name a new one for the frames.", folder=folder
        )
    if folder.exists() and not folder.is_dir():
        raise StudioError(
            "{folder} is a file; name a new folder for the frames, or give the file an ending such "
            "as .mp4.",
            folder=folder,
        )


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which takes its place at `path` when the block ends without an error."""
    with in_words(path):
        target = path.resolve()
        temporary = target.with_name(f".ganstudio-{secrets.token_hex(8)}.part")
        try:
            temporary.mkdir()
            yield temporary
            if target.is_dir():
                target.rmdir()  # Windows renames nothing onto a folder, not even onto an empty one
            temporary.replace(target)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)


def resized(pixels: np.ndarray, size: int | None, *, sharp: bool = False) -> np.ndarray:
    """The picture with `size` pixels on its longer side, by Lanczos; None leaves it.

    sharp: without smoothing, each pixel a square; exact where the size is a whole multiple.
    """
    height, width, _ = pixels.shape
    if size is None or size == max(height, width):
        return pixels
    from PIL import Image

    scale = size / max(height, width)
    sides = max(1, round(width * scale)), max(1, round(height * scale))
    filter = Image.Resampling.NEAREST if sharp else Image.Resampling.LANCZOS
    return np.asarray(Image.fromarray(pixels).resize(sides, filter))


def check_size(size: int | None) -> None:
    """Raises StudioError for a size that no film can have."""
    if size is not None and not 4 <= size <= MOST_SIDE:
        raise StudioError(
            "A film is 4 to {most} pixels large, not {size}.", most=MOST_SIDE, size=size
        )
