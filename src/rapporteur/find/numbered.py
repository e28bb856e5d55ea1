"""Numbered recommendations: "61.12 Light the reefs (Azuria) (Syldavia);" → one unit a number, with those who made it.

A list is a chapeau that speaks of recommendations with the paragraphs "61.1", "61.2" … or the list items below it. It
is read so where most of its texts end in brackets with names, and, in a house that numbers its recommendations, always.
One number may hold several texts, each closed by the brackets of those who made it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapporteur.authorities import Authorities
from rapporteur.find.imperatives import Imperative, read_imperative
from rapporteur.find.passages import Passage, passages
from rapporteur.find.recommenders import Wording, read_wordings
from rapporteur.find.scenes import place
from rapporteur.model import PartRef, Report, Rule
from rapporteur.model.citations import NameMention
from rapporteur.model.report import Paragraph
from rapporteur.model.units import ActorMention, OperatorMention, UnitMention, WordingMention
from rapporteur.patterns import load_patterns

STATE_UNDER_REVIEW = "state-under-review"
REVIEWED = Rule("addressee/reviewed", "The State that the words over a list of recommendations say is to answer them.")
REVIEW = Rule("addressee/review", "A numbered recommendation of a review is addressed to the State under review.")

_DOTTED = re.compile(r"(?P<above>\d+(?:\.\d+)*)\.\d+")


@dataclass(frozen=True)
class _Entry:
    """One text of a list: where it stands, and what it says."""

    number: str
    paragraph: Paragraph
    passage: Passage
    at: tuple[int, int]
    wordings: tuple[Wording, ...]


@dataclass(frozen=True)
class _List:
    """A chapeau and what stands under it; the chapeau may have been cut off."""

    chapeau: Paragraph | None
    at: tuple[int, int]
    entries: tuple[_Entry, ...]


def find_numbered_units(
    report: Report, names: Sequence[NameMention], authorities: Authorities
) -> tuple[tuple[UnitMention, ...], set[PartRef]]:
    """The numbered recommendations of a report, and the paragraphs that they and their chapeaus are."""
    candidates = _candidates(report)
    wanted = {p.ref for chapeau, below in candidates for p in (chapeau, *below) if p is not None}
    by_part = {p.part: p for p in passages(report, names, {}) if p.part in wanted} if wanted else {}
    house = report.house.style.does("recommendations", "numbered")
    sure = house and not report.house.style.does("recommendations", "deontic")
    found: list[UnitMention] = []
    taken: set[PartRef] = set()
    on = report.issued or report.record.issued

    def near(words: str) -> bool:
        return len(authorities.similar_states(words, on)) > 0

    for chapeau, below in candidates:
        read = _read(chapeau, below, by_part, near)
        attributed = sum(any(w.recommenders for w in entry.wordings) for entry in read.entries)
        if not read.entries or not (2 * attributed >= len(read.entries) or (sure and below and attributed)):
            continue
        addressee = _addressee(by_part[chapeau.ref], read.at) if chapeau is not None else None
        found += [_unit(report, read, entry, addressee, sure) for entry in read.entries]
        taken |= {p.ref for p in (chapeau, *below) if p is not None}
    return tuple(found), taken


def _candidates(report: Report) -> list[tuple[Paragraph | None, tuple[Paragraph, ...]]]:
    """Paragraphs that speak of recommendations, with the paragraphs numbered below them or list items of their own.

    Without a paragraph first where the text begins below it, or an addendum gives some of another report's list anew.
    """
    speaks = load_patterns("units")["numbered/chapeau"].regex
    below: dict[tuple[str, str], list[Paragraph]] = defaultdict(list)
    chapeaus: dict[tuple[str, str], Paragraph] = {}
    for paragraph in report.paragraphs:
        dotted = _DOTTED.fullmatch(paragraph.number)
        if dotted and (paragraph.annex, dotted["above"]) in chapeaus:
            below[(paragraph.annex, dotted["above"])].append(paragraph)
        chapeaus.setdefault((paragraph.annex, paragraph.number), paragraph)
    found: list[tuple[Paragraph | None, tuple[Paragraph, ...]]] = []
    orphans: dict[tuple[str, str], list[Paragraph]] = defaultdict(list)
    for paragraph in report.paragraphs:
        dotted = _DOTTED.fullmatch(paragraph.number)
        if dotted and (paragraph.annex, dotted["above"]) not in chapeaus:
            orphans[(paragraph.annex, dotted["above"])].append(paragraph)
    found += [(None, tuple(members)) for members in orphans.values()]
    for key, paragraph in chapeaus.items():
        words = paragraph.chapeau.text if paragraph.chapeau is not None else paragraph.body.text
        if (key in below or paragraph.items) and speaks.search(words):
            found.append((paragraph, tuple(below.get(key, ()))))
    return found


def _read(
    chapeau: Paragraph | None, below: Sequence[Paragraph], by_part: dict[PartRef, Passage], near: Callable[[str], bool]
) -> _List:
    words = chapeau.chapeau if chapeau is not None else None
    end = len(words) if words is not None else len(chapeau.body) if chapeau is not None else 0
    entries = []
    if below or chapeau is None:
        for paragraph in below:
            whole = (0, len(paragraph.body))
            entries.append(_entry(paragraph.key, paragraph, by_part[paragraph.ref], whole, near))
    else:
        items = [item for item in chapeau.items if len(item.path) == 1 and len(item.body)]
        bounds = [chapeau.body.index(item.span.start) for item in items[1:]] + [len(chapeau.body)]
        for item, stop in zip(items, bounds, strict=True):
            number = f"{chapeau.key}.{item.label}" if item.numbered else f"{chapeau.key}({item.label}).1"
            start = chapeau.body.index(item.body.offsets[0])
            entries.append(_entry(number, chapeau, by_part[chapeau.ref], (start, max(start, stop)), near))
    return _List(chapeau, (0, end), tuple(entry for entry in entries if entry.wordings))


def _entry(
    number: str, paragraph: Paragraph, passage: Passage, at: tuple[int, int], near: Callable[[str], bool]
) -> _Entry:
    return _Entry(number, paragraph, passage, at, read_wordings(passage, *at, near))


def _addressee(passage: Passage, at: tuple[int, int]) -> ActorMention | None:
    """The one State that the chapeau names: it examines, supports or notes what is recommended to it."""
    states = [n for n in passage.names if n.kind == "state" and at[0] <= n.at[0] and n.at[1] <= at[1]]
    if not states or len({name.candidates for name in states}) != 1:
        own = load_patterns("units")["addressee/state-under-review"]
        match = own.regex.search(passage.text, *at)
        return _actor(passage, match.start("name"), match.end("name"), own.rule) if match else None
    return _actor(passage, *states[0].at, REVIEWED)


def _actor(passage: Passage, start: int, end: int, rule: Rule) -> ActorMention:
    span = passage.clean.span(start, end)
    return ActorMention(
        part=passage.report.innermost(passage.part, span),
        span=span,
        words=passage.text[start:end],
        rule=rule,
        at=(start, end),
        concept=STATE_UNDER_REVIEW,
    )


def _unit(report: Report, of: _List, entry: _Entry, addressee: ActorMention | None, review: bool) -> UnitMention:
    passage, clean = entry.passage, entry.passage.clean
    asked = [read_imperative(passage.text, *wording.at) for wording in entry.wordings]
    wordings = tuple(_wordings(passage, entry, asked))
    span = clean.span(entry.wordings[0].at[0], entry.wordings[-1].at[1])
    operator = _operator(passage, asked[0])
    if addressee is None and review:
        addressee = _actor(passage, asked[0].start, asked[0].end, REVIEW)
    chapeau = of.chapeau
    return UnitMention(
        part=report.innermost(passage.part, span),
        span=span,
        words="; ".join(wording.words for wording in wordings),
        rule=load_patterns("units")["numbered/imperative"].rule,
        number=entry.number,
        paragraph=passage.part,
        section=entry.paragraph.section,
        at=(entry.wordings[0].at[0], entry.wordings[-1].at[1]),
        operator=operator,
        subject="list",
        addressees=(addressee,) if addressee is not None else (),
        actions=tuple(dict.fromkeys(action for wording in wordings for action in wording.actions)),
        chapeau=chapeau.body.text[slice(*of.at)] if chapeau is not None else None,
        chapeau_span=chapeau.body.span(*of.at) if chapeau is not None else None,
        chapeau_in=chapeau.ref if chapeau is not None and chapeau.ref != passage.part else None,
        wordings=wordings,
    )


def _wordings(passage: Passage, entry: _Entry, asked: Sequence[Imperative]) -> Iterator[WordingMention]:
    for wording, imperative in zip(entry.wordings, asked, strict=True):
        at = place(passage, *wording.at, load_patterns("units")["numbered/brackets"].rule)
        yield WordingMention(
            part=at["part"],
            span=at["span"],
            words=at["words"],
            rule=at["rule"],
            recommenders=wording.recommenders,
            actions=imperative.actions,
        )


def _operator(passage: Passage, asked: Imperative) -> OperatorMention:
    at = place(passage, asked.start, asked.end, asked.rule)
    return OperatorMention(
        part=at["part"],
        span=at["span"],
        words=at["words"],
        rule=at["rule"],
        norm=asked.norm,
        strength=asked.strength,
    )
