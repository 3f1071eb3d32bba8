"""What of the face controls a model has a use for, and why not of the rest."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ganstudio.models.card import Card
from ganstudio.networks.families import FAMILIES

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Applies:
    """One sentence for each part that does nothing with this model; "" where it works.

    said: whether the sentence is shown beside the part, and not only in its tooltip.
    """

    source: str = ""
    truncation: str = ""
    noise: str = ""
    mix: str = ""
    said: bool = True

    def note(self, why: str) -> str:
        """What to show beside a part that is greyed because of `why`."""
        return why if self.said else ""


def applies(card: Card | None) -> Applies:
    """The reasons for a model, or for none."""
    if card is None:
        why = translate("Applies", "No model is open.")  # the canvas says so too
        return Applies(source=why, truncation=why, noise=why, mix=why, said=False)
    if card.styles:
        return Applies()
    name = FAMILIES[card.family].title if card.family in FAMILIES else card.family
    return Applies(
        truncation=translate(
            "Applies", "{} has no average latent, so psi and cutoff have nothing to pull to."
        ).format(name),
        noise=translate(
            "Applies", "{} adds no noise to its layers, so there is none to set."
        ).format(name),
        mix=translate("Applies", "{} has no style layers, so there is nothing to mix.").format(
            name
        ),
    )
