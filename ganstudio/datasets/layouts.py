"""How a source is laid out: found by what is there, or as the user says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal, get_args

from ganstudio.datasets import cifar, procedural, shards
from ganstudio.datasets.examples import Example, Found, Unfit
from ganstudio.datasets.halves import side_by_side
from ganstudio.datasets.leaving_out import is_left_out, provenance_of
from ganstudio.datasets.members import Members, opened
from ganstudio.datasets.pictures import large_ones_allowed
from ganstudio.datasets.plain import class_folders, dataset_json, pictures
from ganstudio.datasets.scenes import pairs, triples
from ganstudio.datasets.splits import ALL, of_split
from ganstudio.errors import StudioError

Layout = Literal[
    "auto",
    "pictures",
    "dataset-json",
    "class-folders",
    "pairs",
    "triples",
    "side-by-side",
    "cifar-10",
    "shards",
    "procedural",
]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
ByMembers = Callable[[Members, Sequence[str]], Found]
OF_MEMBERS: dict[str, ByMembers] = {
    "dataset-json": dataset_json,
    "triples": triples,
    "pairs": pairs,
    "side-by-side": side_by_side,
    "class-folders": class_folders,
    "pictures": pictures,
}
UNASKED: dict[str, ByMembers] = {**OF_MEMBERS, "side-by-side": partial(side_by_side, asked=False)}


def layout_of(source: str, layout: str) -> str:
    """The layout if the name of the source tells it, else what was asked for."""
    if layout not in LAYOUTS:
        raise StudioError(
            "There is no layout {layout!r}; choose one of {layouts}.",
            layout=layout,
            layouts=", ".join(LAYOUTS),
        )
    if layout != "auto":
        return layout
    if source.partition(":")[0] == "procedural" and not Path(source).exists():
        return "procedural"
    path = Path(source)
    if cifar.is_cifar(path):
        return "cifar-10"
    if "://" in source or source.endswith((".tar", ".tgz", ".tar.gz")) or ".tar::" in source:
        return "shards"
    return layout


@contextmanager
def found(
    source: str,
    *,
    layout: str = "auto",
    split: str = "",
    leave_out: Sequence[str] = (),
    count: int = 0,
) -> Iterator[Found]:
    """What there is in a source, to be decoded within the block.

    split: "train", "val" or "test", "all" for everything; "" is "train" where there is such a part.
    leave_out: see leaving_out. count: of procedural pictures, since they have no end.
    Raises StudioError where there is no such source, or its files do not lie so.
    """
    kind = layout_of(source, layout)
    with large_ones_allowed():
        if kind == "procedural":
            yield procedural.found(source, count=count)
        elif kind == "shards":
            yield shards.found(source, leave_out=leave_out)
        elif kind == "cifar-10":
            if not Path(source).exists():
                raise StudioError("{source} is not there; choose another.", source=source)
            whole = cifar.cifar(Path(source), split={"": "train", ALL: ""}.get(split, split))
            yield without(whole, [e for e in examples_of(whole) if is_left_out(e.name, leave_out)])
        else:
            with opened(Path(source)) as members:
                yield in_members(members, layout=kind, split=split, leave_out=leave_out)


def in_members(
    members: Members, *, layout: str, split: str = "", leave_out: Sequence[str] = ()
) -> Found:
    provenance = provenance_of(members)
    names, taken = of_split(members, split)
    fitting = arranged(members, names, layout)
    out = [
        each
        for each in examples_of(fitting)
        if is_left_out(whole := members.whole(each.name), leave_out, provenance.get(each.name))
        or is_left_out(whole, leave_out, provenance.get(whole))
    ]
    return without(replace(fitting, split=taken), out)


def examples_of(whole: Found) -> list[Example]:
    return list(whole.examples)


def without(whole: Found, out: Sequence[Example]) -> Found:
    gone = set(map(id, out))
    kept = [each for each in examples_of(whole) if id(each) not in gone]
    return replace(whole, examples=kept, total=len(kept), left_out=len(out))


def arranged(members: Members, names: Sequence[str], layout: str) -> Found:
    """The files as that layout has them; "auto" takes the first that fits."""
    if layout != "auto":
        try:
            return OF_MEMBERS[layout](members, names)
        except Unfit as why:
            raise StudioError(
                "{source} is not laid out as {layout}: {why}. Choose another layout, or auto.",
                source=members.path,
                layout=layout,
                why=why,
            ) from None
    for name, read in UNASKED.items():
        try:
            fitting = read(members, names)
        except Unfit:
            continue
        if name not in ("pairs", "triples") or fitting.total >= len(fitting.skipped):
            return fitting  # where most have no partner, those that have one have it by chance
    raise AssertionError("any files are pictures")
