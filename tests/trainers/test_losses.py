"""Losses, penalties and augmentations against their formulas."""

import math

import pytest
import torch

from ganstudio.runs import spec as specs
from trainers import stylegan2
from trainers.augment import AUGMENTATIONS, cutout, diff_augment, translation
from trainers.losses import LOSSES, drift, estimate, logistic_d, non_saturating_g
from trainers.penalties import path_lengths, r1


def test_logistic_losses_are_the_papers():
    real, fake = torch.tensor([[2.0], [-1.0]]), torch.tensor([[0.5], [0.0]])
    sigmoid = torch.sigmoid
    expected = -(sigmoid(real).log().mean() + (1 - sigmoid(fake)).log().mean())
    torch.testing.assert_close(logistic_d(real, fake), expected)
    torch.testing.assert_close(non_saturating_g(fake), -sigmoid(fake).log().mean())
    assert non_saturating_g(torch.zeros(1)).item() == pytest.approx(math.log(2))


REAL, FAKE = torch.tensor([[2.0], [-1.0], [0.3]]), torch.tensor([[0.5], [0.0], [-2.0]])


def test_the_other_losses_are_their_papers():
    sigmoid = torch.sigmoid
    saturating = LOSSES["minimax"].g(FAKE)
    torch.testing.assert_close(saturating, (1 - sigmoid(FAKE)).log().mean())
    lsgan = LOSSES["lsgan"]
    torch.testing.assert_close(lsgan.g(FAKE), ((FAKE - 1) ** 2).mean() / 2)
    torch.testing.assert_close(
        lsgan.d(REAL, FAKE), ((REAL - 1) ** 2).mean() / 2 + (FAKE**2).mean() / 2
    )
    hinge = LOSSES["hinge"].d(REAL, FAKE)
    assert hinge.item() == pytest.approx((0 + 2 + 0.7) / 3 + (1.5 + 1 + 0) / 3)
    for name in ("wgan", "wgan-gp", "hinge"):
        torch.testing.assert_close(LOSSES[name].g(FAKE), -FAKE.mean())
    torch.testing.assert_close(LOSSES["wgan"].d(REAL, FAKE), FAKE.mean() - REAL.mean())
    torch.testing.assert_close(drift(REAL), (REAL**2).mean())


def test_the_minimax_loss_fades_where_the_discriminator_is_sure_and_the_other_does_not():
    """Why the non-saturating loss is used: on disjoint supports D is always sure."""
    slopes = {}
    for name in ("minimax", "non-saturating"):
        score = torch.tensor([[-10.0]], requires_grad=True)
        LOSSES[name].g(score).backward()
        slopes[name] = score.grad.abs().item()
    assert slopes["minimax"] < 1e-4 and slopes["non-saturating"] > 0.99


def test_the_optimal_discriminator_gives_the_jensen_shannon_divergence():
    """Of two distributions on three points, with D = log p / q (1406.2661, proposition 1)."""
    p, q = torch.tensor([0.5, 0.4, 0.1]), torch.tensor([0.1, 0.3, 0.6])
    m = (p + q) / 2
    divergence = ((p * (p / m).log()).sum() + (q * (q / m).log()).sum()) / 2
    score = (p / q).log()
    real = score.repeat_interleave((p * 1000).round().long())[:, None]
    fake = score.repeat_interleave((q * 1000).round().long())[:, None]
    found = estimate("non-saturating", real, fake)["jensen_shannon"]
    torch.testing.assert_close(found, divergence, atol=1e-5, rtol=0)


def test_r1_of_a_linear_score_is_its_squared_slope():
    slope = torch.randn(3, 4, 4)
    penalty = r1(lambda x: (x * slope).sum(dim=(1, 2, 3)), torch.randn(5, 3, 4, 4), gamma=6.0)
    torch.testing.assert_close(penalty, 3 * slope.square().sum())


def test_r1_reaches_the_weights():
    layer = torch.nn.Conv2d(3, 1, 3)
    r1(lambda x: layer(x).tanh(), torch.randn(2, 3, 8, 8), gamma=1.0).backward()
    assert layer.weight.grad.abs().sum() > 0


@pytest.mark.parametrize("name", sorted(AUGMENTATIONS))
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_augmentations_keep_shape_and_dtype_and_pass_gradients(name, dtype):
    torch.manual_seed(0)
    x = torch.randn(6, 3, 16, 16, dtype=dtype, requires_grad=True)
    y = diff_augment(x, [name])
    assert y.shape == x.shape and y.dtype == dtype and not torch.equal(x, y)
    y.sum().backward()
    assert x.grad.abs().sum() > 0


def test_no_names_change_nothing():
    x = torch.randn(2, 3, 8, 8)
    assert torch.equal(diff_augment(x, []), x)


def test_translation_moves_whole_pictures():
    torch.manual_seed(0)
    x = torch.zeros(64, 1, 16, 16)
    x[:, :, 8, 8] = 1
    y = translation(x)
    assert torch.equal(y.sum(dim=(1, 2, 3)), torch.ones(64))
    rows = y.sum(dim=(1, 3)).argmax(dim=1)
    assert rows.min() == 6 and rows.max() == 10  # an eighth of 16 px either way


def test_cutout_clears_a_square_of_at_most_half_the_size():
    torch.manual_seed(0)
    cleared = (cutout(torch.ones(64, 1, 16, 16)) == 0).sum(dim=(1, 2, 3))
    assert cleared.max() <= 64 and cleared.min() > 0


def test_path_lengths_of_a_linear_generator_are_its_gain():
    """A picture that is w times one number, in one direction: the Jacobian is known."""
    torch.manual_seed(0)
    w = torch.randn(512, 1, 1, requires_grad=True)
    images = 3 * w[:, :, :, None].expand(-1, 3, 8, 8)
    lengths = path_lengths(images, w)  # |sum of 192 normal numbers| * 3 / 8
    expected = 3 / 8 * (192 * 2 / torch.pi) ** 0.5
    assert lengths.mean().item() == pytest.approx(expected, rel=0.1)


def test_the_path_penalty_moves_the_generator_and_its_mean(make_run):
    spec = specs.read(make_run("run", path_weight=2.0).spec)
    nets = stylegan2.create(spec)
    before = [p.clone() for p in nets.generator.synthesis.parameters()]
    length = stylegan2.path_step(nets, 2, spec=spec)
    assert nets.memory.path_length.item() == pytest.approx(0.01 * length, rel=1e-4)
    after = list(nets.generator.synthesis.parameters())
    assert any(not torch.equal(p, q) for p, q in zip(before, after, strict=True))
