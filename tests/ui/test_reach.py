"""Everything can be reached by keys and has a name for those who hear the screen."""

import inspect

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ganstudio.ui import ask

PAGES = ("Keyboard shortcuts", "About GAN Studio", "Model card")
MOST = 400  # presses of Tab after which one must have been everywhere


def told(widget):
    """A widget for a failure: its class and whose it is."""
    chain, up = [], widget
    while up is not None and len(chain) < 5:
        chain.append(type(up).__name__ + (f" {up.objectName()!r}" if up.objectName() else ""))
        up = up.parentWidget()
    return " in ".join(chain) + f", tooltip {widget.toolTip()!r}"


def name_of(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def is_part(widget):
    """Parts of Qt's own controls, which speak and act for them: boxes in boxes, scroll bars."""
    up = widget.parentWidget()
    inner = widget.objectName().startswith("qt_") or (
        isinstance(up, QAbstractScrollArea)
        and not isinstance(up, QAbstractItemView)
        and up.focusProxy() is widget
    )
    return inner or isinstance(widget, QMenu | QMenuBar)


def controls(top):
    """What can have the focus now, in that window."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.window() is top
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not is_part(widget)
    ]


def nameless(top):
    return [told(widget) for widget in controls(top) if not name_of(widget).strip()]


def unreached(top):
    """Controls where Tab never comes, having gone round."""
    top.activateWindow()
    top.setFocus()
    seen = set()
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        seen.add(now)
        if now is not None:
            seen.add(now.parentWidget() if now.focusProxy() else None)
    left = [widget for widget in controls(top) if widget not in seen]
    return [told(widget) for widget in left]


def without_words(top):
    """Buttons that are a picture alone and say nothing of what they do."""
    buttons = [b for b in top.findChildren(QToolButton) if b.window() is top and not is_part(b)]
    return [told(b) for b in buttons if b.isVisible() and not b.toolTip() and not b.text()]


def wrong(top):
    return {
        "without an accessible name": nameless(top),
        "never reached by Tab": unreached(top),
        "without a tooltip": without_words(top),
    }


RIGHT = {
    "without an accessible name": [],
    "never reached by Tab": [],
    "without a tooltip": [],
}


def test_the_window_is_within_reach(window, qtbot):
    window.training.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    assert wrong(window) == RIGHT


@pytest.mark.parametrize("tab", [1, 2])
def test_the_other_tabs_are_within_reach(window, qtbot, tab):
    window.tabs.setCurrentIndex(tab)
    with qtbot.waitActive(window):
        window.activateWindow()
    assert wrong(window) == RIGHT


@pytest.fixture
def no_file_dialogs(monkeypatch):
    """Qt's own file dialogs are not ours to look at."""
    for name, function in vars(ask).items():
        if inspect.isfunction(function) and function.__module__ == ask.__name__:
            monkeypatch.setattr(ask, name, lambda *_, **__: None)


def others(window):
    """Windows that are open beside the main one."""
    return [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window]


def test_what_the_actions_open_is_within_reach(window, qtbot, no_file_dialogs):
    opened, found = [], {}
    for act, action in window._actions.items():
        if act.slot and action.isEnabled() and opens_something(act):
            action.trigger()
            for top in others(window):
                qtbot.waitUntil(top.isActiveWindow)
                opened.append(act.text)
                if (flaws := wrong(top)) != RIGHT:
                    found[act.text] = flaws
                top.close()
    assert found == {}
    assert len(opened) >= 7


def opens_something(act):
    """An action with dots, or one of those for pages to read."""
    return act.text.endswith("...") or act.text.replace("&", "") in PAGES


def test_names_and_buttons_without_words_are_found(qtbot, window):
    """The tests above can fail."""
    dialog = QDialog(window)
    column = QVBoxLayout(dialog)
    good, silent, far = QToolButton(text="Good", toolTip="Does good"), QToolButton(), QSpinBox()
    for widget in (good, silent, QPlainTextEdit(accessibleName="Keeps every Tab"), far):
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(widget)
    far.setAccessibleName("Far")
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    found = wrong(dialog)
    dialog.close()
    assert [len(widgets) for widgets in found.values()] == [1, 1, 1]
    assert "QToolButton in QDialog" in found["without an accessible name"][0]
    assert "QSpinBox" in found["never reached by Tab"][0]
