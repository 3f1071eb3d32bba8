import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from ganstudio.ui import ask


@pytest.fixture
def parent(qtbot):
    found = QWidget()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def user(monkeypatch):
    """What the user does in the dialog: a function of it that says whether they accept."""

    def does(what):
        monkeypatch.setattr(QFileDialog, "exec", what)

    return does


def test_the_suggestion_can_be_taken_as_it_is(parent, user, tmp_path):
    user(lambda dialog: True)
    assert ask.path_to_save(parent, tmp_path / "face.png") == tmp_path / "face.png"


@pytest.mark.parametrize(
    ("kind", "name", "path"),
    [
        (None, "mine", "mine.jpg"),
        ("WebP (*.webp)", "mine", "mine.webp"),
        ("WebP (*.webp)", "mine.png", "mine.png"),
    ],
)
def test_a_name_without_ending_gets_that_of_the_format(parent, user, tmp_path, kind, name, path):
    def chooses(dialog):
        if kind:
            dialog.filterSelected.emit(kind)
        dialog.selectFile(str(tmp_path / name))
        return True

    user(chooses)
    assert ask.path_to_save(parent, tmp_path / "face.jpg") == tmp_path / path


def test_thinking_better_of_it_gives_none(parent, user, tmp_path, monkeypatch):
    user(lambda dialog: False)
    assert ask.path_to_save(parent, tmp_path / "face.png") is None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert ask.path_to_open(parent, tmp_path) is None


def test_a_chosen_file_is_opened(parent, tmp_path, monkeypatch):
    file = tmp_path / "model.pkl"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    assert ask.path_to_open(parent, tmp_path) == file


@pytest.mark.parametrize(
    ("with_recipe", "kind"), [(True, "PNG, with its recipe (*.png)"), (False, "PNG (*.png)")]
)
def test_the_dialog_says_whether_a_png_carries_its_recipe(
    parent, user, tmp_path, with_recipe, kind
):
    offered = []
    user(lambda dialog: offered.extend(dialog.nameFilters()))
    ask.path_to_save(parent, tmp_path / "face.png", with_recipe=with_recipe)
    assert offered[0] == kind
