"""How fast StyleGAN 2 is drawn, as a share of what this machine's convolutions reach.

    python -m benchmarks.bench_synthesis --sizes 64,256,1024 --peer ../stylegan2-ada-pytorch

Random weights, the widths of the published networks. The ceiling is a 3x3 convolution of 256
channels at 64 px, measured in the same rounds. With --peer also that checkout's generator, float32,
as it comes.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import ExitStack

from benchmarks.alternating import Contestant, medians

HEAD = "  px  batch  type          ms  billion multiply-adds  GFLOP/s  ceiling  share"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="StyleGAN 2 against the convolution ceiling.")
    parser.add_argument("--sizes", default="64,256", help="in pixels; 1024 takes a few minutes")
    parser.add_argument("--base", type=int, default=32768, help="feature maps times pixels")
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--peer", help="a checkout of stylegan2-ada-pytorch to compare with")
    options = parser.parse_args(arguments)

    print(HEAD + ("  peer ms (float32)   ratio" if options.peer else ""))
    for size in map(int, options.sizes.split(",")):
        for dtype in ("float32", "bfloat16"):
            print(measure(options, size=size, dtype=dtype), flush=True)


def measure(options: argparse.Namespace, *, size: int, dtype: str) -> str:
    """One line of the table."""
    shape = [f"--size={size}", f"--base={options.base}", f"--batch={options.batch}"]
    names = {"synthesis": [f"--dtype={dtype}"], "convolution": [f"--dtype={dtype}"]}
    if options.peer:
        names["peer"] = [f"--peer={options.peer}"]
    with ExitStack() as stack:
        running = {
            name: stack.enter_context(Contestant([name, *shape, *more]))
            for name, more in names.items()
        }
        seconds = medians(running, rounds=options.rounds)
        work = {name: 2 * each.about["multiply_adds"] for name, each in running.items()}
    speed, ceiling = (work[n] / seconds[n] / 1e9 for n in ("synthesis", "convolution"))
    line = (
        f"{size:4}  {options.batch:5}  {dtype:8}{seconds['synthesis'] * 1000:8.1f}"
        f"{work['synthesis'] / 2e9:23.2f}{speed:9.0f}{ceiling:9.0f}{speed / ceiling:7.0%}"
    )
    if options.peer:
        ratio = seconds["peer"] / seconds["synthesis"]
        line += f"{seconds['peer'] * 1000:19.1f}{ratio:7.1f}x"
    return line


if __name__ == "__main__":
    main()
