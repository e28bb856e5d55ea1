"""Panels and moderators: are all of a list read, each with its own State, and who led the talks by an office?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.read import report_from_text

FRONT = "# Report of the Lighthouse Board on its ninth session, Lisbon, 3 to 9 June 2031\n\n## I. Debate\n\n1. "
PANEL = {("Ada Zedd", "panellist", ""), ("Mia Bar", "panellist", ""), ("Bo Lind", "panellist", "PER")}

ROWS = [
    ("The panellists were Ms. Ada Zedd, Ms. Mia Bar and Mr. Bo Lind (Peru).", PANEL),
    ("The panel comprised Ms. Ada Zedd, Ms. Mia Bar, and Mr. Bo Lind (Peru).", PANEL),
    ("The discussion was led by the following panellists: Ms. Ada Zedd, Ms. Mia Bar and Mr. Bo Lind (Peru).", PANEL),
    ("The following panellists made statements: Ms. Ada Zedd, Ms. Mia Bar and Mr. Bo Lind (Peru).", PANEL),
    ("The following expert panellists took the floor: Ada Zedd, Mia Bar and Bo Lind (Peru).", PANEL),
    ("Presentations were made by the panellists Ada Zedd, Mia Bar and Bo Lind (Peru).", PANEL),
    (
        "The panellists were Ada Zedd, Director, Reef Fund (Peru); and Mr. Bo Lind, Fish and Nets (Chad).",
        {("Ada Zedd", "panellist", "PER"), ("Bo Lind", "panellist", "TCD")},
    ),
    ("The Permanent Representative of Peru, Ada Zedd, moderated the discussion.", {("Ada Zedd", "facilitator", "PER")}),
    ("Ms. Ada Zedd, moderated the panel.", {("Ada Zedd", "facilitator", "")}),
    (
        "The discussion was moderated by the Permanent Representative of Peru, Ada Zedd.",
        {("Ada Zedd", "facilitator", "PER")},
    ),
    (
        "The panel was moderated by the Director of the Lamp Fund, Mr. Bo Lind, and the Ambassador of Peru, Ada Zedd.",
        {("Bo Lind", "facilitator", ""), ("Ada Zedd", "facilitator", "PER")},
    ),
    ("The Permanent Representative of Peru, Ada Zedd, thanked the panellists.", set()),
    ("The Permanent Representative of Peru, Ada Zedd, heard who had moderated the discussion.", set()),
]


@pytest.mark.parametrize(("words", "told"), ROWS, ids=[words for words, _ in ROWS])
def test_each_has_a_role_and_its_own_state(words: str, told: set[tuple[str, str, str]]) -> None:
    """Who took part, as what, and for which State?"""
    report = report_from_text(f"{FRONT}{words}\n", "x.md")
    found = link_actors(report, find_mentions(report).actors, load_authorities()).participations
    rows = {
        (one.name_as_written, one.role.id if one.role else "", getattr(one.representing, "code", "")) for one in found
    }
    assert rows == told
