"""Somebody who clicks, drags, scrolls and types at random on whatever is on the screen."""

import random

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from shiboken6 import isValid

LEFT, RIGHT, MIDDLE = (
    getattr(Qt.MouseButton, n) for n in ("LeftButton", "RightButton", "MiddleButton")
)
NONE, SHIFT, CTRL = (
    getattr(Qt.KeyboardModifier, n) for n in ("NoModifier", "ShiftModifier", "ControlModifier")
)
KEYS = [
    getattr(Qt.Key, f"Key_{name}")
    for name in """Up Down Left Right Home End PageUp PageDown Space Return Escape Delete Backspace
    Tab Backtab F1 F2 0 1 2 5 7 9 Plus Minus A B C D E G K L M P R S W Z""".split()
]


class Monkey(QObject):
    """Sends `count` events, a few at each turn of the event loop, also inside of nested ones."""

    def __init__(self, window: QWidget, *, seed: int, count: int) -> None:
        super().__init__(window)
        self.window = window
        self.left = count
        self.log: list[str] = []  # what it did last, for whoever looks for the cause of a failure
        self._draw = random.Random(seed)
        self._held: tuple[QWidget, QPoint, Qt.MouseButton] | None = None
        self._stopped = False
        window.installEventFilter(self)

    @property
    def done(self) -> bool:
        return self.left <= 0

    def start(self) -> None:
        # not one repeated timer: Qt does not fire that inside of a menu which it has opened itself
        QTimer.singleShot(1, self, self._act)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window stays open: there is more than one way to quit, and none is a mistake."""
        if watched is self.window and event.type() == QEvent.Type.Close and not self._stopped:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def stop(self) -> None:
        """Let go of everything and close what is open over the window."""
        self._stopped = True
        self._release()
        while popup := QApplication.activePopupWidget():
            popup.close()
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.close()

    def _act(self) -> None:
        if self._stopped:
            return
        if self.done:
            self.stop()
            return
        self.start()
        self.left -= 1
        if self._held:
            self._go_on()
            return
        top = (
            QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._any_top()
        )
        choices = [w for w in top.findChildren(QWidget) if reachable(w)]
        widget = self._draw.choice(choices) if choices else top
        where = QPoint(
            self._draw.randrange(max(widget.width(), 1)),
            self._draw.randrange(max(widget.height(), 1)),
        )
        act = self._draw.choices(
            (self._press, self._double, self._wheel, self._key, self._leave), (45, 8, 12, 30, 5)
        )[0]
        self.log = [*self.log[-20:], f"{act.__name__} {type(widget).__name__} {where.toTuple()}"]
        act(widget, where)

    def _any_top(self) -> QWidget:
        tops = [
            w
            for w in QApplication.topLevelWidgets()
            if w.isVisible() and w is not self.window and not isinstance(w, QMenu)
        ]
        return self._draw.choice(tops) if tops and self._draw.random() < 0.5 else self.window

    def _press(self, widget: QWidget, where: QPoint) -> None:
        button = self._draw.choices((LEFT, RIGHT, MIDDLE), (90, 5, 5))[0]
        self._held = widget, where, button
        modifiers = self._draw.choices((NONE, SHIFT, CTRL), (90, 5, 5))[0]
        QTest.mousePress(widget, button, modifiers, where)

    def _go_on(self) -> None:
        """Move what is held, or let it go."""
        widget, where, button = self._held
        if not isValid(widget) or self._draw.random() < 0.4:
            self._release()
            return
        at = QPointF(where + QPoint(self._draw.randint(-80, 80), self._draw.randint(-60, 60)))
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            QPointF(widget.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            button,
            NONE,
        )
        QApplication.sendEvent(widget, move)

    def _release(self) -> None:
        if self._held and isValid(self._held[0]):
            widget, where, button = self._held
            self._held = None
            QTest.mouseRelease(widget, button, NONE, where)
        self._held = None

    def _double(self, widget: QWidget, where: QPoint) -> None:
        QTest.mouseDClick(widget, LEFT, NONE, where)

    def _wheel(self, widget: QWidget, where: QPoint) -> None:
        turn = QPoint(0, self._draw.choice((-360, -120, 120, 360)))
        at = QPointF(where)
        event = QWheelEvent(
            at,
            QPointF(widget.mapToGlobal(at)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            self._draw.choices((NONE, CTRL), (80, 20))[0],
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def _key(self, widget: QWidget, where: QPoint) -> None:
        key = self._draw.choice(KEYS)
        modifiers = self._draw.choices((NONE, SHIFT, CTRL, CTRL | SHIFT), (60, 10, 20, 10))[0]
        focused = QApplication.focusWidget()
        QTest.keyClick(focused if focused and self._draw.random() < 0.7 else widget, key, modifiers)

    def _leave(self, widget: QWidget, where: QPoint) -> None:
        """Close a dialog that is open, as people do."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()


def reachable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.width() > 0 and widget.height() > 0
