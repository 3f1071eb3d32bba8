"""Many files into the library in one job, and the small pictures by which one knows them there."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ganstudio.atomic import new_file
from ganstudio.engine import opening
from ganstudio.engine.job import Progress, Steps
from ganstudio.errors import StudioError
from ganstudio.media.files import encode
from ganstudio.recipe import Recipe

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer
    from ganstudio.models.library import Entry

SIDE = 192  # px of a thumbnail at most: sharp at 64 px and 300 %


@dataclass(frozen=True)
class Brought:
    """What came of it: the models that are in the library now, and why the others are not."""

    entries: list[Entry] = field(default_factory=list)
    failures: list[StudioError] = field(default_factory=list)


def bring_in(renderer: Renderer, paths: Sequence[Path]) -> Steps:
    """Job: model files into the library, one after the other. The result: Brought.

    A file that will not do does not stop the others. Cancelled: those that are in stay in.
    """
    brought = Brought()
    for before, path in enumerate(paths):
        steps = opening.bring_in(renderer, path)
        try:
            while True:
                progress = next(steps)
                done = before * progress.total + progress.done
                yield Progress(done, len(paths) * progress.total, progress.note)
        except StopIteration as end:
            brought.entries.append(end.value)
        except StudioError as error:
            brought.failures.append(error)
        finally:
            steps.close()  # cancelled: no half file stays
    return brought


def thumbnail(renderer: Renderer, recipe: Recipe, path: Path) -> Steps:
    """Job: one picture, small, as PNG into the cache. The result: pixels, or why there are none.

    The model is opened apart, so that those that the user works with stay at hand.
    """
    yield Progress(0, 1, recipe.model.name)
    apart = type(renderer)(renderer.library.apart(), device=renderer.device)
    try:
        pixels = apart.render(recipe).pixels
    except StudioError as error:
        return error
    from PIL import Image  # not needed before a picture is there

    image = Image.fromarray(pixels)
    image.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    small = np.asarray(image)
    content = encode(small, "PNG")
    # a cache that cannot be written costs time, and nothing else
    with suppress(StudioError), new_file(path) as file:
        file.write(content)
    return small
