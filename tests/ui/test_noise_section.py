import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe, ModelRef, Noise
from ganstudio.ui.document import Document
from ganstudio.ui.faces.tab import FacesTab

LEFT = Qt.MouseButton.LeftButton
STYLES = Card("faces", "stylegan2", "face", 64, {}, 512, styles=10)
LARGE = Card("large", "stylegan2", "face", 1024, {}, 512, styles=18)
PLAIN = Card("plain", "dcgan", "face", 64, {}, 100)


@pytest.fixture
def tab(qtbot):
    tab = FacesTab(Document(FaceRecipe(ModelRef("faces"))))
    qtbot.addWidget(tab)
    tab.resize(1280, 700)
    tab.show()
    tab.show_model(STYLES)
    tab.controls.noise.scales.open(True)
    tab.asked = []
    tab.wanted.connect(tab.asked.append)
    return tab


@pytest.fixture
def rows(tab):
    return tab.controls.noise.scales.rows


def type_into(box, text):
    box.setFocus()
    box.selectAll()
    if text:
        QTest.keyClicks(box, text)
    else:
        QTest.keyClick(box.lineEdit(), Qt.Key.Key_Delete)
    QTest.keyClick(box, Qt.Key.Key_Return)


def drag(slider, start, end):
    middle = slider.height() // 2
    QTest.mousePress(slider, LEFT, pos=QPoint(start, middle))
    for x in range(start, end, -3 if end < start else 3):
        QTest.mouseMove(slider, QPoint(x, middle))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(end, middle))


def noise(tab):
    return tab.document.recipe.noise


def test_there_is_a_row_for_each_scale_of_the_model(tab, rows):
    form = tab.controls.noise.scales.form
    assert [form.labelForField(row).text() for row in rows] == [
        "4 px",
        "8 px",
        "16 px",
        "32 px",
        "64 px",
    ]
    tab.show_model(LARGE)
    assert len(rows) == 9
    tab.show_model(STYLES)
    assert len(rows) == 5


def test_a_drag_of_a_scale_is_live_and_one_step(tab, rows):
    slider = rows[1].strength.slider
    drag(slider, slider.width() // 2, 10)
    assert len(tab.asked) > 3
    assert len(noise(tab).strengths) == 2
    assert noise(tab).strengths[0] == 1
    assert noise(tab).strengths[1] < 0.8
    assert tab.document.undo.count() == 1
    tab.document.step_back()
    assert noise(tab) == Noise()
    assert rows[1].strength.value == 1


def test_a_double_click_takes_a_scale_out_of_the_recipe(tab, rows):
    type_into(rows[2].strength.box, "0.5")
    assert noise(tab).strengths == (1, 1, 0.5)
    QTest.mouseDClick(rows[2].strength.slider, LEFT)
    assert noise(tab) == Noise()


def test_seeds_per_scale_are_for_random_noise_alone(tab, rows):
    assert not rows[0].seed.isEnabled()
    assert "random" in rows[0].seed.box.toolTip()
    QTest.mouseClick(tab.controls.noise.mode.buttons["random"], LEFT)
    assert rows[0].seed.isEnabled()
    type_into(rows[1].seed.box, "42")
    assert noise(tab).seeds == (None, 42)
    QTest.mouseClick(rows[0].seed.dice, LEFT)
    assert noise(tab).seeds[0] is not None
    steps = tab.document.undo.count()
    type_into(rows[1].seed.box, "")
    assert len(noise(tab).seeds) == 1
    assert tab.document.undo.count() == steps + 1
    tab.document.step_back()
    assert rows[1].seed.value == 42
    assert rows[1].seed.box.text() == "42"


def test_an_empty_seed_shows_the_common_one_faintly(tab, rows):
    QTest.mouseClick(tab.controls.noise.mode.buttons["random"], LEFT)
    type_into(tab.controls.noise.seed.box, "77")
    assert rows[3].seed.box.text() == ""
    assert rows[3].seed.box.lineEdit().placeholderText() == "77"
    QTest.keyClicks(rows[3].seed.box, "-5")  # a sign is no seed
    assert noise(tab).seeds == (None, None, None, 5)


def test_scales_are_greyed_with_the_rest(tab, rows):
    QTest.mouseClick(tab.controls.noise.mode.buttons["none"], LEFT)
    assert not rows[0].strength.isEnabled()
    assert "off" in rows[0].strength.slider.toolTip()
    tab.show_model(PLAIN)
    assert not rows[0].strength.isEnabled()
    assert "DCGAN" in rows[0].strength.slider.toolTip()
    tab.show_model(STYLES)
    QTest.mouseClick(tab.controls.noise.mode.buttons["const"], LEFT)
    assert rows[0].strength.isEnabled()


def test_reset_all_resets_the_scales(tab, rows):
    type_into(rows[2].strength.box, "0.5")
    QTest.mouseClick(tab.controls.reset_all, LEFT)
    assert noise(tab) == Noise()
    assert rows[2].strength.value == 1


def test_the_fold_begins_closed_and_opened_it_fits(qtbot, tab):
    fresh = FacesTab(Document(FaceRecipe(ModelRef("faces"))))
    qtbot.addWidget(fresh)
    assert fresh.controls.noise.scales.body.isHidden()
    QTest.mouseClick(tab.controls.noise.mode.buttons["random"], LEFT)
    for card in (STYLES, LARGE):
        tab.show_model(card)
        page = tab.controls.widget()
        assert page.minimumSizeHint().width() <= tab.controls.viewport().width()


def test_the_common_seed_can_be_read_where_there_is_no_own_one(tab, rows):
    assert rows[0].seed.box.lineEdit().width() > 32


def test_a_press_gives_a_scale_a_mode_of_its_own_and_another_press_the_next(tab, rows):
    letters = []
    for _ in range(4):
        QTest.mouseClick(rows[2].mode, LEFT)
        letters.append((rows[2].mode.text(), noise(tab).modes))
    assert letters == [
        ("F", (None, None, "const")),
        ("R", (None, None, "random")),
        ("O", (None, None, "none")),
        ("=", ()),
    ]
    assert tab.document.undo.count() == 4
    tab.document.step_back()
    assert rows[2].mode.text() == "O" and not rows[2].strength.isEnabled()
    tab.document.step_back()
    assert rows[2].seed.isEnabled() and not rows[1].seed.isEnabled()
