"""One direction: its name, its slider, its layers, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ganstudio.models.directions import Direction
from ganstudio.recipe import Offset
from ganstudio.ui import icons
from ganstudio.ui.faces.directions.layers import LayersButton, LayersEditor, Range
from ganstudio.ui.faces.directions.name import NameBox
from ganstudio.ui.widgets.number_slider import NumberSlider

FAR = 3.0  # steps that the slider reaches; beyond that pictures fall apart
FARTHEST = 99.0  # what can be typed


class DirectionRow(QWidget):
    """Shows what it is told; the signals say what the user wants.

    `kept` is False for a direction that came with a recipe and is not in the user's list.
    """

    changed = Signal(float)  # the amount, while the slider moves
    settled = Signal()
    renamed = Signal(str)
    layers_chosen = Signal(int, int)
    keep_wanted = Signal()
    copy_wanted = Signal()
    move_wanted = Signal(int)  # places down
    remove_wanted = Signal()

    def __init__(self, direction: Direction, *, kept: bool) -> None:
        super().__init__()
        self.direction, self.kept = direction, kept
        self.span: Range = (direction.first, direction.last)
        self.name = NameBox()
        self.layers, self.editor = LayersButton(), LayersEditor()
        self.slider = NumberSlider(
            direction.name, low=-FAR, high=FAR, default=0.0, reach=(-FARTHEST, FARTHEST)
        )
        self.slider.slider.setProperty("bipolar", True)
        self.keep = icons.button("save", self.tr("Keep it in the list of this model"))
        self.remove = icons.button("close", self.tr("Remove this direction"))
        if kept:
            self.keep.hide()
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.name)
        left.addWidget(self.layers)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addLayout(left, 3)
        row.addWidget(self.slider, 5)
        row.addWidget(self.keep)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.editor)
        self.editor.hide()
        self.name.setMinimumWidth(64)
        self._make_actions()
        self.show_direction(direction)
        self.slider.changed.connect(self.changed)
        self.slider.settled.connect(self.settled)
        self.name.renamed.connect(self.renamed)
        self.layers.toggled.connect(self._open_layers)
        self.editor.chosen.connect(self.layers_chosen)
        self.keep.clicked.connect(self.keep_wanted)
        self.remove.clicked.connect(self.remove_wanted)

    def show_direction(self, direction: Direction) -> None:
        """The same direction, perhaps under another name."""
        self.direction = direction
        self.name.show_name(direction.name)
        self.name.setAccessibleName(self.tr("Name of {name}").format(name=direction.name))
        self.name.setToolTip(self._tip())
        for control in (self.slider.slider, self.slider.box):
            control.setAccessibleName(direction.name)
        self.slider.setToolTip(
            self.tr("How far along it; a step is {step:.2f} long. Double-click resets.").format(
                step=direction.reach
            )
        )
        for button, words in (
            (self.keep, self.tr("Keep {name}")),
            (self.remove, self.tr("Remove {name}")),
        ):
            button.setAccessibleName(words.format(name=direction.name))

    def show_offset(self, offset: Offset | None, sizes: Sequence[int]) -> None:
        """What the recipe says of it; `sizes` of the model's layers, none where it has none."""
        here = offset or self.direction
        self.span = (here.first, here.last)
        self.slider.show_value(offset.amount if offset else 0.0)
        self.layers.setVisible(bool(sizes))
        self.layers.show_range(self.span, sizes, self.direction.name)
        self.editor.show_range(self.span, sizes)
        self._open_layers(self.layers.isChecked() and bool(sizes))

    def _open_layers(self, on: bool) -> None:
        self.editor.setVisible(on)

    def _tip(self) -> str:
        kind = {
            "pca": self.tr("Principal component of the latents (GANSpace)"),
            "sefa": self.tr("Found in the network's weights (SeFa)"),
            "attribute": self.tr("From pictures without it to pictures with it"),
        }[self.direction.kind]
        if not self.kept:
            kind = self.tr("It came with the recipe and is not in your list")
        hint = self.tr("Double-click or F2 renames it")
        return f"{self.direction.name}\n{kind}\n{hint}"

    def _make_actions(self) -> None:
        """The menu of the row, which its keys are from."""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        wanted = (
            (self.tr("Rename"), "F2", self.name.edit),
            (self.tr("Duplicate, for other layers"), "", self.copy_wanted.emit),
            (self.tr("Move up"), "Ctrl+Shift+Up", lambda: self.move_wanted.emit(-1)),
            (self.tr("Move down"), "Ctrl+Shift+Down", lambda: self.move_wanted.emit(1)),
            (self.tr("Remove"), "Ctrl+Del", self.remove_wanted.emit),
        )
        for text, keys, slot in wanted:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, slot=slot: slot())
            self.addAction(action)
        self.name.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
