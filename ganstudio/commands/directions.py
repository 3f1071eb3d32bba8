"""directions: find them, name them by file, look at them on a sheet, and use them elsewhere."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ganstudio.atomic import new_file
from ganstudio.commands import arguments
from ganstudio.commands import options as o
from ganstudio.commands.along import span_of
from ganstudio.commands.models import table
from ganstudio.commands.running import drive, renderer_on, say
from ganstudio.errors import StudioError
from ganstudio.media import files, sheet
from ganstudio.models import directions as store
from ganstudio.models.directions import Direction
from ganstudio.recipe import FaceRecipe, ModelRef, Source

if TYPE_CHECKING:
    from ganstudio.models.model import Model

MOST_BYTES = store.MOST_TEXT
Method = Literal["pca", "sefa"]


def directions(
    model: o.Model = None,
    method: Annotated[
        Method | None,
        typer.Option(
            help="pca: of the mapped latents (GANSpace). sefa: of the layers' weights (SeFa)."
        ),
    ] = None,
    count: Annotated[int, typer.Option(min=1, max=64, metavar="COUNT", help="How many.")] = 8,
    layers: Annotated[
        str | None,
        typer.Option(metavar="GROUP", help="Of sefa: coarse, middle, fine or 0-3.  [all]"),
    ] = None,
    take: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="Take in what -o wrote, under its names."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write them as JSON, by value."),
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option(
            "--sheet",
            metavar="FILE",
            help="Draw a sheet: a row for each direction, a column for each amount.",
        ),
    ] = None,
    amounts: Annotated[
        str, typer.Option(metavar="LIST", help="Of the sheet's columns.")
    ] = "-3,-1.5,0,1.5,3",
    seed: Annotated[str, typer.Option(metavar="SEED", help="The face on the sheet.")] = "0",
    psi: Annotated[float, typer.Option(metavar="NUMBER", help="Its truncation.")] = 0.7,
    gap: o.Gap = None,
    quality: o.Quality = files.QUALITY,
    device: o.Device = "cpu",
) -> None:
    """List a model's directions, or find some: along which its faces differ.

    Those that are found are kept with the model, for the window and for `generate --direction`; a
    name that you gave stays. Amounts count in standard deviations (pca) or such steps.
    """
    from ganstudio.engine import directions as finding
    from ganstudio.engine import export
    from ganstudio.models.library import Library

    arguments.number(str(psi), option="--psi")
    steps = [arguments.number(part, option="--amounts") for part in amounts.split(",")]
    face = Source(arguments.seed_of(seed, option="--seed"))
    if layers is not None and method != "sefa":
        raise StudioError("--layers goes with --method sefa; pca looks at all of them.")
    library = Library()
    opened = library.open(o.DEFAULT_MODEL if model is None else model)
    ref = ModelRef(opened.card.name, opened.digest)
    first, last = span_of(layers, opened.card, option="--layers") if layers else (0, store.LAST)
    renderer = renderer_on(device, library)
    shown = kept = store.saved(ref.digest)
    if take is not None:
        kept = store.merged(kept, read(take, opened))
        shown = kept
    if method is not None:
        found = drive(renderer, finding.find(renderer, ref, method, count, first=first, last=last))
        kept = store.merged(kept, found)
        shown = store.those_of(kept, found)
    if kept != store.saved(ref.digest):
        store.save(ref.digest, kept)
    if output is not None:
        with new_file(output) as file:
            file.write(store.to_text(shown).encode())
    if picture is not None:
        plain = FaceRecipe(ref, a=face, psi=psi if opened.card.styles else 1.0)
        layout = sheet.Layout(cells(plain, shown, steps), len(steps), gap or 0)
        drive(renderer, export.draw_sheet(renderer, layout, picture, quality=quality))
    if shown:
        typer.echo(table([("name", "kind", "layers", "step"), *(row(each) for each in shown)]))
    else:
        say(f"{ref.name} has no directions yet; --method pca finds some.")


def row(direction: Direction) -> tuple[str, ...]:
    whole = direction.first == 0 and direction.last >= store.LAST
    last = "" if direction.last >= store.LAST else direction.last
    layers = "all" if whole else f"{direction.first}-{last}"
    return direction.name, direction.kind, layers, f"{direction.reach:.3g}"


def cells(
    recipe: FaceRecipe, shown: Sequence[Direction], amounts: Sequence[float]
) -> tuple[FaceRecipe, ...]:
    """A row for each direction; an amount of 0 is the face alone."""
    if not shown:
        raise StudioError("There are no directions to draw; --method pca finds some.")
    return tuple(
        replace(recipe, offsets=(direction.at(amount),) if amount else ())
        for direction in shown
        for amount in amounts
    )


def read(path: Path, model: Model) -> tuple[Direction, ...]:
    """What -o wrote. Raises StudioError where it is of another model."""
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or os.strerror(error.errno or 0)
        raise StudioError("{path} cannot be read: {reason}.", path=path, reason=reason) from error
    found = store.from_text(text, source=path.name)
    generator: Any = model.generator
    dim = generator.w_dim if model.card.styles else generator.z_dim
    if any(each.vector.shape != (dim,) for each in found):
        raise StudioError(
            "The directions in {path} are of another model: {name} needs {dim} numbers each.",
            path=path,
            name=model.card.name,
            dim=dim,
        )
    return found
