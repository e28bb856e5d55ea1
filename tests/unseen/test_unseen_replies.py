"""Are the replies of a State under review read, whose notes are two and whose recommendations go by serial numbers?

`reviews/replies_by_serial_number.txt` is invented; its turns are those of real addenda: notes at the end with their
numbers on lines of their own, and "recommendation 4" for the fourth in the list of a paragraph that a note names.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rapporteur import read_report
from rapporteur.model import DocumentUnitRef, LinkedReport
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


def recommendations(report: LinkedReport) -> list[tuple[str, str, str]]:
    """Paragraph, document and number of each recommendation that is cited, in reading order."""
    return [
        ("/".join(link.part.path), link.target.document.symbol, link.target.number)
        for link in report.links
        if isinstance(link.target, DocumentUnitRef)
    ]


def test_serial_numbers_follow_the_list_that_a_note_names() -> None:
    """Is "recommendation 4", and "Rec. 4" over an answer, the fourth of the list of paragraph 61 of the report?"""
    cited = recommendations(linked())
    assert [number for paragraph, _, number in cited if paragraph == "3"] == ["61.1", "61.2", "61.3", "61.5", "61.8"]
    assert sorted(number for paragraph, _, number in cited if paragraph == "4") == ["61.4"] * 3 + ["61.6"] * 2
    assert [number for paragraph, _, number in cited if paragraph == "5"] == ["61.7"]
    assert {symbol for _, symbol, _ in cited} == {"A/HRC/91/15"}


def test_serial_numbers_without_a_list_stay_open() -> None:
    """Without the words that name the list, does "recommendation 4" stay open, and "Rec. 4" say nothing?"""
    text = REPLIES.read_text(encoding="utf-8").replace("follow the list in", "are not those of")
    unsaid = link_report(report_from_text(text, "replies.txt"))
    assert not recommendations(unsaid)
    open_words = [mention.quote for mention in unsaid.unlinked if mention.quote.startswith("recommendation")]
    assert open_words == [
        "recommendations 1–3, 5 and 8",
        "recommendations 4 and 6",
        "recommendation 4",
        "recommendation 7",
    ]
    assert not any(mention.quote.startswith("Rec.") for mention in unsaid.unlinked)
