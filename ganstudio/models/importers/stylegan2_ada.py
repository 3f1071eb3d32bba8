"""StyleGAN 2 as NVIDIA's stylegan2-ada-pytorch pickles it: the modules G_ema and D.

Sizes come from the tensors' shapes, the rest from the modules' attributes. What is computed
otherwise than by our networks is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from ganstudio.errors import StudioError
from ganstudio.models.card import Card, safe_name
from ganstudio.models.checkpoint import Content
from ganstudio.models.importers.weights import Weights, model
from ganstudio.models.inert import Array, Record
from ganstudio.models.model import Model

TAPS = np.outer([1, 3, 3, 1], [1, 3, 3, 1]) / 64
WHOLE_BATCH = 1 << 16  # a group size of None: the statistics of all pictures of a batch
LINEAR = ("affine", "embed", "out", "skip")  # layers without an activation


def matches(content: Content) -> bool:
    return isinstance(content.value, dict) and isinstance(content.value.get("G_ema"), Record)


def load(content: Content) -> Model:
    """G_ema, and D where it is there. Raises StudioError for architectures that we lack."""
    generator = Network.of(content.value["G_ema"], content.name)
    g_options = generator_options(generator)
    parts = {"generator": rename_generator(generator)}
    d_options = None
    if isinstance(content.value.get("D"), Record):
        discriminator = Network.of(content.value["D"], content.name)
        d_options = discriminator_options(discriminator)
        parts["discriminator"] = rename_discriminator(discriminator)
    channels = g_options["channels"]
    card = Card(
        name=safe_name(content.stem),
        family="stylegan2",
        kind="face",
        size=4 << (len(channels) - 1),
        generator=g_options,
        discriminator=d_options,
        z_dim=g_options["z_dim"],
        styles=2 * len(channels),
        classes=tuple(map(str, range(g_options["c_dim"]))),
        origin=f"imported from {content.name}, a pickle of NVIDIA's stylegan2-ada",
    )
    return model(content, card, parts)


@dataclass(frozen=True)
class Network:
    """A pickled network's modules and tensors, each by its path ("synthesis.b8.conv0.weight")."""

    source: str
    modules: dict[str, Record]
    arrays: dict[str, Array]

    @classmethod
    def of(cls, record: Record, source: str) -> Network:
        modules = dict(record.walk())
        arrays = {
            f"{path}.{name}" if path else name: array
            for path, module in modules.items()
            for name, array in module.arrays().items()
        }
        return cls(source, modules, arrays)

    def refuse(self, what: str) -> StudioError:
        return StudioError(
            "{source} cannot be opened: it has {what}, which GAN Studio's StyleGAN 2 lacks.",
            source=self.source,
            what=what,
        )

    def shape(self, name: str, *, dims: int) -> tuple[int, ...]:
        if name not in self.arrays or len(self.arrays[name].shape) != dims:
            raise StudioError(
                "{source} holds no StyleGAN 2 that GAN Studio knows: {name} is "
                "missing or of another shape.",
                source=self.source,
                name=name,
            )
        return self.arrays[name].shape

    def sizes(self, prefix: str) -> list[int]:
        """The picture sizes of its blocks: 4, 8, ..."""
        found = [re.fullmatch(rf"{re.escape(prefix)}b(\d{{1,5}})", path) for path in self.modules]
        sizes = sorted(int(match[1]) for match in found if match)
        if not sizes or sizes != [4 << k for k in range(len(sizes))]:
            raise self.refuse(f"blocks of {sizes[:12]} pixels")
        return sizes

    def layers(self) -> int:
        """How many dense layers its mapping has."""
        return sum(re.fullmatch(r"mapping\.fc\d+", path) is not None for path in self.modules)

    def values(self, attribute: str, *, besides: tuple[str, ...] = ()) -> dict[str, Any]:
        """path -> an attribute of the modules that have it."""
        return {
            path: module.state[attribute]
            for path, module in self.modules.items()
            if attribute in module.state and path.rpartition(".")[2] not in besides
        }

    def clamp(self) -> float | None:
        """The bound of all layers' outputs; skips have none. fp16 models have 256."""
        values = list(self.values("conv_clamp", besides=("skip",)).values())
        for value in values:
            if not (value is None or type(value) in (int, float)):
                raise ValueError("a conv_clamp that is no number")
            if value != values[0]:
                raise self.refuse("layers with different conv_clamp")
        return float(values[0]) if values and values[0] is not None else None

    def check_layers(self) -> None:
        """Refuse other activations, filters or learning rate multipliers than the published."""
        for path, activation in self.values("activation").items():
            wanted = "linear" if path.rpartition(".")[2] in LINEAR else "lrelu"
            if activation != wanted:
                raise self.refuse(f"another activation in {path}")
        for path, gain in self.values("bias_gain").items():
            if gain != (0.01 if re.fullmatch(r"mapping\.fc\d+", path) else 1):
                raise self.refuse(f"another learning rate multiplier in {path}")
        for name, array in self.arrays.items():
            if name.rpartition(".")[2] != "resample_filter":
                continue
            if array.shape != TAPS.shape or not np.allclose(array.numpy(), TAPS, atol=1e-6):
                raise self.refuse(f"another resampling filter than [1, 3, 3, 1] in {name}")

    def architecture(self, *known: str) -> str:
        """The one architecture of all its blocks."""
        found = list(self.values("architecture").values())
        for name in found:
            if name not in known or name != found[0]:
                shown = name[:20] if isinstance(name, str) else type(name).__name__
                raise self.refuse(f"blocks of the architecture {shown!r}")
        return found[0] if found else known[0]


