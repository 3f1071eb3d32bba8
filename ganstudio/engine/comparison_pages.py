"""The pages of the comparison: what each shows, what to look at, and which models have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.errors import Sentence
from ganstudio.latent.scales import stages
from ganstudio.networks.families import FAMILIES
from ganstudio.recipe import ModelRef

if TYPE_CHECKING:
    from ganstudio.models.card import Card

Models = Sequence[tuple[ModelRef, "Card"]]


@dataclass(frozen=True)
class Page:
    """One thing that families differ in: its name on the command line, and what to look at."""

    name: str
    title: Sentence
    look: Sentence


PAGES = (
    Page(
        "z-and-w",
        Sentence("z and w"),
        Sentence(
            "The same face, moved equally far: along one number of z, the same way straight in w, "
            "and along one number of w. Along z much changes at once and unevenly; in w less does, "
            "and more steadily. That is what the mapping network is for (StyleGAN, section 4, "
            "arXiv 1812.04948)."
        ),
    ),
    Page(
        "stages",
        Sentence("Growth"),
        Sentence(
            "The same face drawn with the layers up to each size, and half way while a size fades "
            "in. Pose and hair are there at 8 pixels; later layers only add detail (ProGAN, "
            "figures 1 and 2, arXiv 1710.10196)."
        ),
    ),
    Page(
        "noises",
        Sentence("Noise"),
        Sentence(
            "The same latent with other noise: the person stays, hair and skin move a little. The "
            "last column is white where the pictures of its row differ most (StyleGAN, figure 4, "
            "arXiv 1812.04948)."
        ),
    ),
    Page(
        "scales",
        Sentence("Noise per scale"),
        Sentence(
            "Each row changes the noise of one scale alone, in strength and then in seed; the last "
            "column is white where that shows most. Coarse noise makes large curls and moves the "
            "background, fine noise is hair and skin (StyleGAN, figure 5, arXiv 1812.04948)."
        ),
    ),
    Page(
        "families",
        Sentence("Families"),
        Sentence(
            "The same seeds through every face model that came with the program; a seed is another "
            "face in each. Look at sharpness, at eyes and teeth, and at how unlike each other the "
            "faces are: from DCGAN (arXiv 1511.06434) to StyleGAN 2 (arXiv 1912.04958)."
        ),
    ),
)


def refusal(name: str, card: Card, models: Models) -> Sentence:
    """Why a page has nothing to show with this model and these others; "" where it has."""
    family = FAMILIES[card.family].title if card.family in FAMILIES else card.family
    if name in ("noises", "scales") and not card.styles:
        return Sentence(
            "{family} adds no noise to its layers; choose a model of the StyleGAN families.",
            family=family,
        )
    if name == "stages" and not growing(models):
        return Sentence(
            "None of the models here has grown; open one of ProGAN or StyleGAN, or make a new "
            "random network of these families."
        )
    return Sentence("")


def growing(models: Models) -> list[tuple[ModelRef, Card]]:
    """Those that can be drawn at more than one stage."""
    return [(ref, card) for ref, card in models if len(stages(card)) > 1]
