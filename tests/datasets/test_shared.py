"""The real data sets beside the checkout load as what they are."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ganstudio.datasets import layouts
from ganstudio.datasets.decoding import rows
from ganstudio.datasets.survey import survey

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data is not here")
HELD_OUT = ("004", "011", "027", "038", "062", "083", "101", "121")


@pytest.mark.parametrize(
    ("name", "layout", "total", "first", "count"),
    [
        ("classes_cifar10_32_subset", "dataset-json", 12_000, "airplane", 10),
        ("classes_clothing_64", "dataset-json", 4_961, "T-Shirt", 14),
        ("classes_sign_digits_64", "dataset-json", 2_062, "digit_0", 10),
        ("faces_london_128", "dataset-json", 4_203, "", 0),
        ("scenes_facades_256", "pairs", 400, "background", 12),
    ],
)
def test_every_set_is_known_for_what_it_is(name, layout, total, first, count):
    with layouts.found(str(SHARED / f"{name}.zip")) as found:
        names = found.classes or tuple(each.name for each in found.categories)
        assert (found.layout, found.total, found.skipped) == (layout, total, ())
        assert (names[:1], len(names)) == ((first,) if first else (), count)
        some = replace(found, examples=list(found.examples)[:: total // 20])
        decoded = list(rows(some, shape=(32, 32), fit="centre"))
    assert [row.error for row in decoded] == [""] * len(decoded)
    assert all(row.parts["pictures"].std() > 5 for row in decoded)
    if found.classes:
        assert {row.example.label for row in decoded} <= set(range(count))
        assert len({row.example.label for row in decoded}) > 4
    if found.categories:
        assert max(row.parts["maps"].max() for row in decoded) == count - 1


def test_the_held_out_persons_stay_out():
    found = survey(SHARED / "faces_london_128.zip", leave_out=HELD_OUT)
    assert found.left_out == 16 + 739
    assert found.sizes == {(128, 128): found.looked_at}


def test_the_photographs_at_full_size():
    found = survey(SHARED / "photos")
    assert (found.layout, found.count, found.sizes) == ("pictures", 16, {(1350, 1350): 16})


def test_the_facades_as_triples_and_side_by_side(load, tmp_path):
    path = SHARED / "scenes_facades_256.zip"
    with zipfile.ZipFile(path) as archive:
        classes = archive.read("classes.json")
        for i in range(1, 5):
            raw = archive.read(f"train/images/train_{i:04d}.jpg")
            photo = Image.open(io.BytesIO(raw)).convert("RGB")
            labels = Image.open(io.BytesIO(archive.read(f"train/labels/train_{i:04d}.png")))
            numbers = Image.fromarray(np.asarray(labels))
            three, two = tmp_path / "triples", tmp_path / "halves"
            for folder in (three, two):
                folder.mkdir(exist_ok=True)
            photo.save(three / f"{i}.jpg", quality=95)
            labels.convert("RGB").save(three / f"{i}.png")
            numbers.save(three / f"{i}.bmp")
            both = Image.new("RGB", (512, 256))
            both.paste(photo)
            both.paste(labels.convert("RGB"), (256, 0))
            both.save(two / f"{i}.jpg", quality=95)
    (two / "classes.json").write_bytes(classes)
    triples, halves = load(three, size=256), load(two, size=256)
    assert (triples.layout, halves.layout) == ("triples", "side-by-side")
    assert len(halves.categories) == 12 and triples.categories[1].colour == (0, 48, 255)
    with layouts.found(str(path)) as found:
        some = replace(found, examples=list(found.examples)[:4])
        maps = np.stack([r.parts["maps"] for r in rows(some, shape=(256, 256), fit="centre")])
    assert np.array_equal(triples.maps, maps)
    assert (halves.maps == maps).mean() > 0.95
