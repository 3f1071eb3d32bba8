"""The names that a checkpoint may use, each with what it means here; all others are refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from ganstudio.models.inert import KINDS, Array, Dict, Ignored, NumberType, Settings, Storage
from ganstudio.models.unpickler import Maker, scalar


def rebuild_tensor(
    storage: Storage,
    offset: int,
    shape: tuple[int, ...],
    stride: tuple[int, ...],
    requires_grad: bool = False,
    hooks: Any = None,
    metadata: Any = None,
) -> Array:
    if hooks or metadata:
        raise ValueError("a tensor with hooks or a conjugate view")
    return Array(storage, offset, shape, stride)


def rebuild_parameter(array: Array, requires_grad: bool = True, hooks: Any = None) -> Array:
    if hooks or not isinstance(array, Array):
        raise ValueError("a parameter that is no plain tensor")
    return array


def make_dict(pairs: Any = ()) -> Dict:
    if isinstance(pairs, dict):
        return Dict(pairs)
    return Dict({scalar(key): value for key, value in pairs})


def make_set(members: Any = ()) -> set[Any]:
    return set(map(scalar, members))


def make_bytes(content: Any = b"", encoding: Any = None) -> bytes:
    """bytearray(b"...") and the way in which protocol 2 writes bytes: as latin-1 text."""
    return content.encode("latin-1") if isinstance(content, str) else bytes(memoryview(content))


def make_size(sizes: Any = ()) -> tuple[int, ...]:
    return tuple(sizes)


def make_device(*words: Any) -> str:
    return ":".join(str(word) for word in words if isinstance(word, (str, int)))


def make_number_type(code: Any, align: Any = False, copy: Any = False) -> NumberType:
    if not (isinstance(code, str) and re.fullmatch(r"[<|=]?([fiu][1248]|b1|[OUSV]\d*)", code)):
        raise ValueError("a numpy type that holds no plain numbers")
    return NumberType(code)


def make_number(kind: Any, content: Any) -> Any:
    """A numpy scalar as a number of Python's."""
    if not isinstance(kind, NumberType) or not re.fullmatch(r"[<|=]?[fiub][1248]", kind.code):
        raise ValueError("a numpy scalar that is no number")
    raw = make_bytes(content)
    if len(raw) != np.dtype(kind.code).itemsize:
        raise ValueError("a numpy scalar of another length")
    return np.frombuffer(raw, kind.code)[0].item()


def ignored(name: str) -> Callable[..., Ignored]:
    """A constructor for what is read and left aside."""
    return lambda *arguments: Ignored(name)


def make_settings() -> Settings:
    return Settings()


def named(table: dict[str, Any]) -> dict[tuple[str, str], Any]:
    """{"collections.OrderedDict": make_dict} -> {("collections", "OrderedDict"): Maker}."""
    found = {}
    for name, value in table.items():
        module, _, attribute = name.rpartition(".")
        found[module, attribute] = Maker(name, value) if callable(value) else value
    return found


STORAGES = named({f"torch.{name}": kind for name, kind in KINDS.items()})
PLAIN = {
    **STORAGES,
    **named(
        {
            "collections.OrderedDict": make_dict,
            "dnnlib.EasyDict": make_dict,
            "dnnlib.util.EasyDict": make_dict,
            "builtins.set": make_set,
            "builtins.frozenset": make_set,
            "builtins.bytearray": make_bytes,
            "__builtin__.set": make_set,
            "__builtin__.frozenset": make_set,
            "__builtin__.bytearray": make_bytes,
            "_codecs.encode": make_bytes,
            "torch.Size": make_size,
            "torch.device": make_device,
            "torch._utils._rebuild_tensor": rebuild_tensor,
            "torch._utils._rebuild_tensor_v2": rebuild_tensor,
            "torch._utils._rebuild_parameter": rebuild_parameter,
            "argparse.Namespace": ignored("argparse.Namespace"),
            "models.utils.config.BaseConfig": make_settings,  # pytorch_GAN_zoo's
            "numpy.dtype": make_number_type,
            "numpy.ndarray": "ndarray",
            **{
                f"numpy.{core}.{name}": make
                for core in ("core", "_core")
                for name, make in (
                    ("multiarray.scalar", make_number),
                    ("multiarray._reconstruct", ignored("a numpy array")),
                    ("numeric._frombuffer", ignored("a numpy array")),
                )
            },
            **{
                f"torch.{name}": name
                for name in ("float64", "float32", "float16", "bfloat16", "int64", "uint8", "bool")
            },
        }
    ),
}
