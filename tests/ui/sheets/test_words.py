import numpy as np

from ganstudio.recipe import FaceRecipe, Interpolation, ModelRef, Noise, Offset, Source, Values
from ganstudio.ui.sheets.words import recipe_in_words, spans


def test_only_what_is_not_usual_is_said():
    assert recipe_in_words(FaceRecipe(ModelRef("faces"), a=Source(7))) == "faces · seed 7"


def test_everything_is_said():
    recipe = FaceRecipe(
        ModelRef("faces"),
        a=Source(7, Values.of(np.zeros(4))),
        b=Source(8),
        mix=(0, 1, 1, 0, 0.5),
        psi=0.7,
        noise=Noise("random", 0.5, 3, strengths=(1.0, 2.0), seeds=(9,)),
        offsets=(Offset("age", Values.of(np.zeros(4)), -1.5),),
        interpolation=Interpolation(0.25),
        stage=8,
        alpha=0.5,
    )
    words = recipe_in_words(recipe)
    for part in (
        "a latent of its own",
        "layers 1–2, 4 of seed 8",
        "25 % of the way to seed 8",
        "psi 0.7",
        "noise of seed 3",
        "noise × 0.5",
        "noise × 2 at 8 px",
        "noise of seed 9 at 4 px",
        "age -1.50",
        "grown to 8 px · alpha 0.5",
    ):
        assert part in words
    assert recipe_in_words(FaceRecipe(ModelRef("m"), noise=Noise("none"))).endswith("no noise")


def test_spans():
    assert spans([0, 1, 2, 5, 7, 8]) == "0–2, 5, 7–8"
