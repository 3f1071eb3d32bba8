"""Latents to .npy and JSON and back; hostile and damaged files are a sentence."""

import errno
import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganstudio.errors import StudioError
from ganstudio.media import latents
from ganstudio.media.latents import Latent
from ganstudio.recipe import Source, Values

RANDOM = np.random.default_rng(0)
W = RANDOM.standard_normal((3, 6, 4)).astype(np.float32)
Z = RANDOM.standard_normal((2, 5)).astype(np.float32)


@pytest.mark.parametrize("ending", [".npy", ".json", ".NPY"])
@pytest.mark.parametrize("whole", [W, Z], ids=["w", "z"])
def test_there_and_back_exactly(tmp_path, ending, whole):
    path = tmp_path / f"faces{ending}"
    latents.save(path, [Latent(f"face {k}", values) for k, values in enumerate(whole)])
    found = latents.read(path)
    assert np.array_equal(np.stack([latent.values for latent in found]), whole)
    assert {latent.values.dtype for latent in found} == {np.dtype(np.float32)}
    names = [f"face {k}" if ending == ".json" else f"faces-{k + 1}" for k in range(len(whole))]
    assert [latent.name for latent in found] == names
    assert latents.sources(path) == [Source(latent=Values.of(values)) for values in whole]


def test_other_programs_read_them(tmp_path):
    latents.save(tmp_path / "faces.npy", [Latent("a", values) for values in W])
    assert np.array_equal(np.load(tmp_path / "faces.npy", allow_pickle=False), W)
    latents.save(tmp_path / "faces.json", [Latent("a", Z[0])])
    (entry,) = json.loads((tmp_path / "faces.json").read_text())
    assert (entry["name"], entry["shape"]) == ("a", [5])
    assert np.array_equal(np.float32(entry["values"]), Z[0])
    assert max(len(str(number)) for number in entry["values"]) < 15


def test_what_projectors_write(tmp_path):
    for w in (W[:1], W[0]):
        np.savez(tmp_path / "projected_w.npz", w=w)
        (found,) = latents.read(tmp_path / "projected_w.npz")
        assert (found.name, found.values.shape) == ("projected_w", (6, 4))
        assert np.array_equal(found.values, W[0])
    np.savez_compressed(tmp_path / "packed.npz", w=W, other=Z)
    assert len(latents.read(tmp_path / "packed.npz")) == 3


@pytest.mark.parametrize(
    "whole", [W.astype(np.float64), W.astype(np.float16), np.asfortranarray(W), W.astype(">f4")]
)
def test_other_kinds_of_numbers_come_in_as_well(tmp_path, whole):
    np.save(tmp_path / "faces.npy", whole)
    found = np.stack([latent.values for latent in latents.read(tmp_path / "faces.npy")])
    assert np.allclose(found, W, atol=1e-2)
    np.save(tmp_path / "one.npy", whole[0, 0])
    assert latents.read(tmp_path / "one.npy")[0].values.shape == (4,)


def test_shapes_that_differ_go_to_json_alone(tmp_path):
    both = [Latent("a", W[0]), Latent("b", Z[0])]
    with pytest.raises(StudioError, match="latents of one shape"):
        latents.save(tmp_path / "faces.npy", both)
    latents.save(tmp_path / "faces.json", both)
    found = latents.read(tmp_path / "faces.json")
    assert [latent.values.shape for latent in found] == [(6, 4), (5,)]


@pytest.mark.parametrize(
    ("name", "words"),
    [("faces.npz", "must end in .npy or .json"), ("nowhere/a.npy", "does not exist")],
)
def test_where_nothing_can_be_written(tmp_path, name, words):
    with pytest.raises(StudioError, match=words):
        latents.save(tmp_path / name, [Latent("a", Z[0])])
    with pytest.raises(StudioError, match="no latent to write"):
        latents.save(tmp_path / "a.npy", [])
    (tmp_path / "folder.npy").mkdir()
    with pytest.raises(StudioError, match="is a folder"):
        latents.save(tmp_path / "folder.npy", [Latent("a", Z[0])])
    assert [path.name for path in tmp_path.iterdir()] == ["folder.npy"]


