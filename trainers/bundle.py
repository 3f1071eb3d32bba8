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
from typing import Any

import torch

from ganstudio.errors import StudioError
from ganstudio.models.store import open_file, write_model
from ganstudio.networks.families import family
from trainers.refit import refit

WORDS = ("data", "licence", "limits")  # fields of the card that a person writes


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m trainers.bundle", description=__doc__)
    parser.add_argument("snapshot", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--score", action="append", default=[], type=score, metavar="NAME=VALUE")
    for field in WORDS:
        parser.add_argument(f"--{field}", help=f"the card's {field}, in sentences")
    parser.add_argument(
        "--refit-stages",
        action="store_true",
        help="fit the to-RGB layers of a grown network's small stages to its final pictures",
    )
    options = parser.parse_args(arguments)
    try:
        bundle(
            options.snapshot,
            options.target,
            scores=dict(options.score),
            words={field: text for field in WORDS if (text := getattr(options, field)) is not None},
            refit_stages=options.refit_stages,
        )
    except StudioError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def score(text: str) -> tuple[str, str]:
    """("faces found", "61 of 64") from "faces found=61 of 64"."""
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE")
    return name, value


def bundle(
    snapshot: Path,
    target: Path,
    *,
    scores: dict[str, float | str],
    words: dict[str, str],
    refit_stages: bool = False,
) -> None:
    """Write `target` from `snapshot`; raises StudioError where one cannot be read or written."""
    model = open_file(snapshot)
    if refit_stages:
        if not family(model.card.family).grows:
            raise StudioError(
                "{path} holds a network that does not grow; leave --refit-stages out.",
                path=snapshot,
            )
        refit(model.generator)
    named: dict[str, Any] = {**words, "name": target.stem, "scores": scores}
    card = dataclasses.replace(model.card, **named)
    write_model(
        target,
        card,
        generator=model.generator,
        discriminator=model.discriminator,
        dtypes={"discriminator": torch.float16},
    )


if __name__ == "__main__":
    sys.exit(main())
