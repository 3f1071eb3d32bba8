import errno
import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import ganstudio
from ganstudio import cli
from ganstudio.engine import export, job
from ganstudio.engine.renderer import Renderer
from ganstudio.errors import Sentence
from ganstudio.media import files, sheet
from ganstudio.recipe import FaceRecipe, Noise, Source, Values, to_json

MODEL = "random-stylegan2-16-0"
PLAIN_MODEL = "random-dcgan-16-0"


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


@pytest.fixture
def refused(call, here):
    """Run a wrong command line: the one sentence on stderr; nothing else is left behind."""

    def refused(line: str) -> str:
        before = sorted(here.rglob("*"))
        status, out, err = call(line)
        assert (status, out) == (2, "")
        assert err.count("\n") == 1
        assert err.endswith("\n")
        assert sorted(here.rglob("*")) == before
        return err.strip()

    return refused


def pixels(path: Path | str) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image)


def test_a_grid_of_seeds_is_one_sheet(call):
    status, out, err = call(
        f"generate --model {MODEL} --seeds 0-5 --psi 0.7 --grid 3x2 -o faces.png"
    )
    assert (status, out, err) == (0, "faces.png\n", "")
    layout = files.read_layout(Path("faces.png"))
    assert [cell.a.seed for cell in layout.cells] == list(range(6))
    assert {cell.psi for cell in layout.cells} == {0.7}
    drawn = [ganstudio.render(cell) for cell in layout.cells]
    assert np.array_equal(pixels("faces.png"), sheet.sheet(drawn, 3))


def test_a_grid_without_seeds_counts_from_zero_and_keeps_empty_places_white(call):
    call(f"generate --model {MODEL} --grid 2x1 -o a.png")
    assert [cell.a.seed for cell in files.read_layout(Path("a.png")).cells] == [0, 1]
    call(f"generate --model {MODEL} --seeds 3 --grid 2x1 --gap 2 -o b.png")
    assert pixels("b.png").shape == (16, 34, 3)
    assert (pixels("b.png")[:, 16:] == 255).all()


def test_without_a_grid_each_seed_has_its_file(call):
    status, out, _ = call(f"generate --model {MODEL} --seeds 7,3-4 -o face-{{seed}}.webp")
    assert (status, out.split()) == (0, ["face-7.webp", "face-3.webp", "face-4.webp"])
    assert all(Path(name).exists() for name in out.split())


def test_a_folder_takes_any_number(call, here):
    (here / "out").mkdir()
    status, out, _ = call(f"generate --model {MODEL} --seeds 1-2 -o out")
    assert (status, out.split()) == (0, [f"out/{MODEL}-1.png", f"out/{MODEL}-2.png"])
    assert files.read_recipe(here / "out" / f"{MODEL}-2.png").a == Source(seed=2)


def test_every_option_is_in_the_recipe(call):
    call(
        f"generate --model {MODEL} --seeds 9 --psi 0.5 --cutoff 3 --noise random "
        "--noise-strength 2 --noise-seed 4 -o face.png"
    )
    recipe = files.read_recipe(Path("face.png"))
    assert (recipe.psi, recipe.cutoff, recipe.noise) == (0.5, 3, Noise("random", 2.0, 4))
    assert (recipe.model.name, recipe.a) == (MODEL, Source(seed=9))
    assert recipe.model.digest == ganstudio.open_model(MODEL).digest


def test_the_file_has_the_bytes_that_scripts_and_the_window_make(call, here):
    call(f"generate --model {MODEL} --seeds 5 --psi 0.6 -o shell.png")
    recipe = files.read_recipe(here / "shell.png")
    shell = (here / "shell.png").read_bytes()
    assert files.encode(ganstudio.render(recipe), "PNG", recipe=recipe) == shell

    from ganstudio.ui.export import save  # what Save in the window's menu runs

    window = Renderer()
    list(window.pictures(replace(recipe, psi=0.9)))  # it has drawn before
    job.run(save(window, recipe, here / "window.png", with_recipe=True))
    assert (here / "window.png").read_bytes() == shell


