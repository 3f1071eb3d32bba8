import numpy as np
import pytest

from ganstudio.engine.picture import Picture
from ganstudio.latent.paths import MOST_FRAMES
from ganstudio.recipe import FaceRecipe, ModelRef, Source
from ganstudio.ui import thumbnails
from ganstudio.ui.thumbnails import SIDE, Thumbnails


def recipe(seed):
    return FaceRecipe(ModelRef("faces"), a=Source(seed))


def picture(seed, *, exact=True):
    pixels = np.full((64, 64, 3), seed, np.uint8)
    return Picture(recipe(seed), pixels, exact=exact, ms=3.0, device="cpu")


@pytest.fixture
def thumbs(qapp):
    thumbs = Thumbnails("mine")
    thumbs.asked = []
    thumbs.wanted.connect(lambda key, recipe: thumbs.asked.append(recipe.a.seed))
    return thumbs


def test_one_after_the_other_in_the_order_wanted(thumbs):
    thumbs.want([recipe(3), recipe(1), recipe(2)])
    assert thumbs.asked == [3]
    thumbs.take("mine", picture(3))
    thumbs.take("mine", picture(1))
    assert thumbs.asked == [3, 1, 2]
    assert thumbs.of(recipe(3)).size().toTuple() == (SIDE, SIDE)
    assert thumbs.of(recipe(2)) is None


def test_previews_and_pictures_of_others_do_not_count(thumbs):
    thumbs.want([recipe(3)])
    thumbs.take("mine", picture(3, exact=False))
    thumbs.take("others", picture(3))
    thumbs.take("mine", picture(4))
    assert thumbs.of(recipe(3)) is None


def test_what_is_wanted_now_replaces_what_waited(thumbs):
    thumbs.want([recipe(1), recipe(2)])
    thumbs.want([recipe(5)])
    thumbs.take("mine", picture(1))
    assert thumbs.asked == [1, 5]


def test_what_is_being_drawn_is_not_drawn_again(thumbs):
    thumbs.want([recipe(1), recipe(2)])
    thumbs.want([recipe(2), recipe(1)])
    thumbs.take("mine", picture(1))
    thumbs.take("mine", picture(2))
    assert thumbs.asked == [1, 2]


def test_as_many_are_kept_as_a_path_has():
    assert thumbnails.MOST >= MOST_FRAMES


def test_held_it_asks_for_nothing(thumbs):
    thumbs.hold(True)
    thumbs.want([recipe(1)])
    assert thumbs.asked == []
    thumbs.hold(False)
    assert thumbs.asked == [1]


def test_after_a_failure_it_waits_until_it_is_asked_again(thumbs):
    thumbs.want([recipe(1), recipe(2)])
    thumbs.give_up("others")
    thumbs.want([recipe(2)])
    assert thumbs.asked == [1]
    thumbs.give_up("mine")
    assert thumbs.asked == [1]
    thumbs.want([recipe(2)])
    assert thumbs.asked == [1, 2]


def test_those_not_looked_at_for_longest_go_first(thumbs, monkeypatch):
    monkeypatch.setattr(thumbnails, "MOST", 2)
    thumbs.want([recipe(seed) for seed in range(3)])
    thumbs.take("mine", picture(0))
    thumbs.take("mine", picture(1))
    thumbs.of(recipe(0))
    thumbs.take("mine", picture(2))
    assert thumbs.of(recipe(1)) is None
    assert thumbs.of(recipe(0)) is not None
