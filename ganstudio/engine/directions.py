"""Finding directions through a model's latent space, as jobs; nothing is kept but what is quick.

What takes long is computed once per model and found again in the cache folder.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from ganstudio import paths
from ganstudio.atomic import new_file
from ganstudio.engine.job import Progress, Steps
from ganstudio.errors import StudioError
from ganstudio.models.directions import LAST, Direction
from ganstudio.recipe import FaceRecipe, ModelRef, Values

if TYPE_CHECKING:
    from torch import Tensor

    from ganstudio.engine.renderer import Renderer
    from ganstudio.latent.directions import Axes
    from ganstudio.models.model import Model

Method = Literal["pca", "sefa"]
METHODS: tuple[Method, ...] = ("pca", "sefa")
TITLES = {"pca": "PCA", "sefa": "SeFa"}
SAMPLES = {"pca": 50_000, "sefa": 5_000}  # latents of the seeds from 0 on
SEFA_STEP = 3.0  # in mean deviations of w: most ways through it are narrower than the widest
BATCH = 1_000  # one step of the job: about a tenth of a second for 512 x 8 layers
MOST_FOUND = 64  # at a time
CACHE = "directions-1"  # another number where other numbers would come out


def find(
    renderer: Renderer,
    ref: ModelRef,
    method: Method,
    count: int,
    *,
    first: int = 0,
    last: int = LAST,
) -> Steps:
    """Job: the first `count` directions of a method. The result: a tuple of Direction.

    pca: of the latents of many seeds. sefa: of the weights that the layers first..last apply to
    w, or of the first layer's where the model has no style layers. The second call for a model
    returns at once.

    Raises StudioError where the model has none of this kind, or not these layers.
    """
    yield Progress(0, 0, ref.name)
    model = renderer.library.open(ref)
    styles = model.card.styles
    if method == "pca" and not styles:
        raise StudioError(
            "The model {name} has no mapping network, so its latents have no principal "
            "components; SeFa works with it.",
            name=model.card.name,
        )
    if not 1 <= count <= MOST_FOUND:
        raise StudioError(
            "{count} directions cannot be found at a time; choose 1 to {most}.",
            count=count,
            most=MOST_FOUND,
        )
    last = LAST if not styles or last >= styles - 1 else last
    whole = not styles or (first == 0 and last == LAST)
    if first > min(last, max(styles - 1, 0)):
        raise StudioError(
            "The model {name} has the style layers 0 to {styles}, so there is no layer {first}.",
            name=model.card.name,
            styles=styles - 1,
            first=first,
        )
    place = "" if whole else f" ({first}-{min(last, styles - 1)})"
    file = cache_file(model.digest, method if method == "pca" else f"sefa{place}")
    rows = cached(file, dim=_dim(model))
    if rows is None:
        found = yield from _compute(model, method, first, last)
        rows = np.column_stack([found.steps.numpy(), found.vectors.numpy()])
        _keep(file, rows)
    return tuple(
        Direction(
            f"{TITLES[method]} {number}{place}",
            method,
            Values.of(row[1:]),
            first if styles else 0,
            last,
            float(row[0]),
        )
        for number, row in enumerate(rows[:count], start=1)
        if row[0] > 0
    )


def attribute(
    renderer: Renderer, plus: Sequence[FaceRecipe], minus: Sequence[FaceRecipe], name: str
) -> Steps:
    """Job: the way from the mean latent of the pictures `minus` to that of `plus`: a Direction.

    In w it is the mean over the layers. Raises StudioError where one set is empty, where the two
    do not differ, or where the pictures are not of one model.
    """
    import torch

    from ganstudio.latent.directions import difference

    recipes = [*plus, *minus]
    if not plus or not minus:
        raise StudioError("An attribute needs pictures with it and pictures without it.")
    if len({recipe.model.digest for recipe in recipes}) > 1:
        raise StudioError("These pictures are not all of one model; choose some that are.")
    found = []
    yield Progress(0, len(recipes), name)
    for done, recipe in enumerate(recipes, start=1):
        latent = torch.from_numpy(renderer.latent(recipe))
        found.append(latent.mean(dim=0) if latent.ndim == 2 else latent)
        if done < len(recipes):
            yield Progress(done, len(recipes), name)
    try:
        way = difference(torch.stack(found[: len(plus)]), torch.stack(found[len(plus) :]))
    except ValueError as error:
        raise StudioError(
            "The pictures with and those without have the same mean, so there is no way from "
            "one to the other; choose others.",
            detail=str(error),
        ) from error
    return Direction(name, "attribute", Values.of(way.vectors[0].numpy()), reach=float(way.steps))


def cache_file(digest: str, what: str) -> Path:
    """Where the found axes of a model are kept: float32 [count, 1 + dim], step before vector."""
    return paths.cache_folder() / CACHE / f"{digest}-{what}.npy"


def cached(file: Path, *, dim: int) -> np.ndarray | None:
    """What the cache has, None where that is nothing or cannot be right."""
    try:
        rows = np.load(file, allow_pickle=False)
    except (OSError, ValueError, EOFError):  # not there, cut short: it can be computed again
        return None
    if not isinstance(rows, np.ndarray) or rows.ndim != 2 or rows.dtype != np.float32:
        return None
    return rows if rows.shape[1] == dim + 1 and np.isfinite(rows).all() else None


def _keep(file: Path, rows: np.ndarray) -> None:
    with contextlib.suppress(StudioError), new_file(file) as kept:  # full: then without a cache
        np.save(kept, rows)


def _compute(
    model: Model, method: Method, first: int, last: int
) -> Generator[Progress, None, Axes]:
    from ganstudio.latent import directions as axes

    generator: Any = model.generator
    if not model.card.styles:
        weight = axes.first_weight(generator, generator.z_dim)
        if weight is None:
            raise StudioError(
                "The first layer of {name} takes no latent, so it cannot be factorised.",
                name=model.card.name,
            )
        return axes.factorised(weight, MOST_FOUND, step=1.0)  # z is standard normal
    moments = axes.Moments(generator.w_dim)
    total = SAMPLES[method]
    for begin in range(0, total, BATCH):
        moments.add(_mapped(generator, range(begin, min(begin + BATCH, total))))
        yield Progress(min(begin + BATCH, total), total)
    if method == "pca":
        return axes.principal(moments.covariance(), MOST_FOUND)
    layers = range(first, min(last, model.card.styles - 1) + 1)
    weight = axes.style_weight(generator.synthesis, layers)
    return axes.factorised(weight, MOST_FOUND, step=SEFA_STEP * moments.deviation())


def _mapped(generator: Any, seeds: range) -> Tensor:
    """w [N, w_dim] of these seeds; models with classes get them in turn."""
    import torch  # not before there is a job

    from ganstudio.latent.sampling import latents

    classes = None
    if generator.c_dim:
        labels = torch.tensor(seeds) % generator.c_dim
        classes = torch.nn.functional.one_hot(labels, generator.c_dim).float()
    with torch.no_grad():
        w: Tensor = generator.mapping(latents(seeds, z_dim=generator.z_dim), classes)
    return w[:, 0]


def _dim(model: Model) -> int:
    generator: Any = model.generator
    return int(generator.w_dim if model.card.styles else generator.z_dim)
