"""dataset: any source of pictures as one zip that every training here can read."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ganstudio.commands.running import say
from ganstudio.errors import StudioError

if TYPE_CHECKING:
    from ganstudio.datasets.writing import Written

SHOWN = 10  # bad files that are named; --list-bad names all


def dataset(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="A folder, a zip, CIFAR-10's archive, tar shards (x-{00..09}.tar), procedural or "
            "procedural:scenes.",
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Ends in .zip.")],
    size: Annotated[
        str, typer.Option(metavar="PIXELS", help="A side in pixels, or WIDTHxHEIGHT.")
    ] = "64",
    fit: Annotated[
        str,
        typer.Option(
            metavar="HOW",
            help="centre or random cut out a part of the right proportions, whole puts borders "
            "around, stretch distorts.",
        ),
    ] = "centre",
    crop: Annotated[
        bool | None, typer.Option("--crop/--no-crop", help="The same as --fit centre or whole.")
    ] = None,
    classes: Annotated[
        bool, typer.Option("--classes/--no-classes", help="Keep the classes where there are any.")
    ] = True,
    layout: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="How the source is laid out, where it is not found by itself: pictures, "
            "dataset-json, class-folders, pairs, triples, side-by-side, cifar-10, shards or "
            "procedural.",
        ),
    ] = "auto",
    split: Annotated[
        str,
        typer.Option(metavar="NAME", help="train, val, test or all.  [train, where there is one]"),
    ] = "",
    leave_out: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORD", help="Leave out what has this word in its name or provenance."
        ),
    ] = None,
    count: Annotated[
        int,
        typer.Option(
            min=0, metavar="COUNT", help="Of procedural pictures.  [10000]", show_default=False
        ),
    ] = 0,
    list_bad: Annotated[
        bool, typer.Option("--list-bad", help="Name every file that could not be read.")
    ] = False,
) -> None:
    """Build a zip of equal pictures from a source; label maps come along."""
    from ganstudio.datasets import layouts, writing
    from ganstudio.datasets.fitting import FITS

    shape = shape_of(size)
    if crop is not None:
        fit = "centre" if crop else "whole"
    if fit not in FITS:
        raise StudioError(
            "--fit {fit} is none; choose one of {fits}.", fit=fit, fits=", ".join(FITS)
        )
    if output.suffix.lower() != ".zip":
        raise StudioError("--output {output} must end in .zip.", output=output)
    words = tuple(leave_out or ())
    with layouts.found(source, layout=layout, split=split, leave_out=words, count=count) as found:
        try:
            done = writing.write_zip(
                found, output, shape=shape, fit=fit, with_classes=classes, told=shown_by_count
            )
        finally:
            if sys.stderr.isatty():
                typer.echo("\r\033[K", err=True, nl=False)
    for line in done.skipped[: None if list_bad else SHOWN]:
        say(f"Left out: {line}")
    if len(done.skipped) > SHOWN and not list_bad:
        say(f"... and {len(done.skipped) - SHOWN} more; --list-bad names them.")
    if found.left_out:
        say(f"{found.left_out} pictures were left out by --leave-out.")
    typer.echo(f"{output}  {done.pictures} pictures{told_of(found.split, done)}")


def told_of(split: str, done: Written) -> str:
    """ ", part train, 3 classes": what else the zip has."""
    parts = [f"part {split}"] if split else []
    if done.classes:
        parts.append(f"{len(done.classes)} classes")
    if done.categories:
        parts.append(f"label maps of {len(done.categories)} classes")
    if done.skipped:
        parts.append(f"{len(done.skipped)} files could not be read")
    return "".join(f", {part}" for part in parts)


def shown_by_count(done: int, total: int) -> None:
    if sys.stderr.isatty():
        typer.echo(f"\r{done}/{total or '?'}", err=True, nl=False)


def shape_of(text: str) -> tuple[int, int]:
    """ "64" -> (64, 64), "128x64" -> (64, 128): height first."""
    sides = re.fullmatch(r"(\d{1,4})(?:x(\d{1,4}))?", text.strip())
    wide, high = (int(sides[1]), int(sides[2] or sides[1])) if sides else (0, 0)
    if not (4 <= wide <= 4096 and 4 <= high <= 4096):
        raise StudioError(
            "--size {text} is none: write a side such as 64, or WIDTHxHEIGHT, 4 to 4096.",
            text=text,
        )
    return high, wide
