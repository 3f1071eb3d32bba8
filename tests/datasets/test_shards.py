"""Shards are checked before the library sees them; with the library they are read as a stream."""

import io
import subprocess
import sys
import tarfile

import numpy as np
import pytest

from ganstudio.datasets import layouts, shards
from ganstudio.datasets.loading import load
from ganstudio.datasets.writing import write_zip
from ganstudio.errors import StudioError
from tests.datasets.conftest import in_bytes, noise


@pytest.mark.parametrize(
    "source",
    [
        "pipe:cat x-{0..3}.tar",
        "http://host/x-{0..3}.tar::pipe:touch owned.tar",
        "http://host/x'; touch owned; '.tar",
        "http://host/$(touch owned).tar",
        "ftp://host/x.tar",
    ],
)
def test_an_address_starts_no_program(source, monkeypatch):
    monkeypatch.setattr(shards, "library", lambda _: pytest.fail("it came to the library"))
    with pytest.raises(StudioError, match="starts no programs"):
        load(source, size=8, layout="shards")


def test_without_the_library_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "braceexpand", None)
    with pytest.raises(StudioError, match=r"pip install 'ganstudio\[shards\]'"):
        load("x-{0..3}.tar", size=8)


@pytest.fixture
def pattern(tmp_path):
    """Six shards of five numbered pictures each, one of which is damaged."""
    pytest.importorskip("webdataset")
    for shard in range(6):
        with tarfile.open(tmp_path / f"x-{shard}.tar", "w") as tar:
            for i in range(5):
                number = 5 * shard + i
                picture = b"damaged" if number == 7 else in_bytes(noise(number, 8, 8))
                files = {"png": picture, "cls": str(number % 3).encode(), "txt": b"a word"}
                for part, content in files.items():
                    member = tarfile.TarInfo(f"{number:04d}.{part}")
                    member.size = len(content)
                    tar.addfile(member, io.BytesIO(content))
    return f"{tmp_path}/x-{{0..5}}.tar"


def test_looking_at_shards_brings_no_torch(pattern):
    code = f"""
import sys
from ganstudio.datasets.survey import survey
print(survey({pattern!r}).layout, "torch" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stdout == "shards False\n", run.stderr


def numbers_of(drawn):
    known = {np.asarray(noise(i, 8, 8)).transpose(2, 0, 1).tobytes(): i for i in range(30)}
    return [known[picture.tobytes()] for picture in drawn.pictures]


def test_every_epoch_has_every_sample_once_and_bad_ones_are_named(pattern):
    found = load(pattern, size=8)
    first, second = (numbers_of(found.draw(30 * k, 30, seed=1)) for k in (0, 1))
    for epoch in (first, second):
        assert set(epoch) == set(range(30)) - {7}  # the damaged one's place has its neighbour
    assert first != second and found.count == 30
    assert [line.partition(":")[0] for line in found.skipped] == ["0007.png"]


def test_a_resumed_run_goes_on_where_it_was(pattern):
    whole = numbers_of(load(pattern, size=8).draw(0, 100, seed=2))
    for start in (0, 13, 37, 64):
        fresh = load(pattern, size=8)
        fresh.lengths.clear()  # as in another home
        assert numbers_of(fresh.draw(start, 20, seed=2)) == whole[start : start + 20]


def test_what_was_counted_before_is_not_read_for_it(pattern, monkeypatch):
    load(pattern, size=8).draw(0, 60, seed=2)
    read, whole = [], shards.read_shard
    monkeypatch.setattr(
        shards, "read_shard", lambda address: read.append(address) or whole(address)
    )
    found = load(pattern, size=8)
    assert found.count == 30
    found.draw(10**6 + 25, 1, seed=2)
    assert len(read) <= shards.TOGETHER


def test_classes_come_with_their_names(pattern, put):
    assert load(pattern, size=8).draw(0, 4, seed=0).labels is None
    put("classes.json", {"classes": ["a", "b", "c"]})
    found = load(pattern, size=8)
    drawn = found.draw(0, 12, seed=0)
    assert found.classes == ("a", "b", "c")
    assert drawn.labels.tolist() == [number % 3 for number in numbers_of(drawn)]
    with pytest.raises(StudioError, match="cannot be balanced"):
        found.draw(0, 4, seed=0, balanced=True)


def test_whoever_is_left_out_stays_out(pattern):
    found = load(pattern, size=8, leave_out=["0003", "0029"])
    assert not {3, 29} & set(numbers_of(found.draw(0, 200, seed=0)))
    assert (found.left_out, found.count) == (2, 28)


def test_a_shard_that_is_not_there_or_damaged_is_one_sentence(pattern, put):
    put("x-4.tar", b"no tar" * 1000)
    with pytest.raises(StudioError, match=r"The shard .*x-4.tar could not be read"):
        load(pattern, size=8).draw(0, 30, seed=0)
    with pytest.raises(StudioError, match=r"The shard .*gone-0.tar could not be read"):
        load(pattern.replace("x-", "gone-").replace("0..5", "0..0"), size=8).draw(0, 1, seed=0)


def test_shards_become_a_zip(pattern, put, tmp_path):
    put("classes.json", {"classes": ["a", "b", "c"]})
    with layouts.found(pattern, leave_out=["0004"]) as found:
        written = write_zip(found, tmp_path / "out.zip", shape=(8, 8))
    assert (written.pictures, len(written.skipped)) == (28, 1)
    again = load(tmp_path / "out.zip", size=8)
    assert again.classes == ("a", "b", "c")
    assert again.labels[:6].tolist() == [0, 1, 2, 0, 2, 0]  # 0 1 2 3, not 4, 5 6
