from dataclasses import dataclass, field
from types import SimpleNamespace

import numpy as np
import pytest

from ganstudio.engine import export
from ganstudio.engine.job import run
from ganstudio.errors import StudioError
from ganstudio.media import files, png
from ganstudio.recipe import FaceRecipe, ModelRef

RECIPE = FaceRecipe(ModelRef("m"))


@dataclass
class FakeRenderer:
    """Draws black squares and counts them."""

    drawn: list[FaceRecipe] = field(default_factory=list)

    def render(self, recipe: FaceRecipe):
        self.drawn.append(recipe)
        return SimpleNamespace(pixels=np.zeros((4, 4, 3), np.uint8))


@pytest.fixture
def renderer() -> FakeRenderer:
    return FakeRenderer()


@pytest.mark.parametrize(("name", "format"), [("g.jpg", "JPEG"), ("g.webp", "WEBP")])
def test_a_grid_too_long_for_its_format_is_refused_after_one_picture(
    renderer, tmp_path, monkeypatch, name, format
):
    monkeypatch.setitem(files.LONGEST, format, 11)
    with pytest.raises(StudioError, match="at most 11 pixels a side, this one is 12 x 4"):
        run(export.seed_grid(renderer, RECIPE, range(3), 3, tmp_path / name))
    assert len(renderer.drawn) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_grid_of_too_many_recipes_is_refused_before_the_first_picture(
    renderer, tmp_path, monkeypatch
):
    monkeypatch.setattr(png, "MOST_TEXT", 500)
    with pytest.raises(StudioError, match="do not fit into one PNG"):
        run(export.seed_grid(renderer, RECIPE, range(9), 3, tmp_path / "g.png"))
    assert renderer.drawn == []
    run(export.seed_grid(renderer, RECIPE, range(9), 3, tmp_path / "g.jpg"))
    run(export.seed_grid(renderer, RECIPE, range(9), 3, tmp_path / "g.png", with_recipe=False))
    assert b"ganstudio" not in (tmp_path / "g.png").read_bytes()


def test_too_little_memory_for_the_sheet_is_said(renderer, tmp_path, monkeypatch):
    def full(*_):
        raise MemoryError("Unable to allocate 1.5 GiB")

    monkeypatch.setattr(np, "full", full)
    with pytest.raises(StudioError, match="memory is not enough for a sheet of 12 x 4 pixels"):
        run(export.seed_grid(renderer, RECIPE, range(3), 3, tmp_path / "g.png"))
    assert len(renderer.drawn) == 1
