"""How a line of the command palette is painted: its name, its menu in quiet letters, its keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

PATH = Qt.ItemDataRole.UserRole + 1  # (menu, keys)
TALL = 32  # px
GAP = 8


class Line(QStyledItemDelegate):
    """The name may take what the keys leave; the menu what both leave."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, TALL)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = QStyleOptionViewItem(option)
        self.initStyleOption(chosen, index)
        chosen.text = ""
        widget = option.widget
        style = widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, chosen, painter, widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        colours, role = option.palette, QPalette.ColorRole
        strong = colours.color(role.HighlightedText if selected else role.Text)
        quiet = strong if selected else colours.color(role.PlaceholderText)
        path, keys = index.data(PATH)
        room: QRect = option.rect.adjusted(GAP, 0, -GAP, 0)
        measure = painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.save()
        painter.setPen(quiet)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, keys)
        room.setRight(room.right() - measure.horizontalAdvance(keys) - 2 * GAP)
        name = measure.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(strong)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, name)
        room.setLeft(room.left() + measure.horizontalAdvance(name) + 2 * GAP)
        if room.width() > 4 * GAP:
            path = measure.elidedText(path, Qt.TextElideMode.ElideRight, room.width())
            painter.setPen(quiet)
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, path)
        painter.restore()
