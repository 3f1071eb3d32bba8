import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from ganstudio.media.files import read_recipe
from ganstudio.recipe import Source
from ganstudio.ui.keeping import shelf
from ganstudio.ui.keeping.shelf import Role
from ganstudio.ui.keeping.tile import picture_in, star_in

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_kept_pictures_stand_in_the_strip_the_newest_first(keeper):
    keeper.keep(4, 5, 6)
    assert keeper.shown() == [6, 5, 4]
    assert all(read_recipe(one.path) == one.recipe for one in keeper.history.kept)


@pytest.mark.parametrize("how", ["double click", "button"])
def test_a_double_click_and_the_button_keep_too(keeper, how):
    keeper.show(7)
    if how == "button":
        QTest.mouseClick(keeper.history.strip.keep_button, LEFT)
    else:
        QTest.mouseDClick(keeper.window.faces.canvas, LEFT)
    keeper.qtbot.waitUntil(lambda: len(keeper) == 1)
    assert keeper.shown() == [7]


def test_the_same_picture_is_not_kept_twice(keeper):
    keeper.keep(4, 5)
    keeper.show(4)
    QTest.keyClick(keeper.window, Qt.Key.Key_K, CTRL)
    assert "kept already" in keeper.window.status._remark
    assert [one.recipe.a.seed for one in keeper.history.strip.chosen] == [4]
    assert len(keeper) == 2


def test_a_click_restores_all_settings_as_one_step(keeper):
    keeper.show(4, psi=0.25, mix=(0.5,) * 6)
    kept = keeper.window.session.recipe
    keeper.history.keep_present()
    keeper.qtbot.waitUntil(lambda: len(keeper) == 1)
    keeper.show(9, psi=1.0, mix=())
    steps = keeper.window.faces.document.undo.count()
    keeper.click(0)
    assert keeper.window.session.recipe == kept
    assert keeper.window.faces.document.undo.count() == steps + 1
    keeper.window.undoing.back()
    assert keeper.window.session.recipe.a.seed == 9


def test_a_picture_of_another_model_opens_it(keeper):
    keeper.keep(4)
    window = keeper.window
    window.session._cards.clear()  # as at a start with another model
    window.opening.open_named("plain")
    keeper.qtbot.waitUntil(lambda: window.session.recipe.model.name == "plain")
    keeper.click(0)
    keeper.qtbot.waitUntil(lambda: window.session.recipe.model.name == "faces")
    assert window.session.recipe.a.seed == 4
    window.undoing.back()
    assert window.session.recipe.model.name == "plain"


def test_a_picture_whose_model_is_gone_says_so(keeper, renderer):
    keeper.keep(4)
    window = keeper.window
    window.opening.open_named("plain")
    keeper.qtbot.waitUntil(lambda: window.session.recipe.model.name == "plain")
    window.session._cards.clear()
    renderer.library.cards.pop("faces")
    keeper.click(0)
    keeper.qtbot.waitUntil(lambda: window.error_bar.isVisible())
    assert "faces" in window.error_bar.sentence.text()


def test_ctrl_and_shift_choose_without_restoring(keeper):
    keeper.keep(1, 2, 3, 4)
    keeper.click(3, CTRL)
    keeper.click(1, CTRL)
    assert [recipe.a.seed for recipe in keeper.history.selected] == [3, 1]
    keeper.click(3, SHIFT)
    assert [recipe.a.seed for recipe in keeper.history.selected] == [3, 2, 1]
    assert keeper.window.session.recipe.a.seed == 4


