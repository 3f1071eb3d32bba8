"""tour: every view of the window, without a screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from ganstudio import display


def tour(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="For the pictures; made where it is missing.")
    ] = Path("tour"),
) -> None:
    """Show every view of the window in pictures, without a screen.

    Opens the real window, uses it, and leaves screenshots and exports in FOLDER.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from ganstudio.ui.tour import visit
    except ImportError as error:
        raise display.qt_is_missing(error) from error
    for path in visit(folder):
        typer.echo(path)
