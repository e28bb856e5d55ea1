"""A masthead drawn as a table: "| | |LAMP/COP/2031/4 |", as converters of old Word files draw it.

Takes a `Layout`, gives the same with each cell of the rows that the text opens with as a line of its own, and signs
that stand for pictures set aside: symbol, day and title are then read as in any other masthead.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rapporteur.model import Furniture
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Layout, Line, LineKind

_NUMBER = LAYOUT["paragraph/number"].regex
_MASTHEAD = (LAYOUT["masthead/symbol"].regex, LAYOUT["masthead/distribution"].regex)
_ROW = re.compile(r"\|.*\|", re.DOTALL)
_CELL = re.compile(r"[^|]+")
_EMPTY = re.compile(r"[\s:-]*|\s*\[(?:pic|image|logo)\]\s*", re.IGNORECASE)
_FIRST = 6
"""Lines before the first row, at most."""
_BETWEEN = 2
"""Lines without bars between two rows, at most."""


def with_cells_apart(layout: Layout) -> Layout:
    """The layout with the rows that the text opens with cut into their cells."""
    rows = _rows(layout)
    if not rows:
        return layout
    lines: list[Line] = []
    furniture: list[Furniture] = []
    for i, line in enumerate(layout.lines):
        if i not in rows:
            lines.append(line)
            continue
        start, gap = line.span.start, True
        for cell in _CELL.finditer(layout.text, start, line.span.end):
            words = cell[0].strip()
            at = cell.start() + len(cell[0]) - len(cell[0].lstrip())
            span = replace(line.span, start=at, end=at + len(words))
            if _EMPTY.fullmatch(cell[0]):
                furniture += [Furniture("masthead", span)] if words else []
            else:
                lines.append(replace(line, span=span, kind=LineKind.TEXT, depth=0, gap=gap))
        for sign in re.finditer(r"\|", layout.text[start : line.span.end]):
            furniture.append(
                Furniture("masthead", replace(line.span, start=start + sign.start(), end=start + sign.end()))
            )
    return replace(layout, lines=tuple(lines), furniture=(*layout.furniture, *furniture))


def _rows(layout: Layout) -> frozenset[int]:
    """The rows that a text opens with, if a cell of them is a masthead's."""
    found: list[int] = []
    told = False
    for i, line in enumerate(layout.lines):
        words = layout.text[line.span.start : line.span.end]
        if _NUMBER.match(words) or i - (found[-1] if found else -1) > (_BETWEEN if found else _FIRST) + 1:
            break
        if line.kind is LineKind.TEXT and _ROW.fullmatch(words):
            found.append(i)
            told = told or any(form.search(cell.strip()) for cell in words.split("|") for form in _MASTHEAD)
    return frozenset(found if told else ())
