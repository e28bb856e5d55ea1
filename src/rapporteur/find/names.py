"""Names of States, organizations and instruments: one pass over every text of a report, the leftmost longest wins.

Takes a report and the authorities, gives `NameMention`s in reading order. A long name shadows the names inside it: an
order named after an island is no mention of the island's State, a treaty inside the name of its conference no mention
of the treaty. Who bore a State name is asked of the authorities for the report's date.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rapporteur.authorities import Authorities
from rapporteur.find.gazetteer import Gazetteer, plain_text
from rapporteur.find.longer_names import beside_capitals, branch_start, leads_institution, may_be_longer
from rapporteur.model import CleanText, InstrumentRef, OrganizationRef, PartRef, Report, StateRef
from rapporteur.model.citations import NameKind, NameMention
from rapporteur.patterns import load_patterns

_Ref = StateRef | OrganizationRef | InstrumentRef

_WORD = re.compile(r"\w+")
_AROUND = 48
_SHORTEST_IN_CAPITALS = 4
_SIDE_BY_SIDE = 2
"""States that may stand side by side in a longer name; more of them are a list."""
_PARTS_BEFORE = ("name/part-before", "name/institution-before", "name/body-for-before", "name/courtesy-before")
_PERSONS_BEFORE = ("name/office-before", "name/surname-before")


@dataclass(frozen=True)
class NameBook:
    """The gazetteer of full names, that of short names, and what each name means.

    :ivar gazetteer: full names as printed, those of States in capitals too.
    :ivar capitals: all full names as a heading in capitals prints them.
    :ivar of_capitals: the full name that capitals stand for.
    """

    gazetteer: Gazetteer
    capitals: Gazetteer
    of_capitals: Mapping[str, str]
    states: frozenset[str]
    meanings: Mapping[str, tuple[NameKind, tuple[_Ref, ...]]]
    short: Gazetteer
    short_meanings: Mapping[str, tuple[OrganizationRef, ...]]


_BOOKS: dict[int, tuple[Authorities, NameBook]] = {}


def name_book(authorities: Authorities) -> NameBook:
    """The names of the authorities, made ready once a process."""
    known = _BOOKS.get(id(authorities))
    if known is None:
        known = _BOOKS[id(authorities)] = (authorities, _make_book(authorities))
    return known[1]


def find_names(report: Report, authorities: Authorities) -> tuple[NameMention, ...]:
    """All names in the titles, headings, paragraphs and notes of a report, in reading order.

    The date that decides between bearers of a State name is the report's date of issue, else its record's; without a
    date, or where nobody bore the name then, everybody who ever bore it is a candidate.
    """
    book = name_book(authorities)
    on = report.issued or report.record.issued
    bearers: dict[str, tuple[StateRef, ...]] = {}
    rules = {kind: load_patterns("names")[f"name/{kind}"].rule for kind in ("state", "organization", "instrument")}
    found: list[NameMention] = []
    shared = load_patterns("names").words["shared"]
    for part, clean in report.texts():
        in_capitals = clean.text.isupper()
        gazetteer = book.capitals if in_capitals else book.gazetteer
        matches = tuple(gazetteer.matches(clean.text))
        for index, (start, end, printed) in enumerate(matches):
            name = book.of_capitals[printed] if in_capitals or printed not in book.meanings else printed
            candidates: tuple[_Ref, ...]
            if name in book.states:
                if _is_part(clean.text, start, end, name, book.states) or (
                    leads_institution(report, clean, end)
                    and not any(at == end + 1 and other in book.states for at, _, other in matches)
                ):
                    continue
                kind: NameKind = "state"
                candidates = bearers.get(name) or bearers.setdefault(name, _bearers(authorities, name, on))
            else:
                kind, candidates = book.meanings[name]
            if candidates:
                is_shared = kind == "state" and (
                    (name in shared and _is_shared(clean.text, start, end, book.states))
                    or (
                        beside_capitals(clean.text, start, end)
                        and not in_capitals
                        and _may_be_longer(report, clean, matches, index, book.states)
                    )
                )
                branch = branch_start(report, clean, start, end) if is_shared else None
                if branch is not None:
                    kind, candidates, start, is_shared = "organization", (), branch, False
                span = clean.span(start, end)
                found.append(
                    NameMention(
                        part=report.innermost(part, span),
                        span=span,
                        words=clean.text[start:end],
                        rule=rules[kind],
                        kind=kind,
                        text_part=part,
                        at=(start, end),
                        candidates=candidates,
                        shared=is_shared,
                    )
                )
    return tuple(found)


def by_part(names: Iterable[NameMention]) -> dict[PartRef, list[NameMention]]:
    """The names of each text, in the order given."""
    found: dict[PartRef, list[NameMention]] = defaultdict(list)
    part, here = None, []
    for name in names:
        if name.text_part is not part:
            part = name.text_part
            here = found[part]
        here.append(name)
    return found


def _make_book(authorities: Authorities) -> NameBook:
    shapes = {kind: load_patterns("names")[f"name/{kind}"].regex for kind in ("state", "organization", "instrument")}
    meanings: dict[str, tuple[NameKind, tuple[_Ref, ...]]] = {}

    def add(kind: NameKind, name: str, ref: _Ref) -> None:
        plain = plain_text(name)[0]
        if shapes[kind].search(plain):
            held, refs = meanings.get(plain, (kind, ()))
            if held == kind and ref not in refs:
                meanings[plain] = (kind, (*refs, ref))

    for name, state in (*authorities.state_names(), *authorities.area_names()):
        add("state", name, state)
    states = frozenset(meanings)
    short: dict[str, tuple[OrganizationRef, ...]] = {}
    for organization in authorities.organizations.values():
        labels = (organization.label, organization.acronym, *(name.label for name in organization.names))
        for label in (label for label in labels if label not in organization.spoken_names):
            add("organization", label, organization.ref)
        for label in organization.short_names:
            short[label] = (*short.get(label, ()), organization.ref)
    for instrument in authorities.instruments.values():
        for label in (instrument.title, *instrument.names):
            for spelling in _spellings(label):
                add("instrument", spelling, instrument.ref)
    ordered = {name: (kind, tuple(sorted(refs, key=repr))) for name, (kind, refs) in meanings.items()}
    of_capitals = {name.upper(): name for name in sorted(ordered, reverse=True)}
    spelt = {name.upper(): name for name in states if len(name) >= _SHORTEST_IN_CAPITALS}
    return NameBook(
        Gazetteer.of((*ordered, *(name for name in spelt if name not in ordered))),
        Gazetteer.of(of_capitals),
        of_capitals,
        states,
        ordered,
        Gazetteer.of(short),
        short,
    )


def _spellings(title: str) -> Iterable[str]:
    """A treaty's title as it is, and with capitals where some print them: "Convention Against Torture"."""
    words = load_patterns("instruments").words
    leads = words["title_leads"]
    return dict.fromkeys((title, _raised(title, leads), _raised(title, (*leads, *words["title_joins"]))))


