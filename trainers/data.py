"""Pictures to train with, as tensors: what ganstudio/datasets reads, in an endless order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ganstudio.datasets import loading
from ganstudio.datasets.collection import Collection, Drawn, Held
from ganstudio.datasets.examples import Category
from ganstudio.datasets.fitting import Fit
from ganstudio.datasets.order import epoch_order

__all__ = ["Batch", "Pictures", "epoch_order", "load"]


@dataclass(frozen=True, eq=False)
class Batch:
    """images and drawings: uint8 [N, 3, H, W]. labels: int64 [N]. maps: uint8 [N, H, W], with
    examples.DONT_CARE where nobody knows the class."""

    images: Tensor
    labels: Tensor | None = None
    maps: Tensor | None = None
    drawings: Tensor | None = None


@dataclass(frozen=True, eq=False)
class Pictures:
    """What a run draws its batches from. The fields of the collection say the rest."""

    collection: Collection

    @property
    def count(self) -> int:
        """0 where they have no end, or come as a stream that nobody has counted."""
        return self.collection.count

    @property
    def skipped(self) -> tuple[str, ...]:
        """Files that could not be read, each with the reason."""
        return self.collection.skipped

    @property
    def left_out(self) -> int:
        return self.collection.left_out

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user should know, such as that the disk is too full for a cache."""
        return self.collection.notes

    @property
    def classes(self) -> tuple[str, ...]:
        return self.collection.classes

    @property
    def categories(self) -> tuple[Category, ...]:
        return self.collection.categories

    @cached_property
    def images(self) -> Tensor:
        """All of them, uint8 [N, 3, H, W], not copied from where they are; none of a stream."""
        if isinstance(self.collection, Held):
            return torch.from_numpy(self.collection.pictures)
        return torch.empty((0, 3, *self.collection.size), dtype=torch.uint8)

    def batch(self, start: int, count: int, *, seed: int, size: int | None = None) -> Tensor:
        """uint8 [count, 3, H, W]: from `start` in an endless order, shuffled anew each epoch.

        The order depends on `seed` alone, so a resumed run needs to know only where it was. size:
        pixels of the shorter side, a half, a quarter ... of the whole.
        """
        return self.draw(start, count, seed=seed, size=size).images

    def draw(
        self, start: int, count: int, *, seed: int, size: int | None = None, balanced: bool = False
    ) -> Batch:
        """The same with labels and maps. balanced: every class equally often."""
        return as_tensors(
            self.collection.draw(start, count, seed=seed, size=size, balanced=balanced)
        )


def as_tensors(drawn: Drawn) -> Batch:
    def tensor(array: np.ndarray | None) -> Tensor | None:
        return None if array is None else torch.from_numpy(np.ascontiguousarray(array))

    images = torch.from_numpy(np.ascontiguousarray(drawn.pictures))
    return Batch(images, tensor(drawn.labels), tensor(drawn.maps), tensor(drawn.drawings))


def load(
    source: str | Path,
    *,
    size: int | tuple[int, int],
    leave_out: Sequence[str] = (),
    layout: str = "auto",
    fit: Fit = "centre",
    split: str = "",
    cache: bool = True,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> Pictures:
    """See ganstudio.datasets.loading.load."""
    return Pictures(
        loading.load(
            source,
            size=size,
            layout=layout,
            fit=fit,
            split=split,
            leave_out=leave_out,
            cache=cache,
            told=told,
        )
    )
