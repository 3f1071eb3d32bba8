"""Checkpoints as others write them, and a watch over what happens while one is opened."""

from __future__ import annotations

import io
import pickle
import pickletools  # noqa: F401 - so that no import is seen while a hostile file is opened
import sys
import types
import zipfile
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import numpy as np
import pydantic  # noqa: F401
import pytest
import safetensors.torch  # noqa: F401
import torch
from torch import nn

from ganstudio.errors import StudioError
from ganstudio.models import importers  # noqa: F401
from ganstudio.models.library import Library

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference"
FILTER = torch.tensor(np.outer([1, 3, 3, 1], [1, 3, 3, 1]) / 64, dtype=torch.float32)
FORBIDDEN = (
    "exec",
    "compile",
    "import",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.putenv",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "pickle.find_class",
    "shutil.",
    "socket.",
    "subprocess.Popen",
)
seen: list[tuple[str, tuple[object, ...]]] | None = None


def hook(event: str, arguments: tuple[object, ...]) -> None:
    """Python reports here what it runs, imports, starts and opens; it can never be taken out."""
    if seen is None:
        return
    writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if writes or event.startswith(FORBIDDEN):
        seen.append((event, arguments))


sys.addaudithook(hook)


@pytest.fixture
def near() -> Callable[[torch.Tensor, torch.Tensor], None]:
    """Asserts that two results agree within 1e-4 of the largest magnitude."""

    def check(found: torch.Tensor, expected: torch.Tensor) -> None:
        assert found.shape == expected.shape
        assert (found - expected).abs().max() <= 1e-4 * expected.abs().max()

    return check


@pytest.fixture
def reference() -> Callable[[str], tuple[Path, dict[str, torch.Tensor]]]:
    """(folder, expected tensors) of a case in ../shared/reference."""

    def case(name: str) -> tuple[Path, dict[str, torch.Tensor]]:
        folder = REFERENCE / name
        if not folder.is_dir():
            pytest.skip(f"{folder} is not here: it comes with the project's shared folder")
        with np.load(folder / "expected.npz") as expected:
            return folder, {key: torch.from_numpy(expected[key]) for key in expected}

    return case


class Sentence(str):
    """What a user would see of an error; `detail` can be copied."""

    detail: str


@pytest.fixture
def refusal() -> Callable[[Callable[[], object]], Sentence]:
    """Runs a call that must raise StudioError; gives its sentence, after a look at its form."""

    def run(call: Callable[[], object]) -> Sentence:
        with pytest.raises(StudioError) as caught:
            call()
        text = Sentence(caught.value)
        text.detail = caught.value.detail
        assert text.endswith("."), text
        assert "\n" not in text
        assert ". " not in text.replace(" .safetensors", ""), f"more than one sentence: {text}"
        assert len(text) < 400
        return text

    return run


@contextmanager
def nothing_runs() -> Iterator[None]:
    """Fails if Python runs, imports, starts or writes anything inside."""
    global seen
    seen = []
    try:
        yield
        found = seen
    finally:
        seen = None
    assert found == []


@pytest.fixture
def watch() -> Callable[[], AbstractContextManager[None]]:
    return nothing_runs


@pytest.fixture
def refused(
    refusal: Callable[[Callable[[], object]], Sentence], tmp_path: Path
) -> Callable[[bytes, str], Sentence]:
    """Opens content as a file that must be refused without running anything; the sentence."""

    def run(content: bytes, name: str = "gift.pkl") -> Sentence:
        path = tmp_path / name
        path.write_bytes(content)
        library = Library([tmp_path / "library"])

        def opened() -> object:
            with nothing_runs():
                return library.open(path)

        sentence = refusal(opened)
        assert name in sentence
        assert list(tmp_path.iterdir()) == [path]
        return sentence

    return run


@pytest.fixture
def zipped() -> Callable[..., bytes]:
    """torch's zip container around a pickle: zipped(pickle, {"0": b"..."}, extra={...})."""

    def build(
        content: bytes,
        storages: dict[str, bytes] | None = None,
        *,
        folder: str = "archive",
        extra: dict[str, bytes] | None = None,
        method: int = zipfile.ZIP_STORED,
    ) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", method) as archive:
            archive.writestr(f"{folder}/data.pkl", content)
            for key, raw in (storages or {}).items():
                archive.writestr(f"{folder}/data/{key}", raw)
            for name, raw in (extra or {}).items():
                archive.writestr(name, raw)
        return buffer.getvalue()

    return build


def legacy_head() -> bytes:
    """What torch's legacy container begins with."""
    words = (0x1950A86A20F9469CFC6C, 1001, {"protocol_version": 1001, "little_endian": True})
    return b"".join(pickle.dumps(word, protocol=2) for word in words)


@pytest.fixture(name="legacy_head")
def legacy_head_fixture() -> bytes:
    return legacy_head()


class Persistent:
    """Pickles as a module of stylegan2-ada does: a class name, source text and a state."""

    def __init__(self, meta: dict[str, object]) -> None:
        self.meta = meta

    def __reduce__(self) -> tuple[object, ...]:
        return reconstruct, (self.meta,)


def reconstruct(meta: object) -> None:
    raise AssertionError("the name is pickled; nobody may call it")


reconstruct.__module__ = "torch_utils.persistence"
reconstruct.__qualname__ = reconstruct.__name__ = "_reconstruct_persistent_obj"


class EasyDict(dict):  # what training_set_kwargs is there
    __module__ = "dnnlib.util"


