import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from ganstudio.latent.paths import KeyFrame, Path
from ganstudio.recipe import FaceRecipe, ModelRef, Source
from ganstudio.ui.document import Document
from ganstudio.ui.driving import drag
from ganstudio.ui.faces.paths.key_frames import KeyFrames
from ganstudio.ui.faces.paths.strip_shape import EDGE, PITCH, THUMB, WAY, Shape

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def recipe(seed):
    return FaceRecipe(ModelRef("faces"), a=Source(seed))


def seeds(frames):
    return [frame.recipe.a.seed for frame in frames.path.frames]


@pytest.fixture
def document():
    return Document(recipe(9))


@pytest.fixture
def frames(document, qtbot):
    """Key frames of the seeds 0, 1 and 2, none chosen."""
    frames = KeyFrames(document)
    qtbot.addWidget(frames)
    frames.show_path(Path(tuple(KeyFrame(recipe(seed)) for seed in range(3))))
    frames.loaded, frames.told = [], []
    frames.load_wanted.connect(lambda recipe, words: frames.loaded.append((recipe, words)))
    frames.changed.connect(lambda: frames.told.append(frames.path))
    frames.resize(700, 140)
    frames.show()
    yield frames
    frames.stop()


def middle(frames, index):
    return frames.strip.shape_now.frame(index).center().toPoint()


def test_a_click_chooses_and_loads(frames):
    QTest.mouseClick(frames.strip, LEFT, pos=middle(frames, 1))
    assert frames.loaded == [(recipe(1), "Key frame 2")]
    assert frames.strip.current == 1
    assert frames.strip.accessibleDescription() == "2 of 3"
    assert frames.tools.seconds.isEnabled()
    assert frames.told == []  # the path is the same


def test_seconds_can_be_typed_digit_by_digit(frames):
    QTest.mouseClick(frames.strip, LEFT, pos=middle(frames, 0))
    frames.tools.seconds.selectAll()
    QTest.keyClicks(frames.tools.seconds, "2.5")
    assert frames.path.frames[0].seconds == 2.5


def test_a_drag_moves_a_key_frame_and_undo_moves_it_back(frames, document):
    end = QPoint(EDGE + 2 * PITCH + THUMB + 10, middle(frames, 0).y())
    drag(frames.strip, middle(frames, 0), end)
    assert seeds(frames) == [1, 2, 0]
    assert frames.strip.current == 2
    assert frames.loaded == []
    assert document.undo.count() == 1
    document.step_back()
    assert seeds(frames) == [0, 1, 2]
    document.step_forward()
    assert seeds(frames) == [1, 2, 0]
    assert len(frames.told) == 3


def test_a_drag_back_to_its_own_place_changes_nothing(frames, document):
    start = middle(frames, 1)
    drag(frames.strip, start, start + QPoint(20, 0))
    assert seeds(frames) == [0, 1, 2]
    assert document.undo.count() == 0
    assert frames.loaded == []


def test_keys_choose_move_and_remove(frames, document):
    strip = frames.strip
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert [loaded.a.seed for loaded, _ in frames.loaded] == [0, 1]
    QTest.keyClick(strip, Qt.Key.Key_Left, CTRL)
    assert seeds(frames) == [1, 0, 2]
    QTest.keyClick(strip, Qt.Key.Key_Left, CTRL)  # there is no further
    assert seeds(frames) == [1, 0, 2]
    QTest.keyClick(strip, Qt.Key.Key_Delete)
    assert seeds(frames) == [0, 2]
    assert strip.current == 0
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert frames.loaded[-1][0] == recipe(2)
    for _ in range(2):
        document.step_back()
    assert seeds(frames) == [0, 1, 2]


def test_the_picture_is_added_behind_the_chosen_one(frames, document):
    frames.add()
    assert seeds(frames) == [0, 1, 2, 9]
    QTest.mouseClick(frames.strip, LEFT, pos=middle(frames, 0))
    QTest.mouseClick(frames.tools.plus, LEFT)
    assert seeds(frames) == [0, 9, 1, 2, 9]
    assert frames.strip.current == 1


def test_a_move_that_has_not_come_to_rest_is_a_step_before_the_key_frame(frames, document):
    document.change("Psi", psi=0.25)
    frames.add()
    assert frames.path.frames[-1].recipe.psi == 0.25
    assert [document.undo.text(k) for k in range(2)] == ["Psi", "Add key frame"]


def test_the_picture_replaces_the_chosen_one_and_keeps_its_way(frames):
    QTest.mouseClick(frames.strip, LEFT, pos=middle(frames, 1))
    frames.tools.seconds.setValue(2.5)
    QTest.mouseClick(frames.tools.renew, LEFT)
    assert seeds(frames) == [0, 9, 2]
    assert frames.path.frames[1].seconds == 2.5


