"""CIFAR-10's archive, with pickles as Python 2 and 3 write them, and as an attacker does."""

import io
import os
import pickle
import struct
import tarfile

import numpy as np
import pytest

from ganstudio.errors import StudioError

NAMES = "airplane automobile bird cat deer dog frog horse ship truck".split()


def text2(content):
    """A str of Python 2: SHORT_BINSTRING or BINSTRING."""
    if len(content) < 256:
        return b"U" + struct.pack("<B", len(content)) + content
    return b"T" + struct.pack("<i", len(content)) + content


def batch2(pixels, labels):
    """What cPickle of Python 2 makes of a batch at protocol 2."""
    rows, columns = pixels.shape
    dtype = b"cnumpy\ndtype\n" + b"(" + text2(b"u1") + b"K\x00K\x01tR"
    dtype += b"(K\x03" + text2(b"|") + b"NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
    array = b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(K\x00t" + text2(b"b") + b"tR"
    array += b"(K\x01(M" + struct.pack("<HBH", rows, ord("M"), columns) + b"t"
    array += dtype + b"\x89" + text2(pixels.tobytes()) + b"tb"
    numbers = b"](" + b"".join(b"K" + bytes([label]) for label in labels) + b"e"
    files = b"](" + b"".join(text2(b"img_%d.png" % i) for i in range(rows)) + b"e"
    items = [(b"data", array), (b"labels", numbers), (b"filenames", files)]
    return b"\x80\x02}(" + b"".join(text2(k) + v for k, v in items) + b"u."


def batch3(pixels, labels, protocol=2):
    content = {"data": pixels, "labels": labels, "batch_label": b"a batch"}
    return pickle.dumps(content, protocol=protocol)


@pytest.fixture
def pixels():
    return np.random.default_rng(0).integers(0, 256, (4, 3072), np.uint8)


@pytest.fixture
def archive(tmp_path):
    """archive(make): the whole archive, each batch from make(number of the batch)."""

    def archive(make, suffix=".tar.gz", meta=None):
        path = tmp_path / f"cifar-10-python{suffix}"
        names = [*(f"data_batch_{i}" for i in range(1, 6)), "test_batch"]
        files = {name: make(place) for place, name in enumerate(names)}
        files["batches.meta"] = meta or pickle.dumps({"label_names": NAMES}, protocol=2)
        with tarfile.open(path, "w:gz") as tar:
            for name, content in files.items():
                member = tarfile.TarInfo(f"cifar-10-batches-py/{name}")
                member.size = len(content)
                tar.addfile(member, io.BytesIO(content))
        return path

    return archive


def test_the_authors_own_pickles(archive, load, pixels):
    labels = [0, 9, 3, 3]
    path = archive(lambda place: batch2(np.roll(pixels, place, axis=0), labels))
    found = load(path, size=32)
    assert (found.layout, found.split, found.count) == ("cifar-10", "train", 20)
    assert found.classes == tuple(NAMES) and found.labels[:4].tolist() == labels
    assert np.array_equal(found.pictures[:4], pixels.reshape(4, 3, 32, 32))
    assert found.names[0] == "data_batch_1/img_0.png"
    assert load(path, size=32, split="test").names[0] == "test_batch/img_0.png"
    assert load(path, size=32, split="all").count == 24
    with pytest.raises(StudioError, match="it has train and test"):
        load(path, split="val")


@pytest.mark.parametrize("protocol", [2, 3, 4])
def test_pickled_again_by_python_3(archive, load, pixels, protocol):
    found = load(archive(lambda place: batch3(pixels, [1, 2, 3, 4], protocol)), size=32)
    assert np.array_equal(found.pictures[:4], pixels.reshape(4, 3, 32, 32))


def test_an_unpacked_folder(archive, load, pixels, tmp_path):
    path = archive(lambda place: batch2(pixels, [1, 2, 3, 4]))
    with tarfile.open(path) as tar:
        tar.extractall(tmp_path / "here", filter="data")
    assert load(tmp_path / "here", size=32).layout == "cifar-10"
    assert load(tmp_path / "here" / "cifar-10-batches-py", size=32).count == 20


class Evil:
    def __reduce__(self):
        return os.mkdir, ("owned",)


def test_nothing_in_it_is_run(archive, load, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = archive(lambda place: pickle.dumps({b"data": Evil(), b"labels": []}, protocol=2))
    with pytest.raises(StudioError, match="which GAN Studio does not run or read"):
        load(path)
    assert not (tmp_path / "owned").exists()


@pytest.mark.parametrize(
    "make",
    [
        lambda pixels: b"no pickle",
        lambda pixels: batch2(pixels, [1, 2, 3]),
        lambda pixels: batch2(pixels[:, :3000], [1, 2, 3, 4]),
        lambda pixels: batch2(pixels, [1, 2, 3, 11]),
        lambda pixels: batch3(pixels.astype(np.int16), [1, 2, 3, 4]),
        lambda pixels: batch3(np.asfortranarray(pixels), [1, 2, 3, 4]),
        lambda pixels: pickle.dumps({b"labels": [1]}, protocol=2),
        lambda pixels: pickle.dumps([1], protocol=2),
    ],
)
def test_a_damaged_batch_is_one_sentence(archive, load, pixels, make):
    with pytest.raises(StudioError, match=r"is damaged or cut short"):
        load(archive(lambda place: make(pixels)))


def test_an_archive_that_is_cut_short(archive, load, pixels):
    path = archive(lambda place: batch2(pixels, [1, 2, 3, 4]))
    path.write_bytes(path.read_bytes()[:-2000])
    with pytest.raises(StudioError, match="is damaged or cut short"):
        load(path)


def test_whoever_is_left_out_stays_out(archive, load, pixels):
    path = archive(lambda place: batch2(pixels, [1, 2, 3, 4]))
    found = load(path, leave_out=["3"])
    assert (found.count, found.left_out) == (12, 8)  # img_3 of each batch, and data_batch_3
