"""What every test gets: Qt offscreen, a home of its own, fixed seeds; and what it may not leave.

A thread that still runs, an active timer or a visible window after a test is a failure that says
where it was started. Python's warnings and Qt's are failures too (pyproject.toml).
"""

from __future__ import annotations

import functools
import gc
import os
import random
import sys
import threading
import time
import traceback
import weakref
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")  # the same sums everywhere, and no waiting for cores

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

gc.disable()  # cycles that hold Qt objects are freed between tests, in this thread and no other
GRACE_S = 2.0  # a thread that was told to stop may need a moment
STARTED: weakref.WeakKeyDictionary[object, str] = weakref.WeakKeyDictionary()  # thing -> from where
SHOTS: list[tuple[float, object, str]] = []  # when due, its receiver (a weakref), from where


def pytest_collection_finish() -> None:
    """What the tests imported stays: leave it out of the many collections to come."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def leaves_nothing() -> Iterator[None]:
    """Fail a test that leaves running what was not running before it."""
    before = set(running())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    end = time.monotonic() + GRACE_S
    left = {thing: text for thing, text in running().items() if thing not in before}
    while any(is_thread(thing) for thing in left) and time.monotonic() < end:
        time.sleep(0.01)
        left = {thing: text for thing, text in running().items() if thing not in before}
    for thing in left:
        stop(thing)
    if left:
        pytest.fail("left running after the test:\n" + "\n".join(left.values()), pytrace=False)


@pytest.fixture(autouse=True)
def home(
    leaves_nothing: None, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The user's folders, settings included, in an empty place."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("GANSTUDIO_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def seeds() -> None:
    """The same random numbers, whatever ran before."""
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 - what libraries draw from
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(0)


def running() -> dict[object, str]:
    """Threads, timers and windows that are active now, each with words for a failure."""
    found: dict[object, str] = {}
    for thread in threading.enumerate():  # QThreads that run Python show up as dummies
        if not isinstance(thread, threading._DummyThread):
            found[thread] = f"{thread}, started at\n{STARTED.get(thread, '')}"
    for thing, place in list(STARTED.items()):
        if isinstance(thing, QObject) and isValid(thing) and is_active(thing):
            found[thing] = f"{thing}, started at\n{place}"
    SHOTS[:] = [shot for shot in SHOTS if shot[0] > time.monotonic() and can_fire(shot[1])]
    for shot in SHOTS:
        found[shot] = f"QTimer.singleShot, called at\n{shot[2]}"
    for widget in QApplication.topLevelWidgets() if QApplication.instance() else []:
        if widget.isVisible():
            place = STARTED.get(widget, "")
            found[widget] = f"visible window {widget.windowTitle()!r} {widget}, shown at\n{place}"
    return found


def is_active(thing: QObject) -> bool:
    if isinstance(thing, QThread):
        return thing.isRunning()
    return isinstance(thing, QTimer) and thing.isActive()


def can_fire(receiver: object) -> bool:
    """Qt drops a single shot whose receiver is gone."""
    if receiver is None:
        return True
    target = receiver()
    return target is not None and isValid(target)


def is_thread(thing: object) -> bool:
    return isinstance(thing, threading.Thread | QThread)


def stop(thing: object) -> None:
    """Keep one test's leak out of the next one's way, as far as can be."""
    if isinstance(thing, QTimer):
        thing.stop()
    elif isinstance(thing, QWidget):
        thing.hide()
        thing.deleteLater()


def watch(cls: type, method: str) -> None:
    """From here on, remember where `method` was last called on each object of the class."""
    original = getattr(cls, method)

    @functools.wraps(original)
    def noted(self, *args, **kwargs):
        STARTED[self] = caller()
        return original(self, *args, **kwargs)

    setattr(cls, method, noted)


def watch_single_shots() -> None:
    """Qt tells nobody about a single shot that is still due: note each one."""
    original = QTimer.singleShot

    def noted(milliseconds, *args):
        objects = [*args, getattr(args[-1], "__self__", None)]
        receiver = next((weakref.ref(x) for x in objects if isinstance(x, QObject)), None)
        SHOTS.append((time.monotonic() + milliseconds / 1000, receiver, caller()))
        original(milliseconds, *args)

    QTimer.singleShot = staticmethod(noted)


def caller() -> str:
    """The lines of code that led here, without the test runner's own."""
    frames = [
        frame
        for frame in traceback.extract_stack(limit=12)[:-2]
        if "site-packages" not in frame.filename
    ]
    return "".join(traceback.format_list(frames[-4:]))


for cls, method in (
    (threading.Thread, "start"),
    (QThread, "start"),
    (QTimer, "start"),
    (QWidget, "show"),
):
    watch(cls, method)
watch_single_shots()
