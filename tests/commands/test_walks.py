"""interpolate and path on the command line, their films read again."""

from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from ganstudio import cli
from ganstudio.engine.renderer import Renderer
from ganstudio.latent import paths
from ganstudio.media import files
from ganstudio.recipe import Between, FaceRecipe, Interpolation, ModelRef, Source

MODEL = "random-stylegan2-16-1"
RENDERER = Renderer()


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(capsys):
    """Run a command line: (status, stdout, stderr)."""

    def call(line: str) -> tuple[int, str, str]:
        status = cli.run(line.split())
        return status, *capsys.readouterr()

    return call


def face(seed: int, **fields) -> FaceRecipe:
    model = RENDERER.library.open(MODEL)
    return FaceRecipe(ModelRef(MODEL, model.digest), a=Source(seed=seed), **fields)


def shown(path) -> list[np.ndarray]:
    with Image.open(path) as image:
        return [
            np.asarray(image.convert("RGB")) for k in range(image.n_frames) if image.seek(k) is None
        ]


def drawn(*moments) -> list[np.ndarray]:
    return [RENDERER.render(moment).pixels for moment in moments]


def same(seen: list[np.ndarray], expected: list[np.ndarray]) -> bool:
    return len(seen) == len(expected) and all(map(np.array_equal, seen, expected))


@pytest.mark.parametrize("space", ["w", "z"])
def test_from_one_seed_to_another(call, space):
    line = f"interpolate --model {MODEL} --from 1 --to 2 --psi 0.7 --space {space}"
    status, out, err = call(f"{line} --seconds 1 --fps 4 --easing linear -o film.apng")
    assert (status, out, err) == (0, "film.apng  APNG, lossless, 5 frames, 1.25 s\n", "")
    recipe = face(1, b=Source(seed=2), psi=0.7)
    ways = [Interpolation(t, space) for t in (0.0, 0.25, 0.5, 0.75, 1.0)]
    expected = drawn(*(replace(recipe, interpolation=way) for way in ways))
    assert same(shown("film.apng"), expected)
    assert np.array_equal(expected[-1], drawn(face(2, psi=0.7))[0])


def test_the_two_spaces_are_two_ways(call):
    for space in ("w", "z"):
        call(f"interpolate --model {MODEL} --from 1 --to 2 --space {space} --seconds 1 -o {space}/")
    middle = [Image.open(f"{space}/frame-00013.png").tobytes() for space in ("w", "z")]
    assert middle[0] != middle[1]


def test_there_and_back_again(call):
    line = f"interpolate --model {MODEL} --from 1 --to 2 --seconds 1 --fps 4 --closed"
    assert call(f"{line} -o film.apng")[0] == 0
    frames = shown("film.apng")
    assert len(frames) == 8  # the first is not repeated at the end
    for k in (1, 2, 3):
        assert np.array_equal(frames[k], frames[8 - k])


def test_between_pictures_that_were_exported(call):
    call(f"generate --model {MODEL} --seeds 1 --psi 0.5 -o a.png")
    call(f"generate --model {MODEL} --seeds 2 --psi 1 --noise none -o b.png")
    status, _, err = call("interpolate --from a.png --to b.png --seconds 1 --fps 2 -o film.apng")
    assert (status, err) == (0, "")
    a, b = files.read_recipe(Path("a.png")), files.read_recipe(Path("b.png"))
    assert same(shown("film.apng"), drawn(a, Between(a, b, 0.5), b))


def test_an_mp4_of_any_size(call):
    line = f"interpolate --model {MODEL} --from 1 --to 2 --seconds 1 --fps 10 --size 33"
    status, out, _ = call(f"{line} -o film.mp4")
    assert status == 0
    assert out.startswith("film.mp4  ") and out.endswith(", 11 frames, 1.10 s\n")
    with av.open("film.mp4") as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == (34, 34)
        assert sum(1 for _ in container.decode(stream)) == 11


def test_a_path_through_seeds_and_pictures(call):
    call(f"generate --model {MODEL} --seeds 5 --psi 0.5 -o a.png")
    status, _, err = call(
        f"path 1 a.png 3 --model {MODEL} --seconds 0.5 --easing linear --fps 4 -o film.apng"
    )
    assert (status, err) == (0, "")
    one, two, three = face(1), face(5, psi=0.5), face(3)
    way = [one, Between(one, two, 0.5), two, Between(two, three, 0.5), three]
    assert same(shown("film.apng"), drawn(*way))


