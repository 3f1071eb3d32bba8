"""Films as a job: which frames, in which order and size; nothing left of one that ends early."""

import hashlib
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

import av
import numpy as np
import pytest
from PIL import Image

from ganstudio.engine import video
from ganstudio.engine.job import Progress, run
from ganstudio.engine.renderer import Renderer
from ganstudio.errors import StudioError
from ganstudio.latent.paths import KeyFrame, Path
from ganstudio.media import files
from ganstudio.recipe import Between, FaceRecipe, ModelRef, Source, to_json

A, B = (FaceRecipe(ModelRef("m16"), a=Source(seed=seed)) for seed in (1, 2))
OTHER = FaceRecipe(ModelRef("m32"))
PATH = Path((KeyFrame(A, 1.0, "linear"), KeyFrame(B)))


@dataclass
class FakeRenderer:
    """Draws a flat colour that belongs to the recipe; the model's name tells its size."""

    drawn: list[FaceRecipe | Between] = field(default_factory=list)

    @property
    def library(self):
        def find(model):
            return SimpleNamespace(card=SimpleNamespace(size=int(model.name[1:])))

        return SimpleNamespace(find=find)

    def render(self, moment):
        self.drawn.append(moment)
        recipe = moment
        if isinstance(moment, Between):
            end = moment.start if moment.t < 1 else moment.end
            recipe = replace(end, psi=round(moment.t, 6))
        return SimpleNamespace(pixels=flat(recipe), recipe=recipe)


def flat(recipe: FaceRecipe) -> np.ndarray:
    side = recipe.stage or int(recipe.model.name[1:])
    colour = list(hashlib.sha256(to_json(recipe).encode()).digest()[:3])
    return np.full((side, side, 3), colour, np.uint8)


@pytest.fixture
def renderer() -> FakeRenderer:
    return FakeRenderer()


def test_every_moment_is_a_frame_in_order(renderer, tmp_path):
    moments = PATH.moments(4)
    found = run(video.film(renderer, moments, tmp_path / "film.apng", fps=4))
    assert found == video.Film(tmp_path / "film.apng", "APNG, lossless", 5, 1.25)
    assert renderer.drawn == moments
    with Image.open(tmp_path / "film.apng") as image:
        assert (image.n_frames, image.size) == (5, (16, 16))
        for k, moment in enumerate(moments):
            image.seek(k)
            expected = FakeRenderer().render(moment).pixels
            assert np.array_equal(np.asarray(image.convert("RGB")), expected)


def test_recipes_of_one_model_make_a_film_too(renderer, tmp_path):
    run(video.film(renderer, [A, B, A], tmp_path / "film"))
    names = sorted(path.name for path in (tmp_path / "film").iterdir())
    assert [files.read_recipe(tmp_path / "film" / name) for name in names] == [A, B, A]


def test_recipes_can_be_left_out(renderer, tmp_path):
    run(video.film(renderer, [A], tmp_path / "film", with_recipe=False))
    with pytest.raises(StudioError, match="carries no recipe"):
        files.read_recipe(tmp_path / "film" / "frame-00001.png")


def test_an_mp4_says_what_it_used(renderer, tmp_path):
    found = run(video.film(renderer, PATH.moments(10), tmp_path / "film.mp4", fps=10, size=64))
    with av.open(str(found.path)) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height, stream.average_rate) == (64, 64, 10)
        assert sum(1 for _ in container.decode(stream)) == found.frames == 11
        assert (stream.codec_context.name == "h264") == found.codec.startswith("H.264")


@pytest.mark.parametrize("name", ["film.gif", "film.mp4", "film.webp", "film.apng", "film"])
def test_progress_counts_the_frames_to_the_end(renderer, tmp_path, name):
    steps = list(video.film(renderer, PATH.moments(4), tmp_path / name))
    assert steps[:6] == [Progress(done, 5) for done in range(6)]
    assert set(steps[6:]) <= {Progress(5, 5)}


@pytest.mark.parametrize("name", ["film.gif", "film.mp4", "film.webp", "film.apng", "film"])
def test_cancelled_at_any_step_it_leaves_nothing(renderer, tmp_path, name):
    whole = len(list(video.film(renderer, PATH.moments(2), tmp_path / name)))
    for path in tmp_path.iterdir():
        path.unlink() if path.is_file() else [p.unlink() for p in path.iterdir()]
    for count in range(1, whole + 1):
        job = video.film(renderer, PATH.moments(2), tmp_path / name)
        for _ in range(count):
            next(job)
        job.close()
        assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


def test_a_picture_that_fails_leaves_nothing(renderer, tmp_path, monkeypatch):
    def broken(moment):
        raise StudioError("The memory is not enough.")

    job = video.film(renderer, PATH.moments(4), tmp_path / "film.gif")
    next(job), next(job)
    monkeypatch.setattr(renderer, "render", broken)
    with pytest.raises(StudioError, match="memory"):
        run(job)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "moments",
    [[A, OTHER], [Between(A, OTHER, 0.0)], [A, replace(A, stage=8)]],
    ids=["models", "between", "stages"],
)
def test_pictures_of_other_sizes_need_a_size(renderer, tmp_path, moments):
    with pytest.raises(StudioError, match="must be equally large"):
        run(video.film(renderer, moments, tmp_path / "film.gif"))
    assert renderer.drawn == []
    assert list(tmp_path.iterdir()) == []
    run(video.film(renderer, moments, tmp_path / "film.gif", size=40))
    with Image.open(tmp_path / "film.gif") as image:
        assert image.size == (40, 40)


def test_pictures_of_another_shape_are_said(renderer, tmp_path, monkeypatch):
    def render(recipe):
        pixels = np.zeros((16, 8 * recipe.a.seed, 3), np.uint8)
        return SimpleNamespace(pixels=pixels, recipe=recipe)

    monkeypatch.setattr(renderer, "render", render)
    with pytest.raises(StudioError, match="Frame 2 is 16 x 16 pixels"):
        run(video.film(renderer, [A, B], tmp_path / "film.gif"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("moments", "name", "options", "words"),
    [
        ([], "film.gif", {}, "nothing to film"),
        ([A] * (video.MOST_FRAMES + 1), "film.gif", {}, "at most 100000 frames"),
        ([A], "film.avi", {}, "must end in"),
        ([A], "nowhere/film.gif", {}, "does not exist"),
        ([A], "film.gif", {"size": 100_000}, "4 to 8192"),
        ([A], "film.gif", {"fps": -1}, "frames a second"),
    ],
)
def test_what_will_not_do_is_said_first(renderer, tmp_path, moments, name, options, words):
    with pytest.raises(StudioError, match=words):
        next(video.film(renderer, moments, tmp_path / name, **options))
    assert renderer.drawn == []


def test_a_film_shows_what_the_window_shows(tmp_path):
    recipes = [FaceRecipe(ModelRef("random-stylegan2-16-1"), a=Source(seed=k)) for k in (4, 5)]
    run(video.film(Renderer(), recipes, tmp_path / "film.apng", size=32, sharp=True))
    with Image.open(tmp_path / "film.apng") as image:
        for k, recipe in enumerate(recipes):
            image.seek(k)
            drawn = Renderer().render(recipe).pixels.repeat(2, axis=0).repeat(2, axis=1)
            assert np.array_equal(np.asarray(image.convert("RGB")), drawn)
