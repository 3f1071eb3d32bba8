"""Drop files onto the library, rename one by keys, open it, delete the other."""

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from ganstudio import paths
from ganstudio.models.fresh import fresh
from ganstudio.models.store import write_model
from ganstudio.ui.driving import drop
from ganstudio.ui.library import deleting
from ganstudio.ui.library.thumbnails import cached

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def write(path, seed):
    model = fresh("stylegan2", 32, seed)
    card = dataclasses.replace(model.card, name=path.stem)
    write_model(path, card, generator=model.generator)


def test_keep_models_in_order(user, tmp_path, monkeypatch):
    shelving = user.window.library_view
    for seed, name in ((1, "first"), (2, "second")):
        write(tmp_path / f"{name}.safetensors", seed)

    user.press(Key.Key_L, CTRL)
    view = shelving.view
    user.qtbot.waitUntil(view.isActiveWindow)
    for name in ("first", "second"):
        drop(view, tmp_path / f"{name}.safetensors")
    user.qtbot.waitUntil(lambda: view.row.name == "second", timeout=20_000)
    assert {"first", "second"} <= {row.name for row in view.shelf.rows}
    picture = cached(view.row.entry)
    user.qtbot.waitUntil(picture.exists, timeout=20_000)

    user.press(Key.Key_F2)
    QTest.keyClick(view.list.findChild(QLineEdit), Key.Key_A, CTRL)
    QTest.keyClicks(view.list.findChild(QLineEdit), "people")
    QTest.keyClick(view.list.findChild(QLineEdit), Key.Key_Return)
    user.qtbot.waitUntil(lambda: view.row.name == "people")
    user.qtbot.waitUntil(lambda: view.list.findChild(QLineEdit) is None)
    assert (paths.user_models() / "people.safetensors").exists()

    view.list.setFocus()
    user.press(Key.Key_Return)
    assert not view.isVisible()
    user.return_to_window()
    user.qtbot.waitUntil(lambda: user.recipe.model.name == "people")
    before = user.wait()
    assert before.shape == (32, 32, 3)

    gone = []
    monkeypatch.setattr(deleting, "moved_to_trash", lambda path: trashed(gone, path))
    user.press(Key.Key_L, CTRL)
    user.qtbot.waitUntil(view.isActiveWindow)
    names = [row.name for row in view.shelf.rows]
    for _ in range(view.list.currentIndex().row() - names.index("first")):
        user.press(Key.Key_Up)
    assert view.row.name == "first"
    user.press(Key.Key_Delete)
    (box,) = [box for box in view.findChildren(QMessageBox) if box.isVisible()]
    user.qtbot.waitUntil(box.isActiveWindow)
    user.press(Key.Key_Tab)
    user.press(Key.Key_Space)
    assert gone == [paths.user_models() / "first.safetensors"]
    assert "first" not in [row.name for row in view.shelf.rows]
    view.close()
    user.return_to_window()


def trashed(gone, path):
    gone.append(path)
    path.unlink()
    return True
