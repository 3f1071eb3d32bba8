import numpy as np

from ganstudio.media.sheet import enlarged, spread


def test_the_map_is_white_where_pictures_differ_most_and_black_where_not_at_all():
    first = np.full((4, 4, 3), 100, np.uint8)
    second, third = first.copy(), first.copy()
    second[0, 0], third[0, 0] = 0, 200
    second[1, 1], third[1, 1] = 90, 110
    drawn = spread([first, second, third])
    assert drawn.shape == (4, 4, 3) and drawn.dtype == np.uint8
    assert drawn[0, 0].tolist() == [255, 255, 255]
    assert 0 < drawn[1, 1, 0] < 60
    assert drawn[2:].max() == 0


def test_the_map_of_equal_pictures_is_black():
    assert spread([np.full((2, 2, 3), 9, np.uint8)] * 3).max() == 0


def test_enlarged_pixels_stay_squares():
    small = np.arange(12, dtype=np.uint8).reshape(2, 2, 3)
    large = enlarged(small, (4, 6))
    assert large.shape == (4, 6, 3)
    assert np.array_equal(large[::2, ::3], small)
    assert np.array_equal(large[1::2], large[::2])
    assert np.array_equal(enlarged(small, (2, 2)), small)