def test_a_path_is_written_down_and_filmed(call):
    status, out, _ = call(f"path 1 2 3 --model {MODEL} --seconds 0.5 --closed -o walk.json")
    assert (status, out) == (0, "walk.json\n")
    walk = paths.from_json(Path("walk.json").read_text())
    assert [frame.recipe for frame in walk.frames] == [face(1), face(2), face(3)]
    assert (walk.closed, walk.seconds) == (True, 1.5)
    call("path walk.json --fps 4 -o film/")
    names = sorted(path.name for path in Path("film").iterdir())
    assert len(names) == 6
    assert files.read_recipe(Path("film") / names[0]) == face(1)
    call("path walk.json --seconds 1 --easing in --psi 0.5 -o other.json")
    other = paths.from_json(Path("other.json").read_text())
    assert {(frame.seconds, frame.easing, frame.recipe.psi) for frame in other.frames} == {
        (1.0, "in", 0.5)
    }
    assert other.closed


def test_the_pictures_of_a_sheet_are_key_frames(call):
    call(f"generate --model {MODEL} --seeds 4-6 --grid 2x2 -o sheet.png")
    call("path sheet.png -o walk.json")
    walk = paths.from_json(Path("walk.json").read_text())
    assert [frame.recipe for frame in walk.frames] == [face(4), face(5), face(6)]


def test_frames_without_recipes(call):
    line = f"interpolate --model {MODEL} --from 1 --to 2 --seconds 0.1 --no-recipe"
    assert call(f"{line} -o film")[0] == 0
    picture = Image.open(sorted(Path("film").iterdir())[0])
    assert picture.text == {}


def test_other_families_walk_too(call):
    line = "interpolate --model random-dcgan-16-1 --from 1 --to 2 --seconds 1 --fps 2"
    status, _, err = call(f"{line} -o film.apng")
    assert (status, err) == (0, "")
    assert len(shown("film.apng")) == 3


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("interpolate --from 1 -o a.mp4", "--to"),
        ("interpolate --from 1 --to 2", "--output"),
        ("interpolate --from 1 --to 2 -o a.avi", "must end in .gif"),
        ("interpolate --from 1 --to 2 -o nowhere/a.gif", "does not exist"),
        ("interpolate --from 1 --to 2 -o full/", "is not empty"),
        ("interpolate --from 1 --to 2 -o a.gif --fps 60", "at most 50"),
        ("interpolate --from 1 --to 2 -o a.gif --fps nan", "frames a second"),
        ("interpolate --from 1 --to 2 -o a.gif --seconds 0", "--seconds must be"),
        ("interpolate --from 1 --to 2 -o a.gif --seconds 601", "--seconds must be"),
        ("interpolate --from 1 --to 2 -o a.gif --size 9999", "4 to 8192"),
        ("interpolate --from 1 --to 2 -o a.gif --space v", "--space"),
        ("interpolate --from 1 --to 2 -o a.gif --device toaster", "choose one of cpu"),
        ("interpolate --from -1 --to 2 -o a.gif", "-1 cannot be read"),
        ("interpolate --from 99999999999 --to 2 -o a.gif", "beyond"),
        ("interpolate --from no.png --to 2 -o a.gif", "no.png cannot be read"),
        ("path 1 -o a.gif", "2 to 1000 key frames"),
        ("path -o a.gif", "FILE"),
        ("path no.json -o a.gif", "no.json cannot be read"),
        ("path full/bad.json -o a.gif", "not a path"),
        ("path 1 2 -o nowhere/walk.json --seconds -1", "--seconds must be"),
    ],
)
def test_what_is_wrong_is_one_sentence(call, here, line, words):
    (here / "full").mkdir()
    (here / "full" / "bad.json").write_text('{"ganstudio": "path", "frames": 3}')
    before = sorted(here.rglob("*"))
    command, _, rest = line.partition(" ")
    status, out, err = call(f"{command} --model {MODEL} {rest}")
    assert (status, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
    assert sorted(here.rglob("*")) == before


def test_z_is_for_faces_that_differ_in_their_seed_alone(call, here):
    call(f"generate --model {MODEL} --seeds 1 --psi 0.5 -o a.png")
    status, _, err = call(f"interpolate --model {MODEL} --from a.png --to 2 --space z -o a.gif")
    assert status == 2
    assert "differ in nothing but their seed" in err


def test_ctrl_c_leaves_nothing(call, here, monkeypatch):
    draw = Renderer.render

    def stopped(self, moment):
        if any(here.iterdir()):  # the second picture: the film has begun
            raise KeyboardInterrupt
        return draw(self, moment)

    monkeypatch.setattr(Renderer, "render", stopped)
    status, out, err = call(f"interpolate --model {MODEL} --from 1 --to 2 -o film.gif")
    assert (status, out, err) == (130, "", "Stopped.\n")
    assert list(here.iterdir()) == []
