"""Where the key frames and the ways between them lie on the strip."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ganstudio.latent.paths import Path

THUMB = 64  # px
WAY = 56  # px between two key frames, where the seconds stand
EDGE = 16  # px left and right of all
RING = 4  # px at most around the chosen one
PITCH = THUMB + WAY


@dataclass(frozen=True)
class Shape:
    """For `count` key frames; a closed path has a way after the last one too."""

    count: int
    closed: bool
    height: int

    @property
    def width(self) -> int:
        ways = self.count if self.closed else self.count - 1
        return 2 * EDGE + self.count * THUMB + max(ways, 0) * WAY

    def frame(self, index: int) -> QRectF:
        """The thumbnail of a key frame."""
        return QRectF(EDGE + index * PITCH, (self.height - THUMB) / 2, THUMB, THUMB)

    def way(self, index: int) -> QRectF:
        """Between a key frame and the next one."""
        return QRectF(EDGE + index * PITCH + THUMB, (self.height - THUMB) / 2, WAY, THUMB)

    def frame_at(self, place: QPointF) -> int | None:
        """The key frame under the pointer."""
        return next((k for k in range(self.count) if self.frame(k).contains(place)), None)

    def way_at(self, place: QPointF) -> int | None:
        """The way under the pointer, by the key frame that it begins at."""
        ways = self.count if self.closed else self.count - 1
        return next((k for k in range(ways) if self.way(k).contains(place)), None)

    def within(self, left: float, right: float) -> range:
        """The key frames that show between two places, with their ways and rings."""
        first, last = ((x - EDGE) // PITCH for x in (left - RING, right + RING))
        return range(max(int(first), 0), min(int(last) + 1, self.count))

    def slot_at(self, x: float) -> int:
        """The gap that is nearest: 0 is before the first key frame, `count` after the last."""
        return min(max(round((x - EDGE + WAY / 2) / PITCH), 0), self.count)

    def slot_x(self, slot: int) -> float:
        """The middle of a gap."""
        return EDGE + slot * PITCH - (WAY / 2 if slot else EDGE / 2)

    def second_x(self, path: Path, second: float) -> float:
        """Where a moment lies: between the middles of two key frames."""
        begun = 0.0
        for index, frame in enumerate(path.frames):
            last = index + 1 == self.count and not self.closed
            if last or second <= begun + frame.seconds:
                gone = 0.0 if last else (second - begun) / frame.seconds
                return self.frame(index).center().x() + PITCH * gone
            begun += frame.seconds
        return self.frame(max(self.count - 1, 0)).center().x()
