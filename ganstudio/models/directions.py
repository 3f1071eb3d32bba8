"""The directions that belong to a model: found or made, named, kept in the user's folder by value.

One JSON file a model, named after its digest, so that they are there whatever the model is called;
the same text travels in the header of a model file.
"""

from __future__ import annotations

import functools
import json
import math
import re
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

import numpy as np
from annotated_types import Gt, Interval, Len

from ganstudio import paths
from ganstudio.atomic import in_words, new_file
from ganstudio.errors import StudioError
from ganstudio.recipe import STRICT, Layer, Offset, Values

Kind = Literal["pca", "sefa", "attribute"]
LAST = 10_000  # beyond any layer: to the end, as in Offset
MOST = 256  # directions of one model
FARTHEST = 1e6  # of a step
MOST_TEXT = 4 << 20  # bytes of JSON: 256 vectors of 1024 numbers have 1.5 MB
SAME = 1 - 1e-5  # cosine from which two vectors are one direction, computed twice


@dataclass(frozen=True)
class Direction:
    """A way through the latent space of one model.

    vector: of unit length, [w_dim], or [z_dim] for models without a mapping network. reach: how
    far amount 1 goes; the standard deviation along it (pca), three mean deviations of w or one of
    z (sefa), the way from one mean to the other (attribute). first, last: the layers that
    it moves at first.
    """

    __pydantic_config__ = STRICT
    name: Annotated[str, Len(1, 80)]
    kind: Kind
    vector: Values
    first: Layer = 0
    last: Layer = LAST
    reach: Annotated[float, Gt(0), Interval(le=FARTHEST)] = 1.0

    def at(self, amount: float) -> Offset:
        """What a recipe says of it: the vector is one step long, so that amounts count steps."""
        step = Values.of(self.vector.array() * np.float32(self.reach))
        return Offset(self.name, step, amount, self.first, self.last)


def leads(offset: Offset) -> bool:
    """Whether an offset goes anywhere: one of no length, or an endless one, is no direction."""
    step = offset.vector.array()
    return step.ndim == 1 and 0 < float(np.linalg.norm(step.astype(np.float64))) <= FARTHEST


def of_offset(offset: Offset, *, kind: Kind = "attribute") -> Direction:
    """A direction from an offset that `leads`; its step is the length of the vector there."""
    step = offset.vector.array()
    reach = float(np.linalg.norm(step))
    vector = Values.of(step / reach)
    return Direction(offset.name[:80] or "?", kind, vector, offset.first, offset.last, reach)


def same_way(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two vectors point the same way, but for the last digits."""
    if one.shape != other.shape:
        return False
    lengths = float(np.linalg.norm(one)) * float(np.linalg.norm(other))
    return float(one @ other) >= SAME * lengths > 0


def merged(old: Sequence[Direction], new: Iterable[Direction]) -> tuple[Direction, ...]:
    """The old ones as they are named, then those of the new ones that are not among them."""
    found = list(old)
    for direction in new:
        vector = direction.vector.array()
        known = (each for each in found if each.kind == direction.kind)
        if not any(same_way(vector, each.vector.array()) for each in known):
            taken = {each.name for each in found}
            found.append(replace(direction, name=free_name(direction.name, taken)))
    return tuple(found[:MOST])


def those_of(kept: Sequence[Direction], found: Iterable[Direction]) -> tuple[Direction, ...]:
    """Those of the kept that were found, in the order of the found ones."""
    vectors = [(each, each.vector.array()) for each in kept]
    return tuple(
        each
        for direction in found
        for each, vector in vectors
        if each.kind == direction.kind and same_way(vector, direction.vector.array())
    )


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or with the first number behind it that is free: "smile 2"."""
    name = " ".join(name.split())[:76] or "?"
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free


def to_text(directions: Sequence[Direction]) -> str:
    """One line of JSON; equal directions give equal text."""
    content = {"ganstudio": "directions", "directions": [asdict(each) for each in directions]}
    return json.dumps(content, sort_keys=True, allow_nan=False)


def from_text(text: str | bytes, *, source: str) -> tuple[Direction, ...]:
    """What `to_text` wrote; `source` names the file in the errors.

    Raises StudioError where the text is none, or damaged.
    """
    try:
        if len(text) > MOST_TEXT:
            raise ValueError(f"{len(text)} bytes")
        fields = json.loads(text)
        if fields.pop("ganstudio") != "directions" or fields.keys() != {"directions"}:
            raise ValueError("no directions")
        found = _adapter().validate_python(fields["directions"])
        for direction in found:
            vector = direction.vector.array()
            if vector.ndim != 1 or not math.isclose(np.linalg.norm(vector), 1, rel_tol=1e-3):
                raise ValueError(f"{direction.name!r} is no unit vector")
        if len({direction.name for direction in found}) < len(found):
            raise ValueError("a name occurs twice")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error) as error:
        raise StudioError(
            "The directions in {source} are damaged or come from a newer version.",
            source=source,
            detail=f"{type(error).__name__}: {error}",
        ) from error
    return tuple(found)


def path_of(digest: str) -> Path:
    """The file that keeps the directions of a model."""
    if not re.fullmatch(r"[0-9a-f]{16}", digest):  # it comes from files, and becomes a path
        raise StudioError("A model with the digest {digest!r} has no directions.", digest=digest)
    return paths.user_directions() / f"{digest}.json"


def saved(digest: str) -> tuple[Direction, ...]:
    """The user's directions through a model, in their order; () where there are none yet.

    Raises StudioError where the file cannot be read, once: it is set aside, and told where.
    """
    path = path_of(digest)
    if not path.exists():
        return ()
    try:
        return from_text(path.read_bytes(), source=path.name)
    except (StudioError, OSError) as error:  # what cannot be read must not be written over
        aside = _set_aside(path)
        raise StudioError(
            "The directions of this model could not be read, so the list begins anew; the file is "
            "kept as {aside}.",
            aside=aside,
            detail=getattr(error, "detail", repr(error)),
        ) from error


def save(digest: str, directions: Sequence[Direction]) -> None:
    """Keep these from now on, and no others.

    Raises StudioError where the disk does not take it, and for what could not be read again: that
    would cost all of them at the next start.
    """
    if len(directions) > MOST:
        raise StudioError(
            "A model can have {most} directions, not {count}; remove some first.",
            most=MOST,
            count=len(directions),
        )
    path, text = path_of(digest), to_text(directions)
    from_text(text, source=path.name)
    with new_file(path) as file:
        file.write(text.encode())


def restore(digest: str, text: str, *, source: str) -> None:
    """Keep the directions that came in a model's file, unless the user has some already."""
    found = from_text(text, source=source)
    if found and not path_of(digest).exists():
        save(digest, found)


def _set_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.damaged-{number}.json")).exists():
        number += 1
    with in_words(path):
        path.rename(aside)
    return aside


@functools.cache
def _adapter() -> Any:
    import pydantic  # not needed before the first file is opened

    return pydantic.TypeAdapter(Annotated[list[Direction], Len(0, MOST)])
