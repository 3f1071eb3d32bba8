import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from ganstudio.media.qimage import to_array, to_qimage


def noise(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)


@pytest.mark.parametrize(("height", "width"), [(1, 1), (5, 7), (64, 64), (3, 101)])
def test_pixels_survive_the_way_there_and_back(height, width):
    pixels = noise(height, width)
    assert np.array_equal(to_array(to_qimage(pixels)), pixels)


@pytest.mark.parametrize("view", [np.s_[::-1], np.s_[:, ::2], np.s_[1:-1, 2:-2]])
def test_pixels_that_do_not_lie_in_one_block_are_converted_too(view):
    pixels = noise(9, 13)[view]
    assert np.array_equal(to_array(to_qimage(pixels)), pixels)


def test_red_is_red():
    pixels = np.zeros((1, 2, 3), np.uint8)
    pixels[0, 1] = 250, 20, 3
    assert to_qimage(pixels).pixelColor(1, 0) == QColor(250, 20, 3)


def test_the_image_outlives_the_pixels():
    pixels = noise(4, 4)
    image, before = to_qimage(pixels), pixels.copy()
    pixels[:] = 0
    assert np.array_equal(to_array(image), before)


def test_the_pixels_outlive_the_image():
    image = to_qimage(noise(4, 4))
    pixels = to_array(image)
    before = pixels.copy()
    image.fill(0)
    assert np.array_equal(pixels, before)


def test_other_formats_become_rgb():
    image = QImage(3, 2, QImage.Format.Format_Grayscale8)
    image.fill(90)
    assert np.array_equal(to_array(image), np.full((2, 3, 3), 90, np.uint8))


@pytest.mark.parametrize(
    "wrong", [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3)), np.zeros((4, 4, 4), np.uint8)]
)
def test_what_is_no_picture_is_refused(wrong):
    with pytest.raises(ValueError, match="uint8"):
        to_qimage(wrong)
