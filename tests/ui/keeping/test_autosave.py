import json
import threading
import time

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QTest

from ganstudio.errors import StudioError
from ganstudio.media import session
from ganstudio.ui.keeping import autosave as module
from ganstudio.ui.keeping.autosave import Autosave
from ganstudio.ui.keeping.disk import Disk


class Part(QObject):
    """A number that can be saved."""

    changed = Signal()

    def __init__(self):
        super().__init__()
        self.value = 0

    def save(self):
        return self.value

    def load(self, value):
        if type(value) is not int:
            raise TypeError(value)
        self.value = value

    def set(self, value):
        self.value = value
        self.changed.emit()


@pytest.fixture
def make(tmp_path, monkeypatch, qtbot):
    """A session with one part; `seen` has what was written, `said` what went wrong."""
    monkeypatch.setattr(module, "SAVE_MS", 20)
    made = []

    def make():
        disk = Disk()
        found = Autosave(tmp_path, disk, disk)
        found.disk, found.part, found.seen, found.said = disk, Part(), [], []
        found.saved.connect(found.seen.append)
        found.failed.connect(found.said.append)
        disk.failed.connect(found.said.append)
        found.add("part", found.part.save, found.part.load, found.part.changed)
        made.append(found)
        return found

    yield make
    for one in made:
        one.stop()
        one.disk.close()


def value(autosave):
    return json.loads(autosave.path.read_text())["parts"]["part"]


def test_a_change_is_on_the_disk_a_moment_later_and_comes_back(make, qtbot):
    first = make()
    first.arm()
    first.part.set(7)
    qtbot.waitUntil(lambda: first.seen != [])
    assert value(first) == 7
    again = make()
    again.read()
    again.load_rest()
    assert again.part.value == 7


def test_many_changes_are_few_writes_and_the_last_one_counts(make, qtbot):
    one = make()
    one.arm()
    end = time.monotonic() + 0.3
    number = 0
    while time.monotonic() < end:
        number += 1
        one.part.set(number)
        QTest.qWait(1)
    qtbot.waitUntil(lambda: value(one) == number)
    assert len(one.seen) <= 16


def test_nothing_is_written_where_nothing_changed(make, qtbot):
    one = make()
    one.arm()
    qtbot.waitUntil(lambda: len(one.seen) == 1)
    before = one.path.stat().st_mtime_ns
    for _ in range(3):
        one.part.changed.emit()
        QTest.qWait(50)
    assert len(one.seen) == 1
    assert one.path.stat().st_mtime_ns == before
    assert not one._soon.isActive()  # and nothing ticks


def test_it_does_not_write_before_it_is_armed(make):
    one = make()
    one.part.set(3)
    QTest.qWait(50)
    one.stop()
    one.disk.close()
    assert not one.path.exists()


def test_stopping_saves_what_is_not_saved_yet(make):
    one = make()
    one.arm()
    one.part.set(9)
    one.stop()
    one.disk.close()
    assert value(one) == 9
    one.part.set(10)
    assert not one._soon.isActive()


def test_a_damaged_file_is_set_aside_and_said(make, tmp_path):
    one = make()
    one.path.write_text('{"ganstudio": "sess')
    one.read()
    one.load_rest()
    assert one.part.value == 0
    (aside,) = tmp_path.glob("session-damaged-*")
    assert aside.read_text() == '{"ganstudio": "sess'
    (error,) = one.said
    assert isinstance(error, StudioError)
    assert aside.name in str(error)
    one.arm()
    one.stop()
    one.disk.close()
    assert value(one) == 0
    assert aside.exists()


def test_a_damaged_part_costs_only_itself(make, tmp_path):
    one = make()
    other = Part()
    one.add("other", other.save, other.load, other.changed)
    session.write(one.path, session.to_text({"part": "no number", "other": 5}))
    one.read()
    one.load_rest()
    assert (one.part.value, other.value) == (0, 5)
    assert len(list(tmp_path.glob("session-damaged-*"))) == 1
    assert len(one.said) == 1


def test_a_part_of_another_version_stays_in_the_file(make):
    one = make()
    session.write(one.path, session.to_text({"part": 1, "to come": [1, 2]}))
    one.read()
    one.load_rest()
    one.arm()
    one.part.set(2)
    one.stop()
    one.disk.close()
    assert session.read(one.path) == {"part": 2, "to come": [1, 2]}


def test_a_part_that_comes_late_is_restored_too(make):
    one = make()
    session.write(one.path, session.to_text({"part": 1, "late": 6}))
    one.read()
    one.load_rest()
    one.arm()
    late = Part()
    one.add("late", late.save, late.load, late.changed)
    assert late.value == 6


def test_what_takes_long_is_made_on_the_thread_of_the_disk(make):
    one = make()
    threads = []

    def slow():
        threads.append(threading.current_thread())
        return 5

    one.add("slow", lambda: slow, print)
    one.arm()
    one.stop()
    one.disk.close()
    assert session.read(one.path) == {"part": 0, "slow": 5}
    assert [thread.name.partition("_")[0] for thread in threads] == ["disk"]


def test_a_full_disk_is_said_and_the_next_change_tries_again(make, qtbot, monkeypatch):
    one = make()
    one.arm()
    qtbot.waitUntil(lambda: len(one.seen) == 1)
    before = one.path.read_text()

    def full(path, text):
        raise StudioError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(module.files, "write", full)
        one.part.set(4)
        qtbot.waitUntil(lambda: one.said != [])
    assert one.path.read_text() == before
    one.part.changed.emit()
    qtbot.waitUntil(lambda: value(one) == 4)
