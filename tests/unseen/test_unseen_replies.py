"""Are the replies of a State under review read, whose notes are two and whose recommendations go by serial numbers?

`reviews/replies_by_serial_number.txt` is invented; its turns are those of real addenda: notes at the end with their
numbers on lines of their own, and "recommendation 4" for the fourth in the list of a paragraph that a note names.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rapporteur import read_report
from rapporteur.model import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import coverage, report_from_text

REPLIES = Path(__file__).parent / "reviews" / "replies_by_serial_number.txt"


@cache
def linked() -> LinkedReport:
    return link_report(read_report(REPLIES))


def test_two_notes_at_the_end_that_are_called() -> None:
    """Are they notes, and the headings behind the words that call them headings?"""
    report = linked().report
    assert [section.path for section in report.sections] == ["I", "II", "III"]
    assert [(note.number, note.marker is not None) for note in report.footnotes] == [
        ("*", True),
        ("1", True),
        ("2", True),
    ]
    assert not coverage(report).left_over


def test_two_lines_under_notes_that_nothing_calls() -> None:
    """Are two numbered lines under the word no notes where no digit in the text calls both of them?"""
    report = report_from_text(REPLIES.read_text(encoding="utf-8").replace("project.2", "project."), "replies.txt")
    assert [note.number for note in report.footnotes] == ["*"]
