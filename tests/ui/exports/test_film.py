from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ganstudio.latent.paths import KeyFrame, Path
from ganstudio.recipe import Between, FaceRecipe, ModelRef, Source
from ganstudio.ui import ask
from ganstudio.ui.dialogs.video import CUSTOM, VideoDialog
from ganstudio.ui.footage import Footage

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
HERE = FaceRecipe(ModelRef("faces"))
SEEDS = [replace(HERE, a=Source(seed)) for seed in range(4)]
OPEN = Path(tuple(KeyFrame(recipe) for recipe in SEEDS))
CLOSED = Path(OPEN.frames, closed=True)


def footage(path=OPEN, history=tuple(SEEDS)):
    return Footage(HERE, path, history, seconds=2.0)


@pytest.mark.parametrize("kind", ["sources", "path", "history", "cuts"])
@pytest.mark.parametrize("path", [OPEN, CLOSED])
@pytest.mark.parametrize("seconds", [0.1, 1.0, 2.75])
@pytest.mark.parametrize("back", [False, True])
def test_the_estimate_is_what_is_drawn(kind, path, seconds, back):
    found = footage(path)
    how = {"fps": 10, "seconds": seconds, "back": back}
    assert found.count(kind, **how) == len(found.moments(kind, **how))


def test_from_a_to_b_begins_and_ends_on_them():
    moments = footage().moments("sources", fps=10, seconds=1, back=False)
    shown = [moment.start.interpolation.t for moment in moments]
    assert (shown[0], shown[-1], len(shown)) == (0, 1, 11)
    assert shown == sorted(shown)


def test_there_and_back_repeats_neither_end():
    moments = footage().moments("sources", fps=10, seconds=1, back=True)
    shown = [round(moment.start.interpolation.t, 6) for moment in moments]
    assert shown.count(0) == shown.count(1) == 1
    assert shown[1] == shown[-1]


def test_a_path_is_brought_to_the_length():
    slow = footage().moments("path", fps=10, seconds=6, back=False)
    assert len(slow) == 61
    assert slow[20] == Between(SEEDS[1], SEEDS[2], 0.0)


def test_what_was_done_flows_or_is_cut():
    flowing = footage().moments("history", fps=2, seconds=3, back=False)
    assert [moment.t for moment in flowing] == [0, 0.5, 0, 0.5, 0, 0.5, 1]
    cuts = footage().moments("cuts", fps=2, seconds=4, back=False)
    assert cuts == [recipe for recipe in SEEDS for _ in range(2)]
    assert footage().moments("cuts", fps=1, seconds=1, back=False) == SEEDS  # none is left out


def test_only_what_there_is_can_be_filmed(qtbot):
    dialog = VideoDialog(footage(Path(()), [HERE]), 64)
    qtbot.addWidget(dialog)
    assert [dialog.what.itemData(k) for k in range(dialog.what.count())] == ["sources"]


def test_the_dialog_sums_up(qtbot):
    dialog = VideoDialog(footage(CLOSED), 64, on_path=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.kind == "path"
    assert dialog.seconds.value() == 4.0
    assert not dialog.back.isEnabled()  # it leads back by itself
    assert dialog.summary.text() == "96 pictures of 64 × 64 px, 4.0 seconds."
    dialog.times.setCurrentIndex(1)
    assert dialog.pixels == 128
    assert not dialog.side.isVisible()
    dialog.times.setCurrentIndex(dialog.times.findData(CUSTOM))
    dialog.side.setValue(100)
    assert dialog.side.isVisible()
    assert "100 × 100 px" in dialog.summary.text()
    dialog.fps.setValue(120)
    dialog.format.setCurrentIndex(dialog.format.findData("gif"))
    assert dialog.fps.value() == 50  # what a GIF can show
    dialog.format.setCurrentIndex(dialog.format.findData("mp4"))
    dialog.fps.setValue(120)
    dialog.seconds.setValue(3600)
    assert not dialog.save.isEnabled()
    assert "too many" in dialog.summary.text()
    dialog.close()


@pytest.mark.parametrize("seconds", [0.05, 0.75, 3.21, 5000.0])
def test_a_path_takes_as_long_as_its_key_frames_say(qtbot, seconds):
    path = Path(tuple(KeyFrame(recipe, seconds / 19) for recipe in SEEDS * 5))
    dialog = VideoDialog(footage(path), 64, on_path=True)
    qtbot.addWidget(dialog)
    assert dialog.seconds.value() == pytest.approx(path.seconds)
    assert dialog.save.isEnabled() == (seconds < 3600)


@pytest.fixture
def target(monkeypatch, tmp_path):
    found = {"path": tmp_path / "walk.gif", "asked": []}

    def path_of_film(parent, suggestion, ending):
        found["asked"].append((suggestion.name, ending))
        return found["path"]

    monkeypatch.setattr(ask, "path_of_film", path_of_film)
    return found


def open_dialog(window):
    QTest.keyClick(window, Qt.Key.Key_E, CTRL)
    (dialog,) = window.findChildren(VideoDialog)
    return dialog


def test_a_film_is_written_and_its_codec_said(window, target, qtbot):
    dialog = open_dialog(window)
    dialog.format.setCurrentIndex(dialog.format.findData("gif"))
    dialog.seconds.setValue(0.5)
    dialog.fps.setValue(10)
    dialog.times.setCurrentIndex(1)
    dialog.accept()
    qtbot.waitUntil(lambda: target["path"].exists() and not window.jobs.running)
    with Image.open(target["path"]) as film:
        assert film.size == (32, 32)
    said = window.status.activity.text()
    assert "6 pictures" in said
    assert "GIF" in said
    assert target["asked"] == [("faces-sources.gif", ".gif")]
    assert window.settings.export_folder == target["path"].parent


def test_escape_cancels_and_leaves_no_file(window, target, renderer, tmp_path, qtbot):
    renderer.pace = 0.02
    dialog = open_dialog(window)
    dialog.format.setCurrentIndex(dialog.format.findData("gif"))
    dialog.seconds.setValue(60)
    dialog.accept()
    qtbot.waitUntil(lambda: window.status.bar.value() > 2)
    assert window.status.bar.maximum() == 1441
    qtbot.waitUntil(lambda: "left" in window.status.activity.text())
    with qtbot.waitActive(window):  # what a window manager does when a dialog closes
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.jobs.running)
    assert list(tmp_path.iterdir()) == []
    assert not window.error_bar.isVisible()


def test_thinking_better_of_it_films_nothing(window, target, qtbot):
    target["path"] = None
    open_dialog(window).accept()
    assert target["asked"]
    assert not window.jobs.running


def test_the_size_as_drawn_is_that_of_the_stage(window):
    window.faces.document.change(stage=8)
    dialog = open_dialog(window)
    assert "8 × 8 px" in dialog.summary.text()
    dialog.reject()


def test_what_was_done_is_filmed_from_the_undo_steps(window, qtbot):
    for seed in (5, 6):
        window.faces.document.load(replace(window.faces.document.recipe, a=Source(seed)), "Seed")
    window.walking.add_frame()  # a step, but no picture
    dialog = open_dialog(window)
    dialog.what.setCurrentIndex(dialog.what.findData("cuts"))
    dialog.fps.setValue(1)
    dialog.seconds.setValue(0.1)
    assert [moment.a.seed for moment in dialog.moments] == [0, 5, 6]
    dialog.reject()
