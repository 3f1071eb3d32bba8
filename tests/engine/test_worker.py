"""The worker: newest wins, errors do not kill it, jobs give way to pictures, closing is prompt."""

import threading
import time

import numpy as np
import pytest
from PySide6.QtCore import QObject, Slot

from ganstudio.engine.job import Job, Progress, run
from ganstudio.engine.picture import Picture
from ganstudio.engine.worker import Request, Worker
from ganstudio.recipe import FaceRecipe, ModelRef, Source

MODEL = ModelRef("none")
TAKES_S = 0.02


class FakeRenderer:
    """Draws slowly: a preview, then the exact picture, both the seed's grey; seed 13 fails."""

    device = "cpu"

    def __init__(self):
        self.drawn = []
        self.thread = threading.get_ident()

    def pictures(self, recipe, *, preview, stale):
        if recipe.a.seed == 13:
            raise RuntimeError("thirteen")
        for _ in range(4):  # layers
            if stale():
                return
            time.sleep(TAKES_S / 4)
        self.drawn.append(recipe.a.seed)
        pixels = np.full((2, 2, 3), recipe.a.seed % 256, np.uint8)
        if preview:
            yield Picture(recipe, pixels, exact=False, ms=1, device="cpu")
        if not stale():
            yield Picture(recipe, pixels, exact=True, ms=2, device="cpu")


