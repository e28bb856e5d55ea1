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
        ("A/RES/999A(XIX)", "A", None, ()),
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


def test_a_symbol_says_session_nature_and_address() -> None:
    """Are session, kind of document and address read from the elements, and silent where there is none?"""
    limited = parse_symbol("A/C.3/99/L.5")
    assert (limited.session, limited.nature, limited.body) == ("99", "limited", "A/C.3")
    security = parse_symbol("S/RES/1999(2031)")
    assert (security.session, security.year, security.nature) == (None, "2031", "resolution")
    special = parse_symbol("A/HRC/S-18/2")
    assert (special.session, special.body) == ("S-18", "A/HRC")
    plain = parse_symbol("FCCC/SBI/2031/20/Add.1")
    assert (plain.session, plain.nature) == (None, "")
    assert plain.address == "https://docs.un.org/en/FCCC/SBI/2031/20/Add.1"
