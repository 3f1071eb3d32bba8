"""An exception in words: one sentence for the error bar, and a detail to copy."""

from __future__ import annotations

import traceback

from PySide6.QtCore import QCoreApplication

from ganstudio.errors import Sentence, StudioError


def in_words(error: BaseException) -> tuple[str, str]:
    """The sentence that the user reads, and what they can copy into a report."""
    if isinstance(error, StudioError):
        return translated(error.sentence), error.detail
    sentence = QCoreApplication.translate(
        "Errors", "Something went wrong inside GAN Studio; what you made is still here. ({})"
    )
    return sentence.format(type(error).__name__), "".join(traceback.format_exception(error))


def translated(sentence: str) -> str:
    """A sentence of the parts without Qt in the user's language; other text as it is."""
    if not isinstance(sentence, Sentence):
        return sentence
    template = QCoreApplication.translate("Errors", sentence.template)
    fields = {name: _field(value) for name, value in sentence.fields.items()}
    return template.format(**fields) if fields else template


def _field(value: object) -> object:
    if isinstance(value, StudioError):
        value = value.sentence
    return translated(value) if isinstance(value, str) else value
