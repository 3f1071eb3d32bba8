import numpy as np
import pytest
from PIL import Image

from ganstudio.engine import bringing
from ganstudio.engine.job import run
from ganstudio.engine.renderer import Renderer
from ganstudio.models.library import Library
from ganstudio.recipe import FaceRecipe, ModelRef
from tests.models.test_library import foreign, write


@pytest.fixture
def mine(tmp_path):
    return tmp_path / "mine"


@pytest.fixture
def renderer(mine):
    return Renderer(Library([mine]))


def test_files_that_will_not_do_do_not_stop_the_others(renderer, mine, tmp_path):
    write(tmp_path / "one.safetensors")
    foreign(tmp_path / "two.pth")
    bad = tmp_path / "bad.pkl"
    bad.write_bytes(b"no model")
    missing = tmp_path / "missing.safetensors"
    wanted = [tmp_path / "one.safetensors", bad, missing, tmp_path / "two.pth"]
    brought = run(bringing.bring_in(renderer, wanted))
    assert [entry.name for entry in brought.entries] == ["one", "two"]
    assert [
        name in str(error)
        for name, error in zip(("bad.pkl", "missing"), brought.failures, strict=True)
    ] == [True, True]
    assert sorted(path.name for path in mine.iterdir()) == ["one.safetensors", "two.safetensors"]


def test_progress_goes_on_over_all_files(renderer, tmp_path):
    for number in range(2):
        write(tmp_path / f"{number}.safetensors", number)
    steps = bringing.bring_in(renderer, [tmp_path / f"{n}.safetensors" for n in range(2)])
    told = list(steps)
    done = [progress.done for progress in told]
    assert done == sorted(done)
    assert done[-1] == told[-1].total == 2000
    assert {progress.note for progress in told} == {"0.safetensors", "1.safetensors"}


def test_what_is_in_stays_in_where_it_is_stopped(renderer, mine, tmp_path):
    for number in range(2):
        write(tmp_path / f"{number}.safetensors", number)
    steps = bringing.bring_in(renderer, [tmp_path / f"{n}.safetensors" for n in range(2)])
    while next(steps).note != "1.safetensors":
        pass
    steps.close()
    assert [path.name for path in mine.iterdir()] == ["0.safetensors"]


def test_a_thumbnail_is_small_and_kept(renderer, mine, tmp_path):
    digest = write(mine / "m.safetensors")
    recipe = FaceRecipe(ModelRef("m", digest))
    pixels = run(bringing.thumbnail(renderer, recipe, tmp_path / "cache" / "m.png"))
    assert np.array_equal(pixels, renderer.render(recipe).pixels)
    with Image.open(tmp_path / "cache" / "m.png") as kept:
        assert np.array_equal(np.asarray(kept), pixels)


def test_a_thumbnail_of_a_large_picture_is_no_larger_than_needed(tmp_path):
    recipe = FaceRecipe(ModelRef("random-dcgan-256-1"))
    pixels = run(bringing.thumbnail(Renderer(), recipe, tmp_path / "m.png"))
    assert pixels.shape == (bringing.SIDE, bringing.SIDE, 3)


def test_a_cache_that_cannot_be_written_is_no_failure(renderer, mine, tmp_path):
    digest = write(mine / "m.safetensors")
    (tmp_path / "file").write_text("in the way")
    recipe = FaceRecipe(ModelRef("m", digest))
    pixels = run(bringing.thumbnail(renderer, recipe, tmp_path / "file" / "m.png"))
    assert pixels.shape == (16, 16, 3)


def test_a_model_that_cannot_draw_says_why(renderer, mine, tmp_path):
    write(mine / "m.safetensors")
    content = bytearray((mine / "m.safetensors").read_bytes())
    content[-1] ^= 1
    (mine / "m.safetensors").write_bytes(content)
    error = run(bringing.thumbnail(renderer, FaceRecipe(ModelRef("m")), tmp_path / "m.png"))
    assert "damaged" in str(error)
    assert not (tmp_path / "m.png").exists()
