"""Names of States, organizations and instruments: one pass over every text of a report, the leftmost longest wins.

Takes a report and the authorities, gives `NameMention`s in reading order. A long name shadows the names inside it: an
order named after an island is no mention of the island's State, a treaty inside the name of its conference no mention
of the treaty. Who bore a State name is asked of the authorities for the report's date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ahocorasick_rs import AhoCorasick

from rapporteur.authorities import Authorities
from rapporteur.model import InstrumentRef, OrganizationRef, Report, StateRef
from rapporteur.model.citations import NameKind, NameMention
from rapporteur.patterns import load_patterns

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u2011": "-"})
_Ref = StateRef | OrganizationRef | InstrumentRef


@dataclass(frozen=True)
class Gazetteer:
    """Names and an automaton that finds them all at once.

    :ivar names: in the order of the automaton, apostrophes straight.
    """

    names: tuple[str, ...]
    automaton: AhoCorasick

    @classmethod
    def of(cls, names: Iterable[str]) -> Gazetteer:
        """A gazetteer of the names, each once."""
        ordered = tuple(sorted({name.translate(_STRAIGHT) for name in names if name}))
        return cls(ordered, AhoCorasick(list(ordered)))

    def matches(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and name of each match, leftmost longest among those that begin and end with a word.

        All overlapping matches are looked at, so that a long name that breaks off inside a word does not hide a
        shorter one that does not.
        """
        plain = text.translate(_STRAIGHT)
        whole = [
            (start, -end, self.names[index])
            for index, start, end in self.automaton.find_matches_as_indexes(plain, overlapping=True)
            if _stands_alone(plain, start, end)
        ]
        reached = 0
        for start, minus_end, name in sorted(whole):
            if start >= reached:
                reached = -minus_end
                yield start, reached, name


@dataclass(frozen=True)
class NameBook:
    """The gazetteer of full names, that of short names, and what each name means.

    :ivar capitals: full names as a heading in capitals prints them.
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
    for part, clean in report.texts():
        in_capitals = clean.text.isupper()
        gazetteer = book.capitals if in_capitals else book.gazetteer
        for start, end, printed in gazetteer.matches(clean.text):
            name = book.of_capitals[printed] if in_capitals else printed
            candidates: tuple[_Ref, ...]
            if name in book.states:
                kind: NameKind = "state"
                candidates = bearers.get(name) or bearers.setdefault(name, _bearers(authorities, name, on))
            else:
                kind, candidates = book.meanings[name]
            if candidates:
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
                    )
                )
    return tuple(found)


def _make_book(authorities: Authorities) -> NameBook:
    shapes = {kind: load_patterns("names")[f"name/{kind}"].regex for kind in ("state", "organization", "instrument")}
    meanings: dict[str, tuple[NameKind, tuple[_Ref, ...]]] = {}

    def add(kind: NameKind, name: str, ref: _Ref) -> None:
        plain = name.translate(_STRAIGHT)
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
        for label in labels:
            add("organization", label, organization.ref)
        for label in organization.short_names:
            short[label] = (*short.get(label, ()), organization.ref)
    for instrument in authorities.instruments.values():
        for label in (instrument.title, *instrument.names):
            add("instrument", label, instrument.ref)
    ordered = {name: (kind, tuple(sorted(refs, key=repr))) for name, (kind, refs) in meanings.items()}
    of_capitals = {name.upper(): name for name in sorted(ordered, reverse=True)}
    return NameBook(
        Gazetteer.of(ordered),
        Gazetteer.of(of_capitals),
        of_capitals,
        states,
        ordered,
        Gazetteer.of(short),
        short,
    )


def _bearers(authorities: Authorities, name: str, on: date | None) -> tuple[StateRef, ...]:
    return authorities.states_named(name, on) or authorities.states_named(name)


def _stands_alone(text: str, start: int, end: int) -> bool:
    patterns = load_patterns("names")
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return not (
        patterns["name/no-boundary-before"].regex.search(before)
        or patterns["name/no-boundary-after"].regex.search(after)
    )
