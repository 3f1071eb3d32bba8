"""`ganstudio directions`, and --direction of generate."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import ganstudio
from ganstudio import cli
from ganstudio.engine import directions as finding
from ganstudio.media import files
from ganstudio.models import directions as store
from ganstudio.models.library import Library

MODEL = "random-stylegan2-16-0"
PLAIN = "random-dcgan-16-0"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(finding, "SAMPLES", {"pca": 2_000, "sefa": 1_000})


@pytest.fixture
def call(capsys):
    def call(*words):
        status = cli.run(["directions", "--model", MODEL, *words])
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def draw(capsys):
    def draw(*words):
        status = cli.run(["generate", "--model", MODEL, "-o", "x.png", *words])
        return status, *capsys.readouterr()

    return draw


@pytest.fixture
def digest():
    return Library().open(MODEL).digest


def test_found_ones_are_listed_kept_and_written(call, digest):
    assert call() == (0, "", f"{MODEL} has no directions yet; --method pca finds some.\n")
    status, out, err = call("--method", "pca", "--count", "2", "-o", "found.json")
    assert (status, err) == (0, "")
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == ["name", "kind", "layers", "step"]
    assert [line[:4] for line in lines[1:]] == [
        ["PCA", "1", "pca", "all"],
        ["PCA", "2", "pca", "all"],
    ]
    kept = store.saved(digest)
    assert [each.name for each in kept] == ["PCA 1", "PCA 2"]
    text = Path("found.json").read_text()
    assert store.from_text(text, source="found.json") == kept
    assert json.loads(text)["ganstudio"] == "directions"
    call("--method", "sefa", "--count", "1", "--layers", "coarse")
    assert [each.name for each in store.saved(digest)] == ["PCA 1", "PCA 2", "SeFa 1 (0-2)"]
    assert len(call()[1].splitlines()) == 4


def test_a_name_that_was_given_stays(call, digest):
    call("--method", "pca", "--count", "2")
    kept = store.saved(digest)
    store.save(digest, (kept[1], replace(kept[0], name="age")))
    out = call("--method", "pca", "--count", "3")[1]
    assert [line.split("  ")[0].strip() for line in out.splitlines()[1:]] == [
        "age",
        "PCA 2",
        "PCA 3",
    ]
    assert [each.name for each in store.saved(digest)] == ["PCA 2", "age", "PCA 3"]


def test_a_sheet_has_a_row_for_each_and_a_column_for_each_amount(call):
    status, *_ = call(
        "--method", "pca", "--count", "3", "--sheet", "s.png", "--amounts", "-2,0", "--seed", "5"
    )
    assert status == 0
    layout = files.read_layout(Path("s.png"))
    assert (len(layout.cells), layout.columns) == (6, 2)
    assert {cell.a.seed for cell in layout.cells} == {5}
    assert [cell.offsets[0].name for cell in layout.cells[::2]] == ["PCA 1", "PCA 2", "PCA 3"]
    assert {cell.offsets for cell in layout.cells[1::2]} == {()}
    image = np.asarray(Image.open("s.png"))
    assert np.array_equal(image[16:32, :16], ganstudio.render(layout.cells[2]))
    assert (image[:16, :16] != image[:16, 16:]).any()


def test_what_was_written_is_taken_in_again(call, digest):
    call("--method", "pca", "--count", "2", "-o", "found.json")
    kept = store.saved(digest)
    store.save(digest, ())
    assert call("--from", "found.json")[0] == 0
    assert store.saved(digest) == kept
    status, _, err = call("--model", PLAIN, "--from", "found.json")
    assert status == 2 and "another model" in err


def test_generate_goes_along_them(call, draw, digest):
    call("--method", "pca", "--count", "2")
    assert draw()[0] == 0
    still = np.asarray(Image.open("x.png"))
    assert draw("--direction", "pca 1=2.5:0-1", "--direction", "PCA 2=-1")[0] == 0
    recipe = files.read_recipe(Path("x.png"))
    found = [(each.name, each.amount, each.first, each.last) for each in recipe.offsets]
    assert found == [("PCA 1", 2.5, 0, 1), ("PCA 2", -1, 0, store.LAST)]
    moved = np.asarray(Image.open("x.png"))
    assert (moved != still).any()
    Path("x.png").rename("old.png")
    again = ("--recipe", "old.png", "--direction", "PCA 1=0", "--direction", "PCA 2=0")
    assert draw(*again)[0] == 0
    assert np.array_equal(np.asarray(Image.open("x.png")), still)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--direction none=1", "no direction called 'none'; it has PCA 1"),
        ("--direction PCA", "says no amount"),
        ("--direction PCA_1=x", "no direction called"),
        ("--direction age=much", "must be a number"),
        ("--direction age=1:9-12", "style layers go from 0 to 5"),
        ("--direction age=1:0,2", "do not follow each other"),
    ],
)
def test_what_generate_cannot_go_along(call, draw, digest, words, says):
    call("--method", "pca", "--count", "2")
    kept = store.saved(digest)
    store.save(digest, (kept[0], replace(kept[1], name="age")))
    status, out, err = draw(*words.split())
    assert (status, out) == (2, "") and err.count("\n") == 1
    assert says in err
    assert not Path("x.png").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--layers coarse", "--layers goes with"),
        ("--method pca --layers coarse", "--layers goes with"),
        ("--method sefa --layers fine", "has no fine layers"),
        ("--method sefa --layers 4-9", "from 0 to 5"),
        ("--method magic", "magic"),
        ("--count 0", "--count"),
        ("--amounts 1,x", "--amounts"),
        ("--seed x", "--seed"),
        ("--psi nan", "--psi"),
        ("--sheet s.png", "no directions to draw"),
        ("--from none.json", "none.json"),
    ],
)
def test_what_cannot_be_found(call, words, says):
    status, out, err = call(*words.split())
    assert (status, out) == (2, "") and err.count("\n") == 1
    assert says in err


def test_a_model_without_styles(call):
    status, out, _ = call("--model", PLAIN, "--method", "sefa", "--count", "1")
    assert status == 0 and "SeFa 1" in out
    status, _, err = call("--model", PLAIN, "--method", "pca")
    assert status == 2 and "no mapping network" in err
    status, _, err = call("--model", PLAIN, "--method", "sefa", "--layers", "coarse")
    assert status == 2 and "no style layers" in err
