"""Latents to files and back: NumPy's .npy, and JSON that every program reads.

A .npy is float32 [N, layers, w_dim] or [N, z_dim], a row a face; a JSON is a list of
{"name", "shape", "values"}. stylegan2-ada's projected_w.npz comes in as well. Nothing in a file is
ever run, and none makes the memory overflow.
"""

from __future__ import annotations

import ast
import json
import math
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.lib import format as npy

from ganstudio.atomic import in_words, new_file
from ganstudio.errors import StudioError
from ganstudio.media.files import check_folder
from ganstudio.recipe import MOST_VALUES, Source, Values

ENDINGS = (".npy", ".json")
MOST = 10_000  # latents of one file
MOST_NUMBERS = 1 << 27  # all together: half a gigabyte
MOST_TEXT = 1 << 27  # bytes of JSON: a thousand w of a 1024 px model
MOST_HEADER = 10_000  # bytes of a .npy before its numbers
LARGEST = 1e6  # of any number, as in recipes
DAMAGE = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    SyntaxError,
    MemoryError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,  # an archive that is packed in another way
)


@dataclass(frozen=True, eq=False)
class Latent:
    """A z [z_dim] or a w [layers, w_dim], float32, and what to call it."""

    name: str
    values: np.ndarray

    def source(self) -> Source:
        """What a recipe takes it as."""
        return Source(latent=Values.of(self.values))


def check_target(path: Path) -> None:
    """Raises StudioError where latents cannot be written under that name."""
    if path.suffix.lower() not in ENDINGS:
        raise StudioError("{path} must end in .npy or .json.", path=path)
    with in_words(path):
        if path.is_dir():
            raise StudioError("{path} is a folder; name a file in it.", path=path)
        check_folder(path.parent)


def save(path: Path, latents: Sequence[Latent]) -> Path:
    """Write latents as the name says. A .npy wants them all of one shape, and drops the names.

    Raises StudioError where that is not so, or name, folder or disk will not do.
    """
    check_target(path)
    if not latents:
        raise StudioError("There is no latent to write; choose at least one picture.")
    if path.suffix.lower() == ".json":
        content = json.dumps([described(latent) for latent in latents]).encode()
        if len(content) > MOST_TEXT:
            raise StudioError("So many latents are too much for JSON; write a .npy file.")
        with new_file(path) as file:
            file.write(content)
        return path
    shapes = {latent.values.shape: latent.name for latent in latents}
    if len(shapes) > 1:
        (one, first), (other, second), *_ = shapes.items()
        raise StudioError(
            "A .npy holds latents of one shape, and {first} has {one}, {second} {other}; write "
            "JSON, or one file for each model.",
            first=first,
            one=one,
            second=second,
            other=other,
        )
    whole = np.stack([latent.values for latent in latents]).astype("<f4")
    with new_file(path) as file:
        npy.write_array(file, whole, allow_pickle=False)
    return path


def described(latent: Latent) -> dict[str, Any]:
    """As JSON: numbers as short as float32 allows."""
    numbers = [float(str(number)) for number in latent.values.astype(np.float32).ravel()]
    return {"name": latent.name, "shape": list(latent.values.shape), "values": numbers}


def read(path: Path) -> list[Latent]:
    """The latents of a .npy, .npz (its "w") or .json. Raises StudioError where it is none."""
    ending = path.suffix.lower()
    if ending not in (".npy", ".npz", ".json"):
        raise StudioError("{path} must be a .npy, .npz or .json file.", path=path)
    try:
        if ending == ".json":
            found = list(from_json(path))
        else:
            found = list(from_numpy(path))
        if not found:
            raise ValueError("it is empty")
    except OSError as error:
        raise StudioError(
            "{path} cannot be read: {why}.", path=path, why=error.strerror or error
        ) from error
    except DAMAGE as error:
        raise StudioError(
            "{path} holds no latents that can be used: {error}.",
            path=path,
            error=str(error).rstrip("."),
            detail=repr(error),
        ) from error
    return found


def sources(path: Path) -> list[Source]:
    """What recipes take the latents of a file as. Raises StudioError as `read` does."""
    return [latent.source() for latent in read(path)]


def from_numpy(path: Path) -> Iterator[Latent]:
    if path.suffix.lower() == ".npz":
        with zipfile.ZipFile(path) as archive:
            if "w.npy" not in archive.namelist():
                raise ValueError('it has no array "w"')
            with archive.open("w.npy") as file:
                whole = array(file)
        if whole.ndim == 2:
            whole = whole[None]  # one w
    else:
        with path.open("rb") as file:
            whole = array(file)
        if whole.ndim == 1:
            whole = whole[None]  # one z
    if whole.ndim not in (2, 3) or len(whole) > MOST:
        raise ValueError(f"its shape is {whole.shape}, not (N, layers, w_dim) or (N, z_dim)")
    for index, values in enumerate(whole):
        name = path.stem if len(whole) == 1 else f"{path.stem}-{index + 1}"
        yield Latent(name, checked(values))


def array(file: IO[bytes]) -> np.ndarray:
    """The array of a .npy, provided that its header tells numbers, and not too many."""
    begin = file.read(8)
    if begin[:6] != b"\x93NUMPY" or begin[6] not in (1, 2):
        raise ValueError("it is no .npy of version 1 or 2")
    length = int.from_bytes(file.read(2 if begin[6] == 1 else 4), "little")
    if length > MOST_HEADER:
        raise ValueError(f"its header would have {length} bytes")
    header = ast.literal_eval(file.read(length).decode("latin1").strip())
    shape, fortran = tuple(header["shape"]), header["fortran_order"]
    count = math.prod(shape)
    if not re.fullmatch("[<>=]?f[248]", header["descr"]) or not 0 < count <= MOST_NUMBERS:
        raise ValueError(f"its header tells {header['descr']} {shape}")
    dtype = np.dtype(header["descr"])
    size = count * dtype.itemsize
    content = file.read(size)
    if len(content) < size:
        raise ValueError("it is cut short")
    found = np.frombuffer(content, dtype)
    return found.reshape(shape[::-1]).T if fortran else found.reshape(shape)


def from_json(path: Path) -> Iterator[Latent]:
    with path.open("rb") as file:
        content = file.read(MOST_TEXT + 1)
    if len(content) > MOST_TEXT:
        raise ValueError("it is too large")
    whole = json.loads(content)
    if not isinstance(whole, list) or len(whole) > MOST:
        raise ValueError(f"it is no list of up to {MOST} latents")
    for entry in whole:
        name, shape, values = entry["name"], entry["shape"], entry["values"]
        if not isinstance(name, str) or not all(type(n) is int and n > 0 for n in shape):
            raise ValueError(f"name {str(name)[:80]!r}, shape {str(shape)[:80]}")
        if len(shape) not in (1, 2) or len(values) != math.prod(shape):
            raise ValueError(f"{len(values)} values for the shape {str(shape)[:80]}")
        if not all(type(number) in (int, float) for number in values):
            raise ValueError("values must be numbers")
        yield Latent(name, checked(np.array(values, np.float64).reshape(shape)))


def checked(values: np.ndarray) -> np.ndarray:
    """float32, provided that all of them are numbers of a possible size."""
    if values.size > MOST_VALUES:
        raise ValueError(f"{values.size} values are more than a latent has")
    values = values.astype(np.float64)  # whatever the width, a limit can be told
    if not (np.abs(values) <= LARGEST).all():  # not a number is not smaller either
        raise ValueError(f"its values must be numbers from -{LARGEST:g} to {LARGEST:g}")
    return np.ascontiguousarray(values, np.float32)
