"""Export as jobs: pictures drawn one at a time by the renderer, then written whole.

The window runs them on the worker, the command line here and now; the same recipes give the same
bytes. A job that is cancelled or fails leaves no half file.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.engine.job import Progress, Steps
from ganstudio.errors import StudioError
from ganstudio.media import sheet
from ganstudio.media.files import QUALITY, check_sides, check_target, json_of, save_picture
from ganstudio.recipe import FaceRecipe, Recipe, Source

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer
    from ganstudio.models.card import Card


def pictures(
    renderer: Renderer, recipes: Sequence[Recipe], paths: Sequence[Path], *, quality: int = QUALITY
) -> Steps:
    """Each recipe to its path. The result is the list of paths."""
    for path in paths:
        check_target(path)
    yield Progress(0, len(recipes))
    for index, (recipe, path) in enumerate(zip(recipes, paths, strict=True)):
        save_picture(path, renderer.render(recipe).pixels, recipe=recipe, quality=quality)
        yield Progress(index + 1, len(recipes))
    return list(paths)


def draw_sheet(
    renderer: Renderer,
    layout: sheet.Layout,
    path: Path,
    *,
    quality: int = QUALITY,
    with_recipe: bool = True,
) -> Steps:
    """A sheet of pictures to one file. The result: the path.

    As a PNG it carries the layout unless `with_recipe` is off. What the format cannot hold is
    refused after one picture at the latest.
    """
    format = check_target(path)
    todo = [(index, cell) for index, cell in enumerate(layout.cells) if cell is not None]
    if not todo:
        raise StudioError("There is nothing to draw on this sheet; choose at least one picture.")
    inside = layout if with_recipe else None
    if inside and format == "PNG":
        json_of(inside)  # raises where it is too long
    yield Progress(0, len(todo))
    whole = None
    for done, (index, recipe) in enumerate(todo, start=1):
        pixels = renderer.render(recipe).pixels
        if whole is None:
            size = pixels.shape[0], pixels.shape[1]
            whole = sheet.blank(len(layout.cells), layout.columns, size, layout.gap)
            check_sides(whole, format)
        sheet.place(whole, index, pixels, layout.columns, layout.gap)
        if done < len(todo):
            yield Progress(done, len(todo))
    assert whole is not None
    save_picture(path, whole, recipe=inside, quality=quality)
    yield Progress(len(todo), len(todo))
    return path


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
) -> Steps:
    """Style mixing as in figure 3 of StyleGAN (arXiv 1812.04948): sources A down, B across.

    Each cell has the styles of its row's A in `layers` and those of its column's B in all others.
    The first column shows the sources A alone, the first row the sources B.
    """
    card = renderer.library.find(recipe.model).card
    weights = mix_weights(card, dict.fromkeys(layers, 0.0), rest=1.0)
    plain = replace(recipe, mix=())  # a source alone is not mixed, whatever the recipe mixes
    cells: list[Recipe | None] = [None, *(seeded(plain, b) for b in seeds_b)]
    for a in seeds_a:
        alone = seeded(plain, a)
        cells += [alone, *(replace(alone, b=Source(seed=b), mix=weights) for b in seeds_b)]
    layout = sheet.Layout(tuple(cells), columns=len(seeds_b) + 1, gap=gap)
    return draw_sheet(renderer, layout, path, quality=quality)


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
