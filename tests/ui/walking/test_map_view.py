import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganstudio.latent.plane import SEEDS, seed_at
from ganstudio.ui.faces.walk.map_view import FARTHEST, NEAREST, MapView, steps

SIDE = 200.0


@given(st.integers(0, SEEDS - 1), st.integers(-49, 49), st.integers(-1000, 1000))
def test_the_way_between_seeds_is_found_again(seed, right, down):
    assert steps(seed, seed_at(seed, right, down)) == (right, down)


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(FARTHEST, NEAREST))
def test_a_place_on_the_pad_is_found_again_on_the_plane(right, down, step):
    view = MapView(7, 0.3, -0.2, step)
    assert view.on_plane(*view.on_pad(right, down, SIDE), SIDE) == pytest.approx((right, down))


def test_the_middle_is_in_the_middle():
    assert MapView(7, 1.5, -2.0).on_pad(1.5, -2.0, SIDE) == (100, 100)


def test_cells_in_view_begin_in_the_middle_and_reach_the_edges():
    cells = MapView(0, 0, 0, step=50).cells(SIDE)
    assert cells[0] == (0, 0)
    assert set(cells) == {(i, j) for i in range(-2, 3) for j in range(-2, 3)}


def test_zooming_keeps_the_place_under_the_pointer():
    view = MapView(0, 0.4, 0.1)
    near = view.zoomed(1.5, 30, 170, SIDE)
    assert near.step == view.step * 1.5
    assert near.on_plane(30, 170, SIDE) == pytest.approx(view.on_plane(30, 170, SIDE))
    assert view.zoomed(100, 0, 0, SIDE).step == NEAREST
    assert view.zoomed(0.01, 0, 0, SIDE).step == FARTHEST


def test_a_walk_within_the_view_does_not_move_the_map():
    view = MapView(100, 0, 0, step=48)
    moved = view.following(101, (0.0, 0.2), SIDE)
    assert moved.seed == 101
    assert moved.on_pad(-1, 0, SIDE) == pytest.approx(view.on_pad(0, 0, SIDE))


def test_a_walk_out_of_the_view_takes_the_map_along():
    view = MapView(100, 0, 0, step=48)
    for seed in range(101, 130):
        view = view.following(seed, (0.0, 0.0), SIDE)
        left, top = view.on_pad(0, 0, SIDE)
        assert 0 < left < SIDE
        assert 0 < top < SIDE
    assert left > SIDE / 2  # it is taken along, not put into the middle at each step


def test_a_seed_from_elsewhere_comes_to_the_middle():
    view = MapView(100, 0.5, 0.5).following(987654, (0.0, 0.0), SIDE)
    assert view.on_pad(0, 0, SIDE) == (SIDE / 2, SIDE / 2)
