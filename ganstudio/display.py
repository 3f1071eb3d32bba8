"""Whether a window can be opened here, and in words why not."""

from __future__ import annotations

import os
import sys

from ganstudio.errors import StudioError


def check_display() -> None:
    """Raises StudioError on a Linux without X and Wayland; elsewhere there always is a screen."""
    named = map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not any(named):
        raise StudioError(
            "There is no display to open a window on; `ganstudio tour FOLDER` shows every view in "
            "pictures, and `ganstudio --help` lists what else works without one."
        )


def qt_is_missing(error: ImportError) -> StudioError:
    """What to say where Qt cannot be loaded: a system library that no Python package brings.

    Raises `error` itself where that is not the reason.
    """
    if ".so" not in str(error):
        raise error
    return StudioError(
        "Qt cannot start: {error}; install that library, README names the packages.",
        error=error,
        detail=repr(error),
    )
