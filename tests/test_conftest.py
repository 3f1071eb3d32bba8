"""The house rules fail the tests that break them: each rule is broken once, in a run of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

SINS = """
import gc, os, threading, time, warnings
from pathlib import Path
from PySide6.QtCore import QObject, QThread, QTimer, qWarning
from PySide6.QtWidgets import QLabel
import pytest

KEPT = []
RELEASE = threading.Event()

def test_leaves_a_thread():
    KEPT.append(threading.Thread(target=RELEASE.wait, daemon=True))
    KEPT[-1].start()  # the guilty thread

def test_leaves_a_qthread(qapp):
    class Busy(QThread):
        def run(self):
            RELEASE.wait()
    KEPT.append(Busy())
    KEPT[-1].start()  # the guilty qthread

def test_leaves_a_timer(qapp):
    KEPT.append(QTimer(interval=60_000))
    KEPT[-1].start()  # the guilty timer

def test_leaves_a_single_shot(qapp):
    QTimer.singleShot(60_000, RELEASE.set)  # the guilty shot

def test_leaves_a_window(qapp):
    KEPT.append(QLabel("here", windowTitle="guilty"))
    KEPT[-1].show()  # the guilty window

def test_warns():
    warnings.warn("a guilty warning", stacklevel=1)

def test_makes_qt_warn():
    qWarning("a guilty Qt warning")

def test_is_clean(qtbot, tmp_path):
    assert not gc.isenabled()
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert not list(Path(os.environ["GANSTUDIO_HOME"]).iterdir())
    thread = threading.Thread(target=time.sleep, args=(0.05,))
    thread.start()  # ends by itself within the grace
    widget = QLabel()
    qtbot.addWidget(widget)
    widget.show()
    QTimer(widget, interval=60_000).start()  # goes with the widget
    QTimer.singleShot(60_000, widget.hide)  # and so does this

def test_the_end():
    RELEASE.set()
    assert KEPT[1].wait(5000)
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """What pytest says of the sins under this project's own configuration."""
    folder = tmp_path_factory.mktemp("sins")
    tests = folder / "tests"
    tests.mkdir()
    shutil.copy(HERE / "conftest.py", tests)
    shutil.copy(HERE.parent / "pyproject.toml", folder)
    (tests / "test_sins.py").write_text(SINS)
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "--color=no"],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stdout + run.stderr
    return run.stdout


@pytest.mark.parametrize(
    ("test", "line"),
    [
        ("leaves_a_thread", "KEPT[-1].start()  # the guilty thread"),
        ("leaves_a_qthread", "KEPT[-1].start()  # the guilty qthread"),
        ("leaves_a_timer", "KEPT[-1].start()  # the guilty timer"),
        ("leaves_a_single_shot", "QTimer.singleShot(60_000, RELEASE.set)  # the guilty shot"),
        ("leaves_a_window", "KEPT[-1].show()  # the guilty window"),
    ],
)
def test_what_is_left_running_is_an_error_that_names_the_line(output, test, line):
    assert f"test_sins.py::test_{test} ERROR" in output
    report = output.split(f"ERROR at teardown of test_{test} ")[1].split("\n____")[0]
    assert "left running after the test" in report
    assert line in report


@pytest.mark.parametrize(
    ("test", "words"), [("warns", "a guilty warning"), ("makes_qt_warn", "a guilty Qt warning")]
)
def test_a_warning_is_a_failure(output, test, words):
    assert f"test_sins.py::test_{test} FAILED" in output
    assert words in output.split(f"____ test_{test} ____")[1].split("\n____")[0]


def test_a_test_that_cleans_up_passes(output):
    assert "test_sins.py::test_is_clean PASSED" in output
    assert "ERROR at teardown of test_is_clean" not in output
