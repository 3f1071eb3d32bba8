"""Both sheets in the window, with a renderer as simple as can be."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.media import files
from ganstudio.recipe import Source
from ganstudio.ui import ask
from ganstudio.ui.sheets.comparison import Comparison
from ganstudio.ui.sheets.mix import OWN, MixSheet

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def filled(view):
    return view.grid.sheet is not None and view.count.text() == ""


@pytest.fixture
def mix(window, qtbot):
    window.sheets.show_mix()
    (view,) = window.findChildren(MixSheet)
    qtbot.waitUntil(lambda: filled(view), timeout=20_000)
    return view


@pytest.fixture
def comparison(window, qtbot):
    window.sheets.show_comparison()
    (view,) = window.findChildren(Comparison)
    qtbot.waitUntil(lambda: filled(view), timeout=20_000)
    return view


def drawn(view):
    return [cell for cell in view.grid.sheet.layout.cells if cell]


def test_keys_open_the_sheets(window, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    (view,) = window.findChildren(MixSheet)
    qtbot.waitUntil(lambda: filled(view), timeout=20_000)
    assert view.isVisible()
    assert QApplication.activeWindow() is view
    QTest.keyClick(view.grid, Qt.Key.Key_M, CTRL | SHIFT)  # from the one to the other
    (other,) = window.findChildren(Comparison)
    qtbot.waitUntil(lambda: filled(other), timeout=20_000)
    window.close()
    assert not view.isVisible() and not other.isVisible()


def test_a_mix_sheet_follows_its_fields(window, mix, qtbot):
    card = window.session.card
    assert card.styles == 6
    assert list(mix.layers) == [0, 1, 2]  # coarse
    assert mix.grid.sheet.rows[1:3] == ("A: 0", "A: 1")
    mix.a.box.setText("7")
    mix.b.box.setText("1-2, 9")
    assert len(drawn(mix)) == 4 + 3
    assert drawn(mix)[-1].a == Source(7) and drawn(mix)[-1].b == Source(9)
    assert drawn(mix)[-1].mix == (0, 0, 0, 1, 1, 1)
    QTest.mouseClick(mix.groups.buttons["middle"], LEFT)
    assert drawn(mix)[-1].mix == (1, 1, 1, 0, 0, 0)
    mix.first.setValue(4)
    assert mix.groups.value == OWN
    assert drawn(mix)[-1].mix == (1, 1, 1, 1, 0, 0)
    mix.first.setValue(3)
    assert mix.groups.value == "middle"
    qtbot.waitUntil(lambda: filled(mix))


def test_return_in_a_field_chooses_no_other_layers(mix, qtbot):
    QTest.mouseClick(mix.groups.buttons["middle"], LEFT)
    mix.a.box.setFocus()
    QTest.keyClicks(mix.a.box, ", 8")
    QTest.keyClick(mix.a.box, Qt.Key.Key_Return)
    assert mix.groups.value == "middle"
    assert mix.isVisible()
    assert mix.a.seeds[-1] == 8


def test_wrong_seeds_are_said_and_the_sheet_stays(mix):
    before = mix.grid.sheet
    mix.a.box.setText("0-")
    assert "Sources A" in mix.about.text() and "'0-'" in mix.about.text()
    assert mix.grid.sheet is before
    mix.a.box.setText("0-101")
    mix.b.box.setText("0-101")
    assert "10000" in mix.about.text().replace(",", "")
    mix.a.box.setText("3")
    mix.b.box.setText("4")
    assert len(drawn(mix)) == 3
    assert "figure 3" in mix.about.text()


def test_sources_are_swapped_and_thrown(mix):
    QTest.mouseClick(mix.swap, LEFT)
    assert mix.grid.sheet.rows[1] == "A: 10"
    QTest.mouseClick(mix.a.dice, LEFT)
    assert len(mix.a.seeds) == 6
    assert mix.a.seeds != list(range(10, 16))


def test_the_sheet_follows_the_studio_and_its_own_cells_change_nothing(window, mix, qtbot):
    arrived = []
    mix.feed.arrived.connect(arrived.append)
    window.sheets.open_cell(drawn(mix)[-1])
    qtbot.wait(300)
    assert drawn(mix)[0].b == window.session.recipe.b
    assert arrived == []
    window.faces.document.change(psi=0.25)
    qtbot.waitUntil(lambda: drawn(mix)[0].psi == 0.25)


def test_a_click_is_one_undo_step(window, mix, qtbot):
    document = window.faces.document
    before = document.recipe
    cell = len(mix.grid.sheet.layout.cells) - 1
    QTest.mouseClick(mix.grid.viewport(), LEFT, pos=mix.grid.rect_of(cell).center())
    assert document.recipe == drawn(mix)[-1] != before
    assert document.undo.count() == 1
    with qtbot.waitActive(mix):
        mix.activateWindow()
    QTest.keyClick(mix.grid, Qt.Key.Key_Z, CTRL)
    assert document.recipe == before
    qtbot.waitUntil(lambda: window.seen[-1].recipe == before)


def test_a_model_without_style_layers_cannot_mix_and_says_so(window, mix, qtbot):
    window.opening.open_named("plain")
    qtbot.waitUntil(lambda: mix.grid.sheet is None)
    assert "style layers" in mix.grid._hint
    window.opening.open_named("faces")
    qtbot.waitUntil(lambda: filled(mix))


def test_saving_draws_the_sheet_with_its_recipes(window, mix, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "mix.png"
    monkeypatch.setattr(ask, "path_to_save", lambda parent, suggestion, with_recipe: path)
    QTest.mouseClick(mix.save, LEFT)
    qtbot.waitUntil(path.exists)
    assert files.read_layout(path) == mix.grid.sheet.layout
    qtbot.waitUntil(lambda: not window.jobs.running)


def test_the_sweep_is_laid_out_by_the_worker(comparison, qtbot):
    assert comparison.pages.value == "z-and-w"
    assert len(drawn(comparison)) == 21
    z = drawn(comparison)[0].a.latent.array()
    comparison.dimension.box.setValue(5)
    comparison.dimension.box.setValue(6)

    def swept():
        return comparison.grid.sheet.rows[0] == "z, number 6"

    qtbot.waitUntil(swept)
    assert (drawn(comparison)[0].a.latent.array() != z).any()
    qtbot.waitUntil(lambda: filled(comparison) and not comparison._laying_out)


@pytest.mark.parametrize("page", ["noises", "scales", "families"])
def test_pages_fill_in(comparison, qtbot, page):
    QTest.mouseClick(comparison.pages.buttons[page], LEFT)
    assert comparison.sweep.isHidden()
    assert "arXiv" in comparison.look.text()
    qtbot.waitUntil(lambda: filled(comparison), timeout=20_000)


def test_pages_that_do_not_apply_say_why(window, comparison, qtbot):
    QTest.mouseClick(comparison.pages.buttons["stages"], LEFT)
    assert comparison.grid.sheet is None
    assert "grown" in comparison.grid._hint
    QTest.mouseClick(comparison.pages.buttons["noises"], LEFT)
    window.opening.open_named("plain")
    qtbot.waitUntil(lambda: "DCGAN" in comparison.grid._hint)


def test_a_cell_of_another_model_opens_it(window, mix, qtbot, renderer):
    other = next(entry for entry in renderer.library.entries() if entry.name == "plain")
    recipe = partial(type(drawn(mix)[0]), a=Source(6))
    reference = type(drawn(mix)[0].model)("plain", other.digest)
    window.sheets.open_cell(recipe(reference))
    qtbot.waitUntil(lambda: window.session.recipe == recipe(reference))
    assert window.session.card.name == "plain"
    window.faces.document.step_back()
    assert window.session.card.name == "faces"
    qtbot.waitUntil(lambda: window.seen[-1].recipe.model.name == "faces")
