"""Key-frame paths: where a walk is at each second, and paths to JSON and back."""

import json
from dataclasses import replace
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganstudio.errors import StudioError
from ganstudio.latent import paths
from ganstudio.latent.paths import EASINGS, KeyFrame, Path, between_sources, from_json, to_json
from ganstudio.recipe import Between, FaceRecipe, Interpolation, ModelRef, Source, Values

A, B, C = (FaceRecipe(ModelRef("m"), a=Source(seed=seed)) for seed in (1, 2, 3))
OPEN = Path((KeyFrame(A, 1.0, "linear"), KeyFrame(B, 2.0, "linear"), KeyFrame(C, 4.0, "linear")))
CLOSED = replace(OPEN, closed=True)
LENGTHS = st.floats(min_value=0.01, max_value=600)


def test_an_open_path_ends_on_its_last_key_frame():
    assert OPEN.seconds == 3.0
    assert OPEN.at(0) == Between(A, B, 0.0)
    assert OPEN.at(0.25) == Between(A, B, 0.25)
    assert OPEN.at(1.0) == Between(B, C, 0.0)
    assert OPEN.at(2.5) == Between(B, C, 0.75)
    assert OPEN.at(3.0) == OPEN.at(99.0) == Between(B, C, 1.0)
    assert OPEN.at(-1) == Between(A, B, 0.0)


def test_a_closed_path_leads_back_and_round():
    assert CLOSED.seconds == 7.0
    assert CLOSED.at(4.0) == Between(C, A, 0.25)
    assert CLOSED.at(7.0) == CLOSED.at(14.0) == Between(A, B, 0.0)
    assert CLOSED.at(7.5) == Between(A, B, 0.5)
    assert CLOSED.at(-1.0) == Between(C, A, 0.75)


def test_a_single_key_frame_is_a_picture_that_stays():
    path = Path((KeyFrame(A, 2.0),))
    assert (path.seconds, path.times(10)) == (0, [0.0])
    assert path.at(1.0) == Between(A, A, 0.0)
    assert replace(path, closed=True).seconds == 2.0
    assert len(replace(path, closed=True).times(10)) == 20


def test_no_key_frames_are_no_film():
    assert Path(()).times(24) == []
    with pytest.raises(ValueError, match="nowhere"):
        Path(()).at(0)


@pytest.mark.parametrize(
    ("easing", "quarter"),
    [("linear", 0.25), ("smooth", 0.15625), ("in", 0.0625), ("out", 0.4375)],
)
def test_easing(easing, quarter):
    path = Path((KeyFrame(A, 2.0, easing), KeyFrame(B)))
    assert [path.at(s).t for s in (0, 0.5, 2)] == [0, quarter, 1]
    assert easing in EASINGS


@given(st.sampled_from(EASINGS), LENGTHS)
def test_easing_never_goes_back(easing, seconds):
    path = Path((KeyFrame(A, seconds, easing), KeyFrame(B)))
    ts = [path.at(time).t for time in (*np.linspace(0, seconds, 50), path.seconds)]
    assert ts == sorted(ts)
    assert (ts[0], ts[-1]) == (0, 1)


def test_the_times_of_a_film():
    assert OPEN.times(2) == [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0]
    assert CLOSED.times(1) == [0, 1, 2, 3, 4, 5, 6]
    assert [moment.t for moment in OPEN.moments(1)] == [0, 0, 0.5, 1]


@given(st.lists(LENGTHS, min_size=2, max_size=4), st.floats(min_value=0.5, max_value=40))
def test_times_are_even_and_as_many_as_asked_for(lengths, fps):
    path = Path(tuple(KeyFrame(A, seconds) for seconds in lengths))
    times = path.times(fps)
    assert (times[0], times[-1]) == (0, path.seconds)
    assert len(times) == max(1, round(path.seconds * fps)) + 1
    assert np.allclose(np.diff(times), path.seconds / (len(times) - 1))
    around = replace(path, closed=True).times(fps)
    assert around[0] == 0 and around[-1] < sum(lengths)


def test_a_long_film_of_many_key_frames_is_laid_out_at_once(monkeypatch):
    added = []
    monkeypatch.setattr(
        paths, "accumulate", lambda *args, **kwargs: added.append(1) or accumulate(*args, **kwargs)
    )
    path = Path((KeyFrame(A), KeyFrame(B)) * 100)
    assert len(path.moments(24)) == 199 * 24 + 1
    assert len(added) == 1
    assert replace(path, closed=True).seconds == 200  # a changed path counts anew
    assert path == Path(path.frames) and hash(path) == hash(Path(path.frames))


def test_a_film_without_end_is_refused():
    path = Path((KeyFrame(A, 600.0),) * 1000)
    with pytest.raises(StudioError, match="make it shorter"):
        path.times(60)


def test_from_a_to_b_is_the_recipes_own_interpolation():
    recipe = replace(A, interpolation=Interpolation(0.7, "z"))
    path = between_sources(recipe, 4.0)
    assert path.seconds == 4.0
    for seconds, t in ((0, 0.0), (1, 0.25), (4, 1.0)):
        there = replace(recipe, interpolation=Interpolation(t, "z"))
        assert path.at(seconds) == Between(there, there, 0.0)


def test_there_and_back():
    w = Values.of(np.random.default_rng(0).standard_normal((6, 4)))
    frames = (KeyFrame(A, 0.5, "in"), KeyFrame(replace(B, a=Source(latent=w)), 600.0, "smooth"))
    for closed in (False, True):
        path = Path(frames, closed)
        assert from_json(to_json(path)) == path
        assert to_json(from_json(to_json(path))) == to_json(path)
        assert json.loads(to_json(path))["ganstudio"] == "path"


def changed(number: int = 0, **fields) -> str:
    whole = json.loads(to_json(OPEN))
    whole["frames"][number] |= fields
    return json.dumps(whole)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        "{}",
        to_json(OPEN).replace('"path"', '"face"'),
        to_json(OPEN).replace('"closed": false', '"closed": "perhaps"'),
        to_json(OPEN).replace('"closed": false', '"closed": false, "more": 1'),
        json.dumps({"ganstudio": "path", "frames": 3}),
        json.dumps({"ganstudio": "path", "frames": [1]}),
        json.dumps({"ganstudio": "path", "closed": False}),
        to_json(Path((KeyFrame(A),) * (paths.MOST_FRAMES + 1))),
        changed(seconds=0),
        changed(seconds=-1),
        changed(seconds=600.5),
        changed(seconds=float("nan")),
        changed(easing="bouncy"),
        changed(1, recipe={}),
        changed(1, recipe="face"),
        changed(2, recipe={"ganstudio": "face", "model": {"name": "m"}, "psi": "high"}),
        changed(1, surprise=1),
    ],
    ids=range(20),
)
def test_anything_else_is_refused_in_one_sentence(text):
    with pytest.raises(StudioError, match=r"not a (path|recipe) of GAN Studio") as caught:
        from_json(text)
    assert "\n" not in str(caught.value)


def test_as_many_key_frames_as_allowed():
    path = Path((KeyFrame(A),) * paths.MOST_FRAMES)
    assert from_json(to_json(path)) == path
