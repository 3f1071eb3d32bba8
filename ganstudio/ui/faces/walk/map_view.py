"""Which part of the plane of seeds the pad shows, and where on it a place lies."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from ganstudio.latent.plane import ROW, SEEDS

FARTHEST, NEAREST = 24.0, 96.0  # px a step
INSET = 0.15  # of the pad, at each edge, that the present place is kept out of


@dataclass(frozen=True)
class MapView:
    """`x`, `y`: how far the middle lies to the right of and below `seed`; `step`: px a step."""

    seed: int = 0
    x: float = 0.0
    y: float = 0.0
    step: float = 48.0

    def on_pad(self, right: float, down: float, side: float) -> tuple[float, float]:
        """Pixels of a place, given in steps from the seed."""
        return (right - self.x) * self.step + side / 2, (down - self.y) * self.step + side / 2

    def on_plane(self, left: float, top: float, side: float) -> tuple[float, float]:
        """Steps from the seed to the place at these pixels."""
        return (left - side / 2) / self.step + self.x, (top - side / 2) / self.step + self.y

    def cells(self, side: float) -> list[tuple[int, int]]:
        """The whole steps that are at least partly in view, those in the middle first."""
        reach = side / 2 / self.step + 0.5
        places = [
            (i, j)
            for j in range(math.ceil(self.y - reach), math.floor(self.y + reach) + 1)
            for i in range(math.ceil(self.x - reach), math.floor(self.x + reach) + 1)
        ]
        return sorted(places, key=lambda at: math.dist(at, (self.x, self.y)))

    def zoomed(self, factor: float, left: float, top: float, side: float) -> MapView:
        """Nearer or farther, the place at these pixels keeping its place."""
        step = min(max(self.step * factor, FARTHEST), NEAREST)
        right, down = self.on_plane(left, top, side)
        way = (left - side / 2) / step, (top - side / 2) / step
        return replace(self, x=right - way[0], y=down - way[1], step=step)

    def following(self, seed: int, at: tuple[float, float], side: float) -> MapView:
        """The view from another seed, moved so that the place stays in view.

        A place that is far off, say of a seed that was typed, comes to the middle.
        """
        right, down = steps(self.seed, seed)
        x, y = self.x - right, self.y - down
        room = side / self.step * (0.5 - INSET)
        if max(abs(at[0] - x), abs(at[1] - y)) > side / self.step:
            x, y = at
        x = min(max(x, at[0] - room), at[0] + room)
        y = min(max(y, at[1] - room), at[1] + room)
        return MapView(seed, x, y, self.step)


def steps(start: int, end: int) -> tuple[int, int]:
    """The shortest way from seed to seed: steps to the right and down."""
    way = (end - start + SEEDS // 2) % SEEDS - SEEDS // 2
    down = round(way / ROW)
    return way - ROW * down, down
