from collections import Counter

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QToolButton

from ganstudio.networks.families import FAMILIES
from ganstudio.recipe import ModelRef
from ganstudio.ui.actions import plain
from ganstudio.ui.dialogs import model_card
from ganstudio.ui.dialogs.new_network import NewNetwork
from ganstudio.ui.dialogs.page import Page
from tests.ui.fakes import SMALL


def page_of(window):
    (page,) = [page for page in window.findChildren(Page) if page.isVisible()]
    return page


def test_no_two_actions_share_a_shortcut(window):
    keys = Counter(QKeySequence(act.keys).toString() for act in window.acts if act.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys  # Qt knows them all


def test_every_action_has_a_shortcut_or_is_a_submenu(window):
    assert [act.text for act in window.acts if not act.keys and not act.fill] == []


def test_the_shortcuts_page_lists_every_action(window):
    window.pages.show_shortcuts()
    text = page_of(window).text.toPlainText()
    for act in window.acts:
        if act.keys:
            assert plain(act.text) in text
            assert QKeySequence(act.keys).toString(QKeySequence.SequenceFormat.NativeText) in text


def test_the_model_card_says_what_the_card_says(window):
    window.pages.show_card()
    text = page_of(window).text.toPlainText()
    for words in ("faces", "StyleGAN 2", "16 × 16 px", "drawings", "CC0", "0123456789abcdef"):
        assert words in text


def test_words_from_a_file_are_no_html():
    card = SMALL.__class__(**{**SMALL.__dict__, "limits": "<img src=x>", "data": "<b>"})
    text = model_card.html(ModelRef("<i>"), card)
    assert "<img" not in text
    assert "<i>" not in text
    assert "&lt;b&gt;" in text


def test_about_names_version_and_licence(window):
    window.pages.show_about()
    text = page_of(window).text.toPlainText()
    assert "MIT" in text
    assert "0.1" in text


@pytest.mark.parametrize("family", [f for f in FAMILIES.values() if f.kind == "face"])
def test_a_new_network_is_named_after_family_size_and_seed(qtbot, family):
    dialog = NewNetwork("face")
    qtbot.addWidget(dialog)
    names = []
    dialog.chosen.connect(names.append)
    dialog.family.setCurrentIndex(dialog.family.findData(family.name))
    assert dialog.sizes.currentData() == 64
    dialog.sizes.setCurrentIndex(dialog.sizes.findData(32))
    dialog.seed.setValue(5)
    dialog.accept()
    assert names == [f"random-{family.name}-32-5"]


def test_the_size_stays_with_another_family_and_the_dice_roll(qtbot):
    dialog = NewNetwork("face")
    qtbot.addWidget(dialog)
    dialog.sizes.setCurrentIndex(dialog.sizes.findData(128))
    dialog.family.setCurrentIndex(1)
    assert dialog.sizes.currentData() == 128
    seeds = set()
    for _ in range(5):
        dialog.findChild(QToolButton).click()
        seeds.add(dialog.seed.value())
    assert len(seeds) > 1


def test_a_new_network_is_opened(window, renderer, qtbot):
    window.opening.ask_new()
    (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
    dialog.accept()
    qtbot.waitUntil(lambda: window.seen[-1].recipe.model.name == "random-stylegan2-64-0")


class Marks(QTranslator):
    """Makes every text a third longer, so that those that are not translated stand out."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return f"{text} {'~' * (len(text) // 3 + 1)}"


def test_every_text_on_the_screen_can_be_translated(qapp, open_window, qtbot):
    marks = Marks(qapp)
    QApplication.installTranslator(marks)
    try:
        window = open_window()
        names = {"faces", "model faces ~~~~"}
        shown = {
            widget.text()
            for kind in (QLabel, QPushButton, QToolButton)
            for widget in window.findChildren(kind)
            if widget.isVisibleTo(window)
        } | {action.text() for action in window._actions.values()}
        bare = {text for text in shown if len(text) > 1 and "~" not in text and text not in names}
        assert bare <= {"CPU"}
        assert window.minimumSizeHint().width() <= 1280
    finally:
        QApplication.removeTranslator(marks)


def test_dialogs_are_gone_once_they_are_closed(window, qtbot):
    for ask in (window.opening.ask_new, window.export.ask_grid):
        ask()
        (dialog,) = window.findChildren(QDialog)
        dialog.reject()
        qtbot.waitUntil(lambda: window.findChildren(QDialog) == [])
