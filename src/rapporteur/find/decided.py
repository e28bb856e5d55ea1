"""Lists of decisions: "The Conference: (a) Took note of …; (b) Decided to …; (c) Requested …" → one unit a clause.

A report that tells its decisions so puts the body over the list, and each part opens with the verb, in the past, with
"To" or with "That". Only the body whose report it is decides here, at the meeting that is reported. A part that asks
for something in no form that is known comes back to be said unread, as does the list of a body that nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rapporteur.find.addressees import Actor, find_actors_in
from rapporteur.find.asked_clauses import Speaker
from rapporteur.find.conclusions import (
    UnitReading,
    Unnumbered,
    short_names_of,
    tells,
    unit_of,
    with_short_names,
    without_joint,
)
from rapporteur.find.decided_clauses import DecisionList, clauses_of, decided_patterns
from rapporteur.find.deciders import whose
from rapporteur.find.deontic import Part, bullets_of, holds_recommendations, parts_of
from rapporteur.find.names import by_part
from rapporteur.find.parts_within import parts_within
from rapporteur.find.reporting_body import OwnBody
from rapporteur.find.sentences import Range, sentence_ranges, trimmed
from rapporteur.model import PartRef, Report
from rapporteur.model.citations import NameMention
from rapporteur.model.report import Paragraph
from rapporteur.model.units import UnitMention
from rapporteur.patterns import load_patterns

_QUOTED = 80
"""Characters of a list that the line about what was not read holds."""
_LETTER = re.compile(r"(?:(?<=\s)|^)\(?([a-z])\)\s")
"""A label in a text whose parts are no items of their own."""
_JOINT = re.compile(r",\s(?:and\s)?|\sand\s")
_LABELS = "abcdefghijklmnopqrstuvwxyz"
_FEWEST = 2
"""Parts of a list."""
_LONGEST_CHAPEAU = 1_000


class Decided(NamedTuple):
    """What the lists of decisions of a report gave.

    :ivar read: of each text that was read so the index range that its list takes up, with the words over it: others
        read what is beside.
    :ivar unread: a line for each list, or part of one, that was not read.
    :ivar said: the texts whose list is not read and has its line.
    """

    units: tuple[UnitMention, ...]
    read: dict[PartRef, Range]
    unread: tuple[str, ...]
    said: frozenset[PartRef]


def find_decided(
    report: Report,
    names: Sequence[NameMention],
    own: OwnBody | None,
    taken: Container[PartRef] = (),
    recommending: bool = False,
) -> Decided:
    """The units of the lists of decisions that a report tells.

    :param own: the body whose report it is, None where its title names none.
    :param taken: texts that were read in another way and stay out here.
    :param recommending: read the lists in chapters of recommendations, in the place of those elsewhere.
    """
    found: list[UnitMention] = []
    read: dict[PartRef, Range] = {}
    unread: list[str] = []
    said: set[PartRef] = set()
    named, short_names = by_part(names), short_names_of(report)
    conclusions = load_patterns("conclusions", report.house.style)
    for decisions in _lists(report):
        text, over = decisions.text, decisions.words_over
        if text.ref in taken or not _opens(decisions):
            continue
        chapter = decisions.first is None and holds_recommendations(report, text.section)
        if chapter != recommending:
            continue
        if tells(report, text.section, conclusions, "section/before"):
            continue
        if conclusions["conclusion/earlier"].regex.search(over):
            continue
        if own is None:
            read[text.ref] = (0, len(text.body))
            unread.append(_line(text, over, "and the title does not say whose report it is"))
            continue
        meant = whose(report, decisions, own)
        if meant == "other":
            continue
        words = text.body.text
        actors = with_short_names(find_actors_in(words, named.get(text.ref, ())), words, short_names)
        units, left = _units(report, decisions, actors)
        if meant == "unclear":
            unread += [_line(text, over, "and it may be another who did")] if units or left else []
            said |= {text.ref} if units or left else set()
            continue
        found += units
        unread += [_line(text, words[slice(*part.at)], "one part in no form that is known") for part in left]
        if units or left:
            own_words = decisions.over is text and not holds_recommendations(report, text.section)
            read |= {decisions.over.ref: decisions.chapeau}
            read[text.ref] = (decisions.chapeau[0], decisions.parts[-1].at[1]) if own_words else (0, len(words))
    return Decided(tuple(found), read, tuple(unread), frozenset(said))


def _lists(report: Report) -> Iterator[DecisionList]:
    """The lists of decisions of a report: of the parts of a paragraph, of a section's text or of its paragraphs."""
    bullets = bullets_of(report)
    for section in report.sections:
        if section.unnumbered is None or ":" not in section.unnumbered.text:
            continue
        text = Unnumbered(section.ref, section.words, section.path)
        begins, words = len(section.words) - len(section.unnumbered), section.words.text
        parts = tuple(_lettered(words, begins))
        if len(parts) >= _FEWEST:
            yield from _list_of(text, begins, parts[0].begins, parts)
            continue
        for over in _list_of(text, begins, len(words), ()):
            for paragraph in report.paragraphs:
                if paragraph.section == section.path:
                    yield replace(over, text=paragraph, parts=(Part("", 0, (0, len(paragraph.body))),))
    for paragraph in report.paragraphs:
        parts = (parts_of(paragraph, bullets) or parts_within(paragraph.body.text)) if not paragraph.annex else ()
        if len(parts) >= _FEWEST:
            yield from _list_of(paragraph, 0, parts[0].begins, parts)


