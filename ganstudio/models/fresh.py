"""Random networks, so that everything can be tried without a file; the name says them whole."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from ganstudio.errors import StudioError
from ganstudio.models.card import Card, Kind
from ganstudio.networks.families import build, family, options

if TYPE_CHECKING:
    from ganstudio.models.model import Model

NAME = re.compile(r"random-([a-z0-9_]+(?:-[a-z][a-z0-9_]*)*)-(\d{1,5})-(\d{1,10})")
NOISE_STRENGTH = 0.1  # zero in a new StyleGAN
RGB_GAIN = 0.5  # a new network is too colourful by this
SOFT_GAIN = 0.3  # and one with instance norm in all layers, by this
ACTIVE, ACTIVE_RMS = 0.319, 0.721  # mean and root mean square of LeakyReLU(0.2) of N(0, 1)
DCGAN_WEIGHT = 0.02  # standard deviation of its initial weights
PARTS = ("generator", "discriminator")
GAN_GAIN = 4.0
CONTRAST = 0.5  # standard deviation of a new DCGAN's pixels before tanh


def name_of(family: str, size: int, seed: int) -> str:
    """The name under which the library opens this network."""
    return f"random-{family}-{size}-{seed}"


def parse(name: str) -> tuple[str, int, int] | None:
    """(family, size, seed) from such a name, None for any other."""
    found = NAME.fullmatch(name)
    return (found[1], int(found[2]), int(found[3])) if found else None


def fresh_card(family_name: str, size: int, seed: int) -> Card:
    """The card of a random network. Raises StudioError for a family, size or seed that is none."""
    if not 0 <= seed < 1 << 32:
        raise StudioError(
            "The seed {seed} is not between 0 and {value}; choose another.",
            seed=seed,
            value=(1 << 32) - 1,
        )
    kwargs = options(family_name, size=size)
    styles = 2 * size.bit_length() - 4 if family(family_name).styles else 0
    return Card(
        name=name_of(family_name, size, seed),
        family=family_name,
        kind=cast(Kind, family(family_name).kind),
        size=size,
        generator=kwargs["generator"],
        discriminator=kwargs["discriminator"],
        z_dim=kwargs["generator"]["z_dim"],
        styles=styles,
        limits="Random weights: it has learned nothing.",
        origin=f"drawn from seed {seed}",
    )


def fresh(family_name: str, size: int, seed: int) -> Model:
    """A network with random weights, the same for the same arguments; leaves torch's seed alone."""
    import torch

    from ganstudio.models.model import Model
    from ganstudio.models.store import tensors_digest

    card = fresh_card(family_name, size, seed)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        parts = {part: build(family_name, part, card.options(part) or {}) for part in PARTS}
    SHOW.get(family_name, lambda generator: None)(parts["generator"])
    tensors = {
        f"{part}.{name}": tensor
        for part, network in parts.items()
        for name, tensor in network.state_dict().items()
    }
    return Model(card, tensors_digest(card, tensors), parts.__getitem__)


def _show_styles(generator: Any, *, gain: float = RGB_GAIN) -> None:
    """Noise that can be seen, and colours within what a picture can show."""
    for layer in generator.synthesis.layers:
        layer.noise_strength.data.fill_(NOISE_STRENGTH)
    for layer in generator.synthesis.to_rgb:
        layer.weight.data.mul_(gain)


def _show_stylegan(generator: Any) -> None:
    """The same, and a constant that varies: of one that does not, instance norm leaves noise."""
    _show_styles(generator, gain=SOFT_GAIN)
    const, drawn = generator.synthesis.const.data, generator.synthesis.layers[1].weight.data
    const.copy_(drawn.flatten()[: const.numel()].reshape(const.shape))


def _show_lucidrains(generator: Any) -> None:
    """The same for activations that fade from layer to layer, around the middle of 0..1."""
    for i, layer in enumerate(generator.synthesis.layers):
        layer.noise_strength.data.fill_(NOISE_STRENGTH * ACTIVE_RMS**i)
    gain = SOFT_GAIN / math.sqrt(len(generator.synthesis.to_rgb))  # they add up
    for k, layer in enumerate(generator.synthesis.to_rgb):
        layer.weight.data.mul_(gain / ACTIVE_RMS ** (2 * k + 2))
    weight = generator.synthesis.to_rgb[0].weight
    weight.data.add_(0.5 / (ACTIVE * ACTIVE_RMS * math.sqrt(weight.shape[1])))


def _show_progan(generator: Any) -> None:
    """Colours within what a picture can show."""
    for layer in generator.to_rgb:
        layer.weight.data.mul_(RGB_GAIN)


def _show_dcgan(generator: Any) -> None:
    """Give it the batch statistics that its random weights lead to, reckoned, not measured.

    Without them the signal fades from layer to layer and every picture is grey. A picture's pixel
    gets 4 of a stride-2 kernel's 16 taps, one in the first layer; a ReLU halves the mean square.
    """
    square, taps = 1.0, 1
    for conv, norm in zip(generator.convs, generator.norms, strict=True):
        norm.running_var.fill_(square * conv.in_channels * taps * DCGAN_WEIGHT**2)
        square, taps = 0.5, 4
    variance = square * generator.to_rgb.in_channels * taps * DCGAN_WEIGHT**2
    generator.to_rgb.weight.data.mul_(CONTRAST / math.sqrt(variance))


def _show_gan(generator: Any) -> None:
    """More contrast than torch's first weights give."""
    generator.dense[-1].weight.data.mul_(GAN_GAIN)


# so that a network that has learned nothing shows something; exact, so that digests agree
SHOW: dict[str, Callable[[Any], None]] = {
    "stylegan2": _show_styles,
    "stylegan2-lucidrains": _show_lucidrains,
    "stylegan": _show_stylegan,
    "progan": _show_progan,
    "dcgan": _show_dcgan,
    "gan": _show_gan,
}
