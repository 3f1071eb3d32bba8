"""PCA and SeFa against other ways to compute them, and what a found direction promises."""

import numpy as np
import pytest
import torch

from ganstudio.latent.directions import (
    Moments,
    difference,
    factorised,
    first_weight,
    principal,
    style_weight,
    upright,
)
from ganstudio.networks.families import build, options

W_DIM = 12


@pytest.fixture
def samples():
    """Latents far from the origin, wider along some axes than along others."""
    generator = torch.Generator().manual_seed(3)
    shape = torch.randn(W_DIM, W_DIM, generator=generator)
    return torch.randn(700, W_DIM, generator=generator) @ shape + 40


def network(family, size=16):
    torch.manual_seed(5)
    return build(family, "generator", options(family, size=size)["generator"])


def test_principal_components_are_those_of_a_singular_value_decomposition(samples):
    moments = Moments(W_DIM)
    for batch in samples.split(130):
        moments.add(batch)
    found = principal(moments.covariance(), 5)
    centred = samples.double().numpy() - samples.double().numpy().mean(axis=0)
    _, values, rows = np.linalg.svd(centred, full_matrices=False)
    assert found.vectors.shape == (5, W_DIM)
    np.testing.assert_allclose(found.steps, values[:5] / np.sqrt(len(samples) - 1), rtol=1e-5)
    assert np.abs((found.vectors.numpy() * rows[:5]).sum(axis=1)) == pytest.approx(1, abs=1e-5)
    assert (found.steps.diff() <= 0).all()
    along = (samples - samples.mean(dim=0)) @ found.vectors.T
    assert torch.allclose(along.std(dim=0), found.steps, rtol=1e-4)


def test_the_covariance_does_not_depend_on_the_batches(samples):
    whole, parts = Moments(W_DIM), Moments(W_DIM)
    whole.add(samples)
    for batch in samples.split(7):
        parts.add(batch)
    expected = torch.cov(samples.double().T)
    assert torch.allclose(whole.covariance(), expected)
    assert torch.allclose(parts.covariance(), expected)
    assert parts.deviation() == pytest.approx(float(expected.diagonal().mean().sqrt()))


def test_one_latent_has_no_covariance():
    moments = Moments(3)
    moments.add(torch.ones(1, 3))
    with pytest.raises(ValueError):
        moments.covariance()


def test_signs_are_fixed_by_the_largest_entry():
    axes = torch.tensor([[0.1, -0.9, 0.2], [0.5, 0.4, -0.1]])
    assert torch.equal(upright(axes), torch.tensor([[-0.1, 0.9, -0.2], [0.5, 0.4, -0.1]]))
    assert torch.equal(upright(-axes), upright(axes))


def test_sefa_is_the_eigenvectors_of_the_normalised_weight():
    weight = torch.randn(40, W_DIM, generator=torch.Generator().manual_seed(1)) * torch.rand(40, 1)
    found = factorised(weight, 4, step=2.0)
    rows = weight.double().numpy()
    rows = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    values, columns = np.linalg.eig(rows.T @ rows)
    for vector, index in zip(found.vectors.numpy(), np.argsort(-values)[:4], strict=True):
        assert abs(vector @ columns[:, index]) == pytest.approx(1, abs=1e-6)
    assert found.steps.tolist() == [2.0] * 4
    assert torch.allclose(found.vectors.norm(dim=1), torch.ones(4))


@pytest.mark.parametrize("family", ["stylegan2", "stylegan"])
def test_a_found_direction_changes_the_styles_more_than_any_by_chance(family):
    generator = network(family)
    weight = style_weight(generator.synthesis, range(2, 5))
    first, *_, last = factorised(weight, weight.shape[1], step=1.0).vectors
    rows = torch.nn.functional.normalize(weight.detach(), dim=1)
    chance = torch.nn.functional.normalize(torch.randn(200, weight.shape[1]), dim=1)
    changes = (chance @ rows.T).norm(dim=1)
    assert (rows @ first).norm() > 1.05 * changes.max()
    assert (rows @ last).norm() < 0.95 * changes.min()


def test_the_weight_of_chosen_layers_is_theirs():
    synthesis = network("stylegan2").synthesis
    layers, coloured = synthesis.layers, synthesis.to_rgb[-1]
    both = style_weight(synthesis, [1, 3])
    expected = torch.cat([layers[1].affine.weight, layers[3].affine.weight])
    assert torch.equal(both, expected)
    assert torch.equal(style_weight(synthesis, [len(layers)]), coloured.affine.weight)


@pytest.mark.parametrize("family", ["dcgan", "progan"])
def test_the_first_layer_as_a_matrix_is_what_it_does_to_z(family):
    generator = network(family)
    weight = first_weight(generator, generator.z_dim)
    assert weight.shape[1] == generator.z_dim
    layer = generator.convs[0] if family == "dcgan" else generator.dense
    z = torch.randn(1, generator.z_dim)
    given = z[:, :, None, None] if family == "dcgan" else z
    with torch.no_grad():
        outputs = layer(given) - layer(torch.zeros_like(given))
        found = weight @ z[0]
    scale = outputs.flatten().norm() / found.norm()  # the equalized learning rate
    assert torch.allclose(found.sort()[0] * scale, outputs.flatten().sort()[0], atol=1e-4)


def test_a_network_whose_first_layer_takes_no_latent_has_no_matrix():
    assert first_weight(torch.nn.Sequential(torch.nn.Linear(5, 2)), 7) is None
    assert first_weight(torch.nn.ReLU(), 7) is None


def test_the_way_from_one_mean_to_the_other():
    minus, plus = torch.zeros(3, 2), torch.tensor([[3.0, 4.0], [3.0, 4.0]])
    found = difference(plus, minus)
    assert found.vectors.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)]]
    assert found.steps.tolist() == [5.0]
    with pytest.raises(ValueError):
        difference(plus, plus.clone())
