"""Headers of model files: read without torch, and refused where they are absurd."""

from __future__ import annotations

import json
import struct
import subprocess
import sys

import pytest

from ganstudio.models.fresh import fresh
from ganstudio.models.header import read_header
from ganstudio.models.store import write_model

ENTRY = {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}


def packed(table: object, weights: bytes = bytes(16)) -> bytes:
    text = table if isinstance(table, bytes) else json.dumps(table).encode()
    return struct.pack("<Q", len(text)) + text + weights


ABSURD = {
    "empty": b"",
    "cut in the length": b"\x01\x00",
    "a huge length": struct.pack("<Q", 1 << 63) + b"{}",
    "a length beyond the file": struct.pack("<Q", 100) + b"{}",
    "a large header": packed(b"{" + b" " * (9 << 20) + b"}"),
    "no JSON": packed(b"hello"),
    "no UTF-8": packed(b'{"\xff": 1}'),
    "a list": packed([]),
    "a number": packed(7),
    "deep JSON": packed(b"[" * 100_000),
    "metadata that is a list": packed({"__metadata__": [1], "x": ENTRY}),
    "metadata that is text": packed({"__metadata__": "card", "x": ENTRY}),
    "an entry that is text": packed({"x": "text"}),
    "no dtype": packed({"x": {"shape": [4], "data_offsets": [0, 16]}}),
    "an unknown dtype": packed({"x": {**ENTRY, "dtype": "F7"}}),
    "a dtype that is a list": packed({"x": {**ENTRY, "dtype": ["F32"]}}),
    "a negative size": packed({"x": {**ENTRY, "shape": [-4]}}),
    "a size that is a fraction": packed({"x": {**ENTRY, "shape": [4.0]}}),
    "a size that is true": packed({"x": {**ENTRY, "shape": [True, 4]}}),
    "a huge shape": packed({"x": {**ENTRY, "shape": [1 << 40, 1 << 40]}}),
    "offsets outside": packed({"x": {**ENTRY, "data_offsets": [16, 32]}}),
    "offsets backwards": packed({"x": {**ENTRY, "data_offsets": [16, 0]}}),
    "negative offsets": packed({"x": {**ENTRY, "data_offsets": [-16, 0]}}),
    "three offsets": packed({"x": {**ENTRY, "data_offsets": [0, 8, 16]}}),
    "an overlap": packed({"x": ENTRY, "y": ENTRY}),
    "a gap": packed({"x": {**ENTRY, "data_offsets": [16, 32]}}, bytes(32)),
    "too many bytes": packed({"x": ENTRY}, bytes(17)),
    "too few bytes": packed({"x": ENTRY}, bytes(15)),
    "a name twice": packed(
        b'{"x":%s,"x":%s}' % ((json.dumps(ENTRY).encode(),) * 2),
    ),
}


@pytest.mark.parametrize("what", ABSURD)
def test_an_absurd_header_gives_one_sentence(what, refused):
    assert "has no card" not in refused(ABSURD[what], "model.safetensors")


@pytest.mark.parametrize(
    "metadata",
    [None, {}, {"format": "pt"}, {"ganstudio": "{}"}, {"ganstudio": {}, "digest": "x"}],
)
def test_a_file_without_a_card_is_said_to_lack_it(metadata, refused):
    table = {"x": ENTRY} if metadata is None else {"x": ENTRY, "__metadata__": metadata}
    assert "has no card" in refused(packed(table), "model.safetensors")


def test_a_damaged_card_is_said_to_be_damaged(refused):
    for card in ("", "{}", '{"version": 1}', "null"):
        table = {"x": ENTRY, "__metadata__": {"ganstudio": card, "digest": "0"}}
        assert "damaged card" in refused(packed(table), "model.safetensors")


def test_a_missing_file_and_a_folder_are_named(tmp_path, refusal):
    assert "no file" in refusal(lambda: read_header(tmp_path / "no.safetensors"))
    (tmp_path / "folder.safetensors").mkdir()
    assert "folder" in refusal(lambda: read_header(tmp_path / "folder.safetensors"))


def test_the_header_tells_card_digest_and_tensors(tmp_path):
    model = fresh("dcgan", 16, 3)
    path = tmp_path / "x.safetensors"
    write_model(path, model.card, generator=model.generator, discriminator=model.discriminator)
    header = read_header(path)
    assert header.card == model.card
    assert header.digest == model.digest
    assert header.slots["generator.convs.0.weight"].shape == model.generator.convs[0].weight.shape


def test_models_are_listed_without_torch_and_qt(tmp_path):
    folder = tmp_path / "share" / "models"
    model = fresh("dcgan", 16, 3)
    write_model(folder / "mine.safetensors", model.card, generator=model.generator)
    script = (
        "import sys, ganstudio\n"
        "from ganstudio.models.library import Library\n"
        "library = Library()\n"
        "print([entry.name for entry in library.entries() if not entry.bundled])\n"
        "print(library.find('mine').card.family)\n"
        "assert not library.damaged, library.damaged\n"
        "assert not {'torch', 'PySide6', 'safetensors'} & set(sys.modules)\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script],
        env={"GANSTUDIO_HOME": str(tmp_path), "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (found.stdout, found.stderr) == ("['mine']\ndcgan\n", "")
