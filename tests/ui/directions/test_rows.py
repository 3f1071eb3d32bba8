"""The rows of directions by mouse and keys: moved, named, limited, removed, undone."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.models import directions as store
from ganstudio.models.directions import LAST
from ganstudio.recipe import Offset, Values
from tests.ui.directions.hands import (
    DIGEST,
    LEFT,
    names,
    recipe,
    section,
    slide,
    some,
    type_into,
)


def test_a_drag_moves_the_picture_and_is_one_step(studio, qtbot):
    row = section(studio).rows[1]
    seen = len(studio.seen)
    slide(row, 1.5)
    (offset,) = recipe(studio).offsets
    assert offset.name == "PCA 2"
    assert offset.amount == row.slider.value == pytest.approx(1.5, abs=0.3)
    assert offset.vector.array().tolist() == [0, 2, 0, 0, 0, 0, 0, 0]
    assert studio.faces.document.undo.count() == 1
    assert "PCA 2" in studio.faces.document.undo.undoText()
    qtbot.waitUntil(lambda: studio.seen[-1].recipe == recipe(studio))
    assert len(studio.seen) > seen
    studio.undoing.back()
    assert recipe(studio).offsets == () and row.slider.value == 0
    studio.undoing.forward()
    assert row.slider.value == offset.amount
    assert section(studio).rows[1] is row


def test_an_amount_of_zero_is_not_in_the_recipe(studio):
    first, second, _ = section(studio).rows
    type_into(first.slider.box, "2")
    type_into(second.slider.box, "-1.25")
    assert [each.amount for each in recipe(studio).offsets] == [2, -1.25]
    type_into(first.slider.box, "0.5")
    assert [each.name for each in recipe(studio).offsets] == ["PCA 1", "PCA 2"]
    QTest.mouseDClick(first.slider.slider, LEFT)
    assert [each.name for each in recipe(studio).offsets] == ["PCA 2"]
    type_into(second.slider.box, "0")
    assert recipe(studio).offsets == ()
    QTest.mouseClick(section(studio).reset, LEFT)
    assert studio.faces.document.undo.count() == 5
    type_into(first.slider.box, "7")  # beyond the slider
    QTest.mouseClick(section(studio).reset, LEFT)
    assert recipe(studio).offsets == () and first.slider.value == 0
    studio.undoing.back()
    assert first.slider.value == 7


def test_a_double_click_or_f2_renames(studio):
    row = section(studio).rows[0]
    slide(row, 1)
    steps = studio.faces.document.undo.count()
    QTest.mouseDClick(row.name, LEFT)
    assert not row.name.isReadOnly() and row.name.selectedText() == "PCA 1"
    QTest.keyClicks(row.name, "age ")
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert names(studio) == ["age", "PCA 2", "PCA 3"]
    assert [each.name for each in store.saved(DIGEST)] == ["age", "PCA 2", "PCA 3"]
    assert recipe(studio).offsets[0].name == "age"
    assert studio.faces.document.undo.count() == steps
    assert row.slider.box.accessibleName() == "age"
    studio.undoing.back()
    studio.undoing.forward()
    assert names(studio) == ["age", "PCA 2", "PCA 3"]  # whatever the old recipe calls it

    row.name.setFocus()
    QTest.keyClick(row.name, Qt.Key.Key_F2)
    QTest.keyClicks(row.name, "no")
    QTest.keyClick(row.name, Qt.Key.Key_Escape)
    assert row.name.isReadOnly() and row.name.text() == "age"
    row.name.edit()
    row.name.setText("PCA 2")  # taken
    section(studio).rows[1].slider.box.setFocus()
    assert names(studio) == ["PCA 2 2", "PCA 2", "PCA 3"]
    row.name.edit()
    row.name.clear()
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert names(studio)[0] == "PCA 2 2"


def test_a_name_that_is_not_being_typed_leaves_keys_to_the_window(studio):
    row = section(studio).rows[0]
    slide(row, 1)
    row.name.setFocus()
    QTest.keyClick(row.name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert recipe(studio).offsets == ()
    QTest.keyClicks(row.name, "x")
    assert row.name.text() == "PCA 1"


def test_long_names_are_elided_and_whole_when_edited(studio):
    row = section(studio).rows[0]
    long = "brightness of the background behind the head"
    row.name.edit()
    row.name.setText(long)
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert row.name.text().endswith("…") and long in row.name.toolTip()
    row.name.edit()
    assert row.name.text() == long
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert names(studio)[0] == long


def test_layers_by_group_and_by_number_are_one_step_each(studio):
    row = section(studio).rows[0]
    editor = row.editor
    slide(row, 1)
    assert row.layers.text() == "all layers"
    QTest.mouseClick(row.layers, LEFT)
    assert editor.isVisible() and editor.quick["all"].isChecked()
    assert not editor.quick["fine"].isVisible()  # the model has 16 px
    QTest.mouseClick(editor.quick["coarse"], LEFT)
    assert (recipe(studio).offsets[0].first, recipe(studio).offsets[0].last) == (0, 2)
    assert row.layers.text() == "coarse"
    assert studio.faces.document.undo.count() == 2
    type_into(editor.first, "4")
    assert row.layers.text() == "layer 4"
    type_into(editor.last, "5")
    assert row.layers.text() == "layers 4–5"
    QTest.mouseClick(row.layers, LEFT)
    assert not editor.isVisible()
    assert (store.saved(DIGEST)[0].first, store.saved(DIGEST)[0].last) == (4, LAST)
    studio.undoing.back()
    studio.undoing.back()
    assert row.layers.text() == "coarse"
    studio.undoing.back()
    assert row.layers.text() == "all layers"


def test_layers_of_a_direction_at_rest_hold_for_its_next_move(studio):
    row = section(studio).rows[2]
    editor = row.editor
    QTest.mouseClick(row.layers, LEFT)
    QTest.mouseClick(editor.quick["middle"], LEFT)
    assert recipe(studio).offsets == ()
    slide(row, -1)
    (offset,) = recipe(studio).offsets
    assert (offset.first, offset.last) == (3, LAST)
    assert row.layers.text() == "middle"


def test_a_removed_direction_comes_back_by_undo_to_its_place(studio):
    row = section(studio).rows[1]
    slide(row, 1)
    amount, steps = row.slider.value, studio.faces.document.undo.count()
    QTest.mouseClick(row.remove, LEFT)
    assert names(studio) == ["PCA 1", "PCA 3"]
    assert len(store.saved(DIGEST)) == 2
    assert recipe(studio).offsets == ()
    studio.undoing.back()
    back = section(studio).rows[1]
    assert names(studio) == ["PCA 1", "PCA 2", "PCA 3"]
    assert back.kept and back.slider.value == amount == recipe(studio).offsets[0].amount
    assert store.saved(DIGEST) == tuple(some())
    studio.undoing.forward()
    assert names(studio) == ["PCA 1", "PCA 3"] and recipe(studio).offsets == ()
    assert len(store.saved(DIGEST)) == 2
    assert studio.faces.document.undo.count() == steps + 1


def test_a_direction_at_rest_that_was_removed_comes_back_too(studio):
    QTest.mouseClick(section(studio).rows[1].remove, LEFT)
    assert names(studio) == ["PCA 1", "PCA 3"]
    assert studio.faces.document.history == [recipe(studio)]  # one picture in a film of it
    row = section(studio).rows[0]
    row.name.edit()
    type_into(row.name, "PCA 2")  # names are no steps
    studio.undoing.back()
    assert names(studio) == ["PCA 2", "PCA 2 2", "PCA 3"]
    row = section(studio).rows[1]
    row.name.edit()
    type_into(row.name, "mine")
    studio.undoing.forward()
    assert names(studio) == ["PCA 2", "PCA 3"] == [each.name for each in store.saved(DIGEST)]


def test_an_offset_of_no_length_has_no_row_and_spoils_no_list(studio):
    nowhere = Offset("sweep", Values.of(np.zeros(8)), 1.0)
    endless = Offset("far", Values.of(np.full(8, np.inf)), 1.0)
    foreign = Offset("theirs", Values.of(np.arange(8)), 1.5)
    offsets = (nowhere, endless, foreign)
    studio.faces.document.load(replace(recipe(studio), offsets=offsets), "Open")
    assert names(studio)[3:] == ["theirs"]
    QTest.mouseClick(section(studio).rows[3].keep, LEFT)
    assert [each.name for each in store.saved(DIGEST)][3:] == ["theirs"]
    type_into(section(studio).rows[3].slider.box, "2")
    assert {each.name for each in recipe(studio).offsets} == {"sweep", "far", "theirs"}


def test_a_direction_that_came_with_a_picture_can_be_kept(studio, qtbot):
    slide(section(studio).rows[1], 1)
    amount, before = section(studio).rows[1].slider.value, recipe(studio)
    store.save(DIGEST, [some()[0], some()[2]])
    studio.directions._on_model()
    assert recipe(studio) == before
    assert names(studio) == ["PCA 1", "PCA 3", "PCA 2"]
    guest = section(studio).rows[2]
    qtbot.waitUntil(guest.keep.isVisible)
    assert not guest.kept and guest.slider.value == amount
    assert len(store.saved(DIGEST)) == 2
    QTest.mouseClick(guest.keep, LEFT)
    assert [each.name for each in store.saved(DIGEST)] == ["PCA 1", "PCA 3", "PCA 2"]
    kept = section(studio).rows[2]
    assert kept.kept and not kept.keep.isVisible() and kept.slider.value == amount


def test_offsets_from_elsewhere_have_rows_and_stay_while_they_are_moved(studio):
    foreign = Offset("theirs", Values.of(np.arange(8)), 1.5, 1, 2)
    mine = some()[0].at(0.5)
    studio.faces.document.load(replace(recipe(studio), offsets=(foreign, mine)), "Open")
    assert names(studio) == ["PCA 1", "PCA 2", "PCA 3", "theirs"]
    assert section(studio).rows[0].slider.value == 0.5
    row = section(studio).rows[3]
    assert (row.slider.value, row.layers.text()) == (1.5, "layers 1–2")
    type_into(row.slider.box, "-2")
    kept, moved = recipe(studio).offsets
    assert kept == mine and (moved.amount, moved.first, moved.last) == (-2, 1, 2)
    assert moved.vector.array() == pytest.approx(np.arange(8), abs=1e-5)
    type_into(section(studio).rows[3].slider.box, "0")
    assert recipe(studio).offsets == (mine,)
    assert names(studio)[3:] == ["theirs"]  # not gone from under the hand
    studio.faces.document.load(replace(recipe(studio), psi=0.1), "Psi")
    assert names(studio)[3:] == []
    for _ in range(2):
        studio.undoing.back()
    assert names(studio)[3:] == ["theirs"]


def test_rows_are_moved_copied_and_removed_by_keys(studio, qtbot):
    down = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    row = section(studio).rows[0]
    row.name.setFocus()
    QTest.keyClick(row.name, Qt.Key.Key_Down, down)
    assert names(studio) == ["PCA 2", "PCA 1", "PCA 3"]
    assert QApplication.focusWidget() is row.name
    QTest.keyClick(row.name, Qt.Key.Key_Up, down)
    QTest.keyClick(row.name, Qt.Key.Key_Up, down)
    assert names(studio) == ["PCA 1", "PCA 2", "PCA 3"]
    next(action for action in row.actions() if "Duplicate" in action.text()).trigger()
    assert names(studio) == ["PCA 1", "PCA 1 2", "PCA 2", "PCA 3"]
    twin = section(studio).rows[1]
    qtbot.waitUntil(twin.isVisible)
    slide(row, 1)
    slide(twin, -1)
    assert [each.name for each in recipe(studio).offsets] == ["PCA 1", "PCA 1 2"]
    assert (row.slider.value > 0) and (twin.slider.value < 0)
    twin.name.setFocus()
    QTest.keyClick(twin.name, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert (
        names(studio) == ["PCA 1", "PCA 2", "PCA 3"] == [each.name for each in store.saved(DIGEST)]
    )
    assert [each.name for each in recipe(studio).offsets] == ["PCA 1"]


def test_a_picture_with_very_many_offsets_is_shown_and_loses_none(studio):
    axes = np.random.default_rng(0).standard_normal((300, 8))
    many = tuple(Offset(f"o{n}", Values.of(axis), 0.5) for n, axis in enumerate(axes))
    studio.faces.document.load(replace(recipe(studio), offsets=many), "Open")
    assert len(section(studio).rows) == 3 + 32
    assert "268 more" in section(studio).note.text()
    type_into(section(studio).rows[3].slider.box, "1")
    assert sorted(each.amount for each in recipe(studio).offsets) == [0.5] * 299 + [1]
    studio.undoing.back()
    assert recipe(studio).offsets == many
    QTest.mouseClick(section(studio).reset, LEFT)
    assert len(section(studio).rows) == 3 and section(studio).note.text() == ""
