import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from ganstudio.engine.picture import Picture
from ganstudio.ui.sheets.view import SheetView
from ganstudio.ui.undoing import Undoing


class FakePictures(QObject):
    """Answers when told to: a grey of the seed, as large as the stage."""

    arrived = Signal(str, object)
    refused = Signal(str, object)

    def __init__(self):
        super().__init__()
        self.asked = []

    def ask(self, key, recipe, *, later=False):
        assert later
        self.asked.append((key, recipe))

    def answer(self):
        key, recipe = self.asked[-1]
        side = recipe.stage or 16
        pixels = np.full((side, side, 3), recipe.a.seed % 256, np.uint8)
        self.arrived.emit(key, Picture(recipe, pixels, True, 1.0, "cpu"))

    def refuse(self, error):
        self.refused.emit(self.asked[-1][0], error)

    def answer_all(self):
        before = 0
        while len(self.asked) > before:
            before = len(self.asked)
            self.answer()


@pytest.fixture
def pictures():
    return FakePictures()


@pytest.fixture
def view(qtbot, pictures, theme):
    """A sheet of its own, on the screen."""
    view = SheetView(pictures, Undoing(), None)
    qtbot.addWidget(view)
    view.opened_cells = []
    view.opened.connect(view.opened_cells.append)
    view.resize(700, 500)
    view.show()
    return view