def test_a_grid_has_the_same_bytes_from_the_window(call, here):
    call(f"generate --model {MODEL} --seeds 0-3 --grid 2x2 -o shell.png")
    first = files.read_recipe(here / "shell.png")
    job.run(export.seed_grid(Renderer(), first, range(4), 2, here / "window.png"))
    assert (here / "window.png").read_bytes() == (here / "shell.png").read_bytes()


@pytest.mark.parametrize(
    "command",
    [
        f"generate --model {MODEL} --seeds 5 --noise random --noise-seed 3 -o first.png",
        f"generate --model {PLAIN_MODEL} --seeds 5 -o first.png",
        f"generate --model {MODEL} --seeds 0-2 --grid 2x2 --gap 1 -o first.png",
        f"mix --model {MODEL} --a 1 --b 2 --layers 1-2:0.5 -o first.png",
        f"mix --model {MODEL} --rows 0-1 --columns 5-6 --styles coarse -o first.png",
    ],
)
def test_a_picture_drawn_again_from_its_recipe_is_the_same_file(call, command):
    assert call(command)[0] == 0
    assert call("generate --recipe first.png -o again.png") == (0, "again.png\n", "")
    assert Path("again.png").read_bytes() == Path("first.png").read_bytes()
    recipe = files.read_recipe(Path("first.png"))
    first = next(cell for cell in files.read_layout(Path("first.png")).cells if cell is not None)
    assert recipe == first


def test_the_pixels_of_a_png_come_back_from_its_recipe(call):
    call(f"mix --model {MODEL} --a 1 --b 2 --layers 1-3 --noise random -o face.png")
    assert np.array_equal(ganstudio.render(files.read_recipe(Path("face.png"))), pixels("face.png"))


def test_a_recipe_can_be_changed_on_the_way(call):
    call(f"generate --model {MODEL} --seeds 5 --psi 0.7 -o first.png")
    call("generate --recipe first.png --psi 0.2 -o other.png")
    call("generate --recipe first.png --seeds 1-2 --grid 2x1 -o grid.png")
    first, other = (files.read_recipe(Path(name)) for name in ("first.png", "other.png"))
    assert other == replace(first, psi=0.2)
    assert [(c.a.seed, c.psi) for c in files.read_layout(Path("grid.png")).cells] == [
        (1, 0.7),
        (2, 0.7),
    ]


def test_a_recipe_as_json_with_a_latent_by_value(call, here):
    z = Values.of(np.linspace(-1, 1, 128))
    recipe = FaceRecipe(ganstudio.recipe.ModelRef(MODEL), a=Source(latent=z))
    (here / "face.json").write_text(to_json(recipe))
    assert call("generate --recipe face.json -o face.png")[0] == 0
    assert files.read_recipe(here / "face.png").a.latent == z


def test_two_faces_are_mixed_layer_by_layer(call):
    status, _, err = call(f"mix --model {MODEL} --a 42 --b 77 --layers 0:0.25,2-3 -o mix.png")
    assert (status, err) == (0, "")
    recipe = files.read_recipe(Path("mix.png"))
    assert (recipe.a.seed, recipe.b.seed) == (42, 77)
    assert recipe.mix == (0.25, 0, 1, 1, 0, 0)


def test_a_mix_sheet_takes_the_chosen_styles_from_its_rows(call):
    call(f"mix --model {MODEL} --rows 0-1 --columns 10-12 --styles coarse -o mix.png")
    layout = files.read_layout(Path("mix.png"))
    assert (len(layout.cells), layout.columns) == (12, 4)
    cell = layout.cells[4 + 2]
    assert (cell.a.seed, cell.b.seed) == (0, 11)
    assert cell.mix == (0, 0, 0, 1, 1, 1)  # 4 and 8 px from A, 16 px from B
    a, b = ganstudio.render(layout.cells[4]), ganstudio.render(layout.cells[2])
    assert np.array_equal(pixels("mix.png")[16:32, :16], a)
    assert np.array_equal(pixels("mix.png")[:16, 32:48], b)


