"""Open the mix sheet, change a field, open a cell, undo, walk the sheet by keys, save it."""

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ganstudio.media import files
from ganstudio.recipe import Source
from ganstudio.ui.sheets.mix import MixSheet

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def test_mix_sheet(user, tmp_path):
    window = user.window
    first = user.wait()
    before = user.recipe

    user.press(Qt.Key.Key_M, CTRL)
    (sheet,) = window.findChildren(MixSheet)
    sheet.a.box.setText("")
    QTest.keyClicks(sheet.a.box, "3-4")
    sheet.b.box.setText("")
    QTest.keyClicks(sheet.b.box, "20, 30")
    QTest.mouseClick(sheet.groups.buttons["middle"], LEFT)

    def filled():
        return len(sheet._there) == 8

    user.qtbot.waitUntil(filled, timeout=20_000)
    layout = sheet.grid.sheet.layout
    assert len(layout.cells) == 9

    QTest.mouseClick(sheet.grid.viewport(), LEFT, pos=sheet.grid.rect_of(5).center())
    assert (user.recipe.a, user.recipe.b) == (Source(3), Source(30))
    assert user.recipe.mix == (1, 1, 1, 0, 0, 0, 0, 1, 1, 1)
    mixed = user.wait()
    assert (mixed != first).any()
    assert window.faces.document.undo.count() == 1

    user.qtbot.waitUntil(sheet.isActiveWindow)
    QTest.keyClick(sheet.grid, Qt.Key.Key_Z, CTRL)
    assert user.recipe == before
    assert np.array_equal(user.wait(), first)

    QTest.keyClick(sheet.grid, Qt.Key.Key_Down)
    QTest.keyClick(sheet.grid, Qt.Key.Key_Return)
    assert user.recipe.a == Source(4)
    user.wait()

    path = tmp_path / "mix.png"
    user.will_save_as(path)
    QTest.keyClick(sheet.grid, Qt.Key.Key_S, CTRL)
    user.qtbot.waitUntil(path.exists, timeout=20_000)
    user.wait()
    saved = files.read_layout(path)
    assert [cell and cell.mix for cell in saved.cells] == [c and c.mix for c in layout.cells]
    assert np.array_equal(np.asarray(Image.open(path))[64:128, 128:192], mixed)

    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert not window.error_bar.isVisible()
