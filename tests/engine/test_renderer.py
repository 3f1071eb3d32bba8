"""The renderer: same recipe, same pixels; previews, latents by value, falling back to the CPU."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from ganstudio.engine import faces
from ganstudio.engine.renderer import Renderer
from ganstudio.errors import StudioError
from ganstudio.latent.pixels import to_pixels
from ganstudio.latent.sampling import latents
from ganstudio.recipe import FaceRecipe, ModelRef, Noise, Offset, Source, Values

STYLE = FaceRecipe(ModelRef("random-stylegan2-32-0"), a=Source(seed=42), b=Source(seed=7))
PLAIN = FaceRecipe(ModelRef("random-dcgan-32-0"), a=Source(seed=42))
LAYERS = 8


@pytest.fixture
def renderer():
    return Renderer()


def pixels(renderer, recipe, **fields) -> np.ndarray:
    return renderer.render(replace(recipe, **fields)).pixels


def test_a_picture_is_what_the_network_computes(renderer):
    generator = renderer.library.open(STYLE.model).generator
    with torch.no_grad():
        w = generator.mapping(latents([42], z_dim=generator.z_dim), psi=0.7, cutoff=3)
        expected = to_pixels(generator.synthesis(w))[0].numpy()
    picture = renderer.render(replace(STYLE, psi=0.7, cutoff=3))
    assert np.array_equal(picture.pixels, expected)
    assert picture.exact and picture.device == "cpu" and picture.ms > 0
    assert picture.pixels.dtype == np.uint8 and picture.pixels.shape == (32, 32, 3)


def test_the_same_recipe_gives_the_same_pixels_whatever_came_before(renderer):
    recipes = [
        replace(STYLE, psi=0.5),
        replace(STYLE, mix=(0, 0, 0, 1.0, 0.5)),
        replace(STYLE, noise=Noise("random", 0.8, 3)),
        replace(STYLE, noise=Noise("none")),
        replace(STYLE, a=Source(seed=1)),
        PLAIN,
    ]
    first = [renderer.render(recipe).pixels for recipe in recipes]
    again = [Renderer().render(recipe).pixels for recipe in reversed(recipes)][::-1]
    for one, other in zip(first, again, strict=True):
        assert np.array_equal(one, other)
    for i in range(len(recipes)):
        assert sum(np.array_equal(first[i], other) for other in first) == 1


def test_mix_weights_of_one_are_the_other_source(renderer):
    assert np.array_equal(
        pixels(renderer, STYLE, mix=(1.0,) * LAYERS), pixels(renderer, STYLE, a=STYLE.b)
    )
    assert np.array_equal(pixels(renderer, STYLE, mix=(0.0,) * 3), pixels(renderer, STYLE))


def test_a_latent_by_value_is_drawn_as_it_is(renderer):
    drawer = faces.StyleFaces(renderer.library.open(STYLE.model), device="cpu")
    w = drawer.latent(replace(STYLE, psi=0.6))
    by_value = Source(latent=Values.of(w[0].numpy()))
    assert np.array_equal(
        pixels(renderer, STYLE, a=by_value, psi=0.1), pixels(renderer, STYLE, psi=0.6)
    )
    z = latents([42], z_dim=128)[0].numpy()
    z_source = Source(latent=Values.of(z))
    assert np.array_equal(
        pixels(renderer, STYLE, a=z_source, psi=0.6), pixels(renderer, STYLE, psi=0.6)
    )


def test_an_offset_moves_its_layers_alone(renderer):
    drawer = faces.StyleFaces(renderer.library.open(STYLE.model), device="cpu")
    vector = np.random.default_rng(0).standard_normal(128).astype(np.float32)
    offset = Offset("age", Values.of(vector), amount=2.0, first=2, last=4)
    moved = drawer.latent(replace(STYLE, offsets=(offset,))) - drawer.latent(STYLE)
    assert torch.equal(moved[:, :2], torch.zeros(1, 2, 128))
    assert torch.equal(moved[:, 5:], torch.zeros(1, 3, 128))
    torch.testing.assert_close(moved[0, 2:5], torch.from_numpy(2 * vector).expand(3, 128))
    assert not np.array_equal(pixels(renderer, STYLE, offsets=(offset,)), pixels(renderer, STYLE))


def test_noise_strength_nought_is_no_noise(renderer):
    none = pixels(renderer, STYLE, noise=Noise("none"))
    assert np.array_equal(none, pixels(renderer, STYLE, noise=Noise("random", 0.0, 5)))
    const = pixels(renderer, STYLE, noise=Noise("const"))
    assert not np.array_equal(none, const)
    assert np.array_equal(const, pixels(renderer, STYLE, noise=Noise("const", 1.0, 99)))


def test_large_pictures_come_small_first_and_exact_after(renderer):
    recipe = replace(STYLE, model=ModelRef("random-stylegan2-256-0"))
    quick, exact = renderer.pictures(recipe, preview=True)
    assert not quick.exact and exact.exact
    assert quick.pixels.shape == exact.pixels.shape == (256, 256, 3)
    assert np.array_equal(exact.pixels, Renderer().render(recipe).pixels)
    difference = np.abs(quick.pixels.astype(float) - exact.pixels).mean()
    assert difference < 0.5 * np.abs(exact.pixels - exact.pixels.mean()).mean()


def test_a_stale_picture_is_not_finished(renderer):
    assert list(renderer.pictures(STYLE, stale=lambda: True)) == []


def test_a_latent_of_another_model_is_refused(renderer):
    wrong = Source(latent=Values.of(np.zeros((18, 512))))
    with pytest.raises(StudioError, match="belongs to another model"):
        renderer.render(replace(STYLE, a=wrong))
    with pytest.raises(StudioError, match="belongs to another model"):
        renderer.render(replace(PLAIN, a=wrong))
    for shape in ((7,), (), (3, 128), (8, 128)):
        offset = Offset("age", Values.of(np.zeros(shape)), amount=1.0)
        with pytest.raises(StudioError, match=r"'age' has the shape .* \(128,\)"):
            renderer.render(replace(STYLE, offsets=(offset,)))


def test_an_unknown_model_is_a_sentence(renderer):
    with pytest.raises(StudioError, match="nowhere"):
        renderer.render(replace(STYLE, model=ModelRef("nowhere")))


def test_without_memory_on_a_gpu_the_cpu_draws_and_says_so(renderer, monkeypatch):
    expected = renderer.render(STYLE).pixels
    whole = faces.StyleFaces.pictures
    monkeypatch.setattr(torch.cuda, "empty_cache", lambda: None)

    def too_large(self, recipe, **options):
        if renderer.device != "cpu":
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB")
        return whole(self, recipe, **options)

    monkeypatch.setattr(faces.StyleFaces, "pictures", too_large)
    renderer.device = "cuda:0"  # as if there were one; the network stays on the CPU
    monkeypatch.setattr(torch.nn.Module, "to", lambda self, *args, **options: self)
    picture = renderer.render(STYLE)
    assert np.array_equal(picture.pixels, expected) and picture.device == "cpu"
    assert list(renderer._drawers) == [STYLE.model]
    assert "cuda:0" in renderer.fell_back and "CPU" in renderer.fell_back


def test_without_memory_on_the_cpu_there_is_a_sentence(renderer, monkeypatch):
    def too_large(self, recipe, **options):
        raise RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory")

    monkeypatch.setattr(faces.StyleFaces, "pictures", too_large)
    with pytest.raises(StudioError, match="memory is not enough"):
        renderer.render(STYLE)


def test_any_other_error_is_not_taken_for_want_of_memory(renderer, monkeypatch):
    def broken(self, recipe, **options):
        raise RuntimeError("shapes do not match")

    monkeypatch.setattr(faces.StyleFaces, "pictures", broken)
    with pytest.raises(RuntimeError, match="shapes"):
        renderer.render(STYLE)


def test_a_seed_is_the_z_of_nvidias_tool():
    assert np.allclose(
        latents([42, 0], z_dim=3).numpy(),
        [[0.49671415, -0.1382643, 0.64768854], [1.76405235, 0.40015721, 0.97873798]],
    )


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device on this machine")
def test_on_a_gpu_the_picture_is_nearly_the_same():
    expected = Renderer().render(STYLE).pixels.astype(int)
    found = Renderer(device="cuda:0").render(STYLE).pixels.astype(int)
    assert np.abs(found - expected).max() <= 2
