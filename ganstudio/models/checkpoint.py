"""Foreign checkpoints, files and folders of them, read as inert values.

Neither `torch.load` nor `pickle` ever sees the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ganstudio.errors import StudioError
from ganstudio.models.containers import Reader
from ganstudio.models.header import unreadable

MOST_BYTES = 4 << 30
SUFFIXES = (".pkl", ".pickle", ".pt", ".pth", ".bin", ".ckpt", ".model")
SNAPSHOT = re.compile(r"(.*?)(\d+)")  # netG_epoch_24


@dataclass(frozen=True)
class Content:
    """What a checkpoint holds: plain containers, numbers, `Array`s and `Record`s.

    name: of the file, for the user. size: its length, which bounds what its tensors may claim.
    path: the file, None for a folder of several.
    """

    name: str
    size: int
    value: Any = field(repr=False)
    path: Path | None = None

    @property
    def stem(self) -> str:
        """The name without a checkpoint's ending."""
        return self.name.removesuffix(next((s for s in SUFFIXES if self.name.endswith(s)), ""))


def read(path: Path) -> Content:
    """A checkpoint file, or a folder of them as {stem: value}.

    Raises StudioError for what would have to run code and for what is no checkpoint.
    """
    if path.is_dir():
        return _read_folder(path)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise StudioError(
                "{name} has more than 4 GB, which no model that fits here has.", name=path.name
            )
        content = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    if not content:
        raise StudioError("{name} is empty; get it again from where it came.", name=path.name)
    with blaming(path.name):
        return Content(path.name, len(content), Reader(content, source=path.name).read(), path)


@contextmanager
def blaming(name: str) -> Iterator[None]:
    """Whatever goes wrong inside is the damaged file's fault, and is said so in one sentence."""
    try:
        yield
    except StudioError:
        raise
    except Exception as error:
        raise StudioError(
            "{name} is damaged or no model file; GAN Studio opens its own "
            ".safetensors, PyTorch checkpoints and StyleGAN 2 pickles.",
            name=name,
            detail=f"{type(error).__name__}: {error}",
        ) from error


def _read_folder(folder: Path) -> Content:
    """Of files that differ by a last number (netG_epoch_23, netG_epoch_24) the highest counts."""
    latest: dict[str, tuple[int, Path]] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES and path.is_file():
            series = SNAPSHOT.fullmatch(path.stem)
            name, number = (series[1], int(series[2])) if series else (path.stem, -1)
            if name not in latest or latest[name][0] < number:
                latest[name] = (number, path)
    if not latest:
        raise StudioError(
            "The folder {name} has no checkpoint in it; looked for {suffixes}.",
            name=folder.name,
            suffixes=", ".join(SUFFIXES),
        )
    if len(latest) > 4:
        raise StudioError(
            "The folder {name} has {latest} different checkpoints; open one of them.",
            name=folder.name,
            latest=len(latest),
        )
    found = [read(path) for _, path in latest.values()]
    if len(found) == 1:
        return found[0]
    values = {Path(content.name).stem: content.value for content in found}
    return Content(folder.name, sum(content.size for content in found), values)
