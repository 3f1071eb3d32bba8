"""generate: names by a pattern, nothing overwritten unasked, recipes left out."""

from pathlib import Path

import pytest
from PIL import Image

from ganstudio import cli
from ganstudio.media import files

MODEL = "random-stylegan2-16-1"


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


def test_names_by_a_pattern(call):
    line = f"generate --model {MODEL} --seeds 7,3 --psi 0.7 -o"
    status, out, _ = call(f"{line} {{index:03}}-{{model}}-{{seed}}-{{psi:.2f}}.webp")
    assert status == 0
    assert out.split() == [f"001-{MODEL}-7-0.70.webp", f"002-{MODEL}-3-0.70.webp"]
    assert all(Path(name).exists() for name in out.split())


def test_one_seed_can_have_a_pattern_too(call):
    assert call(f"generate --model {MODEL} --seeds 7 -o {{seed}}.png")[1] == "7.png\n"


def test_what_is_there_is_overwritten_only_when_told(call, here):
    (here / "out").mkdir()
    (here / "out" / f"{MODEL}-2.png").write_bytes(b"mine")
    status, out, err = call(f"generate --model {MODEL} --seeds 1-2 -o out")
    assert (status, out) == (2, "")
    assert "is there already" in err
    assert [path.name for path in (here / "out").iterdir()] == [f"{MODEL}-2.png"]
    assert call(f"generate --model {MODEL} --seeds 1-2 --overwrite -o out")[0] == 0
    assert files.read_recipe(here / "out" / f"{MODEL}-2.png").a.seed == 2


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{sed}.png", "{sed}, which is none; there are {model}, {seed}, {index}, {psi}"),
        ("{seed}/face.png", "belong into the file's name"),
        ("{psi}.png", "would both be called 1.0.png"),
        ("{seed.png", "a brace too many or too few"),
        ("{seed}.gif", "must end in .png"),
        ("{seed}", "must end in .png"),
    ],
)
def test_patterns_that_will_not_do(call, here, pattern, words):
    status, out, err = call(f"generate --model {MODEL} --seeds 1-2 -o {pattern}")
    assert (status, out) == (2, "")
    assert words in err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    "line",
    [
        "generate --seeds 1",
        "generate --grid 2x1",
        "mix --a 1 --b 2 --layers 1",
        "mix --rows 1 --columns 2 --styles coarse",
    ],
)
def test_recipes_can_be_left_out(call, line):
    command, _, rest = line.partition(" ")
    for flag, carried in (("", {"ganstudio"}), ("--no-recipe", set())):
        assert call(f"{command} --model {MODEL} {rest} {flag} -o a.png")[0] == 0
        with Image.open("a.png") as picture:
            assert set(picture.text) == carried
