"""Layouts of single pictures: any folder or zip, `dataset.json`, a sub-folder for each class."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from ganstudio.datasets.categories import classes_of
from ganstudio.datasets.examples import Content, Example, Found, Shape, Unfit, whole_number
from ganstudio.datasets.members import Members
from ganstudio.datasets.pictures import SUFFIXES, UNREADABLE, picture_of
from ganstudio.datasets.splits import comes_in_parts, part_of
from ganstudio.errors import StudioError

DATASET = "dataset.json"
MOST_CLASSES = 100_000


def is_picture(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in SUFFIXES


def pictures_in(names: Sequence[str]) -> list[str]:
    return [name for name in names if is_picture(name)]


def example(members: Members, name: str, label: int | None = None) -> Example:
    return Example(name, partial(read, members, name), label)


def read(members: Members, name: str, shape: Shape) -> Content:
    return Content(picture_of(members.read(name), shape=shape))


def pictures(members: Members, names: Sequence[str]) -> Found:
    """Every picture, whatever folder it is in."""
    found = [example(members, name) for name in pictures_in(names)]
    return Found("pictures", found, len(found))


def class_folders(members: Members, names: Sequence[str]) -> Found:
    """The first folder of a name (below train, val, test) is the class, in alphabetical order."""
    shown = pictures_in(names)
    above = 1 if comes_in_parts(members) else 0
    parts = [PurePosixPath(name).parts[above if part_of(name) else 0 :] for name in shown]
    loose = [name for name, part in zip(shown, parts, strict=True) if len(part) < 2]
    classes = tuple(sorted({part[0] for part in parts if len(part) > 1}))
    if loose:
        raise Unfit(f"{loose[0]} lies in no folder of a class")
    if len(classes) < 2:
        raise Unfit("it has no two sub-folders with pictures")
    number = {name: place for place, name in enumerate(classes)}
    found = [example(members, n, number[p[0]]) for n, p in zip(shown, parts, strict=True)]
    return Found("class-folders", found, len(found), classes=classes)


def dataset_json(members: Members, names: Sequence[str]) -> Found:
    """The layout of stylegan2-ada's dataset_tool: {"labels": [[name, class], ...]} or null."""
    if DATASET not in members.names:
        raise Unfit(f"it has no {DATASET}")
    shown = pictures_in(names)
    try:
        labels = labels_in(json.loads(members.read(DATASET)))
    except UNREADABLE as error:
        raise StudioError(
            "{dataset} in {source} is damaged or not as it should be: {why}. Mend or remove it.",
            dataset=DATASET,
            source=members.path,
            why=str(error) or type(error).__name__,
        ) from error
    if not labels:
        found = [example(members, name) for name in shown]
        return Found("dataset-json", found, len(found))
    examples, skipped = [], []
    for name in shown:
        if name in labels:
            examples.append(example(members, name, labels[name]))
        else:
            skipped.append(f"{name}: no label in {DATASET}")
    missing = sorted(labels.keys() - set(members.names))
    skipped += [f"{name}: only in {DATASET}, there is no such file" for name in missing]
    classes = names_of(members, labels)
    return Found("dataset-json", examples, len(examples), classes=classes, skipped=tuple(skipped))


def labels_in(content: Any) -> dict[str, int]:
    """The class of each file; empty where there are no classes."""
    labels = content.get("labels") if isinstance(content, dict) else content
    if labels is None:
        return {}
    if not isinstance(labels, list):
        raise ValueError('"labels" must be null or a list of [name, class]')
    found = {}
    for entry in labels:
        if not isinstance(entry, list) or len(entry) != 2 or not isinstance(entry[0], str):
            raise ValueError(f"the label {str(entry)[:60]} is no [name, class]")
        number = whole_number(entry[1])
        if not 0 <= number < MOST_CLASSES:
            raise ValueError(f"the class {number}")
        found[entry[0].replace("\\", "/")] = number
    return found


def names_of(members: Members, labels: Mapping[str, int]) -> tuple[str, ...]:
    """From `classes.json`, or the folders if each has one class, or the numbers themselves."""
    count = max(labels.values()) + 1
    known = classes_of(members)
    if known is not None:
        named = {each.id: each.name for each in known.categories}
        count = max(count, 1 + max(named, default=0))
    else:
        folders = {(number, PurePosixPath(name).parts[0]) for name, number in labels.items()}
        named = dict(folders) if len(folders) == len({folder for _, folder in folders}) else {}
        named = named if len(named) == len(folders) else {}
    return tuple(named.get(number, str(number)) for number in range(count))
