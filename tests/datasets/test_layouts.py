"""Each layout is found by what is there, can be named, and says when it is not there."""

import zipfile

import numpy as np
import pytest
from PIL import Image

from ganstudio.datasets import layouts
from ganstudio.errors import StudioError
from tests.datasets.conftest import CLASSES, in_bytes, noise

PNG = in_bytes(noise(0))
JPEG = in_bytes(noise(1), "JPEG")


def test_a_plain_folder_with_sub_folders(put, load, tmp_path):
    for name in ("a.png", "b/c.jpg", "b/d/e.webp"):
        put(name, noise(0))
    put("b/notes.txt", b"no picture")
    found = load(tmp_path)
    assert (found.layout, found.names) == ("pictures", ("a.png", "b/c.jpg", "b/d/e.webp"))
    assert found.labels is None and found.skipped == ()


def test_hidden_files_are_no_pictures(packed, load):
    files = {"a.png": PNG, "b.png": PNG, "__MACOSX/._a.png": b"?", ".thumbs/a.png": b"?"}
    found = load(packed(files))
    assert (found.names, found.skipped) == (("a.png", "b.png"), ())


def test_a_folder_that_holds_all_is_passed_over(packed, load):
    labels = {"labels": [["a.png", 0], ["b.png", 1]]}
    found = load(packed({"set/a.png": PNG, "set/b.png": PNG, "set/dataset.json": labels}))
    assert (found.layout, found.names) == ("dataset-json", ("a.png", "b.png"))


def test_dataset_json_with_jpeg_members(packed, load):
    labels = {"labels": [["00000\\img1.jpg", 2], ["00000/img0.png", 0]]}
    files = {"00000/img0.png": PNG, "00000/img1.jpg": JPEG, "extra.png": PNG}
    found = load(packed({**files, "dataset.json": labels}))
    assert found.labels.tolist() == [0, 2] and found.labels.dtype == np.int64
    assert found.classes == ("0", "1", "2")
    assert found.skipped == ("extra.png: no label in dataset.json",)


def test_dataset_json_takes_names_from_classes_json_or_folders(packed, load):
    files = {"cat/1.png": PNG, "dog/2.png": PNG}
    labels = {"labels": [["cat/1.png", 0], ["dog/2.png", 1]]}
    assert load(packed({**files, "dataset.json": labels})).classes == ("cat", "dog")
    names = {"classes": [{"id": 0, "name": "Katze"}, {"id": 1, "name": "Hund"}]}
    both = {**files, "dataset.json": labels, "classes.json": names}
    assert load(packed(both)).classes == ("Katze", "Hund")


def test_dataset_json_without_labels_makes_no_classes_of_folders(packed, load):
    found = load(packed({"a/1.png": PNG, "b/2.png": PNG, "dataset.json": {"labels": None}}))
    assert (found.layout, found.classes, found.labels) == ("dataset-json", (), None)


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"3",
        {"labels": 3},
        {"labels": [["a.png"]]},
        {"labels": [["a.png", 0.5]]},
        {"labels": [["a.png", -1]]},
        {"labels": [["a.png", [0, 1]]]},
        {"labels": [["a.png", 10**9]]},
    ],
)
def test_a_wrong_dataset_json_is_one_sentence(packed, load, content):
    path = packed({"a.png": PNG, "b.png": PNG, "dataset.json": content})
    with pytest.raises(StudioError, match=r"dataset.json in .* is damaged or not as it should be"):
        load(path)


def test_class_folders(put, load, tmp_path):
    for name in ("dog/1.png", "cat/2.png", "cat/old/3.png"):
        put(name, noise(0))
    found = load(tmp_path)
    assert (found.layout, found.classes) == ("class-folders", ("cat", "dog"))
    assert found.labels.tolist() == [0, 0, 1]
    assert load(tmp_path, layout="pictures").labels is None


def test_of_train_and_test_the_first_is_taken(put, load, tmp_path):
    for name in ("train/cat/1.png", "train/dog/2.png", "train/dog/3.png", "test/cat/4.png"):
        put(name, noise(0))
    found = load(tmp_path)
    assert (found.split, found.count) == ("train", 3)
    assert found.names[0] == "train/cat/1.png"
    assert load(tmp_path, split="all").count == 4
    with pytest.raises(StudioError, match=r"has no part 'val'; it has test, train"):
        load(tmp_path, split="val")


