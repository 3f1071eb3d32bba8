"""The page that lists every shortcut, made from the same table as the menus."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import accumulate

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ganstudio.ui.actions import Act, plain
from ganstudio.ui.dialogs.page import Page, table
from ganstudio.ui.manners import manners

translate = QCoreApplication.translate
WIDTH, COLUMNS, KEYS = 1120, 3, 136  # px of the page, columns, px for the keys in each
Block = list[tuple[str, str]]  # its title and "", then keys and what they do


def shortcuts(acts: Sequence[Act], parent: QWidget) -> Page:
    """Keys menu by menu, then what mouse and keys do in the picture and on the controls."""
    title = translate("Shortcuts", "Keyboard shortcuts")
    return Page(title, html(acts), width=WIDTH, height=680, parent=parent)


def html(acts: Sequence[Act]) -> str:
    """Columns of about the same length, the blocks one below the other."""
    blocks = [*of_menus(acts), *of_manners()]
    heights = [len(block) + 1 for block in blocks]
    tops = accumulate(heights, initial=0)
    columns: list[list[Block]] = [[] for _ in range(COLUMNS)]
    for block, height, top in zip(blocks, heights, tops, strict=False):
        columns[int(COLUMNS * (top + height / 2) / sum(heights))].append(block)
    width = (WIDTH - 64) // COLUMNS
    cells = "".join(
        f'<td width="{width}">{"".join(map(written, column))}</td>' for column in columns
    )
    return f"<table><tr>{cells}</tr></table>"


def of_menus(acts: Sequence[Act]) -> list[Block]:
    """A block for each menu: its title, then keys and what they do."""
    return [
        [
            (plain(menu), ""),
            *((native(act.keys), plain(act.text)) for act in acts if act.menu == menu and act.keys),
        ]
        for menu in dict.fromkeys(act.menu for act in acts)
    ]


def of_manners() -> list[Block]:
    """A block for each place that has manners of its own."""
    told = manners()
    return [
        [(place, ""), *((keys, what) for where, keys, what in told if where == place)]
        for place in dict.fromkeys(place for place, _, _ in told)
    ]


def written(block: Block) -> str:
    (title, _), *rows = block
    escaped = [(escape(keys), escape(what)) for keys, what in rows]
    return f"<h3>{escape(title)}</h3>" + table(escaped, first=KEYS)


def native(keys: str) -> str:
    """The keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
