"""Key-frame paths: recipes one after the other, and the moments on the way between them. No torch.

A path says where a walk is at each second. What lies between two key frames is the renderer's
business (`recipe.Between`); here it is only decided between which two, and how far.
"""

from __future__ import annotations

import bisect
import functools
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Annotated, Any, Literal

from annotated_types import Interval, MaxLen

from ganstudio import recipe as recipes
from ganstudio.errors import StudioError
from ganstudio.recipe import STRICT, Between, FaceRecipe

if TYPE_CHECKING:
    import pydantic

Easing = Literal["linear", "smooth", "in", "out"]
EASINGS: tuple[Easing, ...] = ("linear", "smooth", "in", "out")
MOST_FRAMES = 1000  # key frames of one path
MOST_TEXT = 1 << 28  # bytes of its JSON; with both sources by value it has 90 MB
LONGEST = 600.0  # seconds from one key frame to the next
MOST_MOMENTS = 100_000  # pictures of one film: an hour at 28 a second
EASE: dict[Easing, Callable[[float], float]] = {
    "linear": lambda t: t,
    "smooth": lambda t: t * t * (3 - 2 * t),
    "in": lambda t: t * t,
    "out": lambda t: t * (2 - t),
}


@dataclass(frozen=True)
class KeyFrame:
    """A recipe on a path, and how the way to the next one is gone.

    easing: "smooth" starts and ends slowly, "in" starts slowly, "out" ends slowly.
    """

    __pydantic_config__ = STRICT
    recipe: FaceRecipe
    seconds: Annotated[float, Interval(gt=0, le=LONGEST)] = 1.0
    easing: Easing = "smooth"


@dataclass(frozen=True)
class Path:
    """Key frames in order; a closed path leads from the last one back to the first."""

    __pydantic_config__ = STRICT
    frames: Annotated[tuple[KeyFrame, ...], MaxLen(MOST_FRAMES)]
    closed: bool = False

    @property
    def seconds(self) -> float:
        """The whole length; the last key frame's seconds count only where the path is closed."""
        return self._starts[-1]

    def at(self, seconds: float) -> Between:
        """The moment at that time, eased; before the start and after the end of an open path these.

        A closed path goes round for ever. Raises ValueError where there are no key frames.
        """
        if not self.frames:
            raise ValueError("a path without key frames leads nowhere")
        starts = self._starts
        if len(starts) == 1:
            return Between(self.frames[0].recipe, self.frames[0].recipe, 0.0)
        if self.closed:
            seconds %= starts[-1]
        index = min(max(bisect.bisect_right(starts, seconds) - 1, 0), len(starts) - 2)
        frame, following = self.frames[index], self.frames[(index + 1) % len(self.frames)]
        gone = (seconds - starts[index]) / (starts[index + 1] - starts[index])
        t = EASE[frame.easing](min(max(gone, 0.0), 1.0))
        return between(frame.recipe, following.recipe, t)

    def times(self, fps: float) -> list[float]:
        """The moments of a film of the path, evenly, as near to `fps` a second as comes out even.

        A closed path does not repeat its first frame, an open one ends exactly on its last. Raises
        StudioError where there are too many.
        """
        if not self.frames:
            return []
        steps = max(1, round(self.seconds * fps)) if self.seconds else 0
        if steps >= MOST_MOMENTS:
            raise StudioError(
                "A film of {seconds:.0f} seconds at {fps:g} frames a second would have {steps} "
                "frames, more than {most}; make it shorter or choose fewer frames a second.",
                seconds=self.seconds,
                fps=fps,
                steps=steps,
                most=MOST_MOMENTS,
            )
        if self.closed:
            return [step * self.seconds / steps for step in range(steps)]
        return [*(step * self.seconds / steps for step in range(steps)), self.seconds]

    def moments(self, fps: float) -> list[Between]:
        """What a film of the path draws."""
        return [self.at(seconds) for seconds in self.times(fps)]

    @functools.cached_property
    def _starts(self) -> list[float]:
        """When each key frame's turn comes, and last the end of the path; a film asks often."""
        ways = self.frames if self.closed else self.frames[:-1]
        return list(accumulate((frame.seconds for frame in ways), initial=0.0))


def between(start: FaceRecipe, end: FaceRecipe, t: float) -> Between:
    """The moment `t` on the way; from A to B of one recipe it is that recipe's own interpolation.

    So it goes along the sphere where the recipe says "z", which a straight line in w would not.
    """
    there = replace(start, interpolation=replace(start.interpolation, t=end.interpolation.t))
    if there != end or start == end:
        return Between(start, end, t)
    moved = start.interpolation.t + t * (end.interpolation.t - start.interpolation.t)
    here = replace(start, interpolation=replace(start.interpolation, t=min(max(moved, 0.0), 1.0)))
    return Between(here, here, 0.0)


def between_sources(recipe: FaceRecipe, seconds: float, *, easing: Easing = "linear") -> Path:
    """From source A to source B of one recipe."""
    frames = (
        KeyFrame(replace(recipe, interpolation=replace(recipe.interpolation, t=t)), seconds, easing)
        for t in (0.0, 1.0)
    )
    return Path(tuple(frames))


def to_json(path: Path) -> str:
    """The path as one line of JSON; equal paths give equal text."""
    frames = [
        {
            "recipe": json.loads(recipes.to_json(frame.recipe)),
            "seconds": frame.seconds,
            "easing": frame.easing,
        }
        for frame in path.frames
    ]
    whole = {"ganstudio": "path", "closed": path.closed, "frames": frames}
    return json.dumps(whole, sort_keys=True, allow_nan=False)


def from_json(text: str | bytes) -> Path:
    """The path that `to_json` wrote. Raises StudioError where the text is none."""
    try:
        fields = json.loads(text)
        if fields.pop("ganstudio") != "path":
            raise ValueError("it is of another kind")
        if len(fields["frames"]) > MOST_FRAMES:
            raise ValueError(f"{len(fields['frames'])} key frames")
        for frame in fields["frames"]:
            frame["recipe"] = recipes.from_json(json.dumps(frame["recipe"]))
        path: Path = _validator().validate_python(fields)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise StudioError(
            "This is not a path of GAN Studio, or it is damaged or comes from a newer version.",
            detail=f"{type(error).__name__}: {error}",
        ) from error
    return path


@functools.cache
def _validator() -> pydantic.TypeAdapter[Any]:
    import pydantic  # not needed before the first file is opened

    return pydantic.TypeAdapter(Path)
