"""export: a model to a file of its own, or the latents of faces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ganstudio.commands import arguments
from ganstudio.commands import options as o
from ganstudio.commands.faces import DEFAULT
from ganstudio.commands.running import drive, renderer_on
from ganstudio.commands.walks import faces_of, looked
from ganstudio.errors import StudioError
from ganstudio.media import latents as media
from ganstudio.recipe import FaceRecipe, ModelRef, Source

if TYPE_CHECKING:
    from ganstudio.models.library import Library


def export(
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="A model ends in .safetensors or .onnx, latents in .npy or .json.",
        ),
    ],
    model: o.Model = None,
    seeds: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="Whose latents, such as 7, 0-63 or 1,5,9-12."),
    ] = None,
    recipe: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Whose latents: an exported PNG, a picture or a sheet, or a recipe as JSON; may "
            "be given several times.",
        ),
    ] = None,
    psi: o.Psi = None,
    cutoff: o.Cutoff = None,
    label: o.Label = None,
    direction: o.Directions = None,
    inputs: Annotated[
        Literal["z", "w"],
        typer.Option(help="What an ONNX network takes: z and psi, or w."),
    ] = "z",
    no_directions: Annotated[
        bool, typer.Option("--no-directions", help="Leave your directions out of the model's file.")
    ] = False,
    device: o.Device = "cpu",
) -> None:
    """Write a model to a file of its own, or the latents that faces are drawn from.

    An ONNX file is checked with onnxruntime where that is installed. Latents are those after
    truncation, mixing and directions: w [layers, w_dim] of style-based models, else z [z_dim].
    """
    from ganstudio.models.library import Library

    library = Library()
    ending = output.suffix.lower()
    whole = ending not in media.ENDINGS
    if whole and (seeds or recipe):
        raise StudioError(
            "Latents end in .npy or .json, so {output} is none; leave out --seeds and --recipe to "
            "export the model.",
            output=output,
        )
    if whole:
        write_model(library, output, model or o.DEFAULT_MODEL, inputs, not no_directions)
        return
    from ganstudio.engine import latents

    look = o.Look(model, psi, cutoff, None, None, None, label, tuple(direction or ()))
    faces = looked(look, wanted(seeds, recipe or ()), library)
    media.check_target(output)
    renderer = renderer_on(device, library)
    typer.echo(drive(renderer, latents.save(renderer, faces, output)))


def write_model(
    library: Library, output: Path, name: str, inputs: Literal["z", "w"], with_directions: bool
) -> None:
    """The model's file, and a word on how exact an ONNX file is."""
    from ganstudio.engine import modelfile

    modelfile.check_target(output)
    opened = library.open(name)
    ref = ModelRef(opened.card.name, opened.digest)
    renderer = renderer_on("cpu", library)
    job = modelfile.export(renderer, ref, output, inputs=inputs, with_directions=with_directions)
    done = drive(renderer, job)
    if done == output:
        typer.echo(output)
    elif done.difference is None:
        typer.echo(f"{output}  not checked: onnxruntime is not installed")
    else:
        typer.echo(f"{output}  checked with onnxruntime, within {max(done.difference, 1e-7):.0e}")


def wanted(seeds: str | None, recipes: Sequence[Path]) -> list[FaceRecipe]:
    """Those of the files, and the first of them or the default with one seed after the other."""
    found = [face for path in recipes for face in faces_of(str(path))]
    if seeds is not None:
        base = found[0] if found else DEFAULT.cells[0]
        assert base is not None
        numbers = arguments.seeds_of(seeds, option="--seeds")
        return [replace(base, a=Source(seed=seed)) for seed in numbers]
    if not found:
        raise StudioError("Whose latents? Name --seeds or --recipe.")
    return found
