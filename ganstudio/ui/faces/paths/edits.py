"""Changes of a path: each gives another one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ganstudio.latent.paths import KeyFrame, Path
from ganstudio.recipe import FaceRecipe


def inserted(path: Path, index: int, frame: KeyFrame) -> Path:
    """The key frame before the one that has that index."""
    return replace(path, frames=(*path.frames[:index], frame, *path.frames[index:]))


def without(path: Path, index: int) -> Path:
    """One key frame less."""
    return replace(path, frames=(*path.frames[:index], *path.frames[index + 1 :]))


def moved(path: Path, index: int, to: int) -> Path:
    """The key frame at another place, where it then has the index `to`."""
    frame = path.frames[index]
    return inserted(without(path, index), to, frame)


def set_at(path: Path, index: int, **fields: Any) -> Path:
    """Other fields for one key frame: recipe, seconds, easing."""
    frame = replace(path.frames[index], **fields)
    return inserted(without(path, index), index, frame)


def recipes_as_path(recipes: list[FaceRecipe], seconds: float) -> Path:
    """The recipes as key frames, evenly over so many seconds."""
    each = seconds / max(len(recipes) - 1, 1)
    return Path(tuple(KeyFrame(recipe, each) for recipe in recipes))


def lasting(path: Path, seconds: float) -> Path:
    """The same path, slower or faster, so that it takes so many seconds."""
    factor = seconds / path.seconds
    frames = (replace(frame, seconds=frame.seconds * factor) for frame in path.frames)
    return replace(path, frames=tuple(frames))
