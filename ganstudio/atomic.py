"""Files that appear under their name only once they are whole, and errors of the disk in words."""

from __future__ import annotations

import errno
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ganstudio.errors import StudioError


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write, on the disk and in place of `path` when the block ends without an error.

    Raises StudioError where folder or disk do not take it; then nothing is left behind.
    """
    with in_words(path):
        target = path.resolve()  # a link goes on pointing to what it pointed to
        temporary = target.with_name(f".ganstudio-{secrets.token_hex(8)}.part")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            # not tempfile: its files are private to the user, these shall be as any other
            with temporary.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        finally:
            with suppress(OSError):  # where its folder is no folder, it was never there
                temporary.unlink(missing_ok=True)


def clear(folder: Path, *, older_than: float = 3600.0) -> None:
    """Remove what writers that were killed left behind; what is younger may still be written.

    older_than: seconds.
    """
    for path in folder.glob(".ganstudio-*.part"):
        with suppress(OSError):  # somebody else may be doing the same
            if time.time() - path.stat().st_mtime > older_than:
                path.unlink()


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """What the system says against writing there, as a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StudioError(
                "The disk is full, {path} was not written; make room or choose another.",
                path=path,
                detail=repr(error),
            ) from error
        raise StudioError(
            "{path} could not be written: {why}.",
            path=path,
            why=error.strerror or error,
            detail=repr(error),
        ) from error
