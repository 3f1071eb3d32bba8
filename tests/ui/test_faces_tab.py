import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ganstudio.engine.picture import Picture
from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe, Interpolation, ModelRef, Noise, Source, Values
from ganstudio.ui.document import Document
from ganstudio.ui.faces.controls import USUAL_PSI
from ganstudio.ui.faces.tab import FacesTab

LEFT = Qt.MouseButton.LeftButton
STYLES = Card("faces", "stylegan2", "face", 64, {}, 512, styles=10)
LARGE = Card("large", "stylegan2", "face", 1024, {}, 512, styles=18)
PLAIN = Card("plain", "dcgan", "face", 64, {}, 100)
CLASSES = Card("animals", "stylegan2", "face", 64, {}, 512, styles=10, classes=("cat", "dog"))


@pytest.fixture
def tab(qtbot):
    tab = FacesTab(Document(FaceRecipe(ModelRef("faces"))))
    qtbot.addWidget(tab)
    tab.resize(1280, 700)
    tab.show()
    tab.show_model(STYLES)
    tab.asked, tab.thumbs = [], []
    tab.wanted.connect(tab.asked.append)
    tab.thumb_wanted.connect(lambda key, recipe: tab.thumbs.append((key, recipe)))
    return tab


def type_into(box, text):
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def sweep(tab, first, last, value):
    bars = tab.controls.mix.bars

    def at(layer):
        slider = bars.sliders[layer]
        y = slider.bottom() - value * (slider.bottom() - slider.top())
        return QPoint(slider.geometry().center().x(), round(y))

    QTest.mousePress(bars, LEFT, pos=at(first))
    QTest.mouseMove(bars, at(last))
    QTest.mouseRelease(bars, LEFT, pos=at(last))


def grey(*widgets):
    return [not widget.isEnabled() for widget in widgets]


def test_typed_seed_42_changes_the_recipe(tab):
    type_into(tab.sources.cards["a"].seed.box, "42")
    assert tab.document.recipe.a == Source(seed=42)
    assert tab.asked[-1] == tab.document.recipe
    assert tab.document.undo.count() == 1


def test_every_control_changes_its_own_part_as_one_step(tab):
    controls, document = tab.controls, tab.document
    start = document.recipe
    QTest.mouseClick(tab.sources.cards["a"].seed.next, LEFT)
    type_into(tab.sources.cards["b"].seed.box, "77")
    type_into(controls.psi.box, "0.5")
    type_into(controls.cutoff.box, "4")
    QTest.mouseClick(controls.noise.mode.buttons["random"], LEFT)
    type_into(controls.noise.strength.box, "1.5")
    type_into(controls.noise.seed.box, "9")
    sweep(tab, 4, 7, 1)
    assert document.recipe == FaceRecipe(
        ModelRef("faces"),
        a=Source(1),
        b=Source(77),
        psi=0.5,
        cutoff=4,
        noise=Noise("random", 1.5, 9),
        mix=(0, 0, 0, 0, 1, 1, 1, 1, 0, 0),
    )
    assert document.undo.count() == 8
    assert tab.asked[-1] == document.recipe
    end = document.recipe
    for _ in range(8):
        document.step_back()
    assert document.recipe == start
    assert document.undo.count() == 8
    assert not document.undo.canUndo()
    assert tab.asked[-1] == start
    for _ in range(8):
        document.step_forward()
    assert document.recipe == end


def test_undo_shows_what_was_in_every_widget_without_new_steps(tab, qtbot):
    controls, document = tab.controls, tab.document
    other = FaceRecipe(
        ModelRef("faces"),
        a=Source(7),
        b=Source(8),
        psi=0.25,
        cutoff=3,
        noise=Noise("random", 0.5, 6),
        mix=(0.5,) * 10,
    )

    def shown():
        return (
            tab.sources.cards["a"].seed.box.value(),
            tab.sources.cards["b"].seed.box.value(),
            controls.psi.box.value(),
            controls.psi.slider.value(),
            controls.cutoff.box.text(),
            controls.noise.mode.value,
            controls.noise.mode.buttons["random"].isChecked(),
            controls.noise.strength.box.value(),
            controls.noise.seed.box.value(),
            controls.mix.values,
            controls.mix.bars.sliders[3].value(),
        )

    fresh = shown()
    document.load(other, "Restore picture")
    restored = (7, 8, 0.25, 25, "3", "random", True, 0.5, 6, (0.5,) * 10, 50)
    assert shown() == restored
    document.step_back()
    assert shown() == fresh
    document.step_forward()
    assert shown() == restored
    qtbot.wait(750)  # no timer makes a step of what undo did
    assert document.undo.count() == 1


