"""A control bound to its part of a document: live while it moves, one undo step once it rests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ganstudio.recipe import FaceRecipe
from ganstudio.ui.document import Document

Fields = Callable[[FaceRecipe, Any], dict[str, Any]]


def bind(document: Document, control: Any, words: str, fields: Fields) -> None:
    """Let a control with `changed` and `settled` change the recipe.

    fields(recipe, value): what of the recipe becomes of the control's value. words: the undo step.
    """
    control.changed.connect(lambda value: document.change(words, **fields(document.recipe, value)))
    control.settled.connect(lambda: document.settle(words))
