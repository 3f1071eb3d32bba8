from __future__ import annotations

import dataclasses
import json

import pytest

from ganstudio.models.card import Card, safe_name

CARD = Card(
    name="faces",
    family="stylegan2",
    kind="face",
    size=64,
    generator={"channels": [8, 8, 8, 8, 8], "z_dim": 16, "clamp": None},
    z_dim=16,
    styles=10,
    classes=("cat", "dog"),
    scores={"frechet": 12.5, "note": "small"},
    limits="Eyes differ.",
)


def test_a_card_comes_back_from_its_json():
    assert Card.from_json(CARD.to_json(), source="x") == CARD
    assert Card.from_json(CARD.to_json(), source="x").to_json() == CARD.to_json()


def test_a_newer_version_is_said_to_be_newer(refusal):
    text = json.dumps({**json.loads(CARD.to_json()), "version": 2})
    sentence = refusal(lambda: Card.from_json(text, source="faces.safetensors"))
    assert "newer" in sentence
    assert "faces.safetensors" in sentence


@pytest.mark.parametrize(
    "change",
    [
        {"version": 0},
        {"version": "1"},
        {"version": None},
        {"size": "64"},
        {"size": 64.5},
        {"size": 1 << 20},
        {"z_dim": 0},
        {"styles": -1},
        {"classes": "cat"},
        {"classes": [1]},
        {"kind": "dog"},
        {"kind": "scene"},
        {"generator": None},
        {"generator": [1]},
        {"family": "stylegan9"},
        {"name": None},
        {"surprise": 1},
        {"scores": {"x": None}},
    ],
)
def test_a_wrong_field_is_refused(change, refusal):
    text = json.dumps({**json.loads(CARD.to_json()), **change})
    assert "faces.safetensors" in refusal(lambda: Card.from_json(text, source="faces.safetensors"))


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "null", '"x"', "{}", "[" * 100_000])
def test_what_is_no_card_is_refused(text, refusal):
    refusal(lambda: Card.from_json(text, source="x"))


def test_numbers_that_json_lacks_are_refused(refusal):
    for word in ("NaN", "Infinity", "-Infinity"):
        text = CARD.to_json().replace("12.5", word)
        refusal(lambda text=text: Card.from_json(text, source="x"))


def test_words_do_not_count_for_the_network():
    assert dataclasses.replace(CARD, name="other", limits="").network() == CARD.network()
    options = {**CARD.generator, "clamp": 256.0}
    assert dataclasses.replace(CARD, generator=options).network() != CARD.network()


def test_names_are_fit_for_files():
    assert safe_name("faces-64_v1.2") == "faces-64_v1.2"
    assert safe_name("../../etc/passwd") == "etc-passwd"
    assert safe_name("my  faces (2)") == "my-faces-2"
    assert safe_name("Gesichter für alle") == "Gesichter-für-alle"
    assert safe_name("???") == safe_name("") == safe_name("...") == "model"
    assert len(safe_name("x" * 500)) == 80
