"""generate and mix: faces to files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ganstudio.commands import arguments
from ganstudio.commands import options as o
from ganstudio.commands.running import drive, renderer_on
from ganstudio.errors import StudioError
from ganstudio.media import files, names, sheet
from ganstudio.media import latents as media
from ganstudio.recipe import FaceRecipe, ModelRef, Source

if TYPE_CHECKING:
    from ganstudio.models.card import Card
    from ganstudio.models.library import Library

DEFAULT = sheet.Layout((FaceRecipe(ModelRef(o.DEFAULT_MODEL)),), columns=1)


def generate(
    output: o.Outputs,
    model: o.Model = None,
    seeds: Annotated[
        str | None, typer.Option(metavar="LIST", help="Such as 7, 0-63 or 1,5,9-12.  [0]")
    ] = None,
    grid: Annotated[
        str | None,
        typer.Option(metavar="CxR", help="One sheet of C columns and R rows, such as 8x8."),
    ] = None,
    psi: o.Psi = None,
    cutoff: o.Cutoff = None,
    noise: o.Noise = None,
    noise_strength: o.NoiseStrength = None,
    noise_seed: o.NoiseSeed = None,
    label: o.Label = None,
    direction: o.Directions = None,
    recipe: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Draw again what an exported PNG holds, a picture or a sheet, or a recipe as "
            "JSON; other options change it.",
        ),
    ] = None,
    latents: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Draw the latents of a .npy, .json or .npz (projected_w.npz) instead of seeds.",
        ),
    ] = None,
    gap: o.Gap = None,
    quality: o.Quality = files.QUALITY,
    no_recipe: o.NoRecipe = False,
    overwrite: o.Overwrite = False,
    device: o.Device = "cpu",
) -> None:
    """Draw faces, a picture for each seed or all on one sheet.

    A PNG carries its recipe; --recipe draws it again, and so does dropping it on the window.
    Several pictures are never written over others unless --overwrite says so.
    """
    from ganstudio.engine import export
    from ganstudio.models.library import Library

    along = tuple(direction or ())
    look = o.Look(model, psi, cutoff, noise, noise_strength, noise_seed, label, along)
    layout = DEFAULT if recipe is None else files.read_layout(recipe)
    if seeds is not None or grid is not None or latents is not None:
        layout = spread(layout, sources_of(seeds, latents), grid)
    layout = replace(layout, gap=layout.gap if gap is None else gap)
    library = Library()
    layout = look.of(layout, library)
    faces = [cell for cell in layout.cells if cell is not None]
    many = seeds is not None or latents is not None
    if grid is None and (many or layout.cells == tuple(faces[:1])):
        paths = targets(output, faces, overwrite=overwrite)
        renderer = renderer_on(device, library)
        job = export.pictures(renderer, faces, paths, quality=quality, with_recipe=not no_recipe)
    else:
        paths = [Path(output)]
        renderer = renderer_on(device, library)
        job = export.draw_sheet(
            renderer, layout, paths[0], quality=quality, with_recipe=not no_recipe
        )
    drive(renderer, job)
    typer.echo("\n".join(map(str, paths)))


def sources_of(seeds: str | None, latents: Path | None) -> list[Source] | None:
    """The faces that were named; None where none were."""
    if seeds is not None and latents is not None:
        raise StudioError("Name either --seeds or --latents.")
    if latents is not None:
        return media.sources(latents)
    if seeds is not None:
        return [Source(seed=seed) for seed in arguments.seeds_of(seeds, option="--seeds")]
    return None


def spread(layout: sheet.Layout, sources: list[Source] | None, grid: str | None) -> sheet.Layout:
    """The first recipe with one source after the other; without any a grid counts from seed 0."""
    first = next((cell for cell in layout.cells if cell is not None), None)
    if first is None:
        raise StudioError("There is no picture on this sheet to start from; choose another file.")
    columns, rows = (1, 0) if grid is None else arguments.grid_of(grid)
    places = columns * rows
    wanted = [Source(seed=seed) for seed in range(places)] if sources is None else sources
    if grid is not None and len(wanted) > places:
        raise StudioError(
            "--grid {grid} has room for {places} of the {wanted} seeds.",
            grid=grid,
            places=places,
            wanted=len(wanted),
        )
    faces = [replace(first, a=source) for source in wanted]
    empty = [None] * (places - len(faces))
    return sheet.Layout((*faces, *empty), columns, layout.gap)


def targets(output: str, recipes: Sequence[FaceRecipe], *, overwrite: bool) -> list[Path]:
    """A path for each picture: by a pattern, in a folder, or the one file."""
    path = Path(output)
    if names.is_pattern(output):
        if names.is_pattern(str(path.parent)):
            raise StudioError(
                "{output}: fields such as {{seed}} belong into the file's name, not its folder's.",
                output=output,
            )
        return names.paths(path.parent, path.name, recipes, overwrite=overwrite)
    if path.is_dir() or output.endswith(("/", os.sep)):
        by_value = any(recipe.a.latent is not None for recipe in recipes)
        pattern = "{model}-{index:03}" if by_value else names.PATTERN
        return names.paths(path, pattern, recipes, ending=".png", overwrite=overwrite)
    if len(recipes) == 1:
        return [path]
    raise StudioError(
        "{recipes} pictures do not fit into {output}: add --grid, name a folder that "
        "is there, or put {{seed}} into the name.",
        recipes=len(recipes),
        output=output,
    )


def mix(
    output: o.Output,
    model: o.Model = None,
    a: Annotated[
        str | None, typer.Option("--a", metavar="SEED", help="Source A of one picture.")
    ] = None,
    b: Annotated[
        str | None, typer.Option("--b", metavar="SEED", help="Source B of one picture.")
    ] = None,
    layers: Annotated[
        str | None,
        typer.Option(
            metavar="LIST",
            help="Layers of one picture that come from B, with a weight where it is not 1: 4-7, "
            "coarse, or 0:0.2,1:0.4,4-7.",
        ),
    ] = None,
    rows: Annotated[
        str | None, typer.Option(metavar="LIST", help="Sources A of a sheet, such as 0-4.")
    ] = None,
    columns: Annotated[
        str | None, typer.Option(metavar="LIST", help="Sources B of a sheet, such as 10-14.")
    ] = None,
    styles: Annotated[
        str | None,
        typer.Option(
            metavar="GROUP",
            help="Layers of a sheet that come from A: coarse (4-8 pixels), middle (16-32), fine "
            "(64 and more), or a list such as 0-3.",
        ),
    ] = None,
    psi: o.Psi = None,
    cutoff: o.Cutoff = None,
    noise: o.Noise = None,
    noise_strength: o.NoiseStrength = None,
    noise_seed: o.NoiseSeed = None,
    label: o.Label = None,
    gap: o.Gap = None,
    quality: o.Quality = files.QUALITY,
    no_recipe: o.NoRecipe = False,
    device: o.Device = "cpu",
) -> None:
    """Mix the styles of two faces, or of many with many on one sheet.

    One picture, --a 42 --b 77 --layers 4-7: face A with the layers 4 to 7 of face B.

    A sheet as figure 3 of the StyleGAN paper, --rows 0-4 --columns 10-14 --styles coarse: the first
    column shows the sources A, the first row the sources B; every other picture has the styles of
    its row's A in the chosen layers and those of its column's B in all others. The figure the other
    way round: give the rows as columns.
    """
    from ganstudio.engine import export
    from ganstudio.models.library import Library

    look = o.Look(model, psi, cutoff, noise, noise_strength, noise_seed, label)
    library = Library()
    path = Path(output)
    if a and b and layers and not (rows or columns or styles):
        source_a = Source(arguments.seed_of(a, option="--a"))
        source_b = Source(arguments.seed_of(b, option="--b"))
        recipe, card = plain(look, library)
        weights = arguments.weights_of(
            layers, size=card.size, family=card.family, option="--layers"
        )
        recipe = replace(recipe, a=source_a, b=source_b, mix=export.mix_weights(card, weights))
        renderer = renderer_on(device, library)
        job = export.pictures(
            renderer, [recipe], [path], quality=quality, with_recipe=not no_recipe
        )
    elif rows and columns and styles and not (a or b or layers):
        down = arguments.seeds_of(rows, option="--rows")
        across = arguments.seeds_of(columns, option="--columns")
        recipe, card = plain(look, library)
        chosen = arguments.layers_of(styles, size=card.size, family=card.family, option="--styles")
        renderer = renderer_on(device, library)
        job = export.mix_sheet(
            renderer,
            recipe,
            down,
            across,
            chosen,
            path,
            gap=gap or 0,
            quality=quality,
            with_recipe=not no_recipe,
        )
    else:
        raise StudioError(
            "mix takes either --a, --b and --layers, or --rows, --columns and --styles."
        )
    drive(renderer, job)
    typer.echo(path)


def plain(look: o.Look, library: Library) -> tuple[FaceRecipe, Card]:
    """The recipe that the options make of the default one, and the card of its model."""
    recipe = look.of(DEFAULT, library).cells[0]
    assert recipe is not None
    card = library.open(recipe.model).card
    if not card.styles:
        raise StudioError(
            "The model {name} has no style layers, so it cannot mix faces.", name=card.name
        )
    return recipe, card
