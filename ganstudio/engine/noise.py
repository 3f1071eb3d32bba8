"""The noise maps of a recipe, scale by scale, made once per setting."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor

from ganstudio.recipe import Noise


class Maps:
    """Each layer's map as the noise of a recipe wants it, the same on every device.

    `layers` have `size` and `noise_const` [H, W]; random maps are drawn on the CPU from the seed
    and the layer's number.
    """

    def __init__(self, layers: Any) -> None:
        self._layers = layers
        self._noise = Noise()
        self._made: dict[int, tuple[object, Tensor | None]] = {}

    def forget(self) -> None:
        """Keep no map."""
        self._made.clear()

    def show(self, noise: Noise) -> None:
        """Use this setting from now on; maps that stay the same are kept."""
        self._noise = noise

    def key(self, layer: int) -> tuple[str, float, int]:
        """Mode, strength and seed of a layer, alike for maps that are alike."""
        noise = self._noise
        scale = int(self._layers[layer].size).bit_length() - 3
        strength = noise.strength
        if scale < len(noise.strengths):
            strength *= noise.strengths[scale]
        mode = (noise.modes[scale] if scale < len(noise.modes) else None) or noise.mode
        if mode == "none" or strength == 0:
            return "none", 0.0, 0
        if mode == "const":
            return "const", strength, 0
        own = noise.seeds[scale] if scale < len(noise.seeds) else None
        return "random", strength, noise.seed if own is None else own

    def of(self, layer: int) -> Tensor | None:
        """The map [1, 1, H, W], or None for no noise."""
        key = self.key(layer)
        made = self._made.get(layer)
        if made is None or made[0] != key:
            made = self._made[layer] = key, self._make(layer, *key)
        return made[1]

    def _make(self, layer: int, mode: str, strength: float, seed: int) -> Tensor | None:
        if mode == "none":
            return None
        const: Tensor = self._layers[layer].noise_const
        if mode == "const":
            return const[None, None] * strength
        draw = np.random.default_rng([seed, layer])
        drawn = draw.standard_normal(const.shape, dtype=np.float32)
        return torch.from_numpy(drawn)[None, None].to(const.device) * strength
