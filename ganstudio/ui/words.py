"""An exception in words: one sentence for the error bar, and a detail to copy."""

from __future__ import annotations

import traceback

from PySide6.QtCore import QCoreApplication

from ganstudio.errors import StudioError


def in_words(error: BaseException) -> tuple[str, str]:
    """The sentence that the user reads, and what they can copy into a report."""
    if isinstance(error, StudioError):
        return str(error), error.detail
    sentence = QCoreApplication.translate(
        "Errors", "Something went wrong inside GAN Studio; what you made is still here. ({})"
    )
    return sentence.format(type(error).__name__), "".join(traceback.format_exception(error))
