"""Pictures come in as they should look, and those that must stay out stay out."""

import io
import json
import zipfile

import numpy as np
import pytest
import torch
from PIL import Image

from ganstudio.errors import StudioError
from trainers import data


def test_every_mode_becomes_square_rgb(tmp_path):
    for name, mode in [("a.png", "L"), ("b.png", "RGBA"), ("c.jpg", "CMYK"), ("d.png", "I;16")]:
        Image.new(mode, (30, 20)).save(tmp_path / name)
    Image.new("P", (8, 40)).save(tmp_path / "e.png")
    found = data.load(tmp_path, size=16)
    assert found.images.shape == (5, 3, 16, 16) and found.images.dtype == torch.uint8
    assert found.skipped == ()


def test_alpha_lies_over_white_and_exif_is_turned(tmp_path):
    Image.new("RGBA", (8, 8), (255, 0, 0, 0)).save(tmp_path / "clear.png")
    pixels = np.zeros((8, 8, 3), np.uint8)
    pixels[:, :4] = 255
    exif = Image.Exif()
    exif[0x0112] = 3  # turned by 180 degrees
    Image.fromarray(pixels).save(tmp_path / "turned.png", exif=exif)
    clear, turned = data.load(tmp_path, size=8).images
    assert clear.min() == 255
    assert turned[:, :, :4].max() == 0 and turned[:, :, 4:].min() == 255


def test_bad_files_are_skipped_and_named(tmp_path, pictures):
    (pictures / "bad.png").write_bytes(b"no picture")
    cut = (pictures / "000.png").read_bytes()[:60]
    (pictures / "cut.png").write_bytes(cut)
    (pictures / "notes.txt").write_text("not counted")
    found = data.load(pictures, size=16)
    assert len(found.images) == 12
    assert [line.split(":")[0] for line in found.skipped] == ["bad.png", "cut.png"]


def test_damage_inside_a_zip_is_skipped_and_named(tmp_path, pictures):
    path = tmp_path / "pictures.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(pictures.iterdir()):
            archive.write(file, file.name)
    whole = path.read_bytes()
    where = whole.index((pictures / "003.png").read_bytes()) + 40
    path.write_bytes(whole[:where] + b"?" + whole[where + 1 :])
    found = data.load(path, size=16)
    assert len(found.images) == 11
    assert [line.split(":")[0] for line in found.skipped] == ["003.png"]


@pytest.mark.parametrize("text", ["{", "[]", "null"])
def test_a_damaged_provenance_is_an_error_since_hold_outs_depend_on_it(pictures, text):
    (pictures / "provenance.json").write_text(text)
    with pytest.raises(StudioError, match="which pictures to leave out"):
        data.load(pictures, size=16)


def test_fewer_than_two_pictures_are_an_error(tmp_path):
    Image.new("RGB", (8, 8)).save(tmp_path / "one.png")
    with pytest.raises(StudioError, match="has 1 pictures"):
        data.load(tmp_path, size=8)
    with pytest.raises(StudioError, match="neither a folder nor a zip"):
        data.load(tmp_path / "one.png", size=8)


def test_whoever_is_held_out_stays_out(tmp_path):
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, format="png")
    provenance = {
        "real/004_smiling.png": {"person": "004"},
        "real/005_smiling.png": {"person": "005"},
        "morph/00004.png": {"host": "005", "mix": ["005", "006"], "w": [0.004, 0.996]},
        "morph/00005.png": {"host": "005", "mix": ["005", "004"], "w": [0.5, 0.5]},
    }
    path = tmp_path / "faces.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in provenance:
            archive.writestr(name, picture.getvalue())
        archive.writestr("provenance.json", json.dumps(provenance))
    found = data.load(path, size=8, leave_out=["004"])
    assert (len(found.images), found.left_out) == (2, 2)


def test_classes_and_label_maps_come_as_tensors():
    shapes = data.load("procedural", size=16).draw(0, 12, seed=0, balanced=True)
    assert shapes.labels.dtype == torch.int64 and shapes.labels.bincount().tolist() == [2] * 6
    scenes = data.load("procedural:scenes", size=16)
    drawn = scenes.draw(0, 3, seed=0, size=8)
    assert drawn.maps.dtype == torch.uint8 and drawn.maps.shape == (3, 8, 8)
    assert drawn.images.shape == scenes.batch(5, 3, seed=0, size=8).shape == (3, 3, 8, 8)
    assert (scenes.count, len(scenes.images), len(scenes.categories)) == (0, 0, 8)


def test_each_epoch_shows_every_picture_once_in_an_order_of_its_own(pictures):
    found = data.load(pictures, size=8)
    n = len(found.images)
    first, second = (found.batch(k * n, n, seed=1) for k in (0, 1))
    assert not torch.equal(first, second)
    key = [tuple(image.flatten().tolist()) for image in found.images]
    for epoch in (first, second):
        assert sorted(tuple(image.flatten().tolist()) for image in epoch) == sorted(key)
    across = found.batch(n - 2, 4, seed=1)
    assert torch.equal(across, torch.cat([first[-2:], second[:2]]))
