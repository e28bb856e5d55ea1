"""Addressees: who is named in a paragraph, and which of them is the subject of an operator.

Takes a paragraph's clean text with the names of the authorities in it, gives `Actor`s; then, for an operator, the
subject of its clause. Which entity an actor is, is decided by `rapporteur.link`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rapporteur.model import CleanText, InstrumentRef, OrganizationRef, PartRef, Report, Rule, StateRef
from rapporteur.model.citations import NameMention
from rapporteur.model.swift import swift
from rapporteur.model.units import ActorMention
from rapporteur.patterns import Pattern, load_patterns
from rapporteur.patterns.together import Together

_ACRONYM = re.compile(r"\([A-Z][\w./-]*\)")
"""Behind a full name, the acronym of the same body."""
_OWNER = re.compile(r"\s(?:the\s)?(?:[A-Z][\w-]*\s(?:of\s(?:the\s)?)?){0,6}?[A-Z][\w-]*['’]s?\s")
"""Whose body it is: "the Platform's secretariat" is asked, not the Platform."""
_OFFICE = re.compile(
    r"\s(?:Co-|Vice-)?(?:Chairs?|Presidents?|Chairpersons?|Rapporteurs?|Bureau|Presidency|secretariat)\b(?!\s(?:of|for)\b)"
)
"""Behind a body, its officer or bureau: "the Board Chair" is asked, not the Board."""
_OFFICE_RULE = Rule("addressee/office", "An officer or the bureau of a body, who is asked for the body.")
_REMARK = re.compile(r",\s[^,;.]*,\s")

REACH = 1500
"""How many characters before a subject the verb is looked for by which somebody is told to have said it."""


@swift
@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named who can be asked to act; fields as in `ActorMention`."""

    start: int
    end: int
    rule: Rule
    concept: str = ""
    candidates: tuple[StateRef | OrganizationRef | InstrumentRef, ...] = ()
    is_set: bool = False

    def mention(self, report: Report, part: PartRef, clean: CleanText) -> ActorMention:
        """The actor as a mention of its innermost text part."""
        span = clean.span(self.start, self.end)
        return ActorMention(
            part=report.innermost(part, span),
            span=span,
            words=clean.text[self.start : self.end],
            rule=self.rule,
            at=(self.start, self.end),
            concept=self.concept,
            candidates=self.candidates,
            is_set=self.is_set,
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of an operator.

    :ivar start: index of its first word, determiner included.
    :ivar report: the verb by which a body is told to have said it ("reaffirmed that"), its pattern's strength with it.
    """

    actors: tuple[Actor, ...]
    start: int
    report: tuple[re.Match[str], str, Rule] | None = None


@cache
def _group(name: str) -> tuple[Pattern, ...]:
    return load_patterns("units").group(name)


@cache
def _actors() -> tuple[list[tuple[Rule, str, bool]], Together]:
    """The forms that name somebody, and what their actors are besides a range."""
    agents = [pattern for pattern in _group("agent") if pattern.rule.id != "agent/by"]
    named = [(pattern.rule, pattern.field("concept"), False) for pattern in _group("addressee")]
    named += [(pattern.rule, "", bool(pattern.field("set"))) for pattern in agents]
    return named, Together([pattern.regex for pattern in (*_group("addressee"), *agents)])


def find_actors_in(text: str, names: Iterable[NameMention]) -> tuple[Actor, ...]:
    """All who are named in the text, the longest name where two overlap, in reading order."""
    actors, forms = _actors()
    found = [
        Actor(*match.span("name"), rule=rule, concept=concept, is_set=is_set)
        for number, match in forms.matches(text)
        for rule, concept, is_set in [actors[number]]
    ]
    found += [
        Actor(*name.at, name.rule, "", name.candidates) for name in names if name.kind in ("state", "organization")
    ]
    found.sort(key=lambda actor: (actor.start - actor.end, actor.start, not actor.concept, not actor.candidates))
    kept: list[Actor] = []
    starts: list[int] = []
    for actor in found:
        at = bisect_left(starts, actor.start)
        before_ok = at == 0 or kept[at - 1].end <= actor.start
        after_ok = at == len(kept) or actor.end <= kept[at].start
        if before_ok and after_ok:
            kept.insert(at, actor)
            starts.insert(at, actor.start)
    return tuple(kept)


def named_subject(text: str, start: int, at: int, actors: Sequence[Actor], reported: bool) -> Subject | None:
    """The named subject of the operator at ``at`` in a clause that starts at ``start`` or later.

    :param reported: the sentence told before what a body recommended or agreed, so that "and that …" goes on with it.
    :returns: None where nobody named is the subject, or where the clause depends on another.
    """
    patterns = load_patterns("units")
    tail, left, that = (patterns[f"subject/{name}"].regex for name in ("tail", "left", "that"))
    start += len(text[start:at]) - len(text[start:at].lstrip())
    within = _within(actors, start, at)
    for position in range(len(within) - 1, -1, -1):
        actor = within[position]
        if not tail.search(text[actor.end : at]):
            continue
        before = text[start : actor.start]
        opener = left.search(before)
        if opener is None:
            continue
        report = report_before(text, start, actor.start)
        if that.search(before) and report is None and not reported:
            return None
        first = _first_of_list(text, start, within, position)
        group = tuple(within[first : position + 1])
        return Subject(group, _with_determiners(text, start, group[0].start), report)
    return None


def _first_of_list(text: str, start: int, within: Sequence[Actor], position: int) -> int:
    """Position of the first of the subjects joined to the one at ``position``, where it may open a clause."""
    left = load_patterns("units")["subject/left"].regex
    first = at = position
    while at > 0 and _joined(text, within[at - 1], within[at]):
        at -= 1
        if left.search(text[start : within[at].start]):
            first = at
    return first


def actors_after(text: str, at: int, end: int, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those named directly at ``at``, determiners apart, and those joined to them: the object of "urges".

    A remark between commas may come before them: "recommended that, where possible, …".
    """
    remark = _REMARK.match(text, at, end)
    at = remark.end() - 1 if remark else at
    within = [actor for actor in _within(actors, at, end) if not _ACRONYM.match(text, actor.start - 1)]
    owner = _OWNER.match(text, at, end)
    if owner is not None and any(actor.start == owner.end() for actor in within):
        within = [actor for actor in within if actor.start >= owner.end()]
    elif not within or _with_determiners(text, at, within[0].start) > at + 1:
        return ()
    last = 0
    while last + 1 < len(within) and _joined(text, within[last], within[last + 1]):
        last += 1
    return tuple(_or_office(text, actor, end) for actor in within[: last + 1])


def _or_office(text: str, actor: Actor, end: int) -> Actor:
    """The actor, or the words for its officer where one is named behind it."""
    office = _OFFICE.match(text, actor.end, end) if actor.candidates else None
    return actor if office is None else Actor(actor.start, office.end(), _OFFICE_RULE, is_set=True)


def agent_of_passive(text: str, at: int, end: int, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those by whom something is to be done: "should be closed by the ports and the pilots"."""
    by = load_patterns("units")["agent/by"].regex
    for position, actor in enumerate(within := _within(actors, at, end)):
        if by.search(text[at : actor.start]):
            last = position
            while last + 1 < len(within) and _joined(text, within[last], within[last + 1]):
                last += 1
            return tuple(within[position : last + 1])
    return ()


def report_before(text: str, start: int, at: int) -> tuple[re.Match[str], str, Rule] | None:
    """The last verb before ``at`` by which a body is told to have said what follows, with its strength."""
    last: tuple[re.Match[str], str, Rule] | None = None
    for pattern in _group("report"):
        for match in pattern.regex.finditer(text, max(start, at - REACH), at):
            if last is None or match.start() > last[0].start():
                last = (match, pattern.field("strength"), pattern.rule)
    return last


def _within(actors: Sequence[Actor], start: int, end: int) -> list[Actor]:
    first = bisect_left(actors, start, key=lambda actor: actor.start)
    last = bisect_right(actors, end, key=lambda actor: actor.end)
    return list(actors[first:last])


def _joined(text: str, one: Actor, other: Actor) -> bool:
    return bool(load_patterns("units")["subject/joined"].regex.match(text[one.end : other.start]))


def _with_determiners(text: str, start: int, at: int) -> int:
    """Index of the first of the determiners that stand directly before ``at``."""
    words = load_patterns("units").words["determiners"]
    while True:
        before = text[start:at]
        match = re.search(r"(\S+)\s$", before)
        if match is None or match[1] not in words:
            return at
        at = start + match.start(1)
