"""Sources that come in parts, train beside val or test: the first folder of a name says which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from ganstudio.datasets.members import Members
from ganstudio.errors import StudioError

ALL = "all"  # instead of the name of one part
PARTS = {
    "train": "train",
    "training": "train",
    "val": "val",
    "valid": "val",
    "validation": "val",
    "test": "test",
    "testing": "test",
}


def of_split(members: Members, split: str) -> tuple[Sequence[str], str]:
    """The names in the wanted part, and its name; all names and "" of what has no parts."""
    parts = Counter(map(part_of, members.names))
    if split == ALL or (not split and not comes_in_parts(members)):
        return members.names, ""
    wanted = split or "train"
    if not parts[wanted]:
        raise StudioError(
            "{source} has no part {split!r}; it has {parts}.",
            source=members.path,
            split=wanted,
            parts=", ".join(sorted(filter(None, parts))) or "none",
        )
    return [name for name in members.names if part_of(name) == wanted], wanted


def comes_in_parts(members: Members) -> bool:
    parts = set(map(part_of, members.names))
    return "train" in parts and not parts.isdisjoint({"val", "test"})


def part_of(name: str) -> str:
    return PARTS.get(PurePosixPath(name).parts[0].lower(), "") if "/" in name else ""
