"""The store of directions: whole or not at all, strict, never losing what somebody named."""

import dataclasses
import json
import random

import numpy as np
import pytest

from ganstudio import paths
from ganstudio.errors import StudioError
from ganstudio.models import directions as store
from ganstudio.models.directions import Direction
from ganstudio.models.fresh import fresh
from ganstudio.models.header import read_header
from ganstudio.models.library import Library
from ganstudio.models.store import open_file, write_model
from ganstudio.recipe import Offset, Values

DIGEST = "0123456789abcdef"


def direction(name, seed=0, *, kind="pca", dim=6, **fields):
    vector = np.random.default_rng(seed).standard_normal(dim)
    return Direction(name, kind, Values.of(vector / np.linalg.norm(vector)), **fields)


SOME = (
    direction("age", 1, reach=2.5),
    direction("Lächeln", 2, kind="sefa", first=2, last=4),
    direction("glasses", 3, kind="attribute"),
)


def file():
    return paths.user_directions() / f"{DIGEST}.json"


def test_what_was_saved_is_there_again_in_its_order():
    assert store.saved(DIGEST) == ()
    store.save(DIGEST, SOME)
    assert store.saved(DIGEST) == SOME
    store.save(DIGEST, SOME[::-1])
    assert store.saved(DIGEST) == SOME[::-1]
    assert list(file().parent.iterdir()) == [file()]
    assert store.saved("f" * 16) == ()


@pytest.mark.parametrize("digest", ["", "../../x", "0123456789ABCDEF", DIGEST + "0", DIGEST + "\n"])
def test_a_digest_that_is_none_never_becomes_a_path(digest):
    with pytest.raises(StudioError):
        store.save(digest, SOME)


def test_amounts_count_in_steps():
    one = SOME[0]
    offset = one.at(-2.0)
    assert (offset.name, offset.amount, offset.first, offset.last) == ("age", -2.0, 0, store.LAST)
    assert np.linalg.norm(offset.vector.array()) == pytest.approx(2.5)
    again = store.of_offset(offset, kind="pca")
    assert again.reach == pytest.approx(2.5)
    assert again.vector.array() == pytest.approx(one.vector.array(), abs=1e-6)


@pytest.mark.parametrize("step", [[0, 0, 0], [1, np.nan, 0], [0, np.inf, 0], [9e5] * 3, [[1, 0]]])
def test_an_offset_that_goes_nowhere_is_no_direction(step):
    assert not store.leads(Offset("none", Values.of(np.array(step)), 1.0))
    assert store.leads(Offset("some", Values.of(np.array([0, 1e-3, 0])), 1.0))


def test_what_could_not_be_read_again_is_not_written_over_what_can():
    store.save(DIGEST, SOME)
    for bad in (dataclasses.replace(SOME[0], reach=2e6), dataclasses.replace(SOME[1], name="age")):
        with pytest.raises(StudioError):
            store.save(DIGEST, [SOME[0], bad])
    assert store.saved(DIGEST) == SOME


def test_found_again_they_keep_the_names_that_were_given():
    named = [dataclasses.replace(SOME[0], name="mine"), SOME[2]]
    jitter = SOME[0].vector.array() + np.float32(1e-6)
    again = dataclasses.replace(SOME[0], vector=Values.of(jitter / np.linalg.norm(jitter)))
    other = direction("mine", 9)
    merged = store.merged(named, [again, other, dataclasses.replace(SOME[0], kind="sefa")])
    assert [each.name for each in merged] == ["mine", "glasses", "mine 2", "age"]
    assert merged[:2] == tuple(named)
    found = store.those_of(merged, [other, again])
    assert [each.name for each in found] == ["mine 2", "mine"]


def test_the_opposite_way_is_another_direction():
    back = dataclasses.replace(SOME[0], vector=Values.of(-SOME[0].vector.array()))
    assert len(store.merged([SOME[0]], [back])) == 2


def test_a_free_name_is_short_and_not_taken():
    assert store.free_name("  a \n b ", ()) == "a b"
    assert store.free_name("a", ("a", "a 2")) == "a 3"
    assert len(store.free_name("x" * 200, ("x" * 76,))) <= 80
    assert store.free_name(" ", ()) == "?"


