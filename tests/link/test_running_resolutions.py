"""Are resolutions that are cited by their running number alone linked by what the document prints whole, else open?"""

from __future__ import annotations

import pytest
from citation_rows import address, links_of, report_of

ASSEMBLY = "document/A/RES"
SECURITY = "document/S/RES"

ROWS = [
    (
        "S/RES/1999(2003)",
        "Recalling resolutions 1901, 1902 and 1903, and its resolution 1902 (2001),",
        {f"{SECURITY}/1902(2001)"},
        {"resolutions 1901, 1902 and 1903"},
    ),
    ("S/RES/1999(2003)", "Recalling its resolution 2001 (2004),", set(), {"resolution 2001 (2004)"}),
    ("S/RES/1999(2003)", "Recalling resolution 1901 (XIX),", set(), {"resolution 1901 (XIX)"}),
    ("S/RES/1999(2003)", "Recalling resolution 1901", set(), {"resolution 1901"}),
    (
        "A/RES/2999(XXIX)",
        "Recalling resolution 901 (IX). Under resolution 901, it met.",
        {f"{ASSEMBLY}/901(IX)"},
        set(),
    ),
    ("A/RES/2999(XXIX)", "Recalling resolution 1901 (2001)", set(), {"resolution 1901 (2001)"}),
    ("A/HRC/99/7", "Recalling resolution 901 (IX)", set(), {"resolution 901 (IX)"}),
    (
        "A/HRC/99/7",
        "General Assembly resolution 901 (IX) and Harbour Board resolution 901 were read.",
        {f"{ASSEMBLY}/901(IX)"},
        {"resolution 901"},
    ),
    (
        "A/HRC/99/7",
        "General Assembly resolution 901 (IX) and Security Council resolution 901 (2001). It read resolution 901.",
        {f"{ASSEMBLY}/901(IX)", f"{SECURITY}/901(2001)"},
        {"resolution 901"},
    ),
    (
        "A/HRC/99/7",
        "General Assembly resolution 901 (IX). It read resolution 901 (see below).",
        {f"{ASSEMBLY}/901(IX)"},
        set(),
    ),
    (
        "A/HRC/99/7",
        "At a resolution 300 metres wide, at high-resolution 1200, on resolution 12 May 2003.",
        set(),
        set(),
    ),
]


@pytest.mark.parametrize(("symbol", "words", "linked", "left_open"), ROWS, ids=[" ".join(row[:2]) for row in ROWS])
def test_a_running_number(symbol: str, words: str, linked: set[str], left_open: set[str]) -> None:
    """Is a number linked to the one resolution of that number, or of the body whose resolution the document is?"""
    found = links_of(report_of(words, symbol=symbol))
    assert {address(link.target) for link in found.links if link.kind == "decision"} == linked
    assert {mention.quote for mention in found.unlinked if mention.kind == "decision"} == left_open
