import numpy as np
import pytest

from ganstudio.engine.job import Progress
from ganstudio.engine.picture import Picture
from ganstudio.recipe import FaceRecipe, ModelRef
from ganstudio.ui.status import Status


@pytest.fixture
def status(qtbot):
    found = Status()
    qtbot.addWidget(found)
    found.show()
    return found


def test_the_busy_sign_comes_within_a_tenth_of_a_second(status, qtbot):
    status.show_busy(True)
    assert not status.busy  # quick pictures do not make it flicker
    qtbot.waitUntil(lambda: status.busy, timeout=100)
    assert status.activity.text() == "Drawing"
    status.show_busy(False)
    assert not status.busy
    assert status.activity.text() == "Ready"


def test_a_quick_picture_shows_no_busy_sign(status, qtbot):
    status.show_busy(True)
    status.show_busy(False)
    qtbot.wait(120)
    assert not status.busy


def test_a_job_shows_how_far_it_is_and_can_be_cancelled(status, qtbot):
    status.show_job("Grid of seeds", Progress(3, 64, "seed 3"))
    assert status.activity.text() == "Grid of seeds: seed 3"
    assert (status.bar.value(), status.bar.maximum()) == (3, 64)
    with qtbot.waitSignal(status.cancel_wanted):
        status.cancel.click()
    status.end_job()
    assert not status.cancel.isVisible()
    assert not status.busy


def test_a_picture_drawn_during_a_job_does_not_hide_it(status, qtbot):
    status.show_job("Grid of seeds", Progress(3, 64))
    status.show_busy(True)
    status.show_busy(False)
    assert status.activity.text() == "Grid of seeds"
    assert status.busy
    status.show_busy(True)
    status.end_job()
    assert status.activity.text() == "Drawing"


@pytest.mark.parametrize(
    ("ms", "exact", "text"),
    [
        (14.4, True, "14 ms a picture · exact · 64 × 48"),
        (3.26, False, "3.3 ms a picture · preview · 64 × 48"),
    ],
)
def test_it_says_how_long_a_picture_took_and_what_it_is(status, ms, exact, text):
    recipe = FaceRecipe(ModelRef("small"))
    picture = Picture(recipe, np.zeros((48, 64, 3), np.uint8), exact=exact, ms=ms, device="cpu")
    status.show_picture(picture)
    assert status.picture.text() == text
