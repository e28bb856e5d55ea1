"""Do lists under group headings, requests in deliberations, annexes cited and resolutions' titles come out right?

Three invented reports under `groups/`, written to trip the reader: experts as `pdftotext` prints them, a platform's
plenary in Markdown, a working group in plain text. At first sight headings behind lists were lost, most States under
headings of groups were not read, and no request told in deliberations was.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from rapporteur import read_report
from rapporteur.graph.iris import Iris, ReportIris
from rapporteur.model import DocumentRef, LinkedReport, OrganizationRef, PersonRef, StateRef
from rapporteur.pipeline import link_report

HERE = Path(__file__).parent / "groups"
EXPERTS, PLENARY, HARBOURS = "experts_on_lamps.txt", "plenary_on_fog.md", "group_on_harbours.txt"


@cache
def linked(name: str) -> LinkedReport:
    return link_report(read_report(HERE / name))


def who(ref: StateRef | OrganizationRef | PersonRef | None) -> str:
    if ref is None:
        return "-"
    return ref.code if isinstance(ref, StateRef) else ref.id


@pytest.mark.parametrize(
    ("name", "sections", "paragraphs"),
    [
        (EXPERTS, "I II II.A II.B III III.A III.B IV annex-I annex-II", 14),
        (
            PLENARY,
            "I II III IV annex-I annex-I/resolution-21-1-measuring-fog annex-I/resolution-21-2-lamps-in-winter "
            "annex-II",
            10,
        ),
        (HARBOURS, "I II III IV IV.A IV.B annex-I", 12),
    ],
)
def test_outline(name: str, sections: str, paragraphs: int) -> None:
    """Is a heading read behind a list that no full stop ends, and a resolution's number with its title as one?"""
    report = linked(name).report
    assert " ".join(section.path for section in report.sections) == sections
    assert len(report.paragraphs) == paragraphs
    assert all(section.title.text for section in report.sections)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (
            EXPERTS,
            "DZA:member-state CIV:member-state COG:member-state JPN:member-state MYS:member-state KOR:member-state "
            "FIN:member-state NLD:member-state GBR:member-state oas:intergovernmental-observer "
            "world-bank:intergovernmental-observer lamp-watch-international:civil-society-observer "
            "reef-fund:civil-society-observer ada-brill:chair karim-vela:vice-chair noor-azlan:alternate "
            "paul-ito:vice-chair lena-moss:alternate tomas-ruiz:rapporteur",
        ),
        (
            PLENARY,
            "DZA:member-state BEN:member-state CIV:member-state BTN:member-state NPL:member-state KOR:member-state "
            "BOL:member-state PER:member-state ITA:state-party QAT:state-party VAT:observer-state ada-brill:chair "
            "karim-vela:vice-chair noor-azlan:vice-chair paul-ito:vice-chair moussa-diop:committee-member "
            "amina-saleh:alternate jana-kova:committee-member ivan-petro:alternate",
        ),
        (
            HARBOURS,
            "EGY:state-party TGO:state-party ITA:state-party TUR:state-party JPN:signatory-observer "
            "SOM:non-party-observer world-bank:intergovernmental-observer",
        ),
    ],
)
def test_attendance(name: str, rows: str) -> None:
    """Is everybody there who is listed under a group's heading, in its capacity or the announcement's, no group among
    them, and every officer and alternate in the role that the list gives?"""
    found = linked(name).participations
    assert [
        f"{who(p.participant)}:{p.capacity.id if p.capacity else p.role.id if p.role else ''}" for p in found
    ] == rows.split()


@pytest.mark.parametrize("name", [EXPERTS, PLENARY])
def test_alternates_and_members_by_group_leave_nothing_unread(name: str) -> None:
    """Is no list of officers said to be unread, where alternates and members of a bureau have their roles?"""
    assert not any("alternate" in line for line in linked(name).unread)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (
            EXPERTS,
            [
                "7.1 recommend states-parties",
                "7.2 request secretariat",
                "8.1 invite international-lamp-makers-council,world-bank",
                "8.2 encourage member-states",
            ],
        ),
        (
            PLENARY,
            [
                "6.1 request ",
                "6.2 invite global-fog-observatory-network",
                "1.1 request secretariat",
                "2.1 invite world-bank",
                "1~2.1 encourage ",
            ],
        ),
        (
            HARBOURS,
            [
                "2(a).1 should states-parties",
                "2(b).1 should secretariat",
                "3.1 invite harbour-masters-association-of-the-north,interpol",
                "5.1 recommend conference",
                "8(a).1 request secretariat",
                "8(b).1 request secretariat",
            ],
        ),
    ],
)
def test_recommendations(name: str, rows: list[str]) -> None:
    """Is what the body asks in its deliberations read, what speakers ask not, and a body named here only addressed?

    A body known by no word but the short name of another ("… Council") is one by a name of four words.
    """
    assert [
        f"{r.ref.number} {r.strength.id} {','.join(getattr(a, 'id', '') for a in r.addressees)}"
        for r in linked(name).recommendations
    ] == rows


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        (
            EXPERTS,
            {
                "document/TD/B/C.IX/2031/4/section/annex-II",
                "document/TD/B/C.IX/2031/4/section/III",
                "document/TD/B/C.IX/2031/4/section/II.B",
                "document/TD/B/C.IX/2030/2",
                "document/TD/B/C.IX/2030/2/section/II",
                "document/TD/B/C.IX/2031/2",
                "document/TD/B/C.IX/2031/2/section/III",
            },
        ),
        (
            HARBOURS,
            {
                "instrument/untoc/article/10/paragraph/2",
                "document/CTOC/COP/WG.21/2031/3/section/annex-I",
                "document/CTOC/COP/WG.21/2031/2",
            },
        ),
    ],
)
def test_citations(name: str, cited: set[str]) -> None:
    """Are annexes and sections cited where they are, a section behind "and" in the note it is of, and is an
    organization called Article 19 no article?"""
    found = linked(name)
    iris = Iris()
    document = iris.document(DocumentRef(found.report.symbol or ""))
    addresses = ReportIris(iris, document, document)
    assert {
        str(addresses.entity(link.target)).removeprefix(iris.root) for link in found.links if link.property == "cites"
    } == cited
    assert [who(s.speaker) for s in found.statements if s.capacity and s.capacity.id == "observer"][-1] == "article-19"


@pytest.mark.parametrize(
    ("name", "days"),
    [
        (EXPERTS, "2031-06-30 2031-07-02 Geneva"),
        (PLENARY, "2031-11-30 2031-12-04 Bonn, Germany"),
        (HARBOURS, "2031-05-12 2031-05-14 Vienna"),
    ],
)
def test_meeting(name: str, days: str) -> None:
    """When and where was it: held, or gathered, over the end of a month?"""
    meeting = linked(name).meeting
    assert meeting is not None
    assert f"{meeting.start} {meeting.end} {meeting.location}" == days


@pytest.mark.parametrize("name", [EXPERTS, PLENARY, HARBOURS])
def test_every_quote_stands_at_its_place(name: str) -> None:
    """Does no quote differ from the source?"""
    assert all(linked(name).report.quote(link.span) == link.quote for link in linked(name).links)
