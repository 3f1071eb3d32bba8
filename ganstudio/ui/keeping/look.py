"""The look of a recipe put on another: what does not fit the model is left out and named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe, Noise

translate = QCoreApplication.translate


def with_look(recipe: FaceRecipe, look: FaceRecipe, card: Card) -> tuple[FaceRecipe, list[str]]:
    """The recipe with psi, cutoff, noise, mix and directions of `look`; what was left out."""
    left: list[str] = []
    fields: dict[str, Any] = {
        "psi": look.psi,
        "cutoff": look.cutoff,
        "noise": look.noise,
        "mix": look.mix,
        "offsets": look.offsets,
    }

    def leave(name: str, words: str) -> None:
        fields[name] = getattr(recipe, name)
        left.append(words)

    if not card.styles and look.psi != recipe.psi:
        leave("psi", translate("Look", "psi"))
    if look.cutoff is not None and look.cutoff > card.styles:
        leave("cutoff", translate("Look", "cutoff"))
    if not card.styles and look.noise != Noise():
        leave("noise", translate("Look", "noise"))
    if len(look.mix) > card.styles:
        leave("mix", translate("Look", "mix"))
    if look.offsets and look.model.digest != recipe.model.digest:
        leave("offsets", translate("Look", "directions"))
    return replace(recipe, **fields), left
