"""Tables: rows of cells → blocks, row by row.

A table of data gives one line a row, "| Ruritania | 3 |", so that rows and cells stay apart when the lines are
joined. A table that only sets type (one row, one column, cells of several paragraphs, a number beside its paragraph)
gives the blocks of its cells as if there were no table. A table of contents, ruled or typed, is page furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.read.blocks import Block, Words
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import LineKind

Row = Sequence[Sequence[Block]]
"""The blocks of each cell of a row."""

_TITLE = LAYOUT["contents/title"].regex
_COLUMNS = LAYOUT["contents/columns"].regex
_ENTRY = LAYOUT["contents/entry"].regex
_LABEL = re.compile(r"\(?(?:\d{1,4}(?:\.\d{1,4})*|[a-z]{1,5}|[IVXLC]{1,8}|[A-Z])[.)]")
_GAP = 2
"""Entries without a page number that may stand between others, as one that runs over two lines does."""


def blocks_of_table(rows: Sequence[Row], *, opens: bool = False) -> list[Block]:
    """The blocks of a table in reading order.

    :param opens: nothing but page furniture stood before it in the file: it holds the masthead.
    """
    grid = [[[block for block in cell if not block.blank] for cell in row] for row in rows]
    grid = [row for row in grid if any(row)]
    if not grid:
        return []
    if _is_contents(grid):
        return [_furnish(block) for row in grid for cell in row for block in cell]
    if _labels_only(grid):
        return [block for row in grid for block in _labelled(row)]
    if opens or len(grid) == 1 or not _is_data(grid):
        return [block for row in grid for cell in row for block in cell]
    return [_row(row, tight=bool(number)) for number, row in enumerate(grid)]


def set_aside_contents(blocks: Sequence[Block]) -> None:
    """Make page furniture of the typed lines under "Contents" that end in a page number."""
    title: Block | None = None
    waiting: list[Block] = []
    for block in blocks:
        text = block.text.strip()
        if _TITLE.match(text):
            title, waiting = block, []
        elif title is None or block.blank or block.furniture:
            continue
        elif _ENTRY.search(text):
            for entry in (title, *waiting, block):
                entry.furniture = "contents"
            waiting = []
        else:
            waiting.append(block)
            if sum(_COLUMNS.match(entry.text.strip()) is None for entry in waiting) > _GAP:
                title = None


def _text(cell: Sequence[Block]) -> str:
    return " ".join(" ".join((block.label + " " + block.text).split()) for block in cell)


def _is_contents(grid: Sequence[Row]) -> bool:
    """Do the words over it say so, or does every row but a few end in a page number that never goes down?"""
    over = " ".join(filter(None, (_text(cell) for cell in grid[0])))
    if _TITLE.match(over) or _COLUMNS.match(over):
        return True
    if len(grid) < 4 or max(map(len, grid)) < 2:
        return False
    last = [_text(row[-1]) for row in grid if len(row) > 1]
    pages = [int(page) for page in last if page.isdecimal() and len(page) <= 4]
    labelled = sum(bool(_LABEL.match(_text(row[0]))) for row in grid)
    return len(pages) >= 0.7 * len(grid) and pages == sorted(pages) and labelled >= 0.5 * len(grid)


def _labels_only(grid: Sequence[Row]) -> bool:
    """Is it two columns, a number or letter in the first and its words in the second?"""
    return all(len(row) == 2 and row[0] and row[1] and _LABEL.fullmatch(_text(row[0])) for row in grid)


def _is_data(grid: Sequence[Row]) -> bool:
    """Is each cell one line of words, in more than one column?"""
    return max(map(len, grid)) > 1 and all(
        len(cell) <= 1 and not any("\n" in block.text.strip() or block.note for block in cell)
        for row in grid
        for cell in row
    )


def _furnish(block: Block) -> Block:
    block.furniture = block.furniture or "contents"
    return block


def _labelled(row: Row) -> list[Block]:
    """The blocks of the second cell, the first of them with the label of the first cell."""
    first, *rest = row[1]
    first.label = first.label or _text(row[0])
    first.anchor = first.anchor or row[0][0].anchor
    return [first, *rest]


def _row(row: Row, *, tight: bool) -> Block:
    """One line: every cell between bars."""
    words: list[Words] = [Words("|")]
    anchor = None
    for cell in row:
        words.append(Words(" "))
        for block in cell:
            if block.label:
                words.append(Words(block.label + " "))
            words += block.words
            anchor = anchor or block.anchor
        words.append(Words(" |" if cell else "|"))
    return Block(words, LineKind.TEXT, tight=tight, anchor=anchor)
