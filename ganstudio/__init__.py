"""GAN Studio: run, steer, paint with, edit with and train generative adversarial networks.

For scripts: `open_model` gives networks, `render` gives the pictures that the window shows.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from ganstudio.engine.renderer import Renderer
    from ganstudio.models.library import Library
    from ganstudio.models.model import Model
    from ganstudio.recipe import ModelRef, Recipe

__version__ = "0.1.0"
__all__ = ["__version__", "open_model", "render"]


def open_model(name_or_path: str | Path | ModelRef) -> Model:
    """A model: bundled or the user's by name, a file of ours, or a foreign checkpoint or folder.

    `.card` says what it is; `.generator`, `.discriminator` and `.encoder` are torch modules, None
    where there is none. Tensors are float32 [N, C, H, W] in -1..1. Names like
    "random-stylegan2-64-7" give networks with random weights.

    Raises ganstudio.errors.StudioError with a sentence for what cannot be opened.
    """
    return _library(*_folders()).open(name_or_path)


def render(recipe: Recipe) -> np.ndarray:
    """uint8 pixels [H, W, 3] of a recipe, those that the window shows (on the CPU)."""
    return _renderer(*_folders()).render(recipe).pixels


def _folders() -> tuple[Path, Path]:
    from ganstudio import paths

    return paths.bundled_models(), paths.user_models()


@functools.cache
def _library(*folders: Path) -> Library:
    from ganstudio.models.library import Library

    return Library(folders)


@functools.cache
def _renderer(*folders: Path) -> Renderer:
    from ganstudio.engine.renderer import Renderer
    from ganstudio.models.library import Library

    # of its own: what a script does to the networks that it opened must not change pictures
    library = Library(folders)
    library.guests = _library(*folders).guests
    return Renderer(library)
