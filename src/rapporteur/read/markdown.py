"""The Markdown adapter: the text of a ``.md`` or plain ``.txt`` file → its `Layout`.

Only what a report uses: ``#`` headings, ``---`` rules, bullets, quotation signs, emphasis, note markers. Everything
keeps its place in the text; nothing is decided about numbers and labels here. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rapporteur.model import Furniture, Span
from rapporteur.read.front_matter import front_matter_end
from rapporteur.read.inline import lettered_notes, marks_of_block
from rapporteur.read.inline_notes import InlineNote, inline_notes, with_inline
from rapporteur.read.layout import Layout, Line, LineKind, Mark
from rapporteur.read.spacing import spacing_of

BYTE_ORDER_MARK = "\ufeff"

_WORDS = re.compile(r"\S(?:[^\r\n]*\S)?")
_LINE = re.compile(r"[^\r\n\f]+")
_MANY = 99
_BREAK = re.compile(r"\r\n|[\r\n\f]")
_QUOTE = re.compile(r"(?:>[ \t]*)+")
_HASHES = re.compile(r"(#{1,9})[ \t]*")
_CLOSING_HASHES = re.compile(r"[ \t]+#+$")
_RULE = re.compile(r"([-=*_~─—–])(?:[ \t]*\1){2,}")
_BULLET = re.compile(r"[-*+•·–][ \t\u00a0]+(?=\S)")
_BEFORE_BULLET = re.compile(r"(?:[:;.,]|\b(?:and|or))$")


def lay_out(text: str) -> Layout:
    """The layout of a Markdown or plain text.

    A byte order mark at the beginning is set aside as furniture; it keeps its place in the text as read.
    """
    lines: list[Line] = []
    furniture: list[Furniture] = []
    if text.startswith(BYTE_ORDER_MARK):
        furniture.append(Furniture("byte-order-mark", Span(0, 1)))
    begins = front_matter_end(text)
    furniture += [Furniture("markup", Span(*line.span())) for line in _WORDS.finditer(text, 0, begins)]
    inline: list[InlineNote] = []
    printed = list(_printed_lines(text, begins))
    spacing = spacing_of((text[a[0] : a[1]], text[b[0] : b[1]], b[2]) for a, b in pairwise(printed))
    for start, end, blanks in printed:
        gap = blanks > spacing
        if notes := inline_notes(text, start, end):
            inline += notes
            lines += _with_notes(text, start, end, gap, notes)
            continue
        lines.append(_line(text, start, end, gap, lines, furniture))
    marks: list[Mark] = []
    italics: list[Span] = []
    letters = lettered_notes(text)
    for block in _blocks(lines):
        block_marks, block_italics = marks_of_block(text, block, letters)
        here = [note for note in inline if block[0].start <= note.opening.start < block[-1].end]
        marks += with_inline(block_marks, here) if here else block_marks
        italics += block_italics
    return Layout(text, tuple(lines), tuple(marks), tuple(italics), tuple(furniture))


def _printed_lines(text: str, begins: int) -> Iterator[tuple[int, int, int]]:
    """Start and end of each line that is not blank, white space left out, and the number of blank ones before.

    The first line of the text, and of a page, stands below many.

    :param begins: where the report begins, behind the front matter.
    """
    position, blanks = max(begins, int(text.startswith(BYTE_ORDER_MARK))), _MANY
    while position < len(text):
        match = _LINE.match(text, position)
        words = match[0].strip() if match is not None else ""
        if match is not None and words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield start, start + len(words), blanks
        blanks = 0 if words else blanks + 1
        position = match.end() if match is not None else position
        line_end = _BREAK.match(text, position)
        if line_end is not None:
            position = line_end.end()
            blanks = _MANY if line_end[0] == "\f" else blanks


def _line(text: str, start: int, end: int, gap: bool, lines: list[Line], furniture: list[Furniture]) -> Line:
    """Read the signs before the words of one line; those signs become furniture."""
    if quote := _QUOTE.match(text, start, end):
        furniture.append(Furniture("markup", Span(start, quote.end())))
        start = quote.end()
    if _RULE.fullmatch(text, start, end):
        furniture.append(Furniture("rule", Span(start, end)))
        return Line(Span(start, end), LineKind.RULE, gap)
    if hashes := _HASHES.match(text, start, end):
        furniture.append(Furniture("heading-markup", Span(start, hashes.end(1))))
        start = hashes.end()
        if (tail := _CLOSING_HASHES.search(text, max(start, end - 12), end)) and tail.start() > start:
            furniture.append(Furniture("heading-markup", Span(tail.start(), end)))
            end = tail.start()
        return Line(Span(start, end), LineKind.HEADING, gap, depth=len(hashes[1]))
    bullet = _BULLET.match(text, start, end)
    if bullet and (gap or not lines or lines[-1].bullet or _may_list(text, lines[-1])):
        furniture.append(Furniture("bullet", Span(start, start + 1)))
        return Line(Span(bullet.end(), end), LineKind.TEXT, gap, bullet=True)
    return Line(Span(start, end), LineKind.TEXT, gap)


def _with_notes(text: str, start: int, end: int, gap: bool, notes: list[InlineNote]) -> Iterator[Line]:
    """The lines of a printed line that holds notes: its words, each with the note it calls last, and the notes."""
    for note in notes:
        yield Line(Span(start, note.opening.end), LineKind.TEXT, gap)
        yield Line(Span(note.label.start, note.end), LineKind.NOTE, gap=False)
        start, gap = note.end + len(text[note.end : end]) - len(text[note.end : end].lstrip()), False
    if start < end:
        yield Line(Span(start, end), LineKind.TEXT, gap=False)


def _may_list(text: str, before: Line) -> bool:
    """May a bullet follow directly on this line? Else the dash belongs to a sentence that was wrapped there."""
    tail = text[max(before.span.start, before.span.end - 8) : before.span.end]
    return before.kind is not LineKind.TEXT or bool(_BEFORE_BULLET.search(tail))


def _blocks(lines: list[Line]) -> Iterator[list[Span]]:
    """The lines between two blank lines or rules, together."""
    block: list[Span] = []
    for line in lines:
        if block and (line.gap or line.kind is LineKind.RULE):
            yield block
            block = []
        if line.kind is not LineKind.RULE:
            block.append(line.span)
    if block:
        yield block
