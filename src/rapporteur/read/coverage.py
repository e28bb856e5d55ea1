"""Coverage: proof that every character of a report belongs to exactly one of its parts.

Takes a `Report`, counts the characters that are no white space by what they belong to, and lists those that belong to
nothing or to two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rapporteur.model import CleanText, Report, Span

KINDS = ("title", "heading", "unnumbered", "paragraph", "note", "furniture")
"""What a character may belong to."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Leftover:
    """Characters of one line that belong to nothing, or to two things.

    :ivar line: of the source, from 1.
    :ivar words: as they stand there.
    """

    span: Span
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Characters that are no white space, by what they belong to.

    :ivar counts: a number for each of `KINDS`.
    :ivar total: all such characters of the source.
    :ivar leftovers: what belongs to nothing, in order, a line's worth at a time.
    :ivar doubled: what belongs to two things.
    """

    counts: Mapping[str, int]
    total: int
    leftovers: tuple[Leftover, ...]
    doubled: tuple[Leftover, ...]

    @property
    def left_over(self) -> int:
        """Number of characters that belong to nothing."""
        return self.total - sum(self.counts.values())

    @property
    def left(self) -> tuple[Span, ...]:
        """The places of what belongs to nothing."""
        return tuple(leftover.span for leftover in self.leftovers)

    @property
    def complete(self) -> bool:
        """Does every character belong to exactly one thing?"""
        return not self.leftovers and not self.doubled


def coverage(report: Report) -> Coverage:
    """What each character of the source belongs to. Linear in the length of the text."""
    text = report.source.text
    owner = bytearray(len(text))
    doubled: list[int] = []
    for number, (_, places) in enumerate(_places(report), start=1):
        for offset in places:
            if owner[offset] not in (0, number):
                doubled.append(offset)
            owner[offset] = number
    counts = [0] * (len(KINDS) + 1)
    loose: list[int] = []
    for word in _WORD.finditer(text):
        for offset in range(*word.span()):
            counts[owner[offset]] += 1
            if not owner[offset]:
                loose.append(offset)
    return Coverage(
        MappingProxyType(dict(zip(KINDS, counts[1:], strict=True))),
        sum(counts),
        tuple(_leftovers(report, loose)),
        tuple(_leftovers(report, sorted(doubled))),
    )


def _places(report: Report) -> Iterator[tuple[str, Iterator[int]]]:
    """For each of `KINDS`, the offsets that belong to it, white space left out."""
    cleans: tuple[Iterable[CleanText], ...] = (
        () if report.title is None else (report.title,),
        (section.heading or section.title for section in report.sections),
        (section.unnumbered for section in report.sections if section.unnumbered is not None),
        (paragraph.body for paragraph in report.paragraphs),
        (note.body for note in report.footnotes),
    )
    for kind, texts in zip(KINDS, cleans, strict=False):
        yield kind, (o for clean in texts for o in _offsets(clean))
    text = report.source.text
    spans = (f.span for f in report.furniture)
    yield "furniture", (o for span in spans for o in range(span.start, span.end) if not text[o].isspace())


def _offsets(clean: CleanText) -> Iterator[int]:
    """Where each character of a text stands, spaces left out, accents too; the letters of a ligature in one place."""
    last = -1
    for character, offset in zip(clean.text, clean.offsets, strict=True):
        if character != " " and offset != last:
            yield offset
            yield from range(offset + 1, clean.wide.get(offset, 0))
        last = offset


def _leftovers(report: Report, offsets: list[int]) -> Iterator[Leftover]:
    """Neighbouring offsets of one line together."""
    text = report.source.text
    start = 0
    for i, offset in enumerate(offsets):
        last = i + 1 == len(offsets)
        if last or "\n" in text[offset : offsets[i + 1]] or text[offset + 1 : offsets[i + 1]].strip():
            span = Span(offsets[start], offset + 1)
            yield Leftover(span, report.line(span.start), report.quote(span))
            start = i + 1
