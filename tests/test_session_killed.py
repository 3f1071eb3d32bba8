"""The real window in a process of its own, killed at any moment: its session stays whole."""

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ganstudio.media import session

ROOT = Path(__file__).parents[1]

# Steps through the seeds by keys and saves all the time; says each seed that is on the disk.
# With the ballast a write takes so long that many a kill falls into the midst of one.
BUSY = """
import json, sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from ganstudio.ui import app
from ganstudio.ui.keeping import autosave
from ganstudio.ui.window import Window

autosave.SAVE_MS = 3
begin = Window.begin

def begin_and_go_on(window):
    begin(window)
    print("began", window.session.recipe.a.seed, window.error_bar.isHidden(), flush=True)
    def on_disk(text):
        print("saved", json.loads(text)["parts"]["face"]["a"]["seed"], flush=True)
    def step():
        QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    window.keeping.autosave.saved.connect(on_disk)
    window.keeping.autosave.add("ballast", lambda: "x" * 4_000_000, lambda value: None)
    window.timer = QTimer(window, interval=5)
    window.timer.timeout.connect(step)
    window.timer.start()

Window.begin = begin_and_go_on
sys.exit(app.run(["ganstudio"]))
"""


class Studio:
    """A studio that is driven; what it said, line by line."""

    def __init__(self, home):
        environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "GANSTUDIO_HOME": str(home),
            "QT_QPA_PLATFORM": "offscreen",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", BUSY], env=environment, stdout=subprocess.PIPE, text=True
        )
        self.lines = []
        self.came = threading.Condition()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def wait(self, count):
        """Until it has said so many lines."""
        with self.came:
            assert self.came.wait_for(lambda: len(self.lines) >= count, timeout=100), self.lines

    def kill(self):
        """As the system does when memory runs out; what it said until then."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self._reader.join()
        self.process.stdout.close()
        return self.lines

    def _read(self):
        for line in self.process.stdout:
            with self.came:
                self.lines.append(line.split())
                self.came.notify_all()


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_studio_killed_at_any_moment_goes_on_where_it_was(home):
    dice = random.Random(0)
    folder = home / "share"
    last = 0
    for _ in range(5):
        studio = Studio(home)
        studio.wait(2 + dice.randrange(1, 25))
        threading.Event().wait(dice.random() * 0.02)  # so that it may be in the midst of a write
        said = studio.kill()
        began = said[0]
        assert (began[0], began[2]) == ("began", "True")  # nothing to complain of
        assert int(began[1]) >= last  # what was on the disk is there
        last = max(int(seed) for word, seed, *_ in said[1:] if word == "saved")
        assert session.read(folder / session.NAME)["face"]["a"]["seed"] >= last
    assert list(folder.glob("session-damaged-*")) == []
