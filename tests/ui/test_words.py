"""Errors of the parts without Qt reach the user in their language."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from ganstudio.errors import Sentence, StudioError
from ganstudio.ui.words import in_words, translated

GERMAN = {
    "The model {name} has the classes 0 to {classes}; there is no class {label}.": (
        "Die Klasse {label} gibt es nicht: {name} hat die Klassen 0 bis {classes}."
    ),
    "{path}: {error}": "Datei {path}: {error}",
    "No network.": "Kein Netz.",
}


class German(QTranslator):
    def translate(self, context, text, disambiguation=None, number=-1):
        return GERMAN.get(text, "") if context == "Errors" else ""


@pytest.fixture
def german(qapp):
    translator = German()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_a_sentence_is_translated_before_its_fields_are_filled_in(german):
    error = StudioError(next(iter(GERMAN)), name="cats", classes=3, label=7, detail="d")
    assert in_words(error) == ("Die Klasse 7 gibt es nicht: cats hat die Klassen 0 bis 3.", "d")
    assert str(error) == "The model cats has the classes 0 to 3; there is no class 7."


def test_a_sentence_inside_a_sentence_is_translated_too(german):
    inner = StudioError("No network.")
    for part in (inner, inner.sentence):
        outer = StudioError("{path}: {error}", path="x.pt", error=part)
        assert in_words(outer)[0] == "Datei x.pt: Kein Netz."
        assert str(outer) == "x.pt: No network."


def test_without_a_translation_it_stays_as_it_is(qapp):
    assert translated(Sentence("{a} and {{b}}", a="{c}")) == "{c} and {b}"
    assert translated(Sentence("")) == ""
