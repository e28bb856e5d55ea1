"""Filters as a person writes them in ("SVN", "untoc/article/26", "Slovenia"), conditions on parts out.

Values of one filter are alternatives; several filters must all hold. A value that nothing in the index has is no error,
since another index may have it: nothing is found, and a note says so with the nearest there are.
"""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapporteur.errors import UnusableQuery
from rapporteur.search.parts import FACETS, KINDS

Given = str | Sequence[str] | None
FILTERS = ("report", "kind", *FACETS)


@dataclass(slots=True)
class Conditions:
    """What a part must fulfil, over the table ``part``."""

    sql: list[str] = field(default_factory=list)
    values: list[str | int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def conditions_of(database: sqlite3.Connection, filters: Mapping[str, Given]) -> Conditions:
    """The conditions that filters make.

    :raises UnusableQuery: if there is no such filter or no such kind.
    """
    conditions = Conditions()
    for name, given in filters.items():
        if name not in FILTERS:
            raise UnusableQuery(
                f"A filter {name!r}.", where="the search", expected=f"one of {', '.join(FILTERS)}.", remedy=_near(name)
            )
        wanted = [given] if isinstance(given, str) else list(given or ())
        if not wanted:
            continue
        if name == "kind":
            chosen: list[str | int] = [_kind(one) for one in wanted]
            conditions.sql.append(f"part.kind IN ({_marks(chosen)})")
        else:
            chosen = [number for one in wanted for number in _numbers(database, name, one, conditions)]
            column = "part.report IN ({})" if name == "report" else _MARKED
            conditions.sql.append(column.format(_marks(chosen)))
        conditions.values += chosen
    return conditions


_MARKED = "part.id IN (SELECT mark.part FROM mark WHERE mark.value IN ({}))"


def short(iri: str, facet: str = "") -> str:
    """An IRI as a filter takes it: without what all have in front, and without the class of thing where it is clear.

    >>> short("https://w3id.org/rapporteur/id/state/SVN", "state")
    'SVN'
    >>> short("https://w3id.org/rapporteur/id/publication/sales/E.09.V.11/article/10", "provision")
    'publication/sales/E.09.V.11/article/10'
    """
    tail = iri.partition("/id/")[2] or iri
    first, _, rest = tail.partition("/")
    return rest if rest and first in _FIRST.get(facet, ()) else tail


_FIRST: dict[str, tuple[str, ...]] = {
    "report": ("document",),
    **dict.fromkeys(("state", "mentioned", "speaker", "recommender", "participant"), ("state",)),
    "organization": ("organization",),
    "addressee": ("addressee",),
    "strength": ("strength",),
    "theme": ("theme",),
    "provision": ("instrument",),
}


def _numbers(database: sqlite3.Connection, facet: str, given: str, conditions: Conditions) -> list[str | int]:
    """The numbers of the values that somebody means."""
    if facet == "report":
        rows = database.execute("SELECT id, iri, symbol FROM report").fetchall()
    else:
        rows = database.execute("SELECT id, iri, label FROM value WHERE facet = ?", (facet,)).fetchall()
    asked = str(given).strip().casefold()
    for names in (
        {number: (iri, iri.partition("/id/")[2], short(iri, facet)) for number, iri, _ in rows},
        {number: (label or "",) for number, _, label in rows},
        {number: (iri.partition("/id/")[2].partition("/")[2],) for number, iri, _ in rows},
    ):
        found: list[str | int] = [
            number for number, ways in names.items() if asked and asked in [way.casefold() for way in ways]
        ]
        if found:
            return found
    known = {way.casefold(): way for _, iri, label in rows for way in (label, short(iri, facet)) if way}
    near = [known[way] for way in difflib.get_close_matches(asked, known, 3)]
    advice = f" Near it: {', '.join(near)}." if near else ""
    conditions.notes.append(f"Nothing in the index has the {facet} {str(given)!r}.{advice}")
    return []


def _kind(given: str) -> str:
    if given in KINDS:
        return given
    near = difflib.get_close_matches(given, KINDS, 1)
    raise UnusableQuery(
        f"The kind {given!r}.",
        where="the filter kind",
        expected=f"one of {', '.join(KINDS)}.",
        remedy=f"Write {near[0] if near else KINDS[0]}.",
    )


def _near(name: str) -> str:
    near = difflib.get_close_matches(name, FILTERS, 1)
    return f"Write {near[0]}." if near else "Leave it out."


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
