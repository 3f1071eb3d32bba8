"""Which commands are meant by a few letters: each word that is typed must fit one of theirs."""

from __future__ import annotations

from collections.abc import Sequence

START, INSIDE, SCATTERED = 3.0, 2.0, 1.0  # how well a typed word fits: the higher the better


def ranked(typed: str, texts: Sequence[str]) -> list[int]:
    """The numbers of the texts that fit, the best first; equal ones in their own order."""
    found = [(fit, number) for number, text in enumerate(texts) if (fit := fits(typed, text))]
    return [number for _, number in sorted(found, key=lambda one: (-one[0], one[1]))]


def fits(typed: str, text: str) -> float:
    """How well a text fits, above 0; 0 where a word that was typed does not fit at all.

    A word fits by the start of a word ("rec" in "Open recent"), by a part of one, or by letters
    that come in this order from the start of a word on ("opre"). Of equals the shorter is better.
    """
    whole = text.casefold()
    scores = [_fit(word, whole) for word in typed.casefold().split()]
    if not all(scores):
        return 0.0
    return (
        1.0 + sum(scores) + (1.0 if whole.startswith(typed.casefold()) else 0.0) - len(whole) / 1e4
    )


def _fit(word: str, text: str) -> float:
    words = text.split()
    if any(other.startswith(word) for other in words):
        return START
    if word in text:
        return INSIDE
    starts = (" ".join(words[at:]) for at in range(len(words)))
    return SCATTERED if any(_in_order(word, start) for start in starts) else 0.0


def _in_order(word: str, text: str) -> bool:
    """Whether the letters are in the text one after the other, the first one at its start."""
    rest = iter(text)
    return text[:1] == word[:1] and all(letter in rest for letter in word)
