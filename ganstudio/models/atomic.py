"""Files that appear under their name only once they are whole."""

from __future__ import annotations

import os
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
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StudioError(
            f"{path} could not be written: {reason}; look whether the disk is full or the folder "
            "is locked.",
            detail=str(error),
        ) from error
    finally:
        with suppress(OSError):  # where its folder is no folder, it was never there
            temporary.unlink(missing_ok=True)
