"""Sheets to look at: a layout of recipes, with words at the heads of its rows and columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ganstudio.engine.export import mix_layout
from ganstudio.errors import Sentence
from ganstudio.media.sheet import Layout
from ganstudio.recipe import FaceRecipe, Interpolation, Recipe

if TYPE_CHECKING:
    from ganstudio.models.card import Card

NOWHERE: Mapping[int, tuple[int, ...]] = MappingProxyType({})


@dataclass(frozen=True)
class Sheet:
    """What a sheet shows; heads are words to translate, or names as they are.

    spreads: cells without a recipe that show where the pictures of other cells differ.
    """

    layout: Layout
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    spreads: Mapping[int, tuple[int, ...]] = field(default_factory=lambda: NOWHERE)

    def place(self, index: int) -> tuple[int, int]:
        """Row and column of a cell."""
        return divmod(index, self.layout.columns)


def table(
    cells: Iterable[Sequence[Recipe | None]], rows: Iterable[str], columns: Iterable[str]
) -> Sheet:
    """A sheet from rows of recipes; short ones are filled up with empty places."""
    heads = tuple(columns)
    whole = [cell for row in cells for cell in (*row, *[None] * (len(heads) - len(row)))]
    return Sheet(Layout(tuple(whole), len(heads)), tuple(rows), heads)


def alone(recipe: FaceRecipe) -> FaceRecipe:
    """The recipe with source A alone: neither mixed nor on its way to B, nor moved from itself."""
    return replace(recipe, mix=(), interpolation=Interpolation(), offsets=())


def looks(recipe: FaceRecipe) -> FaceRecipe:
    """The recipe without what cannot be seen: a source B that nothing is taken from."""
    if any(recipe.mix) or recipe.interpolation.t:
        return recipe
    return replace(recipe, b=recipe.a)


def mix_sheet(
    card: Card,
    recipe: FaceRecipe,
    seeds_a: Sequence[int],
    seeds_b: Sequence[int],
    layers: Collection[int],
) -> Sheet:
    """Sources A down, sources B across (StyleGAN, figure 3), with the sources alone at the edges.

    Raises StudioError where the model has no such layers.
    """
    layout = mix_layout(card, alone(recipe), seeds_a, seeds_b, layers)
    return Sheet(
        layout,
        rows=(Sentence("B"), *(Sentence("A: {seed}", seed=seed) for seed in seeds_a)),
        columns=(Sentence("A"), *(Sentence("B: {seed}", seed=seed) for seed in seeds_b)),
    )
