"""Headings whose labels leap: are chapters of an excerpt told, and is what is left out or not read said?"""

from __future__ import annotations

import pytest

from rapporteur.model import Report
from rapporteur.read import report_from_text

MASTHEAD = "LAMP/COP/WG.1/2031/4\n\nReport of the Working Group on Lamps\n\nI. Opening\n\n1. The Group met.\n\n"


def _read(text: str, *, tight: bool = False) -> Report:
    text = MASTHEAD + text
    return report_from_text(text.replace("\n\n", "\n") if tight else text, "lamps.txt")


def _outline(report: Report) -> list[tuple[str, str]]:
    return [(s.path, s.title.text) for s in report.sections]


def _codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


@pytest.mark.parametrize("tight", [False, True])
@pytest.mark.parametrize("label", ["IV.", "VII.", "Chapter IX.", "XV)"])
def test_a_chapter_further_on(label: str, tight: bool) -> None:
    """Is a chapter that leaps read where the paragraphs count on, and is the leap said?"""
    report = _read(
        f"A. Sand\n\n2. It rose.\n\n{label} Reefs and ports\n\n3. It met anew.\n\nD. Nets\n\n4. It closed.\n",
        tight=tight,
    )
    titles = [title for _, title in _outline(report)]
    assert titles == ["Opening", "Sand", "Reefs and ports", "Nets"]
    assert [p.section for p in report.paragraphs][2:] == [report.sections[2].path, report.sections[3].path]
    assert "missing-heading" in _codes(report)


def test_chapter_and_paragraphs_leap() -> None:
    """Is a chapter read that stands over a later paragraph, first headings in between, without a word of chapters?"""
    report = _read(
        "VI. Reefs\nof the coasts\n\nA. Ports\n\n1. Sand\n\n54. It met anew.\n\nXI. Nets\n\n97. It closed.\n"
    )
    assert [path for path, _ in _outline(report)] == ["I", "VI", "VI.A", "VI.A.1", "XI"]
    assert [p.section for p in report.paragraphs] == ["I", "VI.A.1", "XI"]
    assert _codes(report) == {"missing-number"}


def test_a_chapter_that_goes_back() -> None:
    """Is a heading whose label goes back left in the text, and said?"""
    report = _read("VI. Reefs\n\n2. It met.\n\nIV. Ports\n\n3. It rose.\n")
    assert [path for path, _ in _outline(report)] == ["I", "VI"]
    assert report.paragraphs[1].body.text == "It met. IV. Ports"
    said = next(finding for finding in report.findings if finding.code == "heading-unread")
    assert "IV. Ports" in said.seen


@pytest.mark.parametrize("words", ["C. Zedd, keeper,", "VI. the lamps", "VI. It met at sea.", "M. Zedd: lamps;"])
def test_what_is_no_heading(words: str) -> None:
    """Are a name, or words that go on or end as a sentence, neither a heading nor said to be one?"""
    report = _read(f"2. It heard the keepers.\n\n{words}\n\n3. It rose.\n")
    assert [path for path, _ in _outline(report)] == ["I"]
    assert not _codes(report) & {"heading-unread", "missing-heading"}
