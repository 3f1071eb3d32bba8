"""The endless order in which a training sees its pictures: it follows from the seed alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np


@lru_cache(maxsize=2)
def epoch_order(n: int, seed: int, epoch: int) -> np.ndarray:
    return np.random.default_rng([seed, epoch]).permutation(n)


@lru_cache(maxsize=4096)
def class_order(n: int, seed: int, epoch: int, group: int) -> np.ndarray:
    """The same for one of several classes."""
    return np.random.default_rng([seed, epoch, group]).permutation(n)


def places(start: int, count: int, *, seed: int, n: int) -> np.ndarray:
    """Which of n pictures stand at `start` and after it; each epoch shows every one once."""
    return np.array([epoch_order(n, seed, i // n)[i % n] for i in range(start, start + count)])


def balanced(start: int, count: int, *, seed: int, groups: Sequence[np.ndarray]) -> np.ndarray:
    """The same with every class equally often, however few pictures it has.

    groups: the pictures of each class, none of them empty. Each round has one picture of each
    class; within a class every picture comes once before one comes again.
    """
    found = []
    for i in range(start, start + count):
        turn, place = divmod(i, len(groups))
        which = int(class_order(len(groups), seed, turn, len(groups))[place])
        group = groups[which]
        epoch, member = divmod(turn, len(group))
        found.append(group[class_order(len(group), seed, epoch, which)[member]])
    return np.array(found)
