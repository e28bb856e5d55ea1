"""Are lists read that only their lines divide: a name a line, or columns that ran together?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.model import OrganizationRef, StateRef
from rapporteur.model.actors import ActorLinks
from rapporteur.read import report_from_text

FRONT = "# Report of the Lighthouse Board on its ninth session, Lisbon, 3 to 9 June 1980\n\n## I. Attendance\n\n"


def linked(words: str) -> ActorLinks:
    """The actors of a report whose one paragraph has these words."""
    report = report_from_text(f"{FRONT}1. {words}\n\n2. The Board adjourned.\n", "x.md")
    links = link_actors(report, find_mentions(report).actors, load_authorities())
    assert all(report.quote(link.span) == link.quote for link in links.links)
    assert all(report.quote(mention.span) == mention.quote for mention in links.unlinked)
    return links


def present(words: str) -> list[tuple[str, str]]:
    """Who a paragraph says was present, and in which capacity."""
    ids = []
    for one in linked(words).participations:
        who = one.participant
        assert isinstance(who, StateRef | OrganizationRef)
        ids.append((who.code if isinstance(who, StateRef) else who.id, one.capacity.id if one.capacity else ""))
    return ids


HEAD = "The following States members of the Board were represented:"


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("Chad\n\nCuba\n\nPeru\n\nTogo", "TCD CUB PER TGO"),
        ("Chad Mali\n\nCuba Nepal\n\nPeru Saint Lucia\n\nTogo", "TCD MLI CUB NPL PER LCA TGO"),
        ("Chad United Kingdom of Great Britain\nCuba and Northern Ireland\nMali Peru", "TCD GBR CUB MLI PER"),
        ("Guinea Union of Soviet Socialist Republics\nCuba Mali\nPeru Togo", "GIN SUHH CUB MLI PER TGO"),
        ("Chad\nGermany, Federal Republic of\nCuba\nPeru", "TCD DEU CUB PER"),
        ("Chad Mali\nCuba Nepal.\nPeru Togo\nFiji\n\nThe Board met in the harbour.", "TCD MLI CUB NPL PER TGO FJI"),
        ("Chad\nCubba\nPeru\nTogo", "TCD CUB PER TGO"),
        ("Chad\nCuba\nPeru\n\n1/ The members were chosen by the Board on 4 May 1980", "TCD CUB PER"),
    ],
)
def test_states_are_told_by_their_lines(lines: str, codes: str) -> None:
    """Is each State of such a list present, and nothing behind it?"""
    assert present(f"{HEAD}\n\n{lines}") == [(code, "member-state") for code in codes.split()]


def test_a_list_behind_no_colon() -> None:
    """Is a list read whose head lost its colon, and are those not members observers?"""
    words = "The following states not members of the Board were represented\n\nChad\n\nCuba\n\nPeru"
    assert present(words) == [(code, "observer-state") for code in ("TCD", "CUB", "PER")]


def test_words_that_are_no_name_are_open() -> None:
    """Is a line that names no known State said, and does it hide no other?"""
    found = linked(f"{HEAD}\nChad\nRuritania\nCuba\nPeru\nTogo")
    assert len(found.participations) == 4
    assert "Ruritania" in [one.quote for one in found.unlinked]


def test_bodies_told_by_their_lines() -> None:
    """Is each body on a line of its own one body, and a list with commas left to its commas?"""
    head = "The following bodies were represented:"
    lines = "Lamp Office\nInstitute for Lamps and\nReefs\nUnion of Island Ports (UIP)"
    assert [who for who, _ in present(f"{head}\n{lines}")] == ["lamp-office", "institute-for-lamps-and-reefs", "uip"]
    commas = "Lamp Office (LO), Institute\nfor Reefs (IR), Union\nof Island Ports (UIP)"
    assert [who for who, _ in present(f"{head}\n{commas}")] == ["lo", "ir", "uip"]


@pytest.mark.parametrize(
    "words",
    [
        "The following observers also took part: States: Chad, Peru; Organizations: Lamp Office, Reef Council.",
        "The following observers also took part: (a) States: Chad, Peru; (b) Organizations: Lamp Office, Reef Council",
        "The following observers were present:\n\nStates: Chad, Peru\n\nOrganizations: Lamp Office, Reef Council",
    ],
)
def test_observers_by_kind(words: str) -> None:
    """Are observers listed by kind read, each in the capacity of its kind?"""
    assert present(words) == [
        ("TCD", "observer-state"),
        ("PER", "observer-state"),
        ("lamp-office", "observer-organization"),
        ("reef-council", "observer-organization"),
    ]


def test_observers_without_a_kind() -> None:
    """Is a list of observers read that names States and bodies together?"""
    words = "The following observers were present: Chad, Peru and the World Health Organization."
    assert present(words) == [("TCD", "observer-state"), ("PER", "observer-state"), ("who", "observer-organization")]
