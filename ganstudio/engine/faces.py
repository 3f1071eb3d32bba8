"""Drawing faces: from a FaceRecipe to a picture, for networks with and without style layers."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any, cast

import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.engine.incremental import Stale, incremental
from ganstudio.engine.noise import Maps
from ganstudio.engine.sources import by_value, is_w, vector_of, z_between, z_of
from ganstudio.errors import StudioError
from ganstudio.latent.interpolation import slerp
from ganstudio.latent.mixing import mix
from ganstudio.models.card import Card
from ganstudio.models.model import Model
from ganstudio.networks.families import family
from ganstudio.networks.stylebased import StyleGenerator
from ganstudio.recipe import FaceRecipe, Source

MOST_LATENTS = 256  # mapped latents kept
EARLY_FROM = 256  # px from which a picture of a quarter of the size comes first


class StyleFaces:
    """StyleGAN and StyleGAN 2: mapping on the CPU, so that a seed is the same w on every device."""

    def __init__(self, model: Model, *, device: str) -> None:
        self.model = model
        self.generator = cast(StyleGenerator, model.generator)
        self.synthesis: Any = self.generator.synthesis.to(device)
        self.incremental = incremental(self.synthesis)
        self._maps = Maps(self.synthesis.layers)
        self._mapped: OrderedDict[tuple[Source, int | None], Tensor] = OrderedDict()

    def forget(self) -> None:
        """Keep nothing but the network."""
        self.incremental.forget()
        self._maps.forget()

    def release(self) -> None:
        """Leave the device; the drawer is of no more use."""
        self.forget()
        self.synthesis.to("cpu")

    def pictures(self, recipe: FaceRecipe, *, preview: bool, stale: Stale) -> Iterator[Tensor]:
        """float32 [1, 3, H, W]: perhaps a smaller one first, then the whole, unless stale."""
        size = self.model.card.size
        self._maps.show(recipe.noise)
        yield from self.incremental.pictures(
            self.latent(recipe),
            noise=self._maps,
            early=size // 4 if preview and size >= EARLY_FROM else None,
            stale=stale,
            **growth_of(recipe, self.model.card),
        )

    @property
    def reused(self) -> tuple[int, int]:
        """Of the last picture: layers that were kept, of how many."""
        layers = self.incremental.layers
        return layers - self.incremental.computed, layers

    @torch.no_grad()
    def latent(self, recipe: FaceRecipe) -> Tensor:
        """w [1, layers, w_dim] on the CPU: truncated, interpolated, mixed, moved by directions."""
        w = self._between(recipe)
        if any(recipe.mix):
            weights = torch.zeros(w.shape[1])
            given = torch.tensor(recipe.mix)[: len(weights)]
            weights[: len(given)] = given
            w = mix(w, self._truncated(recipe.b, recipe), weights)
        for offset in recipe.offsets:
            w = w.clone()
            w[:, offset.first : offset.last + 1] += vector_of(offset, width=w.shape[2])
        return w

    def _between(self, recipe: FaceRecipe) -> Tensor:
        """A on its way to B. A latent in W+ by value has no z, so then the way is straight."""
        t, space = recipe.interpolation.t, recipe.interpolation.space
        a = self._truncated(recipe.a, recipe)
        if not t:
            return a
        if space == "w" or is_w(recipe.a) or is_w(recipe.b):
            return a.lerp(self._truncated(recipe.b, recipe), t)
        z_dim = self.generator.z_dim
        z = slerp(z_of(recipe.a, z_dim=z_dim), z_of(recipe.b, z_dim=z_dim), t)
        return self._truncate(self.generator.mapping(z, self._classes(recipe.label)), recipe)

    def _truncated(self, source: Source, recipe: FaceRecipe) -> Tensor:
        if is_w(source):
            return by_value(source, shape=(self.model.card.styles, self.generator.w_dim))
        return self._truncate(self._map(source, recipe.label), recipe)

    def _truncate(self, w: Tensor, recipe: FaceRecipe) -> Tensor:
        if recipe.psi != 1.0:
            w = w.clone()
            average = self.generator.map.w_avg
            w[:, : recipe.cutoff] = average.lerp(w[:, : recipe.cutoff], recipe.psi)
        return w

    def _map(self, source: Source, label: int | None) -> Tensor:
        """w [1, layers, w_dim] before truncation; kept, since a slider asks again and again."""
        key = source, label
        if key not in self._mapped:
            z = z_of(source, z_dim=self.generator.z_dim)
            self._mapped[key] = self.generator.mapping(z, self._classes(label))
            if len(self._mapped) > MOST_LATENTS:
                self._mapped.popitem(last=False)
        self._mapped.move_to_end(key)
        return self._mapped[key]

    def _classes(self, label: int | None) -> Tensor | None:
        """One-hot [1, classes], without a label the first; None for models without classes."""
        classes = self.generator.c_dim
        if not classes:
            return None
        if label is not None and label >= classes:
            raise StudioError(
                "The model {name} has the classes 0 to {classes}; there is no class {label}.",
                name=self.model.card.name,
                classes=classes - 1,
                label=label,
            )
        return F.one_hot(torch.tensor([label or 0]), classes).float()


class PlainFaces:
    """Networks that take z at once, such as DCGAN and ProGAN."""

    reused = (0, 0)

    def __init__(self, model: Model, *, device: str) -> None:
        self.model = model
        self.generator: Any = model.generator.to(device)
        self.device = device

    def forget(self) -> None:
        """Nothing is kept."""

    def release(self) -> None:
        """Leave the device; the drawer is of no more use."""
        self.generator.to("cpu")

    @torch.no_grad()
    def pictures(self, recipe: FaceRecipe, *, preview: bool, stale: Stale) -> Iterator[Tensor]:
        """float32 [1, 3, H, W], once."""
        growth = growth_of(recipe, self.model.card)
        yield self.generator(self.latent(recipe).to(self.device), **growth)

    def latent(self, recipe: FaceRecipe) -> Tensor:
        """z [1, z_dim] on the CPU: interpolated and moved by directions."""
        z = z_between(recipe, z_dim=self.generator.z_dim)
        for offset in recipe.offsets:
            z = z + vector_of(offset, width=z.shape[1])
        return z


def growth_of(recipe: FaceRecipe, card: Card) -> dict[str, Any]:
    """Keyword arguments for the stage that the recipe asks of a family that grows.

    Raises StudioError for a stage that the model does not have.
    """
    first = family(card.family).grows
    if not first or (recipe.stage in (None, card.size) and recipe.alpha == 1):
        return {}
    stage = recipe.stage or card.size
    stages = [4 << k for k in range(card.size.bit_length() - 2)]
    if stage not in stages:
        raise StudioError(
            "The model {name} grew by the stages {stages} pixels; there is none of {stage}.",
            name=card.name,
            stages=", ".join(map(str, stages)),
            stage=stage,
        )
    return {"size": stage, "alpha": recipe.alpha}
