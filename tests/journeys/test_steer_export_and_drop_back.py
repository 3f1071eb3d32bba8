"""Type a seed, drag psi, sweep the mix, undo twice, export, drop the PNG back: all returns."""

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt

import ganstudio
from ganstudio.media.files import read_recipe
from ganstudio.recipe import Source

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def drag_psi_to(user, value):
    slider = user.window.faces.controls.psi.slider
    handle = slider.sliderPosition() / slider.maximum() * slider.width()
    target = value / 1.5 * slider.width()
    user.drag(slider, (handle, slider.height() / 2), (target, slider.height() / 2))


def sweep_layers(user, first, last):
    bars = user.window.faces.controls.mix.bars
    columns = [bars.sliders[layer] for layer in (first, last)]
    start, end = (column.x() + column.width() / 2 for column in columns)
    user.drag(bars, (start, 2), (end, 2))


def test_steer_export_and_drop_back(user, tmp_path):
    window = user.window
    first = user.wait()

    user.type_into(window.faces.sources.cards["a"].seed.box, "42")
    seeded = user.wait()
    assert user.recipe.a.seed == 42
    assert (seeded != first).any()

    drag_psi_to(user, 0.5)
    steered = user.wait()
    psi = user.recipe.psi
    assert 0.4 < psi < 0.6
    assert (steered != seeded).any()

    sweep_layers(user, 4, 7)
    mixed = user.wait()
    assert user.recipe.mix == (0, 0, 0, 0, 1, 1, 1, 1, 0, 0)
    assert (mixed != steered).any()
    assert window.faces.document.undo.count() == 3  # the drags are one step each

    user.press(Qt.Key.Key_Z, CTRL)
    assert np.array_equal(user.wait(), steered)
    user.press(Qt.Key.Key_Z, CTRL)
    assert np.array_equal(user.wait(), seeded)
    assert (user.recipe.psi, user.recipe.mix) == (0.7, ())
    user.press(Qt.Key.Key_Z, CTRL | SHIFT)
    user.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert np.array_equal(user.wait(), mixed)

    path = tmp_path / "face.png"
    user.will_save_as(path)
    user.press(Qt.Key.Key_S, CTRL)
    user.qtbot.waitUntil(path.exists)
    exported = user.recipe
    assert read_recipe(path) == exported
    assert np.array_equal(np.asarray(Image.open(path)), mixed)
    assert np.array_equal(ganstudio.render(exported), mixed)  # and from a script

    user.press(Qt.Key.Key_R, CTRL)  # the dice
    sweep_layers(user, 0, 9)
    assert user.recipe.a != Source(seed=42)
    user.wait()
    user.drop(path)
    user.qtbot.waitUntil(lambda: user.recipe == exported)
    assert np.array_equal(user.wait(), mixed)
    assert window.faces.controls.psi.value == psi
    assert window.faces.controls.mix.values == exported.mix
    assert window.faces.sources.cards["a"].seed.value == 42
    assert not window.error_bar.isVisible()
