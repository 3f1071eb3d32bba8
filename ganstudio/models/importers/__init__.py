"""Foreign checkpoints to models: one layout a file, which offers `matches` and `load`."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ganstudio.errors import StudioError
from ganstudio.models import checkpoint
from ganstudio.models.checkpoint import Content
from ganstudio.models.importers import (
    dcgan,
    lucidrains,
    progan_zoo,
    stylegan2_ada,
    stylegan2_rosinality,
    stylegan_rosinality,
)
from ganstudio.models.model import Model


class Layout(Protocol):
    """What a module of this package offers."""

    def matches(self, content: Content) -> bool: ...

    def load(self, content: Content) -> Model: ...


LAYOUTS: tuple[Layout, ...] = (
    stylegan2_ada,
    stylegan2_rosinality,
    lucidrains,
    stylegan_rosinality,
    progan_zoo,
    dcgan,
)


def import_path(path: Path) -> Model:
    """The model in a foreign checkpoint, or in a folder of them; its name is the file's.

    Raises StudioError for what is damaged, unknown or would have to run code.
    """
    content = checkpoint.read(path)
    with checkpoint.blaming(content.name):
        for layout in LAYOUTS:
            if layout.matches(content):
                model = layout.load(content)
                model.path = path
                return model
    raise StudioError(
        "{name} is a checkpoint, but of a network that this version does not know; it "
        "opens StyleGAN 2 (NVIDIA's stylegan2-ada, rosinality's and lucidrains'), StyleGAN "
        "(rosinality's), ProGAN (pytorch_GAN_zoo) and DCGAN (PyTorch's examples).",
        name=content.name,
    )
