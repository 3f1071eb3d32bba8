from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ganstudio.latent.paths import KeyFrame, Path, to_json
from ganstudio.recipe import Between, Interpolation, Source
from ganstudio.ui.driving import drag, drop

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def recipe(window):
    return window.faces.document.recipe


@pytest.fixture
def with_path(window, recipe, qtbot):
    """Two seconds from seed 10 to seed 20 and on to seed 30."""
    window.resize(1280, 800)
    window.walking.show_frames()
    frames = (KeyFrame(replace(recipe, a=Source(seed)), 1.0, "linear") for seed in (10, 20, 30))
    window.walking.frames.show_path(Path(tuple(frames)))
    qtbot.waitUntil(lambda: window.walking.frames.tools.scrub.width() > 80)
    return window


def shows_the_document(window):
    return lambda: window.seen[-1].recipe == window.faces.document.recipe and not window.status.busy


def test_playing_moves_the_picture_and_a_pause_stays_at_its_moment(window, recipe, qtbot):
    bar, document = window.walking.bar, window.faces.document
    QTest.mouseClick(bar.play, LEFT)
    qtbot.waitUntil(lambda: window.seen[-1].recipe.interpolation.t > 0.02)
    assert bar.play.isChecked()
    assert bar.slider.value > 0
    assert document.recipe == recipe  # not while it plays
    QTest.mouseClick(bar.play, LEFT)
    assert not bar.play.isChecked()
    paused = document.recipe.interpolation.t
    assert paused > 0.02 and document.undo.count() == 1
    qtbot.waitUntil(shows_the_document(window))
    assert bar.slider.value == pytest.approx(paused, abs=0.01)
    QTest.mouseClick(bar.play, LEFT)  # it goes on from there
    qtbot.waitUntil(lambda: window.seen[-1].recipe.interpolation.t > paused)
    QTest.mouseClick(bar.play, LEFT)
    document.step_back()
    document.step_back()
    assert document.recipe == recipe


def test_it_honours_the_seconds_and_ends_by_itself(window, qtbot, renderer):
    window.walking.bar.seconds.setValue(0.3)
    window.walking.play_or_stop()
    qtbot.waitUntil(lambda: not window.walking.playing.player.playing, timeout=3000)
    assert any(drawn.interpolation.t == 1 for drawn in renderer.drawn)
    qtbot.waitUntil(shows_the_document(window))


def test_to_and_fro_goes_on(window, qtbot):
    window.walking.bar.seconds.setValue(0.1)
    window.walking.play_on()
    window.walking.play_or_stop()
    qtbot.wait(500)
    assert window.walking.playing.player.playing
    window.walking.play_or_stop()
    qtbot.waitUntil(shows_the_document(window))


def stop_by_escape(window):
    QTest.keyClick(window, Qt.Key.Key_Escape)


def stop_by_a_change(window):
    window.faces.document.change(psi=0.3)


def stop_by_another_model(window):
    window.opening.open_named("plain")


def stop_by_another_tab(window):
    window.show_scenes()


