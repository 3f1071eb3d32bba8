"""Latents of recipes as a job, and latents of files that fit a model or do not."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from ganstudio.engine import latents
from ganstudio.engine.job import Progress, run
from ganstudio.errors import StudioError
from ganstudio.media import latents as files
from ganstudio.models.fresh import fresh_card
from ganstudio.recipe import Between, FaceRecipe, ModelRef, Source, Values

RECIPES = [FaceRecipe(ModelRef("m"), a=Source(seed=seed)) for seed in (7, 8)]
STYLED = fresh_card("stylegan2", 16, 1)
PLAIN = fresh_card("dcgan", 16, 1)


def latent(moment) -> np.ndarray:
    seed = moment.start.a.seed if isinstance(moment, Between) else moment.a.seed
    return np.full((6, 4), seed, np.float32)


RENDERER = SimpleNamespace(latent=latent)


@pytest.mark.parametrize("ending", files.ENDINGS)
def test_a_file_of_latents(tmp_path, ending):
    path = tmp_path / f"faces{ending}"
    steps = list(latents.save(RENDERER, RECIPES, path))
    assert steps == [Progress(0, 2), Progress(1, 2), Progress(2, 2)]
    assert [found.values[0, 0] for found in files.read(path)] == [7, 8]
    assert run(latents.save(RENDERER, RECIPES, path)) == path


def test_names_say_where_a_latent_comes_from(tmp_path):
    by_value = replace(RECIPES[0], a=Source(latent=Values.of(np.zeros(4))))
    moments = [RECIPES[0], by_value, Between(*RECIPES, 0.5)]
    run(latents.save(RENDERER, moments, tmp_path / "a.json"))
    names = [found.name for found in files.read(tmp_path / "a.json")]
    assert names == ["m-7", "m-latent", "m-7 to m-8"]


def test_cancelled_it_leaves_nothing(tmp_path):
    for count in (1, 2):
        job = latents.save(RENDERER, RECIPES, tmp_path / "a.npy")
        for _ in range(count):
            next(job)
        job.close()
    assert list(tmp_path.iterdir()) == []


def test_what_will_not_do_is_said_first(tmp_path):
    for recipes, name, words in (
        (RECIPES, "a.txt", "must end in"),
        (RECIPES * 5001, "a.npy", "at most 10000"),
        ([], "a.npy", "no latent"),
    ):
        with pytest.raises(StudioError, match=words):
            run(latents.save(RENDERER, recipes, tmp_path / name))


def test_latents_that_fit(tmp_path):
    w = np.zeros((2, STYLED.styles, STYLED.generator["w_dim"]), np.float32)
    z = np.zeros((2, STYLED.z_dim), np.float32)
    for name, array in (("w.npy", w), ("z.npy", z)):
        np.save(tmp_path / name, array)
        assert latents.read(tmp_path / name, STYLED) == [Source(latent=Values.of(array[0]))] * 2


def test_latents_of_another_model_are_refused(tmp_path):
    np.save(tmp_path / "w.npy", np.zeros((1, 18, 512), np.float32))
    with pytest.raises(StudioError, match=r"latent 1 has the shape \(18, 512\).*\(6, 128\) or"):
        latents.read(tmp_path / "w.npy", STYLED)
    with pytest.raises(StudioError, match=r"takes \(100,\); it belongs to another"):
        latents.read(tmp_path / "w.npy", PLAIN)
