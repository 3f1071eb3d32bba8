"""Long work as a generator: it yields progress, can be stopped at each step, returns its result."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer


@dataclass(frozen=True)
class Progress:
    """`done` of `total` steps; `note` says in a few words what is going on."""

    done: int
    total: int
    note: str = ""


Steps = Generator[Progress, None, Any]


@dataclass(frozen=True, eq=False)
class Job:
    """Work for the worker thread: `steps(renderer)` yields Progress and returns the result.

    A cancelled job is closed at its next step: `finally` and `with` in the generator clean up.
    """

    name: str
    steps: Callable[[Renderer], Steps] = field(repr=False)


def run(steps: Steps) -> Any:
    """The result of a job, run to its end here and now: what the command line does."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
