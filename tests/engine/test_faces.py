"""What a face recipe can say beyond seeds: places, ways between, noise by scale, stages."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from ganstudio.engine.renderer import Renderer
from ganstudio.errors import StudioError
from ganstudio.latent.interpolation import slerp
from ganstudio.latent.pixels import to_pixels
from ganstudio.latent.sampling import latents
from ganstudio.recipe import (
    Between,
    FaceRecipe,
    Interpolation,
    ModelRef,
    Noise,
    Offset,
    Source,
    Values,
)

STYLE2 = FaceRecipe(ModelRef("random-stylegan2-32-0"), a=Source(seed=42), b=Source(seed=7))
STYLE = replace(STYLE2, model=ModelRef("random-stylegan-32-0"))
PROGAN = replace(STYLE2, model=ModelRef("random-progan-32-0"))
DCGAN = replace(STYLE2, model=ModelRef("random-dcgan-32-0"))
ALL = pytest.mark.parametrize("recipe", [STYLE2, STYLE, PROGAN, DCGAN], ids=lambda r: r.model.name)
STYLED = pytest.mark.parametrize("recipe", [STYLE2, STYLE], ids=lambda r: r.model.name)
GROWN = pytest.mark.parametrize("recipe", [STYLE, PROGAN], ids=lambda r: r.model.name)


@pytest.fixture
def renderer():
    return Renderer()


@pytest.fixture
def draw(renderer):
    def pixels(recipe, **fields) -> np.ndarray:
        return renderer.render(replace(recipe, **fields)).pixels

    return pixels


def same(one, other):
    return np.array_equal(one, other)


@ALL
def test_a_place_of_whole_steps_is_a_seed_and_others_are_faces_of_their_own(draw, recipe):
    assert same(draw(recipe, a=Source(seed=42, at=(1.0, 0.0))), draw(recipe, a=Source(seed=43)))
    between = draw(recipe, a=Source(seed=42, at=(0.4, 0.0)))
    assert not same(between, draw(recipe)) and not same(between, draw(recipe, a=Source(seed=43)))


@ALL
@pytest.mark.parametrize("space", ["w", "z"])
def test_the_way_from_a_to_b_begins_at_a_and_ends_at_b(draw, recipe, space):
    assert same(draw(recipe, interpolation=Interpolation(0.0, space)), draw(recipe))
    half, end = (draw(recipe, interpolation=Interpolation(t, space)) for t in (0.5, 1.0))
    assert not same(half, end) and not same(half, draw(recipe))
    difference = np.abs(end.astype(int) - draw(recipe, a=recipe.b))
    assert difference.max() <= 1  # a lerp to the end may round


@STYLED
def test_in_w_the_way_is_straight_and_in_z_along_the_sphere(renderer, recipe):
    generator = renderer.library.open(recipe.model).generator
    recipe = replace(recipe, psi=0.6)
    z = latents([42, 7], z_dim=generator.z_dim)
    with torch.no_grad():
        w = generator.mapping(z, psi=0.6)
        round_way = generator.mapping(slerp(z[:1], z[1:], 0.3), psi=0.6)[0]
    found = renderer.latent(replace(recipe, interpolation=Interpolation(0.3, "w")))
    np.testing.assert_allclose(found, w[0].lerp(w[1], 0.3), atol=1e-6)
    found = renderer.latent(replace(recipe, interpolation=Interpolation(0.3, "z")))
    np.testing.assert_allclose(found, round_way, atol=1e-6)


@pytest.mark.parametrize("recipe", [PROGAN, DCGAN], ids=lambda r: r.model.name)
def test_without_a_mapping_network_directions_move_z(renderer, recipe):
    vector = np.zeros(renderer.latent(recipe).shape, np.float32)
    vector[3] = 1
    moved = replace(recipe, offsets=(Offset("third", Values.of(vector), 2.0),))
    np.testing.assert_allclose(
        renderer.latent(moved) - renderer.latent(recipe), 2 * vector, atol=1e-5
    )


@STYLED
def test_noise_by_scale(draw, recipe):
    assert same(draw(recipe, noise=Noise("const", 0.5, strengths=(2.0,) * 4)), draw(recipe))
    assert same(
        draw(recipe, noise=Noise("const", strengths=(0.0,) * 4)), draw(recipe, noise=Noise("none"))
    )
    drawn = Noise("random", seed=5)
    assert same(
        draw(recipe, noise=replace(drawn, seeds=(None, 5, None, 5))), draw(recipe, noise=drawn)
    )
    other = draw(recipe, noise=replace(drawn, seeds=(None, None, None, 6)))
    assert not same(other, draw(recipe, noise=drawn))
    assert not same(other, draw(recipe, noise=replace(drawn, seed=6)))


@STYLED
def test_a_scale_may_have_a_mode_of_its_own(draw, recipe):
    random, off = Noise("random", seed=5), Noise("none")
    assert same(draw(recipe, noise=Noise(modes=("none",) * 4)), draw(recipe, noise=off))
    assert same(draw(recipe, noise=replace(off, modes=("const",) * 4)), draw(recipe))
    alone = draw(recipe, noise=replace(off, seed=5, modes=(None, None, None, "random")))
    strengths = draw(recipe, noise=replace(random, strengths=(0, 0, 0, 1)))
    assert same(alone, strengths) and not same(alone, draw(recipe, noise=off))


@STYLED
def test_noise_of_a_fine_scale_costs_the_fine_layers_alone(renderer, recipe):
    renderer.render(recipe)
    assert renderer.render(recipe).reused[0] == renderer.render(recipe).reused[1]
    kept, layers = renderer.render(replace(recipe, noise=Noise(strengths=(1, 1, 1, 0.5)))).reused
    assert kept == layers - 2


@GROWN
def test_every_stage_draws_at_its_own_size(renderer, recipe):
    generator = renderer.library.open(recipe.model).generator
    for stage in (4, 8, 16, 32):
        for alpha in (0.0, 0.4, 1.0):
            picture = renderer.render(replace(recipe, stage=stage, alpha=alpha))
            assert picture.pixels.shape == (stage, stage, 3) and picture.exact
            with torch.no_grad():
                z = latents([42], z_dim=generator.z_dim)
                expected = to_pixels(generator(z, size=stage, alpha=alpha))[0].numpy()
            assert same(picture.pixels, expected)


@pytest.mark.parametrize("recipe", [STYLE2, DCGAN], ids=lambda r: r.model.name)
def test_what_does_not_grow_takes_no_notice_of_stages(draw, renderer, recipe):
    assert same(draw(recipe, stage=8, alpha=0.3), draw(recipe))
    assert renderer.render(replace(recipe, stage=8)).exact


@GROWN
@pytest.mark.parametrize("stage", [7, 64])
def test_a_stage_that_is_none_is_one_sentence(draw, recipe, stage):
    with pytest.raises(StudioError, match=f"4, 8, 16, 32 pixels; there is none of {stage}"):
        draw(recipe, stage=stage)


@ALL
def test_a_moment_between_two_recipes_is_a_recipe_of_its_own(renderer, recipe):
    end = replace(recipe, a=Source(seed=9), psi=0.5, noise=Noise("const", 0.0))
    assert renderer.resolved(Between(recipe, end, 0.0)) == recipe
    assert renderer.resolved(Between(recipe, end, 1.0)) == end
    picture = renderer.render(Between(recipe, end, 0.25))
    assert picture.recipe.noise.strength == 0.75
    assert same(renderer.render(picture.recipe).pixels, picture.pixels)
    a, b = (torch.from_numpy(renderer.latent(r))[None] for r in (recipe, end))
    expected = a.lerp(b, 0.25) if a.dim() == 3 else slerp(a, b, 0.25)
    np.testing.assert_allclose(renderer.latent(Between(recipe, end, 0.25)), expected[0], atol=1e-6)


def test_between_two_models_there_is_a_cut(renderer):
    assert renderer.resolved(Between(STYLE, DCGAN, 0.9)) == STYLE
    assert renderer.resolved(Between(STYLE, DCGAN, 1.0)) == DCGAN
