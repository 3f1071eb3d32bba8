import pytest

from ganstudio.engine import devices
from ganstudio.ui import window as window_module
from ganstudio.ui.settings import Settings
from ganstudio.ui.theme import Theme
from tests.ui.fakes import FakeLibrary, FakeRenderer


@pytest.fixture(scope="session")
def theme(qapp):
    return Theme(qapp)


@pytest.fixture
def renderer():
    return FakeRenderer()


@pytest.fixture
def machine(monkeypatch):
    """A machine with a CPU alone, without asking torch."""
    monkeypatch.setattr(devices, "available", lambda: [devices.Device("cpu", "CPU")])


@pytest.fixture
def open_window(qtbot, theme, renderer, machine):
    """Makes windows with the fake renderer, and closes them at the end."""
    opened = []

    def make(make_renderer=lambda: renderer, library=None, *, seen=True):
        window = window_module.Window(
            make_renderer=make_renderer,
            library=library or FakeLibrary(),
            settings=Settings(),
            theme=theme,
        )
        qtbot.addWidget(window)
        window.seen = []
        window.session.picture_shown.connect(window.seen.append)
        opened.append(window)
        window.show()
        if seen:
            qtbot.waitUntil(lambda: window.seen != [] or not window.error_bar.isHidden())
        return window

    yield make
    renderer.go_on.set()
    for window in opened:
        window.close()


@pytest.fixture
def window(open_window, qtbot):
    """The window with its first picture on the screen."""
    found = open_window()
    qtbot.waitUntil(lambda: not found.jobs.running and not found.status.busy)
    return found
