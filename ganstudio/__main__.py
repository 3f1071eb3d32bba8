"""Without arguments the window; with a command the same work without one."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ganstudio import allocator, display
from ganstudio.errors import StudioError


def main(argv: Sequence[str] | None = None) -> int:
    """The program; `argv` without its name. The exit status: 2 for what the user got wrong."""
    arguments = sys.argv[1:] if argv is None else argv
    if not arguments:
        return window()
    allocator.tune()
    from ganstudio.cli import run

    return run(arguments)


def window() -> int:
    """Open it, or say in a sentence why that cannot be. It tunes the allocator by its settings."""
    try:
        display.check_display()
        try:
            from ganstudio.ui.app import run
        except ImportError as error:
            raise display.qt_is_missing(error) from error
    except StudioError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return run(sys.argv[:1])


if __name__ == "__main__":
    sys.exit(main())
