"""The session file: what was open, part by part, as one JSON text that is whole or not there."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from ganstudio.atomic import in_words, new_file
from ganstudio.errors import StudioError

NAME = "session.json"
VERSION = 1
MOST_BYTES = 1 << 29  # twice the longest path

Parts = dict[str, Any]  # name of a part -> what json can hold


def to_text(parts: Parts) -> str:
    """One text for the parts; equal parts give equal text."""
    whole = {"ganstudio": "session", "version": VERSION, "parts": parts}
    return json.dumps(whole, sort_keys=True, allow_nan=False, indent=1)


def write(path: Path, text: str) -> None:
    """In place of the one before, or not at all.

    Raises StudioError where the disk is full, and for what could not be read again.
    """
    content = text.encode()
    if len(content) > MOST_BYTES:
        raise StudioError(
            "The session would have {size} MB and cannot be saved, so the one before is kept; save "
            "the key frames as a file and remove some.",
            size=len(content) >> 20,
        )
    with new_file(path) as file:
        file.write(content)


def read(path: Path) -> Parts:
    """The parts; none where there is no file. Raises StudioError where it is damaged."""
    if not path.exists():
        return {}
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError("too long")
        whole = json.loads(path.read_text(encoding="utf-8"))
        parts = whole["parts"]
        if whole["ganstudio"] != "session" or whole["version"] != VERSION:
            raise ValueError(f"version {whole['version']!r}")
        if not isinstance(parts, dict):
            raise TypeError("parts")
        return parts
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise StudioError(
            "The session of last time is damaged or comes from a newer version.",
            detail=f"{path}\n{error!r}",
        ) from error


def set_aside(path: Path, now: datetime) -> Path:
    """Another name for a file that cannot be used, so that nobody writes over it."""
    aside = path.with_name(f"session-damaged-{now:%Y%m%dT%H%M%S}.json")
    with in_words(aside):
        path.replace(aside)
    return aside
