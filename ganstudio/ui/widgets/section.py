"""A part of a panel with a title that folds it away; no frame, no box in a box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ganstudio.ui import icons
from ganstudio.ui.widgets.greyed import grey


class Section(QWidget):
    """A title, rows below it, and one quiet line for why something does not apply.

    It remembers nothing: `opened` tells whoever does.
    """

    opened = Signal(bool)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.header = QToolButton()
        self.header.setText(title)
        self.header.setCheckable(True)
        self.header.setIconSize(QSize(12, 12))
        self.header.setProperty("section", True)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body = QWidget()
        self.labels: list[QLabel] = []
        self.note = quiet_label()
        self._tools = QHBoxLayout()
        self._tools.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.header, 1)
        top.addLayout(self._tools)
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(8, 0, 8, 8)
        inside.setSpacing(8)
        inside.addWidget(self.note)
        self.form = QFormLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(8)
        self.form.setVerticalSpacing(8)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        inside.addLayout(self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(top)
        whole.addWidget(self.body)
        self.explain("")
        self.open(True)
        self.header.toggled.connect(self.open)

    def add_row(self, name: str, field: QWidget) -> QLabel:
        """A named control; a press on its name's mnemonic goes to it. Gives the label."""
        label = QLabel(name)
        label.setBuddy(field)
        self.labels.append(label)
        self.form.addRow(label, field)
        return label

    def add_wide(self, widget: QWidget) -> None:
        """A control as wide as the section."""
        self.form.addRow(widget)

    def add_tool(self, icon: str, name: str) -> QToolButton:
        """A small button at the right end of the title."""
        button = icons.button(icon, name)
        self._tools.addWidget(button)
        return button

    def explain(self, why: str) -> None:
        """Show why something here does not apply; "" hides the line."""
        self.note.setText(why)
        self.note.setVisible(bool(why))

    def grey(self, field: QWidget, why: str) -> None:
        """Grey a control with its name, or bring it back; `why` becomes its tooltip."""
        grey(field, why)
        grey(self.form.labelForField(field), why)

    def open(self, on: bool) -> None:
        """Unfold, or fold away."""
        self.header.setChecked(on)
        self.body.setVisible(on)
        icons.put(self.header, "expanded" if on else "collapsed")
        self.opened.emit(on)


def quiet_label(text: str = "") -> QLabel:
    """A label for second words, in the palette's quiet colour, as many lines as it needs."""
    label = QLabel(text, wordWrap=True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def align(sections: Sequence[Section]) -> None:
    """Let the controls of several sections begin below each other."""
    labels = [label for section in sections for label in section.labels]
    width = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(width)
