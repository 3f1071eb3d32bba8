"""Style layers by size, for both generations of StyleGAN."""

import pytest

from ganstudio.latent.mixing import group, style_sizes
from ganstudio.networks.families import FAMILIES, build, options


def test_stylegan_2_colours_one_layer_late():
    assert style_sizes(16) == [4, 8, 8, 16, 16, 16]


def test_stylegan_has_two_layers_a_size():
    assert style_sizes(16, family="stylegan") == [4, 4, 8, 8, 16, 16]
    assert group("coarse", style_sizes(32, family="stylegan")) == [0, 1, 2, 3]


@pytest.mark.parametrize("family", [f.name for f in FAMILIES.values() if f.styles])
def test_sizes_are_those_of_the_layers(family):
    layers = build(family, "generator", options(family, size=32)["generator"]).synthesis.layers
    sizes = style_sizes(32, family=family)
    assert [layer.size for layer in layers] == sizes[: len(layers)]
