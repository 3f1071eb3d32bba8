"""Files that want to run something: nothing runs, and what they asked for is named."""

from __future__ import annotations

import importlib
import io
import os
import pickle
import re
import runpy
import struct
import subprocess
import tracemalloc
import zipfile
from pathlib import Path

import pytest
import torch

import ganstudio
from ganstudio.networks import stylegan2


class Call:
    """Pickles as a call of any function."""

    def __init__(self, function: object, *arguments: object) -> None:
        self.recipe = (function, arguments)

    def __reduce__(self) -> tuple[object, ...]:
        return self.recipe


CANARY = "canary-of-the-hostile-tests"
TOUCH = f"open({CANARY!r}, 'w').close()"
CALLS: dict[str, tuple[str, object]] = {  # what it is -> (what the refusal names, the value)
    "a shell": ("system", Call(os.system, f"touch {CANARY}")),
    "a process": ("Popen", Call(subprocess.Popen, ["touch", CANARY])),
    "eval": ("eval", Call(eval, TOUCH)),
    "exec": ("exec", Call(exec, TOUCH)),
    "open": ("open", Call(open, CANARY, "w")),
    "an import": ("import_module", Call(importlib.import_module, "antigravity")),
    "getattr": ("getattr", Call(getattr, Path(CANARY), "touch")),
    "a chain of getattr": ("getattr", Call(getattr, Call(getattr, Path, "cwd"), "__func__")),
    "runpy": ("_run_code", Call(runpy._run_code, TOUCH, {})),
    "pickle in pickle": ("loads", Call(pickle.loads, pickle.dumps(Call(eval, TOUCH)))),
    "torch.load": ("load", Call(torch.load, CANARY)),
    "a whole module": ("(Linear|_reconstructor)", torch.nn.Linear(2, 2)),
}


def raw(*parts: str | bytes) -> bytes:
    """A pickle of protocol 4 by hand; text becomes a short string on the stack."""
    coded = (
        part if isinstance(part, bytes) else b"\x8c" + struct.pack("B", len(part)) + part.encode()
        for part in parts
    )
    return b"\x80\x04" + b"".join(coded) + b"."


GLOBAL, CALL, SET_STATE = b"\x93", b"R", b"b"
DICT = (b"\x8c\x0bcollections\x8c\x0bOrderedDict" + GLOBAL,)
BY_HAND: dict[str, tuple[str, bytes]] = {
    "a dotted name": (
        "collections.OrderedDict.__init__.__globals__",
        raw("collections", "OrderedDict.__init__.__globals__", GLOBAL),
    ),
    "a dotted name of torch": (
        "torch._utils._rebuild_tensor_v2.__globals__",
        raw("torch._utils", "_rebuild_tensor_v2.__globals__", GLOBAL),
    ),
    "a dot in the module": ("torch._utils._rebuild.x", raw("torch", "_utils._rebuild.x", GLOBAL)),
    "a dunder": ("collections.__builtins__", raw("collections", "__builtins__", GLOBAL)),
    "our own functions": (
        "ganstudio.models.vocabulary.make_dict",
        raw("ganstudio.models.vocabulary", "make_dict", GLOBAL),
    ),
    "protocol 0": ("os.system", b"cos\nsystem\n(S'touch x'\ntR."),
    "INST": ("os.system", b"(ios\nsystem\n."),
    "INST of a harmless name": ("INST", b"(icollections\nOrderedDict\n."),
    "OBJ": ("OBJ", raw(b"(", *DICT, b"o")),
    "NEWOBJ_EX": ("NEWOBJ_EX", raw(*DICT, b")}\x92")),
    "EXT1": ("EXT1", raw(b"\x82\x01")),
    "EXT4": ("EXT4", raw(b"\x84\x01\x00\x00\x00")),
    "a persistent id in text": ("PERSID", b"\x80\x02P1\n."),
    "a buffer from elsewhere": ("NEXT_BUFFER", b"\x80\x05\x97."),
    "a call of a text": ("a call of a str", raw("system", b")", CALL)),
    "a call of a dictionary": ("a call of a Dict", raw(*DICT, b")", CALL, b")", CALL)),
    "state of a constructor": (
        "changes to collections.OrderedDict",
        raw(*DICT, b"}", "__init__", b"N", b"s", SET_STATE),
    ),
    "state of a dictionary": ("changes to a dict", raw(b"}", b"}", SET_STATE)),
    "items of a constructor": ("items set in collections", raw(*DICT, "x", b"N", b"s")),
    "items of a tuple": ("items added to a tuple", raw(b")", b"N", b"a")),
}


