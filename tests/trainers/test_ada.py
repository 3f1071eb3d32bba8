"""ADA: each change against its definition, p steered by how sure the discriminator is."""

import math

import pytest
import torch

from ganstudio.runs import spec as specs
from trainers import ada
from trainers.augment import observe
from trainers.loop import FAMILIES, train
from trainers.networks import Memory
from trainers.resampling import doubled, halved, sampled


@pytest.fixture
def images():
    """Smooth pictures, so that resampling costs next to nothing: waves, 32 x 40."""
    torch.manual_seed(0)
    y, x = torch.meshgrid(torch.linspace(0, 4, 32), torch.linspace(0, 5, 40), indexing="ij")
    phase, speed = torch.rand(2, 4, 3, 1, 1)
    return torch.sin(x * (speed + 0.5) + y * (1 - speed) + 6 * phase)


def one(value):
    return torch.full((4,), float(value))


def test_the_identity_changes_nothing(images):
    places = torch.eye(3).repeat(4, 1, 1)
    assert (ada.placed(images, places) - images).abs().max() < 1e-5


def test_flips_quarter_turns_and_whole_shifts_move_pixels(images):
    """Almost whole: the filter is not symmetric, so a mirrored edge is filtered otherwise."""
    flipped = ada.placed(images, ada.scaled(one(-1), one(1)))
    assert torch.allclose(flipped, images.flip(3), atol=0.03)
    square = images[..., :32]
    turned = ada.placed(square, ada.turned(one(math.pi / 2)))
    assert torch.allclose(turned, torch.rot90(square, 1, (2, 3)), atol=0.03)
    by = torch.tensor([[3.0, -2.0]]).expand(4, 2)
    moved = ada.placed(images, ada.shifted(-by))
    assert torch.allclose(moved[:, :, 3:-5, 5:-3], images[:, :, 5:-3, 2:-6], atol=1e-4)


def test_scaling_shows_what_lies_at_the_scaled_place(images):
    enlarged = ada.placed(images, ada.scaled(one(0.5), one(0.5)))
    for dy, dx in ((0, 0), (4, 6), (-6, 8)):
        # the middle lies between pixels, at 15.5 and 19.5; offsets from it are halved
        y, x = 15.5 + (dy + 0.5) / 2, 19.5 + (dx + 0.5) / 2
        source = sampled(
            images, torch.tensor([[[[(x + 0.5) / 20 - 1, (y + 0.5) / 16 - 1]]]]).expand(4, 1, 1, 2)
        )
        found = enlarged[:, :, 16 + dy, 20 + dx]
        assert torch.allclose(found, source[:, :, 0, 0], atol=0.02)


def test_doubling_and_halving_undo_each_other():
    """An orthogonal filter loses nothing but the edges."""
    x = torch.randn(2, 3, 24, 24)
    padded = torch.nn.functional.pad(x, [ada.PAD * 2] * 4)
    whole = doubled(padded)
    cut = whole.shape[2] - 2 * (24 + 2 * ada.PAD)
    middle = whole[:, :, cut // 2 : -cut // 2 or None, cut // 2 : -cut // 2 or None]
    assert torch.allclose(halved(middle), x, atol=1e-5)


def test_colours(images):
    x = images[:, :, :2, :2]
    assert torch.allclose(ada.coloured(x, ada.brightness(one(0.3))), x + 0.3)
    assert torch.allclose(ada.coloured(x, ada.contrast(one(1.5))), x * 1.5)
    third = ada.coloured(x, ada.hue(one(2 * math.pi / 3)))
    assert torch.allclose(third, x[:, [2, 0, 1]], atol=1e-5)  # a third of a turn swaps channels
    assert torch.allclose(third.mean(1), x.mean(1), atol=1e-5)


def test_p_0_leaves_pictures_as_they_are_and_p_1_changes_every_one(images):
    assert (ada.augment(images, 0.0) - images).abs().max() < 1e-5
    changed = ada.augment(images, 1.0)
    assert ((changed - images).abs().amax(dim=(1, 2, 3)) > 0.05).all()
    assert torch.isfinite(changed).all()


def test_the_gradient_of_the_gradient_is_right():
    torch.manual_seed(0)
    x = torch.randn(1, 1, 5, 6, dtype=torch.float64, requires_grad=True)
    grid = torch.rand(1, 4, 3, 2, dtype=torch.float64) * 2 - 1
    assert torch.autograd.gradcheck(lambda x: sampled(x, grid), x)
    assert torch.autograd.gradgradcheck(lambda x: sampled(x, grid).square(), x)


@pytest.mark.parametrize(("sign", "after"), [(1.0, 4 * 16 / 1000), (-1.0, 0.0)])
def test_p_follows_how_sure_the_discriminator_is(make_run, sign, after):
    spec = specs.read(make_run("run", ada_target=0.6, ada_images=1000).spec)
    memory = Memory()
    for number in range(1, 5):
        observe(torch.full((16, 1), sign), spec=spec, memory=memory, number=number)
    assert memory.ada_p.item() == pytest.approx(after)
    assert memory.signs.tolist() == [0, 0]


@pytest.mark.parametrize("kind", ["dcgan", "gan", "progan", "stylegan", "stylegan2"])
def test_every_family_learns_with_it(make_run, kind):
    assert kind in FAMILIES
    run = make_run("run", kind=kind, images=80, ada_target=0.6, ada_images=100)
    train(run)
    losses = [event for event in run.read_events() if event["event"] == "losses"]
    assert 0 <= losses[-1]["ada_p"] <= 1
