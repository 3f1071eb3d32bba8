"""interpolate and path: films of the way from one face to the next."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ganstudio.atomic import new_file
from ganstudio.commands import arguments
from ganstudio.commands import options as o
from ganstudio.commands.faces import DEFAULT
from ganstudio.commands.running import drive, renderer_on
from ganstudio.errors import StudioError
from ganstudio.latent import paths
from ganstudio.latent.paths import Easing, KeyFrame
from ganstudio.media import files, latents, sheet, video
from ganstudio.recipe import FaceRecipe, Interpolation, Source, Space

if TYPE_CHECKING:
    from ganstudio.models.library import Library

Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Ends in .mp4, .gif, .webp or .apng; a name without an ending, or with / at its end, "
        "is a folder for numbered frames.",
    ),
]
Fps = Annotated[float, typer.Option(metavar="NUMBER", help="Frames a second.")]
Size = Annotated[
    int | None,
    typer.Option(metavar="PIXELS", help="Of the longer side.  [as the model draws]"),
]
Sharp = Annotated[
    bool, typer.Option("--sharp", help="Enlarge without smoothing, each pixel a square.")
]
Quality = Annotated[
    int,
    typer.Option(min=1, max=100, metavar="1-100", help="Of MP4 and WebP; a WebP of 100 is exact."),
]
EaseHelp = "linear, smooth, in (starts slowly) or out (ends slowly)."


def interpolate(
    output: Output,
    start: Annotated[
        str, typer.Option("--from", metavar="SEED|FILE", help="A seed, or a PNG with its recipe.")
    ],
    end: Annotated[str, typer.Option("--to", metavar="SEED|FILE", help="The same.")],
    model: o.Model = None,
    space: Annotated[
        Space | None,
        typer.Option(help="w: straight. z: along the sphere, which two seeds allow.  [w]"),
    ] = None,
    seconds: Annotated[float, typer.Option(metavar="NUMBER", help="From one to the other.")] = 4.0,
    easing: Annotated[Easing, typer.Option(help=EaseHelp)] = "smooth",
    closed: Annotated[bool, typer.Option("--closed", help="And back again.")] = False,
    fps: Fps = 24.0,
    size: Size = None,
    sharp: Sharp = False,
    psi: o.Psi = None,
    cutoff: o.Cutoff = None,
    noise: o.Noise = None,
    noise_strength: o.NoiseStrength = None,
    noise_seed: o.NoiseSeed = None,
    label: o.Label = None,
    direction: o.Directions = None,
    quality: Quality = video.QUALITY,
    no_recipe: o.NoRecipe = False,
    device: o.Device = "cpu",
) -> None:
    """Film the way from one face to another."""
    from ganstudio.models.library import Library

    along = tuple(direction or ())
    look = o.Look(model, psi, cutoff, noise, noise_strength, noise_seed, label, along)
    library = Library()
    first, last = looked(look, [*faces_of(start)[:1], *faces_of(end)[:1]], library)
    way = joined(first, last, space, check_seconds(seconds), easing)
    render(
        replace(way, closed=closed),
        library,
        output,
        fps=fps,
        size=size,
        sharp=sharp,
        quality=quality,
        with_recipe=not no_recipe,
        device=device,
    )


def path(
    output: Output,
    frames: Annotated[
        list[str],
        typer.Argument(
            metavar="SEED|FILE...",
            help="Key frames in order: seeds, exported PNGs, recipes as JSON, latents as .npy; or "
            "one path as JSON.",
        ),
    ],
    model: o.Model = None,
    seconds: Annotated[
        float | None, typer.Option(metavar="NUMBER", help="From one key frame to the next.  [1]")
    ] = None,
    easing: Annotated[Easing | None, typer.Option(help=f"{EaseHelp}  [smooth]")] = None,
    closed: Annotated[
        bool, typer.Option("--closed", help="From the last key frame back to the first.")
    ] = False,
    fps: Fps = 24.0,
    size: Size = None,
    sharp: Sharp = False,
    psi: o.Psi = None,
    cutoff: o.Cutoff = None,
    noise: o.Noise = None,
    noise_strength: o.NoiseStrength = None,
    noise_seed: o.NoiseSeed = None,
    label: o.Label = None,
    direction: o.Directions = None,
    quality: Quality = video.QUALITY,
    no_recipe: o.NoRecipe = False,
    device: o.Device = "cpu",
) -> None:
    """Film a path through key frames, or with -o FILE.json write it down for the window."""
    from ganstudio.models.library import Library

    along = tuple(direction or ())
    look = o.Look(model, psi, cutoff, noise, noise_strength, noise_seed, label, along)
    library = Library()
    walk = path_of(frames)
    recipes = looked(look, [frame.recipe for frame in walk.frames], library)
    changes = {"seconds": None if seconds is None else check_seconds(seconds), "easing": easing}
    keys = (
        replace(frame, recipe=recipe, **o.given(changes))
        for frame, recipe in zip(walk.frames, recipes, strict=True)
    )
    walk = paths.Path(tuple(keys), walk.closed or closed)
    if Path(output).suffix.lower() == ".json":
        with new_file(Path(output)) as file:
            file.write(paths.to_json(walk).encode())
        typer.echo(output)
        return
    render(
        walk,
        library,
        output,
        fps=fps,
        size=size,
        sharp=sharp,
        quality=quality,
        with_recipe=not no_recipe,
        device=device,
    )


def render(
    walk: paths.Path,
    library: Library,
    output: str,
    *,
    fps: float,
    size: int | None,
    sharp: bool,
    quality: int,
    with_recipe: bool,
    device: str,
) -> None:
    """Draw and write the film, and say what it is."""
    from ganstudio.engine.video import film

    format: video.Format | None = "frames" if output.endswith(("/", os.sep)) else None
    target = Path(output)
    video.check(target, fps=fps, format=format)  # before a device is asked for
    renderer = renderer_on(device, library)
    job = film(
        renderer,
        walk.moments(fps),
        target,
        fps=fps,
        size=size,
        sharp=sharp,
        quality=quality,
        format=format,
        with_recipe=with_recipe,
    )
    done = drive(renderer, job)
    typer.echo(f"{done.path}  {done.codec}, {done.frames} frames, {done.seconds:.2f} s")


def joined(
    first: FaceRecipe, last: FaceRecipe, space: Space | None, seconds: float, easing: Easing
) -> paths.Path:
    """From one recipe to another; of those that differ in source A alone, in the space asked for.

    Raises StudioError where recipes differ in more and "z" is asked for.
    """
    if replace(first, a=last.a) == last and not any(first.mix):
        both = replace(first, b=last.a, interpolation=Interpolation(0.0, space or "w"))
        return paths.between_sources(both, seconds, easing=easing)
    if space == "z":
        raise StudioError(
            "--space z goes between two faces that differ in nothing but their seed; leave it out."
        )
    return paths.Path((KeyFrame(first, seconds, easing), KeyFrame(last, seconds, easing)))


def path_of(frames: Sequence[str]) -> paths.Path:
    """The path that the words tell. Raises StudioError where it has fewer than two key frames."""
    found: list[KeyFrame] = []
    walks = [] if len(frames) != 1 else [walk for walk in [written(frames[0])] if walk]
    if walks:
        return walks[0]
    for text in frames:
        found.extend(KeyFrame(recipe) for recipe in faces_of(text))
    if not 2 <= len(found) <= paths.MOST_FRAMES:
        raise StudioError(
            "A path has 2 to {most} key frames, and here is {count}; name more seeds or files.",
            most=paths.MOST_FRAMES,
            count=len(found),
        )
    return paths.Path(tuple(found))


def written(text: str) -> paths.Path | None:
    """The path in a JSON file; None for anything else."""
    if Path(text).suffix.lower() != ".json":
        return None
    try:
        with Path(text).open("rb") as file:
            content = file.read(paths.MOST_TEXT)
    except OSError as error:
        raise StudioError("{path} cannot be read: {why}.", path=text, why=error.strerror) from error
    return paths.from_json(content) if b'"path"' in content else None


def faces_of(text: str) -> list[FaceRecipe]:
    """The default face with that seed or with the latents of a file, or the recipes in a file."""
    plain = DEFAULT.cells[0]
    assert plain is not None
    if text.isdecimal():
        seed = arguments.seed_of(text, option="A key frame")
        return [replace(plain, a=Source(seed=seed))]
    if Path(text).suffix.lower() in (".npy", ".npz"):
        return [replace(plain, a=source) for source in latents.sources(Path(text))]
    cells = [cell for cell in files.read_layout(Path(text)).cells if cell is not None]
    if not cells:
        raise StudioError("The sheet {path} has no picture on it.", path=text)
    return cells


def looked(look: o.Look, recipes: Sequence[FaceRecipe], library: Library) -> list[FaceRecipe]:
    """The recipes with what the options change."""
    cells = look.of(sheet.Layout(tuple(recipes), columns=1), library).cells
    return [cell for cell in cells if cell is not None]


def check_seconds(seconds: float) -> float:
    return arguments.number(str(seconds), option="--seconds", low=0.01, high=paths.LONGEST)
