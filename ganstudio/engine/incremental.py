"""Syntheses that compute only what lies above the first change."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import torch
from torch import Tensor

from ganstudio.networks import stylegan, stylegan2

MOST_BYTES = 768 << 20  # activations kept; those of the two layers at 1024 px alone take 270 MB
Stale = Callable[[], bool]


class NoiseMaps(Protocol):
    """What the layers add: `of(layer)` is a map or None, and equal `key(layer)`s are equal maps."""

    def of(self, layer: int) -> Tensor | None: ...
    def key(self, layer: int) -> object: ...


class Incremental:
    """One picture after the other, each bit for bit what `synthesis(w, noise)` computes.

    What each layer made is kept under a hash of all that it was made of: its style, its noise and
    the hash of the layer before. So a change of a fine style costs the fine layers alone.
    `computed` counts the layers of the last picture that had to be computed, of `layers`: an early
    picture has fewer.
    """

    def __init__(self, synthesis: Any) -> None:
        self.synthesis = synthesis
        self.computed = self.layers = 0
        self._kept: dict[tuple[str, int], tuple[bytes, Tensor]] = {}

    def forget(self) -> None:
        """Give back the memory of the kept activations."""
        self._kept.clear()

    def _layers(
        self, w: Tensor, noise: NoiseMaps, stale: Stale, *, count: int
    ) -> Iterator[tuple[int, Tensor, bytes]]:
        """Each layer's number, activations and key, up to `count`; ends early once `stale()`.

        w: [1, layers, w_dim] on the CPU.
        """
        synthesis = self.synthesis
        device = synthesis.const.device
        x: Tensor = synthesis.start(1)
        key = b""
        room = MOST_BYTES
        self.computed = 0
        for layer in range(count):
            if stale():
                return
            self.layers = layer + 1
            style = w[:, layer]
            key = digest(key, style.numpy().tobytes(), repr(noise.key(layer)).encode())
            known = self._find("x", layer, key)
            if known is None:
                known = synthesis.layers[layer](x, style.to(device), noise.of(layer))
                self.computed += 1
            x = known
            room -= x.nbytes
            if room > 0:
                self._kept["x", layer] = key, x
            yield layer, x, key

    def _find(self, part: str, layer: int, key: bytes) -> Tensor | None:
        """What is kept under that key. Another key means that it is of no more use: it goes."""
        known = self._kept.get((part, layer))
        if known is not None and known[0] == key:
            return known[1]
        self._kept.pop((part, layer), None)
        return None


class SkipIncremental(Incremental):
    """StyleGAN 2, whose picture is a sum of those of all sizes."""

    @torch.no_grad()
    def pictures(
        self,
        w: Tensor,
        *,
        noise: NoiseMaps,
        early: int | None = None,
        stale: Stale = lambda: False,
        **_growth: Any,
    ) -> Iterator[Tensor]:
        """Yield float32 [1, 3, H, W]: one of `early` px on the way, if asked for, then the whole.

        w: [1, layers, w_dim] on the CPU. Ends without the whole picture once `stale()`; what is
        kept stays good.
        """
        synthesis = self.synthesis
        device = synthesis.const.device
        count = len(synthesis.layers)
        rgb: Tensor | None = None
        rgb_key = b""
        for layer, x, key in self._layers(w, noise, stale, count=count):
            if layer % 2:
                continue
            style = w[:, layer + 1]
            rgb_key = digest(key, rgb_key, style.numpy().tobytes())
            known = self._find("rgb", layer, rgb_key)
            if known is None:
                known = synthesis.to_rgb[layer // 2](x, style.to(device), rgb)
            rgb = known
            self._kept["rgb", layer] = rgb_key, rgb
            if layer == count - 1 or rgb.shape[-1] == early:
                yield rgb


class GrownIncremental(Incremental):
    """StyleGAN, whose stages have a to-RGB each."""

    @torch.no_grad()
    def pictures(
        self,
        w: Tensor,
        *,
        noise: NoiseMaps,
        early: int | None = None,
        stale: Stale = lambda: False,
        size: int | None = None,
        alpha: float = 1.0,
    ) -> Iterator[Tensor]:
        """Yield float32 [1, 3, size, size], or nothing once `stale()`. w: [1, layers, w_dim].

        `early` is not used: the to-RGBs of earlier stages have not learned with the last one.
        """
        to_rgb = self.synthesis.to_rgb
        whole = 4 << (len(to_rgb) - 1)
        last = stylegan.level_of(size or whole, levels=len(to_rgb))
        before: Tensor = self.synthesis.start(1)
        for layer, x, _ in self._layers(w, noise, stale, count=2 * last + 2):
            if layer == 2 * last - 1:
                before = x
            if layer == 2 * last + 1:
                yield stylegan.faded(to_rgb, last, x, before, alpha=alpha)


class Whole(Incremental):
    """Any other synthesis that takes styles and a list of noise maps: drawn anew each time."""

    @torch.no_grad()
    def pictures(
        self,
        w: Tensor,
        *,
        noise: NoiseMaps,
        early: int | None = None,
        stale: Stale = lambda: False,
        **growth: Any,
    ) -> Iterator[Tensor]:
        """Yield float32 [1, 3, H, W] once; `early` and `stale` are of no use here."""
        maps = [noise.of(layer) for layer in range(len(self.synthesis.layers))]
        self.computed = self.layers = len(maps)
        yield self.synthesis(w.to(next(self.synthesis.parameters()).device), maps, **growth)


def incremental(synthesis: Any) -> SkipIncremental | GrownIncremental | Whole:
    """The one for this synthesis."""
    if isinstance(synthesis, stylegan2.Synthesis):
        return SkipIncremental(synthesis)
    if isinstance(synthesis, stylegan.Synthesis):
        return GrownIncremental(synthesis)
    return Whole(synthesis)


def digest(*parts: bytes) -> bytes:
    return hashlib.blake2b(b"\0".join(parts), digest_size=16).digest()
