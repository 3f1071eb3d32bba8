from dataclasses import replace

import pytest

from ganstudio.engine.opening import Opened
from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe, ModelRef, Noise
from ganstudio.ui.session import fit

STYLES = Card("faces", "stylegan2", "face", 16, {}, 64, styles=6)
GROWN = Card("grown", "progan", "face", 16, {}, 64)
RECIPE = FaceRecipe(ModelRef("other"), stage=8, alpha=0.5)


def fitted(recipe, card):
    return fit(recipe, Opened(ModelRef(card.name), card, card.name))


@pytest.mark.parametrize("card", [GROWN, STYLES], ids=lambda card: card.name)
def test_another_model_is_seen_whole_whatever_the_stage_was(card):
    found = fitted(RECIPE, card)
    assert (found.stage, found.alpha) == (None, 1.0)


def test_noise_of_scales_that_the_other_model_lacks_is_left_out():
    noise = Noise("random", 0.5, 3, strengths=(2.0, 1.0, 1.0, 0.0), seeds=(None, 4, None, 9))
    found = fitted(replace(RECIPE, noise=noise), STYLES).noise
    assert found == Noise("random", 0.5, 3, strengths=(2.0,), seeds=(None, 4))
