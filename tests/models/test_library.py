from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path

import numpy as np
import pytest
import torch

import ganstudio
from ganstudio import paths
from ganstudio.models.fresh import fresh
from ganstudio.models.library import Library
from ganstudio.models.store import write_model
from ganstudio.recipe import FaceRecipe, ModelRef


def write(path: Path, seed: int = 0, *, name: str = "made") -> str:
    """A small model file; its digest."""
    model = fresh("dcgan", 16, seed)
    card = dataclasses.replace(model.card, name=name)
    return write_model(path, card, generator=model.generator)


def foreign(path: Path) -> torch.Tensor:
    """A DCGAN as others save it; its first weight."""
    torch.manual_seed(1)
    weights = {"main.0.weight": torch.randn(5, 4, 4, 4) / 9}
    for name, value in {
        "weight": 1.0,
        "bias": 0.1,
        "running_mean": 0.0,
        "running_var": 1.0,
    }.items():
        weights[f"main.1.{name}"] = torch.full((4,), value)
    weights["main.3.weight"] = torch.randn(4, 3, 4, 4)
    torch.save(weights, path)
    return weights["main.0.weight"]


@pytest.fixture
def folders(tmp_path):
    """Two folders of models: as that which ships, and the user's."""
    return [tmp_path / "shipped", tmp_path / "mine"]


@pytest.fixture
def library(folders):
    return Library(folders)


def test_models_are_listed_by_the_names_of_their_files(library, folders):
    write(folders[0] / "b.safetensors")
    write(folders[0] / "a.safetensors", 1)
    digest = write(folders[1] / "c d.safetensors", 2)
    (folders[1] / "notes.txt").write_text("not a model")
    (folders[1] / ".hidden.safetensors").write_text("a write that was interrupted")
    entries = library.entries()
    assert [entry.name for entry in entries] == ["a", "b", "c d"]
    assert (entries[2].digest, entries[2].path) == (digest, folders[1] / "c d.safetensors")
    assert entries[2].card.name == "c d"
    assert library.damaged == []


def test_missing_folders_are_empty():
    assert all(entry.bundled for entry in Library().entries())
    assert not paths.user_models().exists()


def test_the_models_that_ship_are_marked(monkeypatch, tmp_path, home):
    monkeypatch.setattr(paths, "bundled_models", lambda: tmp_path)
    write(tmp_path / "faces.safetensors")
    write(paths.user_models() / "mine.safetensors", 1)
    assert [(entry.name, entry.bundled) for entry in Library().entries()] == [
        ("faces", True),
        ("mine", False),
    ]


def test_damaged_files_are_left_out_and_told(library, folders):
    write(folders[0] / "good.safetensors")
    bad = folders[0] / "bad.safetensors"
    bad.write_bytes(b"not a model")
    assert [entry.name for entry in library.entries()] == ["good"]
    ((path, sentence),) = library.damaged
    assert path == bad
    assert "bad.safetensors" in sentence
    write(bad, 1)
    assert len(library.entries()) == 2
    assert library.damaged == []


def test_a_model_is_found_by_name_and_digest(library, folders, refusal):
    shipped = write(folders[0] / "faces.safetensors")
    mine = write(folders[1] / "faces.safetensors", 1)
    assert library.find("faces").digest == shipped
    assert library.find(ModelRef("faces", mine)).path == folders[1] / "faces.safetensors"
    assert library.find(ModelRef("another name", mine)).digest == mine
    assert "other weights" in refusal(lambda: library.find(ModelRef("faces", "0" * 16)))
    sentence = refusal(lambda: library.find("cats"))
    assert "'cats'" in sentence
    assert "faces" in sentence
    assert library.open(ModelRef("faces", mine)).digest == mine


def test_the_last_few_models_stay_open(library, folders):
    for number in range(5):
        write(folders[1] / f"m{number}.safetensors", number)
    first = library.open("m0")
    assert library.open("m0") is first
    assert library.open(folders[1] / "m0.safetensors") is first
    for number in range(1, 5):
        library.open(f"m{number}")
    assert library.open("m0") is not first


def test_a_file_that_was_replaced_is_opened_anew(library, folders):
    path = folders[1] / "m.safetensors"
    write(path)
    first = library.open("m")
    digest = write(path, 1)
    assert library.open("m") is not first
    assert library.open("m").digest == digest == library.find("m").digest


