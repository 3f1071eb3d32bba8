"""The real window with the real renderer, driven by mouse and keys as a user would."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ganstudio.models.library import Library
from ganstudio.ui import ask
from ganstudio.ui.app import make_renderer
from ganstudio.ui.driving import drag, drop
from ganstudio.ui.settings import Settings
from ganstudio.ui.theme import Theme
from ganstudio.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
SMALL = "random-stylegan2-64-3"


class User:
    """Hands and eyes of somebody in front of the window."""

    def __init__(self, window, qtbot, monkeypatch):
        self.window = window
        self.qtbot = qtbot
        self.shown = []
        self._monkeypatch = monkeypatch
        window.session.picture_shown.connect(self.shown.append)

    @property
    def recipe(self):
        return self.window.faces.document.recipe

    def wait(self, seconds=20):
        """Until the exact picture of the recipe is on the screen and nothing runs."""

        def there():
            quiet = not self.window.status.busy and not self.window.jobs.running
            right = bool(self.shown) and self.shown[-1].recipe == self.recipe
            return right and self.shown[-1].exact and quiet

        self.qtbot.waitUntil(there, timeout=1000 * seconds)
        return self.shown[-1].pixels

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """A key, on whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def return_to_window(self):
        """What a window manager does when a dialog closes; offscreen there is none."""
        with self.qtbot.waitActive(self.window):
            self.window.activateWindow()

    def type_into(self, box, text):
        QTest.mouseClick(box.lineEdit(), LEFT)
        QTest.keyClicks(box, text)
        QTest.keyClick(box, Qt.Key.Key_Return)

    def drag(self, widget, start, end):
        """Press at (x, y), move, release."""
        drag(widget, *(QPoint(round(x), round(y)) for x, y in (start, end)))

    def drop(self, path):
        drop(self.window, path)

    def will_save_as(self, path):
        """What the file dialog will answer."""
        self._monkeypatch.setattr(ask, "path_to_save", lambda parent, suggestion, with_recipe: path)


@pytest.fixture
def user(qtbot, qapp, monkeypatch):
    """The window of someone who used a small random network last time."""
    settings = Settings()
    settings.remember(SMALL)
    theme = qapp.findChild(Theme) or Theme(qapp)
    window = Window(make_renderer=make_renderer, library=Library(), settings=settings, theme=theme)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    found = User(window, qtbot, monkeypatch)
    window.show()
    try:
        found.return_to_window()
        found.wait()
        yield found
    finally:
        window.close()
