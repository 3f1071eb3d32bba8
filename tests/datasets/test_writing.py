"""A zip in dataset_tool's layout is read back as what it was made from."""

import hashlib
import json
import zipfile

import numpy as np
import pytest
from PIL import Image

from ganstudio.datasets import layouts
from ganstudio.datasets.writing import write_zip
from ganstudio.errors import StudioError
from tests.datasets.conftest import CLASSES, noise


@pytest.fixture
def build(tmp_path):
    """build(source): the zip made of it at 16 px, and what was written."""

    def build(source, name="out.zip", *, where=None, **settings):
        with layouts.found(str(source), **(where or {})) as found:
            return tmp_path / name, write_zip(
                found, tmp_path / name, **{"shape": (16, 16), **settings}
            )

    return build


def test_class_folders_in_the_layout_of_dataset_tool(put, load, build, tmp_path):
    for name in ("set/cat/1.png", "set/dog/2.jpg", "set/dog/3.png"):
        put(name, noise(len(name)))
    put("set/cat/bad.png", b"no picture")
    path, written = build(tmp_path / "set")
    with zipfile.ZipFile(path) as archive:
        names = [f"00000/img{i:08d}.png" for i in range(3)]
        assert archive.namelist() == [*names, "dataset.json", "classes.json"]
        labels = json.loads(archive.read("dataset.json"))["labels"]
        assert labels == [[names[0], 0], [names[1], 1], [names[2], 1]]
    assert (written.pictures, written.classes) == (3, {"cat": 1, "dog": 2})
    assert written.skipped[0].startswith("cat/bad.png: no picture of a known kind")
    first, again = load(tmp_path / "set", size=16), load(path, size=16)
    assert np.array_equal(first.pictures, again.pictures)
    assert (again.layout, again.classes) == ("dataset-json", ("cat", "dog"))
    assert again.labels.tolist() == first.labels.tolist()


def test_without_classes(put, build, load, tmp_path):
    for name in ("set/cat/1.png", "set/dog/2.png"):
        put(name, noise(len(name)))
    path, _ = build(tmp_path / "set", with_classes=False)
    with zipfile.ZipFile(path) as archive:
        assert json.loads(archive.read("dataset.json")) == {"labels": None}
    assert load(path).classes == ()


def test_label_maps_come_along(put, build, load, tmp_path):
    for i in range(2):
        put(f"set/{i}.jpg", noise(i))
        put(f"set/{i}.png", Image.fromarray(np.full((24, 24), (3, 9)[i], np.uint8)))
    put("set/classes.json", {"classes": CLASSES})
    path, written = build(tmp_path / "set")
    first, again = load(tmp_path / "set", size=16), load(path, size=16)
    assert again.layout == "pairs" and np.array_equal(first.pictures, again.pictures)
    assert np.array_equal(first.maps, again.maps)
    assert set(np.unique(again.maps)) == {0, 255}
    assert [(c.name, c.colour) for c in again.categories] == [
        ("sky", (0, 0, 250)),
        ("ground", (10, 200, 0)),
    ]
    assert written.categories == first.categories


def test_drawings_stay_beside_their_pictures(put, build, load, tmp_path):
    for i in range(2):
        both = Image.new("RGB", (48, 24), (200, 0, 0))
        both.paste(noise(i))
        put(f"set/{i}.png", both)
    path, _ = build(tmp_path / "set")
    first, again = load(tmp_path / "set", size=16), load(path, size=16, layout="side-by-side")
    assert np.array_equal(first.drawings, again.drawings)
    assert np.array_equal(first.pictures, again.pictures)


def test_the_bytes_depend_on_nothing_but_the_source(put, build, tmp_path):
    for i in range(5):
        put(f"set/{i}.png", noise(i))
    digests = {
        hashlib.sha256(build(tmp_path / "set", name)[0].read_bytes()).hexdigest()
        for name in ("a.zip", "b.zip")
    }
    assert len(digests) == 1


def test_procedural_pictures_are_as_many_as_wanted(build, load):
    path, written = build("procedural", where={"count": 12})
    assert (written.pictures, set(written.classes.values())) == (12, {2})
    found = load(path, size=16)
    assert found.count == 12 and found.classes[0] == "disc"
    path, written = build("procedural:scenes", where={"count": 3}, shape=(16, 32))
    assert len(written.categories) == 8 and load(path, size=(16, 32)).maps.shape == (3, 16, 32)


def test_stopped_halfway_there_is_no_file(put, build, tmp_path):
    put("set/a.png", noise(0))
    put("set/b.png", noise(1))
    put("out.zip", b"what was there before")

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "set", told=stop)
    assert (tmp_path / "out.zip").read_bytes() == b"what was there before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.zip", "set"]


def test_nothing_that_can_be_read(put, build, tmp_path):
    put("set/a.png", b"no picture")
    with pytest.raises(StudioError, match="no pictures that can be read") as error:
        build(tmp_path / "set")
    assert "a.png" in error.value.detail
    assert not (tmp_path / "out.zip").exists()
