"""Kept pictures in words: for titles, tooltips and screen readers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from ganstudio.errors import StudioError
from ganstudio.media.kept import Kept
from ganstudio.recipe import FaceRecipe

translate = QCoreApplication.translate


def settings_of(recipe: FaceRecipe) -> str:
    """The few settings that tell one picture from another."""
    source = recipe.a
    who = (
        translate("Kept", "own latent")
        if source.latent
        else translate("Kept", "seed {}").format(source.seed)
    )
    return translate("Kept", "{who} · psi {psi}").format(who=who, psi=f"{recipe.psi:.2f}")


def title(kept: Kept) -> str:
    """One line, also for those who hear it."""
    try:
        words = settings_of(kept.recipe)
    except StudioError:
        return translate("Kept", "damaged file")
    return translate("Kept", "{}, starred").format(words) if kept.starred else words


def about(kept: Kept) -> str:
    """What the tooltip says."""
    try:
        recipe = kept.recipe
    except StudioError as error:
        return str(error)
    moment = QDateTime.fromSecsSinceEpoch(int(kept.when.timestamp()))
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    return "\n".join(
        (
            settings_of(recipe),
            translate("Kept", "model {}").format(recipe.model.name),
            when,
            translate("Kept", "Click: restore all settings · S: star · Delete: away"),
        )
    )