def damages(text):
    """Every way in which a file of JSON may be wrong that a careful reader can tell."""
    whole = json.loads(text)

    def changed(**fields):
        first = {**whole["directions"][0], **fields}
        return json.dumps({**whole, "directions": [first, *whole["directions"][1:]]})

    vector = whole["directions"][0]["vector"]
    yield ""
    yield "null"
    yield "[]"
    yield text[: len(text) // 2]
    yield text.replace("directions", "recipes")
    yield json.dumps({**whole, "more": 1})
    yield changed(kind="magic")
    yield changed(name="")
    yield changed(name="x" * 81)
    yield changed(name=SOME[1].name)
    yield changed(reach=0)
    yield changed(reach=-1)
    yield changed(reach=1e9)
    yield changed(reach=None)
    yield changed(first=-1)
    yield changed(more=1)
    yield changed(vector={**vector, "shape": [7]})
    yield changed(vector={**vector, "shape": [2, 3]})
    yield changed(vector={**vector, "shape": [1 << 40]})
    yield changed(vector={**vector, "packed": "AAAA"})
    yield changed(vector=dataclasses.asdict(Values.of(np.ones(6))))
    yield changed(vector=dataclasses.asdict(Values.of(np.full(6, np.nan))))
    yield text.replace("2.5", "NaN")
    yield "[" * 100_000
    yield " " * (store.MOST_TEXT + 1)


@pytest.mark.parametrize("number", range(25))
def test_a_damaged_file_is_set_aside_with_a_sentence_and_the_list_begins_anew(number):
    texts = list(damages(store.to_text(SOME)))
    assert len(texts) == 25
    file().parent.mkdir(parents=True)
    file().write_text(texts[number])
    with pytest.raises(StudioError, match="kept as") as caught:
        store.saved(DIGEST)
    aside = file().with_name(f"{DIGEST}.damaged-1.json")
    assert str(aside) in str(caught.value)
    assert aside.read_text() == texts[number]
    assert store.saved(DIGEST) == ()
    file().write_text(texts[number])
    with pytest.raises(StudioError):
        store.saved(DIGEST)
    assert aside.with_name(f"{DIGEST}.damaged-2.json").exists()
    store.save(DIGEST, SOME)
    assert store.saved(DIGEST) == SOME


def test_a_file_that_the_system_does_not_let_us_read_is_set_aside_too():
    file().mkdir(parents=True)  # a folder in its place
    with pytest.raises(StudioError, match="kept as"):
        store.saved(DIGEST)
    store.save(DIGEST, SOME)
    assert store.saved(DIGEST) == SOME


def test_bytes_by_chance_are_refused_or_read_never_worse():
    chance = random.Random(1)
    text = store.to_text(SOME).encode()
    for _ in range(300):
        broken = bytearray(text)
        for _ in range(chance.randint(1, 4)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            found = store.from_text(bytes(broken), source="x")
        except StudioError as error:
            assert "x" in str(error)
        else:
            assert all(isinstance(each, Direction) for each in found)


def test_a_disk_that_takes_nothing_leaves_what_was_there(monkeypatch):
    store.save(DIGEST, SOME)

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(StudioError, match="disk is full"):
        store.save(DIGEST, SOME[:1])
    assert store.saved(DIGEST) == SOME


def test_more_than_a_model_can_have_are_refused():
    many = [direction(str(n), n) for n in range(store.MOST + 1)]
    with pytest.raises(StudioError):
        store.save(DIGEST, many)
    assert len(store.merged([], many)) == store.MOST


@pytest.fixture
def model():
    return fresh("dcgan", 16, 0)


def write(path, model, **fields):
    return write_model(path, model.card, generator=model.generator, **fields)


def test_a_model_file_carries_them_and_importing_restores_them(model, tmp_path):
    path, plain = tmp_path / "m.safetensors", tmp_path / "plain.safetensors"
    digest = write(path, model, directions=SOME)
    assert digest == write(plain, model)
    assert read_header(plain).directions == ""
    assert open_file(path).digest == digest
    library = Library([tmp_path / "shipped", tmp_path / "mine"])
    library.bring_in(plain)
    assert store.saved(digest) == ()
    entry = library.bring_in(path)
    assert store.saved(digest) == SOME
    assert store.from_text(read_header(path).directions, source="m") == SOME
    assert entry.digest == digest


def test_what_the_user_has_is_not_replaced_by_what_a_file_brings(model, tmp_path):
    path = tmp_path / "m.safetensors"
    digest = write(path, model, directions=SOME)
    store.save(digest, ())  # all removed on purpose
    Library([tmp_path / "shipped", tmp_path / "mine"]).bring_in(path)
    assert store.saved(digest) == ()


def test_damaged_directions_in_a_header_bring_nothing_in(model, tmp_path):
    path = tmp_path / "m.safetensors"
    digest = write(path, model, directions=SOME)
    path.write_bytes(path.read_bytes().replace(b"attribute", b"attribvte"))
    library = Library([tmp_path / "shipped", tmp_path / "mine"])
    with pytest.raises(StudioError, match=r"directions in m\.safetensors are damaged"):
        library.bring_in(path)
    assert store.saved(digest) == ()
    assert library.entries() == []


def test_what_could_not_be_read_is_not_written(model, tmp_path):
    twins = (SOME[0], SOME[0])
    with pytest.raises(StudioError):
        write(tmp_path / "m.safetensors", model, directions=twins)
    assert list(tmp_path.iterdir()) == []
