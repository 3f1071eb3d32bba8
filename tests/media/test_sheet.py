import numpy as np
import pytest

from ganstudio.errors import StudioError
from ganstudio.media import sheet
from ganstudio.recipe import FaceRecipe, ModelRef, Source


def flat(value: int, size: tuple[int, int] = (2, 3)) -> np.ndarray:
    return np.full((*size, 3), value, np.uint8)


def test_pictures_lie_row_by_row():
    whole = sheet.sheet([flat(v) for v in (1, 2, 3, 4)], columns=2)
    assert whole.shape == (4, 6, 3)
    assert whole[::2, ::3, 0].tolist() == [[1, 2], [3, 4]]


def test_a_gap_lies_between_neighbours_only():
    whole = sheet.sheet([flat(v) for v in (1, 2, 3, 4)], columns=2, gap=1)
    assert whole.shape == (5, 7, 3)
    assert (whole[2] == sheet.PAPER).all()
    assert (whole[:, 3] == sheet.PAPER).all()
    assert [whole[0, 0, 0], whole[4, 6, 0]] == [1, 4]


def test_empty_places_are_white():
    whole = sheet.sheet([flat(v) for v in (1, 2, 3)], columns=2)
    assert (whole[2:, 3:] == sheet.PAPER).all()


def test_pictures_of_different_sizes_do_not_fit_together():
    with pytest.raises(StudioError, match="number 2"):
        sheet.sheet([flat(1), flat(2, (5, 5))], columns=2)


def test_a_sheet_beyond_any_memory_is_refused():
    with pytest.raises(StudioError, match="too much"):
        sheet.blank(10_000, 100, (1024, 1024))


def test_more_cells_than_a_sheet_holds_are_refused():
    recipe = FaceRecipe(ModelRef("m"))
    with pytest.raises(StudioError, match="at most"):
        sheet.Layout((recipe,) * (sheet.MOST_CELLS + 1), columns=100)


def test_a_layout_survives_json():
    cells = (None, *(FaceRecipe(ModelRef("m"), a=Source(seed=s), psi=0.1 * s) for s in range(5)))
    layout = sheet.Layout(cells, columns=3, gap=2)
    assert sheet.from_json(sheet.to_json(layout)) == layout


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"ganstudio": "sheet"}',
        '{"ganstudio": "sheet", "columns": 0, "gap": 0, "cells": [null]}',
        '{"ganstudio": "sheet", "columns": 2, "gap": -1, "cells": [null]}',
        '{"ganstudio": "sheet", "columns": true, "gap": 0, "cells": [null]}',
        '{"ganstudio": "sheet", "columns": 2, "gap": 0, "cells": []}',
        '{"ganstudio": "sheet", "columns": 2, "gap": 0, "cells": 7}',
        '{"ganstudio": "sheet", "columns": 2, "gap": 0, "cells": ["x"]}',
        '{"ganstudio": "sheet", "columns": 2, "gap": 0, "cells": {"a": null}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_layout_is_refused_in_a_sentence(text):
    with pytest.raises(StudioError):
        sheet.from_json(text)


def test_a_hostile_number_of_cells_is_refused_before_they_are_read():
    cells = ",".join(["null"] * (sheet.MOST_CELLS + 1))
    with pytest.raises(StudioError):
        sheet.from_json(f'{{"ganstudio": "sheet", "columns": 1, "gap": 0, "cells": [{cells}]}}')
