from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu

from ganstudio.media.files import encode, save_picture
from ganstudio.recipe import FaceRecipe, ModelRef, Source
from ganstudio.ui import ask
from ganstudio.ui.settings import Settings
from tests.ui.fakes import CARDS, SMALL

ELSEWHERE = FaceRecipe(ModelRef("plain"), a=Source(seed=7), psi=0.25)
PIXELS = np.zeros((8, 8, 3), np.uint8)


def of_files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(window, mime):
    """As Qt does it: enter, and if that is accepted, drop."""
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def shows(window, recipe):
    return lambda: window.seen[-1].recipe == recipe and not window.status.busy


def test_an_exported_picture_restores_everything_as_one_step(window, qtbot, tmp_path):
    before = window.faces.document.recipe
    path = save_picture(tmp_path / "old.png", PIXELS, recipe=ELSEWHERE)
    assert drop(window, of_files(path))
    qtbot.waitUntil(shows(window, ELSEWHERE))
    assert window.faces.document.recipe == ELSEWHERE
    assert window.in_use.model.text() == "plain"
    assert window.faces.document.undo.count() == 1
    window.undoing.back()
    qtbot.waitUntil(shows(window, before))
    assert window.in_use.model.text() == "faces"


def test_a_model_file_keeps_the_seeds_and_is_one_step(window, qtbot, tmp_path):
    window.faces.document.change(a=Source(seed=42), psi=0.5, mix=(0, 1, 0.5))
    window.faces.document.settle("all")
    assert drop(window, of_files(tmp_path / "plain.safetensors"))
    qtbot.waitUntil(lambda: window.seen[-1].recipe.model.name == "plain")
    recipe = window.faces.document.recipe
    assert (recipe.a.seed, recipe.psi) == (42, 0.5)
    assert recipe.mix == ()  # it has no style layers
    assert window.faces.document.undo.count() == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.jpg", b"\xff\xd8\xff"),
        ("empty.png", b""),
        ("hostile.png", b"\x89PNG\r\n\x1a\n" + b"\xff" * 4000),
        ("letter.docx", b"PK\x03\x04"),
        ("recipe.json", b'{"ganstudio": "face", "model": 7}'),
        ("gone.png", None),
        ("a folder", None),
    ],
)
def test_a_wrong_file_gives_one_sentence_and_changes_nothing(
    window, qtbot, tmp_path, name, content
):
    before = window.faces.document.recipe
    if content is not None:
        (tmp_path / name).write_bytes(content)
    drop(window, of_files(tmp_path / name))
    qtbot.waitUntil(lambda: window.error_bar.isVisible())
    sentence = window.error_bar.sentence.text()
    assert sentence.endswith(".")
    assert "inside GAN Studio" not in sentence  # none of our own errors
    assert window.faces.document.recipe == before
    qtbot.waitUntil(lambda: not window.status.busy)


def test_what_is_no_file_is_not_accepted(window):
    words, link = QMimeData(), QMimeData()
    words.setText("hello")
    link.setUrls([QUrl("https://example.org/model.pkl")])
    assert not drop(window, words)
    assert not drop(window, link)


def test_of_many_files_the_first_is_opened_and_that_is_said(window, qtbot, tmp_path):
    drop(window, of_files(tmp_path / "plain.safetensors", tmp_path / "faces.safetensors"))
    assert window.status._remark == "Opened the first of 2 files."
    qtbot.waitUntil(lambda: window.seen[-1].recipe.model.name == "plain")


def test_a_model_of_another_kind_opens_its_tab_and_says_so(window, renderer, qtbot, tmp_path):
    renderer.library.cards["land"] = replace(SMALL, name="land", kind="scene")
    drop(window, of_files(tmp_path / "land.safetensors"))
    qtbot.waitUntil(lambda: window.error_bar.isVisible())
    assert window.tabs.currentWidget() is window.scenes
    assert "land is a model for Scenes" in window.error_bar.sentence.text()
    assert window.faces.document.recipe.model.name == "faces"


