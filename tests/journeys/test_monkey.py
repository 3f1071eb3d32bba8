"""Ten thousand random events on the real window: no warning, no error, flat memory."""

import ctypes
import gc
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QFile
from PySide6.QtGui import QDesktopServices, QDrag
from PySide6.QtWidgets import QApplication

from ganstudio.ui import ask
from tests.journeys.monkey import Monkey

EVENTS = 10_000
GROWTH = 80 << 20  # bytes between the first third and the end


def resident() -> int:
    """Bytes of memory that the process holds, after giving back what it can."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.fixture
def harmless(monkeypatch, tmp_path):
    """What leaves the window stays inside the test."""
    monkeypatch.setenv("HOME", str(tmp_path))  # where a batch of pictures goes unless told else
    answers = iter(range(10**6))

    def place(_parent, suggestion, *_args, **_options):
        """Two times out of three somebody goes through with it."""
        number = next(answers)
        name = f"{number}{suggestion.suffix}" if suggestion.suffix else f"folder-{number}"
        return tmp_path / name if number % 3 else None

    for name, function in vars(ask).items():
        if callable(function) and getattr(function, "__module__", "") == ask.__name__:
            if "suggestion" in function.__annotations__:
                monkeypatch.setattr(ask, name, place)
            else:
                nothing = [] if "list" in str(function.__annotations__["return"]) else None
                monkeypatch.setattr(ask, name, lambda *_a, nothing=nothing, **_o: nothing)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    monkeypatch.setattr(QFile, "moveToTrash", lambda *_a: (False, ""))
    monkeypatch.setattr(QDrag, "exec", lambda *_a: None)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of menus, offscreen
@pytest.mark.timeout(600)
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads its memory from /proc")
def test_a_monkey_breaks_nothing(user, harmless, qtbot):
    errors = []
    user.window.jobs.failed.connect(errors.append)
    user.window.pictures.failed.connect(errors.append)
    monkey = Monkey(user.window, seed=20261120, count=EVENTS)
    try:
        monkey.start()
        qtbot.waitUntil(lambda: monkey.left < 2 * EVENTS // 3, timeout=400_000)
        before, widgets = resident(), len(QApplication.allWidgets())
        qtbot.waitUntil(lambda: monkey.done, timeout=400_000)
    except BaseException:
        print("\n".join(monkey.log))
        raise
    finally:
        monkey.stop()
    user.window.cancel()
    qtbot.waitUntil(
        lambda: not user.window.jobs.running and not user.window.status.busy, timeout=60_000
    )
    assert [str(error) for error in errors] == []
    assert resident() - before < GROWTH
    assert len(QApplication.allWidgets()) < 2 * widgets
