import numpy as np
import pytest

from ganstudio.datasets import procedural
from ganstudio.datasets.loading import load
from ganstudio.errors import StudioError


def test_shapes_without_end_and_with_classes():
    found = load("procedural", size=32)
    far = found.draw(10**9, 12, seed=4)
    assert far.pictures.shape == (12, 3, 32, 32) and far.pictures.dtype == np.uint8
    assert sorted(far.labels[2:8].tolist()) == list(range(6))  # 10**9 % 6 is 4
    assert found.classes == procedural.CLASSES and found.count == 0


def test_scenes_have_label_maps():
    found = load("procedural:scenes", size=32)
    drawn = found.draw(0, 20, seed=0)
    assert drawn.maps.shape == (20, 32, 32) and drawn.labels is None
    seen = np.bincount(drawn.maps.ravel())
    assert len(seen) == len(found.categories) and (seen > 0).all()
    assert found.draw(0, 2, seed=0, size=8).maps.shape == (2, 8, 8)


@pytest.mark.parametrize("source", ["procedural:shapes", "procedural:scenes"])
def test_a_picture_follows_from_seed_and_number(source):
    found = load(source, size=16)
    first = found.draw(0, 8, seed=1)
    assert np.array_equal(found.draw(4, 4, seed=1).pictures, first.pictures[4:])
    assert not np.array_equal(found.draw(0, 8, seed=2).pictures, first.pictures)
    assert len({picture.tobytes() for picture in first.pictures}) == 8


@pytest.mark.parametrize("source", ["procedural:shapes", "procedural:scenes"])
def test_it_looks_the_same_at_every_size(source):
    """Edges are smooth: a large one reduced is nearly what is drawn small."""
    found = {size: load(source, size=size) for size in (32, 128)}
    small = found[32].draw(0, 30, seed=3).pictures.astype(float)
    reduced = found[128].draw(0, 30, seed=3, size=32).pictures
    assert np.abs(small - reduced).mean() < 3


def test_shapes_of_two_classes_differ_by_more_than_their_colour():
    masks = []
    for number in range(12):
        pixels = procedural.draw_shape((64, 64), seed=0, number=number).astype(float)
        ground = np.abs(pixels - pixels[:, :1]).sum(2) > 30
        masks.append((procedural.shape_of(0, number), ground.mean()))
    assert all(0.02 < share < 0.6 for _, share in masks)
    assert {label for label, _ in masks} == set(range(6))


def test_what_cannot_be_drawn():
    with pytest.raises(StudioError, match="There are no procedural 'cats'"):
        load("procedural:cats", size=32)
