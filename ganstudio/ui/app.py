"""The program with a window: first the window, then torch."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from ganstudio import allocator, paths
from ganstudio.models.library import Library
from ganstudio.ui.settings import Settings
from ganstudio.ui.theme import Theme
from ganstudio.ui.window import Window

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer

COLLECT_MS = 2_000
OLD_EVERY = 30  # the collection of long-lived objects is slow, so it is rare


def run(argv: Sequence[str]) -> int:
    """Open the window and serve it until it is closed; the exit status."""
    settings = Settings()
    if settings.tune_allocator:
        allocator.tune()
    app = QApplication(list(argv))
    name_and_translate(app)
    window = Window(
        make_renderer=make_renderer, library=Library(), settings=settings, theme=Theme(app)
    )
    collector = Collector(window)
    window.worker.up.connect(collector.leave_out_what_is)
    reporter = Reporter(window)
    sys.excepthook = reporter.report
    threading.excepthook = reporter.report_thread
    window.show()
    status = app.exec()
    sys.excepthook = sys.__excepthook__
    return status


def make_renderer() -> Renderer:
    """Called on the worker's thread: this is where torch is imported."""
    # Threads that spin while they wait make a picture 10 times slower as soon as something else,
    # say a training, wants the same cores. Read when torch loads OpenMP.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from ganstudio.engine.renderer import Renderer

    return Renderer(Library())


def name_and_translate(app: QApplication) -> None:
    """The program's name, and its words and Qt's in the user's language where there are any."""
    app.setApplicationName(paths.APP)
    app.setApplicationDisplayName("GAN Studio")
    app.setDesktopFileName(paths.APP)
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("ganstudio", str(paths.resources() / "translations")),
    ):
        translator = QTranslator(app)
        if translator.load(QLocale(), name, "_", folder):
            app.installTranslator(translator)


class Collector(QObject):
    """Cyclic garbage is collected on this thread alone: Qt objects must not die on the worker's."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ticks = 0
        gc.disable()
        timer = QTimer(self, interval=COLLECT_MS)
        timer.timeout.connect(self._collect)
        timer.start()

    def leave_out_what_is(self) -> None:
        """torch is there: its many objects stay, and need not be looked at again."""
        gc.freeze()

    def _collect(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return  # not while something is being dragged
        self._ticks += 1
        gc.collect(2 if self._ticks % OLD_EVERY == 0 else 1)


class Reporter(QObject):
    """Exceptions that nobody caught, from whichever thread, end in the error bar."""

    happened = Signal(object)  # the exception

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.happened.connect(window.show_error)

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """`sys.excepthook`: on the terminal as ever, and in the window."""
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()  # by way of closing the window
            return
        sys.__excepthook__(kind, error, trace)
        self.happened.emit(error)

    def report_thread(self, fallen: threading.ExceptHookArgs) -> None:
        """`threading.excepthook`."""
        if fallen.exc_value is not None:
            self.report(fallen.exc_type, fallen.exc_value, fallen.exc_traceback)
