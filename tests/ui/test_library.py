import dataclasses
import sys
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from ganstudio import paths
from ganstudio.engine import opening
from ganstudio.media.files import save_picture
from ganstudio.models.fresh import fresh
from ganstudio.models.library import Library
from ganstudio.models.store import write_model
from ganstudio.recipe import Offset, Source, Values
from ganstudio.ui import ask
from ganstudio.ui.library import deleting, words
from ganstudio.ui.library.shelf import FILE, NAME, PIXELS
from ganstudio.ui.library.thumbnails import cached
from tests.ui.fakes import FakeRenderer

Key = Qt.Key


def write(path, seed=0, *, size=16, licence=""):
    model = fresh("dcgan", size, seed)
    card = dataclasses.replace(model.card, name=path.stem, licence=licence, data=f"set{seed}")
    return write_model(path, card, generator=model.generator)


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """What ships: `base`; the user's: `alpha`, `beta` and a damaged file."""
    shipped, mine = tmp_path / "shipped", tmp_path / "mine"
    monkeypatch.setattr(paths, "bundled_models", lambda: shipped)
    write(shipped / "base.safetensors", licence="CC0")
    write(mine / "beta.safetensors", 1, size=32)
    write(mine / "alpha.safetensors", 2, licence="MIT")
    (mine / "broken.safetensors").write_bytes(b"not a model")
    return shipped, mine


@pytest.fixture
def renderer(folders):
    return FakeRenderer(Library(folders))


@pytest.fixture
def window(open_window, folders, qtbot):
    found = open_window(library=Library(folders))
    qtbot.waitUntil(lambda: not found.jobs.running and not found.status.busy)
    return found


@pytest.fixture
def view(window, qtbot):
    window.library_view.show()
    found = window.library_view.view
    qtbot.waitUntil(found.isActiveWindow)
    yield found
    found.close()


def names(view):
    return [row.name for row in view.shelf.rows]


def choose(view, name):
    view.list.setCurrentIndex(view.shelf.index(names(view).index(name), NAME))
    view.list.setFocus()


def drop(view, *files):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    more = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    enter = QDragEnterEvent(QPoint(9, 9), *more)
    QApplication.sendEvent(view, enter)
    if enter.isAccepted():
        QApplication.sendEvent(view, QDropEvent(QPointF(9, 9), *more))
    return enter.isAccepted()


def sentence(view):
    return "" if view.error_bar.isHidden() else view.error_bar.sentence.text()


def rename(view, name, qtbot):
    QTest.keyClick(view.list, Key.Key_F2)
    editor = view.list.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, name)
    QTest.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: view.list.findChild(QLineEdit) is None)


def question(view, qtbot):
    QTest.keyClick(view.list, Key.Key_Delete)
    boxes = [box for box in view.findChildren(QMessageBox) if box.isVisible()]
    return boxes[0] if boxes else None


def press(box, role):
    (button,) = [b for b in box.buttons() if box.buttonRole(b) == role]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_all_models_are_listed_with_what_one_wants_to_know(view):
    rows = [[view.shelf.index(r, c).data() for c in range(7)] for r in range(4)]
    assert [row[0] for row in rows] == ["base", "alpha", "beta", "broken.safetensors"]
    assert rows[0][1:4] == ["Faces", "DCGAN", "16"]
    assert rows[0][5:] == ["CC0", "bundled"]
    assert rows[1][5:] == ["MIT", "own"]
    assert rows[3][6] == "damaged"
    assert rows[2][4] == words.cells(view.shelf.rows[2])[4] != ""
    spoken = QAccessible.queryAccessibleInterface(view.list).child(7)
    assert spoken.text(QAccessible.Text.Name).startswith("base, Faces, DCGAN, 16")


