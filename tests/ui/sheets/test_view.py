import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ganstudio.engine.sheets import Sheet, table
from ganstudio.errors import Sentence, StudioError
from ganstudio.media.qimage import to_array
from ganstudio.recipe import FaceRecipe, ModelRef, Source
from ganstudio.ui.sheets import feed as feeding

FACE = FaceRecipe(ModelRef("m"))
LEFT = Qt.MouseButton.LeftButton
KEYS = Qt.Key


def sheet_of(rows, columns, *, start=0, spreads=None):
    cells = [
        [replace(FACE, a=Source(start + row * columns + i)) for i in range(columns)]
        for row in range(rows)
    ]
    made = table(cells, [Sentence("A: {n}", n=i) for i in range(rows)], map(str, range(columns)))
    return replace(made, spreads=spreads) if spreads else made


def seeds(pictures):
    return [recipe.a.seed for _, recipe in pictures.asked]


def colour(view, index):
    pixels = to_array(view.grid.viewport().grab().toImage())
    middle = view.grid.rect_of(index).center()
    return pixels[middle.y(), middle.x()].tolist()


def test_pictures_fill_in_one_by_one_row_by_row(view, pictures):
    view.show_sheet(sheet_of(2, 3, start=40))
    assert seeds(pictures) == [40]
    empty = colour(view, 0)
    pictures.answer()
    assert seeds(pictures) == [40, 41]
    assert colour(view, 0) == [40, 40, 40] != empty
    assert colour(view, 1) == empty
    assert view.count.text() == "1 of 6"
    pictures.answer_all()
    assert seeds(pictures) == [40, 41, 42, 43, 44, 45]
    assert view.count.text() == ""


def test_what_is_in_view_comes_first(view, pictures, qtbot):
    view.show_sheet(sheet_of(20, 20))
    pictures.answer()
    bar = view.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    shown = set(view.grid.in_view())
    assert 0 not in shown and 380 in shown
    qtbot.wait(250)
    for _ in range(5):
        pictures.answer()
    assert set(seeds(pictures)[-4:]) <= shown


def test_the_newest_layout_wins_and_keeps_what_is_there(view, pictures):
    view.show_sheet(sheet_of(1, 3))
    pictures.answer()
    view.show_sheet(sheet_of(1, 3, start=1))  # 1 is being drawn
    pictures.answer_all()
    assert seeds(pictures) == [0, 1, 2, 3]
    view.show_sheet(sheet_of(1, 3))
    assert seeds(pictures) == [0, 1, 2, 3]
    assert view.count.text() == ""


def test_closing_asks_for_nothing_more(view, pictures):
    view.show_sheet(sheet_of(1, 9))
    view.close()
    pictures.answer()
    assert seeds(pictures) == [0]


def test_escape_closes(view, pictures):
    view.show_sheet(sheet_of(1, 9))
    QTest.keyClick(view.grid, KEYS.Key_Escape)
    assert not view.isVisible()
    pictures.answer()
    assert seeds(pictures) == [0]


def test_a_model_that_cannot_draw_is_asked_once_and_said(view, pictures):
    good, bad = replace(FACE, a=Source(5)), replace(FACE, model=ModelRef("bad"))
    cells = [[bad, replace(bad, a=Source(3)), good]]
    view.show_sheet(table(cells, ["m"], "abc"))
    pictures.refuse(StudioError("There is no model bad."))
    assert view.words.text() == "There is no model bad."
    assert pictures.asked[-1][1].a == good.a
    pictures.answer()
    assert len(pictures.asked) == 2


def test_a_click_opens_a_cell(view):
    view.show_sheet(sheet_of(2, 3))
    QTest.mouseClick(view.grid.viewport(), LEFT, pos=view.grid.rect_of(4).center())
    assert [recipe.a.seed for recipe in view.opened_cells] == [4]
    QTest.mouseClick(view.grid.viewport(), LEFT, pos=QPoint(3, 3))  # a head
    assert len(view.opened_cells) == 1


def test_keys_walk_and_enter_opens(view):
    view.show_sheet(sheet_of(3, 3))
    for key in (KEYS.Key_Right, KEYS.Key_Down, KEYS.Key_Down, KEYS.Key_Left):
        QTest.keyClick(view.grid, key)
    assert "seed 6" in view.words.text()
    assert "seed 6" in view.grid.accessibleDescription()
    QTest.keyClick(view.grid, KEYS.Key_Return)
    QTest.keyClick(view.grid, KEYS.Key_End)
    QTest.keyClick(view.grid, KEYS.Key_Return)
    assert [recipe.a.seed for recipe in view.opened_cells] == [6, 8]


