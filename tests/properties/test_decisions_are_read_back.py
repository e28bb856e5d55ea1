"""Is any decision or resolution, in every documented spelling, read back with its body, number and paragraphs?"""

from __future__ import annotations

import pytest
from decision_forms import DECISIONS, Cited, Row, rows
from hypothesis import strategies as st
from rounds import examined, property_of

from rapporteur import link_text
from rapporteur.model import OrganizationRef


def check_row(row: Row) -> None:
    """The sentence cites exactly these, in a report of the Human Rights Council; a body may be named too."""
    words, cited = row
    found = link_text(words, context="A/HRC/99/7")
    assert {link.target for link in found.links if not isinstance(link.target, OrganizationRef)} == cited, words
    assert not found.unlinked, words
    assert all(link.quote == words[link.span.start : link.span.end] for link in found.links), words


@property_of(rows(), examples=350)
def test_decisions_in_every_spelling(row: Row) -> None:
    """Does a sentence that names decisions or resolutions link to exactly those, and to the parts it names?"""
    check_row(row)


@property_of(DECISIONS, st.sampled_from(["Harbour Assembly", "Board of Lamps", "Commission on Reefs"]), examples=40)
def test_a_decision_of_a_body_nobody_knows_is_no_link(named: tuple[object, str, Cited], body: str) -> None:
    """Is a decision of a body that the authorities do not hold left open, never given to the Council that reports?"""
    words = f"It recalled {body} decision {named[1]}."
    found = link_text(words, context="A/HRC/99/7")
    assert not [link for link in found.links if link.property == "cites"], words


def test_a_wrong_expectation_is_caught() -> None:
    """Would these tests fail if a cited part were missing?"""
    fewer = rows().map(lambda row: (row[0], frozenset(sorted(row[1], key=repr)[1:])))
    with pytest.raises(AssertionError):
        examined(check_row, fewer, examples=3, smallest=False)
