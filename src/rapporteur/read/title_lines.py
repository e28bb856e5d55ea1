"""The lines of one heading: where a title that is wrapped ends, and the words in brackets under it.

Takes a `Position` and the index of a line with a heading, gives the index of the line after it.
"""

from __future__ import annotations

from rapporteur.read.bare_headings import MOST_LINES, MOST_LINES_UNDER, heading_below, over_due, runs_over
from rapporteur.read.labels import LAYOUT, heading_labels
from rapporteur.read.layout import LineKind
from rapporteur.read.position import Position

_FINISHED = LAYOUT["tail/finished"].regex
_UNDER = LAYOUT["heading/agenda-item"].regex
_LEFT_OUT = 5
"""How far the number under an option may be ahead: a copy of parts of a draft leaves some out."""
_OPTION = LAYOUT["heading/option"].regex
_LABEL = LAYOUT["label/recommendation"].regex


def rest_of_heading(at: Position, i: int) -> int:
    """Index after the heading that begins at line ``i``: a wrapped heading goes on where no sentence ends.

    The words in brackets under it that name its agenda item are not counted in.
    """
    end = i + 1
    while end < len(at.lines) and end - i < MOST_LINES:
        line = at.lines[end]
        over_page = line.turn and at.head(line).text[:1].islower() and bool(heading_labels(at.head(at.lines[i])))
        if (
            (line.gap and not over_page and not runs_over(at, end))
            or line.kind is not LineKind.TEXT
            or line.bullet
            or at.numbers(line)
        ):
            break
        if (
            leads_on(at, i, end)
            or labels_words(at, end)
            or _UNDER.match(at.head(line).text)
            or (end == i + 1 and heading_below(at, i))
        ):
            break
        end += 1
    if end == i + 1 or _FINISHED.search(at.cleaner.tail(at.lines[end - 1].span)):
        return i + 1
    return end


def labels_words(at: Position, i: int) -> bool:
    """Is line ``i`` the number of a recommendation, or of an option of a draft, which stands over its words?"""
    return _LABEL.match(at.head(at.lines[i]).text) is not None or heads_option(at, i)


def heads_option(at: Position, i: int) -> bool:
    """Is line ``i`` the heading of an option, over the paragraph that is due or one a little further on?"""
    line = at.lines[i]
    words = at.cleaner.clean((line.span,)).text if line.kind is LineKind.TEXT else ""
    if at.announced or _OPTION.match(words) is None:
        return False
    below = at.line(i + 1)
    number = at.number(below) if below is not None else None
    return over_due(at, i + 1) or (number is not None and 0 < number - (at.last_number or 0) <= _LEFT_OUT)


def leads_on(at: Position, i: int, end: int) -> bool:
    """Does line ``end`` begin a heading of its own after the one at line ``i``: one that is due, or its neighbour?"""
    readings = heading_labels(at.head(at.lines[end]))
    if not readings:
        return False
    before = {(r.style, r.value) for r in heading_labels(at.head(at.lines[i]))}
    return at.outline.follows(readings) or any((r.style, r.value - 1) in before for r in readings)


def words_under(at: Position, end: int) -> int:
    """Index after the words in brackets that stand under a heading which ends before line ``end``."""
    if end >= len(at.lines) or not _UNDER.match(at.head(at.lines[end]).text):
        return end
    bracketed = at.head(at.lines[end]).text.startswith("(")
    for after in range(end, min(end + MOST_LINES_UNDER, len(at.lines))):
        if not bracketed or at.cleaner.tail(at.lines[after].span).endswith(")"):
            return after + 1
    return end
