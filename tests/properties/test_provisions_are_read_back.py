"""Is any provision of any instrument, in every documented form of words, read back with exactly its targets?"""

from __future__ import annotations

import pytest
from provision_forms import (
    RULES,
    TREATIES,
    Row,
    beyond,
    named_before,
    of_a_rule,
    of_an_annex,
    of_an_article,
)
from rounds import examined, property_of

from rapporteur import link_text
from rapporteur.model import InstrumentRef, OrganizationRef, ProvisionRef


def check_row(row: Row) -> None:
    """The sentence cites these provisions wherever it comes from."""
    check_in(row, None)


def check_in(row: Row, context: str | None) -> None:
    """The sentence cites these provisions and nothing else; the instrument inside the citation is no further link."""
    words, cited = row
    found = link_text(words, context=context)
    assert {link.target for link in found.links if not isinstance(link.target, OrganizationRef)} == cited, words
    assert not found.unlinked, words
    assert all(link.quote == words[link.span.start : link.span.end] for link in found.links), words


@property_of(of_an_article(), examples=450)
def test_articles_in_every_form(row: Row) -> None:
    """Are articles, paragraphs, subparagraphs and items, in lists and ranges, those of the treaty named behind them?"""
    check_row(row)


@property_of(of_a_rule(), examples=100)
def test_rules_in_every_form(row: Row) -> None:
    """Are rules those of the rules of procedure named behind them? The body whose rules they are may be named too."""
    check_in(row, "CTOC/COP/2031/4")


@property_of(of_an_annex(), examples=200)
def test_annexes_in_every_form(row: Row) -> None:
    """Are annexes and their paragraphs those of the treaty named behind them?"""
    check_row(row)


@property_of(named_before(), examples=200)
def test_a_treaty_named_before_its_articles(row: tuple[str, frozenset[ProvisionRef], InstrumentRef]) -> None:
    """Are articles in brackets behind a treaty's name, or "thereof", of that treaty, its name the only mention?"""
    words, cited, treaty = row
    found = link_text(words)
    assert {link.target for link in found.links if link.property == "cites"} == cited, words
    assert {link.target for link in found.links if link.property == "mentions"} <= {treaty}, words
    assert not found.unlinked, words


@property_of(beyond(), examples=100)
def test_what_a_treaty_does_not_have_stays_open(words: str) -> None:
    """Is an article behind the last one, or an annex that the treaty lacks, an open mention and never a link?"""
    found = link_text(words)
    assert not [link for link in found.links if link.property == "cites"], words
    assert found.unlinked, words


def test_every_instrument_is_tried() -> None:
    """Are the tables not empty, so that the rounds above mean something?"""
    assert len(TREATIES) >= 20 and len(RULES) >= 1


def test_a_wrong_expectation_is_caught() -> None:
    """Would these tests fail if an article were given to another treaty?"""

    def of_another(row: Row) -> Row:
        return row[0], frozenset(ProvisionRef(InstrumentRef("unfccc-2"), ref.steps) for ref in row[1])

    with pytest.raises(AssertionError):
        examined(check_row, of_an_article().map(of_another), examples=5, smallest=False)
