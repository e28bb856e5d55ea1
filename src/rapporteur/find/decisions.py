"""Decisions and resolutions: "decision 4/4", "General Assembly resolution 55/25", "that same decision", their parts.

Takes a passage, gives `DecisionMention`s, one a number, with the bodies that the words beside it name;
`DecisionPartMention`s for what is cited of them ("paragraph 4 of the annex to resolution 55/25"); and the bodies that
the text says a decision set up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapporteur.find.decision_parts import parts_after, parts_before, within_annexes
from rapporteur.find.letters import lettered
from rapporteur.find.passages import Passage, Range
from rapporteur.model import OrganizationRef, PartRef
from rapporteur.model.citations import DecisionMention, DecisionPartMention, EstablishmentMention

_NUMBERS = ("decision/number-cp", "decision/number-cmp", "decision/number-cma", "decision/number-of-body")
Noun = Literal["decision", "resolution"]
_LONGEST_RANGE = 60
_AGENCY = re.compile(r"[A-Z]{2,5}\d")
"""Letters and session of an agency's decision in one: none of the reporting body's."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One number of a list, and what is cited of it.

    :ivar at: of the number; ``end`` is behind its annex and paragraphs.
    :ivar body: code of the body that the number itself names.
    """

    number: str
    body: str
    at: Range
    end: int
    parts: tuple[PartRef, ...]


def find_decisions(passage: Passage) -> Iterator[DecisionMention | DecisionPartMention]:
    """Each decision or resolution by number, "that same decision", and the parts of them that are cited."""
    if "ecision" in passage.text or "esolution" in passage.text or "/C" in passage.text:
        found: list[DecisionMention | DecisionPartMention] = [*_numbered(passage), *_same(passage)]
        found += list(parts_before(passage, [m for m in found if isinstance(m, DecisionMention)]))
        yield from sorted(within_annexes(passage, found), key=lambda mention: mention.at)


def find_establishments(
    passage: Passage, decisions: Sequence[DecisionMention | DecisionPartMention]
) -> Iterator[EstablishmentMention]:
    """Each body that the text says was established by a decision."""
    for at, candidates in passage.bodies():
        by = passage.take("organization/established-by", at[1])
        if by is None:
            continue
        decision = next((d for d in decisions if at[1] <= d.at[0] <= at[1] + by.end() + 60 and d.number), None)
        if decision is not None and decision.sentence == passage.sentence(at[0]):
            yield EstablishmentMention(
                **passage.place(at[0], at[1], "organization/established-by"),
                bodies=candidates,
                decision=decision.number,
            )


def _numbered(passage: Passage) -> Iterator[DecisionMention | DecisionPartMention]:
    reached = 0
    running = passage.patterns["decision/running"].regex
    for opening in _openings(passage):
        if opening.start() < reached:
            continue
        named = bool(opening.group())
        plural = named and opening["plural"] is not None
        alone = opening.re is running.regex
        noun = _noun(opening["noun"]) if named else "decision"
        items = _items(passage, opening.end(), plural, running=alone or noun == "resolution")
        if not items:
            continue
        start, reached = opening.start(), items[-1].end
        direct, sentence = _bodies(passage, start, items[-1].at[1], items[-1].end)
        assembly = not direct and passage.before("decision/of-assembly", start) is not None
        fixed = passage.patterns["decision/of-assembly"].field("body") if assembly else ""
        agency = any(_AGENCY.match(item.number) and not item.body for item in items)
        foreign = agency or (not direct and not fixed and _is_foreign(passage, start, items[-1].at[1]))
        foreign = foreign or (not direct and not fixed and not sentence and _is_of_unknown(passage, start))
        for item in items:
            whole = (start, items[0].at[1] if len(items) == 1 else items[-1].end)
            yield DecisionMention(
                **passage.place(
                    *whole, "decision/running" if alone else "decision/named" if named else "decision/bare"
                ),
                noun=noun,
                number=item.number,
                body=item.body or fixed,
                bodies=direct,
                sentence_bodies=sentence,
                foreign=foreign,
            )
            if item.parts:
                cited = (start if item is items[0] else item.at[0], item.end)
                yield DecisionPartMention(
                    **passage.place(*cited, "decision/part-after"),
                    noun=noun,
                    number=item.number,
                    body=item.body or fixed,
                    bodies=direct,
                    sentence_bodies=sentence,
                    foreign=foreign,
                    parts=item.parts,
                )


def _openings(passage: Passage) -> list[re.Match[str]]:
    """Where a list of numbers may open: at the word "decision", or at a number that needs none."""
    found = list(passage.search("decision/named"))
    if "esolution" in passage.text:
        found += list(passage.search("decision/running"))
    if "/C" in passage.text:
        found += list(passage.search("decision/bare"))
    if "ecision" in passage.text and passage.patterns["decision/in-roman"].regex.search(passage.text):
        found += list(passage.search("decision/bare-session"))
    return sorted(found, key=lambda match: match.start())


def _items(passage: Passage, at: int, plural: bool, *, running: bool) -> list[_Item]:
    """The numbers from a place on: one, or in the plural a list, each with the parts said after it.

    :param running: are numbers without session or year taken too?
    """
    items: list[_Item] = []
    joined_last = False
    while (read := _number(passage, at) or (_running(passage, at) if running else None)) is not None:
        (*others, number), body, end = read
        running = running and "/" not in number
        parts, after = parts_after(passage, end)
        items += [_Item(other, body, (at, end), end, ()) for other in others]
        items.append(_Item(number, body, (at, end), after, parts))
        dated = passage.take("decision/dated", after) if plural else None
        after += dated.end() if dated is not None else 0
        entitled = passage.take("decision/entitled", after) if plural else None
        after += entitled.end() if entitled is not None else 0
        span = passage.take("decision/to", after) if plural else None
        last = _number(passage, after + span.end()) if span is not None else None
        if span is not None and last is not None:
            between = _between(number, last[0][0])
            if between and last[1] == body:
                where = (after + span.end(), last[2])
                items += [_Item(inner, body, where, last[2], ()) for inner in between]
                after = last[2]
        joined = passage.take("provision/and", after)
        comma = passage.take("provision/comma", after)
        session = passage.take("decision/session-next", after) if number[0].isalpha() else None
        if session is not None and not plural:
            at = after + session.end()
        elif plural and joined is not None and not (joined_last and _number(passage, after + joined.end()) is None):
            at, joined_last = after + joined.end(), True
        elif plural and comma is not None and not (joined_last and _number(passage, after + comma.end()) is None):
            at = after + comma.end()
        else:
            break
    return items


def _between(first: str, last: str) -> list[str]:
    """The numbers after the first of a range, its end included: "7/3" and "7/4" of "7/2" to "7/4"; [] for no range."""
    head, _, low = first.rpartition("/")
    other, _, high = last.rpartition("/")
    if not head or head != other or not (low.isdigit() and high.isdigit()):
        return []
    if not 0 < int(high) - int(low) <= _LONGEST_RANGE:
        return []
    return [f"{head}/{number}" for number in range(int(low) + 1, int(high) + 1)]


def _number(passage: Passage, at: int) -> tuple[tuple[str, ...], str, int] | None:
    """A number, or those of one number that letters tell apart; the body that its form fixes, and where it ends."""
    for id in _NUMBERS:
        match = passage.take(id, at)
        if match is not None and match.start() == 0:
            fixed = passage.patterns[id].field("body")
            number = f"{match['session']}/{match['number']}" if fixed else match["number"]
            return (number,), fixed or match["body"], at + match.end()
    lettered_number = passage.take("decision/number-lettered", at)
    if lettered_number is not None:
        return (lettered_number["number"],), "", at + lettered_number.end()
    match = passage.take("decision/number", at)
    if match is None:
        return None
    number = match["number"] or match["running"] + match["bracket"]
    letters = match["letters"] or match["between"] or match["behind"]
    return lettered(number.replace(" ", ""), letters), "", at + match.end()


def _running(passage: Passage, at: int) -> tuple[tuple[str, ...], str, int] | None:
    match = passage.take("decision/running-number", at)
    return ((match["number"].replace(" ", ""),), "", at + match.end()) if match is not None else None


def _bodies(
    passage: Passage, start: int, end: int, behind: int
) -> tuple[tuple[OrganizationRef, ...], tuple[OrganizationRef, ...]]:
    """The body named directly before or after; and the one its sentence names, first after it, else before.

    :param end: of the last number.
    :param behind: where the parts end that are cited of it.
    """
    leads = end
    of = passage.take("decision/of-body", end)
    if of is None and behind > end:
        leads = behind + passage.text.startswith(",", behind)
        of = passage.take("decision/of-body", leads)
    after = passage.body_at(leads + of.end()) if of is not None else None
    first, last = passage.sentence_range(start)
    told = behind if passage.take("decision/follows", behind) is not None else end
    after_day = passage.take("decision/follows", told)
    follows: tuple[OrganizationRef, ...] = ()
    precedes: tuple[OrganizationRef, ...] = ()
    for at, candidates in passage.bodies():
        if at[1] == start - 1:
            return candidates, ()
        if first <= at[0] < start:
            precedes = candidates
        if end <= at[0] < last and not follows and after_day is not None and at[0] == told + after_day.end():
            follows = candidates
    its = passage.patterns["decision/its"].regex.search(passage.text[first:start]) is not None
    if precedes and its:
        precedes = _owner(passage, first, start)
    elif its and not follows and first and after_day is not None and after_day["it"]:
        precedes = _subject(passage, *passage.sentence_range(first - 1))
    return (after[1] if after is not None else ()), follows or precedes


def _subject(passage: Passage, first: int, last: int) -> tuple[OrganizationRef, ...]:
    """The body that a sentence begins with: "The Assembly met. In its resolution 7/2, it asked for lamps"."""
    for at, candidates in passage.bodies():
        if first <= at[0] < last:
            opens = passage.patterns["decision/opens"].regex.match(passage.text[first : at[0]])
            return candidates if opens is not None else ()
    return ()


def _owner(passage: Passage, first: int, start: int) -> tuple[OrganizationRef, ...]:
    """Whose "its resolution" is: the body named last, where that stands right before it or the sentence does not begin
    with another, as "The Assembly, having read the report of the Board, decided, by its resolution …" does.

    The same holds behind a semicolon, where the subject goes on: "; in resolution 7/2, asked the Board to meet". A body
    that only says whose resolution another is does nothing itself, unless the two are joined outside a recital; a new
    recital is of whoever recalls, not of what was recalled: "Recalling Assembly resolution 7/2 and its resolution 5/1".
    """
    text, joined = passage.text, passage.patterns["decision/its-joined"].regex
    recital = passage.patterns["decision/recital-opens"].regex.match(text[first:start]) is not None
    named = [
        (at, candidates)
        for at, candidates in passage.bodies()
        if first <= at[0] < start
        and (
            (not recital and joined.match(text[at[1] : start]))
            or not text.startswith((" resolution", " decision"), at[1])
        )
    ]
    if not named:
        return ()
    behind = text[named[-1][0][1] : start]
    directly = passage.patterns["decision/its-directly"].regex.match(behind)
    opens = passage.patterns["decision/opens"].regex.match(text[first : named[0][0][0]])
    if opens is not None and directly is None:
        return named[0][1]
    return () if passage.patterns["decision/recital"].regex.search(behind) is not None else named[-1][1]


def _is_foreign(passage: Passage, start: int, end: int) -> bool:
    """Do the words beside a decision name a body that is not known?"""
    if passage.take("decision/of-other-body", end) is not None:
        return True
    return passage.before("decision/other-body", start) is not None


def _is_of_unknown(passage: Passage, start: int) -> bool:
    """Is "its resolution" that of a body right before it which is not known: "the Fog Board, in its resolution"?"""
    return passage.before("decision/its-of-other", start) is not None


def _same(passage: Passage) -> Iterator[DecisionMention]:
    for id in ("decision/same", "decision/this"):
        for match in passage.search(id):
            place = passage.place(match.start(), match.end(), id)
            yield DecisionMention(**place, noun=_noun(match["noun"]), number="", own=id == "decision/this")


def _noun(word: str) -> Noun:
    return "resolution" if word.lower().startswith("resolution") else "decision"
