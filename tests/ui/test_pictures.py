import time
from dataclasses import replace

import pytest

from ganstudio.engine.worker import Worker
from ganstudio.recipe import FaceRecipe, ModelRef, Source
from ganstudio.ui.pictures import Pictures
from tests.ui.fakes import FakeRenderer

RECIPE = FaceRecipe(ModelRef("faces"))


def seeded(seed):
    return replace(RECIPE, a=Source(seed=seed))


@pytest.fixture
def renderer():
    return FakeRenderer()


@pytest.fixture
def pictures(qtbot, renderer):
    worker = Worker(lambda: renderer)
    found = Pictures(worker)
    found.seen, found.errors, found.busies, found.waits = [], [], [], []
    found.arrived.connect(lambda key, picture: found.seen.append((key, picture)))
    found.arrived.connect(lambda key, picture: found.waits.append(len(found.busies)))
    found.failed.connect(found.errors.append)
    found.busy.connect(found.busies.append)
    worker.start()
    yield found
    renderer.go_on.set()
    worker.close()


def test_a_thousand_requests_leave_one_exact_picture_the_newest(pictures, renderer, qtbot):
    renderer.go_on.clear()
    for seed in range(1000):
        pictures.ask("faces", seeded(seed))
    renderer.go_on.set()
    qtbot.waitUntil(lambda: pictures.busies == [True, False])
    exact = [picture.recipe.a.seed for _, picture in pictures.seen if picture.exact]
    assert exact[-1] == 999
    assert len(renderer.drawn) <= 2  # the first may have been begun before the others came


def test_a_preview_is_not_the_end_of_the_wait(pictures, renderer, qtbot):
    renderer.pace = 0.01
    pictures.ask("faces", RECIPE)
    qtbot.waitUntil(lambda: len(pictures.seen) == 2)
    assert [picture.exact for _, picture in pictures.seen] == [False, True]
    assert pictures.busies == [True, False]
    assert pictures.waits == [1, 1]  # still busy when the preview came


def test_what_is_shown_after_the_last_answer_is_exact(pictures, renderer, qtbot):
    renderer.pace = 0.01
    for seed in range(20):
        pictures.ask("faces", seeded(seed))
        qtbot.wait(5)
    qtbot.waitUntil(lambda: pictures.busies[-1] is False)
    _, last = pictures.seen[-1]
    assert last.exact
    assert last.recipe == seeded(19)


def test_a_picture_of_another_model_is_not_wanted_any_more(pictures, renderer, qtbot):
    renderer.pace = 0.001  # so that there are previews, which come even when they are stale
    renderer.go_on.clear()
    pictures.ask("faces", RECIPE)
    qtbot.wait(20)  # the worker has begun
    pictures.ask("faces", replace(RECIPE, model=ModelRef("plain")))
    renderer.go_on.set()
    qtbot.waitUntil(lambda: pictures.busies[-1] is False)
    assert {picture.recipe.model.name for _, picture in pictures.seen} == {"plain"}


def test_the_answer_to_an_older_request_is_not_the_end_of_the_wait(pictures, renderer, qtbot):
    pictures.ask("faces", seeded(1))
    time.sleep(0.1)  # the worker has answered, this thread has not yet looked
    renderer.go_on.clear()
    pictures.ask("faces", seeded(2))
    qtbot.waitUntil(lambda: len(pictures.seen) == 1)
    assert pictures.busies == [True]
    renderer.go_on.set()
    qtbot.waitUntil(lambda: pictures.busies == [True, False])
    assert pictures.seen[-1][1].recipe == seeded(2)


def test_small_pictures_wait_for_the_large_one(pictures, renderer, qtbot):
    renderer.go_on.clear()
    pictures.ask("faces", seeded(1))
    qtbot.wait(20)  # the worker has begun
    pictures.ask("thumb", seeded(2), later=True)
    pictures.ask("thumb", seeded(3), later=True)
    pictures.ask("faces", seeded(4))
    renderer.go_on.set()
    qtbot.waitUntil(lambda: "thumb" in [key for key, _ in pictures.seen])
    order = [(key, picture.recipe.a.seed) for key, picture in pictures.seen]
    assert order[-2:] == [("faces", 4), ("thumb", 3)]


def test_an_error_ends_the_wait_and_the_next_picture_comes(pictures, renderer, qtbot):
    renderer.broken = RuntimeError("no")
    pictures.ask("faces", RECIPE)
    qtbot.waitUntil(lambda: pictures.busies == [True, False])
    assert [str(error) for error in pictures.errors] == ["no"]
    renderer.broken = None
    pictures.ask("faces", RECIPE)
    qtbot.waitUntil(lambda: len(pictures.seen) == 1)


def test_the_error_of_an_older_request_is_not_told(pictures, renderer, qtbot):
    renderer.go_on.clear()
    renderer.broken = RuntimeError("no")
    pictures.ask("faces", seeded(1))
    qtbot.wait(20)
    pictures.ask("faces", seeded(2))
    renderer.go_on.set()
    qtbot.waitUntil(lambda: pictures.busies == [True, False])
    assert len(pictures.errors) == 1
