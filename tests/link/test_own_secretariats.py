"""Secretariats, houses and bodies with a State in their name: is none of them linked to somebody else?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions, link_mentions, link_text
from rapporteur.model import OrganizationRef, StateRef
from rapporteur.read import report_from_text

REPORT = """{symbol}

# Report of the ninth meeting of keepers

## I. Opening

1. The Secretariat of the United Nations sent a lamp. The Secretariat lit it.
"""


@pytest.mark.parametrize(("symbol", "times"), [("UNEP/OzL.Pro.61/7", 1), ("CTOC/COP/2031/4", 2)])
def test_a_body_with_a_secretariat_of_its_own_leaves_the_word_open(symbol: str, times: int) -> None:
    """Does "the Secretariat" mean that of the United Nations only where the body has none of its own?"""
    linked = link_mentions(find_mentions(report_from_text(REPORT.format(symbol=symbol), "x.md")))
    assert [link.target for link in linked.links].count(OrganizationRef("secretariat")) == times
    assert [one.quote for one in linked.unlinked].count("Secretariat") == 2 - times


@pytest.mark.parametrize("words", ["the Lamp Secretariat", "of the Lamp Secretariat, Ada Zedd,"])
def test_the_secretariat_of_somebody_else_stays_open(words: str) -> None:
    """Is a Secretariat with a word of its own before it not that of the United Nations, and said?"""
    linked = link_text(f"It was asked by {words} to light lamps.")
    assert OrganizationRef("secretariat") not in [link.target for link in linked.links]
    assert "Lamp Secretariat" in [one.quote for one in linked.unlinked]


@pytest.mark.parametrize("house", ["Strelsau International Conference Centre", "Conference Centre of the Isles Board"])
def test_a_house_is_no_body(house: str) -> None:
    """Is the house where a meeting was held no organization?"""
    linked = link_text(f"The meeting was held at the {house}.")
    names = [link.quote for link in linked.links] + [one.quote for one in linked.unlinked]
    assert not any("Centre" in name or name == "Conference" for name in names)


@pytest.mark.parametrize(
    "body", ["the Lamp Alliance of Kenya", "Germany Trade and Invest", "the Spain Department", "the Peru Lamps & Buoys"]
)
def test_a_state_in_the_name_of_a_body_is_not_named(body: str) -> None:
    """Is the State whose name is a part of a body's not linked?"""
    assert not any(isinstance(link.target, StateRef) for link in link_text(f"Lamps were lit by {body}.").links)
