"""Walk by mouse, play from A to B, lay a path, reorder it, film it, break a film off."""

import av
import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ganstudio.latent.paths import from_json
from ganstudio.recipe import Source
from ganstudio.ui import ask
from ganstudio.ui.dialogs.video import VideoDialog

LEFT = Qt.MouseButton.LeftButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def film_dialog(user):
    user.press(Qt.Key.Key_E, CTRL)
    (dialog,) = user.window.findChildren(VideoDialog)
    dialog.fps.setValue(8)
    return dialog


def test_walk_over_the_pad_and_on_the_picture(user):
    window, document = user.window, user.window.faces.document
    first = user.wait()
    start = user.recipe.a
    pad, step = window.walking.section.pad, window.walking.section.pad.view.step
    middle = pad.width() / 2
    user.drag(pad, (middle, middle), (middle + 0.5 * step, middle + 0.2 * step))
    between = user.wait()
    assert user.recipe.a.at != (0, 0)
    assert (between != first).any()
    assert document.undo.count() == 1

    user.press(Qt.Key.Key_W)
    user.drag(window.faces.canvas, (200, 200), (260, 200))
    walked = user.wait()
    assert (walked != between).any()
    user.press(Qt.Key.Key_F6)  # to the nearest seed
    seeded = user.wait()
    assert user.recipe.a.at == (0, 0)
    assert user.recipe.a.seed == start.seed + 1

    for expected in (walked, between, first):
        user.press(Qt.Key.Key_Z, CTRL)
        assert np.array_equal(user.wait(), expected)
    user.type_into(window.faces.sources.cards["a"].seed.box, str(start.seed + 1))
    assert np.array_equal(user.wait(), seeded)  # a whole step is a seed that can be named


def test_play_from_a_to_b_and_stop(user):
    window, recipe = user.window, user.recipe
    still = user.wait()
    window.walking.bar.seconds.setValue(1)
    user.press(Qt.Key.Key_Space, CTRL)
    user.qtbot.waitUntil(lambda: user.shown[-1].recipe.interpolation.t > 0.2)
    assert (user.shown[-1].pixels != still).any()
    user.press(Qt.Key.Key_Escape)
    assert np.array_equal(user.wait(), still)
    assert user.recipe == recipe
    assert window.faces.document.undo.count() == 0


def test_lay_a_path_reorder_it_by_mouse_and_film_it(user, tmp_path, monkeypatch):
    window, frames = user.window, user.window.walking.frames
    for seed in (11, 22, 33):
        user.type_into(window.faces.sources.cards["a"].seed.box, str(seed))
        window.faces.canvas.setFocus()
        user.press(Qt.Key.Key_Return, CTRL)
    strip = frames.strip
    places = [strip.shape_now.frame(k).center() for k in range(3)]
    user.drag(strip, places[2].toTuple(), (2, places[2].y()))
    assert [frame.recipe.a.seed for frame in frames.path.frames] == [33, 11, 22]
    QTest.mouseClick(strip, LEFT, pos=places[1].toPoint())
    assert user.recipe.a == Source(11)
    loaded = user.wait()
    user.press(Qt.Key.Key_Z, CTRL)  # the loading
    user.press(Qt.Key.Key_Z, CTRL)  # the reordering
    assert [frame.recipe.a.seed for frame in frames.path.frames] == [11, 22, 33]

    user.press(Qt.Key.Key_Space, CTRL)
    user.qtbot.waitUntil(lambda: user.shown[-1].recipe.a.latent is not None)
    user.press(Qt.Key.Key_Space, CTRL)
    user.wait()

    target = tmp_path / "walk.mp4"
    monkeypatch.setattr(ask, "path_of_film", lambda parent, suggestion, ending: target)
    dialog = film_dialog(user)
    assert dialog.kind == "path"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    user.return_to_window()
    user.qtbot.waitUntil(lambda: target.exists() and not window.jobs.running, timeout=20_000)
    with av.open(target) as film:
        shown = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
    assert len(shown) == 17  # two seconds, and both ends are in it
    assert np.abs(shown[0].astype(int) - loaded).mean() < 8  # it begins on seed 11, as exactly as
    assert "17 pictures" in window.status.activity.text()  # an MP4 can say
    assert "4" in window.status.activity.text()

    path = tmp_path / "walk.json"
    monkeypatch.setattr(ask, "path_of_path", lambda parent, suggestion: path)
    user.press(Qt.Key.Key_K, CTRL | ALT)
    user.qtbot.waitUntil(path.exists)
    assert from_json(path.read_text()) == frames.path


def test_a_film_that_is_broken_off_leaves_nothing(user, tmp_path, monkeypatch):
    window = user.window
    monkeypatch.setattr(ask, "path_of_film", lambda *_: tmp_path / "walk.mp4")
    dialog = film_dialog(user)
    dialog.seconds.setValue(600)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    user.return_to_window()
    user.qtbot.waitUntil(lambda: window.status.bar.value() > 2, timeout=20_000)
    before = user.recipe.psi
    bars = window.faces.controls.psi.slider
    QTest.mouseClick(bars, LEFT, pos=QPoint(20, bars.height() // 2))  # it answers meanwhile
    assert user.recipe.psi != before
    user.qtbot.waitUntil(lambda: user.shown[-1].recipe == user.recipe)
    assert window.jobs.running
    user.press(Qt.Key.Key_Escape)
    user.qtbot.waitUntil(lambda: not window.jobs.running)
    assert list(tmp_path.iterdir()) == []
    assert not window.error_bar.isVisible()
