from __future__ import annotations

import dataclasses
import json
import os
import struct

import pytest
import torch

from ganstudio.atomic import new_file
from ganstudio.models.build import network
from ganstudio.models.fresh import fresh
from ganstudio.models.header import read_header
from ganstudio.models.store import open_file, write_model
from ganstudio.networks.families import build

CHANNELS = [6, 5, 4]
OPTIONS = {
    "generator": {"channels": CHANNELS, "z_dim": 8, "w_dim": 8, "mapping_layers": 2, "clamp": 2.0},
    "discriminator": {"channels": CHANNELS, "residual": False, "group": 2},
}


@pytest.fixture
def model():
    """A small StyleGAN 2 and its card."""
    card = fresh("stylegan2", 16, 0).card
    card = dataclasses.replace(card, **OPTIONS, z_dim=8, limits="Small – but ours.")
    return card, *(build("stylegan2", part, options) for part, options in OPTIONS.items())


def test_what_was_written_is_opened(model, tmp_path):
    card, generator, discriminator = model
    path = tmp_path / "new folder" / "small.safetensors"
    digest = write_model(path, card, generator=generator, discriminator=discriminator)
    opened = open_file(path)
    assert (opened.card, opened.digest, opened.path) == (card, digest, path)
    assert len(digest) == 16
    assert opened.encoder is None
    for built, other in ((opened.generator, generator), (opened.discriminator, discriminator)):
        assert not built.training
        assert built.state_dict().keys() == other.state_dict().keys()
        for name, tensor in built.state_dict().items():
            assert torch.equal(tensor, other.state_dict()[name]), name
            assert tensor.dtype in (torch.float32, torch.int64)
    weight = opened.generator.synthesis.layers[0].weight
    assert weight.is_contiguous(memory_format=torch.channels_last)
    z = torch.randn(2, 8)
    assert torch.isfinite(opened.generator(z)).all()
    assert opened.generator is opened.generator


def test_parts_that_are_not_given_are_left_out_of_the_card(model, tmp_path):
    card, generator, _ = model
    path = tmp_path / "g.safetensors"
    write_model(path, card, generator=generator.state_dict())
    assert read_header(path).card.discriminator is None
    assert open_file(path).discriminator is None


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_parts_stored_in_half_precision_are_opened_in_float32(model, tmp_path, dtype):
    card, generator, discriminator = model
    path, whole = tmp_path / "half.safetensors", tmp_path / "whole.safetensors"
    parts = {"generator": generator, "discriminator": discriminator}
    write_model(path, card, **parts, dtypes={"discriminator": dtype})
    write_model(whole, card, **parts)
    assert path.stat().st_size < whole.stat().st_size
    opened = open_file(path)
    assert torch.equal(opened.generator.synthesis.const, generator.synthesis.const)
    assert torch.equal(opened.discriminator.out.weight, discriminator.out.weight.to(dtype).float())


def test_the_digest_follows_the_weights_and_the_network_but_not_the_words(model, tmp_path):
    card, generator, discriminator = model

    def digest(card, **parts) -> str:
        parts = {"generator": generator, "discriminator": discriminator, **parts}
        return write_model(tmp_path / "x.safetensors", card, **parts)

    first = digest(card)
    assert digest(dataclasses.replace(card, name="other", steps=7, limits="")) == first
    options = {**card.generator, "clamp": 3.0}
    assert digest(dataclasses.replace(card, generator=options)) != first
    assert digest(card, discriminator=None) != first
    with torch.no_grad():
        generator.synthesis.const[0, 0, 0] += 1e-3
    assert digest(card) != first


def test_opening_draws_no_random_numbers(model, tmp_path):
    for family in ("stylegan2", "dcgan"):
        made = fresh(family, 16, 1)
        path = tmp_path / f"{family}.safetensors"
        write_model(path, made.card, generator=made.generator, discriminator=made.discriminator)
        before = torch.get_rng_state()
        opened = open_file(path)
        assert opened.generator is not None
        assert opened.discriminator is not None
        assert torch.equal(torch.get_rng_state(), before)


def test_changed_weights_are_said_to_be_damaged(model, tmp_path, refusal):
    card, generator, _ = model
    path = tmp_path / "x.safetensors"
    write_model(path, card, generator=generator)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert "damaged" in refusal(lambda: open_file(path))


