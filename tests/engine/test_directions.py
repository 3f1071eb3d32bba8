"""Finding directions as a job: the right ones, once per model, and with a sentence where not."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from ganstudio.engine import directions
from ganstudio.engine.directions import attribute, find
from ganstudio.engine.job import Progress, run
from ganstudio.engine.renderer import Renderer
from ganstudio.errors import StudioError
from ganstudio.latent.sampling import latents
from ganstudio.models.directions import LAST
from ganstudio.recipe import FaceRecipe, ModelRef, Source

STYLE = ModelRef("random-stylegan2-16-0")
PLAIN = ModelRef("random-dcgan-16-0")


@pytest.fixture(autouse=True)
def few(monkeypatch):
    monkeypatch.setattr(directions, "SAMPLES", {"pca": 2_500, "sefa": 1_000})


@pytest.fixture
def renderer():
    return Renderer()


def unit(direction):
    return direction.vector.array()


def test_pca_is_that_of_the_mapped_latents_of_the_first_seeds(renderer):
    found = run(find(renderer, STYLE, "pca", 3))
    generator = renderer.library.open(STYLE).generator
    with torch.no_grad():
        w = generator.mapping(latents(range(2_500), z_dim=generator.z_dim))[:, 0]
    centred = (w - w.mean(dim=0)).double().numpy()
    _, values, rows = np.linalg.svd(centred, full_matrices=False)
    for direction, value, row in zip(found, values, rows, strict=False):
        assert abs(unit(direction) @ row) == pytest.approx(1, abs=1e-4)
        assert direction.reach == pytest.approx(value / np.sqrt(2_499), rel=1e-4)
        assert (direction.first, direction.last, direction.kind) == (0, LAST, "pca")
    assert [each.name for each in found] == ["PCA 1", "PCA 2", "PCA 3"]


def test_it_moves_on_step_by_step_and_the_second_time_it_is_there_at_once(renderer, monkeypatch):
    steps = [step for step in find(renderer, STYLE, "pca", 2) if step.total]
    assert steps == [Progress(1000, 2500), Progress(2000, 2500), Progress(2500, 2500)]
    first = run(find(renderer, STYLE, "pca", 2))

    def never(*_):
        raise AssertionError("it was computed once already")

    monkeypatch.setattr(directions, "_mapped", never)
    assert run(find(Renderer(), STYLE, "pca", 2)) == first
    assert run(find(renderer, STYLE, "pca", 4))[:2] == first


@pytest.mark.parametrize("content", [b"", b"\x93NUMPY nonsense", None])
def test_a_damaged_cache_is_computed_again(renderer, content):
    first = run(find(renderer, STYLE, "sefa", 2))
    digest = renderer.library.open(STYLE).digest
    file = directions.cache_file(digest, "sefa")
    if content is None:
        np.save(file, np.full((3, 5), np.nan, np.float32))
    else:
        file.write_bytes(content)
    assert run(find(renderer, STYLE, "sefa", 2)) == first
    assert directions.cached(file, dim=128) is not None


def test_a_cache_that_cannot_be_written_is_no_error(renderer, monkeypatch, tmp_path):
    block = tmp_path / "file"
    block.write_text("no folder")
    monkeypatch.setattr(directions.paths, "cache_folder", lambda: block)
    assert len(run(find(renderer, PLAIN, "sefa", 2))) == 2


def test_sefa_of_some_layers_is_of_their_weights(renderer):
    found = run(find(renderer, STYLE, "sefa", 2, first=1, last=2))
    layers = renderer.library.open(STYLE).generator.synthesis.layers
    rows = torch.cat([layers[1].affine.weight, layers[2].affine.weight]).detach().double()
    rows = rows / rows.norm(dim=1, keepdim=True)
    _, columns = torch.linalg.eigh(rows.T @ rows)
    for number, direction in enumerate(found, start=1):
        assert abs(unit(direction) @ columns[:, -number].numpy()) == pytest.approx(1, abs=1e-5)
        assert (direction.first, direction.last) == (1, 2)
    whole = run(find(renderer, STYLE, "sefa", 2))
    assert abs(unit(whole[0]) @ unit(found[0])) < 0.99
    assert [each.name for each in (*found, *whole)] == [
        "SeFa 1 (1-2)",
        "SeFa 2 (1-2)",
        "SeFa 1",
        "SeFa 2",
    ]


@pytest.mark.parametrize("name", ["random-dcgan-16-0", "random-progan-16-0"])
def test_without_a_mapping_network_there_is_sefa_in_z(renderer, name):
    ref = ModelRef(name)
    found = run(find(renderer, ref, "sefa", 4))
    assert unit(found[0]).shape == (renderer.library.open(ref).generator.z_dim,)
    face = FaceRecipe(ref, a=Source(seed=3))
    moved = replace(face, offsets=(found[0].at(3.0),))
    assert (renderer.render(face).pixels != renderer.render(moved).pixels).any()
    with pytest.raises(StudioError, match="SeFa works"):
        run(find(renderer, ref, "pca", 4))


@pytest.mark.parametrize(
    ("count", "first"), [(0, 0), (65, 0), (4, 6)], ids=["none", "too many", "no such layer"]
)
def test_what_cannot_be_found_is_refused(renderer, count, first):
    with pytest.raises(StudioError):
        run(find(renderer, STYLE, "sefa", count, first=first))


def test_a_cancelled_search_leaves_no_half_cache(renderer, home):
    steps = find(renderer, STYLE, "pca", 2)
    next(steps), next(steps)
    steps.close()
    assert list((home / "cache").rglob("*.npy")) == []


def faces(*seeds, **fields):
    return [FaceRecipe(STYLE, a=Source(seed=seed), **fields) for seed in seeds]


def test_an_attribute_leads_from_one_mean_to_the_other(renderer):
    plus, minus = faces(1, 2, psi=0.7), faces(3, 4, 5)
    made = run(attribute(renderer, plus, minus, "smile"))
    means = [
        np.mean([renderer.latent(each).mean(axis=0) for each in part], axis=0)
        for part in (plus, minus)
    ]
    assert made.at(1.0).vector.array() == pytest.approx(means[0] - means[1], abs=1e-5)
    assert (made.name, made.kind) == ("smile", "attribute")
    assert np.linalg.norm(unit(made)) == pytest.approx(1)


def test_an_attribute_in_z(renderer):
    plus = [FaceRecipe(PLAIN, a=Source(seed=1))]
    minus = [FaceRecipe(PLAIN, a=Source(seed=2))]
    made = run(attribute(renderer, plus, minus, "x"))
    z = latents([1, 2], z_dim=100).numpy()
    assert made.at(1.0).vector.array() == pytest.approx(z[0] - z[1], abs=1e-5)


@pytest.mark.parametrize(
    ("plus", "minus"),
    [
        ([], faces(1)),
        (faces(1), []),
        (faces(1), faces(1)),
        (faces(1), [FaceRecipe(ModelRef("random-stylegan2-16-1", "f" * 16))]),
    ],
    ids=["nothing with", "nothing without", "the same", "another model"],
)
def test_an_attribute_that_there_is_not_is_refused(renderer, plus, minus):
    with pytest.raises(StudioError):
        run(attribute(renderer, plus, minus, "x"))
