import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ganstudio.media.files import read_recipe
from ganstudio.recipe import FaceRecipe, ModelRef, Source
from ganstudio.ui import ask
from ganstudio.ui.dialogs.batch import BatchDialog

HERE = FaceRecipe(ModelRef("faces"), a=Source(40), psi=0.5)


@pytest.fixture
def dialog(qtbot, tmp_path):
    dialog = BatchDialog(HERE, tmp_path)
    qtbot.addWidget(dialog)
    return dialog


def test_seeds_and_names_by_pattern(dialog, tmp_path):
    dialog.count.setValue(3)
    dialog.pattern.setText("{model}_{index:02}_{seed}")
    assert dialog.paths == [tmp_path / "faces" / f"faces_0{k}_{39 + k}.png" for k in (1, 2, 3)]
    assert [recipe.a for recipe in dialog.recipes] == [Source(40), Source(41), Source(42)]
    assert {recipe.psi for recipe in dialog.recipes} == {0.5}
    assert "faces_01_40.png to faces_03_42.png" in dialog.summary.text()


@pytest.mark.parametrize(
    "pattern",
    ["", "same", "{", "{name}", "{seed.real}/{seed}", "{seed:q}", "a/b{seed}", "{0}", "{model.x}"],
)
def test_patterns_that_make_no_names_are_refused(dialog, pattern):
    dialog.pattern.setText(pattern)
    assert not dialog.save.isEnabled()
    assert "name" in dialog.summary.text()


def test_files_that_would_be_replaced_are_told(dialog, tmp_path):
    (tmp_path / "faces").mkdir()
    (tmp_path / "faces" / "faces-41.png").touch()
    dialog.count.setValue(5)
    assert "1 of these files" in dialog.summary.text()


@pytest.mark.parametrize("typed", ["~nobody-of-that-name/x", "~nobody-of-that-name"])
def test_the_folder_of_somebody_who_is_not_there_is_none(dialog, typed):
    dialog.folder.setText(typed)
    assert not dialog.save.isEnabled()
    assert dialog.summary.text() == "Choose a folder."


def test_a_folder_that_may_not_be_looked_into_is_left_for_saving(dialog, tmp_path, monkeypatch):
    def locked(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(tmp_path), "iterdir", locked)
    dialog.folder.setText(str(tmp_path))
    assert dialog.save.isEnabled() and "100 pictures" in dialog.summary.text()


def test_the_folder_can_be_chosen(dialog, monkeypatch, tmp_path):
    monkeypatch.setattr(ask, "folder_for", lambda parent, folder: tmp_path / "there")
    dialog.browse.click()
    assert dialog.target == tmp_path / "there"
    dialog.folder.setText("")
    assert not dialog.save.isEnabled()


def open_dialog(window, folder):
    window.settings.export_folder = folder
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_E, keys)
    (dialog,) = window.findChildren(BatchDialog)
    return dialog


def test_a_batch_fills_a_folder_that_is_made_for_it(window, tmp_path, qtbot):
    dialog = open_dialog(window, tmp_path)
    dialog.first.setValue(7)
    dialog.count.setValue(4)
    dialog.accept()
    folder = tmp_path / "faces"
    qtbot.waitUntil(lambda: folder.exists() and not window.jobs.running)
    names = {f"faces-{seed}.png" for seed in (7, 8, 9, 10)}
    assert {path.name for path in folder.iterdir()} == names
    assert read_recipe(folder / "faces-10.png").a == Source(10)
    assert "Saved 4 pictures" in window.status.activity.text()
    assert window.settings.export_folder == tmp_path


def test_the_recipes_stay_out_where_the_user_minds(window, tmp_path, qtbot):
    window.settings.recipe_in_png = False
    dialog = open_dialog(window, tmp_path)
    dialog.count.setValue(1)
    dialog.accept()
    qtbot.waitUntil(lambda: (tmp_path / "faces").exists() and not window.jobs.running)
    (path,) = (tmp_path / "faces").iterdir()
    assert b"ganstudio" not in path.read_bytes()


def test_a_cancelled_batch_keeps_whole_pictures_only(window, tmp_path, renderer, qtbot):
    renderer.pace = 0.02
    dialog = open_dialog(window, tmp_path)
    dialog.count.setValue(500)
    dialog.accept()
    qtbot.waitUntil(lambda: window.status.bar.value() > 2)
    window.cancel()
    qtbot.waitUntil(lambda: not window.jobs.running)
    for path in (tmp_path / "faces").iterdir():
        assert read_recipe(path).model.name == "faces"
