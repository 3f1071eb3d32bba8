"""A model to a file of its own, as a job: ours with its directions, or ONNX for other programs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ganstudio.atomic import in_words
from ganstudio.engine.job import Progress, Steps
from ganstudio.errors import StudioError
from ganstudio.models.directions import saved
from ganstudio.models.library import SUFFIX, is_ours
from ganstudio.recipe import ModelRef

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer
    from ganstudio.models.library import Entry, Library

ENDINGS = (SUFFIX, ".onnx")


def export(
    renderer: Renderer,
    ref: ModelRef,
    path: Path,
    *,
    inputs: Literal["z", "w"] = "z",
    with_directions: bool = True,
) -> Steps:
    """The model to a .safetensors or .onnx file, as the name says.

    The result: of an ONNX file an `Exported`, else the path. inputs: what an ONNX network takes, z
    and psi, or w. with_directions: the user's directions through the model travel in our file.
    """
    check_target(path)
    # the renderer's networks may be on another device, and a job gives way to pictures
    library = renderer.library.apart()
    if path.suffix.lower() == ".onnx":
        from ganstudio.models import onnx

        onnx.check_packages()
        yield Progress(0, onnx.STEPS)
        steps = onnx.exporting(library.open(ref), path, inputs=inputs)
        while True:
            try:
                yield Progress(*next(steps))
            except StopIteration as end:
                return end.value
    entry = library.find(ref)
    for done, total in writing(library, entry, path, with_directions=with_directions):
        yield Progress(done, total)
    return path


def writing(
    library: Library, entry: Entry, path: Path, *, with_directions: bool
) -> Iterator[tuple[int, int]]:
    """Write a model as a file of ours, copied where it is one."""
    if entry.path is not None and is_ours(entry.path):
        from ganstudio.models.copies import copying

        directions = saved(entry.digest) if with_directions else ()
        yield from copying(entry.path, path, directions=directions)
        return
    from ganstudio.models.store import write_model

    yield 0, 2
    model = library.open(ModelRef(entry.name, entry.digest))
    yield 1, 2
    write_model(
        path,
        dataclasses.replace(model.card, name=path.stem),
        generator=model.generator,
        discriminator=model.discriminator,
        encoder=model.encoder,
        directions=saved(model.digest) if with_directions else (),
    )


def check_target(path: Path) -> None:
    """Raises StudioError where no model can be written under that name."""
    if path.suffix.lower() not in ENDINGS:
        raise StudioError("{path} must end in .safetensors or .onnx.", path=path)
    with in_words(path):
        if path.is_dir():
            raise StudioError("{path} is a folder; name a file in it.", path=path)
        if not path.resolve().parent.is_dir():
            raise StudioError(
                "The folder {folder} does not exist; choose one that is there.", folder=path.parent
            )