class Relay(QObject):
    """Collects what the worker says, in the thread of the window."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.seen = []
        self.threads = set()
        for name in ("up", "ready", "failed", "job_moved", "job_done", "job_failed"):
            getattr(worker, name).connect(getattr(self, "on_" + name))
        worker.job_cancelled.connect(self.on_job_cancelled)

    def note(self, *said):
        self.seen.append(said)
        self.threads.add(threading.get_ident())

    @Slot(str)
    def on_up(self, device):
        self.note("up", device)

    @Slot(object, object)
    def on_ready(self, request, picture):
        self.note("ready", request.recipe.a.seed, picture.exact, request.key)

    @Slot(object, object)
    def on_failed(self, request, error):
        self.note("failed", request.recipe.a.seed, str(error))

    @Slot(object, object)
    def on_job_moved(self, job, progress):
        self.note("moved", job.name, progress.done)

    @Slot(object, object)
    def on_job_done(self, job, result):
        self.note("done", job.name, result)

    @Slot(object, object)
    def on_job_failed(self, job, error):
        self.note("job failed", job.name, str(error))

    @Slot(object)
    def on_job_cancelled(self, job):
        self.note("cancelled", job.name)

    def of(self, kind):
        return [said[1:] for said in self.seen if said[0] == kind]


@pytest.fixture
def worker(qtbot):
    renderers = []

    def make():
        renderers.append(FakeRenderer())
        return renderers[0]

    worker = Worker(make)
    worker.relay = Relay(worker)
    worker.start()
    qtbot.waitUntil(lambda: worker.relay.of("up") == [("cpu",)])
    worker.renderer = renderers[0]
    yield worker
    worker.close()


def ask(seed: int, key: str = "faces") -> Request:
    return Request(key, FaceRecipe(MODEL, a=Source(seed=seed)))


def test_a_burst_leaves_one_exact_picture_the_newest_and_no_backlog(worker, qtbot):
    for seed in range(100, 1100):
        worker.submit(ask(seed))
    qtbot.waitUntil(lambda: (1099, True, "faces") in worker.relay.of("ready"))
    exact = [seed for seed, exact, _ in worker.relay.of("ready") if exact]
    assert exact[-1] == 1099
    assert len(worker.renderer.drawn) <= 4
    before = len(worker.relay.seen)
    time.sleep(3 * TAKES_S)
    qtbot.wait(1)
    assert len(worker.relay.seen) == before


def test_requests_a_millisecond_apart_are_thinned_out_and_the_last_is_right(worker, qtbot):
    for seed in range(100, 200):
        worker.submit(ask(seed))
        time.sleep(0.001)
    qtbot.waitUntil(lambda: (199, True, "faces") in worker.relay.of("ready"))
    assert len(worker.renderer.drawn) < 30


def test_a_drag_shows_pictures_although_each_is_out_of_date_before_it_is_done(worker, qtbot):
    for seed in range(100, 160):
        worker.submit(ask(seed))
        time.sleep(TAKES_S / 4)
    qtbot.waitUntil(lambda: (159, True, "faces") in worker.relay.of("ready"))
    on_the_way = {seed for seed, _, _ in worker.relay.of("ready")}
    assert len(on_the_way) >= 5
    exact = [seed for seed, exact, _ in worker.relay.of("ready") if exact]
    assert len(exact) < len(on_the_way)  # after its preview a picture gives way to a newer one


def test_each_key_gets_its_picture(worker, qtbot):
    for key in ("faces", "thumb a", "thumb b"):
        worker.submit(ask(5, key))
    qtbot.waitUntil(lambda: sum(exact for _, exact, _ in worker.relay.of("ready")) == 3)
    assert {key for _, exact, key in worker.relay.of("ready") if exact} == {
        "faces",
        "thumb a",
        "thumb b",
    }


def test_signals_arrive_in_the_windows_thread(worker, qtbot):
    worker.submit(ask(1))
    qtbot.waitUntil(lambda: len(worker.relay.of("ready")) == 2)
    assert worker.relay.threads == {threading.get_ident()} != {worker.renderer.thread}


def test_an_error_is_told_and_the_thread_lives_on(worker, qtbot):
    worker.submit(ask(13))
    qtbot.waitUntil(lambda: worker.relay.of("failed") == [(13, "thirteen")])
    worker.submit(ask(14))
    qtbot.waitUntil(lambda: (14, True, "faces") in worker.relay.of("ready"))


def counting(name: str, steps: int, log: list | None = None) -> Job:
    def work(renderer):
        try:
            for i in range(steps):
                time.sleep(0.01)
                yield Progress(i + 1, steps)
            return steps
        finally:
            if log is not None:
                log.append("cleaned up")

    return Job(name, work)


def test_a_job_tells_its_progress_and_its_result(worker, qtbot):
    worker.start_job(counting("count", 3))
    qtbot.waitUntil(lambda: worker.relay.of("done") == [("count", 3)])
    assert worker.relay.of("moved") == [("count", 1), ("count", 2), ("count", 3)]


def test_pictures_are_served_between_the_steps_of_a_job(worker, qtbot):
    long = counting("long", 200)
    worker.start_job(long)
    qtbot.waitUntil(lambda: len(worker.relay.of("moved")) > 2)
    worker.submit(ask(7))
    qtbot.waitUntil(lambda: (7, True, "faces") in worker.relay.of("ready"))
    assert worker.relay.of("done") == []
    worker.cancel(long)
    qtbot.waitUntil(lambda: worker.relay.of("cancelled") == [("long",)])


def test_a_cancelled_job_cleans_up_and_the_next_one_runs(worker, qtbot):
    log = []
    long = counting("long", 1000, log)
    worker.start_job(long)
    worker.start_job(counting("next", 1))
    qtbot.waitUntil(lambda: len(worker.relay.of("moved")) > 1)
    worker.cancel(long)
    qtbot.waitUntil(lambda: worker.relay.of("done") == [("next", 1)])
    assert worker.relay.of("cancelled") == [("long",)] and log == ["cleaned up"]


def test_a_job_cancelled_before_it_starts_never_starts(worker, qtbot):
    log = []
    first, second = counting("first", 20), counting("second", 20, log)
    worker.start_job(first)
    worker.start_job(second)
    worker.cancel(second)
    qtbot.waitUntil(lambda: worker.relay.of("cancelled") == [("second",)])
    assert worker.relay.of("done") == [("first", 20)] and log == []


@pytest.mark.parametrize("last", ["returns", "raises"])
def test_a_job_cancelled_during_its_last_step_counts_as_cancelled(worker, qtbot, last):
    begun = threading.Event()

    def work(renderer):
        yield Progress(0, 1)
        begun.set()
        time.sleep(0.1)
        if last == "raises":
            raise OSError("too late")
        return "result"

    job = Job("open", work)
    worker.start_job(job)
    begun.wait(5)
    worker.cancel(job)
    qtbot.waitUntil(lambda: worker.relay.of("cancelled") == [("open",)])
    assert worker.relay.of("done") == worker.relay.of("job failed") == []
    assert worker._cancelled == set()


def test_a_job_without_memory_says_so_in_words(worker, qtbot):
    def work(renderer):
        yield Progress(0, 1)
        raise RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes.")

    worker.start_job(Job("a grid", work))
    qtbot.waitUntil(lambda: worker.relay.of("job failed") != [])
    ((_, sentence),) = worker.relay.of("job failed")
    assert sentence.startswith("The memory is not enough for a grid;")


def test_what_a_hand_moves_comes_before_thumbnails(worker, qtbot):
    worker.submit(ask(1, "busy"))
    for key in ("thumb a", "thumb b"):
        worker.submit(Request(key, FaceRecipe(MODEL, a=Source(seed=2)), preview=False))
    worker.submit(ask(3))
    qtbot.waitUntil(lambda: sum(exact for _, exact, _ in worker.relay.of("ready")) == 4)
    keys = [key for _, exact, key in worker.relay.of("ready") if exact and key != "busy"]
    assert keys[0] == "faces"


def test_a_failing_job_is_told_and_the_thread_lives_on(worker, qtbot):
    def work(renderer):
        yield Progress(1, 2)
        raise OSError("disk full")

    worker.start_job(Job("bad", work))
    qtbot.waitUntil(lambda: worker.relay.of("job failed") == [("bad", "disk full")])
    worker.submit(ask(3))
    qtbot.waitUntil(lambda: (3, True, "faces") in worker.relay.of("ready"))


def test_closing_in_the_middle_of_a_job_is_prompt_and_cleans_up(worker, qtbot):
    log = []
    worker.start_job(counting("long", 10_000, log))
    qtbot.waitUntil(lambda: len(worker.relay.of("moved")) > 0)
    worker.close()
    assert worker.isFinished() and log == ["cleaned up"]


def test_a_renderer_that_cannot_be_made_is_told(qtbot):
    def make():
        raise ImportError("no torch")

    worker = Worker(make)
    relay = Relay(worker)
    worker.submit(ask(1))
    worker.start()
    qtbot.waitUntil(lambda: relay.of("failed") == [(1, "no torch")])
    worker.submit(ask(2))
    qtbot.waitUntil(lambda: (2, "no torch") in relay.of("failed"))
    worker.close()


def test_on_the_command_line_a_job_just_runs():
    assert run(counting("count", 2).steps(None)) == 2
