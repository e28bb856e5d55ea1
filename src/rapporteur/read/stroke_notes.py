"""Notes whose number bears a stroke, "the keepers, 2/" and "2/ See …", as documents until the 1990s print them; or
stands in square brackets, "the keepers.[2]" and "[2] See …", as pages for screens have it.

Takes a `Layout`, gives the same with the lines of such notes as notes, and with marks for their numbers and for what
calls them. A line that begins so is a note only where its number was called before, since the last note of that number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace

from rapporteur.model import Span
from rapporteur.patterns.form import Form
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Layout, Line, LineKind, Mark

_FORMS = tuple((LAYOUT[form].regex, LAYOUT[f"{form}-marker"].regex) for form in ("foot/stroke", "foot/bracket"))
_TITLE = LAYOUT["heading/notes"].regex
_NUMBER = LAYOUT["paragraph/number"].regex
_PAGE = tuple(LAYOUT[f"masthead/{kind}"].regex for kind in ("page", "symbol", "job"))

_LONGEST_NOTE = 6
"""Lines within which the next note of a row begins."""


def with_stroke_notes(layout: Layout) -> Layout:
    """The layout with such notes set aside; the same where there are none."""
    for begins, calls in _FORMS:
        layout = _with_notes(layout, begins, calls)
    return layout


def _with_notes(layout: Layout, begins: Form, calls: Form) -> Layout:
    """The layout with the notes of one form set aside.

    :param begins: how a line of such a note begins.
    :param calls: what calls one.
    """
    text = layout.text
    heads = {i: match for i, line in enumerate(layout.lines) if (match := _begins(layout, line, begins))}
    if not heads:
        return layout
    wanted = {match["number"] for match in heads.values()}
    lines, marks = list(layout.lines), []
    waiting: dict[str, list[Span]] = defaultdict(list)
    taken = _Taken(layout)
    inside = False
    for i, line in enumerate(lines):
        match = heads.get(i)
        stands = match is not None and (inside or _apart(layout, i) or _first_of_row(layout, i, heads))
        if match is not None and stands and waiting[match["number"]]:
            label = Span(line.span.start + match.start("label"), line.span.start + match.end("label"))
            marks += [Mark("note-marker", call, (match["number"],)) for call in waiting.pop(match["number"])]
            marks.append(Mark("note-marker", label, (match["number"],)))
            lines[i], inside = replace(line, span=Span(label.start, line.span.end), kind=LineKind.NOTE), True
            continue
        inside = inside and _goes_on(layout, line)
        if inside:
            lines[i] = replace(line, kind=LineKind.NOTE)
        for call in calls.finditer(text, line.span.start, line.span.end):
            span = Span(*call.span("label"))
            if call["number"] in wanted and not taken.touches(span):
                waiting[call["number"]].append(span)
    return replace(layout, lines=tuple(lines), marks=tuple(sorted([*layout.marks, *marks], key=lambda m: m.span)))


def _begins(layout: Layout, line: Line, begins: Form) -> re.Match[str] | None:
    if line.kind is not LineKind.TEXT or line.bullet:
        return None
    return begins.match(layout.text[line.span.start : min(line.span.end, line.span.start + 40)])


def _apart(layout: Layout, i: int) -> bool:
    """Does a line stand apart from the words before it: behind a blank line, a rule, the word "Notes", or on top of a
    page?"""
    line = layout.lines[i]
    if line.gap or line.turn or i == 0 or layout.lines[i - 1].kind is LineKind.RULE:
        return True
    above = layout.lines[i - 1].span
    return _TITLE.match(layout.text[above.start : above.end]) is not None


def _first_of_row(layout: Layout, i: int, heads: dict[int, re.Match[str]]) -> bool:
    """Does a line behind the end of a sentence begin a row of notes: is the next one numbered on, a few lines below?"""
    number = heads[i]["number"]
    before = layout.lines[i - 1].span
    if not number.isdigit() or not layout.text[before.start : before.end].rstrip().endswith((".", ":", ";")):
        return False
    below = next((heads[j]["number"] for j in range(i + 1, i + _LONGEST_NOTE) if j in heads), "")
    return below.isdigit() and int(below) == int(number) + 1


def _goes_on(layout: Layout, line: Line) -> bool:
    """Does the note before go on at a line: right below it, with words of no other kind?"""
    words = layout.text[line.span.start : line.span.end]
    if line.kind is not LineKind.TEXT or line.gap or line.turn or line.bullet or _NUMBER.match(words):
        return False
    return not any(form.search(words) for form in _PAGE)


class _Taken:
    """Which places of a layout marks hold already."""

    def __init__(self, layout: Layout) -> None:
        self._starts = [mark.span.start for mark in layout.marks]
        self._ends = [mark.span.end for mark in layout.marks]

    def touches(self, span: Span) -> bool:
        """Does a mark stand in the place?"""
        return bisect_left(self._starts, span.end) > bisect_right(self._ends, span.start)
