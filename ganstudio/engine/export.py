"""Export as jobs: pictures drawn one at a time by the renderer, then written whole.

The window runs them on the worker, the command line here and now; the same recipes give the same
bytes. A job that is cancelled or fails leaves no half file.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ganstudio.engine.job import Progress, Steps
from ganstudio.errors import StudioError
from ganstudio.media import sheet
from ganstudio.media.files import QUALITY, check_sides, check_target, json_of, save_picture
from ganstudio.recipe import FaceRecipe, Recipe, Source

if TYPE_CHECKING:
    import numpy as np

    from ganstudio.engine.renderer import Renderer
    from ganstudio.models.card import Card


def pictures(
    renderer: Renderer,
    recipes: Sequence[Recipe],
    paths: Sequence[Path],
    *,
    quality: int = QUALITY,
    with_recipe: bool = True,
) -> Steps:
    """Each recipe to its path. The result is the list of paths."""
    for path in paths:
        check_target(path)
    yield Progress(0, len(recipes))
    for index, (recipe, path) in enumerate(zip(recipes, paths, strict=True)):
        inside = recipe if with_recipe else None
        save_picture(path, renderer.render(recipe).pixels, recipe=inside, quality=quality)
        yield Progress(index + 1, len(recipes))
    return list(paths)


def draw_sheet(
    renderer: Renderer,
    layout: sheet.Layout,
    path: Path,
    *,
    quality: int = QUALITY,
    with_recipe: bool = True,
    spreads: Mapping[int, Sequence[int]] = MappingProxyType({}),
) -> Steps:
    """A sheet of pictures to one file. The result: the path.

    As a PNG it carries the layout unless `with_recipe` is off. What the format cannot hold is
    refused after one picture at the latest. Pictures of other sizes, as networks draw at the stages
    of their growth, are enlarged to the largest. spreads: places that show where those at other
    places differ (sheet.spread).
    """
    format = check_target(path)
    todo = [(index, cell) for index, cell in enumerate(layout.cells) if cell is not None]
    if not todo:
        raise StudioError("There is nothing to draw on this sheet; choose at least one picture.")
    inside = layout if with_recipe else None
    if inside and format == "PNG":
        json_of(inside)  # raises where it is too long
    yield Progress(0, len(todo))
    whole, size = None, common_size(renderer, [cell for _, cell in todo])
    drawn: dict[int, np.ndarray] = {}  # of those that a spread is reckoned from
    sources = {index for indices in spreads.values() for index in indices}
    for done, (index, recipe) in enumerate(todo, start=1):
        pixels = renderer.render(recipe).pixels
        if whole is None:
            size = size or (pixels.shape[0], pixels.shape[1])
            whole = sheet.blank(len(layout.cells), layout.columns, size, layout.gap)
            check_sides(whole, format)
        assert size is not None
        pixels = sheet.enlarged(pixels, size)
        if index in sources:
            drawn[index] = pixels
        sheet.place(whole, index, pixels, layout.columns, layout.gap)
        if done < len(todo):
            yield Progress(done, len(todo))
    assert whole is not None
    for index, indices in spreads.items():
        pixels = sheet.spread([drawn[i] for i in indices])
        sheet.place(whole, index, pixels, layout.columns, layout.gap)
    save_picture(path, whole, recipe=inside, quality=quality)
    yield Progress(len(todo), len(todo))
    return path


def common_size(renderer: Renderer, recipes: Sequence[Recipe]) -> tuple[int, int] | None:
    """The size that pictures of several sizes are enlarged to; None where all are equally large."""
    if len({(recipe.model, recipe.stage) for recipe in recipes}) == 1:
        return None
    find = renderer.library.find
    cards = {recipe.model: find(recipe.model).card for recipe in recipes}
    side = max(recipe.stage or cards[recipe.model].size for recipe in recipes)
    return side, side


def seed_grid(
    renderer: Renderer,
    recipe: FaceRecipe,
    seeds: Sequence[int],
    columns: int,
    path: Path,
    *,
    gap: int = 0,
    quality: int = QUALITY,
    with_recipe: bool = True,
) -> Steps:
    """The recipe with one seed after the other as source A, row by row."""
    cells = tuple(seeded(recipe, seed) for seed in seeds)
    layout = sheet.Layout(cells, columns, gap)
    return draw_sheet(renderer, layout, path, quality=quality, with_recipe=with_recipe)


def mix_sheet(
    renderer: Renderer,
    recipe: FaceRecipe,
    seeds_a: Sequence[int],
    seeds_b: Sequence[int],
    layers: Collection[int],
    path: Path,
    *,
    gap: int = 0,
    quality: int = QUALITY,
    with_recipe: bool = True,
) -> Steps:
    """Style mixing as in figure 3 of StyleGAN (arXiv 1812.04948): sources A down, B across.

    Each cell has the styles of its row's A in `layers` and those of its column's B in all others.
    The first column shows the sources A alone, the first row the sources B.
    """
    card = renderer.library.find(recipe.model).card
    layout = mix_layout(card, recipe, seeds_a, seeds_b, layers, gap=gap)
    return draw_sheet(renderer, layout, path, quality=quality, with_recipe=with_recipe)


def mix_layout(
    card: Card,
    recipe: FaceRecipe,
    seeds_a: Sequence[int],
    seeds_b: Sequence[int],
    layers: Collection[int],
    *,
    gap: int = 0,
) -> sheet.Layout:
    """What is on a mix sheet: an empty corner, the sources B; then each A with its mixes.

    Raises StudioError where that is too much, or the model has no such layers.
    """
    sheet.check_count((len(seeds_a) + 1) * (len(seeds_b) + 1))
    weights = mix_weights(card, dict.fromkeys(layers, 0.0), rest=1.0)
    plain = replace(recipe, mix=())  # a source alone is not mixed, whatever the recipe mixes
    cells: list[Recipe | None] = [None, *(seeded(plain, b) for b in seeds_b)]
    for a in seeds_a:
        alone = seeded(plain, a)
        cells += [alone, *(replace(alone, b=Source(seed=b), mix=weights) for b in seeds_b)]
    return sheet.Layout(tuple(cells), columns=len(seeds_b) + 1, gap=gap)


def seeded(recipe: FaceRecipe, seed: int) -> FaceRecipe:
    """The recipe with that seed as source A."""
    return replace(recipe, a=Source(seed=seed))


def mix_weights(card: Card, given: dict[int, float], *, rest: float = 0.0) -> tuple[float, ...]:
    """Weights of source B for every style layer of a model: those given, `rest` for the others.

    Raises StudioError where the model has no style layers, or not these.
    """
    if not card.styles:
        raise StudioError(
            "The model {name} has no style layers, so it cannot mix two faces.", name=card.name
        )
    outside = sorted(layer for layer in given if not 0 <= layer < card.styles)
    if outside:
        raise StudioError(
            "The model {name} has the style layers 0 to {styles}, so there is no layer {outside}.",
            name=card.name,
            styles=card.styles - 1,
            outside=outside[0],
        )
    weights = tuple(given.get(layer, rest) for layer in range(card.styles))
    return weights if any(weights) else ()
