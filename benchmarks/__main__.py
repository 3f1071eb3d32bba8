"""All of it in turn: `make bench`, or `make bench ARGS="--peer ../stylegan2-ada-pytorch"`."""

from __future__ import annotations

import argparse

from benchmarks import bench_mix, bench_synthesis, bench_window, faces_found

MODEL = "faces"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--model", default=MODEL, help="of the library, for window and faces")
    parser.add_argument("--peer", help="a checkout of stylegan2-ada-pytorch to compare with")
    parser.add_argument("--quick", action="store_true", help="few rounds: does it work at all?")
    options = parser.parse_args()

    print("The window", flush=True)
    starts = "1" if options.quick else "5"
    bench_window.main(["--model", options.model, "--starts", starts])
    print("\nDragging a mix slider, random weights", flush=True)
    bench_mix.main(["--sizes=64", "--starts=1"] if options.quick else [])
    print("\nStyleGAN 2 and this machine's convolutions", flush=True)
    synthesis = ["--sizes=64", "--rounds=1"] if options.quick else ["--sizes=64,256"]
    bench_synthesis.main(synthesis + ([f"--peer={options.peer}"] if options.peer else []))
    print("\nFaces", flush=True)
    faces_found.main(["--model", options.model])


if __name__ == "__main__":
    main()
