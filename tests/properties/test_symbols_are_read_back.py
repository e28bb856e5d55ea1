"""Is any document symbol, in every spelling that reports print, read back whole?"""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from rounds import examined, property_of
from symbol_forms import JOINT, PLAIN, RESOLUTIONS, ROWS, SUFFIXES, SYMBOLS, Row

from rapporteur import link_text
from rapporteur.model import DecisionRef, DocumentRef
from rapporteur.model.symbol import parse_symbol


def named_by(symbol: str) -> DocumentRef | DecisionRef:
    """What a symbol names: the decision whose symbol it is, else a document."""
    decision = parse_symbol(symbol).decision
    return DecisionRef(*decision) if decision is not None else DocumentRef(symbol)


def check_row(row: Row) -> None:
    """The sentence links to these documents, to nothing else, and leaves nothing open; quotes are the source."""
    words, named = row
    found = link_text(words)
    assert {link.target for link in found.links} == {named_by(symbol) for symbol in named}, words
    assert not found.unlinked, words
    assert all(link.quote == words[link.span.start : link.span.end] for link in found.links), words


@property_of(ROWS, examples=450)
def test_symbols_in_every_spelling(row: Row) -> None:
    """Does a sentence that names documents by symbol link to exactly those?"""
    check_row(row)


@property_of(st.one_of(SYMBOLS, JOINT), examples=300)
def test_a_symbol_is_what_its_elements_say(symbol: str) -> None:
    """Do the elements and suffixes of a symbol, put together again, give the symbol, and its address end in it?"""
    parsed = parse_symbol(symbol)
    assert str(parsed) == symbol
    assert parsed.address == f"https://docs.un.org/en/{symbol}"
    assert all(element.isdigit() or not element.isspace() for element in parsed.elements)


@property_of(PLAIN, SUFFIXES, examples=200)
def test_suffixes_are_told_from_elements(plain: str, suffixes: str) -> None:
    """Is what changes a document kept apart from the document's own symbol?"""
    parsed = parse_symbol(plain + suffixes)
    assert "/".join(parsed.elements) == plain
    assert "".join(f"/{suffix}" for suffix in parsed.suffixes) == suffixes


@property_of(RESOLUTIONS, examples=100)
def test_a_resolution_or_decision_says_that_it_is_one(symbol: str) -> None:
    """Is the nature of a resolution or decision read from its symbol?"""
    assert parse_symbol(symbol).nature in ("resolution", "decision")


def test_a_wrong_expectation_is_caught() -> None:
    """Would these tests fail if a symbol were cut short?"""
    cut = SYMBOLS.map(lambda symbol: (f"See {symbol}.", frozenset({symbol.rpartition("/")[0]})))
    with pytest.raises(AssertionError):
        examined(check_row, cut, examples=5, smallest=False)
