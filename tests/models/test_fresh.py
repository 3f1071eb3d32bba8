from __future__ import annotations

import pytest
import torch

from ganstudio.models.fresh import fresh, name_of, parse
from ganstudio.networks.families import FAMILIES


@pytest.mark.parametrize("family", FAMILIES)
def test_the_same_seed_gives_the_same_network_and_leaves_torchs_alone(family):
    torch.manual_seed(5)
    before = torch.get_rng_state()
    first = fresh(family, 16, 7)
    assert torch.equal(torch.get_rng_state(), before)
    torch.manual_seed(6)
    again, other = fresh(family, 16, 7), fresh(family, 16, 8)
    assert first.card == again.card
    assert first.digest == again.digest != other.digest
    assert first.card.name == f"random-{family}-16-7"
    for part in ("generator", "discriminator"):
        ours, theirs = getattr(first, part).state_dict(), getattr(again, part).state_dict()
        assert all(torch.equal(ours[name], theirs[name]) for name in ours)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("size", [16, 64])
def test_a_random_network_shows_something(family, size):
    """Neither grey nor clipped, and different for different latents."""
    model = fresh(family, size, 1)
    z = torch.randn(4, model.card.z_dim, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        images = model.generator(z)
    assert images.shape == (4, 3, size, size)
    assert 0.15 < images.std() < 1
    assert (images.abs() > 1).float().mean() < 0.25
    assert (images[0] - images[1]).std() > 0.1
    assert not model.generator.training


def test_noise_can_be_seen():
    generator = fresh("stylegan2", 32, 1).generator
    with torch.no_grad():
        w = generator.mapping(torch.randn(1, generator.z_dim))
        difference = generator.synthesis(w, "const") - generator.synthesis(w, "none")
    assert difference.abs().mean() > 0.02


def test_names_say_family_size_and_seed():
    assert parse(name_of("dcgan", 64, 7)) == ("dcgan", 64, 7)
    for name in (
        "faces",
        "random-dcgan-64",
        "random-dcgan-64-7-1",
        "random--64-7",
        "xrandom-a-1-2",
    ):
        assert parse(name) is None


def test_what_cannot_be_drawn_is_said(refusal):
    assert "63 pixels" in refusal(lambda: fresh("dcgan", 63, 1))
    assert "'biggan9'" in refusal(lambda: fresh("biggan9", 64, 1))
    for seed in (-1, 1 << 32):
        assert "seed" in refusal(lambda seed=seed: fresh("dcgan", 64, seed))
