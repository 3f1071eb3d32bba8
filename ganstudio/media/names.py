"""Names of many files by a pattern such as "{model}-{seed}": all different, all fit for a file."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from pathlib import Path

from ganstudio.errors import StudioError
from ganstudio.recipe import FaceRecipe

PATTERN = "{model}-{seed}"
WIDTHS = {  # what may stand behind the colon
    "model": "",
    "seed": r"(0?\d\d?)?",
    "index": r"(0?\d\d?)?",
    "psi": r"(0?\d\d?)?(\.\d\d?f)?",
}
LONGEST = 200  # characters of a name; file systems end at 255 bytes
SEPARATORS = "/\\\0"
RESERVED = '<>:"|?*'  # what Windows does not take


def paths(
    folder: Path,
    pattern: str,
    recipes: Sequence[FaceRecipe],
    *,
    ending: str = "",
    overwrite: bool = False,
) -> list[Path]:
    """A path in the folder for each recipe; {index} counts from 1.

    A field may say how wide it is, as in {index:04}. ending: such as ".png", where the pattern has
    none of a picture. Raises StudioError for a pattern that will not do, names that occur twice,
    and, unless told to overwrite, files that are there.
    """
    check(pattern)
    found: dict[str, int] = {}
    for index, recipe in enumerate(recipes, start=1):
        name = filled(pattern, recipe, index) + ending
        before = found.setdefault(name.casefold(), index)  # one file for most systems
        if before != index:
            raise StudioError(
                "Pictures {before} and {index} would both be called {name}; put {{index}} or "
                "{{seed}} into the name.",
                before=before,
                index=index,
                name=name,
            )
        if not overwrite and (folder / name).exists():
            raise StudioError(
                "{path} is there already; choose another folder or name, or allow overwriting.",
                path=folder / name,
            )
    return [
        folder / f"{filled(pattern, recipe, index)}{ending}"
        for index, recipe in enumerate(recipes, start=1)
    ]


def check(pattern: str) -> None:
    """Raises StudioError for a pattern that cannot be filled in."""
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError as error:
        raise StudioError(
            "The name {pattern} has a brace too many or too few; write it as {{model}}-{{seed}}.",
            pattern=pattern,
            detail=str(error),
        ) from error
    for literal, field, width, conversion in parts:
        if any(sign in literal for sign in SEPARATORS + RESERVED):
            raise StudioError(
                "The name {pattern} has a sign that no file's name can have; leave out {signs}.",
                pattern=pattern,
                signs=" ".join("/\\" + RESERVED),
            )
        if field is None:
            continue
        if field not in WIDTHS or conversion or not re.fullmatch(WIDTHS[field], width or ""):
            raise StudioError(
                "The name {pattern} has the field {{{field}}}, which is none; there are {fields}.",
                pattern=pattern,
                field=field + (f":{width}" if width else ""),
                fields=", ".join(f"{{{known}}}" for known in WIDTHS),
            )


def filled(pattern: str, recipe: FaceRecipe, index: int) -> str:
    """The pattern with what it names."""
    fields = {"model": recipe.model.name, "seed": recipe.a.seed, "index": index, "psi": recipe.psi}
    name = pattern.format(**fields)
    if not 0 < len(name.encode()) <= LONGEST or any(sign in name for sign in SEPARATORS):
        raise StudioError(
            "{name} cannot be the name of a file; choose a shorter and plainer pattern.",
            name=name[:LONGEST],
        )
    return name


def is_pattern(text: str) -> bool:
    """Whether there is something to fill in."""
    return "{" in text or "}" in text
