import struct
import zlib

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ganstudio.datasets.pictures import UNREADABLE, labels_of, picture_of
from tests.datasets.conftest import in_bytes, noise


def pixel(raw, x=0, y=0, **settings):
    return picture_of(raw, **settings).getpixel((x, y))


def test_sixteen_bits_become_eight_instead_of_being_cut_off():
    grey = Image.fromarray(np.full((4, 4), 32896, np.uint16))
    assert pixel(in_bytes(grey)) == (128, 128, 128)
    assert pixel(in_bytes(grey, "TIFF")) == (128, 128, 128)


def test_floats_are_shares_or_bytes():
    for value, shown in ((0.5, 128), (200.0, 200)):
        assert pixel(in_bytes(Image.new("F", (4, 4), value), "TIFF"))[0] == shown


@pytest.mark.parametrize(
    ("image", "shown"),
    [
        (Image.new("1", (4, 4), 1), (255, 255, 255)),
        (Image.new("LA", (4, 4), (0, 0)), (255, 255, 255)),
        (Image.new("LA", (4, 4), (90, 255)), (90, 90, 90)),
        (Image.new("RGBA", (4, 4), (255, 0, 0, 0)), (255, 255, 255)),
    ],
)
def test_bits_and_alpha(image, shown):
    assert pixel(in_bytes(image)) == shown


def test_a_palette_with_a_transparent_colour():
    image = Image.new("P", (4, 4), 1)
    image.putpalette([0, 0, 0, 200, 10, 20])
    assert pixel(in_bytes(image)) == (200, 10, 20)
    assert pixel(in_bytes(image, transparency=1)) == (255, 255, 255)


def test_cmyk():
    raw = in_bytes(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG", quality=95)
    red, green, blue = pixel(raw)
    assert red > 240 and green < 15 and blue < 15


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_what_moves_the_first_picture(kind):
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    raw = in_bytes(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    red, _, blue = pixel(raw)
    assert red > 240 and blue < 15


def test_exif_turns_width_and_height():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert picture_of(in_bytes(noise(0, 30, 10), "JPEG", exif=exif)).size == (10, 30)


def test_a_large_photo_is_decoded_no_larger_than_needed():
    photo = Image.new("RGB", (800, 600))
    ImageDraw.Draw(photo).rectangle((0, 0, 399, 599), fill="white")
    small = picture_of(in_bytes(photo, "JPEG"), shape=(32, 32))
    assert small.size == (200, 150)
    assert small.getpixel((10, 70))[0] > 250 and small.getpixel((190, 70))[0] < 5


def test_a_picture_of_a_billion_pixels_is_refused_without_being_unpacked():
    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    raw = b"\x89PNG\r\n\x1a\n"
    for kind, body in chunks:
        crc = struct.pack(">I", zlib.crc32(kind + body))
        raw += struct.pack(">I", len(body)) + kind + body + crc
    with pytest.raises(UNREADABLE, match="decompression bomb"):
        picture_of(raw)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF"])
def test_damage_never_raises_anything_else(kind):
    raw = bytearray(in_bytes(noise(1), kind))
    random = np.random.default_rng(2)
    for _ in range(60):
        broken = bytearray(raw[: random.integers(1, len(raw))])
        for place in random.integers(0, len(broken), 4):
            broken[place] = random.integers(256)
        try:
            picture_of(bytes(broken))
        except UNREADABLE:
            continue


def test_label_maps_keep_their_numbers():
    numbers = np.arange(16, dtype=np.uint8).reshape(4, 4)
    palette = Image.fromarray(numbers, "L").convert("P")
    palette.putdata(numbers.ravel().tolist())
    palette.putpalette([channel for i in range(256) for channel in (i, 255 - i, 7)])
    found, colours = labels_of(in_bytes(palette))
    assert np.array_equal(found, numbers)
    assert colours[3] == (3, 252, 7) and set(colours) == set(range(16))
    for kind in ("PNG", "BMP"):
        found, _ = labels_of(in_bytes(Image.fromarray(numbers), kind))
        assert np.array_equal(found, numbers)
    assert np.array_equal(
        labels_of(in_bytes(Image.fromarray(numbers.astype(np.uint16))))[0], numbers
    )
    bits = labels_of(in_bytes(Image.fromarray(numbers % 2 == 1)))[0]
    assert np.array_equal(bits, numbers % 2)


def test_numbers_above_a_byte_are_no_label_map():
    with pytest.raises(ValueError, match="above 255"):
        labels_of(in_bytes(Image.fromarray(np.full((4, 4), 300, np.uint16))))


def test_what_is_no_picture():
    with pytest.raises(UNREADABLE):
        picture_of(b"no picture")
