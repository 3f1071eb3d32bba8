import numpy as np
import pytest

from ganstudio.datasets import order
from ganstudio.datasets.collection import Held, halved, levels_of, sizes_below


def test_any_stretch_is_a_part_of_the_same_order():
    whole = order.places(0, 50, seed=3, n=7)
    for start in (0, 3, 20, 41):
        assert np.array_equal(order.places(start, 9, seed=3, n=7), whole[start : start + 9])
    assert not np.array_equal(order.places(0, 50, seed=4, n=7), whole)


def test_balanced_every_class_comes_equally_often_and_every_picture_in_turn():
    groups = (np.arange(0, 2), np.arange(2, 12), np.arange(12, 15))
    drawn = order.balanced(0, 90, seed=5, groups=groups)
    counts = np.bincount(drawn, minlength=15)
    assert counts[:2].tolist() == [15, 15]
    assert counts[2:12].tolist() == [3] * 10
    assert counts[12:].tolist() == [10] * 3
    rounds = np.digitize(drawn, [2, 12]).reshape(30, 3)
    assert (np.sort(rounds, axis=1) == [0, 1, 2]).all()
    assert len({tuple(each) for each in rounds}) > 1
    assert np.array_equal(order.balanced(17, 20, seed=5, groups=groups), drawn[17:37])


def held(labels, classes=("a", "b", "c")):
    pictures = np.random.default_rng(0).integers(0, 256, (len(labels), 3, 16, 16), np.uint8)
    maps = np.random.default_rng(1).integers(0, 5, (len(labels), 16, 16)).astype(np.uint8)
    levels = {16: pictures}
    labels = np.array(labels, np.int64)
    return Held(
        layout="pictures", size=(16, 16), levels=levels, labels=labels, maps=maps, classes=classes
    )


def test_a_class_without_pictures_is_no_hindrance():
    found = held([0, 0, 0, 2])
    drawn = found.draw(0, 8, seed=0, balanced=True)
    assert np.bincount(drawn.labels).tolist() == [4, 0, 4]


def test_labels_and_maps_go_with_their_pictures():
    found = held([0, 1, 2, 1, 0])
    drawn = found.draw(3, 9, seed=1)
    where = order.places(3, 9, seed=1, n=5)
    assert np.array_equal(drawn.pictures, found.pictures[where])
    assert np.array_equal(drawn.maps, found.maps[where])
    assert drawn.labels.tolist() == found.labels[where].tolist()


def test_smaller_ones_are_means_of_squares_and_maps_keep_their_classes():
    found = held([0, 1])
    drawn = found.draw(0, 2, seed=1, size=4)
    whole = found.draw(0, 2, seed=1)
    squares = whole.pictures.reshape(2, 3, 4, 4, 4, 4).astype(float).mean((3, 5))
    assert np.abs(drawn.pictures - squares).max() <= 0.5
    assert np.array_equal(drawn.maps, whole.maps[:, 2::4, 2::4])
    with pytest.raises(ValueError, match="no whole part"):
        found.draw(0, 2, seed=1, size=5)


def test_a_level_in_store_is_just_what_is_made_on_the_fly():
    picture = np.random.default_rng(2).integers(0, 256, (3, 64, 32), np.uint8)
    assert sizes_below((64, 32)) == [16, 8, 4]
    for step, level in zip((2, 4, 8), levels_of(picture, 3), strict=True):
        assert np.array_equal(level, halved(picture, step))
    assert sizes_below((6, 6)) == [3]
    assert halved(np.full((3, 6, 6), 255, np.uint8), 3).tolist() == [[[255] * 2] * 2] * 3
