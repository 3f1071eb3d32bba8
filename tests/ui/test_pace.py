from ganstudio.engine.job import Progress
from ganstudio.ui.pace import Pace, in_time


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_the_time_left_is_reckoned_from_the_progress():
    clock = Clock()
    pace = Pace(clock)
    assert pace.left("Film", Progress(0, 100)) is None
    clock.now = 0.5
    assert pace.left("Film", Progress(10, 100)) is None  # too early to say
    clock.now = 2.0
    assert pace.left("Film", Progress(20, 100)) == 8.0


def test_another_job_begins_anew():
    clock = Clock()
    pace = Pace(clock)
    pace.left("Film", Progress(0, 100))
    clock.now = 50.0
    assert pace.left("Film", Progress(50, 100)) == 50.0
    assert pace.left("Grid of seeds", Progress(5, 10)) is None
    clock.now = 52.0
    assert pace.left("Grid of seeds", Progress(6, 10)) == 8.0
    assert pace.left("Grid of seeds", Progress(0, 10)) is None  # the next one of that name


def test_the_time_is_said_in_words():
    assert in_time(0.2) == "about 1 s left"
    assert in_time(12.4) == "about 12 s left"
    assert in_time(200) == "about 3 min left"
