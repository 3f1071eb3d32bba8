"""Films as a job: each moment drawn exactly, resized where asked, and written at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.engine.job import Progress, Steps
from ganstudio.errors import StudioError
from ganstudio.latent.paths import MOST_MOMENTS
from ganstudio.media import video
from ganstudio.media.video import QUALITY, Format
from ganstudio.recipe import Between, FaceRecipe

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer

MOST_FRAMES = MOST_MOMENTS
Moment = FaceRecipe | Between


@dataclass(frozen=True)
class Film:
    """What was written: `codec` in words, such as "H.264 (libx264)"."""

    path: Path
    codec: str
    frames: int
    seconds: float


def film(
    renderer: Renderer,
    moments: Sequence[Moment],
    path: Path,
    *,
    fps: float = 24,
    size: int | None = None,
    sharp: bool = False,
    quality: int = QUALITY,
    format: Format | None = None,
    with_recipe: bool = True,
) -> Steps:
    """Each moment a frame, in order. The result: a Film.

    The format is what the name ends in (.gif, .webp, .apng, .mp4, no ending for a folder of
    numbered pictures) unless it is given. size: pixels of the longer side, None as drawn; sharp:
    enlarge without smoothing. Numbered pictures carry their recipes, an APNG that of its first
    frame, unless `with_recipe` is off.

    Raises StudioError before anything is drawn where target, length or sizes will not do. A film
    that is broken off or fails leaves nothing.
    """
    video.check(path, fps=fps, format=format)
    video.check_size(size)
    check_length(moments)
    if size is None:
        check_sizes(renderer, moments)
    total, shape = len(moments), None
    yield Progress(0, total)
    with video.writing(path, fps=fps, quality=quality, format=format) as writer:
        for done, moment in enumerate(moments, start=1):
            picture = renderer.render(moment)
            pixels = video.resized(picture.pixels, size, sharp=sharp)
            shape = shape or pixels.shape
            if pixels.shape != shape:
                raise StudioError(
                    "Frame {number} is {width} x {height} pixels large, the ones before are not; "
                    "take out pictures of another shape.",
                    number=done,
                    width=pixels.shape[1],
                    height=pixels.shape[0],
                )
            writer.add(pixels, picture.recipe if with_recipe else None)
            yield Progress(done, total)
        for _ in writer.finish():
            yield Progress(total, total)
    return Film(path, writer.codec, total, total / fps)


def check_length(moments: Sequence[Moment]) -> None:
    """Raises StudioError for a film of nothing, or one without end."""
    if not moments:
        raise StudioError("There is nothing to film; choose at least one key frame.")
    if len(moments) > MOST_FRAMES:
        raise StudioError(
            "A film has at most {most} frames, not {frames}; make it shorter or choose fewer "
            "frames a second.",
            most=MOST_FRAMES,
            frames=len(moments),
        )


def check_sizes(renderer: Renderer, moments: Sequence[Moment]) -> None:
    """Raises StudioError where the pictures would not be equally large."""
    shown = {(recipe.model, recipe.stage) for moment in moments for recipe in ends(moment)}
    named = {stage or renderer.library.find(model).card.size: model.name for model, stage in shown}
    if len(named) > 1:
        (one, first), (other, second), *_ = sorted(named.items())
        raise StudioError(
            "The pictures of a film must be equally large, and here {first} draws {one} pixels and "
            "{second} {other}; choose a size for the film, which all are brought to.",
            first=first,
            one=one,
            second=second,
            other=other,
        )


def ends(moment: Moment) -> tuple[FaceRecipe, ...]:
    """The recipes that a moment lies between."""
    return (moment.start, moment.end) if isinstance(moment, Between) else (moment,)
