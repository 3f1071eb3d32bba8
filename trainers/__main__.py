"""`python -m trainers RUN_FOLDER`: run or resume one training."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m trainers",
        description="Train what RUN_FOLDER/spec.json says, or continue from the last state there. "
        "A file named 'stop' in the folder, or Ctrl+C, ends the run after it has been saved.",
    )
    parser.add_argument("folder", type=Path, metavar="RUN_FOLDER")
    folder = parser.parse_args(arguments).folder

    from ganstudio import allocator

    allocator.tune()  # before torch makes threads
    # threads that spin while they wait starve as soon as something else wants the cores
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

    from ganstudio.errors import StudioError
    from ganstudio.runs.protocol import RunFolder
    from trainers.loop import train

    run = RunFolder(folder)
    run.stop.unlink(missing_ok=True)  # of an earlier run; one that comes from now on counts
    ends = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda *_: run.stop.touch()) for number in ends]
    try:
        train(run)
    except StudioError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:  # a full disk, a folder that cannot be written
        print(f"{error.filename or folder}: {error.strerror or error}.", file=sys.stderr)
        return 2
    finally:
        for number, handler in zip(ends, before, strict=True):
            signal.signal(number, handler)
    return 0


if __name__ == "__main__":
    sys.exit(main())
