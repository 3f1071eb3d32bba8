import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe, ModelRef
from ganstudio.ui.document import Document
from ganstudio.ui.faces import growth
from ganstudio.ui.faces.tab import FacesTab

LEFT = Qt.MouseButton.LeftButton
GROWN = Card("grown", "progan", "face", 32, {}, 64)
LATE = Card("late", "stylegan", "face", 64, {}, 64, styles=10)
STYLES = Card("faces", "stylegan2", "face", 64, {}, 512, styles=10)


@pytest.fixture
def tab(qtbot):
    tab = FacesTab(Document(FaceRecipe(ModelRef("grown"))))
    qtbot.addWidget(tab)
    tab.resize(1280, 700)
    tab.show()
    tab.show_model(GROWN)
    tab.asked = []
    tab.wanted.connect(tab.asked.append)
    return tab


def stage(tab):
    return tab.document.recipe.stage, tab.document.recipe.alpha


def test_it_is_there_for_families_that_grow_alone(tab):
    assert tab.controls.growth.isVisible()
    tab.show_model(STYLES)
    assert not tab.controls.growth.isVisible()
    tab.show_model(LATE)
    assert tab.controls.growth.isVisible()
    assert tab.controls.growth.stage.slider.maximum() == 3  # 8, 16, 32, 64
    assert tab.controls.growth.stage.words.text() == "64 px"


def test_keys_go_from_stage_to_stage_and_the_last_one_is_none(tab, qtbot):
    slider = tab.controls.growth.stage.slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Left)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert stage(tab) == (8, 1)
    assert tab.controls.growth.stage.words.text() == "8 px"
    qtbot.waitUntil(lambda: tab.document.undo.count() == 1)
    QTest.mouseDClick(slider, LEFT)
    assert stage(tab) == (None, 1)
    assert tab.document.undo.count() == 2
    tab.document.step_back()
    assert tab.controls.growth.stage.value == 8


def test_alpha_fades_a_stage_in_but_not_the_first(tab):
    box = tab.controls.growth.alpha.box
    box.selectAll()
    QTest.keyClicks(box, "0.25")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert stage(tab) == (None, 0.25)
    tab.controls.growth.stage.slider.setValue(0)
    assert stage(tab) == (4, 0.25)
    assert not tab.controls.growth.alpha.isEnabled()
    assert "first stage" in tab.controls.growth.alpha.slider.toolTip()
    tab.controls.growth.stage.slider.setValue(1)
    assert tab.controls.growth.alpha.isEnabled()


def test_playing_goes_through_all_stages_and_is_one_step(tab, qtbot, monkeypatch):
    monkeypatch.setattr(growth, "STAGE_S", 0.1)
    QTest.mouseClick(tab.controls.growth.play, LEFT)
    qtbot.waitUntil(lambda: not tab.controls.growth.play.isChecked())
    seen = [recipe.stage for recipe in tab.asked]
    assert list(dict.fromkeys(seen)) == [4, 8, 16, None]
    assert any(0 < recipe.alpha < 1 for recipe in tab.asked)
    assert stage(tab) == (None, 1)
    assert tab.document.at_rest


def test_another_model_and_closing_stop_the_playing(tab):
    QTest.mouseClick(tab.controls.growth.play, LEFT)
    tab.show_model(LATE)
    assert not tab.controls.growth.play.isChecked()
    QTest.mouseClick(tab.controls.growth.play, LEFT)
    tab.hide()
    assert not tab.controls.growth.play.isChecked()


def test_reset_all_draws_the_grown_network(tab):
    tab.controls.growth.stage.slider.setValue(0)
    QTest.mouseClick(tab.controls.reset_all, LEFT)
    assert stage(tab) == (None, 1)
    assert tab.controls.growth.stage.value == 32
