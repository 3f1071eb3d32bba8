"""compare: what the families of networks differ in, as a sheet of pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from ganstudio.commands import arguments
from ganstudio.commands import options as o
from ganstudio.commands.faces import DEFAULT
from ganstudio.commands.running import drive, renderer_on, say
from ganstudio.media import files
from ganstudio.recipe import Source

Page = Literal["z-and-w", "stages", "noises", "scales", "families"]


def compare(
    output: o.Output,
    page: Annotated[
        Page,
        typer.Option(
            help="One number of z swept and the same way in w; every stage of growth; one latent "
            "with several noises; noise scale by scale; the same seeds in all models.",
        ),
    ],
    model: o.Model = None,
    seed: Annotated[str, typer.Option(metavar="SEED", help="The face.")] = "0",
    psi: o.Psi = None,
    noise_seed: o.NoiseSeed = None,
    dimension: Annotated[
        int, typer.Option(min=0, metavar="NUMBER", help="Which number of z is swept.")
    ] = 0,
    reach: Annotated[
        float | None,
        typer.Option(metavar="NUMBER", help="How far, to each side.  [as far as z is long]"),
    ] = None,
    label: o.Label = None,
    gap: o.Gap = None,
    quality: o.Quality = files.QUALITY,
    device: o.Device = "cpu",
) -> None:
    """Draw what the families of networks differ in, on one sheet.

    --page z-and-w, --page stages, --page noises, --page scales or --page families: the pages of the
    window's comparison. What to look at is told on stderr, with the heads of rows and columns.
    """
    from ganstudio.engine import comparison, export
    from ganstudio.engine.comparison_pages import PAGES
    from ganstudio.models.library import Library

    look = o.Look(model, psi, None, None, None, noise_seed, label)
    if reach is not None:
        arguments.number(str(reach), option="--reach", low=0.01)
    library = Library()
    (recipe,) = look.of(DEFAULT, library).cells
    assert recipe is not None
    recipe = replace(recipe, a=Source(arguments.seed_of(seed, option="--seed")))
    renderer = renderer_on(device, library)
    steps = comparison.sheet_of(renderer, page, recipe, dimension=dimension, reach=reach)
    sheet = drive(renderer, steps)
    say(next(each.look for each in PAGES if each.name == page))
    say(f"Rows: {'; '.join(sheet.rows)}. Columns: {'; '.join(sheet.columns)}.")
    layout = replace(sheet.layout, gap=gap or 0)
    path = Path(output)
    job = export.draw_sheet(renderer, layout, path, quality=quality, spreads=sheet.spreads)
    drive(renderer, job)
    typer.echo(path)
