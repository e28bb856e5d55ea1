"""Text as ``pdftotext -layout`` gives it → its `Layout`: pages, running heads, notes at the foot, contents, headings.

Pages end with a form feed; where those were lost, page numbers and running heads show the turns. The text is not
changed, columns aside: every line keeps its place in it, carriage returns and form feeds included.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rapporteur.model import Furniture, Span
from rapporteur.read.columns import in_one_column
from rapporteur.read.layout import Layout
from rapporteur.read.page_layout import layout_of
from rapporteur.read.printed import Printed, Role, Sheet
from rapporteur.read.spacing import spacing_of

BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\x85\u2028\u2029]|\f")
_TAB = 8
_WHENCE = re.compile(r"#{1,6} \S|\*\*[\w ]+:?\*\*")
"""A line of Markdown over a text on pages: a heading, or a word in bold that says what follows."""
_DEEPEST = 40
"""Lines in which such lines stand."""


def lay_out(text: str) -> Layout:
    """The layout of a text on pages. Linear in its length.

    A text that has pages of two columns is set in one column first: that is then the text as read.
    """
    text = in_one_column(text)
    sheet = sheet_of(text)
    _close_up(sheet)
    _set_aside_whence(sheet)
    return layout_of(sheet, before=_byte_order_mark(text))


def _close_up(sheet: Sheet) -> None:
    """Take no notice of the blank lines that only the spacing of the text puts between its lines."""
    pairs = [(a, b) for a, b in pairwise(sheet.lines) if a.page == b.page]
    spacing = spacing_of((sheet.words(a), sheet.words(b), round(b.above)) for a, b in pairs)
    for _, line in pairs if spacing else ():
        line.above = max(0, line.above - spacing)


def _set_aside_whence(sheet: Sheet) -> None:
    """Give the lines of Markdown over a text on pages, which say whence it is, the role of a masthead."""
    signed = [i for i, line in enumerate(sheet.lines[:_DEEPEST]) if _WHENCE.match(sheet.words(line))]
    for line in sheet.lines[: signed[-1] + 1] if signed else ():
        line.role = Role.MASTHEAD


def sheet_of(text: str) -> Sheet:
    """The printed lines of a text; a form feed begins a new page."""
    lines: list[Printed] = []
    page, above, position = 1, 0, len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    blank = True
    while position < len(text):
        if match := _LINE.match(text, position):
            raw = match[0]
            words = raw.strip()
            if words:
                indent = len(raw) - len(raw.lstrip())
                start = match.start() + indent
                left = len(raw[:indent].expandtabs(_TAB))
                lines.append(Printed(Span(start, start + len(words)), page, left, above))
                above = 0
            blank = not words
            position = match.end()
        else:
            blank = True
        if line_end := _BREAK.match(text, position):
            position = line_end.end()
            if line_end[0] == "\f":
                page, above = page + 1, 0
            elif blank:
                above += 1
    return Sheet(text, lines, paged=page > 1)


def _byte_order_mark(text: str) -> tuple[Furniture, ...]:
    return (Furniture("byte-order-mark", Span(0, 1)),) if text.startswith(BYTE_ORDER_MARK) else ()
