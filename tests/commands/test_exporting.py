"""export on the command line: models and latents to files."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from ganstudio import cli
from ganstudio.engine import modelfile
from ganstudio.engine.renderer import Renderer
from ganstudio.latent.sampling import latents
from ganstudio.media import latents as files
from ganstudio.models.store import open_file
from ganstudio.recipe import FaceRecipe, ModelRef, Source

MODEL = "random-stylegan2-16-1"
PLAIN_MODEL = "random-dcgan-16-1"


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


def test_latents_of_seeds(call):
    status, out, err = call(f"export --model {MODEL} --seeds 3,1 --psi 0.5 -o faces.npy")
    assert (status, out, err) == (0, "faces.npy\n", "")
    found = np.load("faces.npy")
    expected = [
        Renderer().latent(FaceRecipe(ModelRef(MODEL), a=Source(seed=seed), psi=0.5))
        for seed in (3, 1)
    ]
    assert np.array_equal(found, np.stack(expected))
    assert found.dtype == np.float32


def test_latents_of_a_model_without_styles_are_z(call):
    call(f"export --model {PLAIN_MODEL} --seeds 3-4 -o faces.npy")
    assert np.array_equal(np.load("faces.npy"), latents([3, 4], z_dim=100).numpy())


def test_latents_of_pictures_as_json(call):
    call(f"generate --model {MODEL} --seeds 7 --psi 0.4 -o a.png")
    call(f"generate --model {MODEL} --seeds 8-9 --grid 2x1 -o b.png")
    status, _, err = call("export --recipe a.png --recipe b.png -o faces.json")
    assert (status, err) == (0, "")
    found = files.read(Path("faces.json"))
    assert [latent.name for latent in found] == [f"{MODEL}-{seed}" for seed in (7, 8, 9)]
    expected = Renderer().latent(FaceRecipe(ModelRef(MODEL), a=Source(seed=7), psi=0.4))
    assert np.array_equal(found[0].values, expected)


def test_seeds_can_start_from_a_picture(call):
    call(f"generate --model {MODEL} --seeds 7 --psi 0.4 -o a.png")
    call("export --recipe a.png --seeds 7 -o one.npy")
    call("export --recipe a.png -o other.npy")
    assert np.array_equal(np.load("one.npy"), np.load("other.npy"))


def test_latents_come_back_as_the_same_faces(call, here):
    call(f"generate --model {MODEL} --seeds 3-4 --psi 0.5 --grid 2x1 -o first.png")
    call("export --recipe first.png -o faces.json")
    line = f"generate --model {MODEL} --latents faces.json"
    assert call(f"{line} --grid 2x1 -o again.png")[0] == 0
    again, first = (np.asarray(Image.open(f"{name}.png")) for name in ("again", "first"))
    assert np.array_equal(again, first)
    (here / "out").mkdir()
    status, out, _ = call(f"{line} -o out")
    assert (status, out.split()) == (0, [f"out/{MODEL}-001.png", f"out/{MODEL}-002.png"])
    assert np.array_equal(np.asarray(Image.open(out.split()[1])), first[:, 16:])


def test_latents_are_key_frames_too(call):
    call(f"export --model {MODEL} --seeds 3-5 -o faces.npy")
    assert call(f"path faces.npy --model {MODEL} --fps 2 -o film/")[0] == 0
    assert len(list(Path("film").iterdir())) == 5


def test_latents_of_another_model_are_refused(call, here):
    call(f"export --model {PLAIN_MODEL} --seeds 3 -o faces.npy")
    status, _, err = call(f"generate --model {MODEL} --latents faces.npy -o a.png")
    assert status == 2
    assert "another model" in err
    status, _, err = call(f"generate --model {MODEL} --latents faces.npy --seeds 3 -o a.png")
    assert (status, err) == (2, "Name either --seeds or --latents.\n")
    assert [path.name for path in here.iterdir()] == ["faces.npy"]


def test_a_model_file(call):
    status, out, err = call(f"export --model {MODEL} -o mine.safetensors")
    assert (status, out, err) == (0, "mine.safetensors\n", "")
    written = open_file(Path("mine.safetensors"))
    assert written.digest == Renderer().library.open(MODEL).digest


@pytest.mark.parametrize(
    ("difference", "words"),
    [(3e-6, "checked with onnxruntime, within 3e-06"), (None, "not checked: onnxruntime is not")],
)
def test_an_onnx_file_says_how_exact_it_is(call, monkeypatch, difference, words):
    def export(renderer, ref, path, *, inputs, with_directions):
        assert (ref.name, inputs, with_directions) == (MODEL, "w", False)
        yield from ()
        return SimpleNamespace(path=path, difference=difference)

    monkeypatch.setattr(modelfile, "export", export)
    line = f"export --model {MODEL} --inputs w --no-directions -o mine.onnx"
    status, out, _ = call(line)
    assert status == 0
    assert words in out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "--output"),
        ("-o faces.npy", "Whose latents? Name --seeds or --recipe."),
        ("-o mine.txt", "must end in .safetensors or .onnx"),
        ("-o mine", "must end in .safetensors or .onnx"),
        ("-o nowhere/mine.onnx", "does not exist"),
        ("-o nowhere/faces.npy --seeds 1", "does not exist"),
        ("-o mine.onnx --seeds 1", "Latents end in .npy or .json"),
        ("-o faces.npy --seeds 5-2", "runs backwards"),
        ("-o faces.npy --recipe no.png", "no.png cannot be read"),
        ("-o mine.onnx --inputs x", "--inputs"),
    ],
)
def test_what_is_wrong_is_one_sentence(call, here, line, words):
    status, out, err = call(f"export --model {MODEL} {line}")
    assert (status, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
    assert list(here.iterdir()) == []


def test_w_of_a_model_that_has_none(call):
    for package in ("onnx", "onnxscript"):
        pytest.importorskip(package)
    status, _, err = call(f"export --model {PLAIN_MODEL} --inputs w -o mine.onnx")
    assert status == 2
    assert "no mapping network" in err