def test_keys_bring_the_cell_into_view(view):
    view.show_sheet(sheet_of(20, 20))
    QTest.keyClick(view.grid, KEYS.Key_PageDown)
    QTest.keyClick(view.grid, KEYS.Key_End)
    assert view.grid.current == 399
    assert view.grid.viewport().rect().contains(view.grid.rect_of(399))


def test_pointing_says_the_recipe(view):
    view.show_sheet(sheet_of(2, 3))
    QTest.mouseMove(view.grid.viewport(), view.grid.rect_of(5).center())
    assert "seed 5" in view.words.text()


def test_zoom_keeps_the_place_under_the_pointer(view):
    view.show_sheet(sheet_of(20, 20))
    place = view.grid.rect_of(42).center()
    side = view.grid.cells.side
    view.grid.zoom(2, place.toPointF())
    assert view.grid.cells.side == 2 * side
    assert view.grid.rect_of(42).contains(place)
    QTest.keyClick(view.grid, KEYS.Key_0)
    assert view.grid.cells.side == side


def test_an_empty_place_cannot_be_opened(view):
    view.show_sheet(table([[None, FACE]], ["a"], "ab"))
    assert view.grid.current == 1
    QTest.mouseClick(view.grid.viewport(), LEFT, pos=view.grid.rect_of(0).center())
    assert view.opened_cells == []


def test_the_map_appears_once_its_pictures_are_there(view, pictures):
    cells = [[replace(FACE, a=Source(0)), replace(FACE, a=Source(200)), None]]
    made = table(cells, ["a"], "abc")
    view.show_sheet(Sheet(made.layout, made.rows, made.columns, {2: (0, 1)}))
    pictures.answer()
    faint = colour(view, 2)
    pictures.answer()
    assert colour(view, 2) == [255, 255, 255] != faint


def test_pictures_of_early_stages_keep_their_squares(view, pictures):
    cells = [[replace(FACE, stage=4), replace(FACE, a=Source(9))]]
    view.show_sheet(table(cells, ["a"], "ab"))
    pictures.answer_all()
    assert view.painting.largest == 16
    assert view._there[0].size == 4


def test_words_stand_where_there_is_no_sheet(view):
    view.show_sheet(sheet_of(2, 2))
    view.show_sheet(None, "Nothing to mix.")
    assert not view.save.isEnabled()
    assert view.grid.current == -1
    QTest.keyClick(view.grid, KEYS.Key_Return)
    assert view.opened_cells == []


def test_pictures_out_of_sight_make_room(view, pictures, monkeypatch):
    monkeypatch.setattr(feeding, "MOST_BYTES", 3 * 16 * 16 * 3)
    view.show_sheet(sheet_of(1, 6))
    pictures.answer_all()
    assert len(view._there) <= 3
    assert len(view.feed._kept) == len(view._there)


def test_what_is_out_of_sight_never_pushes_out_what_is_seen(pictures, monkeypatch):
    monkeypatch.setattr(feeding, "MOST_BYTES", 3 * 16 * 16 * 3)
    feed = feeding.Feed(pictures)
    first, *rest = (cell for cell in sheet_of(1, 9).layout.cells)
    feed.want([first], rest)
    pictures.answer_all()
    assert len(pictures.asked) == 3 and feed.find(first) is not None
    feed.want(rest[-2:], rest)  # what is seen is drawn all the same
    pictures.answer_all()
    assert feed.find(rest[-1]) is not None and len(pictures.asked) == 5


@pytest.mark.parametrize("key", [KEYS.Key_S, KEYS.Key_Z])
def test_save_and_undo_work_from_the_sheet(view, qtbot, key):
    said = []
    view.save_wanted.connect(lambda: said.append(1))
    view.show_sheet(sheet_of(1, 2))
    with qtbot.waitActive(view):
        view.activateWindow()
    QTest.keyClick(view.grid, key, Qt.KeyboardModifier.ControlModifier)
    assert said == ([1] if key == KEYS.Key_S else [])


def test_400_cells_are_quick(view, pictures):
    view.show_sheet(sheet_of(20, 20))
    began = time.thread_time()
    pictures.answer_all()
    assert time.thread_time() - began < 2
    assert len(pictures.asked) == 400
    view.grid.zoom(0.1)  # all in view
    began = time.thread_time()
    pixels = to_array(view.grid.viewport().grab().toImage())
    assert time.thread_time() - began < 0.5
    assert np.unique(pixels).size > 200
