"""A generator as ONNX, which other programs run without torch; checked with onnxruntime if here."""

from __future__ import annotations

import importlib.util
import logging
import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import torch
from torch import Tensor, nn

from ganstudio.atomic import new_file
from ganstudio.errors import StudioError
from ganstudio.models.card import Card
from ganstudio.models.model import Model
from ganstudio.networks.families import family

Inputs = Literal["z", "w"]
TOLERANCE = 1e-3  # of a picture's range: what the eye cannot see, and float32 sums in other orders
NEEDED = ("onnx", "onnxscript")
STEPS = 3
NOISY = "torch.onnx._internal.exporter._registration"  # warns that torchvision is not installed


@dataclass(frozen=True)
class Exported:
    """difference: the largest from torch's own picture, None where onnxruntime is not installed."""

    path: Path
    difference: float | None


class FromZ(nn.Module):
    """z [N, z_dim], psi [1] and for models with classes c [N, c_dim] -> image [N, 3, H, W]."""

    def __init__(self, generator: Any) -> None:
        super().__init__()
        self.generator = generator

    def forward(self, z: Tensor, psi: Tensor, c: Tensor | None = None) -> Tensor:
        w = self.generator.map(z, c)  # [N, w_dim]
        average = self.generator.map.w_avg
        w = average + (w - average) * psi
        image: Tensor = self.generator.synthesis(w[:, None].repeat(1, self.generator.styles, 1))
        return image


class FromW(nn.Module):
    """w [N, layers, w_dim] -> image [N, 3, H, W]."""

    def __init__(self, generator: Any) -> None:
        super().__init__()
        self.synthesis = generator.synthesis

    def forward(self, w: Tensor) -> Tensor:
        image: Tensor = self.synthesis(w)
        return image


def exporting(
    model: Model, path: Path, *, inputs: Inputs = "z"
) -> Generator[tuple[int, int], None, Exported]:
    """Write the generator in steps, each of which tells how much of how much is done.

    Style-based models take z and psi, or w as it comes out of truncation and mixing; noise is the
    model's own. Others take z. The image is float32 [N, 3, H, W] in -1..1, N as many as are given.
    The card travels in the file's metadata.

    Raises StudioError where packages are missing, the network cannot be exported, or the file's
    pictures differ from torch's.
    """
    check_packages()
    network, given, names = prepared(model, inputs)
    yield 0, STEPS
    program = translated(network, given, names, card=model.card)
    program.model.metadata_props["ganstudio"] = model.card.to_json()
    content = program.model_proto.SerializeToString()
    yield 1, STEPS
    difference = compared(content, network, dict(zip(names, given, strict=True)))
    if difference is not None and not difference <= TOLERANCE:
        raise StudioError(
            "The ONNX file of {name} would draw other pictures (by {difference:.2g}), so it was "
            "not written; export the model as .safetensors.",
            name=model.card.name,
            difference=difference,
        )
    yield 2, STEPS
    with new_file(path) as file:
        file.write(content)
    return Exported(path, difference)


def check_packages() -> None:
    """Raises StudioError where what writes ONNX is not installed."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise StudioError(
            "To write ONNX, {missing} must be installed: pip install 'ganstudio[onnx]'.",
            missing=" and ".join(missing),
        )


def prepared(model: Model, inputs: Inputs) -> tuple[nn.Module, list[Tensor], list[str]]:
    """The network to export, an example of what it takes, and the names of that."""
    generator: Any = model.generator
    draw = torch.Generator().manual_seed(0)
    z = torch.randn(2, generator.z_dim, generator=draw)
    if not family(model.card.family).styles:
        if inputs == "w":
            raise StudioError(
                "The model {name} has no mapping network, so it takes z alone.",
                name=model.card.name,
            )
        return generator, [z], ["z"]
    classes = getattr(generator, "c_dim", 0)
    c = torch.eye(classes)[torch.arange(2) % classes] if classes else None
    if inputs == "w":
        with torch.no_grad():
            return FromW(generator).eval(), [generator.mapping(z, c, 0.7)], ["w"]
    given = [z, torch.tensor([0.7])] + ([] if c is None else [c])
    return FromZ(generator).eval(), given, ["z", "psi", "c"][: len(given)]


def translated(network: nn.Module, given: list[Tensor], names: list[str], *, card: Card) -> Any:
    """The ONNX program, for any number of pictures at once."""
    batch = torch.export.Dim("batch", min=1)
    shapes = tuple(None if name == "psi" else {0: batch} for name in names)
    try:
        # with gradients, since without them the layers keep weights that tracing cannot follow
        with quiet(), torch.inference_mode(False), torch.enable_grad():
            return torch.onnx.export(
                network,
                tuple(given),
                dynamo=True,
                external_data=False,
                input_names=names,
                output_names=["image"],
                dynamic_shapes=shapes,
                optimize=False,  # it takes + 1e-8 for nothing; who runs the file optimises it
                verbose=False,
            )
    except (torch.onnx.OnnxExporterError, RuntimeError) as error:
        raise StudioError(
            "The network of {name} could not be written as ONNX; export it as .safetensors.",
            name=card.name,
            detail=f"{type(error).__name__}: {error}",
        ) from error


@contextmanager
def quiet() -> Iterator[None]:
    """Without three words of torch to its own developers."""
    logger = logging.getLogger(NOISY)
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings(
                "ignore", r"`isinstance\(treespec, LeafSpec\)` is deprecated", FutureWarning
            )
            warnings.filterwarnings(
                "ignore", "# The axis name: batch will not be used", UserWarning
            )
            yield
    finally:
        logger.setLevel(level)


def compared(content: bytes, network: nn.Module, given: dict[str, Tensor]) -> float | None:
    """How far the file's pictures are from torch's at most; None without onnxruntime.

    Relative to the pictures' range where that is more than -1..1.
    """
    try:
        import onnxruntime
    except ImportError:
        return None
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    with torch.no_grad():
        expected = network(*given.values())
    (found,) = session.run(["image"], {name: value.numpy() for name, value in given.items()})
    return float((torch.from_numpy(found) - expected).abs().max() / expected.abs().max().clamp(1))
