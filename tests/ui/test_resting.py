import pytest

from ganstudio import allocator
from ganstudio.ui import resting


@pytest.fixture
def given(monkeypatch):
    """How often memory was given back, with a rest of 50 ms."""
    times = []
    monkeypatch.setattr(allocator, "give_back", lambda: bool(times.append(1)))
    monkeypatch.setattr(resting, "REST_MS", 50)
    return times


def test_memory_goes_back_once_after_a_rest(given, open_window, qtbot):
    window = open_window()
    qtbot.waitUntil(lambda: given == [1])
    qtbot.wait(150)
    assert given == [1]
    window.faces.document.change(psi=0.5)
    qtbot.waitUntil(lambda: given == [1, 1])


def test_it_stays_while_there_is_work(given, open_window, qtbot):
    window = open_window()
    for step in range(20):
        window.faces.document.change(psi=step / 20)
        qtbot.wait(10)
    assert len(given) <= 1  # at most in the moment before the first change
