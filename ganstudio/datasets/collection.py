"""What a training draws its batches from: pictures with their classes or label maps, in an order
that has no end."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ganstudio.datasets import order, procedural
from ganstudio.datasets.examples import Category

SMALLEST = 4  # pixels a side of the least level


@dataclass(frozen=True, eq=False)
class Drawn:
    """A batch: pictures and drawings uint8 [N, 3, H, W], labels int64 [N], maps uint8 [N, H, W]."""

    pictures: np.ndarray
    labels: np.ndarray | None = None
    maps: np.ndarray | None = None
    drawings: np.ndarray | None = None


@dataclass(eq=False, kw_only=True)
class Collection(ABC):
    """size: height and width of the largest pictures. classes: names of what labels count.
    categories: of the label maps. skipped: files that could not be read, each with the reason.
    notes: what the user should know, such as that the disk is too full for a cache."""

    layout: str
    size: tuple[int, int]
    classes: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    skipped: tuple[str, ...] = ()
    left_out: int = 0
    split: str = ""
    notes: tuple[str, ...] = ()

    @property
    @abstractmethod
    def count(self) -> int:
        """How many examples there are; 0 where they have no end or nobody has counted them."""

    @abstractmethod
    def draw(
        self, start: int, count: int, *, seed: int, size: int | None = None, balanced: bool = False
    ) -> Drawn:
        """`count` examples from place `start` of the endless order.

        The order depends on `seed` alone, so a resumed run needs to know only where it was. size:
        pixels of the shorter side, a half, a quarter ... of the whole. balanced: every class
        equally often.
        """


@dataclass(eq=False, kw_only=True)
class Held(Collection):
    """All examples decoded, in memory or in files that look like it.

    levels: by the shorter side in pixels, the largest and maybe its halves by area averaging.
    """

    levels: Mapping[int, np.ndarray]
    names: tuple[str, ...] = ()
    labels: np.ndarray | None = None
    maps: np.ndarray | None = None
    drawings: np.ndarray | None = None

    @property
    def count(self) -> int:
        return len(self.pictures)

    @property
    def pictures(self) -> np.ndarray:
        return self.levels[min(self.size)]

    @cached_property
    def groups(self) -> tuple[np.ndarray, ...]:
        """The places of the pictures of each class that has any; without classes all in one."""
        if self.labels is None:
            return (np.arange(self.count),)
        members = (np.flatnonzero(self.labels == k) for k in range(len(self.classes)))
        return tuple(group for group in members if len(group))

    def draw(
        self, start: int, count: int, *, seed: int, size: int | None = None, balanced: bool = False
    ) -> Drawn:
        if balanced:
            where = order.balanced(start, count, seed=seed, groups=self.groups)
        else:
            where = order.places(start, count, seed=seed, n=self.count)
        return self.at(where, size=size)

    def at(self, where: np.ndarray, *, size: int | None = None) -> Drawn:
        """The examples at those places."""
        step = step_to(min(self.size), size)
        level = self.levels.get(min(self.size) // step)
        pictures = halved(self.pictures[where], step) if level is None else level[where]
        middles = (slice(None), slice(step // 2, None, step), slice(step // 2, None, step))
        return Drawn(
            pictures,
            None if self.labels is None else self.labels[where],
            None if self.maps is None else self.maps[where][middles],
            None if self.drawings is None else halved(self.drawings[where], step),
        )


@dataclass(eq=False, kw_only=True)
class Endless(Collection):
    """Procedural pictures, drawn as they are asked for. No two places have the same one."""

    kind: str

    @property
    def count(self) -> int:
        return 0

    def draw(
        self, start: int, count: int, *, seed: int, size: int | None = None, balanced: bool = False
    ) -> Drawn:
        """Balanced or not: each class comes once in every row of six."""
        step = step_to(min(self.size), size)
        numbers = range(start, start + count)
        if self.kind == "shapes":
            pictures = [procedural.draw_shape(self.size, seed=seed, number=i) for i in numbers]
            labels = np.array([procedural.shape_of(seed, i) for i in numbers])
            return Drawn(halved(stacked(pictures), step), labels)
        scenes = [procedural.draw_scene(self.size, seed=seed, number=i) for i in numbers]
        maps = np.stack([labels for _, labels in scenes])
        pictures = [pixels for pixels, _ in scenes]
        middle = step // 2
        return Drawn(halved(stacked(pictures), step), maps=maps[:, middle::step, middle::step])


def stacked(pictures: list[np.ndarray]) -> np.ndarray:
    return np.ascontiguousarray(np.stack(pictures).transpose(0, 3, 1, 2))


def step_to(largest: int, size: int | None) -> int:
    """How many pixels become one. Raises ValueError for what is no whole part."""
    if size is None:
        return 1
    if not 0 < size <= largest or largest % size:
        raise ValueError(f"{size} px are no whole part of {largest}")
    return largest // size


def halved(pictures: np.ndarray, step: int) -> np.ndarray:
    """uint8 [..., H, W] -> [..., H / step, W / step]: the mean of each square of pixels."""
    if step == 1:
        return pictures
    return means(summed(pictures, step), step)


def summed(numbers: np.ndarray, step: int) -> np.ndarray:
    """The sum of each square of step x step numbers, in whole numbers."""
    while step % 2 == 0:  # adding neighbours is much faster than summing short rows
        rows = numbers[..., ::2, :].astype(np.uint32) + numbers[..., 1::2, :]
        numbers, step = rows[..., ::2] + rows[..., 1::2], step // 2
    if step > 1:
        *many, height, width = numbers.shape
        squares = numbers.reshape(*many, height // step, step, width // step, step)
        numbers = squares.sum(axis=-1, dtype=np.uint32).sum(axis=-2, dtype=np.uint32)
    return numbers


def means(sums: np.ndarray, step: int) -> np.ndarray:
    """Sums of step² bytes as bytes, rounded."""
    area = step * step
    return ((sums + area // 2) // area).astype(np.uint8)


def levels_of(picture: np.ndarray, count: int) -> Iterator[np.ndarray]:
    """Its first `count` halves: just what `halved` gives for 2, 4, 8 ..., in one go."""
    sums = picture
    for level in range(1, count + 1):
        sums = summed(sums, 2)
        yield means(sums, 2**level)


def sizes_below(size: tuple[int, int]) -> list[int]:
    """The shorter sides of the halves that a collection can be read at: 32, 16, 8, 4 of 64."""
    height, width = size
    found = []
    while height % 2 == 0 and width % 2 == 0 and min(height, width) > SMALLEST:
        height, width = height // 2, width // 2
        found.append(min(height, width))
    return found