def generator_options(network: Network) -> dict[str, Any]:
    """Keyword arguments of our generator."""
    network.check_layers()
    network.architecture("skip")
    sizes = network.sizes("synthesis.")
    c_dim = 0
    w_dim = network.shape("synthesis.b4.conv1.affine.weight", dims=2)[1]
    z_dim = network.shape("mapping.fc0.weight", dims=2)[1]
    if "mapping.embed" in network.modules:
        embedded, c_dim = network.shape("mapping.embed.weight", dims=2)
        z_dim -= embedded
    return {
        "channels": [network.shape(f"synthesis.b{s}.conv1.weight", dims=4)[0] for s in sizes],
        "z_dim": z_dim,
        "w_dim": w_dim,
        "c_dim": c_dim,
        "mapping_layers": network.layers(),
        "img_channels": network.shape(f"synthesis.b{sizes[-1]}.torgb.weight", dims=4)[0],
        "clamp": network.clamp(),
    }


def discriminator_options(network: Network) -> dict[str, Any]:
    """Keyword arguments of our discriminator."""
    network.check_layers()
    sizes = network.sizes("")
    statistics = network.modules.get("b4.mbstd")
    if statistics is None or statistics.state.get("num_channels") != 1:
        raise network.refuse("another minibatch standard deviation than the published one")
    group = statistics.state.get("group_size")
    if group is not None and type(group) is not int:
        raise ValueError("a group size that is no number")
    conditional = "mapping.embed" in network.modules
    return {
        "channels": [
            network.shape("b4.conv.weight", dims=4)[0],
            *(network.shape(f"b{size}.conv0.weight", dims=4)[0] for size in sizes[1:]),
        ],
        "c_dim": network.shape("mapping.embed.weight", dims=2)[1] if conditional else 0,
        "label_dim": network.shape("b4.out.weight", dims=2)[0] if conditional else None,
        "mapping_layers": network.layers(),
        "img_channels": network.shape(f"b{sizes[-1]}.fromrgb.weight", dims=4)[1],
        "residual": network.architecture("resnet", "orig") == "resnet",
        "group": WHOLE_BATCH if group is None else group,
        "clamp": network.clamp(),
    }


def rename_generator(network: Network) -> Weights:
    """Its tensors by our names. Convolution 2k - 1 and 2k work at 4 * 2^k pixels."""
    renamed: dict[str, Any] = {}
    for name, array in network.arrays.items():
        path, _, leaf = name.rpartition(".")
        if leaf == "resample_filter":
            continue
        if path == "mapping":
            name = f"map.{leaf}"
        elif path.startswith("mapping."):
            name = _rename_mapping(name)
        elif found := re.fullmatch(r"synthesis\.b(\d+)\.(conv(\d)|torgb)\.(.+)", name):
            k = int(found[1]).bit_length() - 3
            layer = f"to_rgb.{k}" if found[3] is None else f"layers.{2 * k - 1 + int(found[3])}"
            name = f"synthesis.{layer}.{found[4]}"
        elif name == "synthesis.b4.const":
            name = "synthesis.const"
        renamed[name] = array
    return renamed


def rename_discriminator(network: Network) -> Weights:
    """Its tensors by our names. Block 0 is the finest."""
    top = network.sizes("")[-1].bit_length()
    renamed: dict[str, Any] = {}
    for name, array in network.arrays.items():
        if name.endswith("resample_filter"):
            continue
        if name.startswith("mapping."):
            name = _rename_mapping(name)
        elif found := re.fullmatch(r"b4\.(conv|fc|out)\.(\w+)", name):
            name = f"{found[1].replace('fc', 'dense')}.{found[2]}"
        elif found := re.fullmatch(r"b\d+\.fromrgb\.(\w+)", name):
            name = f"from_rgb.{found[1]}"
        elif found := re.fullmatch(r"b(\d+)\.(.+)", name):
            name = f"blocks.{top - int(found[1]).bit_length()}.{found[2]}"
        renamed[name] = array
    if "map.embed.weight" in renamed:  # its mapping is never truncated, so it has no average
        renamed["map.w_avg"] = torch.zeros(renamed["map.embed.weight"].shape[0])
    return renamed


def _rename_mapping(name: str) -> str:
    return re.sub(r"^mapping\.(fc(\d+)|embed)\.", lambda m: _mapping_layer(m[2]), name)


def _mapping_layer(number: str | None) -> str:
    return "map.embed." if number is None else f"map.dense.{number}."
