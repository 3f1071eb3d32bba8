import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.errors import StudioError
from ganstudio.ui.app import Reporter
from ganstudio.ui.dialogs.page import Page

FIRST_PAINT = """
import sys
from ganstudio.ui import app
from ganstudio.ui.window import Window

def begin(window):
    print("torch" in sys.modules, window.isVisible())
    window.close()

Window.begin = begin
sys.exit(app.run(["ganstudio"]))
"""


def newest(window):
    return window.seen[-1]


def test_torch_is_not_there_when_the_window_is_painted():
    run = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT], capture_output=True, text=True, check=False
    )
    assert run.stdout == "False True\n", run.stderr
    assert run.returncode == 0


def test_a_burst_of_changes_ends_with_the_newest_picture(window, renderer, qtbot):
    renderer.go_on.clear()
    for step in range(1000):
        window.faces.document.change(psi=step / 1000)
    renderer.drawn.clear()
    renderer.go_on.set()
    qtbot.waitUntil(lambda: newest(window).recipe.psi == 0.999 and not window.status.busy)
    assert newest(window).exact
    assert len([recipe for recipe in renderer.drawn if recipe.mix == () and recipe.b.seed]) <= 4


def test_the_window_answers_while_a_picture_is_drawn(window, renderer, qtbot):
    renderer.go_on.clear()
    window.faces.document.change(psi=0.5)
    qtbot.waitUntil(lambda: window.status.busy)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.currentWidget() is window.scenes  # the picture is not even drawn yet
    renderer.go_on.set()
    qtbot.waitUntil(lambda: not window.status.busy)
    assert newest(window).recipe.psi == 0.5


def test_closing_while_busy_waits_for_no_more_than_the_picture_at_hand(window, renderer, qtbot):
    renderer.pace = 0.2
    for step in range(50):
        window.faces.document.change(psi=step / 50)
    drawn = len(renderer.drawn)
    window.close()
    assert not window.isVisible()
    assert not window.worker.isRunning()
    assert len(renderer.drawn) <= drawn + 1


def test_an_error_in_the_renderer_leaves_the_tab_alive(window, renderer, qtbot):
    renderer.broken = ZeroDivisionError("deep inside")
    window.faces.document.change(psi=0.5)
    qtbot.waitUntil(lambda: window.error_bar.isVisible())
    assert "GAN Studio" in window.error_bar.sentence.text()
    window.error_bar.copy.click()
    assert "deep inside" in QApplication.clipboard().text()
    assert "Traceback" in QApplication.clipboard().text()
    assert window.faces.document.recipe.psi == 0.5
    renderer.broken = None
    window.faces.document.change(psi=0.25)
    qtbot.waitUntil(lambda: newest(window).recipe.psi == 0.25)


def test_what_a_user_can_mend_is_said_in_its_own_sentence(window, renderer, qtbot):
    renderer.broken = StudioError("The memory is not enough for faces; choose a smaller model.")
    window.faces.document.change(psi=0.5)
    qtbot.waitUntil(lambda: window.error_bar.isVisible())
    assert window.error_bar.sentence.text() == str(renderer.broken)


def test_an_exception_that_nobody_caught_is_shown(window, qtbot, capsys):
    reporter = Reporter(window)
    try:
        raise KeyError("lost")
    except KeyError as error:
        reporter.report(type(error), error, error.__traceback__)
    assert window.error_bar.isVisible()
    assert "KeyError" in window.error_bar.sentence.text()
    assert "KeyError: 'lost'" in capsys.readouterr().err  # on the terminal too


def test_a_renderer_that_cannot_be_made_is_told(open_window, qtbot):
    def make_renderer():
        raise ImportError("torch is broken")

    window = open_window(make_renderer)
    assert "ImportError" in window.error_bar.sentence.text()
    qtbot.waitUntil(lambda: not window.status.busy)


def test_undo_and_redo_name_the_step_and_follow_the_tab(window):
    undo, redo = actions(window, "undo", "redo")
    assert not undo.isEnabled()
    window.faces.document.change(psi=0.5)
    assert undo.isEnabled()  # a change that is not at rest yet can be undone too
    window.faces.document.settle("Psi")
    assert undo.text() == "&Undo Psi"
    window.show_scenes()
    assert not undo.isEnabled()
    window.show_faces()
    undo.trigger()
    assert window.faces.document.recipe.psi == 0.7
    assert not undo.isEnabled()
    assert redo.text() == "&Redo Psi"
    redo.trigger()
    assert window.faces.document.recipe.psi == 0.5


