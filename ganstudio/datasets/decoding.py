"""Examples decoded by several threads, in their order; those that cannot be are named."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice

import numpy as np

from ganstudio.datasets.examples import Colour, Example, Found, Shape
from ganstudio.datasets.fitting import Fit, fitted
from ganstudio.datasets.pictures import UNREADABLE

AHEAD = 4  # examples a thread has waiting
MOST_THREADS = 16


@dataclass(frozen=True, eq=False)
class Row:
    """One example as it is trained with. parts: "pictures" uint8 [3, H, W], and where there are
    any "maps" uint8 [H, W] and "drawings" uint8 [3, H, W]. error: why there are no parts."""

    example: Example
    parts: Mapping[str, np.ndarray]
    colours: Mapping[int, Colour]
    error: str = ""


def row(example: Example, shape: Shape, fit: Fit) -> Row:
    try:
        content = example.read(shape)
        parts = fitted(content, shape=shape, fit=fit, name=example.name)
    except UNREADABLE as error:
        why = " ".join(str(error).split())[:200] or type(error).__name__
        return Row(example, {}, {}, f"{example.name}: {why}")
    return Row(example, parts, content.colours)


def rows(found: Found, *, shape: Shape, fit: Fit) -> Generator[Row, None, None]:
    """All examples of a source, good and bad ones; few are in memory at a time."""
    threads = min(MOST_THREADS, os.cpu_count() or 1)
    examples = iter(found.examples)
    with ThreadPoolExecutor(threads, thread_name_prefix="decoding") as pool:
        try:
            waiting: deque[Future[Row]] = deque(
                pool.submit(row, each, shape, fit) for each in islice(examples, AHEAD * threads)
            )
            while waiting:
                yield waiting.popleft().result()
                for each in islice(examples, 1):
                    waiting.append(pool.submit(row, each, shape, fit))
        finally:
            pool.shutdown(cancel_futures=True)
