"""Whose is a decision by session in Roman numbers, one without the letters of its body, and "this decision"?"""

from __future__ import annotations

import pytest
from citation_rows import address, links_of, report_of

ROWS = [
    ("IPBES/9/7", "See decision IX/3 and decision 6/1.", ["decision/IPBES/6/1"], ["decision IX/3"]),
    ("IPBES/9/7", "See decision IX/3, X/4 and XI/2, annex.", [], ["decision IX/3, X/4 and XI/2, annex", "XI/2, annex"]),
    ("IPBES/9/7", "See decision IX/3, as changed by X/4; see annex IX/3.", [], ["decision IX/3", "X/4"]),
    ("IPBES/9/7", "The lamps of X/4 were lit.", [], []),
    ("FCCC/CP/1999/7", "See decisions 4/9 and 7/CP.91.", ["decision/FCCC/CP/91/7"], ["decisions 4/9 and 7/CP.91"]),
    ("FCCC/CP/1999/7", "See decision 4/9 of the Conference of the Parties.", [], ["decision 4/9"]),
    ("IPBES/9/7", "It read decision 6/1. This decision was good.", ["decision/IPBES/6/1"] * 2, []),
    (
        "IPBES/9/7",
        "Recalling decision 6/1, it adopts annex I to this decision.",
        ["decision/IPBES/6/1"],
        ["annex I to this decision", "this decision"],
    ),
    (
        "IPBES/9/7",
        "It read decisions 6/1 and 6/2. This decision was good.",
        ["decision/IPBES/6/1", "decision/IPBES/6/2"],
        ["This decision"],
    ),
    (
        "IPBES/9/7",
        "It read decision 6/1. The lamps burnt. This decision was good.",
        ["decision/IPBES/6/1"],
        ["This decision"],
    ),
    (
        "S/RES/1999(2003)",
        "Recalling resolution 1901 (2000), it lights the lamps of this resolution.",
        ["document/S/RES/1901(2000)", "document/S/RES/1999(2003)"],
        [],
    ),
]


@pytest.mark.parametrize(("symbol", "words", "linked", "left_open"), ROWS, ids=[" ".join(row[:2]) for row in ROWS])
def test_whose_decision(symbol: str, words: str, linked: list[str], left_open: list[str]) -> None:
    """Is it linked only where its form and the words beside it leave one body, and open without rivals else?"""
    found = links_of(report_of(words, symbol=symbol))
    assert [address(link.target) for link in found.links if link.kind == "decision"] == linked
    opened = [mention for mention in found.unlinked if mention.kind == "decision"]
    assert list(dict.fromkeys(mention.quote for mention in opened)) == left_open
    assert all(mention.candidates == () for mention in opened)
