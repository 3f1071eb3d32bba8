"""StyleGAN 2's synthesis that computes only what lies above the first change."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from ganstudio.networks.stylegan2 import Synthesis

MOST_BYTES = 768 << 20  # activations kept; those of the two layers at 1024 px alone take 270 MB


class Incremental:
    """One picture after the other, each bit for bit what `synthesis(w, noise)` computes.

    What each layer made is kept under a hash of all that it was made of: its style, its noise and
    the hash of the layer before. So a change of a fine style costs the fine layers alone.
    """

    def __init__(self, synthesis: Synthesis) -> None:
        self.synthesis = synthesis
        self._kept: dict[tuple[str, int], tuple[bytes, Tensor]] = {}

    def forget(self) -> None:
        """Give back the memory of the kept activations."""
        self._kept.clear()

    @torch.no_grad()
    def pictures(
        self,
        w: Tensor,
        *,
        noise: Callable[[int], Tensor | None],
        noise_key: object,
        early: int | None = None,
        stale: Callable[[], bool] = lambda: False,
    ) -> Iterator[Tensor]:
        """Yield float32 [1, 3, H, W]: one of `early` px on the way, if asked for, then the whole.

        w: [1, layers, w_dim] on the CPU. noise(layer) gives a layer's map; an equal `noise_key`
        means equal maps. Ends without the whole picture once `stale()`; what is kept stays good.
        """
        synthesis = self.synthesis
        styles = [row.numpy().tobytes() for row in w[0]]
        w = w.to(synthesis.const.device)
        x: Tensor = synthesis.start(1)
        rgb: Tensor | None = None
        x_key, rgb_key = digest(repr(noise_key).encode()), b""
        room = MOST_BYTES
        for layer in range(len(synthesis.layers)):
            if stale():
                return
            x_key = digest(x_key, styles[layer])
            known = self._find("x", layer, x_key)
            if known is None:
                known = synthesis.layers[layer](x, w[:, layer], noise(layer))
            x = known
            room -= x.nbytes
            if room > 0:
                self._kept["x", layer] = x_key, x
            if layer % 2:
                continue
            rgb_key = digest(x_key, rgb_key, styles[layer + 1])
            known = self._find("rgb", layer, rgb_key)
            if known is None:
                known = synthesis.to_rgb[layer // 2](x, w[:, layer + 1], rgb)
            rgb = known
            self._kept["rgb", layer] = rgb_key, rgb
            if rgb.shape[-1] == early and layer + 1 < len(synthesis.layers):
                yield rgb
        assert rgb is not None
        yield rgb

    def _find(self, part: str, layer: int, key: bytes) -> Tensor | None:
        """What is kept under that key. Another key means that it is of no more use: it goes."""
        known = self._kept.get((part, layer))
        if known is not None and known[0] == key:
            return known[1]
        self._kept.pop((part, layer), None)
        return None


def digest(*parts: bytes) -> bytes:
    return hashlib.blake2b(b"\0".join(parts), digest_size=16).digest()
