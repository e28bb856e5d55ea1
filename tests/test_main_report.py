"""Is what the whole bundled report says, counted by hand from its pages, what was linked?"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from rapporteur.model import ConceptRef, DocumentPartRef, DocumentRef, LinkedReport, OrganizationRef, PartRef, StateRef
from rapporteur.pipeline import link_report
from rapporteur.read import read_report

SOURCE = Path(__file__).parent.parent / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md"


@cache
def linked() -> LinkedReport:
    return link_report(read_report(SOURCE))


def test_the_outline() -> None:
    """Are there 38 headings, 115 paragraphs, 6 lettered subparagraphs and 15 notes?"""
    report = linked().report
    assert len(report.sections) == 38
    assert [p.number for p in report.paragraphs] == [str(n) for n in range(1, 116)]
    assert sum(len(p.subparagraphs) for p in report.paragraphs) == 6
    assert [n.number for n in report.footnotes] == [str(n) for n in range(1, 16)]


@pytest.mark.parametrize(
    ("item", "representatives", "observers"), [("2", 28, 5), ("3", 18, 3), ("4", 22, 3), ("5", 23, 3), ("6", 12, 5)]
)
def test_who_took_the_floor(item: str, representatives: int, observers: int) -> None:
    """Did so many speak as representatives, and so many as observers, under the item?"""
    capacities = Counter(s.capacity for s in linked().statements if s.item and s.item.number == item)
    assert capacities == {
        ConceptRef("capacity", "representative"): representatives,
        ConceptRef("capacity", "observer"): observers,
    }


def test_organizations_took_the_floor_too() -> None:
    """Did the European Union speak on items 2 and 5, and the League of Arab States on item 3?"""
    spoke = {
        (s.speaker.id, s.item.number)
        for s in linked().statements
        if isinstance(s.speaker, OrganizationRef) and s.item is not None
    }
    assert spoke == {("eu", "2"), ("eu", "5"), ("las", "3")}


def test_attendance() -> None:
    """Were 71 parties, 7 signatories, 12 others, and 19 organizations and entities represented?"""
    capacities = Counter(p.capacity.id for p in linked().participations if p.capacity)
    assert capacities == {
        "state-party": 71,
        "regional-organization-party": 1,
        "signatory-observer": 7,
        "non-party-observer": 12,
        "permanent-observer-entity": 1,
        "un-entity-observer": 4,
        "intergovernmental-permanent-observer": 4,
        "other-permanent-observer": 1,
        "intergovernmental-observer": 8,
    }


def test_panels() -> None:
    """Did 4, 3, 2 and 2 persons present under items 3 to 6, and is one the Chair?"""
    assert Counter(p.item.number for p in linked().presentations if p.item) == {"3": 4, "4": 3, "5": 2, "6": 2}
    chairs = [p for p in linked().participations if p.role == ConceptRef("role", "chair")]
    assert [p.name_as_written for p in chairs] == ["Dominika Krois"]
    assert chairs[0].representing == StateRef("POL")
    assert len(linked().persons) == 14


def test_states_mentioned() -> None:
    """Are those States mentioned that a reader finds outside the lists of who came, spoke, acceded or sat on panels?"""
    found = {
        (link.source.path[0], link.target.code)
        for link in linked().links
        if link.property == "mentions" and isinstance(link.target, StateRef) and isinstance(link.source, PartRef)
    }
    assert found == {
        ("66", "POL"), ("81", "CHN"), ("83", "USA"), ("84", "BHR"), ("84", "BGR"), ("89", "FIN"), ("91", "EGY"),
        ("98", "SDN"), ("99", "NOR"), ("100", "TUR"), ("105", "USA"), ("106", "THA"), ("112", "MEX"), ("112", "USA"),
        ("113", "BEL"),
    }  # fmt: skip


def test_accessions() -> None:
    """Did 11 States accede to the Protocol, China not among them?"""
    assert len(linked().accessions) == 11
    assert StateRef("CHN") not in {a.participant for a in linked().accessions}


HALVED = {
    "38": 2, "39": 1, "40": 1, "41": 1, "42": 1, "43": 1, "44": 1, "45": 1, "46": 1, "47": 2, "48": 1, "49": 1,
    "50": 1, "51": 2, "52": 1, "53": 1, "54": 1, "55": 3, "56": 1, "57": 2, "58": 1, "59": 2, "60": 1, "61": 1,
    "62": 3, "63": 1, "64": 1, "65": 1,
}  # fmt: skip


def test_units_of_the_second_half() -> None:
    """Does each paragraph from 38 on hold as many recommendations as a reader counts, and chapter IV none?"""
    counts = Counter(u.recorded_in.path[0] for u in linked().recommendations if int(u.recorded_in.path[0]) > 37)
    assert counts == HALVED


def test_units_in_all() -> None:
    """Are there 77 units: 40 to paragraph 37, 37 after it?"""
    assert len(linked().recommendations) == 77


@pytest.mark.parametrize(
    ("unit", "addressee", "strength"),
    [
        ("38.1", "states-parties", "encourage"),
        ("38.2", "states-parties", "should"),
        ("42.1", "conference", "should-continue"),
        ("47.1", "secretariat", "should"),
        ("50.1", "states-parties", "should-reaffirmed"),
        ("51.2", "states-parties", "encourage"),
        ("55.2", "states-parties", "should-endeavour"),
        ("55.3", "conference", "consider"),
        ("56.1", "states-parties", "should-endeavour"),
        ("57(a).1", "secretariat", "should"),
        ("62.2", "states-parties", "should"),
        ("62.3", "states-parties", "should"),
        ("63.1", "conference", "consider"),
        ("64.1", "secretariat", "consider"),
    ],
)
def test_who_is_asked_how_strongly(unit: str, addressee: str, strength: str) -> None:
    """Is the unit addressed to whom a reader says, as strongly?"""
    found = next(u for u in linked().recommendations if u.ref.number == unit)
    assert found.addressees == (ConceptRef("addressee", addressee),)
    assert found.strength == ConceptRef("strength", strength)


def test_what_builds_on_the_earlier_report() -> None:
    """Do six units build on paragraphs 7, 11, 12, 17, 18, 19 of the earlier report, each with its link?"""
    builds = {
        (link.source.number, link.target.part.path[0])  # type: ignore[union-attr]
        for link in linked().links
        if link.property == "buildsOn" and isinstance(link.target, DocumentPartRef)
    }
    assert builds == {("15.1", "17"), ("22.1", "19"), ("24.1", "18"), ("31(b).1", "7"), ("41.1", "11"), ("50.1", "12")}


def test_what_the_body_had_before_it() -> None:
    """Does each item from 2 to 6 know its document and the day it was taken up?"""
    had = {item.number: [d.symbol for d in item.had_before] for item in linked().agenda if item.had_before}
    year = "CTOC/COP/WG.4/2010/"
    assert had == {
        "2": ["CTOC/COP/WG.4/2009/2"],
        "3": [year + "2"],
        "4": [year + "3"],
        "5": [year + "4"],
        "6": [year + "5"],
    }
    days = {item.number: [d.isoformat() for d in item.considered_on] for item in linked().agenda if item.considered_on}
    assert days == {
        "1(a)": ["2010-01-27"],
        "1(b)": ["2010-01-27"],
        "2": ["2010-01-27"],
        "3": ["2010-01-27"],
        "4": ["2010-01-28"],
        "5": ["2010-01-28"],
        "6": ["2010-01-29"],
    }


def test_articles_of_other_laws_stay_out() -> None:
    """Is article 10 the model law's, and article 41 the national act's?"""
    targets = {str(link.target) for link in linked().links if isinstance(link.source, PartRef)}
    assert not [t for t in targets if "'article', '10'" in t and "untoc" in t]
    assert [t for t in targets if "'article', '41'" in t and "tha/" in t]
    assert DocumentRef("CTOC/COP/WG.4/2010/5") in {link.target for link in linked().links}