def test_the_tabs_to_come_say_what_they_will_be_and_lead_back(window):
    for show, tab in (
        (window.show_scenes, window.scenes),
        (window.show_classes, window.classes),
    ):
        show()
        assert tab.line.isVisible()
        assert len(tab.line.text()) > 20
        save = next(action for act, action in window._actions.items() if act.keys == "Ctrl+S")
        assert not save.isEnabled()
        QTest.mouseClick(tab.button, Qt.MouseButton.LeftButton)
        assert window.tabs.currentWidget() is window.faces
        assert save.isEnabled()


def test_a_menu_entry_is_grey_where_its_button_is(window, qtbot):
    reset = next(action for act, action in window._actions.items() if act.keys == "Ctrl+Shift+R")
    assert reset.isEnabled()
    assert "Truncation" in reset.toolTip()  # what it does, though it was made before a model
    button = window.faces.controls.reset_all
    button.setEnabled(False)
    window.session.model_shown.emit("faces")
    assert not reset.isEnabled()
    button.setEnabled(True)
    window.session.model_shown.emit("faces")
    assert reset.isEnabled()


def test_seeds_can_be_stepped_by_keys(window, qtbot):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    assert window.faces.document.recipe.a.seed == 2
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    recipe = window.faces.document.recipe
    assert (recipe.a.seed, recipe.b.seed) == (1, 2)


def test_the_training_panel_comes_and_goes_and_tells_how(window):
    (toggle,) = actions(window, "training")
    assert not window.training.isVisible()
    toggle.trigger()
    assert window.training.isVisible()
    assert toggle.isChecked()
    window.training.how_to_wanted.emit()
    page = page_of(window)
    assert "python -m trainers" in page.text.toPlainText()
    page.close()
    window.hide()  # as when it is minimised
    window.show()
    assert window.training.isVisible()
    assert toggle.isChecked()
    window.training.close()
    assert not toggle.isChecked()


def test_it_fits_a_small_screen(window):
    least = window.minimumSizeHint()
    assert least.width() <= 1024
    assert least.height() <= 700


def test_it_comes_back_as_it_was_left(open_window, qtbot):
    window = open_window()
    window.resize(780, 600)
    window.opening.open_named("plain")
    qtbot.waitUntil(lambda: newest(window).recipe.model.name == "plain")
    window.training.show()
    window.close()
    again = open_window()
    assert again.size().toTuple() == (780, 600)
    assert again.training.isVisible()
    assert newest(again).recipe.model.name == "plain"


def test_status_and_corner_say_what_is_in_use(window):
    assert window.status.model.text() == "model faces"
    assert window.status.device.text() == "CPU"
    assert "exact" in window.status.picture.text()
    assert "16 × 16" in window.status.picture.text()
    assert window.in_use.model.text() == "faces"
    assert "faces" in window.windowTitle()


def test_no_event_of_the_users_is_lost_before_the_first_model_is_open(open_window, renderer, qtbot):
    window = open_window()
    assert window.faces.document.undo.count() == 0
    assert newest(window).recipe.model.digest != ""


def test_folded_sections_and_widths_come_back(open_window):
    window = open_window()
    window.resize(780, 600)
    window.faces.sections["noise"].header.click()
    window.faces.parts.setSizes([300, 480, 0])  # the controls away
    widths = window.faces.parts.sizes()
    window.close()
    again = open_window()
    assert again.faces.folded == ["noise"]
    assert again.faces.parts.sizes() == widths


def test_full_screen_comes_back_and_f11_leaves_it(open_window):
    window = open_window()
    window.showMaximized()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    window.close()
    again = open_window()
    (full,) = actions(again, "full screen")
    assert again.isFullScreen()
    assert full.isChecked()
    QTest.keyClick(again, Qt.Key.Key_F11)
    assert not again.isFullScreen()
    assert not full.isChecked()


def test_a_maximised_window_stays_so_after_full_screen(window):
    window.showMaximized()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isMaximized()
    assert not window.isFullScreen()


def test_the_menu_knows_of_full_screen_that_came_from_outside(window):
    (full,) = actions(window, "full screen")
    window.showFullScreen()  # as a window manager does
    assert full.isChecked()
    window.showNormal()
    assert not full.isChecked()


def test_escape_stops_what_runs_and_then_dismisses_the_error(window, renderer, qtbot):
    window.show_error(StudioError("The disk is full; make room."))
    renderer.go_on.clear()
    window.faces.document.change(psi=0.5)  # keeps the worker busy meanwhile
    window.opening.open_named("plain")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    renderer.go_on.set()
    qtbot.waitUntil(lambda: not window.jobs.running)
    assert window.faces.document.recipe.model.name == "faces"
    assert window.error_bar.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.error_bar.isVisible()


def actions(window, *names):
    by_name = {act.name: action for act, action in window._actions.items()}
    return [by_name[name] for name in names]


def page_of(window):
    (page,) = [page for page in window.findChildren(Page) if page.isVisible()]
    return page