def _raised(title: str, small: Container[str]) -> str:
    return _WORD.sub(lambda word: word.group().capitalize() if word.group() in small else word.group(), title)


def _bearers(authorities: Authorities, name: str, on: date | None) -> tuple[StateRef, ...]:
    return authorities.states_named(name, on) or authorities.states_named(name)


def _is_part(text: str, start: int, end: int, name: str, states: Container[str]) -> bool:
    """Is the name of a State a part of another name: "the Gulf of …", "the University of …", "Ms. Ada …"?"""
    patterns = load_patterns("names")
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if name in patterns.words["shared"] and _is_elsewhere(text, start, end, states):
        return True
    if after[:1] in (" ", ",") and patterns["name/part-after"].regex.match(after):
        return True
    if before[-1:] != " ":
        return False
    if any(patterns[rule].regex.search(before) for rule in _PARTS_BEFORE):
        return True
    if any(patterns[rule].regex.search(before) for rule in _PERSONS_BEFORE) and (
        patterns["name/person-acts"].regex.match(after)
    ):
        return True
    return name in patterns.words["borne_by_persons"] and patterns["name/given-before"].regex.search(before) is not None


def _is_shared(text: str, start: int, end: int, states: Container[str]) -> bool:
    """May a name that a State shares with a part of another mean that part: "in Strelsau, …", "the State of …"?"""
    patterns = load_patterns("names")
    before = text[max(0, start - _AROUND) : start]
    if patterns["name/state-of-before"].regex.search(before):
        return True
    behind = patterns["name/place-after"].regex.match(text[end : end + _AROUND])
    return behind is not None and _place_before(before, states)


def _is_elsewhere(text: str, start: int, end: int, states: Container[str]) -> bool:
    """Does such a name mean the part: the other State stands behind it, or another part of that State near it?"""
    patterns = load_patterns("names")
    before = text[max(0, start - _AROUND) : start]
    if patterns["name/state-of-before"].regex.search(before):
        near = text[max(0, start - 2 * _AROUND) : end + 2 * _AROUND]
        return patterns["name/part-of-state"].regex.search(near) is not None
    behind = patterns["name/place-after"].regex.match(text[end : end + _AROUND])
    larger = behind is not None and (behind["larger"] or behind["bracketed"])
    return bool(larger) and _place_before(before, states)


def _place_before(before: str, states: Container[str]) -> bool:
    """Does a place stand before a name, one that is no State and not known to lie in the State of that name?"""
    patterns = load_patterns("names")
    place = patterns["name/place-before"].regex.search(before)
    return place is not None and place["place"] not in states and place["place"] not in patterns.words["own_places"]


def _may_be_longer(
    report: Report, clean: CleanText, matches: Sequence[tuple[int, int, str]], index: int, states: Container[str]
) -> bool:
    """May a State's name, or two side by side, be a part of a longer one? In a list without commas none is."""
    first = last = index
    while first and matches[first - 1][1] == matches[first][0] - 1 and matches[first - 1][2] in states:
        first -= 1
    while last + 1 < len(matches) and matches[last + 1][0] == matches[last][1] + 1 and matches[last + 1][2] in states:
        last += 1
    return last - first < _SIDE_BY_SIDE and may_be_longer(report, clean, matches[first][0], matches[last][1])
