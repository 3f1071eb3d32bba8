"""Deleting a model: asked first, into the trash; for good only where there is no trash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFile, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ganstudio.errors import StudioError
from ganstudio.models.library import Entry, Library

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Ending:
    """Whom to tell how it ended."""

    gone: Callable[[Entry], None]
    failed: Callable[[StudioError], None]


def ask(entry: Entry, library: Library, ending: Ending, parent: QWidget) -> QMessageBox:
    """Ask whether to move the file to the trash.

    Raises StudioError for a model that is not the user's own.
    """
    path = library.own_file(entry)

    def to_trash() -> None:
        if moved_to_trash(path):
            ending.gone(entry)
        else:
            ask_for_good(entry, library, ending, parent)

    question = translate("Library", "Move the model {name} to the trash?").format(name=entry.name)
    more = translate(
        "Library", "Pictures and presets that were made with it need it to be drawn again."
    )
    return shown(question, more, translate("Library", "Move to trash"), to_trash, parent)


def moved_to_trash(path: Path) -> bool:
    """Whether the trash of the system took the file."""
    return QFile(str(path)).moveToTrash()  # the static form gives no pair, as its stub says


def ask_for_good(entry: Entry, library: Library, ending: Ending, parent: QWidget) -> QMessageBox:
    """There is no trash here: say so, and ask whether the file shall be deleted none the less."""

    def delete() -> None:
        try:
            library.delete(entry)
        except StudioError as error:
            ending.failed(error)
        else:
            ending.gone(entry)

    question = translate("Library", "The trash of this system cannot take {name}.")
    more = translate("Library", "Delete the file for good? This cannot be undone.")
    yes = translate("Library", "Delete for good")
    return shown(question.format(name=entry.name), more, yes, delete, parent)


def shown(
    question: str, more: str, yes: str, then: Callable[[], None], parent: QWidget
) -> QMessageBox:
    """A question over the window; Cancel is what Enter and Esc do."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, translate("Library", "Delete"), question)
    box.setParent(parent, Qt.WindowType.Dialog)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(more)
    accept = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    accept.clicked.connect(then)
    box.open()
    return box
