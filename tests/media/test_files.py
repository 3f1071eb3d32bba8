import errno
import io
import os
import stat
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from ganstudio.atomic import new_file
from ganstudio.errors import StudioError
from ganstudio.media import files, png, sheet
from ganstudio.recipe import FaceRecipe, ModelRef, Source, Values, to_json

RECIPE = FaceRecipe(
    ModelRef("faces", "0123456789abcdef"),
    a=Source(latent=Values.of(np.linspace(-2, 2, 640))),
    mix=(0.0, 0.25, 1.0),
    psi=0.7,
    cutoff=8,
)


@pytest.fixture
def pixels() -> np.ndarray:
    smooth = np.linspace(0, 255, 48 * 32 * 3).reshape(48, 32, 3)
    return smooth.astype(np.uint8)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_with(*chunks: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return png.SIGNATURE + head + b"".join(chunks) + chunk(b"IEND", b"")


def text_chunk(body: bytes, *, keyword: bytes = b"ganstudio", method: int = 0) -> bytes:
    return chunk(b"iTXt", keyword + bytes([0, 1, method]) + b"\0\0" + body)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())  # hidden ones too


def test_a_png_carries_its_pixels_and_its_recipe(tmp_path, pixels):
    path = files.save_picture(tmp_path / "face.png", pixels, recipe=RECIPE)
    assert np.array_equal(np.asarray(Image.open(path)), pixels)
    assert files.read_recipe(path) == RECIPE
    assert names(tmp_path) == ["face.png"]


def test_same_pixels_and_recipe_give_same_bytes(tmp_path, pixels):
    a = files.save_picture(tmp_path / "a.png", pixels, recipe=RECIPE).read_bytes()
    b = files.save_picture(tmp_path / "b.png", pixels.copy(), recipe=RECIPE).read_bytes()
    assert a == b


def test_other_programs_find_the_recipe_too(tmp_path, pixels):
    path = files.save_picture(tmp_path / "face.png", pixels, recipe=RECIPE)
    with Image.open(path) as image:
        assert image.text["ganstudio"] == to_json(RECIPE)


def test_a_sheet_carries_all_its_recipes(tmp_path, pixels):
    layout = sheet.Layout((None, RECIPE, FaceRecipe(ModelRef("m"))), columns=2, gap=3)
    path = files.save_picture(tmp_path / "sheet.png", pixels, recipe=layout)
    assert files.read_layout(path) == layout
    assert files.read_recipe(path) == RECIPE  # that of the first picture


def test_one_picture_is_a_sheet_of_one(tmp_path, pixels):
    path = files.save_picture(tmp_path / "face.png", pixels, recipe=RECIPE)
    assert files.read_layout(path) == sheet.Layout((RECIPE,), columns=1)


def test_a_recipe_is_read_from_json_as_well(tmp_path):
    path = tmp_path / "face.json"
    path.write_text(to_json(RECIPE))
    assert files.read_recipe(path) == RECIPE


@pytest.mark.parametrize("suffix", [".jpg", ".jpeg", ".JPG", ".webp"])
def test_jpeg_and_webp_come_close_and_carry_no_recipe(tmp_path, pixels, suffix):
    path = files.save_picture(tmp_path / f"face{suffix}", pixels, recipe=RECIPE)
    seen = np.asarray(Image.open(path).convert("RGB")).astype(int)
    assert seen.shape == pixels.shape
    assert np.abs(seen - pixels).mean() < 4
    with pytest.raises(StudioError, match="carries no recipe"):
        files.read_recipe(path)


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_lower_quality_makes_smaller_files(tmp_path, suffix):
    pixels = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    fine = files.save_picture(tmp_path / f"fine{suffix}", pixels, quality=95)
    rough = files.save_picture(tmp_path / f"rough{suffix}", pixels, quality=20)
    assert rough.stat().st_size < fine.stat().st_size / 2


def test_webp_of_full_quality_is_lossless(tmp_path):
    pixels = np.random.default_rng(0).integers(0, 256, (32, 32, 3), dtype=np.uint8)
    path = files.save_picture(tmp_path / "face.webp", pixels, quality=100)
    assert np.array_equal(np.asarray(Image.open(path).convert("RGB")), pixels)


