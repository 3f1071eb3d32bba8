import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ganstudio.recipe import Source

CTRL = Qt.KeyboardModifier.ControlModifier


class Keeper:
    """Keeps pictures as a user does, and waits until they are in the strip."""

    def __init__(self, window, qtbot):
        self.window = window
        self.qtbot = qtbot
        self.history = window.keeping.history
        self.tiles = self.history.strip.tiles

    def show(self, seed, **fields):
        window = self.window
        window.faces.document.change(a=Source(seed=seed), **fields)
        window.faces.document.settle("Seed")
        self.qtbot.waitUntil(lambda: window.seen[-1].recipe == window.session.recipe)

    def keep(self, *seeds):
        for seed in seeds:
            self.show(seed)
            before = len(self.history.kept)
            QTest.keyClick(self.window, Qt.Key.Key_K, CTRL)
            self.qtbot.waitUntil(lambda before=before: len(self.history.kept) == before + 1)

    @property
    def seeds(self):
        """Of the pictures that the strip shows, from left to right."""
        model = self.tiles.model()
        return [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(len(self))]

    def __len__(self):
        return self.tiles.model().rowCount()

    def place(self, row):
        """The middle of a tile."""
        return self.tiles.visualRect(self.tiles.model().index(row, 0)).center()

    def click(self, row, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.mouseClick(
            self.tiles.viewport(), Qt.MouseButton.LeftButton, modifiers, self.place(row)
        )

    def press(self, key):
        QTest.keyClick(self.tiles, key)

    def shown(self):
        return [one.recipe.a.seed for one in self.seeds]


@pytest.fixture
def keeper(window, qtbot):
    window.resize(1280, 800)
    return Keeper(window, qtbot)
