"""The register of architectures: one entry a family, so that a card's words become modules."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

from ganstudio.errors import StudioError


@dataclass(frozen=True)
class Family:
    """A family's place in the program.

    kind: the tab it belongs to ("face", "scene", "class"). module: has `Generator`,
    `Discriminator` and `options(size)`, which gives the keyword arguments of a small network of
    that size for "generator" and "discriminator". Imported when asked for, since torch is slow.
    styles: has mapping and synthesis, so that mixing, truncation and noise apply. grows: draws any
    stage, from `grows` pixels on, and a stage that is fading in; 0 for those that do not grow.
    """

    name: str
    title: str
    kind: str
    module: str
    sizes: tuple[int, ...] = (16, 32, 64, 128, 256, 512, 1024)
    styles: bool = False
    grows: int = 0


FAMILIES = {
    family.name: family
    for family in (
        Family("stylegan2", "StyleGAN 2", "face", "ganstudio.networks.stylegan2", styles=True),
        Family("stylegan", "StyleGAN", "face", "ganstudio.networks.stylegan", styles=True, grows=8),
        Family("progan", "ProGAN", "face", "ganstudio.networks.progan", grows=4),
        Family(
            "stylegan2-lucidrains",
            "StyleGAN 2 (lucidrains)",
            "face",
            "ganstudio.networks.stylegan2_lucidrains",
            styles=True,
        ),
        Family("dcgan", "DCGAN", "face", "ganstudio.networks.dcgan"),
        Family("gan", "GAN", "face", "ganstudio.networks.gan", sizes=(16, 32, 64)),
    )
}


def family(name: str) -> Family:
    """The family of that name. Raises StudioError for one that is not here."""
    if name not in FAMILIES:
        known = ", ".join(sorted(FAMILIES))
        raise StudioError(
            "This version does not know the network family {name!r}; known: {known}.",
            name=name,
            known=known,
        )
    return FAMILIES[name]


def build(name: str, part: str, options: dict[str, Any]) -> Any:
    """A new network: part "generator" or "discriminator" of a family, in evaluation mode."""
    module = importlib.import_module(family(name).module)
    return getattr(module, part.capitalize())(**options).eval()


def options(name: str, *, size: int) -> dict[str, dict[str, Any]]:
    """Keyword arguments of the family's small network at `size` px, a power of two."""
    wanted = family(name)
    if size not in wanted.sizes:
        sizes = ", ".join(map(str, wanted.sizes))
        raise StudioError(
            "{title} cannot be {size} pixels large; choose one of {sizes}.",
            title=wanted.title,
            size=size,
            sizes=sizes,
        )
    return importlib.import_module(wanted.module).options(size)
