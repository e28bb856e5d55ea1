"""Paragraph numbers that a conversion set apart as headings: "### 7" over the words of paragraph 7.

Takes a `Layout`, gives the same with these headings as text, if they count on as paragraph numbers do.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Layout, LineKind

APART = LAYOUT["paragraph/apart"].regex
"""The form of a paragraph number that stands alone, above the words of its paragraph."""
_NUMBERED = LAYOUT["paragraph/number"].regex
_FEWEST = 3


def with_numbers_apart(layout: Layout) -> Layout:
    """The layout with headings that are nothing but paragraph numbers read as text.

    They are such numbers where at least three count 1, 2, 3 and on, or begin anew with 1, each over words that have
    no number of their own.
    """
    numbers: dict[int, int] = {}
    for i, line in enumerate(layout.lines):
        if line.kind is LineKind.HEADING and (match := APART.match(layout.text[line.span.start : line.span.end])):
            numbers[i] = int(match["number"])
    values = [0, *numbers.values()]
    if len(numbers) < _FEWEST or any(after not in (before + 1, 1) for before, after in pairwise(values)):
        return layout
    for i in numbers:
        below = layout.lines[i + 1] if i + 1 < len(layout.lines) else None
        if below is None or below.kind is not LineKind.TEXT:
            return layout
        if _NUMBERED.match(layout.text[below.span.start : below.span.end]):
            return layout
    lines = tuple(
        replace(line, kind=LineKind.TEXT, depth=0) if i in numbers else line for i, line in enumerate(layout.lines)
    )
    return replace(layout, lines=lines, numbers_apart=True)
