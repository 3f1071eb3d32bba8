"""How to train from the shell, until the training panel can do it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ganstudio.ui.dialogs.page import Page

SPEC = """{
  "name": "my-faces",
  "data": "/path/to/pictures",
  "size": 64,
  "images": 200000
}"""
COMMAND = "python -m trainers RUN_FOLDER"


def how_to_train(parent: QWidget) -> Page:
    """The page behind the button of the training panel."""
    return Page(QCoreApplication.translate("Training", "How to train"), html(), parent=parent)


def html() -> str:
    """Four steps, with what is to be typed between them."""
    translate = QCoreApplication.translate
    heading = translate("Training", "Train a network on your pictures")
    folder = translate(
        "Training",
        "1. Make a folder for the run, and in it a file <b>spec.json</b> that names your pictures "
        "(a folder or a zip), the size and how many pictures to show the network in all:",
    )
    start = translate("Training", "2. Start it in a terminal:")
    look = translate(
        "Training",
        "3. Look into the run folder: <b>samples</b> shows what the network has learnt so far, "
        "<b>snapshots</b> holds models that you can drop on this window at any moment.",
    )
    stop = translate(
        "Training",
        "4. Ctrl+C, or a file named <b>stop</b> in the folder, saves and ends the run. The same "
        "command goes on from there.",
    )
    return (
        f"<h2>{heading}</h2><p>{folder}</p><pre>{SPEC}</pre>"
        f"<p>{start}</p><pre>{COMMAND}</pre><p>{look}</p><p>{stop}</p>"
    )
