"""Is it said where a document is one decision by its symbol and nothing of it was read as one?"""

from __future__ import annotations

import pytest

from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

TEXT = """{symbol}

Decision adopted by the Human Rights Council

99/111. Keeping of lamps

At its 55th meeting, on 26 March 2031, the Human Rights Council decided to adopt the following text:

“The Human Rights Council,

Recalling its resolution 16/21,

{asks} the lamps.”
"""

ROWS = [
    ("A/HRC/DEC/99/111", "Decides to keep", "decision"),
    ("A/RES/99/111", "Decides to keep", "resolution"),
    ("A/HRC/99/111", "Decides to keep", ""),
]


@pytest.mark.parametrize(("symbol", "asks", "noun"), ROWS)
def test_a_decision_that_is_not_read_is_said(symbol: str, asks: str, noun: str) -> None:
    """Is the line there for a decision and a resolution, and not for a report?"""
    linked = link_report(report_from_text(TEXT.format(symbol=symbol, asks=asks), "x.md"))
    said = [line for line in linked.unread if "nothing of it was read as one" in line]
    assert not linked.recommendations
    assert said == (
        [f"recommendations: the document {symbol} is one {noun}, and nothing of it was read as one"] if noun else []
    )


def test_a_decision_that_is_read_is_not_said() -> None:
    """Is there no such line where its operative words were read?"""
    words = TEXT.format(symbol="A/HRC/DEC/99/111", asks="Decides to request the Secretariat to keep")
    plain = words.replace("“", "").replace("”", "").replace(words.split("\n\n")[3] + "\n\n", "")
    linked = link_report(report_from_text(plain, "x.md"))
    assert linked.recommendations
    assert not [line for line in linked.unread if "read as one" in line]