def test_classes_within_a_split_are_the_folders_below_it(put, load, tmp_path):
    for name in ("train/cat/1.png", "train/dog/2.png", "val/cat/4.png"):
        put(name, noise(0))
    found = load(tmp_path)
    assert (found.layout, found.classes) == ("class-folders", ("cat", "dog"))
    assert found.labels.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("layout", "why"),
    [
        ("dataset-json", "it has no dataset.json"),
        ("class-folders", "a.png lies in no folder of a class"),
        ("pairs", "no picture has a label map beside it"),
        ("triples", "no three files x.jpg, x.png and x.bmp have one name"),
        ("side-by-side", "a.png is 25x24 pixels, not two squares side by side"),
    ],
)
def test_a_wrong_layout_is_one_sentence(put, load, tmp_path, layout, why):
    put("a.png", noise(0, 25))
    put("b.png", noise(1, 25))
    with pytest.raises(StudioError) as error:
        load(tmp_path, layout=layout)
    assert str(error.value).count("\n") == 0
    assert f"is not laid out as {layout}: {why}." in str(error.value)


def test_a_layout_that_nobody_knows(load, tmp_path):
    with pytest.raises(StudioError, match=r"There is no layout 'mine'; choose one of auto, pict"):
        load(tmp_path, layout="mine")
    with pytest.raises(StudioError, match=r"There is no fit 'mine'; choose one of centre, whole"):
        load(tmp_path, fit="mine")


@pytest.mark.parametrize("name", ["gone", "gone.zip", "cifar-10-python.tar.gz"])
def test_a_source_that_is_not_there(load, tmp_path, name):
    with pytest.raises(StudioError, match="choose another"):
        load(tmp_path / name)


def test_a_zip_that_is_cut_short(packed, load):
    path = packed({"a.png": PNG, "b.png": PNG})
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(StudioError, match="is damaged or cut short"):
        load(path)


def test_a_locked_zip(packed, load):
    path = packed({"a.png": PNG, "b.png": PNG})
    raw = bytearray(path.read_bytes())
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = raw.find(head)
        while start >= 0:
            raw[start + flags] |= 1
            start = raw.find(head, start + 1)
    path.write_bytes(raw)
    with pytest.raises(StudioError, match="is locked with a password; unpack it first"):
        load(path)


def test_a_member_that_claims_to_be_huge_is_skipped(tmp_path, load, monkeypatch):
    monkeypatch.setattr("ganstudio.datasets.members.MOST_BYTES", 1 << 20)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.png", PNG)
        archive.writestr("b.png", PNG)
        archive.writestr("bomb.png", b"\0" * (3 << 20))
    found = load(path)
    assert (found.count, found.skipped) == (2, ("bomb.png: 3 MiB are too much for one file",))


def test_a_link_in_a_circle_is_no_end(put, load, tmp_path):
    put("a.png", noise(0))
    put("b.png", noise(1))
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "gone.png").symlink_to(tmp_path / "nothing.png")
    assert load(tmp_path).count == 2


def test_two_pictures_that_share_a_stem_by_chance_make_no_pairs(put, load, tmp_path):
    for i in range(4):
        put(f"{i}.jpg", noise(i))
    put("0.png", Image.new("L", (24, 24)))
    assert load(tmp_path).layout == "pictures"


def test_one_picture_saved_in_two_formats_is_no_pair(put, load, tmp_path):
    for i in range(3):
        put(f"{i}.jpg", noise(i))
        put(f"{i}.png", noise(i))
    found = load(tmp_path)
    assert (found.layout, found.count) == ("pictures", 6)


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        {"classes": 3},
        {"classes": [3]},
        {"classes": [{"id": "x"}]},
        {"classes": [*CLASSES, CLASSES[0]]},
        {"classes": [{"id": 0, "color": [0, 0]}]},
        {"classes": [{"id": 0, "color": [0, 0, 256]}]},
        {"classes": [], "pairs": ["x"]},
    ],
)
def test_a_wrong_classes_json_is_one_sentence(put, load, tmp_path, content):
    put("a.jpg", noise(0))
    put("a.png", Image.new("L", (24, 24)))
    put("classes.json", content)
    with pytest.raises(StudioError, match=r"classes.json in .* is damaged or not as it should be"):
        load(tmp_path)


def test_every_layout_has_a_reader():
    special = {"auto", "cifar-10", "shards", "procedural"}
    assert set(layouts.LAYOUTS) == special | set(layouts.OF_MEMBERS)
