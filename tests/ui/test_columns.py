from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganstudio.latent.mixing import style_sizes
from ganstudio.ui.widgets.columns import nearest, spread, swept

CENTRES = [10.0, 30.0, 50.0, 70.0, 90.0]
places = st.tuples(st.floats(-20, 120), st.floats(0, 100))


def test_a_fast_pointer_sets_what_it_jumped_over():
    assert swept(CENTRES, (10, 0), (90, 80)) == {1: 20.0, 2: 40.0, 3: 60.0, 4: 80}
    assert swept(CENTRES, (90, 80), (25, 15)) == {1: 15, 2: 40.0, 3: 60.0}


def test_a_still_pointer_sets_the_one_below_it():
    assert swept(CENTRES, (33, 5), (33, 5)) == {1: 5}
    assert swept(CENTRES, (-50, 5), (-50, 5)) == {0: 5}


@given(places, places)
def test_a_sweep_leaves_no_hole_and_stays_between_the_heights(start, end):
    heights = swept(CENTRES, start, end)
    layers = sorted(heights)
    assert layers == list(range(layers[0], layers[-1] + 1))
    assert nearest(CENTRES, end[0]) in layers
    low, high = sorted((start[1], end[1]))
    assert all(low - 1e-9 <= height <= high + 1e-9 for height in heights.values())


@pytest.mark.parametrize("size", [16, 32, 64, 1024])
def test_columns_fill_the_width_in_order_with_gaps_between_groups(size):
    sizes = style_sizes(size)
    edges = spread(sizes, 16, 320)
    assert len(edges) == len(sizes)
    assert edges[0][0] == 16
    assert edges[-1][1] == 320
    gaps = [later[0] - earlier[1] for earlier, later in pairwise(edges)]
    assert min(gaps) >= 0
    assert sum(gap >= 7 for gap in gaps) == len({"cmf"[(s > 8) + (s > 32)] for s in sizes}) - 1
