"""Drawing faces: from a FaceRecipe to a picture, for networks with and without style layers."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import cast

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.engine.incremental import Incremental
from ganstudio.errors import StudioError
from ganstudio.latent.mixing import mix
from ganstudio.latent.sampling import latents
from ganstudio.models.model import Model
from ganstudio.networks import dcgan, stylegan2
from ganstudio.recipe import FaceRecipe, Noise, Source

MOST_LATENTS = 256  # mapped latents kept
EARLY_FROM = 256  # px from which a picture of a quarter of the size comes first
Stale = Callable[[], bool]


class StyleFaces:
    """StyleGAN 2: mapping on the CPU, so that a seed means the same w on every device."""

    def __init__(self, model: Model, *, device: str) -> None:
        self.model = model
        self.generator = cast(stylegan2.Generator, model.generator)
        self.synthesis = self.generator.synthesis.to(device)
        self.incremental = Incremental(self.synthesis)
        self._mapped: OrderedDict[tuple[Source, int | None], Tensor] = OrderedDict()
        self._noise: tuple[Noise, dict[int, Tensor]] = (Noise("none"), {})

    def forget(self) -> None:
        """Keep nothing but the network."""
        self.incremental.forget()
        self._noise = (Noise("none"), {})

    def release(self) -> None:
        """Leave the device; the drawer is of no more use."""
        self.forget()
        self.synthesis.to("cpu")

    def pictures(self, recipe: FaceRecipe, *, preview: bool, stale: Stale) -> Iterator[Tensor]:
        """float32 [1, 3, H, W]: perhaps a smaller one first, then the whole, unless stale."""
        size = self.model.card.size
        noise = normal(recipe.noise)
        maps = self._noise_maps(noise)
        yield from self.incremental.pictures(
            self.latent(recipe),
            noise=maps,
            noise_key=noise,
            early=size // 4 if preview and size >= EARLY_FROM else None,
            stale=stale,
        )

    @torch.no_grad()
    def latent(self, recipe: FaceRecipe) -> Tensor:
        """w [1, layers, w_dim] on the CPU: truncated, mixed, moved along the directions."""
        w = self._truncated(recipe.a, recipe)
        if any(recipe.mix):
            weights = torch.zeros(w.shape[1])
            given = torch.tensor(recipe.mix)[: len(weights)]
            weights[: len(given)] = given
            w = mix(w, self._truncated(recipe.b, recipe), weights)
        for offset in recipe.offsets:
            vector = torch.from_numpy(offset.vector.array())
            if vector.shape != w.shape[2:]:
                raise StudioError(
                    "The direction {name!r} has the shape {shape} and this model "
                    "needs {shape2}; it belongs to another model.",
                    name=offset.name,
                    shape=tuple(vector.shape),
                    shape2=tuple(w.shape[2:]),
                )
            w = w.clone()
            w[:, offset.first : offset.last + 1] += offset.amount * vector
        return w

    def _truncated(self, source: Source, recipe: FaceRecipe) -> Tensor:
        if source.latent is not None and len(source.latent.shape) == 2:
            return by_value(source, shape=(self.model.card.styles, self.generator.w_dim))
        w = self._map(source, recipe.label)
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

    def _noise_maps(self, noise: Noise) -> Callable[[int], Tensor | None]:
        """Each layer's map, made once per setting: drawn on the CPU, the same on every device."""
        known, maps = self._noise
        if known != noise:
            maps = {}
            self._noise = (noise, maps)

        def of(layer: int) -> Tensor | None:
            if noise.mode == "none":
                return None
            if layer not in maps:
                maps[layer] = self._noise_map(noise, layer)
            return maps[layer]

        return of

    def _noise_map(self, noise: Noise, layer: int) -> Tensor:
        const = cast(stylegan2.StyledConv, self.synthesis.layers[layer]).noise_const
        if noise.mode == "const":
            return const[None, None] * noise.strength
        drawn = np.random.default_rng([noise.seed, layer]).standard_normal(
            const.shape, dtype=np.float32
        )
        return torch.from_numpy(drawn)[None, None].to(const.device) * noise.strength


class PlainFaces:
    """Networks that take z at once, such as DCGAN: only the source counts."""

    def __init__(self, model: Model, *, device: str) -> None:
        self.model = model
        self.generator = cast(dcgan.Generator, model.generator).to(device)
        self.device = device

    def forget(self) -> None:
        """Nothing is kept."""

    def release(self) -> None:
        """Leave the device; the drawer is of no more use."""
        self.generator.to("cpu")

    @torch.no_grad()
    def pictures(self, recipe: FaceRecipe, *, preview: bool, stale: Stale) -> Iterator[Tensor]:
        yield self.generator(z_of(recipe.a, z_dim=self.generator.z_dim).to(self.device))


def z_of(source: Source, *, z_dim: int) -> Tensor:
    """z [1, z_dim] of a seed, or by value."""
    if source.latent is None:
        return latents([source.seed], z_dim=z_dim)
    return by_value(source, shape=(z_dim,))


def by_value(source: Source, *, shape: tuple[int, ...]) -> Tensor:
    """The latent of a source, [1, *shape]. Raises StudioError where its shape is another."""
    assert source.latent is not None
    if source.latent.shape != shape:
        raise StudioError(
            "The latent has the shape {shape} and this model needs {shape2}; it "
            "belongs to another model.",
            shape=source.latent.shape,
            shape2=shape,
        )
    return torch.from_numpy(source.latent.array())[None]


def normal(noise: Noise) -> Noise:
    """Equal pictures get equal settings: no noise at strength 0, no seed but for random noise."""
    if noise.mode == "none" or noise.strength == 0:
        return Noise("none")
    return noise if noise.mode == "random" else Noise(noise.mode, noise.strength)
