"""What can be filmed: the way from A to B, the key frames, or all that was done until now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ganstudio.latent.paths import Path, between_sources
from ganstudio.recipe import Drawable, FaceRecipe
from ganstudio.ui.faces.paths.edits import lasting, recipes_as_path

Kind = Literal["sources", "path", "history", "cuts"]
PER_STEP = 0.5  # seconds that a step of the history takes, to begin with


@dataclass(frozen=True)
class Footage:
    """`seconds`: what playing from A to B takes."""

    recipe: FaceRecipe
    path: Path
    history: Sequence[FaceRecipe]
    seconds: float

    def has(self, kind: Kind) -> bool:
        """Whether there is anything of that kind to film."""
        if kind == "path":
            return len(self.path.frames) > 1
        return kind == "sources" or len(self.history) > 1

    def usual_seconds(self, kind: Kind) -> float:
        """How long it takes unless the user says otherwise."""
        if kind == "path":
            return self.path.seconds
        return self.seconds if kind == "sources" else PER_STEP * max(len(self.history), 2)

    def count(self, kind: Kind, *, fps: float, seconds: float, back: bool) -> int:
        """How many pictures `moments` gives, without making them."""
        count = round(seconds * fps)
        if kind == "cuts":
            count = max(count, len(self.history))
        elif kind == "path" and self.path.closed:
            count = max(count, 1)
        else:
            count = max(count, 1) + 1
        return 2 * count - 2 if back and count > 1 else count

    def moments(self, kind: Kind, *, fps: float, seconds: float, back: bool) -> list[Drawable]:
        """The pictures of the film, in order; `back`: and the same way back."""
        forth = self._forth(kind, fps=fps, seconds=seconds)
        return [*forth, *forth[-2:0:-1]] if back else forth

    def _forth(self, kind: Kind, *, fps: float, seconds: float) -> list[Drawable]:
        if kind == "cuts":
            count = max(round(seconds * fps), len(self.history))
            return [self.history[k * len(self.history) // count] for k in range(count)]
        if kind == "sources":
            path = between_sources(self.recipe, seconds)
        elif kind == "path":
            path = lasting(self.path, seconds)
        else:
            path = recipes_as_path(list(self.history), seconds)
        return list(path.moments(fps))
