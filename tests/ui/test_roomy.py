from PySide6.QtWidgets import QWidget

from ganstudio.ui.widgets.roomy import LEAST, RoomyRow


def test_what_matters_least_goes_first_and_comes_back(qtbot):
    host = QWidget()  # a window would not become narrower than its layout
    qtbot.addWidget(host)
    row = RoomyRow()
    row.setParent(host)
    parts = [QWidget() for _ in range(4)]
    for part in parts:
        part.setMinimumSize(100, 20)
        row.row.addWidget(part)
    row.spare = parts[2:]
    host.show()

    def left(width):
        row.resize(width, 40)
        return [part.isVisible() for part in parts]

    assert left(600) == [True, True, True, True]
    assert left(400) == [True, True, False, True]
    assert left(300) == [True, True, False, False]
    assert left(600) == [True, True, True, True]
    assert row.minimumSizeHint().width() == LEAST
