"""Opening as jobs: models of ours and of others, and the recipes inside exported pictures."""

from __future__ import annotations

import io
import json
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ganstudio.engine.job import Progress, Steps
from ganstudio.errors import StudioError
from ganstudio.latent import paths
from ganstudio.media import files, png, sheet
from ganstudio.models.header import unreadable
from ganstudio.recipe import ModelRef, Recipe

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer
    from ganstudio.models.card import Card

RECIPES = (".png", ".json")  # what may carry a recipe
PICTURES = (".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff")  # what never does


@dataclass(frozen=True)
class Opened:
    """A model that can be drawn with, and the recipe that asked for it, if one did.

    `name` is what the model is called here, where `ref` may know it by another one.
    """

    ref: ModelRef
    card: Card
    name: str
    recipe: Recipe | None = None


@dataclass(frozen=True)
class OpenedPath:
    """Key frames, and every model that they are drawn with."""

    path: paths.Path
    models: tuple[Opened, ...]


def model(renderer: Renderer, ref: ModelRef) -> Steps:
    """Job: a model of the library, or a random network by its name. The result: Opened."""
    yield Progress(0, 0, ref.name)
    name = renderer.library.find(ref).name
    opened = renderer.library.open(ref)
    return Opened(ModelRef(ref.name, opened.digest), opened.card, name)


def file(renderer: Renderer, path: Path) -> Steps:
    """Job: whatever the file is: a model, ours or foreign, or a picture with its recipe."""
    yield Progress(0, 0, path.name)
    suffix = path.suffix.lower()
    if suffix in PICTURES:
        raise StudioError(
            "{name} carries no recipe; only PNG pictures that GAN Studio exported do.",
            name=path.name,
        )
    if suffix == ".json" and (found := read_path(path)) is not None:
        return (yield from key_frames(renderer, found))
    if suffix in RECIPES:
        return (yield from recipe(renderer, files.read_recipe(path)))
    entry = yield from bring_in(renderer, path)
    return (yield from model(renderer, ModelRef(entry.name, entry.digest)))


def bring_in(renderer: Renderer, path: Path) -> Steps:
    """Job: a model file, ours or foreign, into the library. The result: its Entry."""
    steps = renderer.library.bringing_in(path)
    with closing(steps):  # cancelled: no half file stays
        while True:
            try:
                done, total = next(steps)
            except StopIteration as end:
                return end.value
            yield Progress(*in_thousandths(done, total), path.name)


def in_thousandths(done: int, total: int) -> tuple[int, int]:
    """Bytes as a progress bar counts, whose numbers end at 2 GB."""
    return 1000 * done // max(total, 1), 1000


def pasted(renderer: Renderer, content: bytes) -> Steps:
    """Job: a PNG picture from the clipboard, which may carry its recipe."""
    yield Progress(0, 0)
    text = png.read_text(io.BytesIO(content), files.KEYWORD)
    cells = sheet.from_json(text).cells if text is not None else ()
    first = next((cell for cell in cells if cell is not None), None)
    if first is None:
        raise StudioError(
            "The picture in the clipboard carries no recipe; only those that GAN Studio copied do."
        )
    return (yield from recipe(renderer, first))


def key_frames(renderer: Renderer, path: paths.Path) -> Steps:
    """Job: the models that a path needs. The result: OpenedPath."""
    opened = []
    for ref in dict.fromkeys(frame.recipe.model for frame in path.frames):
        found: Opened = yield from model(renderer, ref)
        opened.append(replace(found, ref=ref))
    return OpenedPath(path, tuple(opened))


def read_path(path: Path) -> paths.Path | None:
    """The key frames in a JSON file; None where it holds something else.

    Raises StudioError where they are damaged, or the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(paths.MOST_TEXT)
        fields = json.loads(content)
    except OSError as error:
        raise unreadable(path, error) from error
    except (ValueError, RecursionError):
        return None
    told = isinstance(fields, dict) and fields.get("ganstudio") == "path"
    return paths.from_json(content) if told else None


def recipe(renderer: Renderer, wanted: Recipe) -> Steps:
    """Job: the model that a recipe needs. The result: Opened, with the recipe."""
    opened: Opened = yield from model(renderer, wanted.model)
    return Opened(wanted.model, opened.card, opened.name, wanted)
