"""Headings that nothing marks: plain words over the paragraph whose number is due.

Takes a `Position` and the index of a line, says where such a heading ends.
"""

from __future__ import annotations

from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import LineKind
from rapporteur.read.position import Position

LONGEST_BARE = 160
MOST_LINES = 8
MOST_LINES_UNDER = 3
_BARE = LAYOUT["heading/bare"].regex


def bare_heading(at: Position, i: int) -> int | None:
    """Index after a heading without label, or None: words that end as no sentence does, between one that has ended and
    the paragraph whose number is due; over the first paragraph it stands below another heading, between blank lines."""
    first = at.last_number is None and not at.outline.annex and at.paragraph is None and at.begins(i)
    if not at.drafts.sections or at.announced or at.in_notes or at.note is not None:
        return None
    if at.last_number is None and not first:
        return None
    for end in range(i + 1, min(i + 1 + MOST_LINES_UNDER, len(at.lines))):
        if at.number(at.lines[end]) == (at.last_number or 0) + 1:
            if first and not at.begins(end):
                return None
            words = at.cleaner.clean(line.span for line in at.lines[i:end]).text
            return end if len(words) <= LONGEST_BARE and _BARE.match(words) else None
        if at.lines[end].gap or at.lines[end].kind is not LineKind.TEXT:
            return None
    return None


def over_due(at: Position, i: int) -> bool:
    """Is the next number from line ``i`` on that of the paragraph that is due?"""
    numbers = (at.number(line) for line in at.lines[i : i + MOST_LINES])
    return next((n for n in numbers if n is not None), None) == (at.last_number or 0) + 1