@pytest.mark.parametrize("name", ["face.gif", "face", "face.png.txt", ".png"])
def test_an_unknown_ending_is_said(tmp_path, pixels, name):
    with pytest.raises(StudioError, match=r"must end in \.png"):
        files.save_picture(tmp_path / name, pixels)
    assert names(tmp_path) == []


def test_a_missing_folder_is_said(tmp_path, pixels):
    with pytest.raises(StudioError, match=r"The folder .*nowhere does not exist"):
        files.save_picture(tmp_path / "nowhere" / "face.png", pixels)


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path, pixels):
    (tmp_path / "file").touch()
    with pytest.raises(StudioError, match="is not a folder"):
        files.save_picture(tmp_path / "file" / "face.png", pixels)


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path, pixels):
    (tmp_path / "face.png").mkdir()
    with pytest.raises(StudioError, match="is a folder"):
        files.save_picture(tmp_path / "face.png", pixels)


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path, pixels, monkeypatch):
    monkeypatch.setattr(files.os, "access", lambda path, mode: False)  # root may write anywhere
    with pytest.raises(StudioError, match="cannot be written to"):
        files.save_picture(tmp_path / "face.png", pixels)


def test_a_full_disk_is_said_and_leaves_what_was_there(tmp_path, pixels, monkeypatch):
    path = tmp_path / "face.png"
    path.write_bytes(b"before")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(StudioError, match="disk is full"):
        files.save_picture(path, pixels)
    assert path.read_bytes() == b"before"
    assert names(tmp_path) == ["face.png"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, GeneratorExit, MemoryError])
def test_whatever_happens_no_half_file_stays(tmp_path, error):
    def interrupted() -> None:
        with new_file(tmp_path / "face.png") as file:
            file.write(b"half")
            raise error

    with pytest.raises(error):
        interrupted()
    assert names(tmp_path) == []


def test_nothing_is_under_the_name_before_all_is_written(tmp_path):
    with new_file(tmp_path / "face.png") as file:
        file.write(b"half")
        file.flush()
        assert not (tmp_path / "face.png").exists()
        assert len(names(tmp_path)) == 1  # beside it, so that renaming crosses no disk
    assert names(tmp_path) == ["face.png"]


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
def test_others_may_read_the_file_as_far_as_the_umask_lets_them(tmp_path, pixels):
    before = os.umask(0o022)
    try:
        path = files.save_picture(tmp_path / "face.png", pixels)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_goes_on_pointing_to_its_file(tmp_path, pixels):
    (tmp_path / "kept").mkdir()
    target, link = tmp_path / "kept" / "face.png", tmp_path / "face.png"
    target.touch()
    link.symlink_to(target)
    files.save_picture(link, pixels, recipe=RECIPE)
    assert link.is_symlink()
    assert files.read_recipe(target) == RECIPE


def test_a_very_long_name_can_be_written(tmp_path, pixels):
    path = tmp_path / ("x" * 251 + ".png")
    assert files.save_picture(path, pixels).exists()


def test_a_name_that_is_too_long_is_said(tmp_path, pixels):
    with pytest.raises(StudioError, match="could not be written"):
        files.save_picture(tmp_path / ("x" * 300 + ".png"), pixels)
    assert names(tmp_path) == []


@pytest.mark.parametrize(("format", "side"), [("JPEG", 65_501), ("WEBP", 16_384)])
def test_a_picture_too_large_for_the_format_is_said(format, side):
    with pytest.raises(StudioError, match="export it as PNG"):
        files.encode(np.zeros((1, side, 3), np.uint8), format)


def test_recipes_that_would_not_be_read_again_are_not_written(tmp_path, pixels, monkeypatch):
    monkeypatch.setattr(png, "MOST_TEXT", 1000)
    with pytest.raises(StudioError, match="choose fewer"):
        files.save_picture(tmp_path / "face.png", pixels, recipe=RECIPE)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(StudioError, match=r"nothing\.png cannot be read"):
        files.read_recipe(tmp_path / "nothing.png")


