"""Recipes go to JSON and back, and nothing else passes for one."""

import json

import numpy as np
import pytest

from ganstudio.errors import StudioError
from ganstudio.recipe import FaceRecipe, ModelRef, Noise, Offset, Source, Values, from_json, to_json

FULL = FaceRecipe(
    model=ModelRef("faces", "0123456789abcdef"),
    a=Source(seed=42),
    b=Source(latent=Values.of(np.random.default_rng(0).standard_normal((8, 16)))),
    mix=(0.0, 0.25, 1.0),
    psi=0.7,
    cutoff=4,
    noise=Noise("random", 0.5, 9),
    offsets=(Offset("age", Values.of(np.ones(16)), amount=-1.5, first=2, last=5),),
    label=3,
)


def test_there_and_back():
    assert from_json(to_json(FULL)) == FULL
    assert to_json(from_json(to_json(FULL))) == to_json(FULL)


def test_defaults_fill_what_is_not_said():
    short = json.dumps({"ganstudio": "face", "model": {"name": "faces"}})
    assert from_json(short) == FaceRecipe(ModelRef("faces"))


def test_values_are_exact_float32():
    array = np.random.default_rng(1).standard_normal((3, 5)).astype(np.float32)
    assert np.array_equal(Values.of(array).array(), array)


def changed(**fields) -> str:
    return json.dumps({**json.loads(to_json(FULL)), **fields})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"ganstudio": "nothing"}',
        '{"ganstudio": ["face"]}',
        changed(psi="NaN"),
        changed(psi=float("inf")),
        changed(psi=1e300),
        changed(mix=[2.0]),
        changed(mix=[float("nan")]),
        changed(cutoff=-1),
        changed(a={"seed": -1}),
        changed(a={"seed": 2**32}),
        changed(a={"seed": 0, "latent": {"shape": [8], "packed": "no base64!"}}),
        changed(a={"seed": 0, "latent": {"shape": [10**6, 10**6], "packed": ""}}),
        changed(a={"seed": 0, "latent": {"shape": [2], "packed": Values.of(np.ones(3)).packed}}),
        changed(a={"seed": 0, "latent": {"shape": [4], "packed": Values.of(np.ones(3)).packed}}),
        changed(noise={"mode": "loud"}),
        changed(surprise=1),
        "[" * 100_000,
    ],
)
def test_anything_else_is_refused_in_one_sentence(text):
    with pytest.raises(StudioError) as caught:
        from_json(text)
    assert "\n" not in str(caught.value)