@pytest.fixture
def wraps(zipped, legacy_head):
    """A pickle in the three containers in which it can come."""
    return lambda content: (content, legacy_head + content, zipped(content))


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """A canary would be born in a folder that is looked at."""
    monkeypatch.chdir(tmp_path)


def test_the_watch_would_see_a_call(watch):
    with pytest.raises(AssertionError, match="find_class"), watch():
        pickle.loads(pickle.dumps(Call(eval, "1 + 1")))


@pytest.mark.parametrize("what", CALLS)
def test_a_call_is_refused_by_name(what, wraps, refused):
    name, value = CALLS[what]
    for protocol in (0, 2, 4, 5):
        for content in wraps(pickle.dumps(value, protocol=protocol)):
            sentence = refused(content)
            assert re.search(rf"asks for [\w.]*\b{name}, which", sentence), sentence


def test_odd_instructions_are_refused_by_name(wraps, refused):
    for what, (name, content) in BY_HAND.items():
        for wrapped in wraps(content):
            assert name in refused(wrapped), what


SETTINGS = ("models.utils.config", "BaseConfig", GLOBAL, b")\x81")
NAMESPACE = ("argparse", "Namespace", GLOBAL, b")\x81")


@pytest.mark.parametrize("made", [SETTINGS, NAMESPACE], ids=["settings", "namespace"])
def test_objects_that_only_hold_something_stay_without_behaviour(made, wraps, refused):
    """They are read, whatever their attributes are called, and then there is no network."""
    names = b"}" + raw("__class__", "os", b"s", "__reduce__", "system", b"s")[2:-1]
    for content in wraps(raw(b"}", "config", *made, names, SET_STATE, b"s")):
        refused(content)
    assert "does not know" in refused(raw(b"}", "config", *made, names, SET_STATE, b"s"))
    touch = raw("models.utils.config", "BaseConfig", GLOBAL, "touch x", b"\x85", CALL)
    assert "damaged" in refused(touch)
    inner = raw("models.utils.config", "BaseConfig.__init__", GLOBAL)
    assert "BaseConfig.__init__" in refused(inner)
    assert "a call of a Settings" in refused(raw(*SETTINGS, b")", CALL))


def test_a_persistent_object_is_no_storage(zipped, legacy_head, refused):
    module = pickle.dumps(("module", "Net", "net.py", TOUCH), protocol=2)[:-1] + b"Q."
    assert "a persistent object" in refused(module)
    assert "of the type 'module'" in refused(zipped(module))
    assert "of the type 'module'" in refused(legacy_head + module)


@pytest.mark.parametrize("depth", ["bare", "wrapped", "twice", "wrapped twice"])
def test_a_pickle_nested_in_a_storage_is_refused_by_name(depth, legacy_head, refused):
    inner = pickle.dumps(Call(os.system, f"touch {CANARY}"), protocol=2)
    head = legacy_head if "wrapped" in depth else b""
    inner = head + inner
    if "twice" in depth:
        inner = head + pickle.dumps(Call(load_from_bytes, inner), protocol=2)
    sentence = refused(pickle.dumps(Call(load_from_bytes, inner), protocol=4))
    assert ("_load_from_bytes" if "twice" in depth else ".system") in sentence


def load_from_bytes(content: bytes) -> None:
    raise AssertionError("the name is pickled; nobody may call it")


load_from_bytes.__module__, load_from_bytes.__qualname__ = "torch.storage", "_load_from_bytes"


@pytest.fixture(autouse=True)
def pickled_as_torch(monkeypatch):
    """Lets our stand-in be pickled under the name of torch's function."""
    monkeypatch.setattr(torch.storage, "_load_from_bytes", load_from_bytes)


TAMPERED = {  # what the refusal names -> what is changed in a module's state
    "'__class__'": {"__class__": "os"},
    "'__reduce__'": {"__reduce__": ("os", "system")},
    "'a b'": {"a b": 1},
    "_parameters that are no dictionary": {"_parameters": [1]},
    "_parameters['weight'], which is a str": {"_parameters": {"weight": "text"}},
    "_buffers['w_avg'], which is a dict": {"_buffers": {"w_avg": {}}},
    "_modules['b4'], which is a int": {"_modules": {"b4": 4}},
    "_modules called '../b4'": {"_modules": {"../b4": None}},
    "_parameters called '__class__.x'": {"_parameters": {"__class__.x": None}},
}


