"""In how many unpicked samples of a face model does OpenCV find a face?

    python -m benchmarks.faces_found --model faces --psi 0.8 --sheet samples.png

The frontal-face cascade at OpenCV's own settings, on the picture enlarged to 256 px; a face must be
at least a third of the picture wide. Of 100 photographs of faces made as small as 64 px it finds
100, in 100 pictures of clothes 3, in 100 faces cut into 16 shuffled pieces none.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from ganstudio.commands.arguments import seeds_of
from ganstudio.engine.renderer import Renderer
from ganstudio.media.files import save_picture
from ganstudio.media.sheet import Layout, sheet
from ganstudio.recipe import FaceRecipe, ModelRef, Source

SIDE = 256
SMALLEST = SIDE // 3


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Count the samples that show a face.")
    parser.add_argument("--model", default="faces")
    parser.add_argument("--psi", type=float, default=0.8)
    parser.add_argument("--seeds", default="0-63")
    parser.add_argument("--sheet", type=Path, help="write all samples on one sheet, 8 a row")
    options = parser.parse_args(arguments)

    renderer = Renderer()
    entry = renderer.library.find(options.model)
    model = ModelRef(entry.name, entry.digest)
    recipes = [
        FaceRecipe(model, a=Source(seed=seed), psi=options.psi)
        for seed in seeds_of(options.seeds, option="--seeds")
    ]
    samples = [renderer.render(recipe).pixels for recipe in recipes]
    finder = FaceFinder()
    found = [finder.finds(pixels) for pixels in samples]
    missed = [str(r.a.seed) for r, face in zip(recipes, found, strict=True) if not face]
    if options.sheet:
        save_picture(options.sheet, sheet(samples, 8), recipe=Layout(tuple(recipes), 8))
    print(
        f"{sum(found)} of {len(found)} samples show a face "
        f"({options.model}, psi {options.psi:g}, seeds {options.seeds})."
        + (f" Not seeds {', '.join(missed)}." if missed else "")
    )


class FaceFinder:
    """OpenCV's frontal-face Haar cascade."""

    def __init__(self) -> None:
        folder = Path(cv2.__file__).parent / "data"
        self._cascade = cv2.CascadeClassifier(str(folder / "haarcascade_frontalface_default.xml"))

    def finds(self, pixels: np.ndarray) -> bool:
        """Whether uint8 RGB [H, W, 3] shows a face."""
        grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
        grey = cv2.resize(grey, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
        return len(self._cascade.detectMultiScale(grey, minSize=(SMALLEST, SMALLEST))) > 0


if __name__ == "__main__":
    main()
