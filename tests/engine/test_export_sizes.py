from dataclasses import dataclass, replace
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from ganstudio.engine import export
from ganstudio.engine.job import run
from ganstudio.media import files
from ganstudio.media.sheet import Layout
from ganstudio.recipe import FaceRecipe, ModelRef, Source

FACE = FaceRecipe(ModelRef("m"))


@dataclass
class FakeRenderer:
    """Draws the seed as a grey, as large as the stage."""

    size: int = 16

    @property
    def library(self):
        card = SimpleNamespace(size=self.size)
        return SimpleNamespace(find=lambda model: SimpleNamespace(card=card))

    def render(self, recipe):
        size = recipe.stage or self.size
        return SimpleNamespace(pixels=np.full((size, size, 3), recipe.a.seed, np.uint8))


def seen(path):
    return np.asarray(Image.open(path))


def test_pictures_of_early_stages_are_enlarged(tmp_path):
    cells = tuple(replace(FACE, a=Source(n), stage=s) for n, s in enumerate((4, 8, None)))
    path = tmp_path / "growth.png"
    run(export.draw_sheet(FakeRenderer(), Layout(cells, 3), path))
    drawn = seen(path)
    assert drawn.shape == (16, 48, 3)
    assert [drawn[:, 16 * i : 16 * i + 16].max() for i in range(3)] == [0, 1, 2]
    assert [drawn[:, 16 * i : 16 * i + 16].min() for i in range(3)] == [0, 1, 2]
    again = run(export.draw_sheet(FakeRenderer(), files.read_layout(path), tmp_path / "b.png"))
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("stage", [8, None])
def test_a_sheet_of_one_stage_is_as_large_as_its_pictures(tmp_path, stage):
    cells = tuple(replace(FACE, a=Source(n), stage=stage) for n in range(2))
    path = run(export.draw_sheet(FakeRenderer(), Layout(cells, 2), tmp_path / "a.png"))
    assert seen(path).shape == (stage or 16, 2 * (stage or 16), 3)


def test_a_map_is_drawn_where_the_sheet_has_one(tmp_path):
    cells = (replace(FACE, a=Source(10)), replace(FACE, a=Source(90)), None)
    path = tmp_path / "a.png"
    run(export.draw_sheet(FakeRenderer(), Layout(cells, 3), path, spreads={2: (0, 1)}))
    assert (seen(path)[:, 32:] == 255).all()  # they differ alike everywhere
    assert files.read_layout(path).cells == cells