def test_a_note_says_what_a_model_cannot(call):
    status, _, err = call(f"generate --model {PLAIN_MODEL} --psi 0.5 -o face.png")
    assert status == 0
    assert "no style layers" in err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--seeds 5-2", "runs backwards; write 2-5"),
        ("--seeds 0-999999999", "more than 10000 seeds"),
        ("--seeds 1,2,x", "'x' is no number and no range"),
        ("--seeds 4294967296", "beyond"),
        ("--seeds -3", "'-3' is no number"),
        ("--seeds=", "'' is no number"),
        ("--seeds ²", "is no number"),
        ("--seeds 0-3", "add --grid"),
        ("--seeds 0-8 --grid 2x2", "has room for 4 of the 9"),
        ("--grid 2", "write columns x rows"),
        ("--grid 0x4", "write columns x rows"),
        ("--grid 999x999", "more than 10000 places"),
        ("--psi nan", "--psi must be a number"),
        ("--psi inf", "--psi must be a number"),
        ("--psi abc", "--psi"),
        ("--noise-strength nan", "--noise-strength must be"),
        ("--noise-seed -1", "--noise-seed"),
        ("--noise-seed 1-3", "takes one seed"),
        ("--noise loud", "--noise"),
        ("--cutoff -1", "--cutoff"),
        ("--gap -1", "--gap"),
        ("--quality 0", "--quality"),
        ("--label 0", "has no classes"),
        ("--device cuda:99", "device"),
        ("--device toaster", "choose one of cpu"),
        ("--colour red", "--colour"),
        ("--recipe nothing.png", "nothing.png cannot be read"),
        ("stray", "stray"),
    ],
)
def test_wrong_options_are_refused_in_a_sentence(refused, options, words):
    assert words in refused(f"generate --model {MODEL} -o face.png {options}")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("face.gif", "must end in .png"),
        ("face", "must end in .png"),
        ("nowhere/face.png", "The folder nowhere does not exist"),
        ("nowhere/", "The folder nowhere does not exist"),
    ],
)
def test_wrong_targets_are_refused_in_a_sentence(refused, target, words):
    assert words in refused(f"generate --model {MODEL} -o {target}")


def test_a_folder_cannot_be_a_sheet(refused, here):
    (here / "folder.png").mkdir()
    assert "is a folder" in refused(f"generate --model {MODEL} --grid 2x2 -o folder.png")


def test_an_unknown_model_is_refused_with_those_that_are_there(refused):
    said = refused("generate --model nobody -o face.png")
    assert "'nobody'" in said
    assert "are here:" in said


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("generate", "--output"),
        ("generat", "generat"),
        ("", "--help"),
        ("import", "FILE"),
        ("import nothing.pkl", "nothing.pkl"),
        (f"mix -o a.png --model {MODEL}", "either --a, --b and --layers"),
        (f"mix -o a.png --model {MODEL} --a 1 --b 2 --rows 3", "either"),
        (f"mix -o a.png --model {MODEL} --a 1 --b 2 --layers 6", "0 to 5, 6 is beyond"),
        (f"mix -o a.png --model {MODEL} --a 1 --b 2 --layers 2:1.5", "from 0 to 1"),
        (f"mix -o a.png --model {MODEL} --a 1 --b 2 --layers 2:", "from 0 to 1"),
        (f"mix -o a.png --model {MODEL} --a 1 --b 2 --layers funny", "'funny'"),
        (f"mix -o a.png --model {MODEL} --a 1-2 --b 2 --layers 2", "--a takes one seed"),
        (f"mix -o a.png --model {MODEL} --rows 1 --columns 2 --styles fine", "has no fine layers"),
        (f"mix -o a.png --model {MODEL} --rows 0-999 --columns 0-999 --styles 1", "at most 10000"),
        (f"mix -o a.png --model {PLAIN_MODEL} --a 1 --b 2 --layers 2", "no style layers"),
    ],
)
def test_wrong_commands_are_refused_in_a_sentence(refused, line, words):
    assert words in refused(line)


def test_a_picture_without_a_recipe_is_refused(refused, here):
    Image.new("RGB", (4, 4)).save(here / "holiday.png")
    assert "carries no recipe" in refused("generate --recipe holiday.png -o face.png")


