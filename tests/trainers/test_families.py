"""Every face family through the same loop: resumed exactly, grown, saved as it has grown."""

import pytest
import torch

from ganstudio.models.store import open_file
from ganstudio.runs import spec as specs
from tests.trainers.test_loop import to_length, weights
from trainers import networks
from trainers.growing import Stage, fit, stage_at
from trainers.loop import FAMILIES, train
from trainers.losses import LOSSES
from trainers.penalties import gradient_penalty

GROWING = {"stage_images": 16}
SLOW = {"rate_g": 2e-4, "rate_d": 2e-4}
KINDS = {
    "dcgan": SLOW,
    "gan": SLOW,
    "progan": GROWING,
    "stylegan": GROWING,
    "stylegan2": {},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_half_a_run_and_its_other_half_are_the_whole_run(make_run, kind, precision):
    shape = {"kind": kind, "precision": precision, **KINDS[kind]}
    whole = make_run("whole", images=80, **shape)
    train(whole)
    halves = make_run("halves", images=40, **shape)  # while a stage fades in
    train(halves)
    to_length(halves, 80)
    torch.manual_seed(999)
    train(halves)
    expected, found = weights(whole), weights(halves)
    assert expected.keys() == found.keys()
    assert [name for name in expected if not torch.equal(expected[name], found[name])] == []


@pytest.mark.parametrize("kind", KINDS)
def test_both_networks_learn_and_all_is_finite(make_run, kind):
    spec = specs.read(make_run("run", kind=kind, **KINDS[kind]).spec)
    torch.manual_seed(0)
    nets = FAMILIES[kind].create(spec)
    before = {
        name: [p.clone() for p in getattr(nets, name).parameters()]
        for name in ("generator", "discriminator", "ema")
    }
    real = torch.rand(4, 3, 16, 16) * 2 - 1
    for number in range(2):
        figures = FAMILIES[kind].step(nets, real, spec=spec, stage=Stage(16), number=number)
        networks.average(nets, n=4, seen=40, spec=spec)
        assert all(abs(value) < 1e4 for value in figures.values())
    for name, old in before.items():
        new = list(getattr(nets, name).parameters())
        assert any(not torch.equal(p, q) for p, q in zip(old, new, strict=True)), name


@pytest.mark.parametrize("kind", ["gan", "dcgan"])
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("d_steps", [1, 3])
def test_every_loss_trains_the_plain_families(make_run, kind, loss, d_steps):
    run = make_run("run", kind=kind, loss=loss, d_steps=d_steps, images=96, **SLOW)
    train(run)
    events = list(run.read_events())
    assert events[-1]["event"] == "end" and events[-1]["images"] == 96
    assert events[-1]["step"] == 96 // (4 * d_steps)


def test_weights_of_a_clipped_critic_stay_within_the_bounds(make_run):
    spec = specs.read(make_run("run", kind="dcgan", loss="wgan", rate_d=0.1).spec)
    nets = FAMILIES["dcgan"].create(spec)
    real = torch.rand(4, 3, 16, 16) * 2 - 1
    FAMILIES["dcgan"].step(nets, real, spec=spec, stage=Stage(16), number=0)
    assert max(p.abs().max().item() for p in nets.discriminator.parameters()) == pytest.approx(0.01)


def test_a_critic_under_a_gradient_penalty_judges_each_picture_by_itself(make_run):
    spec = specs.read(make_run("run", kind="dcgan", loss="wgan-gp").spec)
    critic = FAMILIES["dcgan"].create(spec).discriminator
    real = torch.rand(4, 3, 16, 16)
    alone = torch.cat([critic(picture[None]) for picture in real])
    assert torch.allclose(critic(real), alone, atol=1e-5)


def test_stages_follow_from_the_pictures_seen(make_run):
    spec = specs.read(make_run("run", kind="progan", images=1000, stage_images=100).spec)
    found = {seen: stage_at(spec, seen) for seen in (0, 99, 100, 150, 200, 299, 300, 350, 999)}
    assert found == {
        0: Stage(4),
        99: Stage(4),
        100: Stage(8, 0.0),
        150: Stage(8, 0.5),
        200: Stage(8),
        299: Stage(8),
        300: Stage(16, 0.0),
        350: Stage(16, 0.5),
        999: Stage(16),
    }


def test_what_does_not_grow_is_always_whole(make_run):
    spec = specs.read(make_run("run", kind="dcgan").spec)
    assert stage_at(spec, 0) == stage_at(spec, 10**9) == Stage(16)


def test_real_pictures_fade_as_the_networks_do():
    real = torch.rand(2, 3, 16, 16)
    assert torch.equal(fit(real, Stage(16)), real)
    eight = torch.nn.functional.avg_pool2d(real, 2)
    assert torch.equal(fit(real, Stage(8)), eight)
    doubled = eight.repeat_interleave(2, 2).repeat_interleave(2, 3)
    assert torch.allclose(fit(real, Stage(16, 0.0)), doubled)
    assert torch.allclose(fit(real, Stage(16, 0.25)), doubled.lerp(real, 0.25))


@pytest.mark.parametrize("kind", ["progan", "stylegan"])
def test_a_snapshot_while_growing_is_the_network_as_far_as_it_has_grown(make_run, kind):
    run = make_run("run", kind=kind, images=40, stage_images=40)
    train(run)
    model = open_file(run.snapshots / "discs-000000040.safetensors")
    size = model.card.size
    assert size == (4 if kind == "progan" else 8)
    image = model.generator(torch.zeros(1, 8))
    assert image.shape == (1, 3, size, size)
    assert model.discriminator(image).shape == (1, 1)


def test_moments_are_forgotten_when_a_stage_begins(make_run):
    run = make_run("run", kind="progan", images=48, stage_images=44)
    train(run)
    state = torch.load(next(run.state.iterdir()), weights_only=True)["parts"]["opt_g"]["state"]
    assert {int(moments["step"]) for moments in state.values()} == {1}


def test_the_gradient_penalty_is_that_of_the_equation():
    """A linear critic has the same gradient everywhere, so its norm is known."""
    weight = torch.randn(3, 4, 4, requires_grad=True)
    real, fake = torch.randn(2, 5, 3, 4, 4)
    penalty = gradient_penalty(lambda x: (x * weight).sum(dim=(1, 2, 3))[:, None], real, fake)
    assert torch.allclose(penalty, (weight.norm() - 1) ** 2)
    penalty.backward()
    expected = 2 * (weight.norm() - 1) * weight / weight.norm()
    assert torch.allclose(weight.grad, expected.detach(), atol=1e-5)


def test_styles_of_stylegan_start_small_so_that_faces_start_alike(make_run):
    """At the paper's weights each face would first have a colour of its own."""
    spec = specs.read(make_run("run", kind="stylegan").spec)
    torch.manual_seed(0)
    nets = FAMILIES["stylegan"].create(spec)
    for generator in (nets.generator, nets.ema):
        colours = generator(torch.randn(32, 8)).mean(dim=(2, 3)).std(dim=0)
        for layer in generator.synthesis.layers:
            layer.affine.weight.data.mul_(10)
        assert (generator(torch.randn(32, 8)).mean(dim=(2, 3)).std(dim=0) > 3 * colours).all()
