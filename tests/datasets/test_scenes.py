"""Pictures with label maps, however they lie."""

import numpy as np
import pytest
from PIL import Image

from ganstudio.datasets.examples import DONT_CARE
from ganstudio.errors import StudioError
from tests.datasets.conftest import CLASSES, noise

SKY, GROUND = (0, 0, 250), (10, 200, 0)
NUMBERS = np.repeat([[3, 3, 7, 7, 7, 9, 9, 9]], 8, axis=0).astype(np.uint8)  # 9 is no class
OURS = [0, 0, 1, 1, 1, DONT_CARE, DONT_CARE, DONT_CARE]


def with_palette(numbers):
    image = Image.fromarray(numbers).convert("P")
    image.putdata(numbers.ravel().tolist())
    image.putpalette([channel for i in range(256) for channel in (i, 2 * i % 256, 100)])
    return image


def in_colours(numbers):
    colours = np.full((*numbers.shape, 3), 128, np.uint8)
    colours[numbers == 3], colours[numbers == 7] = SKY, GROUND
    return Image.fromarray(colours)


FORMS = {
    "palette.png": with_palette,
    "index.png": Image.fromarray,
    "index.bmp": Image.fromarray,
    "colours.png": in_colours,
}


@pytest.mark.parametrize("form", FORMS)
def test_label_maps_in_every_form_with_classes_json(put, load, tmp_path, form):
    ending = form.rpartition(".")[2]
    for i in range(3):
        put(f"images/{i}.jpg", noise(i, 16, 16))
        put(f"labels/{i}.{ending}", FORMS[form](NUMBERS))
    put("classes.json", {"classes": CLASSES})
    found = load(tmp_path)
    assert found.layout == "pairs" and found.maps.dtype == np.uint8
    assert found.maps.shape == (3, 8, 8)
    assert found.maps[1, 0].tolist() == OURS
    assert [(c.id, c.name, c.colour) for c in found.categories] == [
        (3, "sky", SKY),
        (7, "ground", GROUND),
    ]


def test_a_class_that_is_void_is_nobodys_care(put, load, tmp_path):
    for i in range(2):
        put(f"{i}.jpg", noise(i, 8, 8))
        put(f"{i}.png", Image.fromarray(NUMBERS))
    put("classes.json", {"classes": CLASSES, "void_index": 3})
    found = load(tmp_path)
    assert [each.name for each in found.categories] == ["ground"]
    assert found.maps[0, 0].tolist() == [255, 255, 0, 0, 0, 255, 255, 255]


def test_without_classes_json_numbers_are_classes_and_palettes_tell_colours(put, load, tmp_path):
    for i in range(2):
        put(f"train/Images/{i}.jpg", noise(i, 8, 8))
        put(f"train/Masks/{i}.png", with_palette(NUMBERS))
    found = load(tmp_path)
    assert found.maps[0, 0].tolist() == NUMBERS[0].tolist()
    assert [each.name for each in found.categories] == [str(i) for i in range(10)]
    assert found.categories[7].colour == (7, 14, 100)
    assert len({each.colour for each in found.categories}) == 10


def test_a_mask_in_black_and_white_has_two_classes(put, load, tmp_path):
    mask = np.where(NUMBERS == 3, 255, 0).astype(np.uint8)
    for i in range(2):
        put(f"images/{i}.png", noise(i, 8, 8))
        put(f"masks/{i}.png", Image.fromarray(mask))
    found = load(tmp_path)
    assert found.maps[0, 0].tolist() == [1, 1, 0, 0, 0, 0, 0, 0]
    assert len(found.categories) == 2


def test_pairs_as_classes_json_lists_them(put, load, tmp_path):
    for i in range(3):
        put(f"x/photo-{i}.jpg", noise(i, 8, 8))
    for i in range(2):
        put(f"y/map-{i}.png", Image.fromarray(NUMBERS))
    listed = [[f"x/photo-{i}.jpg", f"y/map-{i}.png"] for i in range(3)]
    put("classes.json", {"classes": CLASSES, "pairs": listed})
    found = load(tmp_path)
    assert (found.layout, found.count) == ("pairs", 2)
    assert found.skipped == ("x/photo-2.jpg: nothing of that name to pair it with",)


