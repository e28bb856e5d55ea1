"""Tables of a State's positions: rows "102.5 (Azuria)   Supported   See annex" that bear numbers of another report.

Takes a `Position` and the index of a line, says whether it is such a row, and whether a heading stands over the table.
A row is no paragraph of the text it stands in: the report under review numbers it.
"""

from __future__ import annotations

import re

from rapporteur.read.bare_headings import LONGEST_BARE, MOST_LINES_UNDER
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Line, LineKind
from rapporteur.read.position import Position

_ROW = LAYOUT["paragraph/position-row"].regex
_BARE = LAYOUT["heading/bare"].regex
_COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S")


def is_position_row(at: Position, line: Line) -> bool:
    """Is a line of text a row of such a table?"""
    return line.kind is LineKind.TEXT and _ROW.match(at.text[line.span.start : line.span.end]) is not None


def over_position_row(at: Position, i: int) -> bool:
    """Is one of the next lines a row of such a table, before a number of the text's own?"""
    for line in at.lines[i + 1 : i + 1 + MOST_LINES_UNDER + 1]:
        if is_position_row(at, line):
            return True
        if at.number(line) is not None:
            return False
    return False


def heads_table(at: Position, i: int) -> int | None:
    """Index after a heading without label over such a table, or None: words between blank lines that end as no sentence
    does, behind one that has ended; the heads of the columns may stand above the first row."""
    if not (at.begins(i) and at.finished) or at.announced or at.in_notes or at.note is not None:
        return None
    end = i + 1
    while end < len(at.lines) and not at.begins(end):
        end += 1
    if end - i > MOST_LINES_UNDER or end >= len(at.lines) or _COLUMNS.search(_raw(at, i)):
        return None
    below = end + 1 if _COLUMNS.search(_raw(at, end)) and not is_position_row(at, at.lines[end]) else end
    row = at.line(below)
    if row is None or not is_position_row(at, row):
        return None
    words = at.cleaner.clean(line.span for line in at.lines[i:end]).text
    return end if len(words) <= LONGEST_BARE and _BARE.match(words) else None


def _raw(at: Position, i: int) -> str:
    line = at.lines[i]
    return at.text[line.span.start : line.span.end]