def stop_by_the_slider(window):
    slide = window.walking.bar.slider.slider
    QTest.mousePress(slide, LEFT, pos=QPoint(slide.width() // 2, slide.height() // 2))
    QTest.mouseRelease(slide, LEFT, pos=QPoint(slide.width() // 2, slide.height() // 2))


@pytest.mark.parametrize(
    "stop",
    [
        stop_by_escape,
        stop_by_a_change,
        stop_by_another_model,
        stop_by_another_tab,
        stop_by_the_slider,
    ],
)
def test_what_stops_it(window, qtbot, stop):
    window.walking.bar.again.setChecked(True)
    window.walking.play_or_stop()
    qtbot.waitUntil(lambda: window.walking.bar.slider.value > 0)
    stop(window)
    qtbot.waitUntil(lambda: not window.walking.playing.player.playing)
    qtbot.waitUntil(shows_the_document(window))


def test_it_goes_on_where_it_was_stopped_until_something_changes(window, qtbot):
    walking = window.walking
    walking.bar.seconds.setValue(100)
    walking.playing._left_at = 50
    walking.play_or_stop()
    qtbot.waitUntil(lambda: walking.bar.slider.value >= 0.5)
    walking.stop()
    window.faces.document.change(psi=0.2)
    walking.play_or_stop()
    assert walking.bar.slider.value < 0.5
    walking.stop()


def test_the_slider_moves_a_towards_b_and_a_double_click_resets(window, qtbot):
    bar, document = window.walking.bar, window.faces.document
    bar.slider.box.setValue(0.25)
    assert document.recipe.interpolation == Interpolation(t=0.25)
    QTest.mouseClick(bar.space.buttons["z"], LEFT)
    assert document.recipe.interpolation == Interpolation(t=0.25, space="z")
    QTest.mouseDClick(bar.slider.slider, LEFT)
    assert document.recipe.interpolation == Interpolation(space="z")
    assert [document.undo.text(k) for k in range(3)] == [
        "From A to B",
        "Way from A to B",
        "From A to B",
    ]


def test_a_plain_model_knows_only_the_sphere(window, qtbot):
    window.opening.open_named("plain")
    qtbot.waitUntil(lambda: window.faces.document.recipe.model.name == "plain")
    bar = window.walking.bar
    assert not bar.space.isEnabled()
    assert "no styles" in bar.space.toolTip()
    assert bar.space.value == "z"
    assert bar.slider.isEnabled()


def test_the_path_is_played_where_it_is_shown(with_path, qtbot, recipe):
    window = with_path
    QTest.keyClick(window, Qt.Key.Key_Space, CTRL)
    tools = window.walking.frames.tools
    assert tools.play.isChecked()
    qtbot.waitUntil(lambda: window.seen[-1].recipe.a.latent is not None)
    qtbot.waitUntil(lambda: tools.scrub.value() > 0)
    QTest.keyClick(window, Qt.Key.Key_Space, CTRL)
    assert not tools.play.isChecked()
    document = window.faces.document
    qtbot.waitUntil(lambda: document.recipe.a.latent is not None)  # the moment of the pause
    qtbot.waitUntil(shows_the_document(window))
    assert document.undo.count() == 1 and tools.scrub.value() > 0
    document.step_back()
    assert document.recipe == recipe


def test_scrubbing_shows_moments_and_loads_where_it_rests(with_path, qtbot, renderer):
    window, slide = with_path, with_path.walking.frames.tools.scrub
    y = slide.height() // 2
    drag(slide, QPoint(6, y), QPoint(slide.width() // 4, y))
    document = window.faces.document
    qtbot.waitUntil(lambda: document.recipe.a.latent is not None)
    qtbot.waitUntil(shows_the_document(window))
    assert document.undo.count() == 1
    assert document.undo.undoText() == "Moment of the path"
    assert any(isinstance(drawn, Between) for drawn in renderer.drawn)
    slide.setValue(slide.maximum())
    qtbot.waitUntil(lambda: document.recipe.a == Source(30))  # a key frame as it is


def test_a_key_frame_that_is_chosen_is_loaded_as_one_step(with_path, qtbot):
    window = with_path
    frames = window.walking.frames
    place = frames.strip.shape_now.frame(1).center().toPoint()
    QTest.mouseClick(frames.strip, LEFT, pos=place)
    assert window.faces.document.recipe.a == Source(20)
    assert window.faces.document.undo.undoText() == "Key frame 2"


def test_thumbnails_of_key_frames_arrive(with_path, qtbot):
    frames = with_path.walking.frames
    qtbot.waitUntil(lambda: all(frames.thumbs.of(f.recipe) for f in frames.path.frames))


def test_ctrl_return_adds_the_picture_and_shows_the_strip(window):
    frames = window.walking.frames
    assert not frames.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert frames.isVisible()
    assert window.walking.bar.key_frames.isChecked()
    assert [frame.recipe for frame in frames.path.frames] == [window.faces.document.recipe]


def test_a_dropped_path_is_opened_as_one_step_with_its_models(window, recipe, qtbot, tmp_path):
    elsewhere = replace(recipe, model=replace(recipe.model, name="plain", digest=""))
    path = Path((KeyFrame(recipe), KeyFrame(elsewhere)))
    file = tmp_path / "walk.json"
    file.write_text(to_json(path))
    drop(window, file)
    frames = window.walking.frames
    qtbot.waitUntil(lambda: frames.path == path)
    assert frames.isVisible()
    assert window.faces.document.recipe == recipe
    assert window.faces.document.undo.undoText() == "Open key frames"
    QTest.mouseClick(frames.strip, LEFT, pos=frames.strip.shape_now.frame(1).center().toPoint())
    qtbot.waitUntil(lambda: window.seen[-1].recipe == elsewhere)


def test_a_damaged_path_is_refused_in_words(window, qtbot, tmp_path):
    file = tmp_path / "walk.json"
    file.write_text('{"ganstudio": "path", "frames": 7}')
    drop(window, file)
    qtbot.waitUntil(lambda: window.error_bar.isVisible())
    assert "not a path" in window.error_bar.sentence.text()


def test_walking_on_the_picture_is_switched_by_key_and_button(window, qtbot):
    canvas, document = window.faces.canvas, window.faces.document
    before = document.recipe.a
    drag(canvas, QPoint(100, 100), QPoint(150, 100))
    assert document.recipe.a == before
    QTest.keyClick(window, Qt.Key.Key_W)
    section = window.walking.section
    assert section.on_picture.isChecked()
    assert canvas.cursor().shape() == Qt.CursorShape.SizeAllCursor
    section.speed.box.setValue(2)
    drag(canvas, QPoint(100, 100), QPoint(150, 130))
    assert document.recipe.a.seed == before.seed + 1 + 100
    assert document.recipe.a.at == pytest.approx((0, -0.4))
    assert document.undo.count() == 1
    view = canvas.view
    QTest.mousePress(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(100, 100))
    QTest.mouseMove(canvas, QPoint(120, 100))
    QTest.mouseRelease(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(120, 100))
    assert canvas.view != view  # the middle button still pans
    QTest.mouseClick(section.on_picture, LEFT)
    action = next(a for act, a in window._actions.items() if act.keys == "W")
    assert not action.isChecked()
