"""Layouts of pictures with label maps in files of their own: pairs, and triples of one stem."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from ganstudio.datasets.categories import Classes, check_count, classes_of, places_of, snapped
from ganstudio.datasets.examples import DONT_CARE, Content, Example, Found, Shape, Unfit
from ganstudio.datasets.members import Members
from ganstudio.datasets.pictures import UNREADABLE, labels_of, picture_of
from ganstudio.datasets.plain import pictures_in

PHOTO_FOLDERS = ("images", "image", "img", "photos", "photo", "jpegimages")
LABEL_FOLDERS = ("labels", "label", "annotations", "masks", "maps", "segmentationclass")
JPEGS = (".jpg", ".jpeg", ".jfif")
PHOTOS = (*JPEGS, ".webp", ".png")
LABELS = (".png", ".bmp", ".gif", ".tif", ".tiff")
PEEKED = 4  # label maps that are read to learn what their numbers mean


@dataclass(frozen=True, eq=False)
class Scene:
    """One example's files. colours: one that shows the label map in colours, or "".

    table: uint8 [256], our number for each in the file.
    """

    members: Members
    photo: str
    labels: str
    colours: str
    classes: Classes | None
    table: np.ndarray

    def read(self, shape: Shape) -> Content:
        photo = picture_of(self.members.read(self.photo), shape=shape)
        numbers, palette = labels_of(self.members.read(self.labels))
        if numbers.ndim == 3:
            return Content(photo, in_numbers(numbers, self.classes, self.table))
        labels = self.table[numbers]
        colours = {int(self.table[number]): colour for number, colour in palette.items()}
        if self.colours:
            shown = np.asarray(picture_of(self.members.read(self.colours)))
            if shown.shape[:2] == labels.shape:
                ours, first = np.unique(labels, return_index=True)
                seen = shown.reshape(-1, 3)[first].tolist()
                colours = {int(i): (r, g, b) for i, (r, g, b) in zip(ours, seen, strict=True)}
        return Content(photo, labels, colours=colours)


def in_numbers(pixels: np.ndarray, classes: Classes | None, table: np.ndarray) -> np.ndarray:
    """A label map that is stored in RGB: by the classes' colours, or grey ones by their value."""
    if classes and classes.coloured:
        return snapped(pixels, classes.categories, lossy=False)
    if (pixels == pixels[:, :, :1]).all():
        return np.asarray(table[pixels[:, :, 0]])
    raise ValueError("a label map in colours, and no classes.json says which class has which")


def triples(members: Members, names: Sequence[str]) -> Found:
    """x.jpg is the photograph, x.png shows the labels in colours, x.bmp has their numbers."""
    found, lonely = [], []
    for same in by_stem(names).values():
        photo, colours, labels = (first_of(same, k) for k in (JPEGS, (".png",), (".bmp",)))
        if photo and colours and labels:
            found.append((photo, labels, colours))
        else:
            lonely += same
    if not found:
        raise Unfit("no three files x.jpg, x.png and x.bmp have one name")
    return scenes("triples", members, found, lonely)


def pairs(members: Members, names: Sequence[str]) -> Found:
    """As `classes.json` lists them; by folders, images/x.jpg and labels/x.png; or of one stem."""
    classes = classes_of(members)
    shown = set(pictures_in(names))
    if classes and classes.pairs:
        listed = [(photo, labels) for photo, labels in classes.pairs if photo in shown]
        found = [pair for pair in listed if pair[1] in shown]
        lonely = [photo for photo, labels in listed if labels not in shown]
    else:
        found, lonely = in_folders(names)
        if not found:
            found, lonely = of_one_stem(members, names, sure=classes is not None)
    if not found:
        raise Unfit("no picture has a label map beside it")
    return scenes("pairs", members, [(*pair, "") for pair in found], lonely)


def in_folders(names: Sequence[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The pairs train/images/x.jpg and train/labels/x.png, and pictures there without a map."""
    stems = by_stem(names)
    found, lonely = [], []
    for stem, same in stems.items():
        photo = first_of(same, PHOTOS)
        others = [other for twin in twins(stem) for other in stems.get(twin, ())]
        labels = first_of(others, LABELS)
        if photo and labels:
            found.append((photo, labels))
        elif photo and twins(stem):
            lonely.append(photo)
    return found, lonely


def of_one_stem(
    members: Members, names: Sequence[str], *, sure: bool
) -> tuple[list[tuple[str, str]], list[str]]:
    """The pairs x.jpg and x.png. One picture saved in two formats is none: the first maps must
    have a palette or be grey, unless `classes.json` makes sure of it."""
    found, lonely = [], []
    for same in by_stem(names).values():
        photo = first_of(same, JPEGS)
        labels = first_of(same, LABELS)
        if photo and labels:
            found.append((photo, labels))
        else:
            lonely += same
    if not sure and any(numbers is None for numbers in peeked(members, found)):
        return [], []
    return found, lonely


def scenes(
    layout: str, members: Members, files: Sequence[tuple[str, str, str]], lonely: Sequence[str]
) -> Found:
    classes = classes_of(members)
    categories = classes.categories if classes else ()
    check_count(categories, members)
    table = places_of(categories) if classes else np.arange(256, dtype=np.uint8)
    if not classes:
        seen = [numbers for numbers in peeked(members, files) if numbers is not None]
        if seen and set().union(*(np.unique(numbers).tolist() for numbers in seen)) == {0, 255}:
            table[DONT_CARE] = 1  # a mask in black and white
    examples = [
        Example(photo, Scene(members, photo, labels, colours, classes, table).read)
        for photo, labels, colours in files
    ]
    skipped = tuple(f"{name}: nothing of that name to pair it with" for name in lonely)
    return Found(layout, examples, len(examples), categories=categories, skipped=skipped)


def peeked(members: Members, files: Sequence[tuple[str, ...]]) -> list[np.ndarray | None]:
    """Some of the label maps: their numbers, None for one in colours."""
    found = []
    for _, labels, *_ in files[:: max(1, len(files) // PEEKED)]:
        try:
            numbers, _ = labels_of(members.read(labels))
        except UNREADABLE:  # it will be listed when its turn comes
            continue
        found.append(numbers if numbers.ndim == 2 else None)
    return found


def by_stem(names: Sequence[str]) -> dict[PurePosixPath, list[str]]:
    """The pictures that differ by no more than their ending; capitals do not count."""
    stems: dict[PurePosixPath, list[str]] = defaultdict(list)
    for name in pictures_in(names):
        stems[PurePosixPath(name.lower()).with_suffix("")].append(name)
    return stems


def first_of(names: Sequence[str], suffixes: Sequence[str]) -> str:
    """The name with the foremost of the endings, "" for none."""
    order = {suffix: place for place, suffix in enumerate(suffixes)}
    fit = [name for name in names if PurePosixPath(name).suffix.lower() in order]
    return min(fit, key=lambda name: order[PurePosixPath(name).suffix.lower()], default="")


def twins(stem: PurePosixPath) -> list[PurePosixPath]:
    """train/images/x -> train/labels/x, train/masks/x and so on; nothing outside such a folder."""
    parts = stem.parts
    for place, part in enumerate(parts[:-1]):
        if part in PHOTO_FOLDERS:
            before, after = parts[:place], parts[place + 1 :]
            return [PurePosixPath(*before, folder, *after) for folder in LABEL_FOLDERS]
    return []
