"""How quick the window is: visible, first picture, an answer to the slider, the longest stall.

    python -m benchmarks.bench_window --model faces --starts 5

Each start is a process of its own with empty settings, so the model must be a bundled one or a
random network such as random-stylegan2-64-0; the files that it reads are in the system's cache. On
the display where there is one, else offscreen.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from statistics import median
from typing import Any

from ganstudio.models.library import Library

AIMS = {
    "window": ("window visible", "0.7 s"),
    "picture": ("first picture from a cold start", "4 s"),
    "drag": ("slider drag to painted picture", ""),
    "stall": ("longest stall while dragging", "50 ms"),
}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Times of the real window.")
    parser.add_argument("--model", default="faces")
    parser.add_argument("--starts", type=int, default=5)
    options = parser.parse_args(arguments)

    card = Library().find(options.model).card
    environment = dict(os.environ)
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    runs = [start(options.model, environment) for _ in range(options.starts)]
    where = environment.get("QT_QPA_PLATFORM", "on the display")
    print(f"{options.model}, {card.size} px, {where}, median of {options.starts} starts:")
    for key, (words, aim) in AIMS.items():
        times = [run[key] for run in runs]
        told = f"{words:34}{seconds(median(times)):>8}  ({seconds(min(times))} to"
        print(f"{told} {seconds(max(times))})" + (f"  aim: under {aim}" if aim else ""))
    rates = [run["pictures"] for run in runs]
    print(f"{'pictures shown while dragging':34}{median(rates):>6.0f}/s")


def start(
    model: str, environment: dict[str, str], script: str = "benchmarks.window_run"
) -> dict[str, Any]:
    """What one start measured."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", script, model, str(time.monotonic())]
        done = subprocess.run(
            command,
            env=environment | {"GANSTUDIO_HOME": home},
            capture_output=True,
            text=True,
        )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if measured["model"] != model:
        raise SystemExit(f"The window opened {measured['model']} instead of {model}.")
    return measured


def seconds(value: float) -> str:
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms"


if __name__ == "__main__":
    main()
