"""The text that travels inside a PNG: found without decoding a single pixel."""

from __future__ import annotations

import struct
import zlib
from typing import BinaryIO

from ganstudio.errors import StudioError

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_TEXT = 1 << 26  # 64 MiB: beyond it a file is hostile, or no file of ours
MOST_CHUNKS = 1 << 20


def read_text(file: BinaryIO, keyword: str) -> str | None:
    """The international text (iTXt) filed under `keyword` in a PNG, None where there is none.

    Reads chunk by chunk, so neither a picture nor a text of absurd size does harm. Raises
    StudioError where the file is no PNG, or the text is damaged or too long.
    """
    if file.read(8) != SIGNATURE:
        raise StudioError("This is not a PNG picture.")
    for _ in range(MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            return None
        length, kind = struct.unpack(">I4s", head)
        if kind == b"IEND":
            return None
        if kind == b"iTXt" and length <= MOST_TEXT:
            body, check = file.read(length), file.read(4)
            if body.startswith(keyword.encode() + b"\0"):
                if struct.pack(">I", zlib.crc32(kind + body)) != check:
                    raise damaged("checksum")
                return text_of(body)
        else:
            file.seek(length + 4, 1)
    return None


def text_of(body: bytes) -> str:
    """The text in the body of an iTXt chunk (PNG specification, section 11.3.3.4)."""
    try:
        _, rest = body.split(b"\0", 1)
        compressed, method = rest[0], rest[1]
        _language, _translated, text = rest[2:].split(b"\0", 2)
        if compressed:
            if method != 0:
                raise ValueError(f"compression method {method}")
            unpacker = zlib.decompressobj()
            text = unpacker.decompress(text, MOST_TEXT)
            if not unpacker.eof:
                raise ValueError("cut short" if not unpacker.unconsumed_tail else "too long")
        return text.decode()
    except (ValueError, IndexError, zlib.error) as error:
        raise damaged(str(error)) from error


def damaged(why: str) -> StudioError:
    return StudioError("The text inside this PNG is damaged; export the picture again.", detail=why)