def test_the_dialog_opens_what_was_chosen_and_remembers_the_folder(
    window, qtbot, tmp_path, monkeypatch
):
    asked = []

    def path_to_open(parent, folder):
        asked.append(folder)
        return tmp_path / "plain.safetensors" if len(asked) == 1 else None

    monkeypatch.setattr(ask, "path_to_open", path_to_open)
    window.opening.ask()
    qtbot.waitUntil(lambda: window.seen[-1].recipe.model.name == "plain")
    window.opening.ask()
    assert asked == [Path.home(), tmp_path]


def test_the_recent_list_has_what_was_opened_and_opens_it_again(window, qtbot):
    assert entries(window.opening.fill_recent) == ["Nothing opened yet"]
    for name in ("plain", "random-stylegan2-64-0"):
        window.opening.open_named(name)
        qtbot.waitUntil(lambda: window.seen[-1].recipe.model.name == name)  # noqa: B023
    assert entries(window.opening.fill_recent) == ["random-stylegan2-64-0", "plain"]
    menu = QMenu()
    window.opening.fill_recent(menu)
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: window.seen[-1].recipe.model.name == "plain")


def test_a_model_that_has_another_name_here_is_remembered_by_that(
    window, renderer, qtbot, tmp_path
):
    renderer.library.others["theirs"] = "plain"
    recipe = replace(ELSEWHERE, model=ModelRef("theirs"))
    drop(window, of_files(save_picture(tmp_path / "old.png", PIXELS, recipe=recipe)))
    qtbot.waitUntil(shows(window, recipe))
    assert window.settings.recent[0] == "plain"


def test_a_model_that_is_gone_is_said_so_and_is_not_in_the_list(window, renderer, qtbot):
    window.settings.remember("lost")
    assert entries(window.opening.fill_recent) == ["Nothing opened yet"]
    window.opening.open_named("lost")
    qtbot.waitUntil(lambda: window.error_bar.isVisible())
    assert "lost" in window.error_bar.sentence.text()


def test_the_library_menu_lists_models_and_says_which_are_damaged(window):
    window.opening._library.damaged = [(Path("old.safetensors"), "old.safetensors is damaged.")]
    assert entries(window.opening.fill_library) == [
        *sorted(name for name in CARDS if not name.startswith("random")),
        "old.safetensors (damaged)",
    ]


def test_an_empty_clipboard_is_said(window):
    QApplication.clipboard().clear()
    window.opening.paste()
    assert "clipboard" in window.status._remark


def test_a_pasted_picture_without_recipe_is_said(window, qtbot):
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    QApplication.clipboard().setImage(image)
    window.opening.paste()
    assert "no recipe" in window.status._remark
    mime = QMimeData()
    mime.setData("image/png", encode(PIXELS, "PNG"))
    QApplication.clipboard().setMimeData(mime)
    window.opening.paste()
    qtbot.waitUntil(lambda: window.error_bar.isVisible())
    assert "no recipe" in window.error_bar.sentence.text()


@pytest.mark.parametrize("name", ["land", "random-stylegan2-63-0", "random-biggan-64-0", "gone"])
def test_a_last_model_that_will_not_do_is_not_begun_with(open_window, renderer, name):
    renderer.library.cards["land"] = replace(SMALL, name="land", kind="scene")
    Settings().remember(name)
    window = open_window(library=renderer.library)
    assert window.seen[-1].recipe.model.name == "faces"
    assert not window.error_bar.isVisible()


def test_without_any_file_it_begins_with_a_random_network(open_window, renderer):
    names = [name for name in CARDS if not name.startswith("random")]
    for name in names:
        renderer.library.cards.pop(name)
    window = open_window(library=renderer.library)
    assert window.seen[-1].recipe.model.name == "random-stylegan2-64-0"


def entries(fill):
    menu = QMenu()
    fill(menu)
    return [action.text() for action in menu.actions()]
