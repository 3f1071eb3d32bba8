"""Options that several commands share, and the look that they give to every picture alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ganstudio.commands import arguments
from ganstudio.commands.along import along, offsets_of
from ganstudio.commands.running import say
from ganstudio.errors import StudioError
from ganstudio.recipe import FaceRecipe, ModelRef, NoiseMode, Offset

if TYPE_CHECKING:
    from ganstudio.media.sheet import Layout
    from ganstudio.models.card import Card
    from ganstudio.models.library import Library

DEFAULT_MODEL = "faces"
FORMATS = "Ends in .png, .jpg or .webp"

Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help=f"{FORMATS}.")]
Outputs = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=f"{FORMATS}; for several seeds without --grid a folder, or a name with {{model}}, "
        "{seed}, {index} or {psi} in it, such as {index:03}-{seed}.png.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help=f"One that `ganstudio models` lists, or a file.  [{DEFAULT_MODEL}]"
    ),
]
Psi = Annotated[
    float | None,
    typer.Option(metavar="NUMBER", help="Truncation: 1 is none, 0 the average face.  [1]"),
]
Cutoff = Annotated[
    int | None,
    typer.Option(min=0, metavar="COUNT", help="Truncate only so many style layers.  [all]"),
]
Noise = Annotated[
    NoiseMode | None,
    typer.Option("--noise", help="The noise maps of the model, random ones or none.  [const]"),
]
NoiseStrength = Annotated[
    float | None, typer.Option(metavar="NUMBER", help="1 is as trained.  [1]")
]
NoiseSeed = Annotated[str | None, typer.Option(metavar="SEED", help="For random noise.  [0]")]
Label = Annotated[
    int | None,
    typer.Option(min=0, metavar="CLASS", help="For a model that was trained with classes."),
]
Gap = Annotated[
    int | None,
    typer.Option(
        min=0, max=1000, metavar="PIXELS", help="White between the pictures of a sheet.  [0]"
    ),
]
Quality = Annotated[
    int,
    typer.Option(
        min=1, max=100, metavar="1-100", help="Of JPEG and WebP; a WebP of 100 is lossless."
    ),
]
NoRecipe = Annotated[
    bool, typer.Option("--no-recipe", help="Leave the recipe out of PNG and APNG files.")
]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Write over files of a pattern or in a folder.")
]
Directions = Annotated[
    list[str] | None,
    typer.Option(
        "--direction",
        metavar="NAME=AMOUNT[:LAYERS]",
        help="Go along a direction that `ganstudio directions` lists, such as smile=1.5 or "
        "smile=-2:coarse; may be given several times.",
    ),
]
Device = Annotated[str, typer.Option(metavar="NAME", help="cpu, cuda, cuda:1 or mps.")]


@dataclass(frozen=True)
class Look:
    """What shapes every picture of a command alike; None leaves a recipe as it is."""

    model: str | None
    psi: float | None
    cutoff: int | None
    noise: NoiseMode | None
    noise_strength: float | None
    noise_seed: str | None
    label: int | None
    directions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for option, value in (("--psi", self.psi), ("--noise-strength", self.noise_strength)):
            if value is not None:
                arguments.number(str(value), option=option)
        if self.noise_seed is not None:
            arguments.seed_of(self.noise_seed, option="--noise-seed")

    def of(self, layout: Layout, library: Library) -> Layout:
        """The layout with what was given; each recipe names its model with the hash of its weights.

        Raises StudioError where a model or the class is not there.
        """
        refs, offsets = {}, {}
        for ref in {cell.model for cell in layout.cells if cell is not None}:
            model = library.open(ref if self.model is None else self.model)
            self.check(model.card)
            refs[ref] = ModelRef(model.card.name, model.digest)
            offsets[ref] = offsets_of(self.directions, model.card, model.digest)
        cells = (
            cell and self._on(cell, refs[cell.model], offsets[cell.model]) for cell in layout.cells
        )
        return replace(layout, cells=tuple(cells))

    def _on(self, recipe: FaceRecipe, model: ModelRef, offsets: tuple[Offset, ...]) -> FaceRecipe:
        seed = self.noise_seed and arguments.seed_of(self.noise_seed, option="--noise-seed")
        noise = {"mode": self.noise, "strength": self.noise_strength, "seed": seed}
        whole = {"psi": self.psi, "cutoff": self.cutoff, "label": self.label}
        noise_maps = replace(recipe.noise, **given(noise))
        moved = along(recipe.offsets, offsets)
        return replace(recipe, model=model, noise=noise_maps, offsets=moved, **given(whole))

    def check(self, card: Card) -> None:
        """Say what the model does not know. Raises StudioError for a class that it has not."""
        count = len(card.classes)
        if self.label is not None and self.label >= count:
            has = f"the classes 0 to {count - 1}" if count else "no classes"
            raise StudioError(
                "The model {name} has {has}, so --label {label} is none.",
                name=card.name,
                has=has,
                label=self.label,
            )
        styled = (self.psi, self.cutoff, self.noise, self.noise_strength, self.noise_seed)
        if not card.styles and any(value is not None for value in styled):
            say(f"The model {card.name} has no style layers; truncation and noise change nothing.")


def given(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
