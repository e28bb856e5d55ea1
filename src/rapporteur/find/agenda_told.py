"""The agenda of a report that prints none: items whose number and title the text itself gives.

A heading names its item, "Lamps of ports (Agenda item 3)" or "Agenda item 3: Lamps of ports"; a sentence of the body's
own work gives the title, "the Board considered agenda item 3, entitled “Lamps of ports”". Takes the mentions of a
report in which no agenda was found, gives them with an `AgendaMention` an item. A number that no title goes with, or
two titles, is no item: the words that name it come back as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapporteur.find.agenda import read_heading
from rapporteur.find.passages import Passage
from rapporteur.find.reporting_body import NO_BODY, OwnBody
from rapporteur.find.scenes import Sentence, place
from rapporteur.find.statements import read_items
from rapporteur.find.whose_meeting import own_alone
from rapporteur.model import PartKind, Report, Rule
from rapporteur.model.actors import ActorMention, ActorMentions, AgendaMention
from rapporteur.patterns import load_patterns

_WORDS = re.compile(r"\w+")


def _order(number: str) -> tuple[int, str]:
    head, _, part = number.partition("(")
    return int(head), part


@dataclass(frozen=True, slots=True)
class _Told:
    """An item as one place of the text gives it.

    :ivar weight: 1 of a sentence that says the title, 0 of a heading.
    :ivar path: of the section whose heading it is, "" of a sentence.
    """

    item: AgendaMention
    weight: int
    path: str = ""


def with_told_agenda(report: Report, passages: Sequence[Passage], actors: ActorMentions) -> ActorMentions:
    """The mentions with the items that headings and sentences tell of, where no agenda was printed."""
    if actors.agenda:
        return actors
    told = [one for passage in passages for one in _told(report, passage)]
    by_number: dict[str, list[_Told]] = {}
    for one in told:
        by_number.setdefault(one.item.number, []).append(one)
    found: list[AgendaMention] = []
    unread: list[ActorMention] = []
    for number in sorted(by_number, key=_order):
        item, rival = _one(report, by_number[number])
        found += [item] if item is not None else []
        unread += [rival] if rival is not None else []
    unread += _untitled(report, passages[0].own if passages else NO_BODY, actors, set(by_number))
    return replace(actors, agenda=tuple(found), unread=(*actors.unread, *unread))


def _told(report: Report, passage: Passage) -> Iterator[_Told]:
    if passage.part.kind is PartKind.SECTION:
        heading = read_heading(passage)
        if heading is not None and len(heading.items) == 1 and heading.title[0] < heading.title[1]:
            yield _Told(_item(passage, *heading.title, heading.rule, heading.items[0]), 0, passage.part.path[0])
    elif passage.part.kind is PartKind.PARAGRAPH and "item" in passage.text:
        for sentence in passage.sentences:
            yield from _entitled(report, sentence)


def _entitled(report: Report, sentence: Sentence) -> Iterator[_Told]:
    """The items whose titles a sentence gives in quotation marks, one title a number."""
    patterns = load_patterns("agenda")
    for match in patterns["agenda/entitled"].regex.finditer(sentence.text):
        numbers = read_items(match["items"])
        titles = [
            m.span("title") for m in patterns["agenda/quoted"].regex.finditer(sentence.text, *match.span("titles"))
        ]
        if len(numbers) != len(titles) or not _is_own(report, sentence, match):
            continue
        for number, (start, end) in zip(numbers, titles, strict=True):
            at = sentence.start + start, sentence.start + end
            yield _Told(_item(sentence.passage, *at, patterns["agenda/entitled"].rule, number), 1)


def _is_own(report: Report, sentence: Sentence, match: re.Match[str]) -> bool:
    """Is the item one of this session's agenda: no other is named, nor another session, and the body takes it up?"""
    patterns, text, ours = load_patterns("agenda"), sentence.text, sentence.passage.own
    around = f"{text[: match.start('titles')]} {text[match.end() :]}"
    if not _this_session(around, report.title_text):
        return False
    before, behind = text[: match.start()], patterns["agenda/subject-behind"].regex.match(text[match.end() :])
    own = own_alone(before, ours)
    if own is not False and patterns["agenda/pronoun"].regex.search(before):
        return own_alone(sentence.passage.text[: sentence.start], ours) is not False
    if own is None and behind is not None:
        return ours.leads(behind["who"])
    return own_alone(around, ours) is not False if own is None else own


def _this_session(words: str, title: str) -> bool:
    """Do words name no agenda but the one of the session that the title is of?"""
    patterns = load_patterns("agenda")
    if patterns["agenda/another"].regex.search(words):
        return False
    sessions = patterns["agenda/of-session"].regex.finditer(words)
    return all(match["session"].casefold() in title.casefold() for match in sessions)


def _one(report: Report, told: Sequence[_Told]) -> tuple[AgendaMention | None, ActorMention | None]:
    """The item of a number, or the words that give it a second title.

    What a sentence says goes before a heading, a heading before those under it.
    """
    weight = max(one.weight for one in told)
    told = [one for one in told if one.weight == weight]
    paths = {one.path for one in told} - {""}
    inner = [one for one in told if any(s.path in paths - {one.path} for s in report.section_chain(one.path))]
    told = [one for one in told if one not in inner] or told
    second = next((one.item for one in told if _same(one.item) != _same(told[0].item)), None)
    if second is None:
        return told[0].item, None
    return None, _unread(second)


def _same(item: AgendaMention) -> tuple[str, ...]:
    return tuple(_WORDS.findall(item.words.casefold()))


def _untitled(report: Report, ours: OwnBody, actors: ActorMentions, known: set[str]) -> Iterator[ActorMention]:
    """The first words that take up each item whose title the text nowhere gives."""
    seen = set(known)
    for mention in actors.considerations:
        own = mention.form == "heading" or own_alone(mention.words, ours) is not False
        if not own or not _this_session(mention.words, report.title_text) or seen.issuperset(mention.items):
            continue
        seen.update(mention.items)
        yield _unread(mention)


def _unread(mention: ActorMention) -> ActorMention:
    return ActorMention(
        part=mention.part,
        span=mention.span,
        words=mention.words,
        rule=load_patterns("agenda")["agenda/untitled"].rule,
        text_part=mention.text_part,
        at=mention.at,
    )


def _item(passage: Passage, start: int, end: int, rule: Rule, number: str) -> AgendaMention:
    parent = number.partition("(")[0] if "(" in number else ""
    return AgendaMention(**place(passage, start, end, rule), number=number, parent=parent)
