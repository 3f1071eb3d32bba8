"""What a user can cause: sentences on what is wrong and what to do, which can be translated."""

from __future__ import annotations


class Sentence(str):
    """Text with its {fields} filled in that still knows the template: the window translates it.

    The template stays a literal, so that `make translations` can collect it.
    """

    template: str
    fields: dict[str, object]

    def __new__(cls, template: str, /, **fields: object) -> Sentence:
        made = super().__new__(cls, template.format(**fields) if fields else template)
        made.template, made.fields = template, fields
        return made


class StudioError(Exception):
    """The one exception for what a user can cause. `detail` can be copied.

    The sentence names the file or field, says what is wrong with it and what to do about it; it is
    shown as it is on stderr, and translated in the error bar.
    """

    def __init__(self, template: str, /, *, detail: str = "", **fields: object) -> None:
        self.sentence = Sentence(template, **fields)
        self.detail = detail
        super().__init__(self.sentence)
