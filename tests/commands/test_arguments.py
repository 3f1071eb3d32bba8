import itertools
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ganstudio.commands import arguments
from ganstudio.errors import StudioError
from ganstudio.latent.seeds import LAST_SEED

T = TypeVar("T")
TYPED = st.text(alphabet="0123456789-,:. xecoarsefine²٣", max_size=24) | st.text(max_size=12)


@pytest.mark.parametrize(
    ("text", "seeds"),
    [
        ("7", [7]),
        ("0-3", [0, 1, 2, 3]),
        (" 5 , 1-2,5", [5, 1, 2, 5]),
        ("4294967295", [2**32 - 1]),
        ("3-3", [3]),
    ],
)
def test_seeds(text, seeds):
    assert arguments.seeds_of(text, option="--seeds") == seeds


def test_as_many_seeds_as_allowed_and_no_more():
    assert len(arguments.seeds_of("1-10000", option="--seeds")) == 10_000
    for text in ("0-10000", "0-9999,7", "0-99999999999999999999"):
        with pytest.raises(StudioError):
            arguments.seeds_of(text, option="--seeds")


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("4-5", {4: 1, 5: 1}),
        ("0:0.25,3", {0: 0.25, 3: 1}),
        ("coarse:0.5", {0: 0.5, 1: 0.5, 2: 0.5}),
        ("middle,3:0", {3: 0, 4: 1, 5: 1, 6: 1}),
        ("fine", {7: 1, 8: 1, 9: 1}),
    ],
)
def test_layers_with_weights_of_a_model_of_64_pixels(text, weights):
    assert arguments.weights_of(text, size=64, option="--layers") == weights


def test_groups_cover_every_layer_once():
    layers = [arguments.layers_of(g, size=64, option="-") for g in ("coarse", "middle", "fine")]
    assert sorted(itertools.chain(*layers)) == list(range(10))


def said(words: str, reading: Callable[[], T]) -> T | None:
    """What was read, or None where it was refused in a sentence with these words."""
    try:
        return reading()
    except StudioError as error:
        if words not in str(error):
            raise
        return None


@given(TYPED)
@example("0-")
@example("-1")
@example("1--2")
@example("9" * 5000)
def test_whatever_is_typed_gives_seeds_or_a_sentence(text):
    seeds = said("--seeds", lambda: arguments.seeds_of(text, option="--seeds"))
    assert seeds is None or 1 <= len(seeds) <= arguments.MOST_SEEDS
    assert all(0 <= seed <= LAST_SEED for seed in seeds or [])


@given(TYPED)
@example("0:nan")
@example("0:-0.5")
@example("0:1e400")
def test_whatever_is_typed_gives_weights_or_a_sentence(text):
    weights = said("--layers", lambda: arguments.weights_of(text, size=64, option="--layers"))
    for layer, weight in (weights or {}).items():
        assert 0 <= layer < 10
        assert 0 <= weight <= 1


@given(TYPED)
def test_whatever_is_typed_gives_a_grid_or_a_sentence(text):
    columns, rows = said("--grid", lambda: arguments.grid_of(text)) or (1, 1)
    assert 1 <= columns * rows <= arguments.MOST_SEEDS
