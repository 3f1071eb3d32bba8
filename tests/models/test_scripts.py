"""What a script does to the networks that it opened leaves `render` alone."""

import numpy as np
import torch

import ganstudio
from ganstudio.models.fresh import fresh
from ganstudio.recipe import FaceRecipe, ModelRef

RECIPE = FaceRecipe(ModelRef("random-stylegan2-16-0"))


def test_training_on_an_opened_model_does_not_change_what_is_rendered():
    before = ganstudio.render(RECIPE)
    generator = ganstudio.open_model("random-stylegan2-16-0").generator
    with torch.no_grad():
        for weight in generator.parameters():
            weight.zero_()
    assert np.array_equal(ganstudio.render(RECIPE), before)


def test_a_network_first_used_in_inference_mode_serves_for_training_too():
    model = fresh("stylegan2", 16, 1)
    z = torch.randn(1, model.card.z_dim)
    with torch.inference_mode():
        quick = model.generator(z)
    slow = model.generator(z)
    slow.sum().backward()
    torch.testing.assert_close(quick, slow)
    assert model.generator.synthesis.const.grad is not None
