"""A text that begins in the midst of a report: which number, and which heading, is its first.

Takes a `Position` and the index of a line. What is cut off cannot tell what is due, so what stands below does: numbers
that count on from the first one, or the paragraph under a heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rapporteur.read.bare_headings import MOST_LINES
from rapporteur.read.labels import LAYOUT, HeadingLabel, heading_labels
from rapporteur.read.layout import LineKind
from rapporteur.read.position import Position

_DOTTED = LAYOUT["paragraph/dotted"].regex
_CHAPTERS = 40
"""Chapters of a report, at most; greater roman numbers are letters."""
_LOOK_AHEAD = 1000
_LEFT_OUT = 5
"""How far a number that is set apart may be ahead of the next: a text of chosen paragraphs leaves some out."""
_IN_A_ROW = 3
"""Numbers such as "61.12" that rise one after another before they are members of a list that was cut."""


def is_first_number(at: Position, i: int) -> bool:
    """May the number at line ``i`` be that of the first paragraph? A year or a quantity that a line break left is not.

    It is one where it is set apart, or where the next number counts on from it; another that numbers below count on
    from goes before it.
    """
    number = at.number(at.lines[i])
    if number is None:
        return False
    if number == 1:
        return True
    below = list(_numbers(at, i + 1))
    if not below or below[0] == number + 1 or (at.begins(i) and number + 1 in below):
        return True
    if at.begins(i) and number < below[0] <= number + _LEFT_OUT:
        return True
    if not at.begins(i) and 1 < below[0] < number:
        return False
    return not any(after == before + 1 for before, after in pairwise(below))


def _numbers(at: Position, i: int) -> Iterator[int]:
    lines = at.lines[i : i + _LOOK_AHEAD]
    return (number for line in lines if (number := at.number(line)) is not None)


def opens_list(at: Position, i: int) -> str | None:
    """The number that line ``i`` begins with, such as "61.12", where paragraph 61 was cut off; else None.

    The numbers below rise from it, some perhaps left out: a quantity that a line break left there has none.
    """
    line = at.lines[i]
    match = _DOTTED.match(at.head(line).text) if line.kind is LineKind.TEXT else None
    if match is None:
        return None
    above = match["number"].rpartition(".")[0]
    if "." in above or (at.last_number is not None and int(above) <= at.last_number):
        return None
    row, value = 0, 0
    for further in at.lines[i : i + _LOOK_AHEAD]:
        found = _DOTTED.match(at.head(further).text) if further.kind is LineKind.TEXT else None
        head, _, tail = found["number"].rpartition(".") if found is not None else ("", "", "")
        if head != above or int(tail) <= value:
            continue
        row, value = row + 1, int(tail)
        if row == _IN_A_ROW:
            return match["number"]
    return None


def opens_excerpt(at: Position, i: int, readings: tuple[HeadingLabel, ...]) -> bool:
    """Is a label the first of a text that begins in the midst, over its first paragraph, or the one that is due?

    A chapter may stand over its first lettered heading, from line ``i``, too, and any heading over "1. Ports". A number
    is a heading's where the headings before it were cut off and the paragraph that is due stands right below.
    """
    if any(r.style == "arabic" for r in readings):
        return _numbered_heading(at, i, readings)
    chapter = any(r.style == "roman" and 1 < r.value <= _CHAPTERS for r in readings)
    letter = any(r.style == "letter" and (at.last_number is not None or r.value > 1) for r in readings)
    if "roman" in at.outline.last() or not (chapter or (letter and not at.outline.path)):
        return False
    for line in at.lines[i : i + MOST_LINES]:
        number = at.number(line)
        if number is not None and (number != 1 or at.last_number in (None, 0)):
            return at.last_number == number - 1 or (at.last_number is None and (chapter or number > 1))
        if chapter and any((r.style, r.value) == ("letter", 1) for r in heading_labels(at.head(line))):
            return True
    return False


def _numbered_heading(at: Position, i: int, readings: tuple[HeadingLabel, ...]) -> bool:
    """Is "4. Ports", over line ``i``, a heading of a text whose earlier headings were cut off?"""
    paragraphs = at.drafts.paragraphs
    if not paragraphs or paragraphs[0].number == "1" or "arabic" in at.outline.last() or at.last_number is None:
        return False
    below = at.line(i)
    due = below is not None and at.begins(i - 1) and at.number(below) == at.last_number + 1
    return due and any(1 < r.value < at.last_number for r in readings)
