from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.media.files import read_layout, read_recipe
from ganstudio.media.qimage import to_array
from ganstudio.recipe import Source
from ganstudio.ui import ask
from ganstudio.ui.dialogs.seed_grid import SeedGrid


@pytest.fixture
def target(monkeypatch, tmp_path):
    """Where the save dialog puts things; `asked` holds what it suggested."""

    found = SimpleNamespace(path=tmp_path / "face.png", asked=[], offered=[])

    def path_to_save(parent, suggestion, *, with_recipe):
        found.asked.append(suggestion)
        found.offered.append(with_recipe)
        return found.path

    monkeypatch.setattr(ask, "path_to_save", path_to_save)
    return found


def test_save_writes_the_picture_with_its_recipe(window, target, qtbot):
    window.faces.document.change(a=Source(seed=42))
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: target.path.exists() and not window.jobs.running)
    assert read_recipe(target.path) == window.faces.document.recipe
    assert target.asked[0].name == "faces-42.png"
    assert window.settings.export_folder == target.path.parent
    assert str(target.path) in window.status.activity.text()


def test_the_recipe_stays_out_where_the_user_minds(window, target, qtbot):
    switch = next(action for act, action in window._actions.items() if act.switch is not None)
    switch.trigger()
    assert window.settings.recipe_in_png is False
    window.export.save()
    qtbot.waitUntil(lambda: target.path.exists() and not window.jobs.running)
    assert b"ganstudio" not in target.path.read_bytes()
    target.path = target.path.with_name("grid.png")
    window.export.save_grid(range(4), 2, ".png")
    qtbot.waitUntil(lambda: target.path.exists() and not window.jobs.running)
    assert b"ganstudio" not in target.path.read_bytes()
    assert target.offered == [False, False]


def test_thinking_better_of_it_saves_nothing(window, target, tmp_path):
    target.path = None
    window.export.save()
    window.export.save_grid(range(4), 2, ".png")
    assert not window.jobs.running
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_will_not_do_is_said(window, target, tmp_path, qtbot):
    target.path = tmp_path / "nowhere" / "face.png"
    window.export.save()
    qtbot.waitUntil(lambda: window.error_bar.isVisible())
    assert "nowhere" in window.error_bar.sentence.text()


def test_a_copied_picture_can_be_pasted_and_restores_everything(window, qtbot):
    window.faces.document.change(a=Source(seed=42), psi=0.5)
    window.faces.document.settle("Seed")
    copied = window.faces.document.recipe
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "clipboard" in window.status.activity.text())
    image = QApplication.clipboard().image()
    assert to_array(image).tobytes() == window.seen[-1].pixels.tobytes()
    window.faces.document.change(a=Source(seed=1), psi=1)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.faces.document.recipe == copied)


def test_a_grid_of_seeds_has_the_seeds_and_all_else_as_it_is(window, target, qtbot):
    window.faces.document.change(a=Source(seed=5), psi=0.5)
    window.export.ask_grid()
    (dialog,) = window.findChildren(SeedGrid)
    dialog.columns.setValue(3)
    dialog.rows.setValue(2)
    assert "6 pictures, seeds 5 to 10" in dialog.summary.text()
    assert "48 × 32 px" in dialog.summary.text()
    dialog.accept()
    qtbot.waitUntil(lambda: target.path.exists() and not window.jobs.running)
    layout = read_layout(target.path)
    assert [cell.a.seed for cell in layout.cells] == [5, 6, 7, 8, 9, 10]
    assert {cell.psi for cell in layout.cells} == {0.5}
    assert layout.columns == 3


def test_a_cancelled_grid_leaves_no_file(window, target, renderer, tmp_path, qtbot):
    renderer.pace = 0.02
    window.export.save_grid(range(500), 20, ".png")
    qtbot.waitUntil(lambda: window.status.bar.value() > 2)
    assert window.status.cancel.isVisible()
    QTest.mouseClick(window.status.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.jobs.running)
    assert list(tmp_path.iterdir()) == []
    assert not window.error_bar.isVisible()


def test_a_slider_answers_while_a_grid_is_drawn(window, target, renderer, qtbot):
    renderer.pace = 0.02
    window.export.save_grid(range(500), 20, ".png")
    qtbot.waitUntil(lambda: window.status.bar.value() > 2)
    window.faces.document.change(psi=0.5)
    qtbot.waitUntil(lambda: window.seen[-1].recipe.psi == 0.5, timeout=500)
    assert window.jobs.running
    window.jobs.cancel()
    qtbot.waitUntil(lambda: not window.jobs.running)


def test_before_the_first_picture_there_is_nothing_to_export(window, target):
    window.session._cards.clear()
    for export in (window.export.save, window.export.copy, window.export.ask_grid):
        window.status.say("")
        export()
        assert window.status._remark == "There is no picture yet."
    assert not window.jobs.running
    assert target.asked == []
    assert window.findChildren(SeedGrid) == []
