import json
import time

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from ganstudio.engine.job import Progress
from ganstudio.errors import StudioError
from ganstudio.latent.paths import KeyFrame, Path
from ganstudio.media import session
from ganstudio.recipe import Source
from tests.ui.fakes import FakeLibrary

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def file(home):
    return home / "share" / session.NAME


def test_everything_is_as_it_was_left(keeper, open_window):
    keeper.show(42, psi=0.4, mix=(0.5,) * 6)
    window = keeper.window
    left = window.session.recipe
    window.faces.canvas.zoom(4, QPointF(50, 50))
    view = window.faces.canvas.view
    window.walking.frames.show_path(Path((KeyFrame(left), KeyFrame(left, 2.0, "in"))))
    window.show_classes()
    window.close()
    again = open_window()
    assert again.session.recipe == left
    assert again.tabs.currentWidget() is again.classes
    again.show_faces()
    assert again.walking.frames.path == window.walking.frames.path
    assert again.faces.canvas.view.scale == pytest.approx(view.scale)
    assert again.faces.document.undo.count() == 0
    assert "undo begins anew" in again.status._remark


def test_a_view_that_fits_goes_on_fitting(keeper, open_window):
    keeper.show(1)
    keeper.window.close()
    assert open_window().faces.canvas.fits


def test_another_model_comes_back_with_its_recipe(keeper, open_window):
    window = keeper.window
    window.opening.open_named("plain")
    keeper.qtbot.waitUntil(lambda: window.session.recipe.model.name == "plain")
    keeper.show(5)
    window.close()
    again = open_window()
    assert (again.session.recipe.model.name, again.session.recipe.a.seed) == ("plain", 5)


def test_a_random_network_comes_back_with_its_recipe(keeper, open_window):
    window = keeper.window
    window.opening.open_named("random-stylegan2-64-0")
    keeper.qtbot.waitUntil(lambda: window.session.recipe.model.name.startswith("random"))
    keeper.show(5)
    window.close()
    again = open_window()
    assert again.session.recipe.model.name == "random-stylegan2-64-0"
    assert again.session.recipe.a.seed == 5


def test_a_model_that_is_gone_is_said_and_its_recipe_kept(keeper, open_window, qtbot):
    window = keeper.window
    window.opening.open_named("plain")
    keeper.qtbot.waitUntil(lambda: window.session.recipe.model.name == "plain")
    keeper.show(5)
    window.close()
    library = FakeLibrary()
    library.cards.pop("plain")
    again = open_window(library=library)
    qtbot.waitUntil(lambda: bool(again.seen))
    assert again.session.recipe.model.name == "faces"
    assert "plain" in again.error_bar.sentence.text()
    qtbot.waitUntil(lambda: len(again.keeping.history.kept) == 1)
    assert again.keeping.history.kept[0].recipe.a.seed == 5


def test_a_random_network_that_comes_out_differently_is_said_and_its_recipe_kept(
    keeper, open_window, renderer, qtbot, monkeypatch
):
    window = keeper.window
    window.opening.open_named("random-stylegan2-64-0")
    keeper.qtbot.waitUntil(lambda: window.session.recipe.model.name.startswith("random"))
    window.close()

    def open(ref):
        if ref.name.startswith("random"):
            raise StudioError("It comes out differently here.")
        return renderer.library.find(ref)

    monkeypatch.setattr(renderer.library, "open", open, raising=False)
    window.settings.remember("faces")
    window.settings.save()
    again = open_window()
    qtbot.waitUntil(lambda: bool(again.seen))
    assert again.session.recipe.model.name == "faces"
    assert "differently" in again.error_bar.sentence.text()
    qtbot.waitUntil(lambda: len(again.keeping.history.kept) == 1)


def test_a_random_network_that_is_cancelled_leaves_its_recipe_in_the_strip(
    keeper, open_window, renderer, qtbot, monkeypatch
):
    window = keeper.window
    window.opening.open_named("random-stylegan2-64-0")
    keeper.qtbot.waitUntil(lambda: window.session.recipe.model.name.startswith("random"))
    keeper.show(5)
    window.close()

    def last_time(renderer, wanted):
        while True:
            time.sleep(0.01)
            yield Progress(0, 1)

    monkeypatch.setattr("ganstudio.ui.keeping.restoring.last_time", last_time)
    again = open_window(seen=False)
    qtbot.waitUntil(lambda: again.jobs.running)
    again.jobs.cancel()
    qtbot.waitUntil(lambda: len(again.keeping.history.kept) == 1)
    assert again.keeping.history.kept[0].recipe.a.seed == 5
    again.opening.open_named("faces")
    qtbot.waitUntil(lambda: bool(again.seen))
    assert "as you left it" not in again.status._remark


@pytest.mark.parametrize("text", ['{"ganst', "[]", '{"ganstudio": "session", "version": 99}'])
def test_a_damaged_session_begins_as_new_with_a_sentence(open_window, file, text, qtbot):
    file.parent.mkdir(parents=True)
    file.write_text(text)
    window = open_window()
    qtbot.waitUntil(lambda: bool(window.seen))
    assert window.session.recipe.model.name == "faces"
    (aside,) = file.parent.glob("session-damaged-*")
    assert aside.name in window.error_bar.sentence.text()
    window.close()
    assert session.read(file)["face"]["model"]["name"] == "faces"


@pytest.mark.parametrize("part", ["face", "view", "tab", "path"])
def test_a_damaged_part_is_set_aside_and_the_rest_comes_back(keeper, open_window, file, part):
    keeper.show(42)
    keeper.window.close()
    whole = json.loads(file.read_text())
    whole["parts"][part] = {"nonsense": [1, "two", None]}
    file.write_text(json.dumps(whole))
    again = open_window()
    keeper.qtbot.waitUntil(lambda: bool(again.seen))
    assert len(list(file.parent.glob("session-damaged-*"))) == 1
    assert again.session.recipe.a.seed == (0 if part == "face" else 42)


def test_before_the_first_model_is_open_nothing_is_written(open_window, file, qtbot, renderer):
    file.parent.mkdir(parents=True)
    renderer.library.open = lambda ref: (_ for _ in ()).throw(ImportError("torch is broken"))
    library = FakeLibrary()
    library.cards = {k: v for k, v in library.cards.items() if k.startswith("random")}
    window = open_window(library=library)
    window.close()
    assert not file.exists()


def test_the_autosave_writes_by_itself(keeper, file):
    keeper.show(99)
    keeper.qtbot.waitUntil(
        lambda: file.exists() and session.read(file)["face"]["a"]["seed"] == 99, timeout=8000
    )


def test_undo_is_saved_too(keeper, file):
    keeper.show(1)
    keeper.window.faces.document.change(a=Source(seed=2))
    keeper.window.faces.document.settle("Seed")
    QTest.keyClick(keeper.window, Qt.Key.Key_Z, CTRL)
    keeper.window.close()
    assert session.read(file)["face"]["a"]["seed"] == 1


def test_speed_seconds_and_what_repeats_come_back(keeper, open_window):
    walking = keeper.window.walking
    walking.section.set_speed(2.5)
    walking.bar.seconds.setValue(9)
    walking.bar.again.setChecked(True)
    keeper.window.close()
    again = open_window().walking
    assert again.section.walker.speed == again.section.speed.value == 2.5
    assert again.settings == walking.settings
    assert again.bar.again.isChecked() and not again.frames.tools.again.isChecked()
