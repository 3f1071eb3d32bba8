import os
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from PIL import Image

from ganstudio.errors import StudioError
from ganstudio.media import kept
from ganstudio.media.files import read_recipe
from ganstudio.recipe import FaceRecipe, ModelRef, Source

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def recipe(seed=0):
    return FaceRecipe(ModelRef("faces", "0123"), a=Source(seed=seed))


def pixels(size=64):
    return np.random.default_rng(0).integers(0, 256, (size, size, 3), np.uint8)


@pytest.fixture
def three(tmp_path):
    return [kept.keep(tmp_path, recipe(s), pixels(), NOON + timedelta(s)) for s in range(3)]


def test_a_kept_picture_is_a_small_png_with_its_recipe(tmp_path):
    one = kept.keep(tmp_path / "new", recipe(7), pixels(512), NOON)
    assert read_recipe(one.path) == recipe(7)
    with Image.open(one.path) as image:
        assert image.size == (128, 128)
    assert one.key == kept.key_of(recipe(7)) != kept.key_of(recipe(8))
    assert one.when == NOON
    assert not one.starred


def test_a_small_picture_is_kept_pixel_by_pixel(tmp_path):
    one = kept.keep(tmp_path, recipe(), pixels(64), NOON)
    with Image.open(one.path) as image:
        assert np.array_equal(np.asarray(image), pixels(64))


def test_a_recipe_without_a_picture_is_kept_too(tmp_path):
    one = kept.keep(tmp_path, recipe(3), None, NOON)
    assert kept.Kept(one.path).recipe == recipe(3)


def test_the_newest_come_first_and_nothing_is_opened(tmp_path, three):
    three[1].path.write_bytes(b"damaged")
    (tmp_path / "notes.txt").touch()
    (tmp_path / ".ganstudio-1.part").touch()
    found = kept.listed(tmp_path)
    assert [one.name for one in found] == [one.name for one in reversed(three)]
    assert kept.listed(tmp_path / "nowhere") == []


def test_a_damaged_file_costs_only_itself(tmp_path, three):
    three[1].path.write_bytes(three[1].path.read_bytes()[:50])
    found = kept.listed(tmp_path)
    with pytest.raises(StudioError):
        _ = found[1].recipe
    assert (found[0].recipe, found[2].recipe) == (recipe(2), recipe(0))


def test_stars_are_seen_by_the_name_alone(tmp_path, three):
    starred = kept.star(three[0], True)
    assert starred.name == three[0].name
    assert [one.starred for one in kept.listed(tmp_path)] == [False, False, True]
    assert starred.recipe == recipe(0)
    assert kept.star(starred, False) == three[0]


def test_what_is_deleted_comes_back_until_the_folder_is_emptied(tmp_path, three):
    before = three[0].path.read_bytes()
    gone = kept.delete(three[0])
    assert len(kept.listed(tmp_path)) == 2
    back = kept.bring_back(gone)
    assert (back, back.path.read_bytes()) == (three[0], before)
    gone = kept.delete(back)
    kept.empty(tmp_path)
    assert not gone.path.exists()
    assert len(kept.listed(tmp_path)) == 2
    with pytest.raises(StudioError, match="not there any more"):
        kept.bring_back(gone)


def test_a_picture_that_somebody_put_there_has_the_time_of_its_file(tmp_path):
    path = tmp_path / "face.png"
    Image.fromarray(pixels()).save(path)
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    (one,) = kept.listed(tmp_path)
    assert (one.when, one.key) == (NOON, "")
    assert kept.star(one, True).starred


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_takes_nothing_is_said(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(StudioError, match="could not be written"):
        kept.keep(tmp_path, recipe(), pixels(), NOON)


def test_a_file_in_place_of_the_folder_is_said(tmp_path):
    (tmp_path / "history").touch()
    with pytest.raises(StudioError, match="could not be written"):
        kept.keep(tmp_path / "history", recipe(), pixels(), NOON)