def test_a_folder_is_no_picture(tmp_path):
    with pytest.raises(StudioError, match="cannot be read"):
        files.read_recipe(tmp_path)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG", b"hello", bytes(range(256)), b"{\xff", b"{", b"{}", b"[1]", b"null"],
)
def test_what_is_no_picture_and_no_recipe_is_said(tmp_path, content):
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(StudioError):
        files.read_recipe(path)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(png_with(), id="no text"),
        pytest.param(png_with(text_chunk(zlib.compress(b"{}"), keyword=b"other")), id="other text"),
        pytest.param(
            png_with(text_chunk(zlib.compress(b"{}"), keyword=b"ganstudio2")), id="longer keyword"
        ),
        pytest.param(png_with()[:20], id="cut short"),
        pytest.param(png.SIGNATURE + struct.pack(">I4s", 2**32 - 1, b"iTXt"), id="endless chunk"),
        pytest.param(png.SIGNATURE + b"\0" * 4000, id="zeros"),
    ],
)
def test_a_png_without_a_recipe_is_said(tmp_path, content):
    path = tmp_path / "face.png"
    path.write_bytes(content)
    with pytest.raises(StudioError, match="carries no recipe"):
        files.read_recipe(path)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(text_chunk(zlib.compress(to_json(RECIPE).encode())[:-9]), id="cut short"),
        pytest.param(text_chunk(b"not compressed"), id="not compressed"),
        pytest.param(text_chunk(zlib.compress(b"\xff\xfe")), id="not text"),
        pytest.param(text_chunk(zlib.compress(b"{}"), method=7), id="unknown compression"),
        pytest.param(chunk(b"iTXt", b"ganstudio\0"), id="empty"),
        pytest.param(chunk(b"iTXt", b"ganstudio\0\1\0en"), id="no text field"),
        pytest.param(text_chunk(zlib.compress(b"{}"))[:-4] + b"\0\0\0\0", id="wrong checksum"),
    ],
)
def test_a_damaged_text_is_said(tmp_path, body):
    path = tmp_path / "face.png"
    path.write_bytes(png_with(body))
    with pytest.raises(StudioError, match="damaged"):
        files.read_recipe(path)


def test_a_text_that_unpacks_to_gigabytes_is_refused_at_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(png, "MOST_TEXT", 1 << 20)
    bomb = zlib.compress(b" " * (1 << 21))
    path = tmp_path / "face.png"
    path.write_bytes(png_with(text_chunk(bomb)))
    with pytest.raises(StudioError, match="damaged") as caught:
        files.read_recipe(path)
    assert caught.value.detail == "too long"


def test_a_picture_of_absurd_size_is_not_decoded(tmp_path):
    side = 100_000  # 30 GB of pixels
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    text = text_chunk(zlib.compress(to_json(RECIPE).encode()))
    path = tmp_path / "face.png"
    path.write_bytes(png.SIGNATURE + head + text + chunk(b"IEND", b""))
    assert files.read_recipe(path) == RECIPE


def test_the_text_may_stand_behind_the_pixels_and_be_uncompressed(tmp_path, pixels):
    plain = tmp_path / "plain.png"
    text = PngImagePlugin.PngInfo()
    text.add_itxt("Title", "a face")
    Image.fromarray(pixels).save(plain, pnginfo=text)
    body = b"ganstudio\0\0\0\0\0" + to_json(RECIPE).encode()
    content = plain.read_bytes()
    plain.write_bytes(content[:-12] + chunk(b"iTXt", body) + content[-12:])
    assert files.read_recipe(plain) == RECIPE


@given(at=st.integers(0, 400), bits=st.integers(1, 255), cut=st.integers(0, 400))
def test_a_damaged_png_gives_the_recipe_or_a_sentence(at, bits, cut):
    content = bytearray(png_with(text_chunk(zlib.compress(to_json(RECIPE).encode()))))
    content[at % len(content)] ^= bits
    try:
        text = png.read_text(io.BytesIO(content[: len(content) - cut % len(content)]), "ganstudio")
    except StudioError:
        return
    assert text in (None, to_json(RECIPE))  # never half of it
