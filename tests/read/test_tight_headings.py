"""Headings without label and without blank lines: do they part paragraphs, in a text that has no other headings too?"""

from __future__ import annotations

import pytest

from rapporteur.read import report_from_text

SHORT = "Cooperation of the keepers"
LONG = (
    "Mandate of the independent keeper on the effects of the fog and other related weathers of the ports on the full "
    "enjoyment of the lamps, particularly those of the northern and southern coasts, and of the reefs before them"
)
HEADED = "Report of the Lamp Board\n\nI. Lamps\n\n"


@pytest.mark.parametrize("front", ["", HEADED, "Report of the Lamp Board\n\n"], ids=["excerpt", "headed", "titled"])
@pytest.mark.parametrize("title", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "apart"])
@pytest.mark.parametrize("end", [".", ".7", " (see resolution 7/3)."])
def test_a_title_between_two_paragraphs(front: str, title: str, gap: str, end: str) -> None:
    """Is it a heading, and the paragraph below it no part of the one above?"""
    text = gap.join(
        [f"{front}21. The Board lit the lamps{end}", title, "22. The keepers of Azuria met.", "23. It rose."]
    )
    report = report_from_text(text, "x.txt")
    assert [p.number for p in report.paragraphs] == ["21", "22", "23"]
    assert report.sections[-1].title.text == title
    assert [p.section == report.sections[-1].path for p in report.paragraphs] == [False, True, True]


@pytest.mark.parametrize(
    "words",
    [
        LONG.replace("on the full enjoyment", "were of the full enjoyment"),
        "the keepers of the ports",
        "Azuria; Ruritania;",
        "It met. The keepers",
    ],
)
def test_words_that_are_no_title(words: str) -> None:
    """Do a sentence that lost its full stop, words that go on, and a list stay in the paragraph?"""
    report = report_from_text(f"21. The Board lit the lamps.\n{words}\n22. The keepers met.\n23. It rose.\n", "x.txt")
    assert not report.sections
    assert "".join(words.split()[:2]) in "".join(report.paragraphs[0].body.text.split())


@pytest.mark.parametrize(("number", "headed"), [(215, True), (1, False)])
def test_the_heading_that_an_excerpt_opens_with(number: int, headed: bool) -> None:
    """Is the line right above a paragraph from the midst of a report a heading, and above the first one the title?"""
    report = report_from_text(f"{SHORT}\n{number}. The Board met.\n{number + 1}. It rose.\n", "x.txt")
    assert [s.title.text for s in report.sections] == ([SHORT] if headed else [])
    assert report.title_text == ("" if headed else SHORT) or headed
    assert [int(p.number) for p in report.paragraphs] == [number, number + 1]


@pytest.mark.parametrize("front", ["Report of the Lamp Board", "LB/WG.2/2031/4", "Distr.: General 3 May 2031"])
def test_a_front_above_an_excerpt(front: str) -> None:
    """Do a title that says it is a report, a symbol and a masthead stay what they are?"""
    report = report_from_text(f"{front}\n15. The Board met.\n16. It rose.\n", "x.txt")
    assert not report.sections


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "apart"])
@pytest.mark.parametrize("label", ["Recommendation {}", "RECOMMENDATION No. {}", "Recommendation {}."])
def test_numbers_of_recommendations_behind_a_colon(label: str, gap: str) -> None:
    """Is the first of them the heading of its paragraph as the others are, though a colon announces it?"""
    rows = ["3. The Board adopted the following recommendations:", label.format(1), "4. Keepers should light lamps."]
    text = gap.join([*rows, label.format(2), "5. Ports should be lit.", "B. Nets", "6. It rose."])
    report = report_from_text(f"{HEADED}A. Lamps\n\n{text}", "x.txt")
    assert [s.title.text for s in report.sections][2:] == [label.format(1), label.format(2), "Nets"]
    assert report.paragraphs[0].body.text.endswith("recommendations:")
    assert [p.number for p in report.paragraphs] == ["3", "4", "5", "6"]
