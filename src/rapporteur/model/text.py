"""Text and places in it: the text as read, spans of it, and clean text that remembers where it stood.

Every offset in Rapporteur counts Unicode code points of the *text as read*, from 0, half-open; newlines are untouched
and nothing is normalised. `CleanText` is what the finders read: markup, note markers and page turns are gone from it,
yet each of its characters still knows its place in the text as read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rapporteur.model.swift import lazy, swift


@swift
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of the text as read, in code points.

    >>> Span(3, 7).jaccard(Span(5, 9))
    0.3333333333333333
    """

    start: int
    end: int

    _sound: ClassVar[str] = "0 <= start <= end"

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0 or later, not from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Does ``other`` lie wholly inside this span?"""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Do the two spans share at least one character?"""
        return self.start < other.end and other.start < self.end

    def jaccard(self, other: Span) -> float:
        """Shared characters over all characters of the two spans, from 0.0 to 1.0."""
        shared = max(0, min(self.end, other.end) - max(self.start, other.start))
        union = len(self) + len(other) - shared
        return shared / union if union else 0.0


@swift
@dataclass(frozen=True, slots=True)
class NoteMarker:
    """The place where a note is called: ``<sup>8,9</sup>`` gives two of these with the same span.

    :ivar number: the note's number as printed, "8".
    :ivar at: index in the clean text of the character that follows the marker.
    :ivar span: the whole marker in the text as read.
    """

    number: str
    at: int
    span: Span


@dataclass(frozen=True)
class CleanText:
    """Normalised text, each character of which remembers its offset in the text as read.

    White space is collapsed to single spaces, emphasis and note markers are removed, the parts that a page turn
    separated are joined by one space.

    :ivar text: what a reader reads.
    :ivar offsets: for each character of ``text`` its offset in the text as read; rising, and the same for the letters
        of one ligature. A range where the characters stood side by side, else a tuple or `Offsets`.
    :ivar emphasis: half-open index ranges of ``text`` that were printed in italics.
    :ivar markers: the notes called from this text, in reading order.
    :ivar wide: for each character that is written as letter and accents in the text as read, and as one sign here, its
        offset and where it ends.

    >>> clean = CleanText("the Protocol", tuple(range(40, 52)))
    >>> clean.span(4, 12)
    Span(start=44, end=52)
    >>> clean.index(44)
    4
    """

    text: str
    offsets: Sequence[int]
    emphasis: tuple[tuple[int, int], ...] = ()
    markers: tuple[NoteMarker, ...] = ()
    wide: Mapping[int, int] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        if len(self.text) != len(self.offsets):
            raise ValueError(f"{len(self.text)} characters cannot have {len(self.offsets)} offsets")

    def __len__(self) -> int:
        return len(self.text)

    def span(self, start: int, end: int) -> Span:
        """The span of the text as read that ``text[start:end]`` came from; ``start < end``."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no characters between {start} and {end} in a text of {len(self.text)}")
        offsets = self.offsets
        last = offsets[end - 1]
        return Span(offsets[start], self.wide.get(last, last + 1) if self.wide else last + 1)

    @lazy
    def whole(self) -> Span:
        """From the first to the last character, in the text as read."""
        return self.span(0, len(self.text)) if self.text else Span(0, 0)

    def index(self, offset: int) -> int:
        """The index of the first character that stood at ``offset`` of the text as read, or after it."""
        return bisect_left(self.offsets, offset)

    def slice(self, start: int, end: int) -> CleanText:
        """The clean text of ``text[start:end]``, with its share of emphasis and markers."""
        emphasis = tuple(
            (max(a, start) - start, min(b, end) - start) for a, b in self.emphasis if a < end and b > start
        )
        markers = tuple(NoteMarker(m.number, m.at - start, m.span) for m in self.markers if start < m.at <= end)
        return CleanText(self.text[start:end], self.offsets[start:end], emphasis, markers, self.wide)


@swift
@dataclass(frozen=True, slots=True)
class TextAsRead:
    """The text that every offset counts, and where it came from.

    :ivar name: file name without its folders, for messages.
    :ivar text: the decoded text.
    :ivar sha256: hexadecimal SHA-256 of ``text`` encoded as UTF-8.
    """

    name: str
    text: str
    sha256: str

    def quote(self, span: Span) -> str:
        """The words between the offsets, exactly."""
        return self.text[span.start : span.end]