def test_seconds_and_easing_of_the_way_that_was_clicked(frames, document):
    way = frames.strip.shape_now.way(1).center().toPoint()
    QTest.mouseClick(frames.strip, LEFT, pos=way)
    assert frames.strip.current == 1
    assert frames.loaded == []  # only its way is meant
    frames.tools.seconds.setValue(2)
    frames.tools.seconds.setValue(3)
    frames.tools.easing.setCurrentIndex(frames.tools.easing.findData("linear"))
    frames.tools.easing.activated.emit(frames.tools.easing.currentIndex())
    frame = frames.path.frames[1]
    assert (frame.seconds, frame.easing) == (3, "linear")
    assert document.undo.count() == 2  # what was stepped quickly is one
    assert frames.tools.time.text() == "0.0 / 4.0 s"
    document.step_back()
    document.step_back()
    assert frames.path.frames[1] == KeyFrame(recipe(1))
    assert frames.tools.seconds.value() == 1.0


def test_a_closed_path_has_a_way_from_the_last_key_frame(frames, document):
    QTest.mouseClick(frames.strip, LEFT, pos=middle(frames, 2))
    assert not frames.tools.seconds.isEnabled()
    assert frames.tools.seconds.toolTip() == "From the last key frame no way leads on."
    QTest.mouseClick(frames.tools.closed, LEFT)
    assert frames.path.closed
    assert frames.tools.seconds.isEnabled()
    assert frames.path.seconds == 3.0
    document.step_back()
    assert not frames.tools.closed.isChecked()


def test_what_cannot_be_done_is_greyed(frames):
    for button in (frames.tools.renew, frames.tools.minus):
        assert button.toolTip() == "Choose a key frame first."
    frames.show_path(Path(()))
    for widget in (frames.tools.play, frames.tools.scrub, frames.tools.closed):
        assert not widget.isEnabled()
    assert frames.tools.plus.isEnabled()
    frames.tools.scrub.setValue(500)
    QTest.keyClick(frames.strip, Qt.Key.Key_Right)
    assert frames.loaded == []


def test_scrubbing_tells_the_second_and_where_it_ends(frames):
    scrubbed, ended = [], []
    frames.scrubbed.connect(scrubbed.append)
    frames.scrub_ended.connect(ended.append)
    slide = frames.tools.scrub
    y = slide.height() // 2
    drag(slide, QPoint(6, y), QPoint(slide.width() // 2, y))
    assert scrubbed[-1] == pytest.approx(1.0, abs=0.05)
    assert ended == [scrubbed[-1]]
    assert len(scrubbed) > 3
    assert frames.tools.time.text().endswith(" / 2.0 s")


def test_a_path_from_elsewhere_is_shown_without_a_step(frames, document):
    frames.show_path(Path((KeyFrame(recipe(5)),), closed=True))
    assert document.undo.count() == 0
    assert len(frames.told) == 1
    frames.show_path(frames.path)
    assert len(frames.told) == 1
    frames.replace_path(Path(()), "Open key frames")
    assert document.undo.undoText() == "Open key frames"


def test_a_long_strip_follows_what_is_shown(frames, qtbot):
    frames.show_path(Path(tuple(KeyFrame(recipe(seed)) for seed in range(30))))
    bar = frames._area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2000)
    frames.show_second(29.0)
    assert bar.value() > 2000
    QTest.keyClick(frames.strip, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_tooltips_say_what_is_under_the_pointer(frames):
    shape = frames.strip.shape_now
    assert "Key frame 2" in frames.strip._tip(shape.frame(1).center())
    assert "1 seconds to the next" in frames.strip._tip(shape.way(0).center())
    assert frames.strip._tip(QPoint(3, 3)) == ""


def test_where_things_lie_on_the_strip():
    shape = Shape(3, closed=False, height=80)
    assert shape.width == 2 * EDGE + 3 * THUMB + 2 * WAY
    assert Shape(3, closed=True, height=80).width == shape.width + WAY
    assert [shape.slot_at(shape.frame(k).center().x() - 5) for k in range(3)] == [0, 1, 2]
    assert shape.slot_at(10_000) == 3
    path = Path(tuple(KeyFrame(recipe(k), 2.0) for k in range(3)))
    assert shape.second_x(path, 1.0) == shape.way(0).center().x()
    assert shape.second_x(path, 4.0) == shape.frame(2).center().x()
    assert shape.second_x(path, 99.0) == shape.frame(2).center().x()


def test_only_the_key_frames_in_view_are_painted(frames, monkeypatch):
    frames.show_path(Path(tuple(KeyFrame(recipe(seed)) for seed in range(60)), closed=True), 7)
    strip = frames.strip
    whole = strip.grab().toImage()
    asked = []
    monkeypatch.setattr(frames.thumbs, "of", asked.append)
    width, ratio = 3 * PITCH, whole.devicePixelRatio()
    end = strip.width() - width
    for left in (0, EDGE - 3, 6 * PITCH + 14, 7 * PITCH + 11, 8 * PITCH - 45, end):
        asked.clear()
        part = QRect(left, 0, width, strip.height())
        there = QRect(part.topLeft() * ratio, part.size() * ratio)
        assert strip.grab(part).toImage() == whole.copy(there)
        assert 3 <= len(asked) <= 5
