"""Latents of recipes to a file, as a job; and latents of files, provided that they fit a model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.engine.job import Progress, Steps
from ganstudio.errors import StudioError
from ganstudio.media import latents as files
from ganstudio.recipe import Between, FaceRecipe, Source

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer
    from ganstudio.models.card import Card


def save(renderer: Renderer, moments: Sequence[FaceRecipe | Between], path: Path) -> Steps:
    """What the pictures are drawn from, after truncation, mixing and directions. Result: the path.

    With style layers w [layers, w_dim] each, else z [z_dim]; as .npy or .json.
    """
    files.check_target(path)
    if len(moments) > files.MOST:
        raise StudioError(
            "A file holds at most {most} latents, not {count}; choose fewer.",
            most=files.MOST,
            count=len(moments),
        )
    yield Progress(0, len(moments))
    found = []
    for moment in moments:
        found.append(files.Latent(name_of(moment), renderer.latent(moment)))
        if len(found) < len(moments):
            yield Progress(len(found), len(moments))
    files.save(path, found)
    yield Progress(len(moments), len(moments))
    return path


def name_of(moment: FaceRecipe | Between) -> str:
    """Model and seed; a latent by value has no seed."""
    if isinstance(moment, Between):
        return f"{name_of(moment.start)} to {name_of(moment.end)}"
    by_value = moment.a.latent is not None
    return f"{moment.model.name}-{'latent' if by_value else moment.a.seed}"


def read(path: Path, card: Card) -> list[Source]:
    """The latents of a file, for a model. Raises StudioError where they belong to another one."""
    wanted: list[tuple[int, ...]] = [(card.z_dim,)]
    if card.styles:
        wanted.insert(0, (card.styles, int(card.generator.get("w_dim", 512))))
    found = files.sources(path)
    for number, source in enumerate(found, start=1):
        assert source.latent is not None
        if source.latent.shape not in wanted:
            raise StudioError(
                "{path}: latent {number} has the shape {shape}, and {model} takes {wanted}; it "
                "belongs to another model.",
                path=path,
                number=number,
                shape=source.latent.shape,
                model=card.name,
                wanted=" or ".join(map(str, wanted)),
            )
    return found
