"""Conclusions: "The Board requested the keeper to close the port" → one unit for each such clause.

A body tells what it requested, invited, encouraged, urged or recommended, and, under a heading that says so, what it
agreed to do itself. What it noted, welcomed or considered asks nothing of anybody; of sections that tell how an item
was dealt with only what another body was asked counts. Lettered parts take the operator and the addressee of a
chapeau that ends in one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapporteur.find.addressees import Actor, find_actors_in
from rapporteur.find.asked import find_asked, may_ask, subject_at
from rapporteur.find.asked_clauses import Asked, Speaker, completed
from rapporteur.find.names import by_part
from rapporteur.find.sentences import Range, sentence_ranges, trimmed
from rapporteur.model import CleanText, ListItem, OrganizationRef, PartRef, Report, Rule
from rapporteur.model.citations import NameMention
from rapporteur.model.report import Paragraph
from rapporteur.model.units import ActorMention, OperatorMention, UnitMention
from rapporteur.patterns import PatternFile, load_patterns
from rapporteur.patterns.form import Form

_HOUSE_NAME = Rule("addressee/house-name", "A body by the short name that the house style settles.")


@dataclass(frozen=True)
class Unnumbered:
    """The text under a heading that stands in no numbered paragraph, read as a paragraph is; its section numbers it."""

    ref: PartRef
    body: CleanText
    section: str
    subparagraphs: tuple[ListItem, ...] = ()
    items: tuple[ListItem, ...] = ()

    @property
    def key(self) -> str:
        """What its units are numbered by."""
        return self.section.replace("/", ".")


@dataclass(frozen=True)
class UnitReading:
    """One paragraph, or text without a number, while it is read, with how its words are read."""

    report: Report
    paragraph: Paragraph | Unnumbered
    speaker: Speaker


def find_conclusions(
    report: Report, names: Sequence[NameMention], taken: Container[PartRef] = (), concluding: Container[str] = ()
) -> tuple[UnitMention, ...]:
    """The units of the conclusions that a report records, in reading order.

    :param taken: paragraphs that were read in another way and stay out here.
    :param concluding: paths of sections that are taken for conclusions, whatever their titles.
    """
    patterns = load_patterns("conclusions", report.house.style)
    short_names = short_names_of(report)
    named = by_part(names)
    found: list[UnitMention] = []
    for paragraph in report.paragraphs:
        if paragraph.ref in taken:
            continue
        text = paragraph.body.text
        if not may_ask(patterns, text, 0, len(text)):
            continue
        outward = tells(report, paragraph.section, patterns, "section/proceedings")
        concludes = paragraph.section in concluding or tells(report, paragraph.section, patterns, "section/conclusions")
        binding = not outward and concludes
        actors = with_short_names(find_actors_in(text, named.get(paragraph.ref, ())), text, short_names)
        found += units_of(UnitReading(report, paragraph, Speaker(text, actors, patterns, binding, outward)))
    return tuple(found)


def tells(report: Report, section: str, patterns: PatternFile, what: str) -> bool:
    """Does the title of a section, or of one above it, say that it is of this kind?"""
    return any(patterns[what].regex.search(heading.title.text) for heading in report.section_chain(section))


def short_names_of(report: Report) -> dict[str, OrganizationRef]:
    """The bodies that the house style calls by a short name."""
    kinds = ((name, target.partition("/")) for name, target in report.house.style.names)
    return {name: OrganizationRef(target[2]) for name, target in kinds if target[0] == "organization"}


@cache
def _house_names(ordered: tuple[str, ...]) -> Form:
    """The form that finds the short names of a house, longest first."""
    return Form(r"(?<![\w/])(" + "|".join(re.escape(name) for name in ordered) + r")(?:\s\d{1,3})?(?![\w/])")


def with_short_names(actors: Sequence[Actor], text: str, short_names: dict[str, OrganizationRef]) -> tuple[Actor, ...]:
    """The actors, with those whom the house calls by a short name in the place of what else the words may mean.

    The number of a session belongs to the name: "COP 25".
    """
    if not short_names:
        return tuple(actors)
    book = _house_names(tuple(sorted(short_names, key=len, reverse=True)))
    own = [Actor(*m.span(), _HOUSE_NAME, candidates=(short_names[m[1]],)) for m in book.finditer(text)]
    own = _outside(own, [actor for actor in actors if actor.candidates])
    ends = [actor.end for actor in own]
    kept = [b for b in actors if (at := bisect_right(ends, b.start)) == len(own) or b.end <= own[at].start]
    return tuple(sorted([*own, *kept], key=lambda actor: actor.start))


def _outside(actors: Sequence[Actor], longer: Sequence[Actor]) -> list[Actor]:
    """The actors that lie in none of the longer ones, which do not overlap and stand in reading order."""
    starts = [actor.start for actor in longer]
    before = ((actor, bisect_right(starts, actor.start) - 1) for actor in actors)
    return [actor for actor, at in before if at < 0 or longer[at].end <= actor.end]


def units_of(reading: UnitReading) -> Iterator[UnitMention]:
    """The units of one paragraph, or text without a number, whose subject is a body."""
    paragraph, speaker = reading.paragraph, reading.speaker
    text, lettered = speaker.text, paragraph.subparagraphs
    first = paragraph.body.index(lettered[0].span.start) if lettered else len(text)
    sentences = sentence_ranges(text, *trimmed(text, 0, first))
    count, last = 0, None
    for sentence in sentences:
        chapeau = bool(lettered) and sentence == sentences[-1]
        asked = find_asked(speaker, *sentence)
        if chapeau and asked:
            last = asked[-1]
        for clause in asked[:-1] if chapeau else asked:
            count += 1
            yield unit_of(reading, f"{paragraph.key}.{count}", clause, None)
    if not lettered or not sentences:
        return
    given = subject_at(speaker, *sentences[-1])
    bare = given is not None and not text[given.end() : sentences[-1][1]].strip(" :")
    bounds = [paragraph.body.index(item.span.start) for item in lettered[1:]] + [len(text)]
    for item, end in zip(lettered, bounds, strict=True):
        start = paragraph.body.index(item.body.offsets[0]) if len(item.body) else end
        low, high = without_joint(text, start, end)
        if last is not None and low < high:
            clauses: tuple[Asked, ...] = (completed(last, text, low, high),)
        else:
            clauses = tuple(_in_parts(reading, item, (low, high), bare))
        for here, clause in enumerate(clauses, 1):
            yield unit_of(reading, f"{paragraph.key}({item.label}).{here}", clause, sentences[-1])


def _in_parts(reading: UnitReading, item: ListItem, at: Range, given: bool) -> Iterator[Asked]:
    """What a lettered part asks, or each of the parts below it: "(a) On lamps: (i) The Board requested …"."""
    paragraph = reading.paragraph
    below = [i for i in paragraph.items if len(i.path) > 1 and i.path[:1] == item.path and len(i.body)]
    begins = [paragraph.body.index(part.body.offsets[0]) for part in below]
    ends = [*(paragraph.body.index(part.span.start) for part in below), at[1]]
    for start, end in zip([at[0], *begins], ends, strict=True):
        for sentence in sentence_ranges(reading.speaker.text, *without_joint(reading.speaker.text, start, end)):
            yield from find_asked(reading.speaker, *sentence, given=given and sentence[0] == start)


def without_joint(text: str, start: int, end: int) -> Range:
    """A part of a list without the "and" that leads to the next."""
    low, high = trimmed(text, start, end)
    cut = load_patterns("units")["boundary/trailing"].regex.search(text[low:high])
    return low, low + cut.start() if cut and cut[0].strip() != "," else high


def unit_of(reading: UnitReading, number: str, clause: Asked, chapeau: Range | None) -> UnitMention:
    """The unit that a clause of a paragraph is.

    :param number: its printed id, "7.1" or "7(b).1".
    :param chapeau: index range of the words over the list whose part it is, or None.
    """
    report, part, clean = reading.report, reading.paragraph.ref, reading.paragraph.body
    span = clean.span(clause.start, clause.end)
    at = clean.span(*clause.at)
    return UnitMention(
        part=report.innermost(part, span),
        span=span,
        words=clean.text[clause.start : clause.end],
        rule=clause.rule,
        number=number,
        paragraph=part,
        section=reading.paragraph.section,
        at=(clause.start, clause.end),
        operator=OperatorMention(
            part=report.innermost(part, at),
            span=at,
            words=clean.text[slice(*clause.at)],
            rule=clause.rule,
            norm=clause.norm,
            strength=clause.strength,
        ),
        subject=clause.subject,
        addressees=tuple(actor.mention(report, part, clean) for actor in clause.actors),
        actions=clause.actions,
        secondary=tuple(_secondary(reading, clause)),
        chapeau=None if chapeau is None else clean.text[slice(*chapeau)],
        chapeau_span=None if chapeau is None else clean.span(*chapeau),
        chapeau_at=chapeau,
    )


def _secondary(reading: UnitReading, clause: Asked) -> Iterator[ActorMention]:
    """Those whom the addressee is to ask, in the clause or in the chapeau it completes."""
    asks = load_patterns("units")["secondary/requested"].regex
    text = reading.speaker.text
    end = clause.end if clause.subject != "chapeau" else max(clause.end, clause.at[1])
    for actor in reading.speaker.actors:
        if actor.start <= clause.at[1]:
            continue
        if actor.start >= end:
            break
        if actor.is_set or actor in clause.actors:
            continue
        if asks.search(text[clause.at[1] : actor.start]):
            yield actor.mention(reading.report, reading.paragraph.ref, reading.paragraph.body)
