"""What the families differ in, as sheets: z against w, growth, noise, and all side by side."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ganstudio.engine.comparison_pages import Models, growing, refusal
from ganstudio.engine.job import Progress, Steps
from ganstudio.engine.sheets import Sheet, alone, table
from ganstudio.errors import Sentence, StudioError
from ganstudio.latent.plane import blend, corners
from ganstudio.latent.scales import scales, stages, with_scale
from ganstudio.networks.families import FAMILIES
from ganstudio.recipe import FaceRecipe, ModelRef, Noise, Offset, Recipe, Source, Values

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer
    from ganstudio.models.card import Card
    from ganstudio.models.library import Library

STEPS = 7  # of a sweep
NOISES, FACES = 6, 3  # columns and rows of the page of noises
MOST_GROWTH = 4  # rows of the page of growth, unless more models grew
STRENGTHS = (0.0, 0.5, 1.0, 2.0, 4.0)
OTHER_SEEDS = 2  # columns of the page of scales
SEEDS = 6  # columns of the page of families
SEED_LIMIT = 2**32
WAY = "sweep"  # the name of an offset that this makes


def face_models(library: Library, recipe: FaceRecipe, card: Card) -> list[tuple[ModelRef, Card]]:
    """The bundled face models, and the one of the recipe if it is none of them."""
    found = [
        (ModelRef(entry.name, entry.digest), entry.card)
        for entry in library.entries()
        if entry.bundled and entry.card.kind == "face"
    ]
    known = {ref.digest for ref, _ in found}
    here = [] if recipe.model.digest in known else [(recipe.model, card)]
    return [*here, *found]


def z_and_w(
    renderer: Renderer,
    recipe: FaceRecipe,
    *,
    dimension: int = 0,
    reach: float | None = None,
    steps: int = STEPS,
) -> Steps:
    """Job: one number of z swept against the same way in w. The result: Sheet.

    The row of w goes straight in the direction between the places where the mapping network takes
    both ends of the sweep; the last row goes as far along one number of w. Models without a mapping
    network have the first row alone. reach: how far to each side; None is `usual_reach`.
    """
    card = renderer.library.open(recipe.model).card
    z = z_of(recipe.a, card.z_dim)
    here = Source(recipe.a.seed, at=recipe.a.at) if is_w(recipe.a) else recipe.a
    dimension %= card.z_dim
    reach = reach or usual_reach(card)
    face = replace(alone(recipe), a=here, cutoff=None)
    amounts = [float(amount) for amount in np.linspace(-reach, reach, steps)]

    def at(amount: float) -> FaceRecipe:
        if not amount:
            return face
        moved = z.copy()
        moved[dimension] += amount
        return replace(face, a=Source(recipe.a.seed, Values.of(moved)))

    rows: list[list[Recipe]] = [[at(amount) for amount in amounts]]
    heads = [Sentence("z, number {dimension}", dimension=dimension)]
    if card.styles:
        ends = []
        for done, amount in enumerate((-reach, reach)):
            yield Progress(done, 2)
            ends.append(renderer.latent(at(amount))[0].astype(np.float64))
        way = (ends[1] - ends[0]) / (2 * reach)
        single = np.zeros_like(way)
        number = dimension % len(way)
        single[number] = np.linalg.norm(way)
        rows += [[moved(face, vector, amount) for amount in amounts] for vector in (way, single)]
        heads += [
            Sentence("w, the same way"),
            Sentence("w, number {dimension}", dimension=number),
        ]
    return table(rows, heads, [f"{amount:+.1f}" if amount else "0" for amount in amounts])


def moved(recipe: FaceRecipe, vector: np.ndarray, amount: float) -> FaceRecipe:
    """The recipe `amount` times along a vector of w."""
    if not amount:
        return recipe
    return replace(recipe, offsets=(Offset(WAY, Values.of(vector), amount),))


def usual_reach(card: Card) -> float:
    """As far as z is long: one number of many must go far before it can be seen."""
    return round(math.sqrt(card.z_dim), 1)


def is_w(source: Source) -> bool:
    """Whether the source is a mapped latent by value."""
    return source.latent is not None and len(source.latent.shape) == 2


def z_of(source: Source, z_dim: int) -> np.ndarray:
    """z [z_dim] float32 of a source; that of its seed where the source is a w."""
    if source.latent is not None and not is_w(source):
        return source.latent.array()
    places = corners(source.seed, source.at)
    latents = [np.random.RandomState(seed).randn(z_dim) for seed, _ in places]
    return blend(np.stack(latents).astype(np.float32), [weight for _, weight in places])


def growth(recipe: FaceRecipe, models: Models) -> Sheet:
    """A few faces at every stage, in each model that grew; half faded in between them."""
    rows = growing(models)
    steps: list[tuple[int, float]] = []
    for stage in sorted({stage for _, card in rows for stage in stages(card)}):
        steps += [(stage, 0.5), (stage, 1.0)] if steps else [(stage, 1.0)]
    cells = []
    seeds = following(recipe.a.seed, max(MOST_GROWTH // max(len(rows), 1), 1))
    faces = [(ref, card, seed) for ref, card in rows for seed in seeds]
    for ref, card, seed in faces:
        own = stages(card)
        face = of_seed(recipe, ref, card, seed)
        cells.append(
            [
                at_stage(face, card, stage, alpha)
                if stage in own and (alpha == 1 or stage > own[0])
                else None
                for stage, alpha in steps
            ]
        )
    heads = [
        Sentence("{stage} px", stage=stage)
        if alpha == 1
        else Sentence("{stage} px, alpha {alpha}", stage=stage, alpha=alpha)
        for stage, alpha in steps
    ]
    names = [
        Sentence("{name}, seed\u00a0{seed}", name=ref.name, seed=seed) for ref, _, seed in faces
    ]
    return table(cells, names, heads)


def at_stage(face: FaceRecipe, card: Card, stage: int, alpha: float) -> FaceRecipe:
    """The face at a stage; the last one is none in particular."""
    return replace(face, stage=stage if stage < card.size else None, alpha=alpha)


def noises(recipe: FaceRecipe) -> Sheet:
    """A few latents, each with several noises, and where the pictures of a latent differ."""
    face = alone(recipe)
    strength = recipe.noise.strength or 1.0
    seeds = following(recipe.a.seed, FACES)
    drawn = following(recipe.noise.seed, NOISES)
    cells: list[list[Recipe | None]] = []
    for seed in seeds:
        source = recipe.a if seed == recipe.a.seed else Source(seed)
        row = [replace(face, a=source, noise=Noise("random", strength, n)) for n in drawn]
        cells.append([*row, None])
    rows = [Sentence("seed {seed}", seed=seed) for seed in seeds]
    heads = [*(Sentence("noise {seed}", seed=seed) for seed in drawn), Sentence("deviation")]
    return replace(table(cells, rows, heads), spreads=last_of_each(len(rows), len(heads)))


def last_of_each(rows: int, columns: int) -> dict[int, tuple[int, ...]]:
    """Spreads: the last cell of each row shows where the others of the row differ."""
    firsts = range(0, rows * columns, columns)
    return {first + columns - 1: tuple(range(first, first + columns - 1)) for first in firsts}


def noise_scales(recipe: FaceRecipe, card: Card) -> Sheet:
    """One row a scale: its noise at several strengths, and drawn from other seeds."""
    face = alone(recipe)
    common = recipe.noise.seed
    others = following(common + 1, OTHER_SEEDS)
    cells: list[list[Recipe | None]] = []
    for scale, _ in enumerate(scales(card.size)):
        strong = (with_scale((), scale, value, usual=1.0) for value in STRENGTHS)
        own = (with_scale((), scale, seed, usual=None) for seed in others)
        cells.append(
            [
                *(replace(face, noise=Noise("random", 1.0, common, strengths=s)) for s in strong),
                *(replace(face, noise=Noise("random", 1.0, common, seeds=s)) for s in own),
                None,
            ]
        )
    heads = [
        *(Sentence("strength {value:g}", value=value) for value in STRENGTHS),
        *(Sentence("noise {seed}", seed=seed) for seed in others),
        Sentence("deviation"),
    ]
    rows = [Sentence("{size} px", size=size) for size in scales(card.size)]
    return replace(table(cells, rows, heads), spreads=last_of_each(len(rows), len(heads)))


def families(recipe: FaceRecipe, models: Models) -> Sheet:
    """The same seeds in each of the models."""
    seeds = following(recipe.a.seed, SEEDS)
    return table(
        [[of_seed(recipe, ref, card, seed) for seed in seeds] for ref, card in models],
        [f"{FAMILIES[card.family].title} · {ref.name}" for ref, card in models],
        [Sentence("seed {seed}", seed=seed) for seed in seeds],
    )


def of_seed(recipe: FaceRecipe, ref: ModelRef, card: Card, seed: int) -> FaceRecipe:
    """A seed in a model, truncated as the recipe is, with nothing else of it."""
    psi = recipe.psi if card.styles else 1.0
    return FaceRecipe(ref, a=Source(seed), psi=psi, label=0 if card.classes else None)


def following(seed: int, count: int) -> list[int]:
    """The seed and those after it."""
    return [(seed + step) % SEED_LIMIT for step in range(count)]


def sheet_of(
    renderer: Renderer,
    name: str,
    recipe: FaceRecipe,
    *,
    dimension: int = 0,
    reach: float | None = None,
) -> Steps:
    """Job: a page by its name. The result: Sheet. Raises StudioError where it does not apply."""
    card = renderer.library.find(recipe.model).card
    models = face_models(renderer.library, recipe, card)
    if why := refusal(name, card, models):
        raise StudioError("{why}", why=why)
    if name == "z-and-w":
        return (yield from z_and_w(renderer, recipe, dimension=dimension, reach=reach))
    return plain_sheet(name, recipe, card, models)


def plain_sheet(name: str, recipe: FaceRecipe, card: Card, models: Models) -> Sheet:
    """A page that needs no network to be laid out: any but z-and-w."""
    if name == "stages":
        return growth(recipe, models)
    if name == "noises":
        return noises(recipe)
    if name == "scales":
        return noise_scales(recipe, card)
    return families(recipe, models)
