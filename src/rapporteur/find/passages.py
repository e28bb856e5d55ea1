"""Passages: one clean text of a report with the names in it, its sentences and the notes it calls.

Takes a report and its names, gives a `Passage` a text. The citation finders read passages; each fills a mention's
place (part, span, sentence, notes called after it) through `Passage.place`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TypedDict, cast

from rapporteur.find.cues import cues_in
from rapporteur.find.names import by_part
from rapporteur.find.reporting_body import NO_BODY, OwnBody
from rapporteur.find.sentences import sentence_ends
from rapporteur.find.spacing import is_spaced_out
from rapporteur.model import CleanText, InstrumentRef, OrganizationRef, PartRef, Report, Rule, Span
from rapporteur.model.citations import NameMention
from rapporteur.model.swift import lazy
from rapporteur.patterns import PatternFile, load_patterns

Range = tuple[int, int]

_BLANK_LINE = re.compile(r"[ \t*_]*\n[ \t]*\n[\s*_]*")
_AFTER_WORDS = re.compile(r"[\s.,;:)”\"’]*")
_AHEAD = 400
_BEHIND = 120


class Place(TypedDict):
    """The fields that every citation mention has."""

    part: PartRef
    span: Span
    words: str
    rule: Rule
    text_part: PartRef
    at: Range
    order: Range
    sentence: int
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ShortName:
    """A short name of a body, such as "Conference", at a place in a passage."""

    at: Range
    name: str
    candidates: tuple[OrganizationRef, ...]


@dataclass(frozen=True, slots=True)
class TreatyName:
    """The words of a text that name a treaty.

    :ivar candidates: the treaties of the authorities that they may mean.
    :ivar title: of a treaty that the authorities do not hold; "" where the words are not sure to name one.
    :ivar noun: "Convention", "Optional Protocol".
    :ivar number: of a labour convention, by which it is known.
    :ivar similar: the title is printed with a slip.
    :ivar several: every candidate is meant: "Optional Protocols to the Convention on Buoys".
    :ivar counted: how many of them, where the words say it: "two".
    :ivar shared: letters that the treaty's committee bears too, and nothing says which is meant.
    """

    at: Range
    candidates: tuple[InstrumentRef, ...] = ()
    title: str = ""
    noun: str = ""
    number: str = ""
    similar: bool = False
    several: bool = False
    counted: str = ""
    shared: bool = False


@dataclass(frozen=True)
class Passage:
    """One text of a report.

    :ivar index: its position among all texts, for reading order.
    :ivar names: States, organizations and instruments in it, in reading order.
    :ivar shorts: short names of bodies in it that no longer name covers.
    :ivar treaties: treaties named in it, in reading order; see `rapporteur.find.treaty_names`.
    :ivar house_patterns: pattern files under the house style that were asked for so far, of all passages of the report.
    :ivar own: the body whose report it is, as the words around a person may name it.
    :ivar note_ids: (offset of marker, number) → id of the note; (-1, number) for further calls of a number that
        only one note bears.
    """

    report: Report
    part: PartRef
    clean: CleanText
    index: int
    names: tuple[NameMention, ...]
    shorts: tuple[ShortName, ...]
    note_ids: dict[tuple[int, str], str]
    patterns: PatternFile
    treaties: tuple[TreatyName, ...] = ()
    house_patterns: dict[str, PatternFile] = field(default_factory=dict)
    own: OwnBody = NO_BODY

    @lazy
    def text(self) -> str:
        return self.clean.text

    @lazy
    def sentence_starts(self) -> tuple[int, ...]:
        return (0, *sentence_ends(self.text, 0, len(self.text)))

    @lazy
    def sentences(self) -> tuple[Sentence, ...]:
        """What actors are read from."""
        text, starts = self.text, self.sentence_starts
        ends = [s + len(text[s:after].rstrip()) for s, after in zip(starts, [*starts[1:], len(text)], strict=True)]
        bounds = [(s, end) for s, end in zip(starts, ends, strict=True) if s < end]
        held = cues_in(text, bounds)
        return tuple(Sentence(self, *at, self.names_between(*at), cues) for at, cues in zip(bounds, held, strict=True))

    def forget_sentences(self) -> None:
        """Let go of the sentences, which point back: what holds itself stays until Python looks for such things."""
        self.__dict__.pop("sentences", None)

    def sentence(self, at: int) -> int:
        """Number of the sentence that the character at ``at`` stands in."""
        return bisect_right(self.sentence_starts, at) - 1

    def sentence_range(self, at: int) -> Range:
        """Where the sentence around ``at`` starts and ends."""
        number = self.sentence(at)
        starts = self.sentence_starts
        return starts[number], starts[number + 1] if number + 1 < len(starts) else len(self.text)

    def take(self, pattern: str, at: int) -> re.Match[str] | None:
        """The pattern, read from ``at`` on; positions in the match count from ``at``."""
        return self.patterns.patterns[pattern].regex.match(self.text[at : at + _AHEAD])

    def before(self, pattern: str, at: int) -> re.Match[str] | None:
        """The pattern in the words that lead up to ``at``."""
        return self.patterns.patterns[pattern].regex.search(self.text[max(0, at - _BEHIND) : at])

    def search(self, pattern: str) -> Iterator[re.Match[str]]:
        """Each match of the pattern in the whole text."""
        return self.patterns.patterns[pattern].regex.finditer(self.text)

    def rule(self, pattern: str) -> Rule:
        return self.patterns.patterns[pattern].rule

    def name_at(self, at: int, kind: str) -> NameMention | None:
        """The name of that kind that begins at ``at``."""
        i = bisect_left(self.name_starts, at)
        while i < len(self.names) and self.name_starts[i] == at:
            if self.names[i].kind == kind:
                return self.names[i]
            i += 1
        return None

    @lazy
    def name_starts(self) -> tuple[int, ...]:
        """Where each name begins, in reading order."""
        return tuple(name.at[0] for name in self.names)

    def names_between(self, start: int, end: int) -> tuple[NameMention, ...]:
        """The names that lie wholly between two indexes."""
        if not self.names:
            return ()
        first, last = bisect_left(self.name_starts, start), bisect_left(self.name_starts, end)
        return tuple(name for name in self.names[first:last] if name.at[1] <= end)

    def names_over(self, start: int, end: int) -> tuple[NameMention, ...]:
        """The names, of which none lies over another, that share a character with those between two indexes."""
        if not self.names:
            return ()
        first, last = bisect_right(self.name_starts, start), bisect_left(self.name_starts, end)
        return tuple(name for name in self.names[max(0, first - 1) : last] if name.at[1] > start)

    def names_of(self, kind: str) -> Iterator[NameMention]:
        """The names of one kind, in reading order."""
        return (name for name in self.names if name.kind == kind)

    def treaty_at(self, at: int) -> TreatyName | None:
        """The treaty whose name begins at ``at``."""
        return self._treaties_by_start.get(at)

    @lazy
    def _treaties_by_start(self) -> dict[int, TreatyName]:
        return {name.at[0]: name for name in reversed(self.treaties)}

    def treaty_before(self, at: int) -> TreatyName | None:
        """The last treaty whose name ends at or before ``at``."""
        return next((name for name in reversed(self.treaties) if name.at[1] <= at), None)

    def body_at(self, at: int) -> tuple[int, tuple[OrganizationRef, ...]] | None:
        """End and candidates of a body, by full or short name, that begins at ``at``."""
        name = self.name_at(at, "organization")
        if name is not None:
            return name.at[1], organizations(name)
        i = bisect_left(self.shorts, at, key=lambda short: short.at[0])
        short = self.shorts[i] if i < len(self.shorts) and self.shorts[i].at[0] == at else None
        return (short.at[1], short.candidates) if short is not None else None

    def bodies(self) -> Iterator[tuple[Range, tuple[OrganizationRef, ...]]]:
        """Each body by full or short name, in reading order."""
        yield from self._bodies

    @lazy
    def _bodies(self) -> tuple[tuple[Range, tuple[OrganizationRef, ...]], ...]:
        named = [(n.at, organizations(n)) for n in self.names if n.kind == "organization"]
        return tuple(sorted(named + [(s.at, s.candidates) for s in self.shorts]))

    def notes_after(self, end: int) -> tuple[str, ...]:
        """Ids of the notes called directly after ``end``, closing punctuation apart."""
        if not self.clean.markers:
            return ()
        skipped = _AFTER_WORDS.match(self.text, end)
        limit = skipped.end() if skipped else end
        markers = self.clean.markers
        first = bisect_left(markers, end, key=lambda marker: marker.at)
        called = takewhile(lambda marker: marker.at <= limit, markers[first:])
        ids = (self.note_ids.get((m.span.start, m.number)) or self.note_ids.get((-1, m.number)) for m in called)
        return tuple(id for id in ids if id is not None)

    def unbroken(self, start: int, end: int) -> int:
        """Where the words from ``start`` on end, at the latest at ``end``: before a blank line with nothing around it.

        A name is not printed over one; the line after it begins something else, such as a list of officers.
        """
        source, offsets = self.report.source.text, self.clean.offsets
        last = min(end, len(offsets) - 1)
        if offsets[last] - offsets[start] == last - start:
            return end
        for at in range(start + 1, min(end, len(offsets) - 1)):
            wide = self.text[at] == " " and offsets[at + 1] - offsets[at - 1] > 2
            if wide and _BLANK_LINE.fullmatch(source, offsets[at - 1] + 1, offsets[at + 1]):
                return end if is_spaced_out(source) else at
        return end

    def place(self, start: int, end: int, pattern: str) -> Place:
        """The fields of a mention of ``text[start:end]`` that ``pattern`` found."""
        span = self.clean.span(start, end)
        return Place(
            part=self.report.innermost(self.part, span),
            span=span,
            words=self.text[start:end],
            rule=self.patterns.patterns[pattern].rule,
            text_part=self.part,
            at=(start, end),
            order=(self.index, start),
            sentence=bisect_right(self.sentence_starts, start) - 1,
            notes=self.notes_after(end) if self.clean.markers else (),
        )


@dataclass(frozen=True)
class Sentence:
    """One sentence of a passage: its index range, without the space behind it, the names and the cues in it."""

    passage: Passage
    start: int
    end: int
    names: tuple[NameMention, ...]
    cues: int

    @classmethod
    def of(cls, passage: Passage, start: int, end: int) -> Sentence:
        """The words between two indexes, read as a sentence is."""
        (cues,) = cues_in(passage.text, [(start, end)])
        return cls(passage, start, end, passage.names_between(start, end), cues)

    @lazy
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    def patterns(self, name: str) -> PatternFile:
        """The pattern file of that name, with what the house style of the report lays over it."""
        known = self.passage.house_patterns
        if name not in known:
            known[name] = load_patterns(name, self.passage.report.house.style)
        return known[name]


def organizations(name: NameMention) -> tuple[OrganizationRef, ...]:
    """The candidates of a name that are organizations: all of an organization's name, none of another."""
    return cast("tuple[OrganizationRef, ...]", name.candidates) if name.kind == "organization" else ()


def covered(at: Range, ranges: Sequence[Range]) -> bool:
    """Does ``at`` overlap one of the ranges?"""
    first, last = at
    for start, end in ranges:  # noqa: SIM110 — asked of every mention, and twice as fast as `any`
        if first < end and start < last:
            return True
    return False


def passages(
    report: Report, names: Sequence[NameMention], shorts: dict[PartRef, tuple[ShortName, ...]], own: OwnBody = NO_BODY
) -> Iterator[Passage]:
    """Every text of the report as a passage, in reading order."""
    named = by_part(names)
    note_ids = {(note.marker.span.start, note.number): note.id for note in report.footnotes if note.marker is not None}
    note_ids |= {(-1, note.number): note.id for note in report.footnotes if note.id == note.number}
    patterns = load_patterns("citations")
    house_patterns: dict[str, PatternFile] = {}
    for index, (part, clean) in enumerate(report.texts()):
        found = tuple(sorted(named.get(part, ()), key=lambda name: name.at))
        short = shorts.get(part, ())
        yield Passage(report, part, clean, index, found, short, note_ids, patterns, (), house_patterns, own)
