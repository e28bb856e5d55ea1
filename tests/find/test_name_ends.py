"""Names of bodies and gatherings: do they end before the day and the place of their meeting?"""

from __future__ import annotations

import pytest

from rapporteur import link_text

ROWS = [
    ("The Isles Lamp Committee on Monday spoke.", "Isles Lamp Committee"),
    ("The Isles Lamp Board on Friday spoke.", "Isles Lamp Board"),
    ("The World Conference on Lamps in Port Zedd in 1931 was recalled.", "World Conference on Lamps"),
    ("The World Summit on Fog in Santiago, Chile, was recalled.", "World Summit on Fog"),
    ("The World Summit on Trade in Nets in Port Zedd was recalled.", "World Summit on Trade in Nets"),
    ("The World Conference on Keepers in Harbours was recalled.", "World Conference on Keepers in Harbours"),
    ("The Task Force on Trade in Nets spoke.", "Task Force on Trade in Nets"),
    ("The Office to Mend Trade in Nets, Chile, spoke.", "Office to Mend Trade in Nets"),
    ("The Isles Committee on Sunday Fishing spoke.", "Isles Committee on Sunday Fishing"),
    ("The Office for Island Lamps of Chile spoke.", "Office for Island Lamps of Chile"),
    ("The Office for Island Lamps of Chile and Peru spoke.", "Office for Island Lamps"),
]


@pytest.mark.parametrize(("text", "name"), ROWS, ids=[name for _, name in ROWS])
def test_a_name_ends_before_where_and_when(text: str, name: str) -> None:
    """Is the name said, and nothing of the day or the place?"""
    linked = link_text(text)
    assert name in {said.quote for said in (*linked.links, *linked.unlinked)}


def test_a_weekday_makes_no_body() -> None:
    """Is no body made of "Assembly on Thursday"?"""
    linked = link_text("The Assembly on Thursday and the Second Committee on Friday were recalled.")
    assert not any("day" in coined.name for coined in linked.coined)
