"""Attendance in an annex: are lists under heads read, however they are printed, and what cannot be read reported?"""

from __future__ import annotations

from pathlib import Path

import pytest

from rapporteur import find_mentions, read_report
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.model import OrganizationRef, PersonRef, Report, StateRef
from rapporteur.model.actors import ActorLinks
from rapporteur.read import report_from_text

FRONT = """# Report of the Lighthouse Board on its ninth session

## I. Opening

1. The session was attended by representatives of States members of the Board and by observers (see annex I).

"""


def links_of(report: Report) -> ActorLinks:
    """The actors of a report; every quote must be what stands at its place."""
    links = link_actors(report, find_mentions(report).actors, load_authorities())
    assert all(report.quote(one.span) == one.quote for one in (*links.links, *links.unlinked))
    return links


def who(ref: StateRef | OrganizationRef | PersonRef | None) -> str:
    if ref is None:
        return "-"
    return ref.code if isinstance(ref, StateRef) else ref.id


def present(links: ActorLinks) -> list[tuple[str, str]]:
    return [(who(p.participant), p.capacity.id if p.capacity else "") for p in links.participations]


def unread(links: ActorLinks) -> list[str]:
    return [line.split(": ", 1)[1] for line in links.unread]


def annex(text: str) -> ActorLinks:
    return links_of(report_from_text(f"{FRONT}## Annex I\n\n## Attendance\n\n{text}\n", "x.md"))


LISTS = """### Members

Chad

Iran (Islamic Republic of)

### States Members of the United Nations represented by observers

Cuba, Norway, Venezuela (Bolivarian Republic of)

### Non-Member States represented by observers

Holy See

### Other observers

Sovereign Military Order of Malta

### Specialized agencies and related organizations

World Health Organization

### Intergovernmental organizations

European Union

### Other entities

International Committee of the Red Cross

### National human rights institutions

Lamp Institution (Togo)

### Non-governmental organizations

Amnesty International

Centre for Fog, Lamps and Reefs

Movement of Keepers and Pilots
"""

EXPECTED = [
    ("TCD", "member-state"),
    ("IRN", "member-state"),
    ("CUB", "observer-state"),
    ("NOR", "observer-state"),
    ("VEN", "observer-state"),
    ("VAT", "observer-state"),
    ("smom", "observer"),
    ("who", "un-entity-observer"),
    ("eu", "intergovernmental-observer"),
    ("icrc", "observer-organization"),
    ("lamp-institution-togo", "national-human-rights-institution"),
    ("amnesty-international", "civil-society-observer"),
    ("centre-for-fog-lamps-and-reefs", "civil-society-observer"),
    ("movement-of-keepers-and-pilots", "civil-society-observer"),
]


def test_lists_under_headings() -> None:
    """Does each heading of an annex give the capacity of those below it, a name a line or between commas?"""
    links = annex(LISTS)
    assert present(links) == EXPECTED
    assert unread(links) == []


def test_lists_under_lines_that_are_no_headings() -> None:
    """Is the same read where the heads are plain lines, as in a text without markup?"""
    links = annex(LISTS.replace("### ", ""))
    assert present(links) == EXPECTED
    assert unread(links) == []


def test_heads_with_a_colon_and_their_list_behind_it() -> None:
    """Is "Observer States: A, B" a head with its list?"""
    links = annex("Members: Chad, Cuba, Peru.\n\nObserver States: Norway.\n")
    assert present(links) == [
        ("TCD", "member-state"),
        ("CUB", "member-state"),
        ("PER", "member-state"),
        ("NOR", "observer-state"),
    ]


COLUMNS = """
                                                                       LB/2031/4

I.    Opening

      1.      The session was attended by representatives of members of the Board (see annex I).

                                                                               2
\fLB/2031/4

Annex I
           Attendance

           Members
Algeria                       Chad                          Peru
Argentina                     Guinea-Bissau                 Venezuela (Bolivarian
Bosnia and Herzegovina        Namibia                       Republic of)

           Observers
Holy See

           Non-governmental organizations
Amnesty International         Harbour Watch                 International Movement of
Association of Reefs          Lamp Union                    Keepers and Pilots

           Keepers of distinction
Zorro Lampson

                                                                               3
\fLB/2031/4

           Intergovernmental organizations
European Union
Union of Island
  Ports
"""


