"""Where a picture lies in a widget: one scale and one offset."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """From picture pixels to widget pixels: `scale * picture + (x, y)`."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def zoomed(self, factor: float, *, about: tuple[float, float]) -> View:
        """Larger or smaller, the place in the widget `about` keeping its part of the picture."""
        x, y = about
        return View(self.scale * factor, x + (self.x - x) * factor, y + (self.y - y) * factor)

    def moved(self, dx: float, dy: float) -> View:
        """Shifted by widget pixels."""
        return View(self.scale, self.x + dx, self.y + dy)

    def kept(self, picture: tuple[int, int], area: tuple[int, int]) -> View:
        """Shifted as far as needed for the middle of the area to lie within the picture."""
        offsets = (
            min(max(offset, room / 2 - self.scale * size), room / 2)
            for offset, size, room in zip((self.x, self.y), picture, area, strict=True)
        )
        return View(self.scale, *offsets)


def fitted(picture: tuple[int, int], area: tuple[int, int], *, margin: int) -> View:
    """The whole picture in the middle of the area, as large as it can be."""
    scale = min(max(room - 2 * margin, 1) / size for room, size in zip(area, picture, strict=True))
    x, y = ((room - scale * size) / 2 for room, size in zip(area, picture, strict=True))
    return View(scale, x, y)
