"""The strip of key frames: small pictures in order, with the seconds and the easing between."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from ganstudio.latent.paths import Path
from ganstudio.ui.faces.paths.strip_painting import paint_strip
from ganstudio.ui.faces.paths.strip_shape import EDGE, THUMB, WAY, Shape
from ganstudio.ui.faces.paths.words import easing_words
from ganstudio.ui.thumbnails import Thumbnails

HEIGHT = THUMB + 16
CTRL = Qt.KeyboardModifier.ControlModifier


class Strip(QWidget):
    """Click chooses, drag moves; arrows choose, with Ctrl they move; Delete removes.

    It changes nothing itself: the signals say what the user wants.
    """

    chosen = Signal(int)
    way_chosen = Signal(int)  # the seconds behind that key frame
    moved = Signal(int, int)  # from, to
    removed = Signal(int)
    needed = Signal(int, int)  # left and right edge of what should be in view

    def __init__(self, thumbs: Thumbnails) -> None:
        super().__init__()
        self.current: int | None = None
        self._path = Path(())
        self._second: float | None = None
        self._thumbs = thumbs
        self._pressed: int | None = None
        self._from = QPointF()
        self._slot: int | None = None  # where a dragged key frame would go
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Key frames"))
        thumbs.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.shape_now.width, HEIGHT)

    @property
    def shape_now(self) -> Shape:
        return Shape(len(self._path.frames), self._path.closed, HEIGHT)

    def show_path(self, path: Path, current: int | None) -> None:
        """These key frames; `current` is the chosen one."""
        self._path, self.current = path, current
        self._thumbs.want(list(dict.fromkeys(frame.recipe for frame in path.frames)))
        self.setMinimumWidth(self.shape_now.width)
        words = self.tr("None chosen") if current is None else self.tr("{which} of {count}")
        self.setAccessibleDescription(
            words.format(which=(current or 0) + 1, count=len(path.frames))
        )
        if current is not None:
            frame = self.shape_now.frame(current)
            self.needed.emit(round(frame.left()) - EDGE, round(frame.right()) + WAY)
        self.update()

    def show_second(self, second: float | None) -> None:
        """Where on the path the picture is; None: it is not of the path."""
        self._second = second
        if second is not None and self._path.frames:
            x = round(self.shape_now.second_x(self._path, second))
            self.needed.emit(x - EDGE, x + EDGE)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = self.shape_now.frame_at(event.position())
        self._from = event.position()
        if self._pressed is None:
            way = self.shape_now.way_at(event.position())
            if way is not None:
                self.way_chosen.emit(way)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._pressed is None:
            return
        far = (event.position() - self._from).manhattanLength()
        if self._slot is not None or far >= QApplication.startDragDistance():
            x = event.position().x()
            self._slot = self.shape_now.slot_at(x)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.needed.emit(round(x) - EDGE, round(x) + EDGE)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        pressed, slot = self._pressed, self._slot
        self._pressed = self._slot = None
        self.unsetCursor()
        self.update()
        if slot is None:
            self.chosen.emit(pressed)
        elif (to := slot - (slot > pressed)) != pressed:
            self.moved.emit(pressed, to)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, count = Qt.Key(event.key()), len(self._path.frames)
        here = self.current
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if not count:
            super().keyPressEvent(event)
        elif key in ways and event.modifiers() & CTRL:
            if here is not None and 0 <= here + ways[key] < count:
                self.moved.emit(here, here + ways[key])
        elif key in ways:
            first = 0 if key == Qt.Key.Key_Right else count - 1
            to = first if here is None else min(max(here + ways[key], 0), count - 1)
            self.chosen.emit(to)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.chosen.emit(0 if key == Qt.Key.Key_Home else count - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is not None:
            self.chosen.emit(here)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and here is not None:
            self.removed.emit(here)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._ring = event.reason() in by_key
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._ring = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        shape, frames = self.shape_now, self._path.frames
        seen = shape.within(event.rect().left(), event.rect().right())
        paint_strip(
            self,
            self._path,
            shape,
            faces={index: self._thumbs.of(frames[index].recipe) for index in seen},
            current=self.current,
            dragged=self._pressed if self._slot is not None else None,
            slot=self._slot,
            second=self._second,
            ring=self._ring,
        )

    def _tip(self, place: QPointF) -> str:
        shape = self.shape_now
        if (index := shape.frame_at(place)) is not None:
            words = self.tr("Key frame {number}: a click loads it, a drag moves it")
            return words.format(number=index + 1)
        if (index := shape.way_at(place)) is not None:
            frame = self._path.frames[index]
            words = self.tr("{seconds:g} seconds to the next key frame: {easing}")
            return words.format(seconds=frame.seconds, easing=easing_words()[frame.easing][1])
        return ""
