"""`python -m trainers.bundle SNAPSHOT TARGET`: make a snapshot small and give its card its scores.

    python -m trainers.bundle runs/faces/snapshots/faces-000200000.safetensors \
        resources/models/faces.safetensors --score "samples with a face=61 of 64"

The generator stays float32, so its pictures are the snapshot's; the discriminator, which only
guides projection and further training, is stored in float16.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
from pathlib import Path

import torch

from ganstudio.errors import StudioError
from ganstudio.models.store import open_file, write_model


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m trainers.bundle", description=__doc__)
    parser.add_argument("snapshot", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--score", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--limits", default=None, help="what is wrong with it, in sentences")
    options = parser.parse_args(arguments)
    try:
        bundle(
            options.snapshot,
            options.target,
            scores=dict(score.split("=", 1) for score in options.score),
            limits=options.limits,
        )
    except StudioError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def bundle(
    snapshot: Path, target: Path, *, scores: dict[str, float | str], limits: str | None = None
) -> None:
    """Write `target` from `snapshot`; raises StudioError where one cannot be read or written."""
    model = open_file(snapshot)
    card = dataclasses.replace(
        model.card,
        name=target.stem,
        scores=scores,
        limits=model.card.limits if limits is None else limits,
    )
    write_model(
        target,
        card,
        generator=model.generator,
        discriminator=model.discriminator,
        dtypes={"discriminator": torch.float16},
    )


if __name__ == "__main__":
    sys.exit(main())
