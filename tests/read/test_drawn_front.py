"""Mastheads that a converter drew as a table: are symbol, day and title read?"""

from __future__ import annotations

import datetime

import pytest

from rapporteur.read import report_from_text

ROWS = (
    "|FOG |[pic] |[pic] | |FOB |\n|BOARD | | | | |\n| | |LAMP/COP/2031/4 |\n|[pic] |Conference on |Distr.: General |\n"
    "| |Lamps |3 May 2031 |\n"
)
APART = (
    "Report of the Conference on Lamps (A ...\n\n| | |LAMP/COP/2031/4 |\n\n| |Advance version |Distr.: General |\n\n"
    "| | |3 May 2031 |\n\n"
)
BODY = "\nReport of the Conference on Lamps on its ninth session\n\n1. The Conference met.\n\n2. It rose.\n"


@pytest.mark.parametrize("front", [ROWS, APART])
def test_a_masthead_in_a_table_is_read(front: str) -> None:
    """Are symbol and day those of its cells, and the title that below it?"""
    report = report_from_text(front + BODY, "lamps.txt")
    assert (report.symbol, report.issued) == ("LAMP/COP/2031/4", datetime.date(2031, 5, 3))
    assert report.title is not None
    assert report.title.text.endswith("Report of the Conference on Lamps on its ninth session")
    assert [p.number for p in report.paragraphs] == ["1", "2"]


def test_a_table_further_down_stays_a_table() -> None:
    """Is a row in a paragraph left as it is?"""
    text = BODY.replace("It rose.", "It counted:\n\n| Lamps | 3 |\n\n| Ports | 4 |\n\n3. It rose.")
    report = report_from_text("LAMP/COP/2031/4\n\n3 May 2031\n" + text, "lamps.txt")
    assert "| Lamps | 3 |" in report.paragraphs[1].body.text