def test_a_file_that_changes_while_it_is_open_is_told(model, tmp_path, refusal):
    card, generator, _ = model
    path = tmp_path / "x.safetensors"
    write_model(path, card, generator=generator)
    opened = open_file(path)
    write_model(path, card, generator=build("stylegan2", "generator", OPTIONS["generator"]))
    assert "changed" in refusal(lambda: opened.generator)
    path.unlink()
    assert "no file" in refusal(lambda: opened.generator)


CLAIMS = [  # what the card's generator claims, and what the refusal tells
    ({"mapping_layers": 3}, "lack map.dense.2"),
    ({"mapping_layers": 1}, "does not know"),
    ({"channels": [6, 5, 9]}, "numbers instead of"),
    ({"mapping_layers": 10**9}, "cannot be built"),
    ({"channels": [10**9, 5, 4]}, "cannot be built"),
    ({"channels": [6] * 200}, "cannot be built"),
    ({"channels": []}, "cannot be built"),
    ({"z_dim": "8"}, "cannot be built"),
    ({"z_dim": -8}, "cannot be built"),
    ({"clamp": "2"}, "cannot be built"),
    ({"surprise": 8}, "cannot be built"),
]


def test_weights_are_held_against_what_the_card_claims(model, tmp_path, refusal):
    card, generator, _ = model
    path, other = tmp_path / "x.safetensors", tmp_path / "y.safetensors"
    write_model(path, card, generator=generator)
    for change, words in CLAIMS:
        claimed = dataclasses.replace(card, generator=card.generator | change, discriminator=None)
        other.write_bytes(with_card(path.read_bytes(), claimed.to_json()))
        sentence = refusal(lambda: open_file(other))
        assert words in sentence, (change, sentence)
        assert "y.safetensors" in sentence


def test_a_card_that_contradicts_its_network_is_refused(model, tmp_path, refusal):
    card, generator, _ = model
    path = tmp_path / "x.safetensors"
    for change in ({"size": 32}, {"z_dim": 9}, {"styles": 4}, {"classes": ("a",)}):
        wrong = dataclasses.replace(card, **change)
        sentence = refusal(lambda w=wrong: write_model(path, w, generator=generator))
        assert "contradicts itself" in sentence
        assert not path.exists()


def test_parts_that_the_card_does_not_tell_are_refused(model, tmp_path, refusal):
    card, generator, discriminator = model
    path = tmp_path / "x.safetensors"
    write_model(path, card, generator=generator, discriminator=discriminator)
    claimed = dataclasses.replace(card, discriminator=None)
    path.write_bytes(with_card(path.read_bytes(), claimed.to_json()))
    assert "discriminator" in refusal(lambda: open_file(path))
    path.write_bytes(path.read_bytes().replace(b'"discriminator.', b'"discriminatxx.'))
    assert "discriminatxx" in refusal(lambda: open_file(path))


def test_weights_that_do_not_fit_build_nothing(model, refusal):
    card, generator, _ = model
    weights = generator.state_dict()
    del weights["synthesis.const"]
    assert "synthesis.const" in refusal(lambda: network(card, "generator", weights, source="x"))


def with_card(content: bytes, card: str) -> bytes:
    """The same file with another card; the digest stays."""
    (length,) = struct.unpack("<Q", content[:8])
    table = json.loads(content[8 : 8 + length])
    table["__metadata__"]["ganstudio"] = card
    text = json.dumps(table).encode()
    return struct.pack("<Q", len(text)) + text + content[8 + length :]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(model, tmp_path, monkeypatch, refusal):
    card, generator, _ = model
    path = tmp_path / "x.safetensors"
    write_model(path, card, generator=generator)
    old = path.read_bytes()

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    other = dataclasses.replace(card, name="other")
    assert "The disk is full" in refusal(lambda: write_model(path, other, generator=generator))
    assert path.read_bytes() == old
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_a_file_is_told(model, tmp_path, refusal):
    card, generator, _ = model
    (tmp_path / "file").write_text("x")
    target = tmp_path / "file" / "x.safetensors"
    assert "could not be written" in refusal(lambda: write_model(target, card, generator=generator))


def test_an_interrupted_write_leaves_nothing(tmp_path):
    def write() -> None:
        with new_file(tmp_path / "x") as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert list(tmp_path.iterdir()) == []
