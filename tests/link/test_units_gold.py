"""Do the recommendations of the annotated half come out as the annotator wrote them down, row by row?"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.model import ConceptRef, LinkedReport, Recommendation, UnitRef
from rapporteur.read import read_report

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold" / "CTOC-COP-WG.4-2010-6" / "recommendations.jsonl"


def gold() -> list[dict[str, Any]]:
    """The rows that count; an id without a counter gets it, as every printed id of ours has one."""
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    return [row | {"id": row["id"] if "." in row["id"] else row["id"] + ".1"} for row in rows if not row["optional"]]


@cache
def linked() -> LinkedReport:
    return link_mentions(find_mentions(read_report(ROOT / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md")))


def units() -> dict[str, Recommendation]:
    return {unit.ref.number: unit for unit in linked().recommendations}


def wrong(field: str, ours: dict[str, object]) -> dict[str, tuple[object, object]]:
    """The rows in which ours is not the annotator's: id → ours, theirs."""
    return {row["id"]: (ours[row["id"]], row[field]) for row in gold() if ours[row["id"]] != row[field]}


def test_the_same_units() -> None:
    """Are there exactly the annotated units in the annotated paragraphs, each with its words and offsets?"""
    scope = {str(row["paragraph"]) for row in gold()}
    found = {number: unit for number, unit in units().items() if unit.recorded_in.path[0] in scope}
    assert len(gold()) == 40
    assert set(found) == {row["id"] for row in gold()}
    assert wrong("text", {number: unit.text for number, unit in found.items()}) == {}
    assert wrong("start", {number: unit.span.start for number, unit in found.items()}) == {}
    assert wrong("end", {number: unit.span.end for number, unit in found.items()}) == {}
    assert wrong("chapeau", {number: unit.chapeau for number, unit in found.items()}) == {}


def test_the_same_operators() -> None:
    """Are phrase, strength and verbs those of the annotation, and the operator's place too?"""
    assert wrong("deontic_norm", {number: unit.operator for number, unit in units().items()}) == {}
    assert wrong("strength_fine", {number: unit.strength.id for number, unit in units().items()}) == {}
    assert wrong("action_verbs", {number: list(unit.actions) for number, unit in units().items()}) == {}
    for row in gold():
        span = units()[row["id"]].operator_span
        assert (span.start, span.end) == (row["deontic_spans"][0][0], row["deontic_spans"][-1][1]), row["id"]


def test_the_same_addressees() -> None:
    """Are addressees and secondary actors those of the annotation, as worded?"""
    ours = {number: [a.id for a in unit.addressees if isinstance(a, ConceptRef)] for number, unit in units().items()}
    theirs = {row["id"]: [name.lower().replace(" ", "-") for name in row["addressees"]] for row in gold()}
    assert {number: ours[number] for number in theirs} == theirs
    beside = {row["id"]: [name.lower() for name in row["secondary_actors"]] for row in gold()}
    assert {n: [o.id for o in units()[n].secondary_actors] for n in beside} == beside


def test_themes_by_the_scoring_rule() -> None:
    """Is the micro-F1 of themes, secondary ones counting neither way, above the bar?"""
    given: dict[str, set[str]] = defaultdict(set)
    for link in linked().links:
        if link.kind == "theme" and isinstance(link.source, UnitRef) and isinstance(link.target, ConceptRef):
            given[link.source.number].add(link.target.id)
    hits = extra = missed = 0
    for row in gold():
        ours, want, spare = given[row["id"]], set(row["themes"]), set(row["themes_secondary"])
        hits += len(ours & want)
        extra += len(ours - want - spare)
        missed += len(want - ours)
    assert hits + missed == 79
    assert 2 * hits / (2 * hits + extra + missed) >= 0.92
