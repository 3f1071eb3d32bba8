"""Renaming, deleting and importing in steps."""

import pytest

from ganstudio import paths
from ganstudio.models.library import Library
from ganstudio.recipe import ModelRef
from tests.models.test_library import foreign, write


@pytest.fixture
def folders(tmp_path):
    return [tmp_path / "shipped", tmp_path / "mine"]


@pytest.fixture
def library(folders):
    return Library(folders)


def test_a_renamed_model_is_found_by_its_digest(library, folders):
    digest = write(folders[1] / "old.safetensors")
    opened = library.open("old")
    entry = library.rename(library.find("old"), "new")
    assert (entry.name, entry.digest, entry.card.name) == ("new", digest, "new")
    assert [path.name for path in folders[1].iterdir()] == ["new.safetensors"]
    assert library.find(ModelRef("old", digest)).name == "new"
    assert library.open(ModelRef("old", digest)).digest == opened.digest
    assert library.rename(entry, "new") == entry


@pytest.mark.parametrize("name", ["", "two words", "a/b", "..", "-x", "x" * 81, ".hidden"])
def test_names_that_are_none_are_refused(library, folders, refusal, name):
    write(folders[1] / "old.safetensors")
    sentence = refusal(lambda: library.rename(library.find("old"), name))
    assert "would do" in sentence
    assert [entry.name for entry in library.entries()] == ["old"]


def test_the_name_of_a_random_network_is_refused(library, folders, refusal):
    write(folders[1] / "old.safetensors")
    sentence = refusal(lambda: library.rename(library.find("old"), "random-dcgan-16-1"))
    assert "my-random-dcgan-16-1" in sentence


def test_names_that_are_taken_are_refused(library, folders, refusal):
    write(folders[0] / "Faces.safetensors")
    write(folders[1] / "old.safetensors", 1)
    bad = folders[1] / "bad.safetensors"
    bad.write_bytes(b"somebody's")
    for name in ("Faces", "faces", "bad"):
        assert "already" in refusal(lambda name=name: library.rename(library.find("old"), name))
    assert bad.read_bytes() == b"somebody's"
    assert library.rename(library.find("old"), "Old").name == "Old"


def test_what_is_not_the_users_own_stays(library, folders, tmp_path, refusal, monkeypatch):
    write(folders[0] / "faces.safetensors")
    foreign(tmp_path / "guest.pth")
    library.open(tmp_path / "guest.pth")
    monkeypatch.setattr(paths, "bundled_models", lambda: folders[0])
    for change in (library.delete, library.own_file, lambda entry: library.rename(entry, "x")):
        assert "came with" in refusal(lambda change=change: change(library.find("faces")))
        assert "add it" in refusal(lambda change=change: change(library.find("guest")))
        random = library.find("random-dcgan-16-1")
        refusal(lambda change=change, entry=random: change(entry))
    assert (folders[0] / "faces.safetensors").exists()
    assert (tmp_path / "guest.pth").exists()


def test_a_deleted_model_is_gone(library, folders, refusal):
    write(folders[1] / "old.safetensors")
    entry = library.find("old")
    library.delete(entry)
    assert library.entries() == []
    assert "could not be deleted" in refusal(lambda: library.delete(entry))


def test_importing_tells_how_far_it_is(library, folders, tmp_path):
    digest = write(tmp_path / "big.safetensors")
    told = list(library.bringing_in(tmp_path / "big.safetensors"))
    assert [entry.digest for entry in library.entries()] == [digest]
    done = [one for one, _ in told]
    assert len(told) > 4
    assert done == sorted(done)
    assert {total for _, total in told} == {done[-1]}


@pytest.mark.parametrize("kind", ["ours", "foreign"])
def test_an_import_that_is_stopped_leaves_nothing(library, folders, tmp_path, kind):
    path = tmp_path / ("big.safetensors" if kind == "ours" else "big.pth")
    write(path) if kind == "ours" else foreign(path)
    count = 0
    for _ in library.bringing_in(path):
        count += 1
    library.delete(library.entries()[0])
    for stop in range(1, count):
        steps = library.bringing_in(path)
        for _ in range(stop):
            next(steps)
        steps.close()
        assert not folders[1].exists() or list(folders[1].iterdir()) == []


def test_a_library_apart_shares_no_open_model(library, folders, tmp_path):
    write(folders[1] / "m.safetensors")
    foreign(tmp_path / "guest.pth")
    guest = library.open(tmp_path / "guest.pth")
    apart = library.apart()
    assert apart.open("m") is not library.open("m")
    assert apart.open(ModelRef("guest", guest.digest)).digest == guest.digest
