"""Glyph lines → the text of a PDF and its `Sheet`: words, white space, raised markers, italics.

Takes the glyphs of page after page. The text has one line for each printed line, and a form feed between pages; offsets
count it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from rapporteur.model import Span
from rapporteur.read.glyphs import Glyph, GlyphLine, Run, lines_of, space_before
from rapporteur.read.inline import note_numbers
from rapporteur.read.layout import Mark
from rapporteur.read.printed import Printed, Sheet

_MARKER = re.compile(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[*†‡]{1,3}|[a-z]")
_LEAST_SPACE = 0.25
"""White space, in lines, that sets lines apart."""
_LEADING = 1.2
"""Distance of two baselines, in type sizes, where a page has too few lines to tell."""


class PdfText:
    """The text of a PDF as it grows.

    :ivar characters: that are printed, spaces aside.
    :ivar unknown: of these, the ones without a letter.
    """

    def __init__(self) -> None:
        self.characters = 0
        self.unknown = 0
        self._parts: list[str] = []
        self._length = 0
        self._lines: list[Printed] = []
        self._raised: list[Mark] = []
        self._italics: list[Span] = []
        self._pages = 0

    def page(self, glyphs: Iterable[Glyph]) -> bool:
        """Add the lines of the next page; False where it holds none."""
        self._pages += 1
        if self._pages > 1:
            self._write("\f")
        lines = lines_of(self._counted(glyphs))
        leading = _leading(lines)
        above: GlyphLine | None = None
        for line in lines:
            self._line(line, _space_above(above, line, leading))
            above = line
        return bool(lines)

    def sheet(self) -> Sheet:
        """The whole text with its lines."""
        return Sheet("".join(self._parts), self._lines, True, self._raised, self._italics)

    def _counted(self, glyphs: Iterable[Glyph]) -> Iterable[Glyph]:
        for glyph in glyphs:
            self.characters += 1
            self.unknown += glyph.text == "\ufffd" or "\ue000" <= glyph.text <= "\uf8ff"
            yield glyph

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _line(self, line: GlyphLine, above: float) -> None:
        """Write one line, with the places of what is raised or in italics."""
        start = self._length
        words: list[str] = []
        at = start
        last: Glyph | None = None
        slanted: int | None = None
        for run in line.runs:
            begin = at
            for glyph in run.glyphs:
                space = space_before(last, glyph) if last is not None else ""
                begin += len(space) if glyph is run.glyphs[0] else 0
                if not glyph.italic and slanted is not None:
                    self._italics.append(Span(slanted, at))
                    slanted = None
                words.append(space + glyph.text)
                at += len(words[-1])
                if glyph.italic and slanted is None:
                    slanted = at - len(glyph.text)
                last = glyph
            if line.raised(run):
                printed = self._printed(run)
                if _MARKER.fullmatch(printed):
                    self._raised.append(Mark("note-marker", Span(begin, at), note_numbers(printed)))
        if slanted is not None:
            self._italics.append(Span(slanted, at))
        self._write("".join(words))
        size = Counter(glyph.size for run in line.runs for glyph in run.glyphs).most_common(1)[0][0]
        bold = all(glyph.bold or not glyph.text.isalnum() for run in line.runs for glyph in run.glyphs)
        self._lines.append(Printed(Span(start, at), self._pages, round(line.x0, 1), above, size, bold))
        self._write("\n")

    def _printed(self, run: Run) -> str:
        return "".join(glyph.text for glyph in run.glyphs)


def _space_above(above: GlyphLine | None, line: GlyphLine, leading: float) -> float:
    """White space between two lines, in lines; 1 at the head of a page or a column."""
    if above is None or above.y <= line.y:
        return 1.0
    usual = max(leading, _LEADING * min(above.size, line.size))
    space = (above.y - line.y) / usual - 1
    return round(space, 1) if space >= _LEAST_SPACE else 0.0


def _leading(lines: list[GlyphLine]) -> float:
    """The usual distance of two baselines on a page, in points; 0 where there are too few lines."""
    distances = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < 3 * max(a.size, b.size)]
    return median(distances) if len(distances) >= 5 else 0.0
