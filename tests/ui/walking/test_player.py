import pytest
from PySide6.QtCore import QObject, Signal

from ganstudio.ui.faces.paths import player as module
from ganstudio.ui.faces.paths.player import Player, position


class FakePictures(QObject):
    answered = Signal(str)
    failed = Signal(object)

    def __init__(self):
        super().__init__()
        self.asked = []

    def ask(self, key, moment):
        self.asked.append(moment)


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 100.0

        def perf_counter(self):
            return self.now

    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


@pytest.fixture
def pictures(qapp):
    return FakePictures()


@pytest.fixture
def player(pictures, qapp):
    player = Player(pictures)
    yield player
    player.stop()


def test_it_goes_by_the_clock_and_drops_frames(player, pictures, clock, qtbot):
    player.play(lambda second: round(second, 6), 10.0, again="once")
    assert pictures.asked == [0.0]
    clock.now += 2.5  # a slow machine
    assert pictures.asked == [0.0]  # nothing queues
    pictures.answered.emit("faces")
    qtbot.waitUntil(lambda: len(pictures.asked) == 2)
    assert pictures.asked == [0.0, 2.5]


def test_it_ends_exactly_on_the_last_moment(player, pictures, clock, qtbot):
    player.play(lambda second: second, 1.0, again="once")
    clock.now += 7
    pictures.answered.emit("faces")
    qtbot.waitUntil(lambda: len(pictures.asked) == 2)
    assert pictures.asked[-1] == 1.0
    assert player.playing
    with qtbot.waitSignal(player.stopped):
        pictures.answered.emit("faces")
    assert not player.playing


def test_answers_to_others_do_not_move_it(player, pictures, clock, qtbot):
    player.play(lambda second: second, 1.0, again="once")
    pictures.answered.emit("map of seeds")
    qtbot.wait(40)
    assert len(pictures.asked) == 1


def test_no_screen_shows_more_than_sixty_a_second(player, pictures, clock):
    player.play(lambda second: second, 1.0, again="round")
    clock.now += 0.001
    pictures.answered.emit("faces")
    assert player._next.remainingTime() >= 10


@pytest.mark.parametrize("how", ["stop", "fail"])
def test_it_stops_at_once_and_when_a_picture_fails(player, pictures, clock, qtbot, how):
    player.play(lambda second: second, 1.0, again="round")
    with qtbot.waitSignal(player.stopped):
        player.stop() if how == "stop" else pictures.failed.emit(ValueError())
    pictures.answered.emit("faces")
    qtbot.wait(40)
    assert len(pictures.asked) == 1


@pytest.mark.parametrize(
    ("elapsed", "again", "expected"),
    [
        (0.0, "once", (0.0, False)),
        (3.0, "once", (3.0, False)),
        (4.0, "once", (4.0, True)),
        (9.0, "once", (4.0, True)),
        (5.0, "round", (1.0, False)),
        (5.0, "to and fro", (3.0, False)),
        (8.5, "to and fro", (0.5, False)),
    ],
)
def test_where_it_is_by_now(elapsed, again, expected):
    assert position(elapsed, 4.0, again) == expected
