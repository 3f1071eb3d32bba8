"""Things measured side by side: in turn, several rounds, in processes of their own.

Other work on a machine makes all numbers drift; what is measured in the same minutes drifts alike,
so only ratios of one run count. Own processes keep one contestant's allocator from helping another.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from statistics import median
from types import TracebackType
from typing import Any, Self


class Contestant:
    """A child process, `python -m benchmarks.contestants ...`, that runs once whenever asked."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._command = [sys.executable, "-m", "benchmarks.contestants", *arguments]
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.about: dict[str, Any] = self._answer()

    def seconds(self) -> float:
        """How long one run took."""
        assert self._process.stdin is not None
        self._process.stdin.write("run\n")
        self._process.stdin.flush()
        return float(self._answer()["seconds"])

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("{"):  # peers print what they like
                answer: dict[str, Any] = json.loads(line)
                return answer
        raise SystemExit(f"{' '.join(self._command)} ended early.")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()  # it ends when nobody asks any more
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


def medians(contestants: Mapping[str, Contestant], *, rounds: int) -> dict[str, float]:
    """The median seconds of each, measured in turn."""
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, contestant in contestants.items():
            seconds[name].append(contestant.seconds())
    return {name: median(values) for name, values in seconds.items()}
