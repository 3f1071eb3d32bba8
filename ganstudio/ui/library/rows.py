"""The rows of the library: models, guests and damaged files, and which of them are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ganstudio.models.card import Card
from ganstudio.models.library import Entry, Library
from ganstudio.ui.words import translated


@dataclass(frozen=True)
class Row:
    """One line: a model, or a file that is none, with the sentence that says why."""

    name: str
    path: Path | None
    bytes: int
    entry: Entry | None = None
    sentence: str = ""
    guest: bool = False

    @property
    def card(self) -> Card | None:
        return self.entry.card if self.entry else None

    @property
    def bundled(self) -> bool:
        return self.entry is not None and self.entry.bundled

    @property
    def key(self) -> str:
        """By which a row is found again after the library has changed."""
        return self.entry.digest or self.name if self.entry else self.name


def rows_of(library: Library) -> list[Row]:
    """All there is. Reads headers only, each of them once."""
    entries = library.entries()
    here = {entry.digest for entry in entries}
    guests = [guest for guest in library.guests.values() if guest.digest not in here]
    return [
        *(Row(e.name, e.path, size_of(e.path), e) for e in entries),
        *(Row(e.name, e.path, size_of(e.path), e, guest=True) for e in guests),
        *(
            Row(path.name, path, size_of(path), sentence=translated(sentence))
            for path, sentence in library.damaged
        ),
    ]


def size_of(path: Path | None) -> int:
    """Bytes of a file; 0 where there is none."""
    return path.stat().st_size if path is not None and path.is_file() else 0


def fits(row: Row, cells: tuple[str, ...], *, words: str, kind: str) -> bool:
    """Whether a row has all the words, and is of that kind where one is wanted."""
    if kind and (row.card is None or row.card.kind != kind):
        return False
    told = (*cells, row.card.data, row.card.origin) if row.card else (*cells, row.sentence)
    text = " ".join(told).casefold()
    return all(word in text for word in words.casefold().split())
