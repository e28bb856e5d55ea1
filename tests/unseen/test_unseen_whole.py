"""Does everything come out of two invented reports of three pages that were annotated by hand before they were read?

The facts stand as strings in the JSON file beside each report: outline, who spoke, was present, presented or is named,
what is cited, recommendations and agenda. At first sight every kind scored F1 1.0, but for those present (0.67 and
0.96: two panellists behind "The panellists were: Mr. …" were missed, and a State "represented by an observer" was no
observer) and the group's recommendations (0.53: a list under "requested the Secretariat:" and "Donors are invited"
were missed).
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from rapporteur import read_report
from rapporteur.graph.iris import Iris, ReportIris
from rapporteur.model import DocumentRef, LinkedReport, OrganizationRef, PersonRef, StateRef
from rapporteur.pipeline import link_report

HERE = Path(__file__).parent
NAMES = ["council_on_ferries", "group_on_buoys"]
KINDS = ["outline", "spoke", "present", "presented", "states", "cites", "units", "agenda"]


def who(ref: StateRef | OrganizationRef | PersonRef | None) -> str:
    """The code or id of a State, organization or person; "-" for nobody."""
    if ref is None:
        return "-"
    return ref.code if isinstance(ref, StateRef) else ref.id


def facts(linked: LinkedReport) -> dict[str, list[str]]:
    """What a report says, as the annotations write it."""
    report, iris = linked.report, Iris()
    document = iris.document(DocumentRef(report.symbol or ""))
    addresses = ReportIris(iris, document, document)
    return {
        "outline": [f"{s.path}|{s.title.text}" for s in report.sections] + [f"¶{p.key}" for p in report.paragraphs],
        "spoke": [
            f"{s.recorded_in.path[0]} {who(s.speaker)} {s.capacity.id if s.capacity else ''} "
            f"{s.item.number if s.item else '-'}" + (f" for {who(s.on_behalf_of)}" if s.on_behalf_of else "")
            for s in linked.statements
        ],
        "present": [
            f"{p.recorded_in.path[0] if p.recorded_in.path else 'cover'} {who(p.participant)} "
            f"{p.capacity.id if p.capacity else p.role.id if p.role else ''}"
            for p in linked.participations
        ],
        "presented": [f"{p.recorded_in.path[0]} {who(p.speaker)}" for p in linked.presentations],
        "states": [
            f"{link.part.path[0]} {link.target.code}"
            for link in linked.links
            if link.kind == "state" and isinstance(link.target, StateRef)
        ],
        "cites": sorted(
            {
                f"{link.part.path[0]} {str(addresses.entity(link.target)).removeprefix(iris.root)}"
                for link in linked.links
                if link.property == "cites"
            }
        ),
        "units": [
            f"{r.ref.number} {r.strength.id} {','.join(getattr(a, 'id', '') for a in r.addressees)} "
            f"{','.join(r.actions)}"
            for r in linked.recommendations
        ],
        "agenda": [item.number for item in linked.agenda],
    }


@cache
def read(name: str) -> tuple[LinkedReport, dict[str, list[str]]]:
    linked = link_report(read_report(HERE / f"{name}.txt"))
    return linked, facts(linked)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_a_report_comes_out_whole(name: str, kind: str) -> None:
    """Is every annotated fact of this kind there, as often as it is printed, and no other?"""
    wanted = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    assert sorted(wanted) == sorted(KINDS)
    assert Counter(read(name)[1][kind]) == Counter(wanted[kind])


@pytest.mark.parametrize("name", NAMES)
def test_what_stays_open_is_said(name: str) -> None:
    """Do all quotes stand at their place, and is a list of kinds of participants said to be unread?"""
    linked, _ = read(name)
    assert all(linked.report.quote(link.span) == link.quote for link in linked.links)
    listed = [line for line in linked.unread if line.startswith("paragraph 3: The session was attended by")]
    assert len(listed) == (name == "council_on_ferries")