@pytest.mark.parametrize("where", ["G_ema", "augment_pipe"])
def test_a_tampered_module_is_refused_by_name(where, ada, refused):
    network = stylegan2.Generator(channels=[6, 6], z_dim=8, w_dim=8, mapping_layers=1)
    for what, change in TAMPERED.items():
        generator, pipe = ada.generator(network, clamp=None), ada.module("AugmentPipe")
        value = {"G_ema": generator, "augment_pipe": pipe}
        value[where].meta["state"].update(change)
        sentence = refused(ada.dumps(value))
        assert what in sentence
        assert value[where].meta["class_name"] in sentence


def test_a_module_without_its_parts_is_refused(ada, refused):
    for change in ({"state": None}, {"type": "function"}, {"class_name": 7}):
        record = ada.module("Generator")
        record.meta.update(change)
        refused(ada.dumps({"G_ema": record}))
    record = ada.module("Generator")
    record.meta["state"].clear()
    assert "_parameters" in refused(ada.dumps({"G_ema": record}))


def test_modules_that_contain_themselves_end(ada, refused):
    record = ada.module("Generator")
    record.meta["state"]["_modules"]["again"] = ada.module("Block", modules={"a": None})
    twin = ada.module("Block")
    record.meta["state"]["_modules"] |= {"one": twin, "two": twin}
    refused(ada.dumps({"G_ema": record}))


TWINS = b"\x80\x04)" + b"".join(b"\x94h" + bytes([level]) + b"\x86" for level in range(60))
SMALL_BOMBS = {  # few instructions that would take much memory, or for ever
    "a far place in the memo": b"\x80\x04Nr\xff\xff\xff\x7f.",
    "a place that is not in the memo": b"\x80\x04j\xff\xff\xff\x7f.",
    "huge bytes": b"\x80\x04\x8e" + b"\xff" * 7 + b"\x7f.",
    "a huge frame": b"\x80\x04\x95" + b"\xff" * 8 + b".",
    "a huge number": b"\x80\x04\x8a\xff" + b"\xff" * 255 + b".",
    "a key that is slow to hash": TWINS + b"}h\x3bNs.",
    "a member that is slow to hash": TWINS + b"\x8f(h\x3b\x90.",
    "a value that is slow to print": TWINS + b"\x8c\x01x\x94" + b"0h\x3bh\x3c\x93.",
}
LONG_BOMBS = {  # more work than the file's length lets one expect
    "endless lists": b"\x80\x04" + b"]" * 2_000_000 + b".",
    "one text used often": raw(
        b"X" + struct.pack("<I", 60_000) + b"a" * 60_000 + b"\x94",
        *["_codecs", "encode", GLOBAL, b"\x94"],
        b"h\x01h\x00\x85R0" * 50_000,
        b"N",
    ),
    "one dictionary used often": raw(
        b"}\x94(" + b"".join(b"J" + struct.pack("<i", i) + b"N" for i in range(5_000)) + b"u",
        *["collections", "OrderedDict", GLOBAL, b"\x94"],
        b"h\x01h\x00\x85R0" * 50_000,
        b"N",
    ),
}


@pytest.mark.parametrize("what", SMALL_BOMBS)
def test_small_bombs_take_no_memory(what, refused):
    tracemalloc.start()
    try:
        refused(SMALL_BOMBS[what])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4 << 20


@pytest.mark.parametrize("what", LONG_BOMBS)
def test_long_bombs_are_cut_off(what, refused):
    assert "more work than any checkpoint needs" in refused(LONG_BOMBS[what]).detail


def storage_id(count: int, kind: str = "FloatStorage", key: str = "0") -> bytes:
    """The persistent id of a storage, as torch writes it in protocol 2."""
    text = b"X" + struct.pack("<I", len(key)) + key.encode()
    number = b"\x8a\x08" + struct.pack("<q", count)
    return (
        b"(X\x07\x00\x00\x00storagectorch\n" + kind.encode() + b"\n" + text + text + number + b"tQ"
    )