def test_a_drag_asks_for_every_picture_and_is_one_step(tab):
    slider = tab.controls.psi.slider
    middle = slider.height() // 2
    QTest.mousePress(slider, LEFT, pos=QPoint(100, middle))
    for x in range(95, 40, -5):
        QTest.mouseMove(slider, QPoint(x, middle))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(45, middle))
    assert len(tab.asked) >= 10
    assert len(set(tab.asked)) == len(tab.asked)
    assert tab.document.undo.count() == 1


def test_a_mix_swept_back_to_nothing_is_no_mix(tab):
    sweep(tab, 0, 9, 0.7)
    sweep(tab, 0, 9, 0)
    assert tab.document.recipe.mix == ()


def test_dcgan_greys_what_does_not_apply_and_says_why(tab, qtbot):
    tab.show_model(PLAIN)
    controls, cards = tab.controls, tab.sources.cards
    assert all(
        grey(
            controls.psi,
            controls.cutoff,
            controls.noise.mode,
            controls.noise.strength,
            controls.noise.seed,
            controls.mix,
            controls.reset_mix,
        )
    )
    assert not any(grey(cards["a"].seed, cards["a"].thumb, cards["b"].seed, tab.sources.swap))
    why = "DCGAN has no style layers, so there is nothing to mix."
    for place in (controls.mix, controls.mix.bars, controls.mix.box):
        assert place.toolTip() == why
    assert "DCGAN" in controls.psi.slider.toolTip()
    assert "DCGAN" in controls.noise.strength.box.toolTip()
    assert controls.mixing.note.isVisible()
    assert controls.mixing.note.text() == why
    assert controls.sample.note.isVisible()
    assert controls.noise.note.isVisible()
    before = tab.document.recipe
    sweep(tab, 0, 9, 1)
    assert tab.document.recipe == before
    type_into(cards["a"].seed.box, "42")
    assert tab.document.recipe.a.seed == 42


def test_what_was_greyed_comes_back_with_its_own_tooltips(tab):
    usual = tab.controls.psi.toolTip(), tab.controls.mix.box.toolTip()
    tab.show_model(PLAIN)
    tab.show_model(LARGE)
    assert (tab.controls.psi.toolTip(), tab.controls.mix.box.toolTip()) == usual
    assert not any(grey(tab.controls.psi, tab.controls.mix))
    assert not tab.controls.mixing.note.isVisible()
    assert len(tab.controls.mix.values) == 18
    assert tab.controls.cutoff.slider.maximum() == 18


def test_before_a_model_is_open_nothing_pretends_to_work(qtbot):
    tab = FacesTab(Document(FaceRecipe(ModelRef("faces"))))
    qtbot.addWidget(tab)
    assert all(grey(tab.controls.psi, tab.controls.mix, tab.sources.cards["a"].seed))


def test_noise_controls_apply_where_they_do_something(tab):
    controls = tab.controls
    assert grey(controls.noise.strength, controls.noise.seed) == [False, True]
    QTest.mouseClick(controls.noise.mode.buttons["random"], LEFT)
    assert grey(controls.noise.strength, controls.noise.seed) == [False, False]
    QTest.mouseClick(controls.noise.mode.buttons["none"], LEFT)
    assert grey(controls.noise.strength, controls.noise.seed) == [True, True]
    assert "off" in controls.noise.strength.toolTip()
    QTest.mouseClick(controls.noise.mode.buttons["const"], LEFT)
    assert grey(controls.noise.strength, controls.noise.seed) == [False, True]
    assert tab.document.undo.count() == 3


def test_arrow_keys_choose_the_noise(tab, qtbot):
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    buttons = tab.controls.noise.mode.buttons
    buttons["const"].setFocus()
    QTest.keyClick(buttons["const"], Qt.Key.Key_Right)
    assert tab.document.recipe.noise.mode == "random"


def test_a_cutoff_of_all_layers_is_none(tab):
    type_into(tab.controls.cutoff.box, "3")
    assert tab.document.recipe.cutoff == 3
    type_into(tab.controls.cutoff.box, "all")
    assert tab.document.recipe.cutoff is None


def test_models_with_classes_have_a_box_for_them(tab):
    box = tab.controls.label
    assert not box.isVisible()
    tab.show_model(CLASSES)
    assert box.isVisible()
    assert [box.itemText(i) for i in range(box.count())] == ["cat", "dog"]
    assert box.currentIndex() == -1
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert tab.document.recipe.label == 0
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert tab.document.recipe.label == 1
    tab.document.step_back()
    assert box.currentText() == "cat"


