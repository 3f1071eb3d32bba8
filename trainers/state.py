"""The full state of a run on disk, so that a resumed run continues exactly."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from ganstudio.atomic import new_file
from ganstudio.errors import StudioError

KEEP = 2  # states on disk; the one before the last is there if the last proves damaged


def save(folder: Path, *, step: int, images: int, parts: Mapping[str, Any]) -> Path:
    """Write weights, optimisers and random state; complete under its name or not there at all."""
    target = folder / f"{images:09d}.pt"
    content = {
        "parts": {name: part.state_dict() for name, part in parts.items()},
        "random": random_state(),
        "threads": torch.get_num_threads(),
        "step": step,
        "images": images,
    }
    with new_file(target) as file:
        torch.save(content, file)
    for old in sorted(folder.glob("*.pt"))[:-KEEP]:
        old.unlink()
    return target


def newest(folder: Path) -> Path | None:
    """The last complete state, or None."""
    return max(folder.glob("*.pt"), default=None)


def load(path: Path, *, parts: Mapping[str, Any], device: str) -> dict[str, int]:
    """Put everything back as `save` found it; returns "step", "images" and "threads".

    Raises StudioError where the file is damaged or belongs to other networks. Runs nothing from
    the file.
    """
    try:
        content = torch.load(path, map_location=device, weights_only=True)
        for name, part in parts.items():
            part.load_state_dict(content["parts"][name])
        restore_random_state(content["random"])
        return {name: int(content[name]) for name in ("step", "images", "threads")}
    except (
        RuntimeError,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
        EOFError,
        pickle.UnpicklingError,
    ) as error:
        raise StudioError(
            "{path} is damaged or belongs to a run with other sizes; delete it to "
            "resume from the state before it.",
            path=path,
            detail=str(error),
        ) from error


def random_state() -> dict[str, Any]:
    cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_available() else []
    return {"cpu": torch.get_rng_state(), "cuda": cuda}


def restore_random_state(state: Mapping[str, Any]) -> None:
    torch.set_rng_state(state["cpu"].cpu())
    if state["cuda"]:
        torch.cuda.set_rng_state_all([each.cpu() for each in state["cuda"]])
