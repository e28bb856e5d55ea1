"""Does what nobody tuned the linker to come out right: invented reports in the ways real families write?

Each file beside this one is one page in the manner of a family, with turns that no specimen has. The facts that must
come out stand here as rows.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from rapporteur import read_report
from rapporteur.model import DecisionPartRef, LinkedReport, OrganizationRef, PersonRef, StateRef
from rapporteur.pipeline import link_report

HERE = Path(__file__).parent
GROUP, PLENARY, REVIEW = "group_on_reefs.txt", "plenary_of_lamps.md", "review_of_chad.txt"
ACT, DECISIONS = "final_act_of_lamps.txt", "decisions_on_lamps.txt"
COUNCIL, BUOYS = "council_on_ferries.txt", "group_on_buoys.txt"
FILES = [GROUP, PLENARY, REVIEW, ACT, DECISIONS, COUNCIL, BUOYS]


@cache
def linked(name: str) -> LinkedReport:
    return link_report(read_report(HERE / name))


def who(ref: StateRef | OrganizationRef | PersonRef | None) -> str:
    """The code or id of a State, organization or person; "-" for nobody."""
    if ref is None:
        return "-"
    return ref.code if isinstance(ref, StateRef) else ref.id


def test_every_document_is_read() -> None:
    """Has no filter emptied the folder, and does every quote stand at its place?"""
    assert sorted(path.name for path in HERE.glob("*") if path.suffix in (".txt", ".md", ".html")) == sorted(FILES)
    for name in FILES:
        found = linked(name)
        assert found.links
        assert all(found.report.quote(link.span) == link.quote for link in found.links)


@pytest.mark.parametrize(
    ("name", "sections", "paragraphs"),
    [
        (GROUP, "I II II.A II.B III III.A III.B III.C III.D III.E", 10),
        (PLENARY, "I II II.A II.B III", 9),
        (REVIEW, "introduction I I.A II", 8),
        (ACT, "annex-I", 5),
    ],
)
def test_outline(name: str, sections: str, paragraphs: int) -> None:
    """Are these the sections and the paragraphs, a title that goes on with a date and an item 5 among neither?"""
    report = linked(name).report
    assert " ".join(section.path for section in report.sections) == sections
    assert [paragraph.key for paragraph in report.paragraphs] == [str(n) for n in range(1, paragraphs + 1)]


def test_the_symbol_of_two_bodies_is_one_symbol() -> None:
    """Is a document of two bodies known by its joint symbol, and one whose masthead is in bold by its own?"""
    assert linked(GROUP).report.symbol == "CTOC/COP/WG.8/2031/4-CTOC/COP/WG.9/2031/4"
    assert linked(PLENARY).report.symbol == "IPBES/9/41"
    assert linked(ACT).report.symbol == "A/CONF.999/26"


def test_a_list_goes_on_under_headings() -> None:
    """Are lettered recommendations read that stand under headings below the paragraph that announces them?"""
    found = [
        (r.ref.number, r.section, r.strength.id, [getattr(a, "id", "") for a in r.addressees], list(r.actions))
        for r in linked(GROUP).recommendations
    ]
    assert found == [
        ("2(a).1", "II.A", "consider", ["states-parties"], ["become"]),
        ("2(b).1", "II.A", "should", ["secretariat"], ["update"]),
        ("2(c).1", "II.B", "encourage", ["member-states"], ["abolish"]),
    ]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (
            GROUP,
            [
                ("CHL", "representative", "1(a)"),
                ("PER", "representative", "1(a)"),
                ("TGO", "representative", "1(a)"),
                ("PSE", "observer", "1(a)"),
                ("BOL", "representative", "3"),
                ("eu", "representative", "3"),
                ("FSM", "representative", "3"),
                ("ECU", "representative", "3"),
                ("LBY", "representative", "3"),
                ("PER", "representative", "3"),
            ],
        ),
        (PLENARY, [(code, "representative", "3") for code in ("NRU", "NPL")]),
        (
            REVIEW,
            [(code, "representative", "none") for code in ("DZA", "PSE", "BRA", "EGY", "SVN", "USA", "TUN")]
            + [("TCD", "concerned-state", "none")],
        ),
    ],
)
def test_statements(name: str, rows: list[tuple[str, str, str]]) -> None:
    """Is everybody who spoke there, in the right capacity, under the right item?"""
    assert [
        (who(s.speaker), s.capacity.id if s.capacity else "", s.item.number if s.item else "none")
        for s in linked(name).statements
    ] == rows


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (
            GROUP,
            [
                ("world-bank", "un-entity-observer", ""),
                ("marta-zedd", "", "chair"),
                ("jan-foo", "", "chair"),
                ("ole-zedd", "", "panellist"),
                ("mia-bar", "", "panellist"),
            ],
        ),
        (PLENARY, [("ada-zedd", "", "chair"), ("ole-zedd", "", "committee-chair")]),
        (
            ACT,
            [
                ("reef-watch-inc-the", "civil-society-observer", ""),
                ("lantern-fund", "civil-society-observer", ""),
                ("ilo", "un-entity-observer", ""),
                ("world-bank", "un-entity-observer", ""),
                ("PSE", "observer-organization", ""),
                ("coe", "observer-organization", ""),
                ("las", "observer-organization", ""),
                ("ole-zedd", "", "chair"),
                ("karim-masri", "", "committee-chair"),
                ("mia-bar", "", "committee-chair"),
            ],
        ),
    ],
)
def test_attendance(name: str, rows: list[tuple[str, str, str]]) -> None:
    """Is everybody who was there or had a part there, in the right capacity or role?"""
    assert [
        (who(p.participant), p.capacity.id if p.capacity else "", p.role.id if p.role else "")
        for p in linked(name).participations
    ] == rows


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        (GROUP, ["1", "1(a)", "1(b)", "2", "3"]),
        (PLENARY, ["1", "2", "2(a)", "2(b)", "3", "4", "5"]),
    ],
)
def test_agenda(name: str, numbers: list[str]) -> None:
    """Is every item of the agenda there, one whose number is also that of the paragraph that is due?"""
    assert [item.number for item in linked(name).agenda] == numbers


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (GROUP, [("ECU", "group-of-77-and-china"), ("LBY", "african-group")]),
        (PLENARY, [("NRU", "african-group"), ("NPL", "group-of-77-and-china")]),
        (REVIEW, [("EGY", "african-group"), ("SVN", "eu")]),
    ],
)
def test_for_whom_they_spoke(name: str, rows: list[tuple[str, str]]) -> None:
    """Is each speaker of a list linked with those spoken for, and nobody with those of another?"""
    assert [
        (who(s.speaker), who(s.on_behalf_of)) for s in linked(name).statements if s.on_behalf_of or s.also_for
    ] == rows


@pytest.mark.parametrize(
    ("name", "item", "sections", "documents"),
    [
        (GROUP, "1", ["III"], []),
        (PLENARY, "2", ["II"], []),
        (PLENARY, "2(a)", ["II.A"], []),
        (PLENARY, "2(b)", ["II.B"], []),
    ],
)
def test_sections_of_items(name: str, item: str, sections: list[str], documents: list[str]) -> None:
    """Is a sub-item treated in the section of its title, and has an item no documents that lay before all?"""
    found = next(i for i in linked(name).agenda if i.number == item)
    assert [part.path[0] for part in found.discussed_in] == sections
    assert [document.symbol for document in found.had_before] == documents


def test_a_list_of_treaties_and_bodies_is_no_title() -> None:
    """Does a comma before a body or another treaty end a title, and a blank line the name of a body?"""
    links = [link for link in linked(PLENARY).links if link.part.path[0] in ("8", "9")]
    assert {link.quote for link in links if link.kind == "treaty-mention"} == {
        "Reef Convention on Lamps",
        "Isles Convention on Nets",
    }
    assert [mention.quote for mention in linked(PLENARY).unlinked] == ["Drafting Committee"]
    assert not any("\n\n" in link.quote for link in links)


def test_recommenders_inside_a_recommendation() -> None:
    """Is a State in brackets before "and" one that made the recommendation, beside those in the last brackets?"""
    assert [
        (r.ref.number, list(r.actions), [who(by) for by in r.recommended_by]) for r in linked(REVIEW).recommendations
    ] == [("8.1", ["pursue"], ["TUN", "CUB"]), ("8.2", ["abolish"], ["ITA", "SVN"])]


@pytest.mark.parametrize(
    ("name", "body", "start", "end", "location"),
    [
        (GROUP, "-", "2031-05-30", "2031-06-02", "Vienna"),
        (PLENARY, "-", "2031-01-05", "2031-01-09", "Bonn, Germany"),
        (REVIEW, "working-group-on-the-universal-periodic-review", "2031-05-05", "2031-05-19", "None"),
        (ACT, "-", "1998-06-15", "1998-07-17", "Rome"),
    ],
)
def test_meeting(name: str, body: str, start: str, end: str, location: str) -> None:
    """Where and when was it, by a sentence where the title does not say, and is a host or a longer name no body?"""
    meeting = linked(name).meeting
    assert meeting is not None
    assert (who(meeting.body), str(meeting.start), str(meeting.end), str(meeting.location)) == (
        body,
        start,
        end,
        location,
    )


def test_a_list_that_nothing_divides_is_read_by_its_lines() -> None:
    """Is a list of bodies printed one a line, with no sign between them, as many bodies, and not one?"""
    names = [p.name_as_written for p in linked(ACT).participations]
    assert {"International Labour Organisation", "World Bank"} < set(names)
    assert not [p for p in linked(ACT).participations if "\n" in p.name_as_written.strip()]


def test_decisions_of_a_climate_conference() -> None:
    """Does each decision stand beside the other, its annex below it, with what it asks and the annexes it cites?"""
    found = linked(DECISIONS)
    assert [section.path for section in found.report.sections if "decision" in section.path] == [
        "decision-1-cp-91-call-for-lamps",
        "decision-1-cp-91-call-for-lamps/annex-elements-for-lamps",
        "decision-2-cp-91-mechanism-for-reefs",
    ]
    assert [(r.ref.number, r.strength.id, *r.actions) for r in found.recommendations] == [
        ("2.1", "urge", "light"),
        ("3(a).1", "request", "publish"),
        ("3(b).1", "request", "prepare"),
        ("4.1", "request", "consider"),
        ("1~3.1", "encourage", "name"),
    ]
    parts = [link.target.part for link in found.links if isinstance(link.target, DecisionPartRef)]
    assert [(part.annex, part.path) for part in dict.fromkeys(parts)] == [("I", ()), ("II", ("4",))]
