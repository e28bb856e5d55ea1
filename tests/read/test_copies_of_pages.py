"""Copies of printed pages without blank lines: job numbers and symbols between words, and parts that are left out."""

from __future__ import annotations

import pytest

from rapporteur.model import Report
from rapporteur.read import report_from_text

FRONT = "A/LAMP/52/AZU/2\nDistr.: General 3 May 2031\n\nReport of the Board of Lamps\nI. Lamps\n1. The Board met.\n"
TURNS = [
    "GE.31-00776 (E) 060231 060231\n\nA/LAMP/52/AZU/2\n",
    "GE.31-00776\nA/LAMP/52/AZU/2\n",
    "\nA/LAMP/52/AZU/2\n",
    "V.31-80123 (E)\n",
]


def _read(text: str) -> Report:
    return report_from_text(FRONT + text, "x.txt")


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("end", [".", ".7"])
def test_a_page_turns_before_a_heading(turn: str, end: str) -> None:
    """Are the words of a page's foot and head furniture, and the heading below them one?"""
    report = _read(f"2. It lit the lamps{end}\n{turn}II. Reefs\nA. Sand\n3. It counted them.\n4. It rose.\n")
    assert [section.path for section in report.sections] == ["I", "II", "II.A"]
    assert [p.body.text for p in report.paragraphs][1:3] == [f"It lit the lamps{end}", "It counted them."]


@pytest.mark.parametrize("turn", TURNS)
def test_a_page_turns_in_a_sentence(turn: str) -> None:
    """Does the sentence go on behind them?"""
    report = _read(f"2. It lit the lamps of the\n{turn}northern ports.\n3. It rose.\n")
    assert [p.body.text for p in report.paragraphs][1] == "It lit the lamps of the northern ports."
    assert report.paragraphs[1].crosses_page


@pytest.mark.parametrize("words", ["as said in document\nA/LAMP/52/AZU/2\nof the Board.", "sold V.31-80123 (E) lamps."])
def test_a_symbol_in_a_sentence_stays(words: str) -> None:
    """Does the document's own symbol stay in a sentence that cites it?"""
    assert _read(f"2. It lit lamps, {words}\n3. It rose.\n").paragraphs[1].body.text.endswith(" ".join(words.split()))


@pytest.mark.parametrize(("first", "read"), [(23, True), (150, True), (2031, False)])
def test_paragraphs_left_out_under_a_heading(first: int, read: bool) -> None:
    """Does a paragraph far ahead begin right under a heading, and no year?"""
    report = _read(f"2. It lit lamps.\nII. Reefs\nB. Sand\n{first}. Keepers met.\n{first + 5}. They rose.\n")
    numbers = [int(p.number) for p in report.paragraphs]
    assert (numbers == [1, 2, first, first + 5]) == read
