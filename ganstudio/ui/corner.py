"""The corner of the tab bar: which model, which device, each a menu."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ganstudio.ui import icons
from ganstudio.ui.actions import Fill, filled


class Corner(QWidget):
    """Two buttons that say what is in use and offer what else there is."""

    def __init__(self, fill_models: Fill, fill_devices: Fill) -> None:
        super().__init__()
        self.model = menu_button("network", self.tr("Model"), fill_models)
        self.device = menu_button("device", self.tr("Device"), fill_devices)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.model)
        row.addWidget(self.device)

    def show_model(self, name: str) -> None:
        self.model.setText(name)

    def show_device(self, name: str) -> None:
        self.device.setText(name)


def menu_button(icon: str, name: str, fill: Fill) -> QToolButton:
    """A button whose menu is filled each time it opens."""
    button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(16, 16))
    button.setText(name)
    button.setToolTip(name)
    button.setAccessibleName(name)
    icons.put(button, icon)
    button.setMenu(filled(QMenu(button), fill))
    return button
