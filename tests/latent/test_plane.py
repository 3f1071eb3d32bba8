"""The plane of seeds: whole steps are seeds, and in between lie faces as likely as they are."""

import itertools

import numpy as np
import pytest

from ganstudio.latent import plane
from ganstudio.latent.sampling import latents
from ganstudio.recipe import Source


def z_at(seed, at):
    seeds, weights = zip(*plane.corners(seed, at), strict=True)
    return plane.blend(latents(seeds, z_dim=512).numpy(), list(weights))


def test_whole_steps_are_the_seeds_themselves():
    for at, seed in (
        ((0.0, 0.0), 42),
        ((1.0, 0.0), 43),
        ((0.0, 1.0), 142),
        ((-1.0, -2.0), 4294967137),
    ):
        assert plane.corners(42, at) == [(seed, 1.0)]
        assert np.array_equal(z_at(42, at), latents([seed], z_dim=512)[0].numpy())


def test_the_way_has_no_jumps_also_where_it_crosses_seeds():
    places = np.linspace(-1.5, 1.5, 61)
    points = [z_at(7, (x, 0.3)) for x in places]
    steps = [np.linalg.norm(b - a) for a, b in itertools.pairwise(points)]
    assert max(steps) < 4 * np.median(steps)


def test_between_seeds_latents_are_as_long_as_seeds_are():
    lengths = [np.linalg.norm(z_at(seed, (0.5, 0.5))) for seed in range(50)]
    assert np.mean(lengths) == pytest.approx(np.sqrt(512), rel=0.02)


def test_moving_keeps_the_place_near_its_seed_and_comes_back():
    source = plane.moved(Source(seed=10), 2.3, -1.6)
    assert source.seed == plane.seed_at(10, 2, -2)
    assert source.at == pytest.approx((0.3, 0.4))
    back = plane.moved(source, -2.3, 1.6)
    assert back.seed == 10 and back.at == pytest.approx((0, 0), abs=1e-9)
    np.testing.assert_allclose(z_at(10, (2.3, -1.6)), z_at(source.seed, source.at), atol=1e-5)


def test_snapping_goes_to_the_nearest_seed():
    assert plane.snapped(Source(seed=5, at=(0.4, -0.3))) == Source(seed=5)
    assert plane.snapped(plane.moved(Source(seed=5), 0.7, 0.0)) == Source(seed=6)


def test_the_plane_has_no_edge():
    assert plane.seed_at(0, -1, 0) == 2**32 - 1
    assert plane.seed_at(2**32 - 1, 1, 0) == 0