def tensor(storage: bytes, offset: int, shape: tuple[int, ...], stride: tuple[int, ...]) -> bytes:
    """{"main.0.weight": a tensor}, in protocol 2."""

    def numbers(values: tuple[int, ...]) -> bytes:
        return b"(" + b"".join(b"\x8a\x08" + struct.pack("<q", v) for v in values) + b"t"

    sizes = numbers((offset,))[1:-1] + numbers(shape) + numbers(stride)
    call = b"ctorch._utils\n_rebuild_tensor_v2\n(" + storage + sizes + b"\x89}tR"
    return b"\x80\x02}X\x0d\x00\x00\x00main.0.weight" + call + b"s."


BEYOND = [  # offset, shape, strides of a tensor in a storage of four numbers
    (0, (5,), (1,)),
    (1, (4,), (1,)),
    (0, (1 << 40,), (0,)),
    (0, (1 << 31, 1 << 31, 1 << 2), (0, 0, 0)),
    (-1, (2,), (1,)),
    (0, (-2,), (1,)),
    (3, (2,), (-1,)),
    (0, (2, 2), (1,)),
    (0, (1 << 62, 0), (1, 1)),
    (1 << 62, (1,), (1,)),
    (0, (1,) * 70, (1,) * 70),
]


def test_a_tensor_cannot_reach_beyond_its_storage(zipped, refused):
    for offset, shape, stride in BEYOND:
        content = tensor(storage_id(4), offset, shape, stride)
        sentence = refused(zipped(content, {"0": bytes(16)}), "net.pth")
        assert "a tensor" in sentence.detail, (offset, shape, stride)


def test_a_storage_cannot_claim_another_length(zipped, legacy_head, refused):
    keys = pickle.dumps(["0"], protocol=2)
    for count in (3, 5, 1 << 40, -1):
        content = tensor(storage_id(count), 0, (1,), (1,))
        assert "damaged" in refused(zipped(content, {"0": bytes(16)}), "net.pth")
        legacy = legacy_head + content + keys + struct.pack("<q", 4) + bytes(16)
        assert "damaged" in refused(legacy, "net.pth")


def test_zip_files_with_tricks_are_refused(zipped, refused, tmp_path):
    content = tensor(storage_id(4), 0, (4,), (1,))
    storage = {"0": bytes(16)}
    tricks = {
        "a way up": zipped(content, storage, folder="../../../tmp/evil"),
        "from the root": zipped(content, storage, folder="/etc"),
        "a key that climbs": zipped(
            tensor(storage_id(4, key="../../0"), 0, (4,), (1,)), {"../../0": bytes(16)}
        ),
        "two pickles": zipped(content, storage, extra={"other/data.pkl": content}),
        "compressed": zipped(content, {"0": bytes(16)}, method=zipfile.ZIP_DEFLATED),
        "the other byte order": zipped(content, storage, extra={"archive/byteorder": b"big"}),
        "no storage": zipped(content),
        "a damaged storage": zipped(content, {"0": b"0123456789abcdef"}).replace(
            b"0123456789abcdef", b"0123456789abcdeF"
        ),
    }
    for trick in tricks.values():
        refused(trick, "net.pth")
    assert not Path("/tmp/evil").exists()


def test_a_zip_of_pictures_is_told_apart(refused):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("faces/1.jpg", b"\xff\xd8\xff\xe0")
    assert "zip file" in refused(buffer.getvalue(), "faces.zip")


OTHER_KINDS = {
    "empty": b"",
    "one byte": b"\x80",
    "a beginning": b"\x80\x02",
    "a zip's beginning": b"PK\x03\x04",
    "a JPEG picture": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 8,
    "a PNG picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "a text": b"Hello, world.\nThis is a text, not a network.\n",
    "a script": b"import os\nos.system('ls')\n",
    "JSON": b"{}",
    "zeros": bytes(5000),
}


@pytest.mark.parametrize("suffix", [".pkl", ".pth", ".safetensors", ".jpg", ""])
def test_files_of_another_kind_give_one_sentence(suffix, refused):
    for content in OTHER_KINDS.values():
        refused(content, f"x{suffix}")


def test_other_plain_pickles_are_told_apart(refused):
    for value in (None, 7, "text", [1, 2], {"a": {"b": 1.5}}, {"x": torch.ones(2)}):
        assert "does not know" in refused(pickle.dumps(value), "notes.pkl")


def test_a_missing_file_and_a_folder_give_one_sentence(refusal, tmp_path):
    (tmp_path / "empty").mkdir()
    for path in ("no.pkl", "no.safetensors", "no", "empty"):
        refusal(lambda path=path: ganstudio.open_model(tmp_path / path))