def test_swap_and_reset_all_are_a_step_each(tab):
    type_into(tab.sources.cards["a"].seed.box, "42")
    type_into(tab.controls.psi.box, "0.5")
    sweep(tab, 0, 3, 1)
    QTest.mouseClick(tab.sources.swap, LEFT)
    assert (tab.document.recipe.a.seed, tab.document.recipe.b.seed) == (1, 42)
    tab.document.change(interpolation=Interpolation(t=0.5))
    tab.document.settle()
    recipe = tab.document.recipe
    QTest.mouseClick(tab.controls.reset_all, LEFT)
    assert tab.document.recipe == FaceRecipe(
        ModelRef("faces"), a=Source(1), b=Source(42), psi=USUAL_PSI
    )
    assert tab.document.undo.count() == 6
    tab.document.step_back()
    assert tab.document.recipe == recipe


def test_thumbnails_are_asked_for_at_rest_and_once(tab, qtbot):
    qtbot.waitUntil(lambda: len(tab.thumbs) == 2)
    assert {key: recipe.a for key, recipe in tab.thumbs} == {"a": Source(0), "b": Source(1)}
    assert all(recipe.mix == () for _, recipe in tab.thumbs)
    tab.thumbs.clear()
    sweep(tab, 0, 9, 1)  # changes no source
    for _ in range(5):
        QTest.mouseClick(tab.sources.cards["b"].seed.next, LEFT)
    qtbot.wait(350)
    assert [(key, recipe.a) for key, recipe in tab.thumbs] == [("b", Source(6))]


def test_only_the_thumbnail_asked_for_last_is_shown(tab, qtbot):
    qtbot.waitUntil(lambda: len(tab.thumbs) == 2)
    recipe = dict(tab.thumbs)["a"]
    thumb = tab.sources.cards["a"].thumb
    empty = thumb.grab().toImage()
    red = np.zeros((64, 64, 3), np.uint8)
    red[..., 0] = 255
    stale = Picture(FaceRecipe(ModelRef("faces"), a=Source(99)), red, True, 1.0, "cpu")
    tab.show_thumb("a", stale)
    assert thumb.grab().toImage() == empty
    tab.show_thumb("a", Picture(recipe, red, True, 1.0, "cpu"))
    assert thumb.grab().toImage().pixelColor(36, 36).name() == "#ff0000"


def test_dcgan_has_two_sources_for_the_way_between_them(tab, qtbot):
    tab.show_model(PLAIN)
    type_into(tab.sources.cards["a"].seed.box, "5")
    qtbot.wait(350)
    assert [key for key, _ in tab.thumbs] == ["a", "b"]


def test_pictures_are_shown_previews_too(tab):
    pixels = np.full((64, 64, 3), 200, np.uint8)
    tab.show_picture(Picture(tab.document.recipe, pixels, False, 1.0, "cpu"))
    assert tab.canvas.picture_size == (64, 64)


def test_a_latent_by_value_is_said_and_a_seed_replaces_it(tab):
    latent = Values.of(np.zeros(512))
    recipe = FaceRecipe(ModelRef("faces"), a=Source(5, latent))
    tab.document.load(recipe, "Restore picture")
    note = tab.sources.cards["a"].note
    assert note.isVisible()
    assert tab.document.recipe == recipe
    type_into(tab.sources.cards["a"].seed.box, "6")
    assert tab.document.recipe.a == Source(6)
    assert not note.isVisible()


@pytest.mark.parametrize("card", [STYLES, LARGE, PLAIN, CLASSES], ids=lambda card: card.name)
def test_everything_fits_into_1280_by_800(tab, card):
    tab.show_model(card)
    page = tab.controls.widget()
    assert page.minimumSizeHint().width() <= tab.controls.viewport().width()
    assert page.sizeHint().height() <= 720
    assert tab.canvas.width() >= 640


def test_sections_fold_away(tab):
    section = tab.controls.noise
    QTest.mouseClick(section.header, LEFT, pos=QPoint(20, 10))
    assert not section.body.isVisible()
    assert tab.controls.psi.isVisible()
    QTest.mouseClick(section.header, LEFT, pos=QPoint(20, 10))
    assert section.body.isVisible()


def test_all_controls_have_names_and_can_be_reached_by_tab(tab, qtbot):
    """Every control that can be pressed or typed into has words for who cannot see it."""
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    QTest.mouseClick(tab.controls.noise.mode.buttons["random"], LEFT)
    names, first = [], None
    widget = tab.sources.section.header
    widget.setFocus()
    while widget is not first:
        first = first or widget
        names.append(widget.accessibleName() or getattr(widget, "text", str)())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = tab.focusWidget()
    assert all(names)
    for name in (
        "Seed of A",
        "Seed of B",
        "Swap A and B",
        "Picture",
        "Psi",
        "Cutoff",
        "Noise: Random",
        "Noise strength",
        "Seed of the noise",
        "Layer 0 · 4 px",
        "coarse",
        "middle",
        "fine",
        "Reset all",
    ):
        assert name in names
