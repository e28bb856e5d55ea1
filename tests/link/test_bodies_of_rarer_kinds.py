"""Are bodies of kinds that fewer names bear, and those named by their treaty, read to the end of their names?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.model import OrganizationRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

NETS = "Convention on Nets, Ropes in the Fog and Lamps in Port Matters"
ROWS = [
    (
        "The Isles Forum for Fog Keepers and the World Lamp Assembly met.",
        ["Isles Forum for Fog Keepers", "World Lamp Assembly"],
        [],
    ),
    (
        "The Harbour Trade Union Confederation wrote to the Nets and Lamp Trade Development Board.",
        ["Harbour Trade Union Confederation", "Nets and Lamp Trade Development Board"],
        [],
    ),
    (
        "The Joint Group of Experts on the Fog Aspects of Lamps met the Subsidiary Body on Nets.",
        ["Joint Group of Experts on the Fog Aspects of Lamps", "Subsidiary Body on Nets"],
        [],
    ),
    (
        "The Board of Governors and the Executive Board asked the Treaty Section.",
        [],
        ["Board of Governors", "Executive Board", "Treaty Section"],
    ),
    ("The National Assembly of Peru, its Executive Branch, and Section II of the Board Room rules", [], []),
    (f"The Compliance Committee of the {NETS} met.", [f"Compliance Committee of the {NETS}"], []),
    (
        "The Conference of the Parties to the Convention on Biological Diversity decided.",
        ["Conference of the Parties to the Convention on Biological Diversity"],
        [],
    ),
    (
        "The Commission of the Convention for the Mending of Drift Nets met.",
        ["Commission of the Convention for the Mending of Drift Nets"],
        [],
    ),
    ("The Ninety-ninth World Lamp Assembly met.", ["World Lamp Assembly"], []),
    ("The Marine Debris Section of the Programme met.", ["Marine Debris Section"], []),
    (
        "The International Maritime Organization Lamp Committee met.",
        [],
        ["International Maritime Organization Lamp Committee"],
    ),
    ("The Scientific and Technical Lamp Panel met.", ["Scientific and Technical Lamp Panel"], []),
    (
        "The Group of Experts on Lessons from United Nations Congresses on Lamps met.",
        ["Group of Experts on Lessons from United Nations Congresses on Lamps"],
        [],
    ),
    (
        "The Governing Council of the United Nations Environment Programme met.",
        ["United Nations Environment Programme"],
        ["Governing Council"],
    ),
    ("The States Parties to the Convention on Biological Diversity met.", [], []),
]


@pytest.mark.parametrize(("words", "named", "left_open"), ROWS, ids=[words for words, _, _ in ROWS])
def test_a_body_is_named_whole(words: str, named: list[str], left_open: list[str]) -> None:
    """Is each name linked from its first word to its last, and what many bodies are called open?"""
    found = link_text(words)
    assert [link.quote for link in found.links if isinstance(link.target, OrganizationRef)] == named
    assert [open.quote for open in found.unlinked if open.kind == "organization"] == left_open


def test_the_treaty_in_a_body_s_name_is_no_mention_of_it() -> None:
    """Is a treaty that only a body's name holds no mention, and does it still tell whose article is cited?"""
    found = link_text(
        "The Conference of the Parties to the Convention on Biological Diversity read article 8 of the Convention."
    )
    assert [str(link.target) for link in found.links if link.kind == "treaty-mention"] == []
    assert any(
        "convention-on-biological-diversity" in str(link.target) for link in found.links if link.property == "cites"
    )


CONFERENCES = [
    ("the International Lamp Conference met", ["International Lamp Conference"]),
    ("the Conference of the Contracting Parties met", ["Conference of the Contracting Parties"]),
    ("the Assembly of the States Parties met", ["Assembly of the States Parties"]),
    ("the Lamp Conference and the Second Lamp Conference met in the World Lamp Conference Room", []),
    ("the conference of the parties met", []),
]


@pytest.mark.parametrize(("words", "left_open"), CONFERENCES, ids=[words for words, _ in CONFERENCES])
def test_a_conference_that_is_nobodys_is_open(words: str, left_open: list[str]) -> None:
    """Is a conference by a name in capitals, or a meeting of parties to no treaty, said, and linked to nothing?"""
    found = link_text(words)
    assert not found.links
    assert [mention.quote for mention in found.unlinked] == left_open


GATHERINGS = [
    ("They recalled the World Conference on Lamps, held in 1995.", ["World Conference on Lamps"]),
    (
        "The Second World Assembly on Fog and the International Conference on Nets and Ropes met.",
        ["Second World Assembly on Fog", "International Conference on Nets and Ropes"],
    ),
    ("The United Nations Conference on Lamps met.", ["United Nations Conference on Lamps"]),
    ("See the World Conference on Nets and the Strelsau Declaration.", ["World Conference on Nets"]),
    ("The World Summit for Fog Keeping, then the Harbour Summit.", ["World Summit for Fog Keeping", "Harbour Summit"]),
    ("The Asian Regional Seminar on Lamps met.", ["Asian Regional Seminar on Lamps"]),
    ("A seminar on Lamps, the Workshop on Lamps and the Meeting on Fog met.", []),
    ("THE UNITED NATIONS CONFERENCE ON LAMPS MET", []),
]


@pytest.mark.parametrize(("words", "left_open"), GATHERINGS, ids=[words for words, _ in GATHERINGS])
def test_a_gathering_by_its_name_is_open(words: str, left_open: list[str]) -> None:
    """Is a conference that is named with what it was about said, whole, and no body made of it?"""
    found = link_text(words)
    assert not found.links
    assert [mention.quote for mention in found.unlinked] == left_open


def test_a_body_and_a_report_s_own_conference_are_no_gatherings() -> None:
    """Does a body of many words before "on" stay one, and is the conference whose report it is not said as another?"""
    assert [str(link.target) for link in link_text("The Isles Forum on Fog met.").links]
    text = "# Report of the Conference on Lamps\n\n1. The Conference on Lamps met.\n"
    linked = link_report(report_from_text(text, "x.md"))
    assert "Conference on Lamps" not in [mention.quote for mention in linked.unlinked]
