"""Is the title of a treaty that the authorities do not hold read to its end, and no further?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.model import Because

ROWS = [
    ("the Isle Protocol on Lamps that Burn Whale Oil was read", {"Isle Protocol on Lamps that Burn Whale Oil"}),
    ("the Convention on Nets that was read, and on Buoys", {"Convention on Nets"}),
    ("the Convention on Nets which New Zealand signed", {"Convention on Nets", "New Zealand"}),
    ("the Convention on Nets that Member States signed", {"Convention on Nets"}),
    ("the Convention on Nets and on Their Mending", {"Convention on Nets and on Their Mending"}),
    (
        "the Convention on the Sale of Nets and of the Use of Ropes",
        {"Convention on the Sale of Nets and of the Use of Ropes"},
    ),
    (
        "in the light of the Convention on Nets and of the Protocol on Ropes",
        {"Convention on Nets", "Protocol on Ropes"},
    ),
    ("the Convention on the Use or Abuse of Lamps", {"Convention on the Use or Abuse of Lamps"}),
    ("the Convention on Nets or Protocol on Ropes", {"Convention on Nets", "Protocol on Ropes"}),
    ("the Convention on Nets or States may", {"Convention on Nets"}),
    ("the observance by Peru of the Docks Convention, 1999 (No. 999)", {"Peru", "Docks Convention, 1999 (No. 999)"}),
    ("the Convention on Persons, including Pilots, was read", {"Convention on Persons, including Pilots"}),
    ("the Convention on Nets, including Article 5", {"Convention on Nets", "Article 5"}),
    ("the Treaty Banning Drift Nets in the Isles", {"Treaty Banning Drift Nets in the Isles"}),
    ("the Agreement establishing the Lamp Museum", {"Agreement establishing the Lamp Museum"}),
    ("the Convention on Early Notice of a Fire", {"Convention on Early Notice of a Fire"}),
    (
        "the Lamp Agreement of the Law of 3 May 1931 relating to the Mending of Nets",
        {"Lamp Agreement of the Law of 3 May 1931 relating to the Mending of Nets"},
    ),
    ("the Convention relative to the Care of Nets", {"Convention relative to the Care of Nets"}),
    ("the Convention on Ice (Solid) and Fog Lamps", {"Convention on Ice (Solid) and Fog Lamps"}),
    ("Ratify the Convention on Nets (France) and Ask Ports", {"Convention on Nets", "France"}),
    ("the Convention on Nets and Isle Convention on Ropes", {"Convention on Nets", "Isle Convention on Ropes"}),
    ("the Convention on Nets and Paris Agreement", {"Convention on Nets", "Paris Agreement"}),
    ("article 3 of the Strelsau Conventions of 12 May 1949", set()),
    ("the Protocol on Lamps and the Paris Agreement", {"Protocol on Lamps", "Paris Agreement"}),
    (
        "article 5 of the Agreement for the Implementation of the Paris Agreement",
        {"article 5 of the Agreement for the Implementation of the Paris Agreement"},
    ),
    (
        "the Convention on Nets and the International Labour Organization",
        {"Convention on Nets", "International Labour Organization"},
    ),
]


@pytest.mark.parametrize(("words", "linked"), ROWS, ids=[words for words, _ in ROWS])
def test_a_title_is_read_to_its_end(words: str, linked: set[str]) -> None:
    """Does a clause with capitals belong to the title, and a clause that tells of the treaty not?"""
    assert {link.quote for link in link_text(words).links} == linked


def test_treaties_in_the_plural_are_open() -> None:
    """Is what is called by its places alone told apart by nobody, and an article of it of none?"""
    opened = {(mention.quote, mention.because) for mention in link_text("the Isle and Reef Conventions").unlinked}
    assert opened == {("Isle and Reef Conventions", Because.NAMES_A_SET)}
    assert [mention.quote for mention in link_text("article 3 of the Reef Conventions").unlinked] != []


def test_the_convention_is_that_of_the_body_where_none_is_named() -> None:
    """Is "the Convention" that of the Conference of its Parties, and another that is named the nearer one?"""
    body = "The Conference of the States Parties to the United Nations Convention against Corruption"
    for between, id in (("", "uncac"), (" recalled the Convention against Torture. It", "cat")):
        found = link_text(f"{body}{between} read article 9 of the Convention.")
        assert [link.target.instrument.id for link in found.links if link.kind == "treaty-article"] == [id]


def test_two_titles_side_by_side_are_no_treaty() -> None:
    """Are two titles that nothing divides left open?"""
    found = link_text("The Fog Convention Nets Convention was read.")
    assert not found.links
    assert [mention.quote for mention in found.unlinked] == ["Fog Convention Nets Convention"]


STATUTES = [
    (
        "The Strelsau Statute of the Lamp Court was read. The Statute of the Lamp Court was kept. The Statute was old.",
        1,
    ),
    ("The Statute of the Lamp Court was kept. The Strelsau Statute of the Lamp Court was read.", 1),
    ("The Strelsau Statute of the Lamp Court was read. The Statute of the Lamp Court (Lamp Statute). Lamp Statute", 1),
    ("The Staff Statute of the Lamp Court was read. The Statute of the Lamp Court was kept.", 2),
    ("The African Statute of the Lamp Court was read. The Statute of the Lamp Court was kept.", 2),
    (
        "The Strelsau Statute of the Lamp Court, the Lutha Statute of the Lamp Court and the Statute of the Lamp Court",
        3,
    ),
    ("The Strelsau Convention on the Use of Nets was read. The Convention on the Use of Nets was kept.", 2),
]


@pytest.mark.parametrize(("words", "count"), STATUTES, ids=[words for words, _ in STATUTES])
def test_a_statute_that_a_place_leads_is_the_bodys(words: str, count: int) -> None:
    """Is the one statute of a body one treaty under both titles, and a title that tells another treaty its own?"""
    found = link_text(words)
    assert len({link.target for link in found.links if link.kind == "treaty-mention"}) == count
    assert len(found.coined) >= count
