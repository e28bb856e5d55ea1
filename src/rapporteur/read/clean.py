"""Raw lines → `CleanText`: markup and note markers gone, white space collapsed, every character's offset kept.

Takes spans of the text as read, in order; the parts that a line end or a page turn separated are joined by one space,
or by none where a hyphen stood at the end of the line; the hyphen goes where it is marked as put there by the break.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from rapporteur.model import CleanText, NoteMarker, Span
from rapporteur.read.glued_units import unglued
from rapporteur.read.layout import Layout, Mark
from rapporteur.read.unseen import ACCENT, LIGATURE, holds_accents, letters

_RUN = re.compile(r"\S+|\s+")
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")
_SUSPENDED = re.compile(r"(?:and|or|to|und|et|ou|y|o)\b")
_HEAD, _TAIL = 72, 40


class Cleaner:
    """Reads clean text out of one layout."""

    def __init__(self, layout: Layout) -> None:
        self.text = layout.text
        self.marks = layout.marks
        self._starts = [mark.span.start for mark in layout.marks]
        self._italics = layout.italics
        self._italic_starts = [span.start for span in layout.italics]
        self._heads: dict[int, CleanText] = {}
        self._ligatures = LIGATURE.search(layout.text) is not None
        self._accents = holds_accents(layout.text)

    def marks_in(self, span: Span) -> tuple[Mark, ...]:
        """The marks that begin inside ``span``."""
        return self.marks[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def mark_at(self, offset: int) -> Mark | None:
        """The mark that begins exactly at ``offset``."""
        i = bisect_left(self._starts, offset)
        return self.marks[i] if i < len(self.marks) and self._starts[i] == offset else None

    def clean(self, parts: Iterable[Span]) -> CleanText:
        """The words of the parts, in order, as one text."""
        writer = _Writer(self.text, ligatures=self._ligatures, accents=self._accents)
        last_end, broken = 0, False
        for part in parts:
            if writer.chars and not broken and not writer.ends_with_hyphen_before(part.start):
                writer.space(last_end)
            position, last_end, broken = part.start, part.end, False
            for mark in self.marks_in(part):
                writer.words(position, mark.span.start)
                broken = mark.kind == "soft-hyphen"
                if mark.kind == "note-marker":
                    writer.marker(mark)
                position = max(position, mark.span.end)
            writer.words(position, part.end)
        return writer.result(self._italics_between(writer.offsets))

    def _italics_between(self, offsets: list[int]) -> tuple[Span, ...]:
        if not offsets:
            return ()
        first = max(0, bisect_right(self._italic_starts, offsets[0]) - 1)
        return self._italics[first : bisect_left(self._italic_starts, offsets[-1] + 1)]

    def head(self, span: Span) -> CleanText:
        """The first words of a line, enough to recognise its label; each line is cleaned once."""
        if span.start not in self._heads:
            self._heads[span.start] = self.clean((Span(span.start, min(span.end, span.start + _HEAD)),))
        return self._heads[span.start]

    def tail(self, span: Span) -> str:
        """The last words of a line, enough to see how it ends."""
        start = max(span.start, span.end - _TAIL)
        for mark in self.marks_in(Span(max(span.start, start - _TAIL), span.end)):
            if mark.span.start < start < mark.span.end:
                start = mark.span.end
        return self.clean((Span(start, span.end),)).text


class _Writer:
    """Collects characters with their offsets; a space is held back until a word follows it."""

    def __init__(self, text: str, *, ligatures: bool, accents: bool) -> None:
        self.text = text
        self.ligatures = ligatures
        self.accents = accents
        self.wide: dict[int, int] = {}
        self.chars: list[str] = []
        self.offsets: list[int] = []
        self.markers: list[NoteMarker] = []
        self._space: int | None = None

    def ends_with_hyphen_before(self, start: int) -> bool:
        """Was a word broken at its hyphen here: "victim-" / "centred", but not "age-" / "and gender-based"?"""
        last = self.offsets[-1]
        return (
            self._space is None
            and last >= 1
            and self.text[last] == "-"
            and self.text[last - 1].isalnum()
            and start < len(self.text)
            and self.text[start].isalnum()
            and _SUSPENDED.match(self.text, start) is None
        )

    def space(self, offset: int) -> None:
        if self._space is None and self.offsets:
            self._space = offset

    def words(self, start: int, end: int) -> None:
        for run in _RUN.finditer(self.text, start, end):
            word = run[0]
            if word.isspace():
                self.space(run.start())
                continue
            if self._space is not None:
                self.chars.append(" ")
                self.offsets.append(self._space)
                self._space = None
            if self.ligatures and LIGATURE.search(word):
                for at, sign in enumerate(word, run.start()):
                    printed = letters(sign) if LIGATURE.match(sign) else sign
                    self.chars.append(printed)
                    self.offsets.extend([at] * len(printed))
                continue
            if self.accents and ACCENT.search(word):
                self._composed(word, run.start())
                continue
            self.chars.append(word)
            self.offsets.extend(range(run.start(), run.end()))

    def _composed(self, word: str, start: int) -> None:
        """The word, its letters and their accents as one sign where there is one."""
        for cluster in _CLUSTER.finditer(word):
            at, signs = start + cluster.start(), cluster[0]
            one = unicodedata.normalize("NFC", signs)
            if len(one) == 1 < len(signs):
                self.wide[at] = start + cluster.end()
                signs = one
            self.chars.append(signs)
            self.offsets.extend(range(at, at + len(signs)))

    def marker(self, mark: Mark) -> None:
        at = len(self.offsets) + (self._space is not None)
        self.markers.extend(NoteMarker(number, at, mark.span) for number in mark.numbers)

    def result(self, italics: Iterable[Span]) -> CleanText:
        size = len(self.offsets)
        emphasis = []
        for span in italics:
            start, end = bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)
            if start < end:
                emphasis.append((start, end))
        markers = tuple(NoteMarker(m.number, min(m.at, size), m.span) for m in self.markers)
        return unglued(CleanText("".join(self.chars), tuple(self.offsets), tuple(emphasis), markers, self.wide))
