"""Officers, moderators and speakers who are told by an office: has each the role that the words say?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.read import report_from_text

FRONT = "# Report of the Lighthouse Board on its ninth session, Lisbon, 3 to 9 June 2031\n\n## I. Debate\n\n1. "

ROWS = [
    (
        "The Board elected His Royal Highness Prince Azu Belan Cedri Dorumal Efanor (Thailand) as President.",
        {("Prince Azu Belan Cedri Dorumal Efanor", "chair")},
    ),
    (
        "President: Her Serene Highness Princess Azu Belan Cedri Dorumal Efanor Goram (Thailand)",
        {("Princess Azu Belan Cedri Dorumal Efanor Goram", "chair")},
    ),
    ("The Board elected Mr. Royal Lind (Norway) as President.", {("Royal Lind", "chair")}),
    (
        "The Board elected as Vice-presidents Argentina, China and Peru.",
        {("Argentina", "vice-chair"), ("China", "vice-chair"), ("Peru", "vice-chair")},
    ),
    ("Vice-presidents Argentina, Peru", {("Argentina", "vice-chair"), ("Peru", "vice-chair")}),
    ("Vice-chairmen: Argentina, Peru", {("Argentina", "vice-chair"), ("Peru", "vice-chair")}),
    ("The Board elected as Vice-Presidents Georgia Lind and Jordan Zedd.", set()),
    ("Vice-Presidents Argentina and Peru met the keepers.", set()),
    ("Mr. Bo Lind moderated the discussion.", {("Bo Lind", "facilitator")}),
    ("Ms. Ada Zedd (Peru), acting as moderator, lit a lamp.", {("Ada Zedd", "facilitator")}),
    ("Mr. Bo Lind moderated his tone.", set()),
    ("Ada Lind, the Executive Secretary, said that lamps were lit.", {("Ada Lind", "speaker")}),
    ("Ms. Ada Lind, Director of the Fog Fund, delivered opening remarks.", {("Ada Lind", "speaker")}),
    ("Mr. Bo Lind, Mayor of Strelsau, addressed the session.", {("Bo Lind", "speaker")}),
    ("Mr. Bo Lind, the Executive Secretary, said goodbye.", set()),
]


@pytest.mark.parametrize(("words", "told"), ROWS, ids=[words for words, _ in ROWS])
def test_a_role_is_told(words: str, told: set[tuple[str, str]]) -> None:
    """Who took part, and as what?"""
    report = report_from_text(f"{FRONT}{words}\n", "x.md")
    found = link_actors(report, find_mentions(report).actors, load_authorities()).participations
    assert {(one.name_as_written, one.role.id if one.role else "") for one in found} == told
