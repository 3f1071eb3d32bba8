"""One upright slider of the mix panel: how much of source B a style layer takes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSlider, QWidget

STEPS = 100  # weights come in hundredths, like the number boxes
KNOB = 12  # px
HANDED_ON = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class LayerSlider(QSlider):
    """Painted by itself; the mouse belongs to the panel, which sweeps across many of these."""

    def __init__(self, layer: int, *, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.layer = layer
        self.hovered = False
        self.numbered = True  # whether there is room for its number
        self.setRange(0, STEPS)
        self.setPageStep(STEPS // 4)
        self.setSingleStep(STEPS // 20)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(KNOB + 4, 160)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(KNOB + 2, 96)

    def foot(self) -> int:
        """Height of the strip with the number."""
        return self.fontMetrics().height()

    def top(self) -> float:
        """y of the knob at 1."""
        return KNOB / 2 + 2

    def bottom(self) -> float:
        """y of the knob at 0."""
        return self.height() - self.foot() - KNOB / 2 - 4

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in HANDED_ON:
            event.ignore()  # these go to the panel
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        role, colours = QPalette.ColorRole, self.palette()
        accent = colours.color(group, role.Highlight)
        x = self.width() / 2
        y = self.bottom() + (self.top() - self.bottom()) * self.value() / STEPS
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(group, role.Mid))
        painter.drawRoundedRect(QRectF(x - 2, self.top(), 4, self.bottom() - self.top()), 2, 2)
        if self.isEnabled():
            painter.setBrush(accent)
            painter.drawRoundedRect(QRectF(x - 2, y, 4, self.bottom() - y), 2, 2)
        edge = accent if self.hasFocus() or self.hovered else colours.color(role.PlaceholderText)
        painter.setPen(QPen(edge if self.isEnabled() else colours.color(group, role.Text), 1))
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
        painter.setBrush(colours.color(group, role.Button))
        radius = min(KNOB, self.width() - 3) / 2
        painter.drawEllipse(QPointF(x, y), radius, radius)
        if self.numbered:
            strong = self.isEnabled() and (self.hasFocus() or self.hovered)
            ink = role.Text if strong else role.PlaceholderText
            painter.setPen(colours.color(group, ink))
            foot = self.rect().adjusted(-8, self.height() - self.foot(), 8, 0)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(self.layer))
        painter.end()
