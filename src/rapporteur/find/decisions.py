"""Decisions and resolutions: "decision 4/4", "General Assembly resolution 55/25", "that same decision".

Takes a passage, gives `DecisionMention`s, one a number, with the bodies that the words beside it name; and the bodies
that the text says a decision set up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from rapporteur.find.passages import Passage
from rapporteur.model import OrganizationRef
from rapporteur.model.citations import DecisionMention, EstablishmentMention

_NUMBERS = ("decision/number-cp", "decision/number-cmp", "decision/number-cma", "decision/number")
Noun = Literal["decision", "resolution"]


def find_decisions(passage: Passage) -> Iterator[DecisionMention]:
    """Each decision or resolution by number, and "that same decision", in reading order."""
    if "ecision" not in passage.text and "esolution" not in passage.text:
        return
    found = [*_numbered(passage), *_same(passage)]
    yield from sorted(found, key=lambda mention: mention.at)


def find_establishments(passage: Passage, decisions: Sequence[DecisionMention]) -> Iterator[EstablishmentMention]:
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


def _numbered(passage: Passage) -> Iterator[DecisionMention]:
    for opening in passage.search("decision/named"):
        numbers: list[tuple[str, str]] = []
        at = end = opening.end()
        joined_last = False
        while (read := _number(passage, at)) is not None:
            numbers.append(read[:2])
            end = read[2]
            joined = passage.take("provision/and", end)
            comma = passage.take("provision/comma", end)
            if opening["plural"] and joined is not None and not joined_last:
                at, joined_last = end + joined.end(), True
            elif opening["plural"] and comma is not None and not joined_last:
                at = end + comma.end()
            else:
                break
        start = opening.start()
        noun = _noun(opening["noun"])
        direct, sentence = _bodies(passage, start, end)
        bare = _bare_end(passage, opening.end(), end, len(numbers))
        for number, fixed in numbers:
            yield DecisionMention(
                **passage.place(start, bare, "decision/named"),
                noun=noun,
                number=number,
                body=fixed,
                bodies=direct,
                sentence_bodies=sentence,
            )


def _number(passage: Passage, at: int) -> tuple[str, str, int] | None:
    """A number, the body that its form fixes, and where it ends with the paragraph said after it."""
    for id in _NUMBERS:
        match = passage.take(id, at)
        if match is not None:
            body = passage.patterns[id].field("body")
            number = f"{match['session']}/{match['number']}" if body else match["number"].replace(" ", "")
            return number, body, at + match.end()
    return None


def _bare_end(passage: Passage, at: int, end: int, count: int) -> int:
    """The end of a single number without the paragraph after it; of a list, its whole end."""
    comma = passage.text.find(",", at, end)
    if count == 1 and comma > 0:
        return comma
    paragraph = passage.text.find(" paragraph", at, end)
    return paragraph if count == 1 and paragraph > 0 else end


def _bodies(passage: Passage, start: int, end: int) -> tuple[tuple[OrganizationRef, ...], tuple[OrganizationRef, ...]]:
    """The body named directly before or after; and the one its sentence names, first after it, else before."""
    of = passage.take("decision/of-body", end)
    after = passage.body_at(end + of.end()) if of is not None else None
    first, last = passage.sentence_range(start)
    follows: tuple[OrganizationRef, ...] = ()
    precedes: tuple[OrganizationRef, ...] = ()
    for at, candidates in passage.bodies():
        if at[1] == start - 1:
            return candidates, ()
        if first <= at[0] < start:
            precedes = candidates
        if end <= at[0] < last and not follows and passage.text[end : at[0]] == ", the ":
            follows = candidates
    return (after[1] if after is not None else ()), follows or precedes


def _same(passage: Passage) -> Iterator[DecisionMention]:
    for match in passage.search("decision/same"):
        yield DecisionMention(
            **passage.place(match.start(), match.end(), "decision/same"), noun=_noun(match["noun"]), number=""
        )


def _noun(word: str) -> Noun:
    return "resolution" if word.lower().startswith("resolution") else "decision"
