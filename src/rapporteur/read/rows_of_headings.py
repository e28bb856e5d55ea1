"""Numbered headings that come again: "1. Views", "2. Comments" below one State after another.

Takes a `Position` and the index of a line, says whether the heading there begins such a row, or stands over one. The
heading over a row has no label, so that nothing but the row tells that it is no part of the row before.
"""

from __future__ import annotations

import re
from collections import Counter

from rapporteur.read.layout import Line, LineKind
from rapporteur.read.position import Position

_FIRST = re.compile(r"1[.)]\s*(?=[A-ZÀ-Þ])")
_SENTENCE = re.compile(r"[.;:]\s*\Z")
_COMPARED = 40
"""Characters that are compared: where a title is wrapped may differ from place to place."""
_AHEAD = 120
"""Lines below a heading in which the row begins."""


def first_of_rows(lines: tuple[Line, ...], text: str) -> frozenset[str]:
    """The words of first headings, "1. Views", that come more than once, as they are compared."""
    found = Counter(_words(line, text) for line in lines)
    return frozenset(words for words, times in found.items() if words and times > 1)


def begins_row(at: Position, i: int) -> bool:
    """Is line ``i`` the first of a row of headings that comes again?"""
    return bool(at.rows) and _words(at.lines[i], at.text) in at.rows


def over_row(at: Position, i: int) -> bool:
    """Does such a row begin below a heading that ends before line ``i``, nothing but paragraphs in between?"""
    due = at.outline.last().get("arabic", 0) + 1
    for k in range(i, min(i + _AHEAD, len(at.lines)) if at.rows else i):
        if begins_row(at, k):
            return True
        if due > 1 and _heads(at.lines[k], at.text, due):
            return False
    return False


def _heads(line: Line, text: str, number: int) -> bool:
    """Is a line the heading with that number?"""
    words = text[line.span.start : line.span.end].strip("#*_ ")
    return re.match(rf"{number}[.)]\s*[A-ZÀ-Þ]", words) is not None and not _SENTENCE.search(words)


def _words(line: Line, text: str) -> str:
    """The words of a first heading as they are compared; "" of any other line."""
    if line.kind not in (LineKind.TEXT, LineKind.HEADING) or line.bullet:
        return ""
    words = text[line.span.start : line.span.end].strip("#*_ ")
    if _FIRST.match(words) is None or _SENTENCE.search(words):
        return ""
    return " ".join(words.split()).casefold()[:_COMPARED]
