"""The training panel's place: how to train today, and where it will be seen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from ganstudio.ui import icons


class TrainingPanel(QDockWidget):
    """`how_to_wanted`: the user wants to read how to train."""

    how_to_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Training"))
        self.setObjectName("training")  # by which the window remembers where it was
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setTitleBarWidget(self._make_title())
        self.setWidget(self._make_body())

    def _make_title(self) -> QWidget:
        close = QToolButton()
        close.setIconSize(QSize(16, 16))
        close.setToolTip(self.tr("Hide the panel"))
        close.setAccessibleName(self.tr("Hide the panel"))
        icons.put(close, "close")
        close.clicked.connect(self.close)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 4, 8, 0)
        row.addWidget(QLabel(self.windowTitle()), stretch=1)
        row.addWidget(close)
        return bar

    def _make_body(self) -> QWidget:
        line = QLabel(
            self.tr(
                "Runs, live losses and samples will be shown here. Today training starts from the "
                "shell: python -m trainers RUN_FOLDER"
            ),
            wordWrap=True,
            textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse,
        )
        button = QPushButton(self.tr("How to train..."))
        button.clicked.connect(self.how_to_wanted)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(16, 4, 16, 12)
        row.setSpacing(16)
        row.addWidget(line, stretch=1)
        row.addWidget(button)
        body.setMaximumHeight(3 * self.fontMetrics().lineSpacing() + 16)
        return body