def _list_of(text: Paragraph | Unnumbered, begins: int, ends: int, parts: tuple[Part, ...]) -> Iterator[DecisionList]:
    """The list of decisions over which the words ``begins`` to ``ends`` of a text stand, if it is one."""
    words = text.body.text
    over = sentence_ranges(words, *trimmed(words, max(begins, ends - _LONGEST_CHAPEAU), ends))
    if not over:
        return
    patterns = load_patterns("decided")
    low, high = over[-1]
    match = patterns["decided/chapeau"].regex.match(words[low:high])
    if match is None and isinstance(text, Unnumbered):
        last = words.rfind(" The ", low, high)
        low = last + 1 if last >= 0 else low
        match = patterns["decided/chapeau"].regex.match(words[low:high])
    if match is not None:
        who, verb = (
            (low + match.start(group), low + match.end(group)) if match[group] else None for group in ("name", "verb")
        )
        first = next((low + at for at in _asked_first(match)), None)
        yield DecisionList(text, text, (low, high), who, bool(match["said"]), verb, parts, begins, first)
    elif patterns["decided/passive"].regex.match(words[low:high]):
        yield DecisionList(text, text, (low, high), None, True, None, parts, begins)


def _asked_first(over: re.Match[str]) -> Iterator[int]:
    """Where verbs stand by which the words over a list ask something themselves, before "and:"."""
    patterns = load_patterns("decided")
    if over["first"]:
        yield over.start("first")
    for joint in _JOINT.finditer(over.string, *over.span("rest")) if over["rest"] else ():
        words = over.string[joint.end() :]
        if patterns["decided/opens"].regex.match(words) and not patterns["decided/idle"].regex.match(words):
            yield joint.end()


def _lettered(words: str, begins: int) -> Iterator[Part]:
    """The lettered parts of a text whose letters are no items of their own, in the order of the alphabet."""
    labels: list[re.Match[str]] = []
    for match in _LETTER.finditer(words, begins):
        if len(labels) < len(_LABELS) and match[1] == _LABELS[len(labels)]:
            labels.append(match)
    ends = [*(match.start() for match in labels[1:]), len(words)]
    for match, end in zip(labels, ends, strict=False):
        yield Part(match[1], match.start(), (match.end(), end))


def _opens(decisions: DecisionList) -> bool:
    """Do the words over a list say that it was decided, or else a part of it by its verb in the past?"""
    words, opens = decisions.text.body.text, load_patterns("decided")["decided/opens"].regex
    past = load_patterns("decided")["decided/past"].regex
    parts = [words[slice(*part.at)] for part in decisions.parts]
    known = any(opens.match(part) for part in parts)
    return known or decisions.decides or (decisions.first is None and any(past.match(part) for part in parts))


def _units(report: Report, decisions: DecisionList, actors: Sequence[Actor]) -> tuple[list[UnitMention], list[Part]]:
    """The units of a list, and its parts that ask for something and could not be read."""
    text, words, style = decisions.text, decisions.text.body.text, report.house.style
    patterns = load_patterns("decided")
    past = UnitReading(report, text, Speaker(words, actors, decided_patterns(style), True))
    found: list[UnitMention] = []
    left: list[Part] = []
    points = 0
    for part in decisions.parts:
        low, high = without_joint(words, *part.at)
        clauses = clauses_of(past, decisions, low, high) if low < high else ()
        for here, clause in enumerate(clauses, 1):
            points += not part.label
            number = f"{text.key}({part.label}).{here}" if part.label else f"{text.key}.{points}"
            unit = unit_of(past, number, clause, decisions.chapeau if decisions.over is text else None)
            found.append(_of_body(report, unit, decisions, actors))
        idle = clauses or low == high or patterns["decided/idle"].regex.match(words[low:high])
        says = decisions.decides or patterns["decided/past"].regex.match(words[low:high])
        if not idle and (says or patterns["decided/asks"].regex.search(words, low, high)):
            left.append(part)
    if decisions.first is not None:
        left.append(Part("", decisions.first, (decisions.first, decisions.chapeau[1])))
    behind = decisions.parts[-1].at[1]
    if holds_recommendations(report, text.section) and patterns["decided/asks"].regex.search(words, behind):
        left.append(Part("", behind, (behind, len(words))))
    return found, left


def _of_body(report: Report, unit: UnitMention, decisions: DecisionList, actors: Sequence[Actor]) -> UnitMention:
    """What a body decides without saying who is to act is addressed to itself, by the words over the list."""
    over = decisions.over
    if over is not decisions.text:
        span = over.body.span(*decisions.chapeau)
        unit = replace(unit, chapeau=decisions.words_over, chapeau_span=span, chapeau_in=over.ref)
    if unit.addressees or unit.operator.strength != "decide" or decisions.who is None:
        return unit
    low, high = decisions.who
    named = actors if over is decisions.text else find_actors_in(over.body.text, ())
    body = next((actor for actor in named if low <= actor.start and actor.end <= high), None)
    body = body or Actor(low, high, load_patterns("decided")["decided/chapeau"].rule)
    return replace(unit, subject="list", addressees=(body.mention(report, over.ref, over.body),))


def _line(text: Paragraph | Unnumbered, words: str, why: str) -> str:
    place = f"paragraph {text.key}" if isinstance(text, Paragraph) else f"section {text.section}"
    return f"recommendations: {place} lists what a body decided, {why}: not read: “{words.strip()[:_QUOTED]}”"
