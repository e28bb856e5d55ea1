"""The first chapter's number on the line of its words, "I The Assembly met …", where those of the others stand alone.

Takes a `Layout`, gives the same with that number as a heading of its own. Without it the words before "II" are in no
chapter, and a report without paragraph numbers loses them.
"""

from __future__ import annotations

from dataclasses import replace

from rapporteur.model import Span
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Layout, Line, LineKind

_GLUED = LAYOUT["heading/glued"].regex
_MARKUP = "#*_ \t"
_LONGEST = 24


def with_glued_label(layout: Layout) -> Layout:
    """The layout with the number of the first chapter apart, if "II" stands alone below and no other "I" before it."""
    glued = None
    for i, line in enumerate(layout.lines):
        words = layout.text[line.span.start : min(line.span.end, line.span.start + _LONGEST)].strip(_MARKUP)
        if words == "I":
            return layout
        if words == "II" and len(line.span) <= _LONGEST and (line.kind is LineKind.HEADING or line.gap):
            return layout if glued is None else _apart(layout, glued)
        text = line.kind is LineKind.TEXT and line.gap and not line.bullet
        if glued is None and text and _GLUED.match(layout.text[line.span.start : line.span.end]):
            glued = i
    return layout


def _apart(layout: Layout, i: int) -> Layout:
    line = layout.lines[i]
    start = line.span.start
    rest = layout.text[start + 1 : line.span.end]
    below = start + 1 + len(rest) - len(rest.lstrip())
    label: Line = replace(line, span=Span(start, start + 1), kind=LineKind.HEADING, depth=1)
    words = replace(line, span=Span(below, line.span.end), gap=True, turn=False, anchor=None)
    return replace(layout, lines=(*layout.lines[:i], label, words, *layout.lines[i + 1 :]))
