"""Keep pictures, star, compare, restore, delete, think better of it, close: all is there again."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.media.qimage import to_array
from ganstudio.ui.driving import drag
from ganstudio.ui.keeping.preset_dialogs import SavePreset

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def test_keep_compare_and_come_back(user):
    window, qtbot = user.window, user.qtbot
    history, wiping = window.keeping.history, window.keeping.wiping
    pixels = {}
    for seed in (1, 2, 3):
        user.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        pixels[seed] = user.wait()
        user.press(Qt.Key.Key_K, CTRL)
        qtbot.waitUntil(lambda seed=seed: len(history.kept) == seed)
    assert [one.recipe.a.seed for one in history.kept] == [3, 2, 1]

    user.press(Qt.Key.Key_F5)  # to the strip
    tiles = history.strip.tiles
    assert QApplication.focusWidget() is tiles
    user.press(Qt.Key.Key_Right)
    user.press(Qt.Key.Key_S)
    assert [one.starred for one in history.kept] == [False, True, False]
    user.press(Qt.Key.Key_Right, SHIFT)
    user.press(Qt.Key.Key_C)
    wipe = wiping.wipe
    qtbot.waitUntil(lambda: not any(side.image.isNull() for side in wipe.sides))
    assert np.array_equal(to_array(wipe.sides[0].image), pixels[2])  # exactly, not the small one
    assert np.array_equal(to_array(wipe.sides[1].image), pixels[1])
    drag(wipe, QPoint(300, 200), QPoint(round(wipe.picture().left()), 200))
    assert wipe.place < 0.01
    user.press(Qt.Key.Key_End)
    assert wipe.place == 1
    user.press(Qt.Key.Key_Escape)
    assert not wiping.on

    middle = tiles.visualRect(tiles.model().index(2, 0)).center()
    QTest.mouseClick(tiles.viewport(), LEFT, pos=middle)
    assert np.array_equal(user.wait(), pixels[1])
    tiles.setFocus()
    user.press(Qt.Key.Key_Delete)
    assert len(history.kept) == 2
    user.press(Qt.Key.Key_Z, CTRL)
    assert len(history.kept) == 3
    user.press(Qt.Key.Key_Z, CTRL)
    assert np.array_equal(user.wait(), pixels[3])

    user.press(Qt.Key.Key_S, CTRL | SHIFT)
    (dialog,) = window.findChildren(SavePreset)
    QTest.keyClicks(dialog.name, "third")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    user.return_to_window()
    user.press(Qt.Key.Key_R, CTRL)  # the dice
    user.wait()
    window.keeping.presets.apply(window.keeping.presets.named("third"))
    assert np.array_equal(user.wait(), pixels[3])
    assert not window.error_bar.isVisible()