def test_a_sheet_without_pictures_is_refused(refused, here):
    text = sheet.to_json(sheet.Layout((None,), 1))
    (here / "empty.json").write_text(text)
    assert "no picture" in refused("generate --recipe empty.json --seeds 1 -o face.png")
    assert "nothing to draw" in refused("generate --recipe empty.json -o face.png")


def test_a_full_disk_is_said(refused, monkeypatch):
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    assert "disk is full" in refused(f"generate --model {MODEL} -o face.png")


def test_ctrl_c_leaves_nothing_but_a_word(call, here, monkeypatch):
    def interrupted(self, recipe):
        raise KeyboardInterrupt

    monkeypatch.setattr(Renderer, "render", interrupted)
    status, out, err = call(f"generate --model {MODEL} --grid 2x2 -o face.png")
    assert (status, out, err) == (130, "", "Stopped.\n")
    assert list(here.iterdir()) == []


def test_a_terminal_sees_the_count_go_by(call, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    call(f"generate --model {MODEL} --grid 2x2 -o face.png")
    shown = sys.stderr.getvalue()
    assert [f"{done}/4" in shown for done in range(6)] == [True] * 5 + [False]
    assert shown.endswith("\r\033[K")  # and is left clean


def test_a_device_without_enough_memory_is_said(call, monkeypatch):
    def short(self, recipe):
        self.fell_back = Sentence("The memory of cuda:0 is not enough.")
        return draw(self, recipe)

    draw = Renderer.render
    monkeypatch.setattr(Renderer, "render", short)
    status, out, err = call(f"generate --model {MODEL} -o face.png")
    assert (status, out, err) == (0, "face.png\n", "The memory of cuda:0 is not enough.\n")


def test_a_fault_of_the_program_is_told_as_one(call, monkeypatch):
    def broken(self, recipe):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(Renderer, "render", broken)
    line = f"generate --model {MODEL} -o face.png"
    status, _, err = call(line)
    assert status == 1
    assert "fault of GAN Studio: ZeroDivisionError" in err
    monkeypatch.setenv("GANSTUDIO_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        call(line)


def test_the_models_are_listed(call):
    status, out, err = call("models")
    assert (status, err) == (0, "")
    assert out.split("\n")[0].split() == ["name", "kind", "pixels", "family", "licence", "where"]


def test_a_model_that_was_brought_in_is_listed_and_draws(call, here, home):
    from ganstudio.models.store import write_model

    model = ganstudio.open_model(MODEL)
    card = replace(model.card, name="mine", licence="CC0")
    write_model(here / "mine.safetensors", card, generator=model.generator)
    status, out, _ = call("import mine.safetensors --name ours")
    assert status == 0
    assert out.split()[0] == "ours"
    _, out, _ = call("models")
    row = next(line for line in out.split("\n") if line.startswith("ours "))
    assert row.split()[1:5] == ["face", "16", "stylegan2", "CC0"]
    assert str(home) in row
    _, out, _ = call("models --json")
    entry = next(each for each in json.loads(out) if each["name"] == "ours")
    assert (entry["card"]["size"], entry["bundled"]) == (16, False)
    assert call("generate --model ours -o face.png")[0] == 0
    recipe = files.read_recipe(Path("face.png"))
    assert np.array_equal(pixels("face.png"), Renderer().render(recipe).pixels)


def test_a_model_file_draws_without_being_brought_in(call, here):
    from ganstudio.models.store import write_model

    model = ganstudio.open_model(MODEL)
    write_model(here / "mine.safetensors", model.card, generator=model.generator)
    assert call("generate --model mine.safetensors -o face.png")[0] == 0


def test_a_damaged_model_is_left_out_with_a_word(call, home):
    from ganstudio import paths

    paths.user_models().mkdir(parents=True)
    (paths.user_models() / "broken.safetensors").write_bytes(b"nonsense")
    status, out, err = call("models")
    assert status == 0
    assert "broken" not in out
    assert "broken.safetensors" in err


def test_version_and_help(call):
    assert call("--version") == (0, f"ganstudio {ganstudio.__version__}\n", "")
    for command in " generate mix interpolate path export models import tour".split(" "):
        status, out, err = call(f"{command} --help")
        assert (status, err) == (0, "")
        assert f"Usage: ganstudio {command}" in out
