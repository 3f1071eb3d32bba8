"""Pictures per second while a mix slider is dragged in the real window, and layers reused.

    python -m benchmarks.bench_mix --sizes 64,256,1024

Random networks of the studio's own small shape (4096 / pixels maps, at most 128). The slider moves
as from a mouse of 125 Hz, so more than 125 pictures a second cannot come. From 256 px on a picture
of a quarter of the size may come first; `early` says how many of the pictures those were.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from statistics import median

from benchmarks.bench_window import start


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Dragging a mix slider.")
    parser.add_argument("--sizes", default="64,256,1024")
    parser.add_argument("--starts", type=int, default=3)
    parser.add_argument("--family", default="stylegan2")
    options = parser.parse_args(arguments)
    environment = dict(os.environ)
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{'px':>5}  {'slider':<10} {'pictures/s':>10}  {'reused layers':<14} early")
    for size in map(int, options.sizes.split(",")):
        model = f"random-{options.family}-{size}-0"
        runs = [start(model, environment, "benchmarks.mix_run") for _ in range(options.starts)]
        for group in ("coarse", "middle", "fine"):
            if group not in runs[0]:
                continue
            first = runs[0][group]
            rate = median(run[group]["pictures"] for run in runs)
            reused = median(run[group]["reused"] for run in runs)
            early = median(run[group]["previews"] for run in runs)
            kept = f"{reused:.1f} of {first['layers']}"
            name = f"{group} {first['layer']}"
            print(f"{size:>5}  {name:<10} {rate:>10.0f}  {kept:<14} {early:.0%}", flush=True)


if __name__ == "__main__":
    main()
