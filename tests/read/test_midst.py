"""A part of a report without its front: are its first words text, and is it known by the heads of its pages?"""

from __future__ import annotations

import pytest

from rapporteur.errors import UnusableInput
from rapporteur.model import Record, Report
from rapporteur.read import report_from_text

HEAD = "\n                                                            {page}\n\fLAMP/2031/4/Add.1\n\n"
WORDS = (
    "        The keepers of the lamps considered that the fog had been thicker in the harbours of the north than it\n"
    "had been before, and that the lamps in them were dim.\n\n122.7\n        See recommendation 122.5 of the report.\n"
)


def part(*, heading: str = "Noted recommendations", pages: int = 3) -> Report:
    """A part that begins in the midst, with the heads of its pages, a heading and one numbered paragraph."""
    port = ["north", "south", "east", "west"]
    text = "".join(WORDS.replace("north", port[page % 4]) + HEAD.format(page=page) for page in range(4, 4 + pages))
    return report_from_text(
        f"{text}\n{heading}\n\n5.   The Board noted the lamps of the harbours in the north.\n", "x.txt"
    )


def test_the_first_words_are_text() -> None:
    """Are the sentences above the first number text of a section, and no masthead that is left out?"""
    report = part()
    assert report.sections[0].path == "text"
    assert report.sections[0].unnumbered is not None
    assert report.sections[0].unnumbered.text.startswith("The keepers of the lamps considered")
    assert not [piece for piece in report.furniture if "keepers" in report.quote(piece.span)]
    assert [paragraph.number for paragraph in report.paragraphs] == ["5"]


def test_the_heads_of_pages_tell_the_symbol() -> None:
    """Is the symbol that pages are headed by that of the report, where they all bear it and nothing else says one?"""
    assert part().symbol == "LAMP/2031/4/Add.1"
    assert part(pages=1).symbol is None
    known = report_from_text(part().source.text, "x.txt", Record(symbol="LAMP/2031/9"))
    assert known.symbol == "LAMP/2031/9"


def test_a_title_is_no_midst() -> None:
    """Does a report whose summary stands above its title keep that title?"""
    text = f"{WORDS}\n# Report of the Board of Lamps\n\n1. The Board met.\n\n2. It rose.\n"
    assert report_from_text(text, "x.md").title_text == "Report of the Board of Lamps"


def test_the_refusal_says_what_to_give() -> None:
    """Is a part without any number refused with the options to give, and read with them?"""
    with pytest.raises(UnusableInput, match="--symbol") as refused:
        report_from_text(WORDS, "x.txt")
    assert "--style" in str(refused.value)
    given = report_from_text(WORDS, "x.txt", Record(symbol="LAMP/2031/4", style="universal-periodic-review"))
    assert given.symbol == "LAMP/2031/4"
    assert given.house.style.id == "universal-periodic-review"
    assert [section.path for section in given.sections] == ["text"]
