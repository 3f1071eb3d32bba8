import pytest

from ganstudio.engine.job import Progress
from ganstudio.engine.worker import Worker
from ganstudio.ui.jobs import Jobs
from tests.ui.fakes import FakeRenderer


def count(renderer, *, to):
    for done in range(to):
        yield Progress(done, to, "counting")
    return to


def fail(renderer):
    yield Progress(0, 1)
    raise ValueError("no")


def wait_for_ever(renderer):
    while True:
        yield Progress(0, 0)


@pytest.fixture
def jobs(qtbot):
    worker = Worker(FakeRenderer)
    found = Jobs(worker)
    found.results, found.seen, found.errors, found.rests = [], [], [], []
    found.moved.connect(lambda name, progress: found.seen.append((name, progress)))
    found.failed.connect(found.errors.append)
    found.rested.connect(lambda: found.rests.append(1))
    worker.start()
    yield found
    worker.close()


def test_the_result_goes_to_whoever_asked(jobs, qtbot):
    jobs.start("Count", lambda r: count(r, to=3), jobs.results.append)
    assert jobs.running
    qtbot.waitUntil(lambda: jobs.results == [3])
    assert jobs.seen[0] == ("Count", Progress(0, 0))
    assert jobs.seen[-1] == ("Count", Progress(2, 3, "counting"))
    assert jobs.rests == [1]
    assert not jobs.running


def test_cancel_stops_what_runs_and_what_waits(jobs, qtbot):
    jobs.start("Wait", wait_for_ever, jobs.results.append)
    jobs.start("Count", lambda r: count(r, to=3), jobs.results.append)
    qtbot.waitUntil(lambda: len(jobs.seen) > 3)
    jobs.cancel()
    qtbot.waitUntil(lambda: not jobs.running)
    assert jobs.results == []
    assert jobs.errors == []


def test_an_error_is_told_and_the_next_job_runs(jobs, qtbot):
    jobs.start("Fail", fail, jobs.results.append)
    jobs.start("Count", lambda r: count(r, to=1), jobs.results.append)
    qtbot.waitUntil(lambda: jobs.results == [1])
    assert [str(error) for error in jobs.errors] == ["no"]


def test_quiet_work_is_neither_seen_nor_cancelled(jobs, qtbot):
    jobs.start("Count", lambda r: count(r, to=100), jobs.results.append, quiet=True)
    assert not jobs.running
    jobs.cancel()
    qtbot.waitUntil(lambda: jobs.results == [100])
    assert jobs.seen == []
