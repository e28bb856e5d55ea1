"""A review: which State is under review, who headed and formed its delegation, and which States were its rapporteurs.

Takes the passages of a report, gives a `Review`. The States that sent questions in advance are named and no more: they
took no part by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapporteur.find.lists import read_list
from rapporteur.find.passages import Passage, Range
from rapporteur.find.scenes import Sentence, names_in, place, sentences
from rapporteur.find.sentences import trimmed
from rapporteur.model import PartKind, PartRef, StateRef
from rapporteur.model.actors import ActorMention, AttendanceMention, ListedName, PersonMention, PersonRole
from rapporteur.model.citations import NameMention
from rapporteur.patterns import PatternFile, load_patterns

_SPACE_AND_MARKS = " ,;.•"
_BULLET = re.compile("[•●▪◦‣\uf0b7\uf0a7]")
_TITLE = re.compile(r"([^\s,]+)\s(?=\S+\s\S)")


@dataclass(frozen=True)
class Review:
    """What a report says of the review it reports.

    :ivar states: the State under review; none where the report is of no review, or the words leave it open.
    :ivar attendance: that State where its review is told to have been held, and the rapporteurs.
    :ivar persons: the head and the members of the delegation.
    :ivar unread: entries of its list that name nobody who could be read.
    :ivar lists: where the members are listed: no other name there is a person's.
    """

    states: frozenset[StateRef] = frozenset()
    attendance: tuple[AttendanceMention, ...] = ()
    persons: tuple[PersonMention, ...] = ()
    unread: tuple[ActorMention, ...] = ()
    lists: tuple[tuple[PartRef, Range], ...] = ()


def find_review(passages: Sequence[Passage]) -> Review:
    """What the passages of one report say of its review."""
    read = [(passage, sentence) for passage in passages if _may_tell(passage) for sentence in sentences(passage)]
    reviewed = [name for passage, sentence in read for name in _reviewed(passage, sentence)]
    states = {c for name in reviewed[:1] for c in name.candidates if isinstance(c, StateRef)}
    if len(states) != 1:
        return Review()
    attendance = list(_held(read, states))
    for passage, sentence in read:
        attendance += _rapporteurs(passage, sentence)
    persons = [person for passage, sentence in read for person in _head(passage, sentence, states)]
    unread: list[ActorMention] = []
    lists: list[tuple[PartRef, Range]] = []
    for passage in passages:
        composed = load_patterns("attendance")["review/composed"].regex.search(passage.text)
        if _may_tell(passage) and composed is not None:
            lists.append((passage.part, (composed.end(), len(passage.text))))
            members, others = _members(passage, composed, states)
            persons += members
            unread += others
    return Review(frozenset(states), tuple(attendance), _once(persons), tuple(unread), tuple(lists))


def _may_tell(passage: Passage) -> bool:
    """Might the passage tell of a review? A note never does."""
    return passage.part.kind is not PartKind.NOTE and any(
        word in passage.text for word in ("review", "Review", "troika", "elegation")
    )


def _reviewed(passage: Passage, sentence: Sentence) -> Iterator[NameMention]:
    """The States whose review the sentence speaks of."""
    for id in ("review/of", "review/delegation"):
        for match in load_patterns("attendance")[id].regex.finditer(sentence.text):
            yield from (n for n in _states(sentence) if n.at[0] == sentence.start + match.end())


def _held(read: Sequence[tuple[Passage, Sentence]], states: set[StateRef]) -> Iterator[AttendanceMention]:
    """The State under review, where a sentence tells when its review was held."""
    patterns = load_patterns("attendance")
    for passage, sentence in read:
        if patterns["review/held"].regex.search(sentence.text) is None:
            continue
        own = [n for n in _reviewed(passage, sentence) if set(n.candidates) == states]
        if own:
            rule = patterns["review/of"].rule
            yield AttendanceMention(**place(passage, *own[0].at, rule), name=own[0], expects="state", capacity=_OWN)
            return


_OWN = "concerned-state"


def _rapporteurs(passage: Passage, sentence: Sentence) -> Iterator[AttendanceMention]:
    pattern = load_patterns("attendance")["review/rapporteurs"]
    match = pattern.regex.search(sentence.text)
    if match is None:
        return
    at = sentence.start + match.start("list"), sentence.start + match.end("list")
    for piece in read_list(passage, *at, "state", True):
        yield AttendanceMention(
            **place(passage, *piece.at, pattern.rule),
            name=piece.name,
            partial=piece.partial,
            institution=piece.institution,
            expects="state",
            capacity="",
            role="rapporteur",
        )


def _head(passage: Passage, sentence: Sentence, states: set[StateRef]) -> Iterator[PersonMention]:
    pattern = load_patterns("attendance")["review/headed"]
    match = pattern.regex.search(sentence.text)
    if match is None:
        return
    at = sentence.start + match.start("head"), sentence.start + match.end("head")
    whose = next((n for n in _states(sentence) if set(n.candidates) == states and n.at[1] <= at[0]), None)
    person = _person(passage, at, "head-of-delegation", whose)
    if person is not None:
        yield person


def _members(
    passage: Passage, composed: re.Match[str], states: set[StateRef]
) -> tuple[list[PersonMention], list[ActorMention]]:
    """The members listed behind "composed of the following members:", and the entries that name nobody."""
    names = names_in(passage, 0, composed.end())
    whose = next((n for n in names if n.kind == "state" and set(n.candidates) == states), None)
    members: list[PersonMention] = []
    unread: list[ActorMention] = []
    for start, end in _entries(passage, composed.end()):
        person = _person(passage, (start, end), "delegate", whose)
        if person is not None:
            members.append(person)
        else:
            rule = load_patterns("attendance")["review/composed"].rule
            unread.append(ActorMention(**place(passage, start, end, rule)))
    return members, unread


def _entries(passage: Passage, start: int) -> Iterator[Range]:
    """The entries of a list that semicolons part, or bullets, which are no part of the clean text."""
    text, offsets, source = passage.text, passage.clean.offsets, passage.report.source.text
    cuts = [start, *(i + 1 for i in range(start, len(text)) if text[i] == ";"), len(text)]
    for i in range(start, len(text) - 1):
        if _BULLET.search(source, offsets[i] + 1, offsets[i + 1]):
            cuts.append(i + 1)
    for low, high in pairwise(sorted(set(cuts))):
        low += len(text[low:high]) - len(text[low:high].lstrip(_SPACE_AND_MARKS))
        words = text[low:high].rstrip(_SPACE_AND_MARKS)
        entry = trimmed(text, low, low + len(words))
        if any(char.isalpha() for char in words):
            yield entry


def _person(passage: Passage, at: Range, role: PersonRole, whose: NameMention | None) -> PersonMention | None:
    """The person whom words such as "the Minister of Justice, Marta Zedd" name, with the office they give."""
    patterns = load_patterns("persons")
    found = _by_courtesy(patterns, passage, at) or _by_place(patterns, passage, at)
    if found is None:
        return None
    rule = load_patterns("attendance")["review/headed" if role == "head-of-delegation" else "review/composed"].rule
    representing = None
    if whose is not None:
        representing = ListedName(**place(passage, *whose.at, rule), name=whose, expects="state")
    start, end = found
    return PersonMention(
        **place(passage, start, end, rule),
        name=passage.text[start:end],
        role=role,
        introduces=True,
        representing=representing,
        office=_office(patterns, passage.text, at, found),
    )


def _by_courtesy(patterns: PatternFile, passage: Passage, at: Range) -> Range | None:
    """The name behind "Mr.", "H.E." or the like."""
    text = passage.text
    for match in patterns["person/name"].regex.finditer(text, *at):
        before = text[at[0] : match.start()]
        if patterns["person/courtesy-before"].regex.search(before) and not _institution(patterns, match[0]):
            return match.span()
        first, _, rest = match[0].partition(" ")
        if first in patterns.words["courtesy"] and " " in rest:
            return match.start() + len(first) + 1, match.end()
    return None


def _by_place(patterns: PatternFile, passage: Passage, at: Range) -> Range | None:
    """The one stretch between commas that is wholly built as a name and holds no word of offices or institutions."""
    text, start = passage.text, at[0]
    for stretch in text[at[0] : at[1]].split(","):
        low = start + len(stretch) - len(stretch.lstrip())
        while (title := _TITLE.match(text, low, start + len(stretch))) and title[1] in patterns.words["titles"]:
            low = title.end()
        match = patterns["person/name"].regex.match(text, low, start + len(stretch))
        start += len(stretch) + 1
        if match is None or _institution(patterns, match[0]):
            continue
        if match.end() == start - 1 or not text[match.end() : start - 1].strip(_SPACE_AND_MARKS):
            return match.span()
    return None


def _institution(patterns: PatternFile, words: str) -> bool:
    closed = {*patterns.words["not_names"], *patterns.words["titles"]} | {
        word for office in patterns.words["offices"] for word in office.split()
    }
    return any(word in closed for word in words.split())


def _office(patterns: PatternFile, text: str, at: Range, name: Range) -> str:
    """What the words say of the person besides the name, courtesy titles and the article left out."""
    around = (text[at[0] : name[0]], text[name[1] : at[1]])
    titles = "|".join(re.escape(t) for t in sorted((*patterns.words["courtesy"], "H.E.", "H. E."), key=len)[::-1])
    told = [re.sub(rf"(?:(?:{titles})\s*)+$", "", part.strip(_SPACE_AND_MARKS + " ")) for part in around]
    told = [re.sub(r"^(?:the|and)\s", "", part.strip(_SPACE_AND_MARKS)) for part in told]
    return ", ".join(part for part in told if part)


def _states(sentence: Sentence) -> Iterator[NameMention]:
    return (n for n in sentence.names if n.kind == "state")


def _once(persons: Sequence[PersonMention]) -> tuple[PersonMention, ...]:
    """One mention of each place."""
    found = {(person.text_part, person.at): person for person in reversed(persons)}
    return tuple(found[(p.text_part, p.at)] for p in persons if found.get((p.text_part, p.at)) is p)
