"""The model card: what the file says about its weights, their training and their limits."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ganstudio.models.card import Card
from ganstudio.networks.families import FAMILIES
from ganstudio.recipe import ModelRef
from ganstudio.ui.dialogs.page import FIRST_COLUMN, Page, table

translate = QCoreApplication.translate


def model_card(ref: ModelRef, card: Card, parent: QWidget) -> Page:
    """The page about one model."""
    title = translate("ModelCard", "Model card: {}").format(ref.name)
    return Page(title, html(ref, card), parent=parent)


def html(ref: ModelRef, card: Card, *, first: int = FIRST_COLUMN) -> str:
    """What is known; what is not is left out. first: width of the first column in px."""
    family = FAMILIES[card.family].title if card.family in FAMILIES else card.family
    scores = "; ".join(f"{name}: {value}" for name, value in card.scores.items())
    rows = [
        (translate("ModelCard", "Family"), family),
        (translate("ModelCard", "Pictures"), f"{card.size} × {card.size} px"),
        (translate("ModelCard", "Style layers"), str(card.styles or "")),
        (translate("ModelCard", "Latent"), translate("ModelCard", "{} numbers").format(card.z_dim)),
        (translate("ModelCard", "Classes"), ", ".join(card.classes)),
        (translate("ModelCard", "Trained on"), card.data),
        (translate("ModelCard", "Licence"), card.licence),
        (translate("ModelCard", "Pictures seen"), f"{card.images:,}" if card.images else ""),
        (translate("ModelCard", "Steps"), f"{card.steps:,}" if card.steps else ""),
        (translate("ModelCard", "Scores"), scores),
        (translate("ModelCard", "Comes from"), card.origin),
        (translate("ModelCard", "Made"), card.created),
        (translate("ModelCard", "Hash of the weights"), ref.digest),
    ]
    told = table([(name, escape(text)) for name, text in rows], first=first)
    body = f"<h2>{escape(ref.name)}</h2>{told}"
    if card.limits:
        heading = translate("ModelCard", "What is wrong with it")
        body += f"<h3>{escape(heading)}</h3><p>{escape(card.limits)}</p>"
    return body
