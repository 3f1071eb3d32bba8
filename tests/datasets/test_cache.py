"""Decoded pictures on disk: the same as decoded anew, whole or not there, and bounded."""

import errno
import json
import os
import shutil
import time

import numpy as np
import pytest
from PIL import Image

from ganstudio.datasets import cache, loading
from ganstudio.errors import StudioError
from tests.datasets.conftest import CLASSES, noise


@pytest.fixture
def source(put, tmp_path):
    """Three pictures with label maps and one that is damaged."""
    for i in range(3):
        put(f"set/images/{i}.png", noise(i))
        numbers = np.full((24, 24), (3, 7, 3)[i], np.uint8)
        put(f"set/labels/{i}.png", Image.fromarray(numbers))
    put("set/images/bad.png", b"no picture")
    put("set/labels/bad.png", b"no picture")
    put("set/classes.json", {"classes": CLASSES})
    return tmp_path / "set"


@pytest.fixture
def decodings(monkeypatch):
    """Grows with every example that is decoded."""
    done, rows = [], loading.rows

    def counted(found, **settings):
        for row in rows(found, **settings):
            done.append(row.example.name)
            yield row

    monkeypatch.setattr(loading, "rows", counted)
    return done


def same(a, b):
    for name in (
        "names",
        "classes",
        "categories",
        "skipped",
        "left_out",
        "split",
        "layout",
        "size",
    ):
        assert getattr(a, name) == getattr(b, name), name
    assert np.array_equal(a.pictures, b.pictures)
    assert np.array_equal(a.maps, b.maps)
    for size in (16, 8, 4):
        drawn, other = (each.draw(5, 7, seed=2, size=size) for each in (a, b))
        assert np.array_equal(drawn.pictures, other.pictures)
        assert np.array_equal(drawn.maps, other.maps)


def entries():
    return sorted(path.name for path in cache.folder().iterdir())


def test_the_second_time_nothing_is_decoded(source, decodings):
    first = loading.load(source, size=16)
    assert len(decodings) == 4
    second = loading.load(source, size=16)
    assert len(decodings) == 4
    plain = loading.load(source, size=16, cache=False)
    assert len(decodings) == 8
    same(first, second)
    same(first, plain)
    assert set(second.levels) == {16, 8, 4} and set(plain.levels) == {16}
    assert second.skipped[0].startswith("images/bad.png: no picture of a known kind")


@pytest.mark.parametrize(
    "change",
    [
        {"size": 8},
        {"fit": "whole"},
        {"layout": "pictures"},
        {"leave_out": ("1",)},
        {"split": "all"},
    ],
)
def test_another_wish_is_another_entry(source, decodings, change):
    loading.load(source, size=16)
    loading.load(source, **{"size": 16, **change})
    assert len(entries()) == 2 and len(decodings) > 4


@pytest.mark.parametrize("change", ["touched", "gone", "new", "classes"])
def test_a_source_that_changed_is_decoded_again(source, put, change):
    loading.load(source, size=16)
    if change == "touched":
        os.utime(source / "images" / "0.png", (1, 1))
    elif change == "gone":
        (source / "images" / "0.png").unlink()
    elif change == "new":
        put("set/images/4.png", noise(4))
    else:
        put("set/classes.json", {"classes": CLASSES[:1]})
    loading.load(source, size=16)
    assert len(entries()) == 2


@pytest.mark.parametrize("damage", ["cut", "empty", "gone", "about", "rows", "other"])
def test_a_damaged_entry_is_made_again(source, decodings, damage):
    whole = loading.load(source, size=16)
    pictures = whole.pictures.copy()
    entry = next(cache.folder().iterdir())
    if damage == "cut":
        raw = (entry / "16.npy").read_bytes()
        (entry / "16.npy").unlink()
        (entry / "16.npy").write_bytes(raw[:-5])
    elif damage == "empty":  # as power cuts leave files
        (entry / "16.npy").write_bytes(b"")
    elif damage == "gone":
        (entry / "maps.npy").unlink()
    elif damage == "about":
        (entry / "about.json").write_text("{")
    elif damage == "rows":
        about = json.loads((entry / "about.json").read_text())
        (entry / "about.json").write_text(json.dumps({**about, "count": 2}))
    else:
        (entry / "about.json").write_text("[]")
    again = loading.load(source, size=16)
    assert np.array_equal(again.pictures, pictures)
    assert entries() == [entry.name] and len(decodings) == 8


