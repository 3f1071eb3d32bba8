"""The run folder: where its parts are, and its events, one JSON object a line. No torch, no Qt."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class RunFolder:
    """One training on disk; whoever wants to know of it reads this folder."""

    path: Path

    @property
    def spec(self) -> Path:
        return self.path / "spec.json"

    @property
    def events(self) -> Path:
        return self.path / "events.jsonl"

    @property
    def samples(self) -> Path:
        return self.path / "samples"

    @property
    def snapshots(self) -> Path:
        return self.path / "snapshots"

    @property
    def state(self) -> Path:
        return self.path / "state"

    @property
    def stop(self) -> Path:
        """While this file is there, the trainer saves and ends at its next step."""
        return self.path / "stop"

    def say(self, kind: str, *, step: int, images: int, **fields: Any) -> None:
        """Append one event; what is not known to a reader is passed over by it."""
        event = {"event": kind, "time": time.time(), "step": step, "images": images, **fields}
        with self.events.open("a+b") as file:
            if file.tell():  # the last line may be the half that a killed run left
                file.seek(-1, 2)
                if file.read() != b"\n":
                    file.write(b"\n")
            file.write(json.dumps(event).encode() + b"\n")

    def read_events(self) -> Iterator[dict[str, Any]]:
        """All whole events so far; passes over what was cut short or is still being written."""
        if not self.events.exists():
            return
        with self.events.open(encoding="utf-8") as file:
            for line in file:
                if line.endswith("}\n"):
                    yield json.loads(line)
