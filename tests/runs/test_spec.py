"""A spec goes to its file and back, and a wrong field is named with what is allowed."""

import json

import pytest

from ganstudio.errors import StudioError
from ganstudio.runs import spec as specs
from ganstudio.runs.spec import Spec


def test_there_and_back(tmp_path):
    spec = Spec(name="x", data="faces.zip", leave_out=("004",), augment=("color",), r1_gamma=0.3)
    specs.write(tmp_path / "spec.json", spec)
    assert specs.read(tmp_path / "spec.json") == spec


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"size": 63}, ["'size'", "64", "63"]),
        ({"batch": 1}, ["'batch'", "greater than 1"]),
        ({"mixing": 2}, ["'mixing'", "less than or equal to 1"]),
        ({"augment": ["blur"]}, ["'augment.0'", "cutout", "blur"]),
        ({"rate": 0.1}, ["'rate'", "rate_g"]),
        ({"images": "many"}, ["'images'", "many"]),
        ({"name": None}, ["'name'"]),
        ({"name": "../../x"}, ["'name'", "../../x"]),
    ],
)
def test_a_wrong_field_is_named_with_what_is_allowed(tmp_path, fields, words):
    path = tmp_path / "spec.json"
    path.write_text(json.dumps({"name": "x", "data": "y", **fields}))
    with pytest.raises(StudioError) as caught:
        specs.read(path)
    sentence = str(caught.value)
    assert "\n" not in sentence and all(word in sentence for word in words), sentence


@pytest.mark.parametrize("text", ["", "[]", "{", '"x"', '{"name": "x"}'])
def test_what_is_no_spec_is_one_sentence(tmp_path, text):
    path = tmp_path / "spec.json"
    path.write_text(text)
    with pytest.raises(StudioError) as caught:
        specs.read(path)
    assert "\n" not in str(caught.value)
    with pytest.raises(StudioError, match="is not there"):
        specs.read(tmp_path / "missing.json")
