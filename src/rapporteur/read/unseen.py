"""Characters that print nothing inside a word, and those that print two letters as one.

Soft hyphens, zero-width spaces and joiners come with web pages and PDF files; a reader never sees them, so the words of
a report are read without them. A ligature is read as its letters, which share its offset.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from rapporteur.model import Span
from rapporteur.read.layout import Layout, Mark

UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
LIGATURE = re.compile("[\ufb00-\ufb06]")
ACCENT = re.compile("[\u0300-\u036f]")
_RUN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+(?:(?<=\u00ad)[ \t]*\r?\n[ \t]*(?=\\S))?")
"""With the end of the line behind a soft hyphen, where a line of the layout holds several."""
_SOFT = "\u00ad"
_SIGNS = (*"\u00ad\u200b\u200c\u200d\u2060\ufeff", *map(chr, range(0xFB00, 0xFB07)))


def holds_unseen(text: str) -> bool:
    """Is there a sign in it that prints nothing, or a ligature? Asked sign by sign, which takes a tenth of a search.

    >>> holds_unseen("of\\ufb01ce"), holds_unseen("caf\u00e9")
    (True, False)
    """
    return not text.isascii() and any(sign in text for sign in _SIGNS)


def as_seen(text: str) -> str:
    """The text as it is printed: without what prints nothing, ligatures as letters, letters with their accents.

    Offsets do not survive.

    >>> as_seen("FCCC/\\u200bSBI of\\ufb01ce")
    'FCCC/SBI office'
    """
    text = unicodedata.normalize("NFC", text) if holds_accents(text) else text
    if not holds_unseen(text):
        return text
    return LIGATURE.sub(lambda match: letters(match[0]), UNSEEN.sub("", text))


def holds_accents(text: str) -> bool:
    """Are accents in it that are characters of their own, behind their letters?

    >>> holds_accents("Cote\u0301"), holds_accents("Cot\u00e9")
    (True, False)
    """
    return not text.isascii() and not unicodedata.is_normalized("NFC", text) and ACCENT.search(text) is not None


def letters(ligature: str) -> str:
    """The letters of a ligature.

    >>> letters("\\ufb03")
    'ffi'
    """
    return unicodedata.normalize("NFKC", ligature)


def with_unseen(layout: Layout) -> Layout:
    """The layout with a mark for what prints nothing in its lines; a soft hyphen at the end of one joins the next."""
    if layout.text.isascii() or UNSEEN.search(layout.text) is None:
        return layout
    taken = {offset for mark in layout.marks for offset in range(mark.span.start, mark.span.end)}
    found: list[Mark] = []
    for line in layout.lines:
        for match in _RUN.finditer(layout.text, line.span.start, line.span.end):
            if taken.isdisjoint(range(*match.span())):
                soft = match[0].endswith(_SOFT) and match.end() == line.span.end
                found.append(Mark("soft-hyphen" if soft else "unseen", Span(*match.span())))
    return replace(layout, marks=tuple(sorted((*layout.marks, *found), key=lambda mark: mark.span)))
