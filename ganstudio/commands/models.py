"""models and import: what can be drawn with, and how more comes in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ganstudio.commands.running import say

if TYPE_CHECKING:
    from ganstudio.models.library import Entry


def models(
    as_json: Annotated[bool, typer.Option("--json", help="All that is known, as JSON.")] = False,
) -> None:
    """List the models: those that came with the program, and your own."""
    from ganstudio.models.library import Library

    library = Library()
    entries = library.entries()
    if as_json:
        typer.echo(json.dumps([described(entry) for entry in entries], indent=2))
    else:
        head = ("name", "kind", "pixels", "family", "licence", "where")
        typer.echo(table([head, *(row(entry) for entry in entries)]))
    for path, sentence in library.damaged:
        say(f"Left out: {path}: {sentence}")


def row(entry: Entry) -> tuple[str, ...]:
    card = entry.card
    where = "bundled" if entry.bundled else str(entry.path)
    return entry.name, card.kind, str(card.size), card.family, card.licence or "unknown", where


def described(entry: Entry) -> dict[str, Any]:
    """An entry for other programs: the card's own fields, and where the file is."""
    card = json.loads(entry.card.to_json())
    place = {"path": str(entry.path), "bundled": entry.bundled, "digest": entry.digest}
    return {"name": entry.name, **place, "card": card}


def table(rows: list[tuple[str, ...]]) -> str:
    """Columns as wide as what is in them, the last one as it comes."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "\n".join(lines)


def bring_in(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=".safetensors, .pkl, .pt, .pth, .bin or .model.")
    ],
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="What to call it.  [as the file]")
    ] = None,
) -> None:
    """Take a checkpoint into your models. Nothing in the file is ever run."""
    from ganstudio.models.library import Library

    entry = Library().bring_in(file, name=name)
    typer.echo(f"{entry.name}  {entry.path}")