def test_delete_goes_and_undo_brings_back(keeper):
    keeper.keep(1, 2, 3)
    keeper.click(0, CTRL)
    keeper.click(2, CTRL)
    keeper.press(Qt.Key.Key_Delete)
    assert keeper.shown() == [2]
    QTest.keyClick(keeper.window, Qt.Key.Key_Z, CTRL)
    assert keeper.shown() == [3, 2, 1]
    assert [read_recipe(one.path).a.seed for one in keeper.history.kept] == [3, 2, 1]
    QTest.keyClick(keeper.window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert keeper.shown() == [2]


def test_a_slider_that_still_moves_is_a_step_before_the_deletion(keeper):
    keeper.keep(1)
    keeper.window.faces.document.change("Psi", psi=0.2)
    keeper.click(0, CTRL)
    keeper.press(Qt.Key.Key_Delete)
    keeper.window.undoing.back()
    assert keeper.shown() == [1]
    assert keeper.window.session.recipe.psi == 0.2
    keeper.window.undoing.back()
    assert keeper.window.session.recipe.psi == 0.7


def test_what_was_deleted_is_gone_at_the_next_start(keeper, open_window, home):
    keeper.keep(1, 2)
    keeper.click(0)
    keeper.press(Qt.Key.Key_Delete)
    keeper.window.close()
    again = open_window()
    keeper.qtbot.waitUntil(lambda: len(again.keeping.history.kept) == 1)
    again.keeping.disk.close()
    assert again.keeping.history.kept[0].recipe.a.seed == 1
    assert list(home.rglob("*.png")) == [again.keeping.history.kept[0].path]


def test_stars_by_key_corner_and_undo(keeper):
    keeper.keep(1, 2)
    keeper.click(0, CTRL)
    keeper.press(Qt.Key.Key_S)
    assert [one.starred for one in keeper.history.kept] == [True, False]
    picture = picture_in(keeper.tiles.visualRect(keeper.tiles.model().index(1, 0)))
    before = keeper.window.session.recipe
    QTest.mouseClick(keeper.tiles.viewport(), LEFT, pos=star_in(picture).center())
    assert [one.starred for one in keeper.history.kept] == [True, True]
    assert keeper.window.session.recipe == before  # a star restores nothing
    keeper.window.undoing.back()
    keeper.window.undoing.back()
    assert [one.starred for one in keeper.history.kept] == [False, False]
    keeper.window.undoing.forward()
    assert [one.starred for one in keeper.history.kept] == [True, False]


def test_stars_come_back_and_can_be_seen_alone(keeper, open_window):
    keeper.keep(1, 2, 3)
    keeper.click(1, CTRL)
    keeper.press(Qt.Key.Key_S)
    strip = keeper.history.strip
    strip.starred.click()
    assert keeper.shown() == [2]
    keeper.press(Qt.Key.Key_S)
    assert keeper.shown() == []
    keeper.window.undoing.back()
    assert keeper.shown() == [2]
    strip.starred.click()
    assert keeper.shown() == [3, 2, 1]
    keeper.window.close()
    again = open_window().keeping.history
    keeper.qtbot.waitUntil(lambda: len(again.kept) == 3)
    assert [one.starred for one in again.kept] == [False, True, False]


def test_the_strip_is_reached_and_used_by_keys(keeper):
    keeper.keep(1, 2, 3)
    with keeper.qtbot.waitActive(keeper.window):
        keeper.window.activateWindow()
    QTest.keyClick(keeper.window, Qt.Key.Key_F5)
    assert QApplication.focusWidget() is keeper.tiles
    keeper.press(Qt.Key.Key_Right)
    keeper.press(Qt.Key.Key_Right)
    assert keeper.window.session.recipe.a.seed == 3  # looking around restores nothing
    keeper.press(Qt.Key.Key_Return)
    assert keeper.window.session.recipe.a.seed == 1


def test_a_damaged_file_costs_only_itself(keeper, open_window):
    keeper.keep(1, 2, 3)
    bad = keeper.history.kept[1].path
    bad.write_bytes(bad.read_bytes()[:40])
    keeper.window.close()
    again = open_window()
    history = again.keeping.history
    keeper.qtbot.waitUntil(lambda: len(history.kept) == 3)
    again.grab()
    index = history.strip.tiles.model().index(1, 0)
    assert "damaged" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert bad.name in index.data(Qt.ItemDataRole.ToolTipRole)
    history.restore(history.kept[1])
    assert bad.name in again.error_bar.sentence.text()
    history.restore(history.kept[2])
    assert again.session.recipe.a.seed == 1
    history.delete([history.kept[1].name])
    assert len(history.kept) == 2


def test_tooltips_say_what_it_is(keeper):
    keeper.keep(41)
    words = keeper.tiles.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    for word in ("41", "0.70", "faces"):
        assert word in words


def test_a_picture_can_be_dragged_out_as_a_file_with_its_recipe(keeper):
    keeper.keep(41, 42)
    model = keeper.tiles.model()
    mime = model.mimeData([model.index(0, 0)])
    (url,) = mime.urls()
    assert read_recipe(keeper.history.kept[0].path).a.seed == 42
    assert url.toLocalFile() == str(keeper.history.kept[0].path.resolve())
    assert bytes(mime.data("image/png").data()) == keeper.history.kept[0].path.read_bytes()
    keeper.show(1)
    assert keeper.window.opening.take(mime)  # dropped on the window it restores everything
    keeper.qtbot.waitUntil(lambda: keeper.window.session.recipe.a.seed == 42)


def test_what_is_exported_or_copied_is_kept(keeper):
    keeper.show(12)
    QTest.keyClick(keeper.window, Qt.Key.Key_C, CTRL)
    keeper.qtbot.waitUntil(lambda: len(keeper) == 1)
    assert keeper.shown() == [12]


def test_while_a_picture_is_on_its_way_it_is_kept_all_the_same(keeper, renderer):
    renderer.go_on.clear()
    keeper.window.faces.document.change(a=Source(seed=77))
    keeper.history.keep_present()
    keeper.history.keep_present()
    assert len(keeper) == 0
    renderer.go_on.set()
    keeper.qtbot.waitUntil(lambda: len(keeper) == 1)
    assert keeper.shown() == [77]


def test_closing_before_it_is_drawn_keeps_the_recipe(keeper, renderer, open_window):
    renderer.pace = 0.1
    keeper.window.faces.document.change(a=Source(seed=77))
    keeper.history.keep_present()
    keeper.window.close()
    again = open_window().keeping.history
    keeper.qtbot.waitUntil(lambda: len(again.kept) == 1)
    assert again.kept[0].recipe.a.seed == 77


def test_before_the_first_picture_there_is_nothing_to_keep(keeper):
    keeper.window.session._cards.clear()
    keeper.history.keep_present()
    assert "no picture" in keeper.window.status._remark
    assert len(keeper) == 0


def test_the_window_does_not_wait_for_the_disk(keeper):
    """Not even where the disk is stuck: other work there is done before what is kept."""
    folder, stuck = keeper.history._folder, threading.Event()
    keeper.history._disk.do(stuck.wait)
    try:
        keeper.show(3)
        keeper.history.keep_present()
        assert len(keeper) == 0 and not list(folder.glob("*.png"))
    finally:
        stuck.set()
    keeper.qtbot.waitUntil(lambda: len(keeper) == 1)
    assert list(folder.glob("*.png"))


def open_files():
    return len(list(Path("/proc/self/fd").iterdir()))


def test_file_handles_stay_flat(keeper):
    keeper.keep(1)
    before = open_files()
    for seed in range(2, 22):
        keeper.keep(seed)
        name = keeper.history.kept[0].name
        keeper.history.star([name])
        keeper.history.delete([name])
        keeper.window.undoing.back()
        keeper.window.grab()
    assert open_files() <= before + 2


def test_of_thousands_only_those_in_view_are_opened(keeper, qtbot, monkeypatch):
    keeper.keep(1)
    content = keeper.history.kept[0].path.read_bytes()
    folder = keeper.history.kept[0].path.parent
    for number in range(3000):
        name = f"20200101T{number // 3600:02}{number // 60 % 60:02}{number % 60:02}.000-{number:x}"
        (folder / f"{name}.png").write_bytes(content)
    read = []
    reading = shelf.read_small
    monkeypatch.setattr(shelf, "read_small", lambda one: read.append(one) or reading(one))
    keeper.history.begin()
    qtbot.waitUntil(lambda: len(keeper) == 3001, timeout=10_000)
    keeper.window.grab()
    assert 0 < len(read) < 40  # only what is in view is opened
    keeper.show(2)
    keeper.history.keep_present()
    qtbot.waitUntil(lambda: len(keeper) == 3002)
    assert keeper.tiles.model().index(5, 0).data(Role.KEPT).name.startswith("20200101T")


def test_the_menu_offers_what_fits(keeper):
    keeper.keep(1, 2, 3)

    def entries():
        menu = QMenu(keeper.tiles)
        keeper.history.strip.fill(menu)
        return {a.text().split("\t")[0].replace("&", ""): a for a in menu.actions() if a.text()}

    keeper.tiles.clearSelection()
    assert not any(action.isEnabled() for action in entries().values())
    keeper.click(0, CTRL)
    keeper.click(1, CTRL)
    keeper.click(1, CTRL)
    assert entries()["Compare with the present picture"].isEnabled()
    keeper.click(1, CTRL)
    found = entries()
    assert found["Compare by wipe"].isEnabled()
    assert not found["Restore all settings"].isEnabled()
    found["Star"].trigger()
    assert [one.starred for one in keeper.history.kept] == [True, True, False]
    entries()["Take the star away"].trigger()
    assert not any(one.starred for one in keeper.history.kept)
    entries()["Delete"].trigger()
    assert keeper.shown() == [1]


def test_a_star_on_a_file_that_is_gone_is_said_and_the_stack_goes_on(keeper):
    keeper.keep(1, 2)
    keeper.history.kept[0].path.unlink()
    keeper.history.star([one.name for one in keeper.history.kept])
    assert "not there any more" in keeper.window.error_bar.sentence.text()
    assert [one.starred for one in keeper.history.kept] == [False, True]
    keeper.window.undoing.back()
    assert [one.starred for one in keeper.history.kept] == [False, False]


def test_the_strip_can_be_hidden_and_stays_so(keeper, open_window):
    QTest.keyClick(keeper.window, Qt.Key.Key_H, CTRL)
    assert not keeper.history.strip.isVisible()
    keeper.window.close()
    again = open_window()
    assert not again.keeping.history.strip.isVisible()
    again.keeping.go_to_strip()
    assert again.keeping.history.strip.isVisible()


def test_of_what_plays_the_moment_on_the_screen_is_kept(keeper):
    keeper.show(5)
    keeper.history.playing = lambda: True
    own = keeper.window.session.recipe
    keeper.window.faces.document.restore(replace(own, psi=0.1))  # has not been drawn yet
    keeper.history.keep_present()
    keeper.qtbot.waitUntil(lambda: len(keeper) == 1)
    assert keeper.history.kept[0].recipe == own


def test_directions_are_made_from_the_pictures_that_are_chosen(keeper):
    keeper.keep(1, 2, 3)
    keeper.click(2, CTRL)
    keeper.click(1, CTRL)
    assert [recipe.a.seed for recipe in keeper.window.directions.selected()] == [2, 1]


def test_menu_and_buttons_say_the_same(keeper):
    actions = {act.name: action for act, action in keeper.window._actions.items()}
    actions["starred alone"].trigger()
    assert keeper.history.strip.starred.isChecked()
    keeper.history.strip.starred.click()
    assert not actions["starred alone"].isChecked()
    actions["history strip"].trigger()
    assert not keeper.history.strip.isVisible()
    keeper.window.keeping.go_to_strip()
    assert actions["history strip"].isChecked()
    assert keeper.history.strip.isVisible()


def test_files_that_somebody_put_there_are_pictures_like_any_other(keeper, qtbot):
    keeper.keep(1)
    path = keeper.history.kept[0].path
    for name in ("face.png", "face-2.png", "fac.png", "face-2.star.png"):
        path.with_name(name).write_bytes(path.read_bytes())
    keeper.history.begin()
    qtbot.waitUntil(lambda: len(keeper) == 4)  # of two with one name the later one counts
    for name in ("face", "face-2", "fac"):
        keeper.history.star([name])
        keeper.history.delete([name])
    assert keeper.shown() == [1]
