"""The program as it is started: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ganstudio import display
from ganstudio.errors import StudioError

ROOT = Path(__file__).parents[1]
MODEL = "random-stylegan2-16-0"


@pytest.fixture
def start(tmp_path, home):
    """Run `python -m ganstudio ...` in an empty folder, without a display."""

    def start(*arguments: str, **more) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ganstudio", *arguments],
            env=headless() | {"PYTHONPATH": str(ROOT), "GANSTUDIO_HOME": str(home)},
            cwd=tmp_path,
            text=True,
            timeout=120,
            **({"capture_output": True} | more),
        )

    return start


def headless() -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_a_sentence_names_the_tour(start):
    done = start()
    assert (done.returncode, done.stdout) == (2, "")
    assert "ganstudio tour" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_display_is_any_that_qt_would_find(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(StudioError, match="no display"):
        display.check_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    display.check_display()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.setattr(sys, "platform", "darwin")
    display.check_display()


def test_a_system_library_that_qt_lacks_is_named():
    lacking = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "libEGL.so.1" in str(display.qt_is_missing(lacking))
    with pytest.raises(ImportError, match="cannot import name"):
        display.qt_is_missing(ImportError("cannot import name 'x'"))


def test_the_tour_leaves_pictures_of_every_view(start, tmp_path):
    done = start("tour", "seen")
    assert (done.returncode, done.stderr) == (0, "")
    seen = [tmp_path / line for line in done.stdout.split()]
    assert {path.name for path in seen} == {path.name for path in (tmp_path / "seen").iterdir()}
    views = [path for path in seen if path.name[0].isdigit()]
    assert len(views) >= 24
    assert len({path.read_bytes() for path in views}) >= len(views) - 2  # undone, restored
    assert {"face.png", "face.jpg", "face.webp", "grid.png", "mix.png"} < {p.name for p in seen}
    home = Path(os.environ["GANSTUDIO_HOME"])
    assert [path for path in home.rglob("*") if path.is_file()] == []  # nothing of the user's


def test_a_tour_to_a_file_is_refused(start, tmp_path):
    (tmp_path / "seen").touch()
    done = start("tour", "seen")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "seen could not be written: File exists.\n"


def test_a_picture_from_the_shell(start, tmp_path):
    done = start("generate", "--model", MODEL, "-o", "face.png")
    assert (done.returncode, done.stdout, done.stderr) == (0, "face.png\n", "")
    assert (tmp_path / "face.png").exists()


def test_a_mistake_is_one_sentence_and_status_2(start):
    done = start("generate", "--model", MODEL, "--seeds", "5-2", "-o", "face.png")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "--seeds: the range 5-2 runs backwards; write 2-5.\n"


def test_a_reader_that_leaves_is_no_fault(start):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = start("models", capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(os.name == "nt", reason="no such encoding there")
def test_a_name_that_the_terminal_cannot_show_is_no_fault(start, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = start("generate", "--model", MODEL, "-o", "gesicht-ä.png")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "gesicht-ä.png").exists()


@pytest.mark.parametrize("arguments", [["--help"], ["generate", "--help"], ["models"]])
def test_what_needs_no_network_does_not_wait_for_torch(arguments, tmp_path, home):
    code = (
        "import sys; from ganstudio.__main__ import main; main(sys.argv[1:]); "
        "sys.exit(bool({'torch', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=headless() | {"PYTHONPATH": str(ROOT), "GANSTUDIO_HOME": str(home)},
        cwd=tmp_path,
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
