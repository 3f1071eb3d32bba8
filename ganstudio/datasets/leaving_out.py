"""Which pictures stay out of a training, by words in their names or their provenance."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import PurePosixPath

from ganstudio.datasets.members import Members
from ganstudio.datasets.pictures import UNREADABLE
from ganstudio.errors import StudioError

PROVENANCE = "provenance.json"


def provenance_of(members: Members) -> Mapping[str, object]:
    """What the source says of each picture. Never passed over: what is held out depends on it."""
    if PROVENANCE not in members.names:
        return {}
    try:
        provenance = json.loads(members.read(PROVENANCE))
        if not isinstance(provenance, dict):
            raise ValueError(f"a {type(provenance).__name__} instead of an object")
    except UNREADABLE as error:
        raise StudioError(
            "{provenance} in {source} is damaged, so nobody knows which pictures to "
            "leave out; mend or remove it.",
            provenance=PROVENANCE,
            source=members.path,
            detail=str(error),
        ) from error
    return provenance


def is_left_out(name: str, words: Set[str] | Sequence[str], provenance: object = None) -> bool:
    return bool(words) and not words_of(name, provenance).isdisjoint(words)


def words_of(name: str, provenance: object) -> set[str]:
    """The words of a name, split at everything but letters and digits, and all text in its
    provenance. Numbers there are no words: a weight of 0.004 names nobody."""
    spaced = "".join(c if c.isalnum() else " " for c in str(PurePosixPath(name).with_suffix("")))
    return {*spaced.split(), *texts_in(provenance)}


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)
