"""Do a climate body's session and its part two come out as a Word file saved as text prints them, without blank lines?

`climate/session.txt` and `climate/decisions.txt` are invented; chapters inside a decision, counted speakers and
requests below "(i)" are turns of real reports.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rapporteur import read_report
from rapporteur.model import LinkedReport, OrganizationRef, PersonRef, StateRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

HERE = Path(__file__).parent / "climate"
FIRST = "decision-1-cma-9-lamps-of-the-isles-and-of-the-reefs-that-lie-around-them"


@cache
def linked(name: str) -> LinkedReport:
    return link_report(read_report(HERE / name))


def who(ref: StateRef | OrganizationRef | PersonRef | None) -> str:
    """The code or id of a State, organization or person; "-" for nobody."""
    if ref is None:
        return "-"
    return ref.code if isinstance(ref, StateRef) else ref.id


def test_chapters_of_a_decision_are_its_own() -> None:
    """Does each decision have a section with its chapters below, and is the first no title of the report?"""
    report = linked("decisions.txt").report
    assert report.title_text.startswith("Report of the Conference of the Parties serving as the meeting")
    paths = [FIRST, f"{FIRST}.I", f"{FIRST}.II", "decision-2-cma-9-rules-on-nets"]
    assert [section.path for section in report.sections] == paths
    assert [(p.section, p.key) for p in report.paragraphs] == [
        (paths[1], "1"),
        (paths[1], "2"),
        (paths[2], "3"),
        (paths[2], "4"),
        (paths[3], "1~2"),
    ]


def test_what_decisions_ask() -> None:
    """Is each request read with its addressee, the body itself where it decides what it will do?"""
    assert [
        (r.ref.number, r.strength.id, [getattr(a, "id", "") for a in r.addressees])
        for r in linked("decisions.txt").recommendations
    ] == [
        ("2.1", "invite", ["parties"]),
        ("3.1", "request", ["secretariat"]),
        ("4.1", "decide", ["cma"]),
        ("1~2.1", "urge", ["parties"]),
    ]


def test_requests_below_a_letter() -> None:
    """Is what the body asks under "(a) On lamps: (i) …" read, each request by itself?"""
    assert [(r.ref.number, r.strength.id) for r in linked("session.txt").recommendations] == [
        ("4(a).1", "invite"),
        ("4(a).2", "request"),
        ("4(b).1", "request"),
        ("5.1", "request"),
    ]


def test_counted_speakers_and_names_that_and_joins() -> None:
    """Are groups spoken for told apart from "another group of Parties", and two abbreviated bodies from one?"""
    statements = linked("session.txt").statements
    assert [(s.recorded_in.path[0], who(s.speaker), who(s.on_behalf_of)) for s in statements] == [
        ("2", "-", "african-group"),
        ("2", "-", "umbrella-group"),
        ("2", "imo", "-"),
        ("2", "flis", "-"),
        ("2", "lrp", "-"),
        ("6", "-", "african-group"),
        ("6", "-", "independent-association-for-latin-america-and-the-caribbean"),
        ("6", "-", "umbrella-group"),
    ]


def test_headings_that_the_house_prints_directly_under_an_item_are_no_fault() -> None:
    """Are "1. Proceedings" and "2. Conclusions" under a roman heading no skipped level here, and other titles one?"""
    words = (
        "# Report of the Subsidiary Body for Implementation on its ninetieth session\n\nFCCC/SBI/2031/9\n\n"
        "## I. Lamps\n\n### 1. Proceedings\n\n1. It met.\n\n### 2. Conclusions\n\n2. It rose.\n\n"
        "## II. Nets\n\n### A. Nets of the north\n\n#### 1. Proceedings\n\n3. It sat.\n"
    )
    assert report_from_text(words, "session.md").findings == ()
    other = report_from_text(words.replace("1. Proceedings", "1. Harbours"), "session.md")
    assert [finding.code for finding in other.findings] == ["skipped-level"]
