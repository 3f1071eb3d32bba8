"""Presets: recipes that have a name, whole or only their look, one JSON file each."""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from ganstudio.atomic import in_words
from ganstudio.errors import StudioError
from ganstudio.recipe import FaceRecipe, from_json, to_json

SUFFIX = ".json"
LONGEST = 80  # characters of a name
MOST_BYTES = 1 << 24


@dataclass(frozen=True)
class Preset:
    """`whole`: all settings. Otherwise the look alone: neither model nor sources nor place."""

    name: str
    recipe: FaceRecipe
    whole: bool
    path: Path


def to_text(preset: Preset) -> str:
    """The file's content."""
    recipe = json.loads(to_json(preset.recipe))
    fields = {"ganstudio": "preset", "name": preset.name, "whole": preset.whole, "recipe": recipe}
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"


def read(path: Path) -> Preset:
    """The preset in a file. Raises StudioError where it is none, or cannot be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError("too long")
        fields = json.loads(path.read_text(encoding="utf-8"))
        name, whole = fields["name"], fields["whole"]
        if fields["ganstudio"] != "preset" or type(whole) is not bool or not fits(name):
            raise ValueError(f"name {name!r}, whole {whole!r}")
        return Preset(name, from_json(json.dumps(fields["recipe"])), whole, path)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, StudioError) as error:
        raise StudioError(
            "The preset {path} is damaged or comes from a newer version; delete the file, or put "
            "it elsewhere.",
            path=path,
            detail=repr(error),
        ) from error


def listed(folder: Path) -> tuple[list[Preset], list[StudioError]]:
    """All presets in a folder by name, and what is wrong with the other files."""
    found, damaged = [], []
    for path in sorted(folder.glob(f"[!.]*{SUFFIX}")) if folder.is_dir() else []:
        try:
            found.append(read(path))
        except StudioError as error:
            damaged.append(error)
    return sorted(found, key=lambda preset: preset.name.casefold()), damaged


def fits(name: object) -> bool:
    """Whether that can be a preset's name."""
    return isinstance(name, str) and 0 < len(name) <= LONGEST and name == name.strip()


def new_path(folder: Path, name: str) -> Path:
    """Where a preset of that name goes: words of it, so that a person finds the file."""
    words = re.sub(r"[^\w-]+", "-", name).strip("-")[:40] or "preset"
    path = folder / f"{words}{SUFFIX}"
    while path.exists():
        path = folder / f"{words}-{secrets.token_hex(3)}{SUFFIX}"
    return path


def content(path: Path) -> bytes | None:
    """What is in a file now; None where there is none."""
    with in_words(path):
        return path.read_bytes() if path.exists() else None
