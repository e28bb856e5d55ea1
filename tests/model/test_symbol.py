"""Are document symbols read into their elements, and what is none refused with the place?"""

from __future__ import annotations

import pytest

from rapporteur.model.symbol import SymbolError, parse_symbol


@pytest.mark.parametrize(
    ("text", "body", "year", "suffixes"),
    [
        ("CTOC/COP/WG.9/1999/2", "CTOC/COP/WG.9", "1999", ()),
        ("E/1999/68/Add.1", "E", "1999", ("Add.1",)),
        ("A/RES/999(XIX)", "A", None, ()),
        ("A/HRC/RES/99/2", "A/HRC", None, ()),
        ("FCCC/SBI/1999/INF.14/Rev.1", "FCCC/SBI", "1999", ("Rev.1",)),
    ],
)
def test_a_symbol_has_a_body_a_year_and_suffixes(
    text: str, body: str, year: str | None, suffixes: tuple[str, ...]
) -> None:
    """Are body, year and suffixes read, and is the symbol written back as it was?"""
    symbol = parse_symbol(text)
    assert (str(symbol), symbol.body, symbol.year, symbol.suffixes) == (text, body, year, suffixes)


@pytest.mark.parametrize(
    ("text", "position"), [("and/or", 0), ("E/1999/68.", 9), ("A//1", 1), ("AIDS/HIV", 8), ("E/1/Add.1/3", 10)]
)
def test_what_is_no_symbol_says_where_reading_stopped(text: str, position: int) -> None:
    """Does the error carry the place and all four parts of a message?"""
    with pytest.raises(SymbolError) as caught:
        parse_symbol(text)
    assert caught.value.position == position
    assert all((caught.value.seen, caught.value.where, caught.value.expected, caught.value.remedy))
