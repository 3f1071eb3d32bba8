"""Along the sphere from one latent to another."""

import pytest
import torch

from ganstudio.latent.interpolation import slerp


def test_the_ends_are_the_ends():
    a, b = torch.randn(2, 3, 16)
    assert torch.equal(slerp(a, b, 0), a)
    assert torch.equal(slerp(a, b, 1), b)


def test_the_angle_grows_evenly_and_the_length_goes_from_one_to_the_other():
    a = torch.tensor([[2.0, 0.0, 0.0]])
    b = torch.tensor([[0.0, 4.0, 0.0]])
    for t in (0.25, 0.5, 0.75):
        found = slerp(a, b, t)
        assert found.norm().item() == pytest.approx(2 + 2 * t)
        assert torch.atan2(found[0, 1], found[0, 0]).item() == pytest.approx(t * torch.pi / 2)


@pytest.mark.parametrize("factor", [1.0, -1.0, 2.0])
def test_where_there_is_no_great_circle_it_goes_straight(factor):
    a = torch.randn(2, 8)
    assert torch.allclose(slerp(a, a * factor, 0.25), a.lerp(a * factor, 0.25), atol=1e-4)
    assert torch.isfinite(slerp(torch.zeros(1, 8), a[:1], 0.5)).all()