def test_what_a_training_holds_is_not_changed_by_what_it_does_with_it(source):
    found = loading.load(source, size=16)
    found.draw(0, 3, seed=0).pictures[:] = 0
    assert loading.load(source, size=16).pictures.max() > 0


def full(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("where", ["append", "close"])
def test_a_full_disk_means_going_on_without_and_saying_so(source, monkeypatch, where):
    whole = loading.load(source, size=16, cache=False)
    monkeypatch.setattr(cache.Column, where, full)
    found = loading.load(source, size=16)
    same(found, whole)
    assert entries() == []
    (note,) = found.notes
    assert "could not be kept decoded" in note and "No space left on device" in note


def test_too_little_room_is_seen_before_anything_is_written(source, monkeypatch):
    usage = shutil.disk_usage("/")._replace(free=cache.SPARE_BYTES + 100)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    monkeypatch.setattr(cache.Entry, "append", full)
    (note,) = loading.load(source, size=16).notes
    assert "GB are needed" in note


def test_a_folder_that_may_not_be_written(source, home):
    (home / "cache").write_bytes(b"a file where the folder should be")
    (note,) = loading.load(source, size=16).notes
    assert "could not be kept decoded" in note


def test_those_not_used_for_longest_go_first(source, monkeypatch):
    for size in (16, 32, 64):
        loading.load(source, size=size)
        entry = max(
            cache.folder().iterdir(), key=lambda path: (path / "about.json").stat().st_mtime
        )
        past = time.time() - 1000 + size
        os.utime(entry / "about.json", (past, past))
    assert loading.load(source, size=16).count == 3  # used again: now 32 is the oldest
    sizes = {cache.size_of(path) for path in cache.folder().iterdir()}
    monkeypatch.setattr(cache, "MOST_BYTES", sum(sizes) + 1000)
    loading.load(source, size=(16, 32))
    kept = [
        json.loads((path / "about.json").read_text())["size"] for path in cache.folder().iterdir()
    ]
    assert sorted(kept) == [[16, 16], [16, 32], [64, 64]]


def test_what_a_killed_process_left_is_removed_in_time(source):
    for name, age in (("old.part", 2 * cache.LEFT_OVER_S), ("new.part", 10)):
        (cache.folder() / name).mkdir(parents=True)
        os.utime(cache.folder() / name, (time.time() - age,) * 2)
    loading.load(source, size=16)
    assert "old.part" not in entries() and "new.part" in entries()


def test_stopped_halfway_nothing_is_left(source):
    def stop(done, total):
        assert total == 4
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loading.load(source, size=16, told=stop)
    assert entries() == []


def test_two_processes_that_make_the_same_entry_agree(source, monkeypatch):
    whole = loading.load(source, size=16)
    rival = cache.folder() / "rival"
    (entry,) = cache.folder().iterdir()
    shutil.copytree(entry, rival)
    cache.discard(entry)
    finish = cache.Entry.finish

    def late(self, collection):
        rival.rename(cache.folder() / self.key)
        return finish(self, collection)

    monkeypatch.setattr(cache.Entry, "finish", late)
    same(loading.load(source, size=16), whole)
    assert entries() == [entry.name]


def test_too_large_for_disk_and_memory(source, monkeypatch):
    monkeypatch.setattr(loading, "MOST_SHARE", 0)
    with pytest.raises(StudioError, match="neither the disk of the cache nor the memory has"):
        loading.load(source, size=16, cache=False)


def test_fewer_than_two_good_ones_leave_no_entry(put, tmp_path):
    put("few/a.png", noise(0))
    put("few/b.png", b"no picture")
    with pytest.raises(StudioError, match="has 1 pictures that can be read") as error:
        loading.load(tmp_path / "few", size=16)
    assert error.value.detail.startswith("b.png: no picture of a known kind")
    assert entries() == []