def test_a_full_disk_leaves_nothing(tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("ganstudio.atomic.os.fsync", full)
    for ending in latents.ENDINGS:
        with pytest.raises(StudioError, match="disk is full"):
            latents.save(tmp_path / f"a{ending}", [Latent("a", Z[0])])
    assert list(tmp_path.iterdir()) == []


def npy_of(array) -> bytes:
    file = io.BytesIO()
    np.save(file, array, allow_pickle=True)
    return file.getvalue()


def npz_of(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.npy", content)
    return file.getvalue()


class Bomb:
    """Its pickle makes a file where it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def head(shape: str, dtype: str = "<f4", more: bytes = b"") -> bytes:
    text = f"{{'descr': '{dtype}', 'fortran_order': False, 'shape': {shape}, }}".encode()
    text = text.ljust(117) + b"\n"
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text + more


NAN = W.copy()
NAN[1, 2, 3] = np.nan


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        npy_of(W)[:-1],
        npy_of(W)[:60],
        npy_of(NAN),
        npy_of(W * np.inf),
        npy_of(W * 1e7),
        npy_of(W.astype(int)),
        npy_of(W.astype(complex)),
        npy_of(W[None]),
        npy_of(np.float32(1)),
        npy_of(W[:0]),
        npy_of(np.zeros((latents.MOST + 1, 1), np.float32)),
        npy_of(np.zeros((1, 1 << 21), np.float32)),
        head("(1000000000000, 512)"),
        head("(-1, 4)", more=bytes(64)),
        head("'six'"),
        head("(2, 2)", dtype="|O", more=bytes(64)),
        head("__import__('os').getcwd()"),
        npz_of(w=npy_of(W)),
    ],
)
def test_a_npy_that_is_none_is_a_sentence(tmp_path, content):
    (tmp_path / "faces.npy").write_bytes(content)
    with pytest.raises(StudioError, match=r"holds no latents that can be used: .*\.") as caught:
        latents.read(tmp_path / "faces.npy")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        npy_of(W),
        npz_of(),
        npz_of(v=npy_of(W)),
        npz_of(w=npy_of(W)[:90]),
        npz_of(w=npy_of(NAN)),
        npz_of(w=head("(100, 1000000, 512)") + bytes(1 << 20)),
        npz_of(w=npy_of(W)).replace(b"w.npy", b"../w."),
        npz_of(w=npy_of(W))[:100] + b"damaged" + npz_of(w=npy_of(W))[107:],
    ],
)
def test_a_npz_that_is_none_is_a_sentence(tmp_path, content):
    (tmp_path / "w.npz").write_bytes(content)
    with pytest.raises(StudioError, match="holds no latents"):
        latents.read(tmp_path / "w.npz")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "null",
        "[]",
        "[1]",
        "[" * 100_000,
        '[{"name": "a", "shape": [2]}]',
        '[{"name": "a", "shape": [2], "values": [1]}]',
        '[{"name": "a", "shape": [1], "values": [NaN]}]',
        '[{"name": "a", "shape": [1], "values": [1e30]}]',
        '[{"name": "a", "shape": [1], "values": [' + "9" * 400 + "]}]",
        '[{"name": "a", "shape": [1], "values": ["1"]}]',
        '[{"name": "a", "shape": [1], "values": [true]}]',
        '[{"name": "a", "shape": [1], "values": "1"}]',
        '[{"name": 1, "shape": [1], "values": [1]}]',
        '[{"name": "a", "shape": [1.0], "values": [1]}]',
        '[{"name": "a", "shape": [], "values": [1]}]',
        '[{"name": "a", "shape": [1, 1, 1], "values": [1]}]',
        '[{"name": "a", "shape": [-1, -1], "values": [1]}]',
        "[" + ", ".join(['{"name": "", "shape": [1], "values": [0]}'] * 10_001) + "]",
    ],
    ids=range(20),
)
def test_a_json_that_is_none_is_a_sentence(tmp_path, content):
    (tmp_path / "faces.json").write_text(content)
    with pytest.raises(StudioError, match="holds no latents") as caught:
        latents.read(tmp_path / "faces.json")
    assert len(str(caught.value)) < 500


def test_nothing_in_a_file_is_run(tmp_path):
    trap = np.array([Bomb(tmp_path / "burst")], dtype=object)
    (tmp_path / "faces.npy").write_bytes(npy_of(trap))
    (tmp_path / "faces.npz").write_bytes(npz_of(w=npy_of(trap)))
    for name in ("faces.npy", "faces.npz"):
        with pytest.raises(StudioError, match="holds no latents"):
            latents.read(tmp_path / name)
    assert not (tmp_path / "burst").exists()


def test_files_that_are_not_there_or_of_another_kind(tmp_path):
    with pytest.raises(StudioError, match="cannot be read: No such file"):
        latents.read(tmp_path / "faces.npy")
    with pytest.raises(StudioError, match=r"must be a \.npy"):
        latents.read(tmp_path / "faces.pkl")


def test_too_much_for_json_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(latents, "MOST_TEXT", 100)
    with pytest.raises(StudioError, match=r"write a \.npy"):
        latents.save(tmp_path / "faces.json", [Latent("a", W[0])])
    (tmp_path / "faces.json").write_bytes(b"[" + b" " * 200 + b"]")
    with pytest.raises(StudioError, match="too large"):
        latents.read(tmp_path / "faces.json")


@given(st.binary(max_size=200), st.integers(0, 199), st.sampled_from([".npy", ".npz", ".json"]))
def test_any_damage_is_a_sentence_or_harmless(tmp_path_factory, damage, place, ending):
    path = tmp_path_factory.mktemp("damage") / f"faces{ending}"
    if ending == ".npz":
        np.savez(path, w=W)
    else:
        latents.save(path, [Latent("a", values) for values in W])
    content = path.read_bytes()
    path.write_bytes(content[:place] + damage + content[place + len(damage) :])
    try:
        found = latents.read(path)
    except StudioError:
        return
    assert all(np.isfinite(latent.values).all() for latent in found)
