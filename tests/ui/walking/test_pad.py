import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.engine.picture import Picture
from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe, ModelRef, Source, Values
from ganstudio.ui.document import Document
from ganstudio.ui.driving import drag
from ganstudio.ui.faces.walk.section import WalkSection

LEFT = Qt.MouseButton.LeftButton
STYLES = Card("faces", "stylegan2", "face", 64, {}, 512, styles=10)
PLAIN = Card("plain", "dcgan", "face", 64, {}, 100)


@pytest.fixture
def document():
    return Document(FaceRecipe(ModelRef("faces"), a=Source(100), psi=0.7))


@pytest.fixture
def section(document, qtbot):
    """A pad of 200 px, 50 px a step, with seed 100 in its middle."""
    section = WalkSection(document)
    qtbot.addWidget(section)
    section.asked = []
    section.thumbs.wanted.connect(lambda key, recipe: section.asked.append((key, recipe)))
    section.show()
    section.pad.setFixedWidth(200)
    section.show_model(STYLES)
    qtbot.waitUntil(lambda: section.pad.size().toTuple() == (200, 200))
    section.pad.recentre()
    section.pad.view = section.pad.view.zoomed(50 / section.pad.view.step, 100, 100, 200)
    yield section
    section.pad.stop()


def answer(section, ms=1.0):
    key, recipe = section.asked[-1]
    pixels = np.zeros((8, 8, 3), np.uint8)
    section.thumbs.take(key, Picture(recipe, pixels, exact=True, ms=ms, device="cpu"))


def turn(pad, notches, place):
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    where, turned = QPointF(place), QPoint(0, 120 * notches)
    glob = QPointF(pad.mapToGlobal(place))
    event = QWheelEvent(where, glob, QPoint(), turned, Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(pad, event)


def test_a_drag_walks_there_as_one_undo_step(section, document):
    moves = []
    document.changed.connect(moves.append)
    drag(section.pad, QPoint(100, 100), QPoint(150, 100))
    assert len(moves) > 3
    assert document.recipe.a == Source(101)
    assert document.undo.count() == 1
    assert document.undo.undoText() == "Walk"
    document.step_back()
    assert document.recipe.a == Source(100)


def test_between_two_seeds_there_are_faces_too(section, document):
    QTest.mouseClick(section.pad, LEFT, pos=QPoint(120, 90))
    assert document.recipe.a.seed == 100
    assert document.recipe.a.at == pytest.approx((0.4, -0.2))
    QTest.mouseClick(section.pad, LEFT, pos=QPoint(100, 150))
    assert document.recipe.a.seed == 200  # one step down


def test_a_double_click_goes_to_the_seed_itself(section, document):
    QTest.mouseClick(section.pad, LEFT, pos=QPoint(145, 95))
    QTest.mouseDClick(section.pad, LEFT, pos=QPoint(145, 95))
    assert document.recipe.a == Source(101)


def test_keys_walk_and_enter_snaps(section, document):
    pad = section.pad
    QTest.keyClick(pad, Qt.Key.Key_Right)
    assert document.recipe.a.at == (0.25, 0)
    QTest.keyClick(pad, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert document.recipe.a == Source(200, at=(0.25, 0))
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert document.recipe.a == Source(200)
    assert [document.undo.text(k) for k in range(2)] == ["Walk", "Snap to seed"]


def test_keys_come_to_rest_by_themselves(section, document, qtbot):
    QTest.keyClick(section.pad, Qt.Key.Key_Right)
    QTest.keyClick(section.pad, Qt.Key.Key_Right)
    assert document.undo.count() == 0
    qtbot.waitUntil(lambda: document.undo.count() == 1)


def test_the_tools_snap_and_recentre(section, document):
    QTest.mouseClick(section.pad, LEFT, pos=QPoint(170, 110))
    QTest.mouseClick(section.snap, LEFT)
    assert document.recipe.a == Source(101)
    QTest.mouseClick(section.recentre, LEFT)
    assert section.pad.view.on_pad(0, 0, 200) == (100, 100)


def test_the_wheel_zooms_about_the_pointer(section):
    pad, place = section.pad, QPoint(30, 170)
    under = pad.seed_under(QPointF(place))
    before = pad.view.step
    turn(pad, 2, place)
    assert pad.view.step > before
    assert pad.seed_under(QPointF(place)) == under


def test_the_map_is_asked_for_one_at_a_time_nearest_first(section, qtbot):
    qtbot.waitUntil(lambda: section.asked != [])
    assert len(section.asked) == 1
    for _ in range(8):
        answer(section)
    key, recipe = section.asked[0]
    assert key == "map of seeds"
    assert recipe == FaceRecipe(ModelRef("faces"), a=Source(100), psi=0.7)
    assert {r.a.seed for _, r in section.asked[1:5]} == {99, 101, 0, 200}
    assert {r.a.seed for _, r in section.asked[5:9]} == {2**32 - 1, 1, 199, 201}


def test_what_was_drawn_is_not_asked_for_again(section, document, qtbot):
    qtbot.waitUntil(lambda: section.asked != [])
    while len(section.asked) < 25:
        answer(section)
    answer(section)
    count = len(section.asked)
    document.change(a=Source(100, at=(0.1, 0)))
    qtbot.wait(350)
    assert len(section.asked) == count
    document.change(psi=0.5)
    qtbot.waitUntil(lambda: len(section.asked) > count)


def test_a_slow_model_draws_the_nearest_alone(section, qtbot):
    qtbot.waitUntil(lambda: section.asked != [])
    for _ in range(30):
        answer(section, ms=2000)
    assert {recipe.a.seed for _, recipe in section.asked} == {100, 99, 101, 0, 200}


def test_nothing_is_asked_for_while_it_moves(section, document, qtbot):
    qtbot.waitUntil(lambda: section.asked != [])
    document.change("Walk", a=Source(100, at=(0.1, 0)))
    answer(section)
    assert len(section.asked) == 1


def test_a_latent_by_value_is_left_for_the_plane_and_that_is_said(section, document):
    latent = Values.of(np.zeros((10, 512), np.float32))
    document.load(FaceRecipe(ModelRef("faces"), a=Source(5, latent)), "Restore picture")
    assert section.note.isVisible()
    assert "seed 5" in section.note.text()
    assert document.recipe.a.latent == latent
    drag(section.pad, QPoint(100, 100), QPoint(110, 100))
    assert document.recipe.a == Source(5, at=(pytest.approx(0.2), 0))
    assert not section.note.isVisible()


def test_without_a_model_it_is_greyed_and_a_plain_model_can_be_walked(section, document):
    section.show_model(None)
    assert not section.pad.isEnabled()
    assert section.pad.toolTip() == "No model is open."
    section.show_model(PLAIN)
    assert section.pad.isEnabled()
    drag(section.pad, QPoint(100, 100), QPoint(150, 100))
    assert document.recipe.a == Source(101)


def test_the_pad_paints_faces_faintly_and_the_place(section, qtbot):
    blank = section.pad.grab().toImage()
    qtbot.waitUntil(lambda: section.asked != [])
    answer(section)
    assert section.pad.grab().toImage() != blank