def test_the_details_are_the_card_or_the_flaw(view):
    choose(view, "beta")
    text = view.details.text.toPlainText()
    for told in ("beta", "DCGAN", "32 × 32 px", "set1"):
        assert told in text
    assert "beta.safetensors" in view.details.place.text()
    choose(view, "broken.safetensors")
    assert "broken.safetensors" in view.details.text.toPlainText()
    assert not view.open_button.isEnabled()
    assert view.reveal.isEnabled()


def test_words_and_kind_narrow_the_list(view):
    QTest.keyClick(view, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.search.hasFocus()
    QTest.keyClicks(view.search, "MIT al")
    assert names(view) == ["alpha"]
    assert view.row.name == "alpha"
    view.search.setText("set1")
    assert names(view) == ["beta"]
    view.search.clear()
    view.kind.setCurrentIndex(view.kind.findData("scene"))
    assert names(view) == []
    assert view.row is None
    assert not view.open_button.isEnabled()
    view.kind.setCurrentIndex(view.kind.findData("face"))
    assert names(view) == ["base", "alpha", "beta"]


def test_columns_sort_and_the_choice_stays(view):
    choose(view, "alpha")
    view.list.sortByColumn(PIXELS, Qt.SortOrder.DescendingOrder)
    assert names(view)[0] == "beta"
    view.list.sortByColumn(FILE, Qt.SortOrder.AscendingOrder)
    sizes = [row.bytes for row in view.shelf.rows]
    assert sizes == sorted(sizes)
    view.list.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    assert names(view) == ["broken.safetensors", "beta", "base", "alpha"]


@pytest.mark.parametrize("how", ["enter", "double click", "button"])
def test_a_model_is_opened(window, view, qtbot, how):
    choose(view, "beta")
    if how == "enter":
        QTest.keyClick(view.list, Key.Key_Return)
    elif how == "button":
        QTest.mouseClick(view.open_button, Qt.MouseButton.LeftButton)
    else:
        place = view.list.visualRect(view.list.currentIndex()).center()
        for click in (QTest.mouseClick, QTest.mouseDClick):
            click(view.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: window.seen[-1].recipe.model.name == "beta")
    assert not view.isVisible()
    assert window.tabs.currentIndex() == 0


def test_of_two_models_of_one_name_the_chosen_one_is_opened(window, view, folders, qtbot):
    digest = write(folders[1] / "base.safetensors", 9)
    window.library_view.refresh()
    view.list.setCurrentIndex(view.shelf.index([r.key for r in view.shelf.rows].index(digest), 0))
    QTest.keyClick(view.list, Key.Key_Return)
    qtbot.waitUntil(lambda: window.seen[-1].recipe.model.name == "base")
    qtbot.waitUntil(lambda: window.seen[-1].recipe.model.digest == digest)


def test_a_model_of_another_kind_is_opened_in_its_tab(window, view, qtbot, monkeypatch):
    model = opening.model

    def as_scene(renderer, ref):
        opened = yield from model(renderer, ref)
        return dataclasses.replace(opened, card=dataclasses.replace(opened.card, kind="scene"))

    monkeypatch.setattr(opening, "model", as_scene)
    choose(view, "beta")
    QTest.keyClick(view.list, Key.Key_Return)
    qtbot.waitUntil(lambda: window.tabs.currentIndex() == 1)
    assert window.scenes.note.isVisible()
    assert "beta" in window.scenes.note.text()
    assert "beta" in window.error_bar.sentence.text()


def test_f2_renames_and_the_window_follows(window, view, folders, qtbot):
    window.opening.open_named("alpha")
    qtbot.waitUntil(lambda: window.seen[-1].recipe.model.name == "alpha")
    qtbot.waitUntil(lambda: not window.jobs.running)
    document = window.faces.document
    latent, step = Values.of(np.ones(8)), Offset("age", Values.of(np.ones(8)), 2.0)
    document.load(replace(document.recipe, a=Source(3, latent), offsets=(step,)), "Face")
    choose(view, "alpha")
    rename(view, "gamma", qtbot)
    qtbot.waitUntil(lambda: "gamma" in names(view))
    assert view.row.name == "gamma"
    assert (folders[1] / "gamma.safetensors").exists()
    assert not (folders[1] / "alpha.safetensors").exists()
    qtbot.waitUntil(lambda: window.in_use.model.text() == "gamma")
    assert "alpha" not in window.settings.recent
    assert view.isVisible()
    recipe = document.recipe  # the same face
    assert (recipe.model.name, recipe.a, recipe.offsets) == ("gamma", Source(3, latent), (step,))


def test_a_name_that_will_not_do_is_refused_in_a_sentence(view, qtbot):
    choose(view, "alpha")
    rename(view, "beta", qtbot)
    qtbot.waitUntil(lambda: "already" in sentence(view))
    rename(view, "no/slash", qtbot)
    qtbot.waitUntil(lambda: "no-slash" in sentence(view))
    assert names(view)[:3] == ["base", "alpha", "beta"]
    rename(view, "good", qtbot)
    qtbot.waitUntil(lambda: sentence(view) == "")


def test_what_came_with_the_program_is_neither_renamed_nor_deleted(view, qtbot):
    choose(view, "base")
    QTest.keyClick(view.list, Key.Key_F2)
    assert "came with" in sentence(view)
    assert view.list.findChild(QLineEdit) is None
    assert question(view, qtbot) is None
    assert not view.rename.isEnabled()
    assert not view.delete.isEnabled()


def test_delete_asks_and_moves_to_the_trash(view, folders, qtbot, monkeypatch):
    moved = []
    path = folders[1] / "alpha.safetensors"

    def trash(path):
        moved.append(path)
        path.unlink()
        return True

    monkeypatch.setattr(deleting, "moved_to_trash", trash)
    choose(view, "alpha")
    box = question(view, qtbot)
    assert "alpha" in box.text()
    QTest.keyClick(box, Key.Key_Return)  # Cancel is what Enter does
    assert moved == []
    press(question(view, qtbot), QMessageBox.ButtonRole.DestructiveRole)
    assert moved == [path]
    assert "alpha" not in names(view)
    assert "alpha" in view.activity.words.text()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it would be the user's own trash")
def test_the_trash_of_the_system_takes_it(view, folders, qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    choose(view, "alpha")
    press(question(view, qtbot), QMessageBox.ButtonRole.DestructiveRole)
    assert (tmp_path / "Trash/files/alpha.safetensors").exists()
    assert not (folders[1] / "alpha.safetensors").exists()
    assert "alpha" not in names(view)


def test_without_a_trash_it_asks_whether_to_delete_for_good(view, folders, qtbot, monkeypatch):
    path = folders[1] / "alpha.safetensors"
    monkeypatch.setattr(deleting, "moved_to_trash", lambda path: False)
    choose(view, "alpha")
    press(question(view, qtbot), QMessageBox.ButtonRole.DestructiveRole)
    (box,) = [b for b in view.findChildren(QMessageBox) if b.isVisible() and "cannot" in b.text()]
    assert path.exists()
    press(box, QMessageBox.ButtonRole.DestructiveRole)
    assert not path.exists()
    assert "alpha" not in names(view)


def test_dropped_files_come_in_and_each_failure_is_told(window, view, folders, tmp_path, qtbot):
    write(tmp_path / "one.safetensors", 5)
    write(tmp_path / "two.safetensors", 6)
    (tmp_path / "bad.pkl").write_bytes(b"nothing")
    save_picture(tmp_path / "picture.png", np.zeros((8, 8, 3), np.uint8))
    wanted = ("one.safetensors", "bad.pkl", "picture.png", "two.safetensors")
    assert drop(view, *(tmp_path / name for name in wanted))
    qtbot.waitUntil(lambda: "two" in names(view))
    assert "one" in names(view)
    assert view.row.name == "two"
    assert "picture.png" in sentence(view)
    view.error_bar.dismiss()
    assert "bad.pkl" in sentence(view)
    assert (folders[1] / "two.safetensors").exists()


def test_an_import_can_be_cancelled(window, view, folders, tmp_path, qtbot):
    before = set(folders[1].iterdir())
    for number in range(12):
        write(tmp_path / f"n{number}.safetensors", number + 20)
    drop(view, *(tmp_path / f"n{number}.safetensors" for number in range(12)))
    assert view.activity.cancel.isVisible()
    assert view.activity.bar.isVisible()
    QTest.mouseClick(view.activity.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.jobs.running)
    came = set(folders[1].iterdir()) - before
    assert len(came) < 12
    assert {path.suffix for path in came} <= {".safetensors"}
    assert len(names(view)) == 4 + len(came)
    assert not view.activity.cancel.isVisible()


def test_the_import_dialog_takes_several(view, tmp_path, qtbot, monkeypatch):
    write(tmp_path / "one.safetensors", 5)
    monkeypatch.setattr(ask, "paths_to_import", lambda *_: [tmp_path / "one.safetensors"])
    QTest.mouseClick(view.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "one" in names(view))


def test_thumbnails_are_drawn_once_and_kept(window, view, folders, renderer, qtbot, monkeypatch):
    entries = Library(folders).entries()
    qtbot.waitUntil(lambda: all(cached(entry).exists() for entry in entries))
    index = view.shelf.index(0, NAME)
    qtbot.waitUntil(lambda: not window.worker._jobs and not window.worker._running)
    assert isinstance(index.data(Qt.ItemDataRole.DecorationRole), QIcon)
    assert all(not view.shelf._thumbnails.large(row).isNull() for row in view.shelf.rows[:3])
    assert view.shelf._thumbnails.flaws == {}
    assert window.error_bar.isHidden()


def test_a_thumbnail_that_cannot_be_drawn_is_a_sentence_and_no_error(window, view, folders, qtbot):
    path = folders[1] / "late.safetensors"
    digest = write(path, 7)
    cache = cached(Library(folders).find("late"))
    window.library_view.view.shelf._thumbnails.flaws[digest] = "Too large."
    window.library_view.refresh(choose=digest)
    assert view.details.thumb.toolTip() == "Too large."
    assert not cache.exists()


def test_the_folder_is_shown_or_its_path_told(view, folders, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url) or True)
    choose(view, "alpha")
    QTest.mouseClick(view.reveal, Qt.MouseButton.LeftButton)
    assert asked == [QUrl.fromLocalFile(str(folders[1]))]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    QTest.mouseClick(view.reveal, Qt.MouseButton.LeftButton)
    assert "alpha.safetensors" in sentence(view)


def test_a_model_is_exported(window, view, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(ask, "path_of_model", lambda *_: tmp_path / "out.safetensors")
    choose(view, "alpha")
    QTest.mouseClick(view.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: (tmp_path / "out.safetensors").exists())
    qtbot.waitUntil(lambda: "out.safetensors" in view.activity.words.text())
    assert Library([tmp_path]).find("out").digest == view.row.entry.digest
    monkeypatch.setattr(ask, "path_of_model", lambda *_: tmp_path / "out.txt")
    QTest.mouseClick(view.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "out.txt" in sentence(view))


def test_what_changed_on_the_disk_is_seen_when_one_comes_back(window, view, folders, qtbot):
    write(folders[1] / "later.safetensors", 8)
    window.activateWindow()
    view.activateWindow()
    qtbot.waitUntil(lambda: "later" in names(view))


def test_the_corner_and_the_menu_lead_to_the_library(window, qtbot):
    menu = window.in_use.model.menu()
    menu.aboutToShow.emit()
    (action,) = [action for action in menu.actions() if action.text() == "Library..."]
    action.trigger()
    view = window.library_view.view
    assert view.isVisible()
    view.close()
    QTest.keyClick(window, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert view.isVisible()
    qtbot.waitUntil(view.isActiveWindow)
    QTest.keyClick(view.list, Key.Key_Escape)
    assert not view.isVisible()
