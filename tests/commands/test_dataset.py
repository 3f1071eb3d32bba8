"""ganstudio dataset: a source in, one zip out."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from ganstudio import cli
from ganstudio.commands.dataset import shape_of
from ganstudio.datasets.fitting import FITS
from ganstudio.datasets.layouts import LAYOUTS
from ganstudio.datasets.loading import load
from ganstudio.errors import StudioError


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(capsys):
    """Run a command line: (status, stdout, stderr)."""

    def call(line):
        status = cli.run(line.split())
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def pictures(here):
    """Two classes, one picture of which is damaged and one of a person who stays out."""
    for name in ("cat/1.png", "cat/2.jpg", "dog/3.png", "dog/004_smiling.png"):
        path = here / "set" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (40, 20), (len(name), 90, 200)).save(path)
    (here / "set" / "dog" / "bad.png").write_bytes(b"no picture")


def test_a_folder_becomes_a_zip(call, pictures):
    status, out, err = call("dataset set -o out.zip --size 16 --leave-out 004")
    assert (status, out) == (
        0,
        "out.zip  3 pictures, 2 classes, 1 files could not be read\n",
    )
    assert err.splitlines() == [
        "Left out: dog/bad.png: no picture of a known kind",
        "1 pictures were left out by --leave-out.",
    ]
    found = load("out.zip", size=16)
    assert (found.count, found.classes) == (3, ("cat", "dog"))
    assert found.pictures.min() < 20  # cut, without borders


def test_whole_pictures_without_classes(call, pictures):
    status, out, _ = call("dataset set -o out.zip --size 32x16 --no-crop --no-classes")
    assert status == 0 and "classes" not in out
    with zipfile.ZipFile("out.zip") as archive, archive.open("00000/img00000000.png") as file:
        assert Image.open(file).size == (32, 16)
    assert call("dataset set -o whole.zip --size 16 --fit whole")[0] == 0
    assert (load("whole.zip", size=16).pictures[:, :, :3] == 255).all()


def test_procedural_pictures(call):
    assert call("dataset procedural:scenes -o s.zip --size 16 --count 3") == (
        0,
        "s.zip  3 pictures, label maps of 8 classes\n",
        "",
    )
    assert load("s.zip", size=16).maps.shape == (3, 16, 16)


def test_the_same_bytes_each_time(call, pictures):
    for name in ("a.zip", "b.zip"):
        call(f"dataset set -o {name} --size 16")
    assert Path("a.zip").read_bytes() == Path("b.zip").read_bytes()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("set -o out.png", "--output out.png must end in .zip."),
        ("set -o out.zip --size 3", "--size 3 is none"),
        ("set -o out.zip --fit best", "--fit best is none; choose one of centre, whole"),
        ("set -o out.zip --layout best", "There is no layout 'best'"),
        ("set -o out.zip --layout triples", "set is not laid out as triples"),
        ("set -o out.zip --split test", "set has no part 'test'; it has none."),
        ("gone -o out.zip", "gone is neither a folder nor a zip"),
        ("procedural:cats -o out.zip", "There are no procedural 'cats'"),
    ],
)
def test_what_is_wrong_is_one_sentence(call, pictures, here, line, sentence):
    status, out, err = call(f"dataset {line}")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert sentence in err
    assert [path.name for path in here.iterdir()] == ["set"]


def test_help_names_every_layout_and_fit(call):
    _, out, _ = call("dataset --help")
    for name in (*LAYOUTS[1:], *FITS):
        assert name in out.replace("-\n", "-"), name


def test_sizes():
    assert shape_of("64") == (64, 64) and shape_of(" 128x64 ") == (64, 128)
    for text in ("", "64x", "x", "0", "5000", "-8", "64x64x3"):
        with pytest.raises(StudioError, match="is none"):
            shape_of(text)


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_ctrl_c_leaves_no_file(here):
    line = "dataset procedural -o out.zip --count 300000 --size 64".split()
    environment = {**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[1])}
    process = subprocess.Popen(
        [sys.executable, "-m", "ganstudio", *line], env=environment, stderr=subprocess.PIPE
    )
    end = time.monotonic() + 60
    while not list(here.glob("*.part")) and time.monotonic() < end:
        time.sleep(0.05)
    assert list(here.glob("*.part")), "it never began to write"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.decode()) == (130, "Stopped.\n")
    assert list(here.iterdir()) == []
