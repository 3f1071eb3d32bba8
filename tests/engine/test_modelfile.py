"""Models to files of their own: the same weights, with the directions found in them."""

from dataclasses import replace

import numpy as np
import pytest

from ganstudio import paths
from ganstudio.engine import modelfile
from ganstudio.engine.job import run
from ganstudio.engine.renderer import Renderer
from ganstudio.errors import StudioError
from ganstudio.models import directions
from ganstudio.models.header import read_header
from ganstudio.models.library import Library
from ganstudio.models.store import open_file, write_model
from ganstudio.recipe import FaceRecipe, ModelRef, Values

NAME = "random-stylegan2-16-1"
SMILE = directions.Direction("smile", "pca", Values.of(np.eye(128)[3]))


@pytest.fixture
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def mine(renderer) -> ModelRef:
    """A model among the user's own."""
    model = Library().open(NAME)
    paths.user_models().mkdir(parents=True)
    path = paths.user_models() / "mine.safetensors"
    digest = write_model(path, model.card, generator=model.generator)
    return ModelRef("mine", digest)


def pixels(path) -> np.ndarray:
    library = Library()
    model = library.open(path)
    return Renderer(library).render(FaceRecipe(ModelRef(model.card.name, model.digest))).pixels


@pytest.mark.parametrize("named", ["mine", NAME])
def test_an_exported_model_draws_the_same(renderer, mine, tmp_path, named):
    ref = mine if named == "mine" else ModelRef(NAME)
    expected = renderer.render(FaceRecipe(ref)).pixels
    path = tmp_path / "out.safetensors"
    assert run(modelfile.export(renderer, ref, path)) == path
    assert open_file(path).digest == renderer.library.open(ref).digest
    assert np.array_equal(pixels(path), expected)
    assert read_header(path).directions == ""


def test_a_copy_is_the_same_to_the_byte(renderer, mine, tmp_path):
    path = tmp_path / "out.safetensors"
    run(modelfile.export(renderer, mine, path))
    source = paths.user_models() / "mine.safetensors"
    old, new = read_header(source), read_header(path)
    assert (old.card, old.digest, old.slots) == (new.card, new.digest, new.slots)
    assert source.read_bytes()[old.start :] == path.read_bytes()[new.start :]
    assert new.start % 8 == 0


@pytest.mark.parametrize("named", ["mine", NAME])
def test_directions_travel_along_unless_told_not_to(renderer, mine, tmp_path, named):
    ref = mine if named == "mine" else ModelRef(NAME)
    directions.save(renderer.library.open(ref).digest, [SMILE])
    run(modelfile.export(renderer, ref, tmp_path / "with.safetensors"))
    text = read_header(tmp_path / "with.safetensors").directions
    assert directions.from_text(text, source="with") == (SMILE,)
    ours = Library().open(tmp_path / "with.safetensors")
    assert ours.digest == renderer.library.open(ref).digest
    run(modelfile.export(renderer, ref, tmp_path / "without.safetensors", with_directions=False))
    assert read_header(tmp_path / "without.safetensors").directions == ""


def test_directions_in_the_file_give_way_to_those_of_today(renderer, mine, tmp_path):
    directions.save(mine.digest, [SMILE])
    run(modelfile.export(renderer, mine, tmp_path / "a.safetensors"))
    renamed = replace(SMILE, name="laugh")
    directions.save(mine.digest, [renamed])
    model = renderer.library.open(tmp_path / "a.safetensors")
    guest = ModelRef(model.card.name, model.digest)
    run(modelfile.export(renderer, guest, tmp_path / "b.safetensors"))
    text = read_header(tmp_path / "b.safetensors").directions
    assert directions.from_text(text, source="b") == (renamed,)


@pytest.mark.parametrize("named", ["mine", NAME])
def test_cancelled_it_leaves_nothing(renderer, mine, tmp_path, named):
    ref = mine if named == "mine" else ModelRef(NAME)
    steps = 0
    for _ in modelfile.export(renderer, ref, tmp_path / "a.safetensors"):
        steps += 1
    (tmp_path / "a.safetensors").unlink()
    for count in range(1, steps):
        job = modelfile.export(renderer, ref, tmp_path / "a.safetensors")
        for _ in range(count):
            next(job)
        job.close()
        assert list(tmp_path.iterdir()) == []


def test_a_model_is_not_written_over_itself(renderer, mine):
    path = paths.user_models() / "mine.safetensors"
    before = path.read_bytes()
    with pytest.raises(StudioError, match="is the model itself"):
        run(modelfile.export(renderer, mine, path))
    assert path.read_bytes() == before


def test_onnx_is_checked_and_says_how_far_off_it_is(renderer, tmp_path):
    for package in ("onnx", "onnxscript", "onnxruntime"):
        pytest.importorskip(package)
    steps = modelfile.export(renderer, ModelRef("random-dcgan-16-1"), tmp_path / "a.onnx")
    found = run(steps)
    assert found.path == tmp_path / "a.onnx"
    assert found.difference < 1e-3


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.pt", "must end in .safetensors or .onnx"),
        ("nowhere/a.onnx", "does not exist"),
        ("folder.onnx", "is a folder"),
    ],
)
def test_wrong_targets(renderer, tmp_path, name, words):
    (tmp_path / "folder.onnx").mkdir()
    with pytest.raises(StudioError, match=words):
        run(modelfile.export(renderer, ModelRef(NAME), tmp_path / name))
