"""Parts of decisions: "decision 4/4, annex II, paragraph 3", "paragraph 4 of the annex to resolution 55/25".

Takes a passage and a place in it, or the decisions found in it; gives the paragraphs, sections and annexes that are
cited of a decision. An annex of which no paragraph or section is named is cited as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.find.numbers import read_chapters, read_paragraphs
from rapporteur.find.passages import Passage, Range, covered
from rapporteur.model import PartKind, PartRef
from rapporteur.model.citations import DecisionMention, DecisionPartMention
from rapporteur.model.refs import ONLY_ANNEX

_NUMBER = re.compile(r"\b(?:[IVXLC]+|[A-Z]|\d{1,2})\b")
Parts = tuple[PartRef, ...]
Found = DecisionMention | DecisionPartMention


def parts_after(passage: Passage, at: int) -> tuple[Parts, int]:
    """What is cited of a decision, said after its number: annexes, paragraphs, sections; and where that ends."""
    dated = passage.take("decision/dated-part", at)
    behind = at + dated.end() if dated is not None else at
    annex = passage.take("decision/annex", behind)
    if annex is not None:
        bracketed = annex["bracket"] is not None
        parts, end = _of_annex(passage, annex["number"] or ONLY_ANNEX, behind + annex.end())
    else:
        begin = _behind_body(passage, behind)
        opening = passage.take("decision/part-after", begin)
        if opening is None:
            return (), at
        bracketed = opening["bracket"] is not None
        parts, end = _sectioned(passage, *_read(passage, opening, begin + opening.end()))
        if opening["particular"] and passage.take("provision/of", end) is not None:
            return (), at
    if bracketed and not passage.text.startswith(")", end):
        return (), at
    of_next = passage.take("decision/of-next", end)
    return (parts, end + bracketed) if parts and of_next is None else ((), at)


def _behind_body(passage: Passage, at: int) -> int:
    """Where the body of a decision ends that a comma follows: "resolution 5/1 of the Council,"."""
    of = passage.take("decision/of-body", at)
    body = passage.body_at(at + of.end()) if of is not None else None
    return body[0] if body is not None and passage.text.startswith(", ", body[0]) else at


def _sectioned(passage: Passage, parts: Parts, at: int) -> tuple[Parts, int]:
    """The paragraphs said after one section, whose numbers begin anew in each: "section II, paragraph 4"."""
    opening = passage.take("decision/part-after", at)
    if len(parts) != 1 or parts[0].kind is not PartKind.SECTION or opening is None or opening["bracket"]:
        return parts, at
    inner, end = _read(passage, opening, at + opening.end())
    if not inner or inner[0].kind is PartKind.SECTION:
        return parts, at
    return tuple(replace(part, section=parts[0].path[0]) for part in inner), end


def parts_before(passage: Passage, decisions: Sequence[DecisionMention]) -> Iterator[DecisionPartMention]:
    """ "paragraph 15 of the annex to Harbour Council resolution 5/1": parts said before their decision."""
    if not decisions:
        return
    starts = _starts(passage, decisions)
    taken: list[Range] = []
    for at, rule, parts, end in sorted(_openings(passage), key=lambda opening: opening[0]):
        leads = passage.take("decision/leads-to", end)
        decision = starts.get(end + leads.end()) if leads is not None else None
        if leads is None or decision is None or not parts or covered((at, end), taken):
            continue
        if "nnex" in leads.group():
            parts = tuple(replace(part, annex=leads["number"] or ONLY_ANNEX) for part in parts)
        taken.append((at, decision.at[1]))
        yield DecisionPartMention(
            **passage.place(at, decision.at[1], rule),
            noun=decision.noun,
            number=decision.number,
            body=decision.body,
            bodies=decision.bodies,
            sentence_bodies=decision.sentence_bodies,
            foreign=decision.foreign,
            own=decision.own,
            parts=parts,
        )


def within_annexes(passage: Passage, found: Sequence[Found]) -> list[Found]:
    """ "annex to resolution 5/1, paragraph 15": those behind a decision are of its annex if that was said before."""
    wholes = {
        (m.number, m.at[1]): m
        for m in found
        if isinstance(m, DecisionPartMention)
        and m.rule.id == "decision/annex-before"
        and [bool(part.path) for part in m.parts] == [False]
    }
    if not wholes:
        return list(found)
    kept: dict[int, Found] = {id(m): m for m in found}
    for mention in found:
        if not isinstance(mention, DecisionPartMention) or mention.rule.id != "decision/part-after":
            continue
        for (number, end), whole in wholes.items():
            if number == mention.number and mention.at[0] < end < mention.at[1]:
                parts = tuple(replace(part, annex=whole.parts[0].annex) for part in mention.parts)
                place = passage.place(whole.at[0], mention.at[1], "decision/part-after")
                kept[id(mention)] = replace(mention, **place, parts=parts)
                kept.pop(id(whole), None)
    return list(kept.values())


def _openings(passage: Passage) -> Iterator[tuple[int, str, Parts, int]]:
    """Where parts may be named before a decision, the rule, the parts, and where their words end."""
    if "nnex" in passage.text:
        for opening in passage.search("decision/annex-before"):
            numbers = _NUMBER.findall(opening["numbers"]) if opening["numbers"] else [ONLY_ANNEX]
            if len(numbers) == 1:
                yield opening.start(), "decision/annex-before", *_of_annex(passage, numbers[0], opening.end())
            else:
                annexes = tuple(PartRef(PartKind.SECTION, (), number) for number in numbers)
                yield opening.start(), "decision/annex-before", annexes, opening.end()
    for opening in passage.search("decision/part-before"):
        start, (parts, end) = opening.start(), _read(passage, opening, opening.end())
        section = passage.before("decision/section-before", start)
        if section is not None:
            start -= section.end() - section.start()
            parts = tuple(replace(part, section=section["section"]) for part in parts)
        yield start, "decision/part-before", parts, end


def _of_annex(passage: Passage, number: str, at: int) -> tuple[Parts, int]:
    """The paragraphs or sections of an annex that are said behind it, else the annex as a whole."""
    opening = passage.take("decision/part-after", at)
    if opening is not None and not opening["bracket"]:
        parts, end = _sectioned(passage, *_read(passage, opening, at + opening.end()))
        if parts:
            return tuple(replace(part, annex=number) for part in parts), end
    return (PartRef(PartKind.SECTION, (), number),), at


def _read(passage: Passage, opening: re.Match[str], at: int) -> tuple[Parts, int]:
    """The paragraphs or sections that an opening word announces."""
    if passage.text[at : at + 1].isdigit():
        paths, end = read_paragraphs(passage, at, opening["plural"] is not None)
        return tuple(_paragraph(path) for path in paths), end
    sections, end = read_chapters(passage, at, opening["sections"] is not None)
    return tuple(PartRef(PartKind.SECTION, (section,)) for section in sections), end


def _paragraph(path: tuple[str, ...]) -> PartRef:
    return PartRef(PartKind.PARAGRAPH if len(path) == 1 else PartKind.SUBPARAGRAPH, path)


def _starts(passage: Passage, decisions: Sequence[DecisionMention]) -> dict[int, DecisionMention]:
    """Where the words for a decision may begin: at its noun, at "the" or "its", or at the body named before it."""
    bodies = [at for at, _ in passage.bodies()]
    starts: dict[int, DecisionMention] = {}
    for decision in reversed(decisions):
        begin = decision.at[0]
        places = {begin, *(at[0] for at in bodies if at[1] == begin - 1)}
        for place in sorted(places):
            for lead in ("", "the ", "its ", "their "):
                if passage.text.endswith(lead, 0, place):
                    starts[place - len(lead)] = decision
    return starts
