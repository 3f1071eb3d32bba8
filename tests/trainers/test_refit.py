"""After refitting, the small stages show the final picture as well as their layers can."""

import pytest
import torch
import torch.nn.functional as F

from ganstudio.latent.sampling import latents
from ganstudio.models.store import open_file
from ganstudio.networks.families import build, options
from trainers import bundle
from trainers.loop import train
from trainers.refit import refit


@pytest.mark.parametrize("family", ["progan", "stylegan"])
@torch.no_grad()
def test_small_stages_come_nearer_to_the_final_picture_which_stays(family):
    torch.manual_seed(0)
    shape = options(family, size=16)["generator"] | {"channels": [16, 16, 16]}
    generator = build(family, "generator", shape)
    z = latents(range(1000, 1064), z_dim=generator.z_dim)  # not those that it is fitted on
    final = generator(z)

    def distances():
        return [
            (generator(z, size=size) - F.avg_pool2d(final, 16 // size)).square().mean().item()
            for size in (4, 8)
        ]

    before = distances()
    refit(generator)
    assert all(now < then / 2 for now, then in zip(distances(), before, strict=True))
    assert torch.equal(generator(z), final)


def test_the_bundle_does_it_when_asked(make_run, tmp_path, capsys):
    run = make_run("run", kind="progan", images=96, stage_images=16)
    train(run)
    snapshot, target = run.snapshots / "discs-000000096.safetensors", tmp_path / "b.safetensors"
    assert bundle.main([str(snapshot), str(target), "--refit-stages"]) == 0
    old, new = open_file(snapshot).generator, open_file(target).generator
    assert not torch.equal(old.to_rgb[0].weight, new.to_rgb[0].weight)
    assert torch.equal(old.to_rgb[-1].weight, new.to_rgb[-1].weight)


def test_what_does_not_grow_is_one_sentence(make_run, tmp_path, capsys):
    run = make_run("run", kind="dcgan", images=8)
    train(run)
    snapshot = run.snapshots / "discs-000000008.safetensors"
    assert bundle.main([str(snapshot), str(tmp_path / "b.safetensors"), "--refit-stages"]) == 2
    assert "does not grow" in capsys.readouterr().err
