"""Paragraphs of a resolution whose numbers stand behind commas: are they paragraphs, and wrapped numbers none?"""

from __future__ import annotations

import pytest

from rapporteur.read import report_from_text

OPENS = "Decision of the Bureau: 7.COM 2\n\nThe Bureau,\n\n1. Having examined the plan of the keepers,\n"


@pytest.mark.parametrize(
    ("rest", "numbers"),
    [
        ("2. Recalling the fog,\n3. Further noting lamps,\n4. Adopts the plan.\n", ["1", "2", "3", "4"]),
        ("2. lamps and nets,\n3. The keepers of it.\n", ["1"]),
        ("4. Recalling the fog,\n", ["1"]),
    ],
)
def test_numbers_behind_commas(rest: str, numbers: list[str]) -> None:
    """Does a number that is due begin a paragraph where a word of a resolution stands behind it, and no other?"""
    report = report_from_text(OPENS + rest, "x.txt")
    assert [paragraph.number for paragraph in report.paragraphs] == numbers
