import pytest
from PySide6.QtCore import QPoint, QSize

from ganstudio.ui.sheets.cells import FAR, GAP, Cells, fitting

CELLS = Cells(rows=20, columns=20, side=100, left=50, top=30)
START = QPoint(0, 0)


def every(index):
    return True


def test_every_cell_is_found_at_its_own_middle_and_nowhere_else():
    for index in (0, 19, 20, 399):
        middle = CELLS.rect(index).center()
        assert CELLS.at(middle, START) == index
        assert CELLS.at(middle - QPoint(70, 90), QPoint(70, 90)) in (index, -1)
    assert CELLS.at(QPoint(49, 80), START) == -1  # a head
    assert CELLS.at(QPoint(50 + GAP + 101, 80), START) == -1  # a gap
    assert CELLS.at(QPoint(50 + GAP + 20 * 104 + 5, 80), START) == -1


def test_a_scrolled_cell_below_a_head_cannot_be_hit():
    assert CELLS.at(QPoint(20, 80), QPoint(100, 0)) == -1
    assert CELLS.at(QPoint(60, 80), QPoint(104, 0)) == 1


def test_a_sheet_in_the_middle_is_hit_where_it_stands():
    middle = QPoint(-200, 0)
    assert CELLS.at(CELLS.rect(0).center() - middle, middle) == 0
    assert CELLS.at(QPoint(100, 80), middle) == -1


def test_only_what_shows_is_in_view():
    seen = CELLS.inside(QPoint(0, 0), QSize(50 + 2 * 104, 30 + 104))
    assert {0, 1, 20, 21} <= set(seen)
    assert len(seen) <= 6
    last = CELLS.inside(QPoint(16 * 104, 17 * 104), QSize(450, 350))
    assert last[-1] == 399
    assert 0 not in last


@pytest.mark.parametrize(
    ("start", "way", "end"),
    [
        (21, (1, 0), 22),
        (21, (-1, 0), 20),
        (21, (0, 1), 41),
        (21, (0, -1), 1),
        (20, (-1, 0), -1),
        (39, (1, 0), -1),
        (21, (FAR, 0), 39),
        (21, (0, FAR), 381),
        (-1, (1, 0), 0),
    ],
)
def test_keys_go_from_cell_to_cell(start, way, end):
    assert CELLS.stepped(start, *way, every) == end


def test_empty_cells_are_passed_over():
    assert CELLS.stepped(0, 1, 0, lambda i: i not in (1, 2)) == 3
    assert CELLS.stepped(18, 1, 0, lambda i: i != 19) == -1
    assert CELLS.stepped(0, FAR, 0, lambda i: i < 10) == 9


def test_cells_fit_within_reason():
    assert fitting(Cells(2, 4, 10, 50, 30), QSize(50 + 4 + 4 * 104, 1000)) == 100
    assert fitting(CELLS, QSize(700, 500)) == 64
    assert fitting(Cells(1, 1), QSize(2000, 2000)) == 256
