"""What is in a source, told in a moment: for the dry run and the form; nothing is decoded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ganstudio.datasets import layouts, procedural, shards
from ganstudio.datasets.examples import Example, Found
from ganstudio.datasets.members import Members, opened
from ganstudio.datasets.pictures import UNREADABLE, decoder, large_ones_allowed

LOOKED_AT = 500  # pictures whose heads are read; of more, each second, third ...


@dataclass(frozen=True)
class Survey:
    """count: pictures, 0 where they have no end or nobody has counted them. sizes: how many have
    each width and height, of `looked_at`. classes: how many each has. bad: those of the looked at
    whose head cannot be read, each with the reason."""

    layout: str
    count: int
    sizes: Mapping[tuple[int, int], int] = field(default_factory=dict)
    looked_at: int = 0
    classes: Mapping[str, int] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    split: str = ""
    left_out: int = 0
    skipped: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()


def survey(
    source: str | Path, *, layout: str = "auto", split: str = "", leave_out: Sequence[str] = ()
) -> Survey:
    """Raises StudioError as loading the source would for its name and layout."""
    name = str(source)
    kind = layouts.layout_of(name, layout)
    if kind == "procedural":
        found = procedural.found(name, count=1)
        names = tuple(each.name for each in found.categories)
        return Survey(kind, 0, classes=dict.fromkeys(found.classes, 0), categories=names)
    if kind == "shards":
        stream = shards.opened(name, size=(4, 4), fit="centre", leave_out=leave_out)
        return Survey(kind, stream.count, classes=dict.fromkeys(stream.classes, 0))
    if kind == "cifar-10":
        with layouts.found(name, layout=kind, split=split, leave_out=leave_out) as found:
            return told(found, sizes={(32, 32): found.total}, bad=())
    with opened(Path(name)) as members, large_ones_allowed():
        found = layouts.in_members(members, layout=kind, split=split, leave_out=leave_out)
        examples = list(found.examples)
        looked = examples[:: max(1, -(-len(examples) // LOOKED_AT))]
        sizes: Counter[tuple[int, int]] = Counter()
        bad = []
        for each in looked:
            try:
                sizes[size_of(members, each)] += 1
            except UNREADABLE as error:
                bad.append(f"{each.name}: {error}")
        return told(found, sizes=dict(sizes.most_common()), bad=tuple(bad))


def told(found: Found, *, sizes: Mapping[tuple[int, int], int], bad: tuple[str, ...]) -> Survey:
    counts = Counter(each.label for each in found.examples)
    return Survey(
        found.layout,
        found.total,
        sizes,
        sum(sizes.values()) + len(bad),
        {name: counts[place] for place, name in enumerate(found.classes)},
        tuple(each.name for each in found.categories),
        found.split,
        found.left_out,
        found.skipped,
        bad,
    )


def size_of(members: Members, example: Example) -> tuple[int, int]:
    """Width and height as its head says; EXIF may turn them."""
    with decoder(members.read(example.name)) as image:
        return image.size
