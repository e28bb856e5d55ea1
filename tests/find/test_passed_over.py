"""Passed over: does a style that was forced on another family's report say what it leaves unread?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.model import Record
from rapporteur.read import report_from_text

CLIMATE = """FCCC/SBSTA/2031/4

# Report of the SBSTA on its ninetieth session, held in Lisbon from 3 to 9 June 2031

## I. Ports

### 1. Conclusions

1. The SBSTA requested the secretariat to prepare a chart of all ports.
"""
PLAIN = "# Report of the Board of Lights\n\n## I. Opening\n\n1. The Board asked the keepers to light the lamps.\n"

LISTS = """# Report of the Board of Lights on its second meeting

## I. Recommendations

1. The Board recommended that Portugal light the lamps.

## II. Statements

2. Statements were made by:

   (a) Representatives of members of the Board: Spain and Portugal;

   (b) Observers for States: Chile.
"""


def _passed(text: str, style: str | None) -> tuple[str, ...]:
    found = find_mentions(report_from_text(text, "x.md", Record(style=style)))
    return tuple(line for line in found.unread if " was asked for " in line)


def test_a_forced_style_says_what_the_fitting_one_would_have_read() -> None:
    """Does a review's style, forced on a climate report, name its conclusions as not read, and both styles?"""
    lines = _passed(CLIMATE, "universal-periodic-review")
    assert any(line.startswith("recommendations: the style universal-periodic-review") for line in lines)
    assert all("climate-body" in line for line in lines)


@pytest.mark.parametrize(("text", "style"), [(CLIMATE, "climate-body"), (CLIMATE, None), (PLAIN, "climate-body")])
def test_a_fitting_style_or_one_for_an_unknown_family_passes_nothing_over(text: str, style: str | None) -> None:
    """Is nothing said where the style fits, was not asked for, or no other is known to fit?"""
    assert _passed(text, style) == ()


@pytest.mark.parametrize(
    ("style", "kinds"),
    [
        ("universal-periodic-review", ["recommendations", "statements"]),
        ("final-act", []),
        ("crime-convention-working-group", []),
        ("generic", []),
    ],
)
def test_a_style_forced_on_a_report_of_no_known_family(style: str, kinds: list[str]) -> None:
    """Is what the generic style reads and the one asked for leaves named, with its number, place and words?"""
    lines = _passed(LISTS, style)
    assert [line.split(":")[0] for line in lines] == kinds
    for line, words in zip(
        lines, ("1 that the style generic reads, from paragraph 1 on: “The Board", "3 that"), strict=False
    ):
        assert words in line