def test_a_picture_without_a_map_and_a_damaged_map_are_listed(put, load, tmp_path):
    for i in range(4):
        put(f"images/{i}.jpg", noise(i, 8, 8))
    for i in range(2):
        put(f"labels/{i}.png", Image.fromarray(NUMBERS))
    put("labels/2.png", b"no map")
    found = load(tmp_path)
    assert found.names == ("images/0.jpg", "images/1.jpg")
    assert found.skipped[0] == "images/3.jpg: nothing of that name to pair it with"
    assert found.skipped[1].startswith("images/2.jpg: no picture of a known kind")


def test_triples_of_one_stem(put, load, tmp_path):
    for i in range(2):
        put(f"{i}.jpg", noise(i, 8, 8))
        put(f"{i}.png", in_colours(NUMBERS))
        put(f"{i}.bmp", Image.fromarray(NUMBERS))
    found = load(tmp_path)
    assert (found.layout, found.names) == ("triples", ("0.jpg", "1.jpg"))
    assert found.maps[0, 0].tolist() == NUMBERS[0].tolist()
    assert [found.categories[i].colour for i in (3, 7, 9)] == [SKY, GROUND, (128, 128, 128)]


def flat(width=16):
    pixels = np.empty((width, width, 3), np.uint8)
    pixels[: width // 2], pixels[width // 2 :] = SKY, GROUND
    return Image.fromarray(pixels)


def beside(left, right):
    both = Image.new("RGB", (left.width + right.width, left.height))
    both.paste(left)
    both.paste(right, (left.width, 0))
    return both


@pytest.mark.parametrize("photo_first", [True, False])
def test_halves_with_known_colours_become_label_maps(put, load, tmp_path, photo_first):
    for i in range(3):
        halves = (noise(i, 16, 16), flat())
        put(f"{i}.png", beside(*halves if photo_first else halves[::-1]))
    put("classes.json", {"classes": CLASSES})
    found = load(tmp_path, size=16)
    assert found.layout == "side-by-side" and found.drawings is None
    assert np.array_equal(found.pictures[1], np.asarray(noise(1, 16, 16)).transpose(2, 0, 1))
    assert (found.maps[:, :8] == 0).all() and (found.maps[:, 8:] == 1).all()


def test_colours_that_jpeg_blurred_are_snapped(put, load, tmp_path):
    for i in range(2):
        put(f"{i}.jpg", beside(noise(i, 64, 64), flat(64)), quality=80)
    put("classes.json", {"classes": CLASSES})
    found = load(tmp_path, size=64)
    assert (found.maps[:, :31] == 0).all() and (found.maps[:, 33:] == 1).all()


def test_halves_without_known_colours_stay_drawings(put, load, tmp_path):
    for i in range(2):
        put(f"{i}.png", beside(noise(i, 16, 16), flat()))
    found = load(tmp_path, size=16)
    assert (found.layout, found.maps, found.categories) == ("side-by-side", None, ())
    assert found.drawings.shape == (2, 3, 16, 16)
    assert found.drawings[0, :, 0, 0].tolist() == list(SKY)


def test_wide_photographs_are_no_halves_unless_somebody_says_so(put, load, tmp_path):
    for i in range(3):
        put(f"{i}.png", noise(i, 32, 16))
    assert load(tmp_path).layout == "pictures"
    assert load(tmp_path, layout="side-by-side").drawings is not None


def test_more_classes_than_a_byte_has(put, load, tmp_path):
    for i in range(2):
        put(f"{i}.jpg", noise(i, 8, 8))
        put(f"{i}.png", Image.fromarray(NUMBERS))
    put("classes.json", {"classes": [{"id": i, "name": str(i)} for i in range(300)]})
    with pytest.raises(StudioError, match="at most 255"):
        load(tmp_path)