def test_columns(tmp_path: Path) -> None:
    """Are names in columns read one by one, a State's over two lines too; a body's and an unknown head reported?"""
    path = tmp_path / "board.txt"
    path.write_text(COLUMNS, "utf-8")
    links = links_of(read_report(path))
    assert present(links) == [
        ("DZA", "member-state"),
        ("TCD", "member-state"),
        ("PER", "member-state"),
        ("ARG", "member-state"),
        ("GNB", "member-state"),
        ("VEN", "member-state"),
        ("BIH", "member-state"),
        ("NAM", "member-state"),
        ("VAT", "observer"),
        ("amnesty-international", "civil-society-observer"),
        ("harbour-watch", "civil-society-observer"),
        ("association-of-reefs", "civil-society-observer"),
        ("lamp-union", "civil-society-observer"),
        ("eu", "intergovernmental-observer"),
        ("union-of-island-ports", "intergovernmental-observer"),
    ]
    assert unread(links) == [
        "International Movement of",
        "Keepers and Pilots",
        "Zorro Lampson",
    ]


@pytest.mark.parametrize(
    ("text", "read", "left"),
    [
        ("### Keepers of distinction\n\nZorro Lampson\n\nAda Reef\n", [], ["Zorro Lampson Ada Reef"]),
        ("### Members\n\n| State | Seats |\n|---|---|\n| Chad | 3 |\n", [], None),
        (
            "### Members\n\nChad\n\nMr. Karim Masri, Minister\n\nMs. Ada Reef\n",
            [("TCD", "member-state")],
            ["Chad Mr. Karim Masri, Minister Ms. Ada Reef"],
        ),
        ("Chad\n\nCuba\n", [("TCD", "represented"), ("CUB", "represented")], []),
        ("The list can be had from the keeper.\n\nMembers\n\nChad\n", [("TCD", "member-state")], []),
    ],
)
def test_what_cannot_be_read_is_reported(text: str, read: list[tuple[str, str]], left: list[str] | None) -> None:
    """Are a list under an unknown head, a table and persons reported, and a remark that names nobody not?"""
    links = annex(text)
    assert present(links) == read
    assert unread(links) == left if left is not None else len(unread(links)) == 1


def test_an_unknown_state_in_an_annex_stays_open() -> None:
    """Is a name under "Members" that no authority knows an open mention, and nobody present by it?"""
    links = annex("### Members\n\nChad\n\nRuritania\n")
    assert present(links) == [("TCD", "member-state")]
    assert [u.quote for u in links.unlinked] == ["Ruritania"]


def test_regions_part_a_list_further() -> None:
    """Do headings of regions under "Members" keep its capacity?"""
    links = annex("### Members\n\n#### Northern ports\n\nNorway\n\n#### Southern ports\n\nPeru\n")
    assert present(links) == [("NOR", "member-state"), ("PER", "member-state")]


def test_an_annex_that_is_pointed_to_and_missing_is_reported() -> None:
    """Is the sentence that sends the reader to an annex reported, where the text holds no such annex?"""
    links = links_of(report_from_text(FRONT + "2. The Board rose.\n", "x.md"))
    assert present(links) == []
    assert unread(links) == [
        "The session was attended by representatives of States members of the Board and by observers (see annex I)."
    ]


def test_bodies_by_their_consultative_status() -> None:
    """Is "General consultative status:" a head below the one over it, and no part of a name?"""
    found = annex(
        "### Non-governmental organizations\n\nGeneral consultative status: Lamp Friends International, Reef Watch\n\n"
        "Special consultative status: Fog Institute\n\nRoster: Buoy Society"
    )
    names = ["lamp-friends-international", "reef-watch", "fog-institute", "buoy-society"]
    assert present(found) == [(name, "civil-society-observer") for name in names]


@pytest.mark.parametrize(
    ("title", "capacity"),
    [
        ("List of Contracting Parties in attendance", "state-party"),
        ("List of observer States represented at the meeting", "observer-state"),
    ],
)
def test_an_annex_of_parties_in_attendance(title: str, capacity: str) -> None:
    """Are those of an annex so titled present, and are three lines of names no heading of their own?"""
    text = f"REPORT OF THE LIGHTHOUSE BOARD\n\nI. LAMPS\n\n1. It met.\n\nANNEX I\n\n{title}\n\nChad\nCuba\nPeru\n\n"
    report = report_from_text(f"{text}ANNEX II\n\nList of documents\n\nChart of lamps.\n", "x.txt")
    assert [section.path for section in report.sections] == ["I", "annex-I", "annex-II"]
    assert present(links_of(report)) == [(code, capacity) for code in ("TCD", "CUB", "PER")]
