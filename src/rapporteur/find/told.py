"""Told: "The Working Group requested the Secretariat to …" → one unit a clause, wherever nothing else was read.

Only what the body whose report it is asks itself counts, at the meeting that is reported: what speakers or other bodies
asked, and what it asked before, is no recommendation of this report. Where the title names no body nobody can tell, and
the sentences are counted and said, as are those in which the body binds itself.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from rapporteur.find.addressees import find_actors_in
from rapporteur.find.asked import find_asked, may_ask, subject_at
from rapporteur.find.asked_clauses import Speaker
from rapporteur.find.conclusions import UnitReading, tells, units_of
from rapporteur.find.deontic import holds_recommendations
from rapporteur.find.names import by_part
from rapporteur.find.reporting_body import Meant, OwnBody
from rapporteur.find.sentences import Range, sentence_ranges
from rapporteur.model import PartRef, Report
from rapporteur.model.citations import NameMention
from rapporteur.model.units import UnitMention
from rapporteur.patterns import load_patterns

_BOUND = "decided"
_QUOTED = 80
"""Characters of a sentence that the line about what was not read holds."""


def find_told_units(
    report: Report,
    names: Sequence[NameMention],
    taken: Container[PartRef],
    lists: Mapping[PartRef, Range],
    own: OwnBody | None,
    asked: Container[PartRef] = (),
) -> tuple[tuple[UnitMention, ...], tuple[str, ...]]:
    """The units that the body's own requests are, in reading order, and lines where nobody can tell whose they are.

    :param taken: paragraphs that were read in another way and stay out here.
    :param lists: those of them in which a list was read, with its index range; the sentences beside it are read here.
    :param own: the body whose report it is, None where its title names none.
    :param asked: paragraphs that hold units; in a chapter of recommendations only the others are read.
    """
    patterns = load_patterns("conclusions", report.house.style)
    named = by_part(names)
    found: list[UnitMention] = []
    left: list[tuple[PartRef, str]] = []
    bound: list[tuple[PartRef, str]] = []
    unclear: list[tuple[PartRef, str]] = []
    for paragraph in report.paragraphs:
        text = paragraph.body.text
        apart = lists.get(paragraph.ref, (0, 0))
        if (paragraph.ref in taken and not any(apart)) or paragraph.annex or not may_ask(patterns, text, 0, len(text)):
            continue
        if holds_recommendations(report, paragraph.section):
            if paragraph.ref in asked:
                continue
        elif tells(report, paragraph.section, patterns, "section/before"):
            continue
        speaker = Speaker(text, find_actors_in(text, named.get(paragraph.ref, ())), patterns, False)
        sentences = sentence_ranges(text, 0, len(text))
        if own is not None and not own.anybody:
            reading = UnitReading(report, paragraph, speaker)
            told = units_of(reading)
            told = (u for u in told if not _overlap(u.at, apart))
            whose = [(u, _whose(speaker, _sentences_of(u, reading, sentences), own)) for u in told]
            found += _counted([unit for unit, meant in whose if meant == "own"])
            unclear += [(paragraph.ref, unit.words) for unit, meant in whose if meant == "unclear"]
            binding = replace(speaker, binding=True)
            bound += [
                (paragraph.ref, text[slice(*at)])
                for i, at in enumerate(sentences)
                if _BOUND in text[slice(*at)]
                and not _overlap(at, apart)
                and len(find_asked(binding, *at)) > len(find_asked(speaker, *at))
                and _whose(speaker, sentences[: i + 1], own) == "own"
            ]
        else:
            beside = (at for at in sentences if not _overlap(at, apart))
            left += [(paragraph.ref, text[slice(*at)]) for at in beside if find_asked(speaker, *at)]
    return tuple(found), (*_unread(left), *_decided(bound), *_unclear(unclear))


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _sentences_of(unit: UnitMention, reading: UnitReading, sentences: Sequence[Range]) -> Sequence[Range]:
    """The sentences up to the one that says who asks: of a lettered part its own where that has a subject."""
    speaker, body = reading.speaker, reading.paragraph.body
    if unit.chapeau_at is not None and subject_at(speaker, *unit.at) is not None:
        begins = [body.index(item.body.offsets[0]) for item in reading.paragraph.items if len(item.body)]
        start = max((begin for begin in begins if begin <= unit.at[0]), default=unit.at[0])
        return sentence_ranges(speaker.text, start, unit.at[1])
    at = (unit.chapeau_at or unit.at)[0]
    here = next((i for i, (start, end) in enumerate(sentences) if start <= at < end), None)
    return () if here is None else sentences[: here + 1]


def _whose(speaker: Speaker, sentences: Sequence[Range], own: OwnBody) -> Meant:
    """Whose is the subject of the last of the sentences, by its name or a pronoun, at this meeting?"""
    if not sentences:
        return "other"
    start, end = sentences[-1]
    subject = subject_at(speaker, start, end)
    if subject is None or speaker.patterns["conclusion/earlier"].regex.search(speaker.text[start : subject.end()]):
        return "other"
    before = (subject_at(speaker, *sentence) for sentence in reversed(sentences[:-1]))
    named = subject if subject["who"] else next((m for m in before if m is not None and m["who"]), None)
    return own.means(named["who"], speaker.text[: named.start()]) if named is not None else "other"


def _counted(units: Sequence[UnitMention]) -> Iterator[UnitMention]:
    """The units of a paragraph, those of each part of it counted without those left out."""
    counts: dict[str, int] = {}
    for unit in units:
        lead = unit.number.rpartition(".")[0]
        counts[lead] = counts.get(lead, 0) + 1
        yield replace(unit, number=f"{lead}.{counts[lead]}")


def _unread(left: Sequence[tuple[PartRef, str]]) -> Iterator[str]:
    """A line about sentences in which some body asks, under a title that names none."""
    return _line("recommendations", "what a body asked, and the title does not say whose report it is: not read", left)


def _decided(bound: Sequence[tuple[PartRef, str]]) -> Iterator[str]:
    """A line about sentences in which the body binds itself, which are no recommendations to anybody."""
    return _line("decisions", "what the body decided to do itself: not read as recommendations", bound)


def _unclear(asked: Sequence[tuple[PartRef, str]]) -> Iterator[str]:
    """A line about what a body asked whose short name may be that of another one named before it."""
    return _line("recommendations", "what a body asked that may be another than the one that reports: not read", asked)


def _line(what: str, told: str, sentences: Sequence[tuple[PartRef, str]]) -> Iterator[str]:
    """What is said of sentences that are not read; nothing where there are none."""
    if sentences:
        part, words = sentences[0]
        count = "1 sentence tells" if len(sentences) == 1 else f"{len(sentences)} sentences tell"
        yield f"{what}: {count} {told}, from {part.kind.value} {part.path[0]} on: “{words[:_QUOTED]}”"
