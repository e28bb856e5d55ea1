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


DISCLAIMER = "The present document has been reproduced as it came from the keepers, and nobody has edited it.\n\n"
BODY = "{}\n\n## I. Introduction\n\n1. The Board met.\n\n2. It rose.\n"


@pytest.mark.parametrize("top", ["", "LAMP/2031/3\n\n"], ids=["bare", "symbol"])
@pytest.mark.parametrize(
    "title",
    [
        "Provisional summary of the third session of the Lamp Board",
        "**Summary record of the third meeting**",
        "Chair's summary of the meeting",
        "## Lamp Board: outcome of the third session",
    ],
)
def test_a_front_below_sentences_is_a_front(top: str, title: str) -> None:
    """Does a document that opens with a disclaimer keep its title below that, and its symbol at the top?"""
    report = report_from_text(top + DISCLAIMER + BODY.format(title), "x.md")
    assert report.title_text == title.strip("#* ")
    assert [section.path for section in report.sections] == ["I"]
    assert report.symbol == (top.strip() or None)


def test_a_symbol_at_the_top_is_a_masthead() -> None:
    """Is a symbol above the sentences enough for a front, and a title right above paragraph 1 no heading?"""
    alone = report_from_text(
        f"LAMP/2031/3\n\n{DISCLAIMER}## I. Introduction\n\n1. The Board met.\n\n2. It rose.\n", "x"
    )
    assert [section.path for section in alone.sections] == ["I"]
    assert alone.symbol == "LAMP/2031/3"
    above = report_from_text(f"{DISCLAIMER}Lamp Board, third session\n\n1. The Board met.\n\n2. It rose.\n", "x.txt")
    assert above.title_text == "Lamp Board, third session"


def test_words_torn_by_a_page_are_no_title() -> None:
    """Is half a sentence at the foot of a page, which goes on in small letters, taken for a title?"""
    page = "122.7\n        See recommendation"
    torn = part().source.text.replace(page, f"The lamps of the\n\n        port are dim. {page}", 1)
    assert [section.path for section in report_from_text(torn, "x.txt").sections][:1] == ["text"]


def test_the_head_of_the_first_page_is_no_masthead() -> None:
    """Does a part that begins with the head of its page, as all pages have it, keep its first words?"""
    report = report_from_text(f"LAMP/2031/4/Add.1\n\n{part().source.text}", "x.txt")
    assert [section.path for section in report.sections][:1] == ["text"]
    assert report.symbol == "LAMP/2031/4/Add.1"
