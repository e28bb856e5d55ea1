"""Is a heading right under a labelled one a heading of its own, and the rest of a wrapped title none?"""

from __future__ import annotations

import pytest

from rapporteur.read import coverage, report_from_text

TEXT = """Report of the Board on Lamps

      I. Background
            1.     The Board on Lamps met in Strelsau in 1963, and the keepers of all the coasts were
            there, with oil and horns.

     II.    {first}
            {second}
            2.     The Board on Lamps saw that the keepers of the northern coasts had neither oil nor
            horns, and that ships were lost.
            3.     It asked for more of both.
"""


def outline(first: str, second: str) -> list[tuple[str, str]]:
    report = report_from_text(TEXT.format(first=first, second=second), "lamps.txt")
    assert not coverage(report).left_over
    return [(section.label, section.title.text) for section in report.sections[1:]]


def test_a_short_heading_and_one_below_it_are_two() -> None:
    """Does the first end where its line does, as it ends before the middle of the page?"""
    assert outline("The lamps of the coast", "Keepers and what they need") == [
        ("II", "The lamps of the coast"),
        ("", "Keepers and what they need"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The lamps of the coast and what they ask for, with the", "Convention on Lamps"),
        ("What the lamps of all the coasts and islands still may need", "Keepers and Oil"),
        ("Lamps, horns and", "Keepers"),
        ("The lamps of the coast", "and their keepers"),
        ("THE LAMPS OF THE COAST", "AND THEIR KEEPERS"),
    ],
)
def test_a_title_that_goes_on_is_one(first: str, second: str) -> None:
    """Is a title one where its line is long, leads on, or is followed by small letters or by capitals alone?"""
    assert outline(first, second) == [("II", f"{first} {second}")]
