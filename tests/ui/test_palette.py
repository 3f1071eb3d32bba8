import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.ui.actions import plain
from ganstudio.ui.matching import fits, ranked

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXTS = ["Save picture", "Save preset", "Open recent", "Zoom in", "Zoom out", "Swap A and B"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("save pre", "Save preset"),
        ("pic", "Save picture"),
        ("pict save", "Save picture"),
        ("OUT", "Zoom out"),
        ("opre", "Open recent"),
        ("cent", "Open recent"),
        ("zoom", "Zoom in"),
        ("swab", "Swap A and B"),
    ],
)
def test_a_few_letters_find_what_is_meant(typed, first):
    assert TEXTS[ranked(typed, TEXTS)[0]] == first


def test_every_word_must_fit():
    assert ranked("save quit", TEXTS) == []
    assert ranked("xyz", TEXTS) == []
    assert ranked("", TEXTS) == list(range(len(TEXTS))) or fits("", "a") > 0
    assert fits("save", "Save picture") > fits("ave", "Save picture") > fits("spic", "Save picture")


@pytest.fixture
def palette(window, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Key.Key_P, CTRL | SHIFT)
    assert window.commands.isVisible()
    assert QApplication.focusWidget() is window.commands.line
    yield window.commands
    window.commands.dismiss()


def commands(palette):
    role = Qt.ItemDataRole.UserRole
    return [palette.list.item(row).data(role) for row in range(palette.list.count())]


def test_every_action_is_in_it(window, palette):
    palette.dismiss()
    for action in window._actions.values():
        action.setEnabled(True)
    palette.open()
    actions = {command.action for command in commands(palette)}
    missing = [act.text for act, a in window._actions.items() if act.slot and a not in actions]
    assert missing == []


def test_it_shows_menus_and_keys(window, palette):
    shown = {command.text: command for command in commands(palette)}
    for act, action in window._actions.items():
        if act.slot and action.isEnabled() and act.switch is None:
            found = shown[plain(act.text)]
            assert found.path == plain(act.menu)
            native = QKeySequence.SequenceFormat.NativeText
            assert found.keys == QKeySequence(act.keys).toString(native)
            role = Qt.ItemDataRole.AccessibleTextRole
            row = palette.texts.index(found.text)
            assert found.keys in palette.list.item(row).data(role)


def test_what_is_greyed_is_left_out(window, palette):
    assert "Undo" not in palette.texts
    palette.dismiss()
    window.tabs.setCurrentIndex(1)
    palette.open()
    assert "Zoom in" not in palette.texts
    assert "Quit" in palette.texts


def test_models_and_devices_come_with_it(palette):
    found = {(command.path, command.text) for command in commands(palette)}
    assert ("Model > Open from the library", "plain") in found
    assert any(path == "View > Appearance" for path, _ in found)


def test_typing_and_enter_run_a_command(window, palette, qtbot):
    QTest.keyClicks(palette.line, "next se")
    assert palette.texts[0] == "Next seed"
    before = window.faces.document.recipe.a.seed
    QTest.keyClick(palette.line, Key.Key_Return)
    assert window.faces.document.recipe.a.seed == before + 1
    assert not palette.isVisible()


def test_a_model_is_opened_by_its_name(window, palette, qtbot):
    QTest.keyClicks(palette.line, "library plain")
    QTest.keyClick(palette.line, Key.Key_Return)
    qtbot.waitUntil(lambda: window.seen[-1].recipe.model.name == "plain")


def test_arrows_go_round_and_a_click_runs(window, palette):
    QTest.keyClicks(palette.line, "zoom")
    assert palette.texts == ["Zoom in", "Zoom out"]
    for key, row in ((Key.Key_Down, 1), (Key.Key_Down, 0), (Key.Key_Up, 1), (Key.Key_PageUp, 0)):
        QTest.keyClick(palette.line, key)
        assert palette.list.currentRow() == row
    before = window.faces.canvas.view.scale
    place = palette.list.visualItemRect(palette.list.item(1)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.faces.canvas.view.scale < before
    assert not palette.isVisible()


def test_what_was_run_last_comes_first_also_next_time(window, palette):
    for typed in ("zoom in", "zoom out"):
        palette.open()
        QTest.keyClicks(palette.line, typed)
        QTest.keyClick(palette.line, Key.Key_Return)
    palette.open()
    assert palette.texts[:2] == ["Zoom out", "Zoom in"]
    assert window.settings.commands[0] == "View > Zoom out"


def test_escape_closes_it_and_runs_nothing(window, palette):
    jobs = []
    window.jobs.moved.connect(lambda *_: jobs.append(1))
    QTest.keyClicks(palette.line, "quit")
    QTest.keyClick(palette.line, Key.Key_Escape)
    assert not palette.isVisible()
    assert window.isVisible()
    assert jobs == []


def test_the_focus_goes_back_to_where_it_was(window, palette):
    palette.dismiss()
    box = window.faces.sources.cards["a"].seed.box
    box.setFocus()
    palette.open()
    QTest.keyClick(palette.line, Key.Key_Tab)
    assert palette.line.hasFocus()
    QTest.keyClick(palette.line, Key.Key_Escape)
    assert box.hasFocus()


def test_a_click_elsewhere_closes_it(window, palette):
    QTest.mouseClick(window.faces.canvas, Qt.MouseButton.LeftButton)
    window.faces.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not palette.isVisible()


def test_nothing_found_is_said(palette):
    QTest.keyClicks(palette.line, "qqqq")
    assert palette.texts == []
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.line, Key.Key_Return)
    assert palette.isVisible()


def test_a_switch_says_how_it_stands(window, palette):
    (shown,) = [text for text in palette.texts if text.startswith("Recipe inside PNG")]
    assert shown == "Recipe inside PNG (is on)"
    QTest.keyClicks(palette.line, "recipe inside")
    QTest.keyClick(palette.line, Key.Key_Return)
    assert window.settings.recipe_in_png is False
    palette.open()
    assert palette.texts[0] == "Recipe inside PNG (is off)"
