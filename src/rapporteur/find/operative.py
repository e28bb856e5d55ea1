"""Operative paragraphs: "3. Requests the Secretariat to …; and invites States to …" → one unit for each such clause.

The paragraphs of a resolution or decision that a report carries open with the verb; who speaks stands over them, and is
the addressee of what the body decides to do itself. What it notes, recalls or welcomes asks nothing of anybody. Under
words such as "The participants," the verbs are in the plural: "Urge States to …".
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapporteur.find.addressees import Actor, find_actors_in
from rapporteur.find.asked import find_asked
from rapporteur.find.asked_clauses import Asked, Speaker, completed
from rapporteur.find.capitals import without_capitals
from rapporteur.find.carried import beyond, clause_ranges, is_adopted, within_sentences
from rapporteur.find.conclusions import (
    UnitReading,
    Unnumbered,
    short_names_of,
    unit_of,
    with_short_names,
    without_joint,
)
from rapporteur.find.names import by_part
from rapporteur.find.reporting_body import OwnBody
from rapporteur.find.sentences import Range, sentence_ranges, trimmed
from rapporteur.model import CleanText, PartRef, Report, Span
from rapporteur.model.citations import NameMention
from rapporteur.model.report import Paragraph
from rapporteur.model.style import Style
from rapporteur.model.units import ActorMention, UnitMention
from rapporteur.patterns import PatternFile, load_patterns

_SINGULAR = (
    "operator/decide-that",
    "operator/decide-list",
    "operator/mandate",
    "operator/appeal",
    "operator/authorize",
)
"""Operators of a body in the singular, which those who speak in the plural do not use."""


_QUOTED = 80
"""Characters of a resolution that the line about what was not read holds."""
_SEVERAL = re.compile(r",? and the ")
"""Between two bodies that decide together: none of them alone is addressed."""


@dataclass(frozen=True, slots=True)
class _Body:
    """The body that speaks in a resolution, as its first words name it."""

    actor: ActorMention
    words: str
    span: Span


@cache
def _patterns(style: Style) -> PatternFile:
    """The patterns of operative paragraphs, those of conclusions for what they do not say."""
    own, general = load_patterns("operative", style), load_patterns("conclusions", style)
    return PatternFile("operative", {**general.patterns, **own.patterns}, {**general.words, **own.words})


@cache
def _plural(style: Style) -> PatternFile:
    """The same for those who speak in the plural: the verbs that bind or decide in the singular are none of theirs."""
    general, own = _patterns(style), load_patterns("plural", style)
    left = {id: each for id, each in general.patterns.items() if id not in _SINGULAR}
    return PatternFile("plural", {**left, **own.patterns}, {**general.words, **own.words})


@cache
def _deciding(style: Style) -> PatternFile:
    """The same for paragraphs that "The Board decides:" stands over: each is an infinitive."""
    general, own = _patterns(style), load_patterns("deciding", style)
    asking = {pattern.rule.id for pattern in general.group("operator") if "verb" in pattern.regex.groupindex}
    left = {id: each for id, each in general.patterns.items() if id not in asking}
    return PatternFile("deciding", {**left, **own.patterns}, general.words)


def _is_decided(report: Report, section: str) -> bool:
    """Do the words over the paragraphs of a section, or over that of a section above it, end in "decides:"?"""
    ends = load_patterns("deciding")["operative/deciding"].regex
    over = (heading.unnumbered for heading in report.section_chain(section))
    return any(words is not None and ends.search(words.text) for words in over)


def _patterns_of(report: Report, section: str) -> PatternFile:
    """How the operative paragraphs of a section are read: by the words over them, in the plural where those say so."""
    style = report.house.style
    plural = _plural(style)
    for heading in reversed(report.section_chain(section)):
        words = heading.unnumbered
        if words is not None and plural["operative/body"].regex.match(without_capitals(words.text.lstrip())):
            return plural
    return _patterns(style)


def find_operative(
    report: Report, names: Sequence[NameMention], own: OwnBody | None, taken: Container[PartRef] = ()
) -> tuple[tuple[UnitMention, ...], frozenset[PartRef], tuple[str, ...]]:
    """The units of the operative paragraphs of a report, the texts that hold them, and decisions that are not read.

    :param own: the body whose report it is, None where its title names none.
    :param taken: paragraphs that were read in another way and stay out here.
    """
    patterns, plural = _patterns(report.house.style), _plural(report.house.style)
    short_names = short_names_of(report)
    named = by_part(names)
    found: list[UnitMention] = []
    bodies: dict[str, _Body | None] = {}
    spoken: dict[str, PatternFile] = {}
    for paragraph in report.paragraphs:
        if paragraph.section not in spoken:
            spoken[paragraph.section] = _patterns_of(report, paragraph.section)
        text = without_capitals(paragraph.body.text)
        listed = paragraph.subparagraphs and plural["operative/body"].regex.match(text)
        by = plural if listed else spoken[paragraph.section]
        if text.startswith("To ") and _is_decided(report, paragraph.section):
            by, listed = _deciding(report.house.style), None
        if paragraph.ref in taken or not (listed or by["operative/paragraph"].regex.match(text)):
            continue
        if paragraph.section not in bodies:
            bodies[paragraph.section] = _body(report, paragraph.section, named, by)
        actors = with_short_names(find_actors_in(text, named.get(paragraph.ref, ())), text, short_names)
        reading = UnitReading(report, paragraph, Speaker(text, actors, by, True))
        found += [_of_body(unit, bodies[paragraph.section]) for unit in _units(reading)]
    unnumbered, left = _unnumbered(report, named, own, taken)
    found += unnumbered
    told = tuple(_unread(report, patterns, {unit.section for unit in unnumbered}, taken))
    return tuple(found), frozenset({*(u.paragraph for u in found), *left}), (*told, *left.values())


def _unnumbered(
    report: Report, names: dict[PartRef, list[NameMention]], own: OwnBody | None, taken: Container[PartRef]
) -> tuple[list[UnitMention], dict[PartRef, str]]:
    """The units of resolutions without paragraph numbers: each clause that an operative verb opens after the preamble.

    Of the texts that carry a resolution which the body did not adopt, or more than is read, a line comes back.

    They are numbered by the section: the first of section II is II.1.
    """
    short_names = short_names_of(report)
    found: list[UnitMention] = []
    left: dict[PartRef, str] = {}
    for running, begins in _running(report, taken):
        clean, here = running.body, names.get(running.ref, ())
        text = without_capitals(clean.text)
        patterns = _patterns_of(report, running.section)
        opened = patterns["operative/body"].regex.match(text[begins:]) if isinstance(running, Unnumbered) else None
        carried = patterns["operative/carried"].regex
        bodies = [] if opened is not None else list(carried.finditer(text, begins))
        if opened is None and not bodies:
            continue
        actors = with_short_names(find_actors_in(text, here), text, short_names)
        reading = UnitReading(report, running, Speaker(text, actors, patterns, True))
        clauses: list[tuple[Asked, _Body | None]] = []
        if opened is not None:
            who = _body(report, running.section, names, patterns)
            opens = list(patterns["operative/clause"].regex.finditer(text, begins + opened.end()))
            clauses = [(one, who) for one in _opened(reading, opens, clause_ranges(opens, len(text)))]
        for body, end in zip(bodies, [*(match.start() for match in bodies[1:]), len(text)], strict=False):
            opens = list(patterns["operative/within"].regex.finditer(text, body.end() - 1, end))
            ranges = within_sentences(text, clause_ranges(opens, end))
            asked = list(_opened(reading, opens, ranges))
            if asked and not is_adopted(text, begins, body.span("who"), own, bool(clauses)):
                left[running.ref] = _line(running, "that the body may not have adopted", text[body.start() :])
                continue
            who = _named(report, running.ref, clean, body, actors, patterns)
            clauses += [(one, who) for one in asked]
            over = beyond(text, ranges, end, patterns["operative/asks"].regex)
            if over:
                left[running.ref] = _line(running, "and somebody who asks for more behind it", over)
        found += [
            _of_body(unit_of(reading, f"{running.key}.{i}", clause, None), who)
            for i, (clause, who) in enumerate(clauses, 1)
        ]
    return found, left


def _running(report: Report, taken: Container[PartRef]) -> Iterator[tuple[Unnumbered | Paragraph, int]]:
    """The texts that may be resolutions without paragraph numbers, or hold some, with the index where each begins."""
    numbered = {paragraph.section for paragraph in report.paragraphs}
    for section in report.sections:
        if section.unnumbered is not None and section.path not in numbered and section.ref not in taken:
            begins = len(section.words) - len(section.unnumbered)
            yield Unnumbered(section.ref, section.words, section.path), begins
    for paragraph in report.paragraphs:
        if paragraph.ref not in taken and not paragraph.subparagraphs:
            yield paragraph, 0


def _opened(reading: UnitReading, opens: Sequence[re.Match[str]], ranges: Sequence[Range]) -> Iterator[Asked]:
    """What the clauses ask that operative verbs open, each in its index range."""
    for match, at in zip(opens, ranges, strict=True):
        for clause in find_asked(reading.speaker, *without_joint(reading.speaker.text, *at), given=True):
            yield replace(clause, start=match.start()) if clause.start == match.start("verb") else clause


def _line(text: Unnumbered | Paragraph, what: str, words: str) -> str:
    place = f"paragraph {text.key}" if isinstance(text, Paragraph) else f"section {text.section}"
    return f"recommendations: {place} holds a resolution {what}: not read: “{words.strip()[:_QUOTED]}”"


def _units(reading: UnitReading) -> Iterator[UnitMention]:
    """The units of one operative paragraph, its lettered parts included."""
    paragraph, text = reading.paragraph, reading.speaker.text
    lettered = paragraph.subparagraphs
    first = paragraph.body.index(lettered[0].span.start) if lettered else len(text)
    sentences = sentence_ranges(text, *trimmed(text, 0, first))
    count, last = 0, None
    for sentence in sentences:
        clauses = _clauses(reading, sentence)
        if lettered and sentence == sentences[-1] and clauses:
            last = clauses[-1]
            clauses = clauses[:-1]
        for clause in clauses:
            count += 1
            yield unit_of(reading, f"{paragraph.key}.{count}", clause, None)
    if not lettered:
        return
    bounds = [paragraph.body.index(item.span.start) for item in lettered[1:]] + [len(text)]
    for item, end in zip(lettered, bounds, strict=True):
        start = paragraph.body.index(item.body.offsets[0]) if len(item.body) else end
        low, high = without_joint(text, start, end)
        if low >= high:
            continue
        parts = (completed(last, text, low, high),) if last is not None else _clauses(reading, (low, high))
        for here, clause in enumerate(parts, 1):
            yield unit_of(reading, f"{paragraph.key}({item.label}).{here}", clause, sentences[-1])


def _clauses(reading: UnitReading, at: Range) -> tuple[Asked, ...]:
    """What a sentence asks that opens with an operative verb; the words before the verb belong to the first clause."""
    text, patterns = reading.speaker.text, reading.speaker.patterns
    match = patterns["operative/paragraph"].regex.match(text[at[0] : at[1]])
    if match is None:
        return ()
    verb = at[0] + match.start("verb")
    found = find_asked(reading.speaker, verb, at[1], given=True)
    return tuple(replace(one, start=at[0]) if one.start == verb else one for one in found)


def _of_body(unit: UnitMention, body: _Body | None) -> UnitMention:
    """What a body decides without saying who is to act is addressed to itself, by the words over the resolution."""
    if body is None or unit.addressees or unit.operator.strength != "decide" or unit.chapeau is not None:
        return unit
    return replace(
        unit,
        subject="list",
        addressees=(body.actor,),
        chapeau=body.words,
        chapeau_span=body.span,
        chapeau_in=body.actor.part,
    )


def _body(report: Report, section: str, names: dict[PartRef, list[NameMention]], patterns: PatternFile) -> _Body | None:
    """The body that adopts the resolution of a section, named at its beginning; None where it is not."""
    for heading in reversed(report.section_chain(section)):
        if heading.unnumbered is None:
            continue
        clean = heading.words
        text = without_capitals(clean.text)
        match = patterns["operative/body"].regex.match(text[len(clean) - len(heading.unnumbered) :])
        if match is None:
            continue
        begun = re.compile(re.escape(match["who"])).search(text, len(clean) - len(heading.unnumbered))
        actors = find_actors_in(text, names.get(heading.ref, ()))
        return _named(report, heading.ref, clean, begun, actors, patterns) if begun is not None else None
    return None


def _named(
    report: Report,
    part: PartRef,
    clean: CleanText,
    who: re.Match[str],
    actors: Sequence[Actor],
    patterns: PatternFile,
) -> _Body | None:
    """The body that the words ``who`` name; None where these are several, or nobody who is known."""
    low, high = who.span("who") if "who" in who.re.groupindex else who.span()
    words = who.string[low:high]
    if _SEVERAL.search(words):
        return None
    noun = next((m.start() for m in _noun(patterns.words["bodies"]).finditer(words)), 0) + low
    for actor in actors:
        if actor.end > noun and low <= actor.start and actor.end <= high and not actor.is_set:
            return _Body(actor.mention(report, part, clean), clean.text[low:high], clean.span(low, high))
    short = Actor(noun, high, patterns["operative/body"].rule)
    if who.string[noun:high] in patterns.words["bodies"]:
        return _Body(short.mention(report, part, clean), clean.text[low:high], clean.span(low, high))
    return None


@cache
def _noun(words: tuple[str, ...]) -> re.Pattern[str]:
    """The noun that says what kind of body it is: of the United Nations Conference on Lamps "Conference"."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _unread(report: Report, patterns: PatternFile, read: Container[str], taken: Container[PartRef]) -> Iterator[str]:
    """Where a body decides or asks something in a text without paragraph numbers that was not read, with the text."""
    numbered = {paragraph.section for paragraph in report.paragraphs}
    for section in report.sections:
        text = section.unnumbered.text.lstrip() if section.unnumbered is not None else ""
        text = without_capitals(text)
        if section.path in numbered or section.path in read or section.ref in taken:
            continue
        speaks = patterns["operative/body"].regex.match(text)
        if speaks and patterns["operative/asks"].regex.search(text):
            yield f"section {section.path}: {text}"
