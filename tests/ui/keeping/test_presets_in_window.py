from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from ganstudio.recipe import Noise, Offset, Source, Values
from ganstudio.ui.keeping.preset_dialogs import ManagePresets, SavePreset

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def presets(keeper):
    return keeper.window.keeping.presets


def save(keeper, name, *, look=False):
    """As a user: the keys, a name, a choice, Enter."""
    with keeper.qtbot.waitActive(keeper.window):  # offscreen there is no window manager
        keeper.window.activateWindow()
    QTest.keyClick(keeper.window, Qt.Key.Key_S, CTRL | SHIFT)
    (dialog,) = keeper.window.findChildren(SavePreset)
    QTest.keyClicks(dialog.name, name)
    if look:
        dialog.look.click()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    keeper.qtbot.waitUntil(lambda: not keeper.window.findChildren(SavePreset))


def entries(presets):
    menu = QMenu()
    presets.fill(menu)
    menu.deleteLater()
    return {action.text(): action for action in menu.actions() if action.text()}


def test_all_settings_under_a_name_and_back(keeper, presets):
    keeper.show(42, psi=0.5)
    wanted = keeper.window.session.recipe
    save(keeper, "soft & young")
    keeper.show(1, psi=1.0)
    steps = keeper.window.faces.document.undo.count()
    entries(presets)["soft && young"].trigger()
    assert keeper.window.session.recipe == wanted
    assert keeper.window.faces.document.undo.count() == steps + 1


def test_the_look_alone_leaves_seeds_and_model(keeper, presets):
    keeper.show(42, psi=0.5, mix=(1.0,) * 6, noise=Noise("none"))
    save(keeper, "look", look=True)
    keeper.show(7, psi=1.0, mix=(), noise=Noise())
    entries(presets)["look"].trigger()
    recipe = keeper.window.session.recipe
    assert (recipe.a.seed, recipe.psi, recipe.mix) == (7, 0.5, (1.0,) * 6)
    assert recipe.noise.mode == "none"


def test_what_does_not_fit_another_model_is_named(keeper, presets):
    window = keeper.window
    vector = Values.of(np.ones(4))
    keeper.show(42, psi=0.5, mix=(1.0,) * 6, offsets=(Offset("age", vector, 1.0),))
    save(keeper, "look", look=True)
    path = presets.named("look").path
    path.write_text(path.read_text().replace("0123456789abcdef", "of another model"))
    window.opening.open_named("plain")
    keeper.qtbot.waitUntil(lambda: window.session.recipe.model.name == "plain")
    before = window.session.recipe
    entries(presets)["look"].trigger()
    for part in ("mix", "directions"):
        assert part in window.status._remark
    assert window.session.recipe.mix == before.mix
    assert window.session.recipe.offsets == ()


def test_a_preset_of_another_model_opens_it(keeper, presets):
    keeper.show(42)
    save(keeper, "mine")
    window = keeper.window
    window.opening.open_named("plain")
    keeper.qtbot.waitUntil(lambda: window.session.recipe.model.name == "plain")
    window.session._cards.clear()
    entries(presets)["mine"].trigger()
    keeper.qtbot.waitUntil(lambda: window.session.recipe.model.name == "faces")
    assert window.session.recipe.a.seed == 42


def test_a_name_that_is_taken_is_replaced_and_undo_brings_the_old_one_back(keeper, presets):
    keeper.show(1)
    save(keeper, "mine")
    keeper.show(2)
    save(keeper, "mine")
    assert presets.named("mine").recipe.a.seed == 2
    keeper.window.undoing.back()
    assert presets.named("mine").recipe.a.seed == 1
    keeper.window.undoing.back()
    keeper.window.undoing.back()
    assert presets.named("mine") is None
    keeper.window.undoing.forward()
    assert presets.named("mine").recipe.a.seed == 1


def test_the_dialog_wants_a_name_and_says_what_happens(keeper, presets):
    keeper.show(1)
    save(keeper, "mine")
    presets.ask_save()
    (dialog,) = keeper.window.findChildren(SavePreset)
    QTest.keyClicks(dialog.name, "  ")
    assert not dialog.save.isEnabled()
    QTest.keyClicks(dialog.name, "mine")
    assert dialog.save.isEnabled()
    assert "Replaces" in dialog.note.text()
    dialog.reject()


def test_the_list_renames_deletes_and_applies(keeper, presets):
    keeper.show(1)
    save(keeper, "a")
    keeper.show(2)
    save(keeper, "b")
    presets.manage()
    (dialog,) = keeper.window.findChildren(ManagePresets)

    def names():
        return [dialog.list.item(row).text() for row in range(dialog.list.count())]

    assert names() == ["a", "b"]
    dialog.list.item(0).setText("first")
    assert names() == ["b", "first"]
    dialog.list.setCurrentRow(0)
    QTest.keyClick(dialog, Qt.Key.Key_Delete)
    assert names() == ["first"]
    keeper.window.undoing.back()
    assert names() == ["b", "first"]
    keeper.window.undoing.back()
    assert names() == ["a", "b"]
    dialog.list.setCurrentRow(0)
    QTest.mouseClick(dialog.apply, LEFT)
    assert keeper.window.session.recipe.a.seed == 1
    dialog.list.item(1).setText("a")
    assert "already" in keeper.window.status._remark
    assert names() == ["a", "b"]
    dialog.close()
    keeper.show(9)  # what fills the list is gone with it


def test_without_any_the_menu_says_so_and_damaged_ones_are_named(keeper, presets, home):
    assert not entries(presets)["No preset yet"].isEnabled()
    (home / "share" / "presets").mkdir(parents=True)
    (home / "share" / "presets" / "bad.json").write_text("{")
    entries(presets)
    assert "bad.json" in keeper.window.error_bar.sentence.text()


def test_a_latent_by_value_comes_back(keeper, presets):
    window = keeper.window
    own = Source(latent=Values.of(np.ones((6, 64))))
    window.faces.document.load(replace(window.session.recipe, a=own), "Latent")
    save(keeper, "own")
    keeper.show(3)
    entries(presets)["own"].trigger()
    assert window.session.recipe.a == own
