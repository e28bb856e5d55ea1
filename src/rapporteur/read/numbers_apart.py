"""Paragraph numbers that a conversion set apart: "### 7", or a plain "7", alone over the words of paragraph 7.

Takes a `Layout`, gives the same with such headings as text and the form of the numbers told, if they count on as
paragraph numbers do.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from rapporteur.model import Span
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Layout, LineKind

APART = LAYOUT["paragraph/apart"].regex
"""The form of a paragraph number that stands alone, above the words of its paragraph."""
_NUMBERED = LAYOUT["paragraph/number"].regex
_NUMBERED_FORMS = (_NUMBERED, LAYOUT["paragraph/brackets"].regex, LAYOUT["paragraph/bracket"].regex)
_FINISHED = LAYOUT["tail/finished"].regex
_FEWEST = 3
_FEWEST_PLAIN = 5
"""Plain numbers that must count on: fewer may be those of pages."""
_LONGEST, _HEAD = 6, 72


def with_numbers_apart(layout: Layout) -> Layout:
    """The layout with headings that are nothing but paragraph numbers read as text.

    They are such numbers where at least three count 1, 2, 3 and on, or begin anew with 1, each over words that have
    no number of their own; plain ones must be more, and stand between sentences.
    """
    numbers: dict[int, int] = {}
    for i, line in enumerate(layout.lines):
        if line.kind is LineKind.HEADING and (match := APART.match(layout.text[line.span.start : line.span.end])):
            numbers[i] = int(match["number"])
    if not numbers:
        return replace(layout, numbers_apart=True) if _plain_numbers(layout) else layout
    if not _count_on([*numbers.values()], _FEWEST) or any(not _over_words(layout, i) for i in numbers):
        return layout
    lines = tuple(
        replace(line, kind=LineKind.TEXT, depth=0) if i in numbers else line for i, line in enumerate(layout.lines)
    )
    return replace(layout, lines=lines, numbers_apart=True)


def _plain_numbers(layout: Layout) -> bool:
    rows = [(line.span, line.gap or line.kind is not LineKind.TEXT) for line in layout.lines]
    turns = {i for i, line in enumerate(layout.lines) if line.turn}
    return count_paragraphs(layout.text, rows, turns)


def count_paragraphs(text: str, rows: Sequence[tuple[Span, bool]], turns: Container[int] = ()) -> bool:
    """Do plain numbers that stand alone between blank lines count paragraphs, and not pages?

    Each stands behind words that end as a sentence does and over words that begin as one; they count on from the first
    to the last, and no numbers in another form count as far.

    :param rows: each line with words, and whether a blank line or the like stands before it.
    :param turns: the rows that begin a page.
    """
    numbers: list[int] = []
    others = 0
    for i, (span, gap) in enumerate(rows[:-1]):
        if len(span) > _LONGEST or not (gap and rows[i + 1][1]):
            head = text[span.start : min(span.end, span.start + _HEAD)]
            others += any(form.match(head) is not None for form in _NUMBERED_FORMS)
        elif match := APART.match(text[span.start : span.end]):
            before = text[max(0, rows[i - 1][0].end - _HEAD) : rows[i - 1][0].end] if i > 1 else "."
            below = rows[i + 1][0]
            plain = text[below.start].isupper() and not _NUMBERED.match(text[below.start : below.end])
            if not (plain and _FINISHED.search(before)) or i in turns or i + 1 in turns:
                return False
            numbers.append(int(match["number"]))
    return _count_on(numbers, _FEWEST_PLAIN) and others < len(numbers)


def _count_on(numbers: Sequence[int], fewest: int) -> bool:
    """Do numbers count 1, 2, 3 and on, or begin anew with 1, at least ``fewest`` of them?"""
    return len(numbers) >= fewest and all(after in (before + 1, 1) for before, after in pairwise((0, *numbers)))


def _over_words(layout: Layout, i: int) -> bool:
    """Do words that have no number of their own stand below line ``i``?"""
    below = layout.lines[i + 1] if i + 1 < len(layout.lines) else None
    if below is None or below.kind is not LineKind.TEXT:
        return False
    return _NUMBERED.match(layout.text[below.span.start : below.span.end]) is None
