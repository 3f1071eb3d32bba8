import hashlib
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from ganstudio.engine import export
from ganstudio.engine.job import Progress, run
from ganstudio.errors import StudioError
from ganstudio.media import files, sheet
from ganstudio.recipe import FaceRecipe, ModelRef, Noise, Source, to_json

RECIPE = FaceRecipe(
    ModelRef("m"), a=Source(seed=4), b=Source(seed=5), psi=0.7, mix=(0.0, 1.0), noise=Noise("none")
)


@dataclass
class FakeRenderer:
    """Draws a flat colour that belongs to the recipe, and keeps in mind what it drew."""

    styles: int = 6
    drawn: list[FaceRecipe] = field(default_factory=list)
    broken_after: int = 10_000

    @property
    def library(self):
        card = SimpleNamespace(name="m", styles=self.styles, size=16)
        return SimpleNamespace(find=lambda model: SimpleNamespace(card=card))

    def render(self, recipe: FaceRecipe):
        if len(self.drawn) == self.broken_after:
            raise RuntimeError("out of order")
        self.drawn.append(recipe)
        return SimpleNamespace(pixels=flat(recipe))


def flat(recipe: FaceRecipe) -> np.ndarray:
    colour = list(hashlib.sha256(to_json(recipe).encode()).digest()[:3])
    return np.full((4, 4, 3), colour, np.uint8)


@pytest.fixture
def renderer() -> FakeRenderer:
    return FakeRenderer()


def cells(path, columns: int, rows: int, gap: int = 0) -> list[np.ndarray]:
    whole = np.asarray(Image.open(path))
    assert whole.shape == (rows * (4 + gap) - gap, columns * (4 + gap) - gap, 3)
    step = 4 + gap
    return [
        whole[r * step : r * step + 4, c * step : c * step + 4]
        for r in range(rows)
        for c in range(columns)
    ]


def test_a_grid_has_one_picture_a_seed_in_order(renderer, tmp_path):
    path = tmp_path / "grid.png"
    assert run(export.seed_grid(renderer, RECIPE, [3, 1, 2], 2, path, gap=1)) == path
    expected = [flat(replace(RECIPE, a=Source(seed=s))) for s in (3, 1, 2)]
    seen = cells(path, 2, 2, gap=1)
    assert all(np.array_equal(a, b) for a, b in zip(seen[:3], expected, strict=True))
    assert (seen[3] == sheet.PAPER).all()


def test_a_grid_carries_every_recipe(renderer, tmp_path):
    path = run(export.seed_grid(renderer, RECIPE, [3, 1], 2, tmp_path / "grid.png"))
    assert files.read_layout(path).cells == tuple(renderer.drawn)


def test_an_exported_sheet_drawn_again_has_the_same_bytes(renderer, tmp_path):
    first = run(export.mix_sheet(renderer, RECIPE, [1, 2], [3], [0], tmp_path / "a.png", gap=2))
    again = run(export.draw_sheet(renderer, files.read_layout(first), tmp_path / "b.png"))
    assert first.read_bytes() == again.read_bytes()


def test_a_mix_sheet_has_the_chosen_layers_of_its_row_and_the_rest_of_its_column(
    renderer, tmp_path
):
    path = tmp_path / "mix.png"
    run(export.mix_sheet(renderer, RECIPE, [1, 2], [10, 11, 12], [0, 1], path))
    layout = files.read_layout(path)
    assert layout.columns == 4
    assert len(layout.cells) == 12
    plain = replace(RECIPE, mix=())
    assert layout.cells[:4] == (None, *(replace(plain, a=Source(seed=b)) for b in (10, 11, 12)))
    assert [layout.cells[i] for i in (4, 8)] == [replace(plain, a=Source(seed=a)) for a in (1, 2)]
    mixed = layout.cells[11]  # second row, third column
    assert (mixed.a.seed, mixed.b.seed) == (2, 12)
    assert mixed.mix == (0, 0, 1, 1, 1, 1)
    assert (mixed.psi, mixed.noise) == (0.7, Noise("none"))
    seen = cells(path, 4, 3)
    assert (seen[0] == sheet.PAPER).all()
    assert np.array_equal(seen[11], flat(mixed))


def test_a_mix_sheet_of_far_too_many_is_refused_before_it_is_laid_out():
    card = SimpleNamespace(name="m", styles=6)
    made = []

    class Seeds:
        """As many as one may type."""

        def __len__(self):
            return 10_000

        def __iter__(self):
            made.append(1)
            return iter(())

    with pytest.raises(StudioError, match="at most 10000 pictures, not 100020001"):
        export.mix_layout(card, RECIPE, Seeds(), Seeds(), [0])
    assert not made


def test_progress_counts_the_pictures(renderer, tmp_path):
    moved = list(export.seed_grid(renderer, RECIPE, [1, 2, 3], 2, tmp_path / "grid.png"))
    assert moved == [Progress(done, 3) for done in range(4)]


def test_several_pictures_go_to_one_file_each(renderer, tmp_path):
    recipes = [export.seeded(RECIPE, seed) for seed in (7, 8)]
    paths = [tmp_path / "7.png", tmp_path / "8.webp"]
    assert run(export.pictures(renderer, recipes, paths)) == paths
    assert files.read_recipe(paths[0]) == recipes[0]
    assert np.array_equal(np.asarray(Image.open(paths[0])), flat(recipes[0]))
    assert paths[1].read_bytes()[8:12] == b"WEBP"


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_a_cancelled_sheet_leaves_nothing(renderer, tmp_path, steps):
    job = export.seed_grid(renderer, RECIPE, [1, 2, 3], 2, tmp_path / "grid.png")
    for _ in range(steps):
        next(job)
    job.close()
    assert list(tmp_path.iterdir()) == []


def test_a_failed_sheet_leaves_what_was_there(tmp_path):
    path = tmp_path / "grid.png"
    path.write_bytes(b"before")
    with pytest.raises(RuntimeError, match="out of order"):
        run(export.seed_grid(FakeRenderer(broken_after=2), RECIPE, [1, 2, 3], 2, path))
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_wrong_target_is_said_before_anything_is_drawn(renderer, tmp_path):
    for path in (tmp_path / "grid.gif", tmp_path / "nowhere" / "grid.png", tmp_path):
        with pytest.raises(StudioError):
            run(export.seed_grid(renderer, RECIPE, [1], 1, path))
        with pytest.raises(StudioError):
            run(export.pictures(renderer, [RECIPE, RECIPE], [tmp_path / "good.png", path]))
    assert renderer.drawn == []


def test_a_sheet_of_nothing_is_refused(renderer, tmp_path):
    with pytest.raises(StudioError, match="nothing to draw"):
        run(export.draw_sheet(renderer, sheet.Layout((None,), 1), tmp_path / "grid.png"))


def test_a_model_without_style_layers_cannot_mix(tmp_path):
    with pytest.raises(StudioError, match="no style layers"):
        export.mix_sheet(FakeRenderer(styles=0), RECIPE, [1], [2], [0], tmp_path / "mix.png")


def test_a_layer_that_is_not_there_is_said(renderer, tmp_path):
    with pytest.raises(StudioError, match="0 to 5, so there is no layer 6"):
        export.mix_sheet(renderer, RECIPE, [1], [2], [4, 6], tmp_path / "mix.png")
