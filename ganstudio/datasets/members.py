"""The files of a source, a folder with its sub-folders or a zip, under the same names."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from ganstudio.errors import StudioError

MOST_BYTES = 1 << 28  # of one file: more is no picture, but a bomb in a zip
LOCKED = 1  # the flag of a zip's member that wants a password


class Members:
    """names: in order, without a folder that holds all; hidden files are passed over."""

    def __init__(self, path: Path, names: Iterable[str]) -> None:
        self.path = path
        shown = sorted(name for name in names if not is_hidden(name))
        self.root = common_root(shown)
        self.names = tuple(name[len(self.root) :] for name in shown)

    def read(self, name: str) -> bytes:
        raise NotImplementedError

    def whole(self, name: str) -> str:
        """The name with the folder that holds all."""
        return self.root + name


class FolderMembers(Members):
    def __init__(self, path: Path) -> None:
        super().__init__(path, files_of(path))

    def read(self, name: str) -> bytes:
        path = self.path / self.whole(name)
        check_length(path.stat().st_size)
        return path.read_bytes()


class ZipMembers(Members):
    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if members and all(member.flag_bits & LOCKED for member in members):
            raise StudioError("{source} is locked with a password; unpack it first.", source=path)
        super().__init__(path, {member.filename for member in members})
        self._archive = archive

    def read(self, name: str) -> bytes:
        member = self._archive.getinfo(self.whole(name))
        check_length(member.file_size)  # what it claims, and Python unpacks no more than that
        return self._archive.read(member)


@contextmanager
def opened(path: Path) -> Iterator[Members]:
    """The files of a folder or zip, to be read within the block."""
    if path.is_dir():
        yield FolderMembers(path)
    elif path.is_file() and zipfile.is_zipfile(path):
        try:
            archive = zipfile.ZipFile(path)
        except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile) as error:
            raise damaged(path, detail=str(error)) from error
        with archive:
            yield ZipMembers(path, archive)
    elif path.is_file() and path.suffix.lower() == ".zip":
        raise damaged(path)
    else:
        raise StudioError(
            "{source} is neither a folder nor a zip of pictures; choose another.", source=path
        )


def damaged(path: Path, *, detail: str = "") -> StudioError:
    return StudioError(
        "{source} is damaged or cut short; get it again from where it came.",
        source=path,
        detail=detail,
    )


def files_of(folder: Path) -> Mapping[str, os.stat_result]:
    """Every file below a folder by its name there, with `/` on every system."""
    found = {}
    for path in folder.rglob("*"):
        try:
            if path.is_file():
                found[path.relative_to(folder).as_posix()] = path.stat()
        except OSError:  # it went away, or a link leads in a circle: no file to train on
            continue
    return found


def signature(path: Path) -> str:
    """Changes whenever a file comes, goes, or is written to."""
    stats = files_of(path) if path.is_dir() else {"": path.stat()}
    lines = (f"{name}\0{s.st_size}\0{s.st_mtime_ns}" for name, s in sorted(stats.items()))
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def is_hidden(name: str) -> bool:
    """.DS_Store, .git/..., and the __MACOSX that zips from there have beside every picture."""
    return any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts)


def common_root(names: list[str]) -> str:
    """ "faces/" where somebody packed the folder `faces` instead of what is in it."""
    first = {name.partition("/")[:2] for name in names}
    if len(first) != 1:
        return ""
    folder, slash = first.pop()
    return f"{folder}/" if slash else ""


def check_length(length: int) -> None:
    if length > MOST_BYTES:
        raise ValueError(f"{length >> 20} MiB are too much for one file")
