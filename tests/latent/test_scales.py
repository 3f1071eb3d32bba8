import pytest

from ganstudio.latent.scales import grown, scales, stages, trimmed, with_scale
from ganstudio.models.card import Card


def card(family, size):
    return Card("m", family, "face", size, {}, 64)


def test_scales_double_from_4_to_the_size():
    assert scales(4) == [4]
    assert scales(64) == [4, 8, 16, 32, 64]


@pytest.mark.parametrize(
    ("family", "expected"),
    [("progan", [4, 8, 16, 32]), ("stylegan", [8, 16, 32]), ("stylegan2", []), ("dcgan", [])],
)
def test_stages_are_those_of_families_that_grow(family, expected):
    assert stages(card(family, 32)) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [(0, (4, 1.0)), (0.25, (8, 0.25)), (1, (8, 1.0)), (1.5, (16, 0.5)), (2, (16, 1.0))],
)
def test_a_place_on_the_way_is_a_stage_and_its_alpha(place, expected):
    assert grown(place, [4, 8, 16]) == expected


def test_what_is_usual_at_the_end_is_left_out():
    values = with_scale((), 2, 0.5, usual=1.0)
    assert values == (1.0, 1.0, 0.5)
    values = with_scale(values, 0, 2.0, usual=1.0)
    assert values == (2.0, 1.0, 0.5)
    values = with_scale(values, 2, 1.0, usual=1.0)
    assert values == (2.0,)
    assert with_scale(values, 0, 1.0, usual=1.0) == ()
    assert with_scale((None, 7), 1, None, usual=None) == ()


def test_fewer_scales_keep_what_is_not_usual():
    assert trimmed((0.5, 1.0, 2.0), 2, usual=1.0) == (0.5,)
    assert trimmed((0.5, 1.0, 2.0), 3, usual=1.0) == (0.5, 1.0, 2.0)
