"""Incremental synthesis is the whole synthesis bit for bit, and computes only what changed."""

import pytest
import torch

from ganstudio.engine import incremental
from ganstudio.engine.incremental import SkipIncremental
from ganstudio.networks.stylegan2 import Generator, channels_at

SIZE = 64
LAYERS, RGBS = 9, 5  # convolutions and to-RGBs of a 64 px network


class Maps:
    """The networks' own noise, or none."""

    def __init__(self, synthesis, noise="const"):
        self.maps = [layer.noise_const[None, None] for layer in synthesis.layers]
        self.noise = noise

    def of(self, layer):
        return None if self.noise == "none" else self.maps[layer]

    def key(self, layer):
        return self.noise


class Counting(SkipIncremental):
    """Counts the layers that are computed."""

    def __init__(self, synthesis):
        super().__init__(synthesis)
        self.seen = []
        for i, layer in enumerate([*synthesis.layers, *synthesis.to_rgb]):
            layer.register_forward_hook(lambda *_, i=i: self.seen.append(i))

    def draw(self, w, *, noise="const", **options):
        self.seen.clear()
        *_, last = self.pictures(w, noise=Maps(self.synthesis, noise), **options)
        return last


@pytest.fixture
def network():
    torch.manual_seed(0)
    channels = channels_at(SIZE, base=256, most=8)
    generator = Generator(channels=channels, z_dim=8, w_dim=8, mapping_layers=2).eval()
    for layer in generator.synthesis.layers:
        layer.noise_strength.data.fill_(0.3)
    return generator.requires_grad_(False)


@pytest.fixture
def counting(network):
    return Counting(network.synthesis)


def test_every_way_of_changing_gives_the_pixels_of_the_whole_synthesis(network, counting):
    torch.manual_seed(1)
    w = network.mapping(torch.randn(1, 8))
    for style in (9, 0, 4, 5, 8, 7, 9, 2, 2, 1):
        w = w.clone()
        w[:, style] += torch.randn(8)
        for noise in ("const", "none"):
            assert torch.equal(counting.draw(w, noise=noise), network.synthesis(w, noise))


def test_nothing_is_computed_twice(network, counting):
    w = network.mapping(torch.randn(1, 8))
    counting.draw(w)
    assert len(counting.seen) == LAYERS + RGBS
    counting.draw(w)
    assert counting.seen == []


@pytest.mark.parametrize(
    ("style", "computed"),
    [
        (0, LAYERS + RGBS),
        (3, 6 + 4),  # layers 3 to 8, and the to-RGBs of 8 (it takes style 3), 16, 32 and 64 px
        (8, 1 + 1),  # the last convolution and its to-RGB
        (9, 1),  # the last to-RGB alone
    ],
)
def test_a_change_costs_what_lies_above_it(network, counting, style, computed):
    w = network.mapping(torch.randn(1, 8))
    counting.draw(w)
    w = w.clone()
    w[:, style] += 1
    counting.draw(w)
    assert len(counting.seen) == computed


def test_other_noise_computes_all_layers(network, counting):
    w = network.mapping(torch.randn(1, 8))
    counting.draw(w)
    counting.draw(w, noise="none")
    assert len(counting.seen) == LAYERS + RGBS


def test_a_smaller_picture_comes_on_the_way(network, counting):
    w = network.mapping(torch.randn(1, 8))
    early, whole = counting.pictures(w, noise=Maps(counting.synthesis), early=16)
    assert early.shape == (1, 3, 16, 16)
    assert torch.equal(whole, network.synthesis(w))


def test_a_stale_picture_ends_early_and_what_it_computed_stays_good(network, counting):
    w = network.mapping(torch.randn(1, 8))
    calls = iter(range(100))
    found = list(
        counting.pictures(w, noise=Maps(counting.synthesis, "none"), stale=lambda: next(calls) >= 4)
    )
    assert found == [] and len(counting.seen) == 4 + 2
    counting.draw(w, noise="none")
    assert len(counting.seen) == LAYERS + RGBS - 6


def test_little_memory_costs_time_and_no_exactness(network, counting, monkeypatch):
    monkeypatch.setattr(incremental, "MOST_BYTES", 20_000)
    w = network.mapping(torch.randn(1, 8))
    counting.draw(w)
    again = counting.draw(w)
    assert 0 < len(counting.seen) < LAYERS
    assert torch.equal(again, network.synthesis(w))
    held = sum(x.nbytes for (part, _), (_, x) in counting._kept.items() if part == "x")
    assert held <= 20_000


def test_an_early_picture_counts_the_layers_that_it_has(network):
    drawing = SkipIncremental(network.synthesis)
    w = network.mapping(torch.randn(1, 8))
    list(drawing.pictures(w, noise=Maps(network.synthesis)))
    assert (drawing.computed, drawing.layers) == (LAYERS, LAYERS)
    w = w.clone()
    w[:, 3] += 1
    pictures = drawing.pictures(w, noise=Maps(network.synthesis), early=16)
    next(pictures)
    assert (drawing.computed, drawing.layers) == (2, 5)  # layers 3 and 4 of the five up to 16 px
    next(pictures)
    assert (drawing.computed, drawing.layers) == (6, LAYERS)
