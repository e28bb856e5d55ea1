"""Does what is linked in the main report agree with the hand annotation, row by row?"""

from __future__ import annotations

import csv
import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from actors_sample import books, who

from rapporteur.find.actors import find_actors
from rapporteur.find.names import find_names
from rapporteur.link.actors import link_actors
from rapporteur.model.actors import ActorLinks
from rapporteur.read import read_report

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT / "tests" / "gold" / "CTOC-COP-WG.4-2010-6"
SCOPE = {str(n) for n in (*range(1, 38), *range(66, 82))}
CAPACITIES = {
    "attendance_party": "state-party",
    "attendance_signatory_observer": "signatory-observer",
    "attendance_nonparty_observer": "non-party-observer",
    "attendance_entity_observer": "permanent-observer-entity",
}


@cache
def linked() -> ActorLinks:
    report = read_report(ROOT / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md")
    return link_actors(report, find_actors(report, find_names(report, books()), books()), books())


def gold(name: str) -> list[dict[str, Any]]:
    path = GOLD / name
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_states_that_attended() -> None:
    """Are the States, their capacities and the places of their names exactly those of the annotation?"""
    expected = {
        (r["iso3"], CAPACITIES[r["role"]], r["start"], r["end"])
        for r in gold("states.jsonl")
        if r["role"] in CAPACITIES
    }
    given = {
        (p.participant.code, p.capacity.id, p.span.start, p.span.end)
        for p in linked().participations
        if p.capacity and hasattr(p.participant, "code")
    }
    assert len(expected) == 91
    assert given == expected


def test_organizations_that_attended() -> None:
    """Are the places of all organizations that attended those of the annotation?"""
    expected = {
        tuple(r["occurrences"][0])
        for r in gold("organizations.jsonl")
        if r["role"] == "attendance" and r["org_key"] != "PSE"
    }
    given = {
        (p.span.start, p.span.end) for p in linked().participations if p.capacity and not hasattr(p.participant, "code")
    }
    assert len(expected) == 18
    assert given == expected


@pytest.mark.parametrize(("role", "count"), [("statement", 32), ("accession", 11), ("mention", 2)])
def test_other_namings_of_states(role: str, count: int) -> None:
    """Are statements, accessions and mentions of States those of the annotation?"""
    expected = Counter((r["iso3"], r["start"], r["end"]) for r in gold("states.jsonl") if r["role"] == role)
    kind = "state" if role == "mention" else role
    given = Counter(
        (_state(link.target), link.span.start, link.span.end)
        for link in linked().links
        if link.kind == kind and link.part.path[0] in SCOPE and _state(link.target)
    )
    assert sum(expected.values()) == count
    assert given == expected


def test_the_agenda() -> None:
    """Are title, place, parent, sections, dates and documents of every item those of the annotation?"""
    rows = gold("agenda.csv")
    assert len(rows) == len(linked().agenda) == 10
    for row, item in zip(rows, linked().agenda, strict=True):
        assert (item.number, item.parent or "", item.title) == (row["item"], row["parent"], row["title"])
        assert (item.span.start, item.span.end) == (int(row["start"]), int(row["end"]))
        sections = {row["deliberation_section"], row["recommendation_section"]} - {""}
        assert {part.path[0] for part in item.discussed_in} == sections, item.number
        assert [str(day) for day in item.considered_on] == [d for d in row["date_considered"].split(";") if d]
        assert [d.symbol for d in item.had_before] == [d for d in row["documents"].split(";") if d]


def test_persons() -> None:
    """Are there 14 persons, the chair among them, 11 on panels, and no sentence left unread?"""
    roles = Counter(p.role.id for p in linked().participations if p.role)
    assert len(linked().persons) == 14
    assert roles == {"chair": 1, "panellist": 11}
    assert len(linked().presentations) == 11
    assert linked().unread == ()
    (chair,) = gold("persons.jsonl")
    (given,) = [p for p in linked().participations if p.role and p.role.id == "chair"]
    assert (given.name_as_written, who(given.representing)) == (chair["name"], chair["iso3"])


def _state(target: object) -> str:
    """The code of a State, "" for anything else."""
    return getattr(target, "code", "")