def module(
    class_name: str,
    tensors: dict[str, torch.Tensor] | None = None,
    modules: dict[str, Persistent] | None = None,
    **attributes: object,
) -> Persistent:
    """A module with parameters (leaf tensors that learn) and buffers (the rest)."""
    tensors = tensors or {}
    fixed = ("resample_filter", "noise_const", "w_avg")
    state: dict[str, object] = {
        "training": False,
        "_parameters": {k: nn.Parameter(v) for k, v in tensors.items() if k not in fixed},
        "_buffers": {k: v for k, v in tensors.items() if k in fixed},
        "_non_persistent_buffers_set": set(),
        "_backward_hooks": OrderedDict(),
        "_is_full_backward_hook": None,
        "_modules": modules or {},
        "_init_args": (),
        "_init_kwargs": {},
        **attributes,
    }
    meta = {"type": "class", "version": 6, "module_src": "raise SystemExit('source was run')"}
    return Persistent({**meta, "class_name": class_name, "state": state})


def dense(layer: nn.Module, *, activation: str = "linear", lr: float = 1) -> Persistent:
    tensors = {"weight": layer.weight.detach(), "bias": layer.bias.detach()}
    gain = np.float64(lr / np.sqrt(layer.weight.shape[1]))
    return module(
        "FullyConnectedLayer", tensors, activation=activation, weight_gain=gain, bias_gain=lr
    )


def conv(layer: nn.Module, *, clamp: float | None, activation: str = "lrelu") -> Persistent:
    tensors = {"weight": layer.weight.detach(), "resample_filter": FILTER}
    if layer.bias is not None:
        tensors["bias"] = layer.bias.detach()
    clamp = clamp if activation == "lrelu" else None
    return module("Conv2dLayer", tensors, activation=activation, conv_clamp=clamp)


def mapping(part: nn.Module, *, tracked: bool) -> Persistent:
    modules = {
        f"fc{i}": dense(layer, activation="lrelu", lr=0.01) for i, layer in enumerate(part.dense)
    }
    if part.embed is not None:
        modules["embed"] = dense(part.embed)
    tensors = {"w_avg": part.w_avg.detach()} if tracked else {}
    return module("MappingNetwork", tensors, modules, z_dim=part.z_dim, c_dim=part.c_dim)


def styled(layer: nn.Module, *, clamp: float | None) -> Persistent:
    tensors = {
        "weight": layer.weight.detach(),
        "bias": layer.bias.detach(),
        "noise_strength": layer.noise_strength.detach(),
        "noise_const": layer.noise_const.detach(),
        "resample_filter": FILTER,
    }
    return module(
        "SynthesisLayer",
        tensors,
        {"affine": dense(layer.affine)},
        activation="lrelu",
        conv_clamp=clamp,
        use_noise=True,
    )


def generator(ours: nn.Module, *, clamp: float | None) -> Persistent:
    blocks = {}
    for k, rgb in enumerate(ours.synthesis.to_rgb):
        layers = {"conv1": styled(ours.synthesis.layers[2 * k], clamp=clamp)}
        tensors = {"resample_filter": FILTER}
        if k:
            layers["conv0"] = styled(ours.synthesis.layers[2 * k - 1], clamp=clamp)
        else:
            tensors["const"] = ours.synthesis.const.detach()
        layers["torgb"] = module(
            "ToRGBLayer",
            {"weight": rgb.weight.detach(), "bias": rgb.bias.detach()},
            {"affine": dense(rgb.affine)},
            conv_clamp=clamp,
        )
        blocks[f"b{4 << k}"] = module(
            "SynthesisBlock", tensors, layers, architecture="skip", use_fp16=k > 1
        )
    return module(
        "Generator",
        modules={
            "synthesis": module("SynthesisNetwork", {}, blocks),
            "mapping": mapping(ours.map, tracked=True),
        },
        z_dim=ours.z_dim,
        c_dim=ours.c_dim,
    )


def discriminator(
    ours: nn.Module, *, clamp: float | None, group: int | None, architecture: str
) -> Persistent:
    size, blocks = ours.size, {}
    for k, block in enumerate(ours.blocks):
        layers = {"conv0": conv(block.conv0, clamp=clamp), "conv1": conv(block.conv1, clamp=clamp)}
        if k == 0:
            layers["fromrgb"] = conv(ours.from_rgb, clamp=clamp)
        if block.skip is not None:
            layers["skip"] = conv(block.skip, clamp=clamp, activation="linear")
        blocks[f"b{size >> k}"] = module(
            "DiscriminatorBlock", {"resample_filter": FILTER}, layers, architecture=architecture
        )
    blocks["b4"] = module(
        "DiscriminatorEpilogue",
        {},
        {
            "mbstd": module("MinibatchStdLayer", group_size=group, num_channels=1),
            "conv": conv(ours.conv, clamp=clamp),
            "fc": dense(ours.dense, activation="lrelu"),
            "out": dense(ours.out),
        },
        architecture=architecture,
    )
    if ours.map is not None:
        blocks["mapping"] = mapping(ours.map, tracked=False)
    return module("Discriminator", {}, blocks, c_dim=ours.c_dim)


class Ada:
    """Builds pickles in stylegan2-ada's layout from our networks."""

    EasyDict = EasyDict
    module = staticmethod(module)
    generator = staticmethod(generator)
    discriminator = staticmethod(discriminator)

    @staticmethod
    def dumps(value: object, *, protocol: int = 4) -> bytes:
        return pickle.dumps(value, protocol=protocol)


@pytest.fixture
def ada(monkeypatch: pytest.MonkeyPatch) -> type[Ada]:
    names = {
        "torch_utils": {},
        "torch_utils.persistence": {"_reconstruct_persistent_obj": reconstruct},
        "dnnlib": {},
        "dnnlib.util": {"EasyDict": EasyDict},
    }
    for name, members in names.items():
        fake = types.ModuleType(name)
        vars(fake).update(members)
        monkeypatch.setitem(sys.modules, name, fake)
    return Ada
