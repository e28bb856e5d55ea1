"""Lists by office and name: are those persons who took the floor, each for the State that the office is held for?"""

from __future__ import annotations

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.model import StateRef
from rapporteur.model.actors import ActorLinks
from rapporteur.read import report_from_text

FRONT = "# Report of the Lighthouse Board on its ninth session, Lisbon, 3 to 9 June 2031\n\n## I. Debate\n\n1. "


def linked(words: str) -> ActorLinks:
    report = report_from_text(f"{FRONT}{words}\n", "x.md")
    return link_actors(report, find_mentions(report).actors, load_authorities())


def roles(links: ActorLinks) -> list[tuple[str, str, str]]:
    """Name as written, role and State of each person who took part."""
    return [
        (
            one.name_as_written,
            one.role.id if one.role else "",
            one.representing.code if isinstance(one.representing, StateRef) else "",
        )
        for one in links.participations
    ]


def test_panellists_by_office_and_name() -> None:
    """Is each item of the list a person, with a State only where the office is one of a State?"""
    links = linked(
        "At the same meeting, the following panellists made statements: the Chief Keeper of the Reef Fund (RF) and"
        " Chair of the Fog Group, Ada Zedd; the Permanent Representative of Peru, Karim Masri; and the Member of the"
        " Lamp Committee, Tomás Alba and the Acting Chairperson of the Net Board in Chad, Sara Foy."
    )
    assert roles(links) == [
        ("Ada Zedd", "panellist", ""),
        ("Karim Masri", "panellist", "PER"),
        ("Tomás Alba", "panellist", ""),
        ("Sara Foy", "panellist", ""),
    ]
    assert not links.statements
    assert not links.unread


def test_dignitaries_day_by_day() -> None:
    """Do dignitaries speak, under the letter of their day?"""
    links = linked(
        "The following dignitaries addressed the Board, in the order in which they spoke:\n\n"
        "(a) At the 2nd meeting, on 4 June 2031: the Prime Minister of Fiji, Ada Zedd; the Minister for Foreign Affairs"
        " of Peru, Karim Masri;\n\n(b) At the 3rd meeting, on the same day: the Secretary of State of the Holy See,"
        " Luis Foy."
    )
    assert roles(links) == [
        ("Ada Zedd", "speaker", "FJI"),
        ("Karim Masri", "speaker", "PER"),
        ("Luis Foy", "speaker", "VAT"),
    ]
    assert [one.name_as_written for one in links.statements] == ["Ada Zedd", "Karim Masri", "Luis Foy"]
    assert not links.unread


def test_a_list_with_an_item_of_another_kind_is_unread() -> None:
    """Is the whole list reported where one of its items is no office and name?"""
    links = linked(
        "The following dignitaries addressed the Board: the Prime Minister of Fiji, Ada Zedd; lamps and nets of all"
        " kinds; the Chief Keeper, Luis Foy."
    )
    assert not links.statements
    assert len(links.unread) == 1