def test_random_networks_need_no_file(library, refusal):
    name = "random-stylegan2-16-3"
    entry = library.find(name)
    assert (entry.path, entry.card.size, entry.bundled) == (None, 16, False)
    model = library.open(name)
    assert model.card == entry.card
    assert library.open(ModelRef(name, model.digest)) is model
    assert "comes out differently" in refusal(lambda: library.open(ModelRef(name, "0" * 16)))
    assert "63" in refusal(lambda: library.open("random-dcgan-63-1"))


def test_a_foreign_file_is_brought_in_under_its_name(library, folders, tmp_path):
    weight = foreign(tmp_path / "my net (1).pth")
    entry = library.bring_in(tmp_path / "my net (1).pth")
    assert entry.name == entry.card.name == "my-net-1"
    assert entry.path == folders[1] / "my-net-1.safetensors"
    again = Library(folders).open(ModelRef("my-net-1", entry.digest))
    assert torch.equal(again.generator.convs[0].weight, weight)


def test_nothing_is_overwritten_and_nothing_is_there_twice(library, folders, tmp_path):
    write(folders[0] / "faces.safetensors")
    other, same = tmp_path / "faces.safetensors", tmp_path / "copy.safetensors"
    write(other, 1)
    first = library.bring_in(other)
    assert first.name == "faces-2"
    assert first.path.read_bytes() == other.read_bytes()
    same.write_bytes(other.read_bytes())
    assert library.bring_in(same) == first
    assert library.bring_in(first.path) == first
    named = library.bring_in(same, name="my faces")
    assert (named.name, named.digest) == ("my-faces", first.digest)
    (folders[1] / "broken.safetensors").write_bytes(b"somebody's")
    write(tmp_path / "broken.safetensors", 2)
    assert library.bring_in(tmp_path / "broken.safetensors").name == "broken-2"
    assert (folders[1] / "broken.safetensors").read_bytes() == b"somebody's"
    write(tmp_path / "random-dcgan-16-1.safetensors", 3)
    entry = library.bring_in(tmp_path / "random-dcgan-16-1.safetensors")
    assert entry.name == "random-dcgan-16-1-2"


def test_a_damaged_file_is_not_brought_in(library, folders, tmp_path, refusal):
    path = tmp_path / "faces.safetensors"
    write(path)
    path.write_bytes(path.read_bytes()[:-1])
    refusal(lambda: library.bring_in(path))
    assert not folders[1].exists()


def test_a_model_from_elsewhere_can_be_asked_for_again(library, tmp_path, refusal):
    foreign(tmp_path / "guest.pth")
    model = library.open(tmp_path / "guest.pth")
    ref = ModelRef("guest", model.digest)
    assert library.open(ref) is model
    assert library.find(ref).path == tmp_path / "guest.pth"
    assert library.entries() == []
    for seed in range(3):
        library.open(f"random-dcgan-16-{seed}")
    assert library.open(ref).digest == model.digest
    (tmp_path / "guest.pth").unlink()
    assert "no file" in refusal(lambda: library.open(ref))


def test_scripts_open_by_name_and_by_path(home, tmp_path):
    weight = foreign(tmp_path / "guest.pth")
    guest = ganstudio.open_model(str(tmp_path / "guest.pth"))
    assert (guest.card.family, guest.card.size, guest.encoder) == ("dcgan", 8, None)
    assert torch.equal(guest.generator.convs[0].weight, weight)
    digest = write(paths.user_models() / "mine.safetensors")
    assert ganstudio.open_model("mine").digest == digest
    assert ganstudio.open_model(ModelRef("mine", digest)).card.name == "mine"
    assert ganstudio.open_model("random-dcgan-16-1").card.size == 16


def test_scripts_render_what_they_opened(tmp_path):
    foreign(tmp_path / "guest.pth")
    model = ganstudio.open_model(tmp_path / "guest.pth")
    pixels = ganstudio.render(FaceRecipe(ModelRef("guest", model.digest)))
    assert (pixels.shape, pixels.dtype) == ((8, 8, 3), np.uint8)
    assert pixels.std() > 5


def test_the_package_names_what_scripts_may_use():
    assert set(ganstudio.__all__) == {"__version__", "open_model", "render"}
    text = (Path(ganstudio.__file__).parent.parent / "pyproject.toml").read_text()
    assert tomllib.loads(text)["project"]["version"] == ganstudio.__version__
