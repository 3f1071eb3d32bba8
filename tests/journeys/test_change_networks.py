"""Make a network without style layers, come back by undo, and go on."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ganstudio.ui.dialogs.new_network import NewNetwork

CTRL = Qt.KeyboardModifier.ControlModifier


def test_change_networks(user):
    window = user.window
    first = user.wait()
    name = user.recipe.model.name

    user.press(Qt.Key.Key_N, CTRL)
    (dialog,) = window.findChildren(NewNetwork)
    dialog.family.setCurrentText("DCGAN")
    dialog.sizes.setCurrentText("32 × 32 px")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    user.return_to_window()
    user.qtbot.waitUntil(lambda: user.recipe.model.name == "random-dcgan-32-0")
    plain = user.wait()
    assert plain.shape == (32, 32, 3)
    controls = window.faces.controls
    assert not controls.mix.isEnabled()
    assert "DCGAN" in controls.mix.toolTip()

    user.type_into(window.faces.sources.cards["a"].seed.box, "5")
    assert (user.wait() != plain).any()

    user.press(Qt.Key.Key_Z, CTRL)
    user.press(Qt.Key.Key_Z, CTRL)
    assert np.array_equal(user.wait(), first)
    assert user.recipe.model.name == name
    assert controls.mix.isEnabled()
    assert window.in_use.model.text() == name
