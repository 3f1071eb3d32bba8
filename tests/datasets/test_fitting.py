import numpy as np
import pytest
from PIL import Image

from ganstudio.datasets.examples import DONT_CARE, Content
from ganstudio.datasets.fitting import fitted, frame


def halves(width, height):
    """Red left, blue right, and a label map of half the size that says so."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, : width // 2, 0] = 255
    pixels[:, width // 2 :, 2] = 255
    labels = np.zeros((height // 2, width // 2), np.uint8)
    labels[:, width // 4 :] = 1
    return Content(Image.fromarray(pixels), labels)


def test_the_middle_is_cut_out_and_the_map_follows():
    parts = fitted(halves(80, 40), shape=(20, 20), fit="centre")
    red, _, blue = parts["pictures"]
    assert (red[:, :9] > 250).all() and (blue[:, 11:] > 250).all()
    assert (parts["maps"][:, :10] == 0).all() and (parts["maps"][:, 10:] == 1).all()


def test_whole_has_white_borders_where_nobody_cares():
    parts = fitted(halves(80, 40), shape=(20, 20), fit="whole")
    assert (parts["pictures"][:, :5] == 255).all() and (parts["pictures"][:, 15:] == 255).all()
    assert (parts["maps"][:5] == DONT_CARE).all() and (parts["maps"][15:] == DONT_CARE).all()
    assert (parts["maps"][5:15, :10] == 0).all() and (parts["maps"][5:15, 10:] == 1).all()
    assert (parts["pictures"][0, 5:15, :9] > 250).all()


def test_stretched_keeps_all():
    parts = fitted(halves(80, 40), shape=(20, 20), fit="stretch")
    assert (parts["maps"][:, :10] == 0).all() and (parts["maps"][:, 10:] == 1).all()


def test_a_random_part_follows_from_the_name():
    cuts = {frame(80, 40, shape=(8, 8), fit="random", name=f"{i}.png") for i in range(20)}
    assert len(cuts) == 20
    assert all(cut.left >= 0 and cut.right <= 1 for cut in cuts)
    assert {round(cut.right - cut.left, 9) for cut in cuts} == {0.5}
    again = frame(80, 40, shape=(8, 8), fit="random", name="3.png")
    assert again in cuts


@pytest.mark.parametrize("fit", ["centre", "whole", "stretch", "random"])
@pytest.mark.parametrize("size", [(1, 1), (1, 90), (90, 1), (7, 5)])
def test_any_size_fits(fit, size):
    width, height = size
    content = Content(Image.new("RGB", size), np.zeros((height, width), np.uint8))
    parts = fitted(content, shape=(8, 16), fit=fit)
    assert parts["pictures"].shape == (3, 8, 16) and parts["maps"].shape == (8, 16)


def test_maps_get_no_class_that_was_not_there():
    labels = np.random.default_rng(0).choice([2, 9], (33, 33)).astype(np.uint8)
    parts = fitted(Content(Image.new("RGB", (33, 33)), labels), shape=(16, 16), fit="centre")
    assert set(np.unique(parts["maps"])) == {2, 9}


def test_a_map_of_other_proportions_is_refused():
    content = Content(Image.new("RGB", (40, 20)), np.zeros((20, 20), np.uint8))
    with pytest.raises(ValueError, match="a label map of 20x20 for a picture of 40x20"):
        fitted(content, shape=(8, 8), fit="centre")
