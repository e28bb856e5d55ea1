"""Notes at the foot of a text when one of their markers is not certain: are all read, and tied to what calls them?"""

from __future__ import annotations

import pytest

from rapporteur.model import Report
from rapporteur.read import report_from_text

FRONT = """LAMP/COP/WG.1/2031/4

Distr.: General

3 May 2031

     Report of the Working Group on Lamps

I.   Lamps

"""


def read(body: str, *notes: str, gap: str = "\n") -> Report:
    """The report with this text and, at its foot, notes that count from 1."""
    foot = "".join(f"{k}   {words}\n" for k, words in enumerate(notes, 1))
    return report_from_text(FRONT + body + gap + foot, "lamps.txt")


def calls(report: Report) -> list[tuple[str, str | None]]:
    """The number of each note and the paragraph that calls it."""
    return [(n.number, n.note_of.path[0] if n.note_of else None) for n in report.footnotes]


NOTES = ("See LAMP/2031/3.", "Lamps of 2030.", "See LAMP/2031/5.")


@pytest.mark.parametrize(
    ("body", "clean"),
    [
        (
            "1.   It recalled decision 3/LAMP.3.1\n\n2.   It met by the pier2 at noon.\n\n3.   It rose (see II).3\n",
            "It recalled decision 3/LAMP.3.",
        ),
        (
            "1.   It recalled resolution 9/12.1 It met.\n\n2.   It sat by the pier.2\n\n3.   It rose (see II).3\n",
            "It recalled resolution 9/12. It met.",
        ),
    ],
)
@pytest.mark.parametrize("gap", ["\n", f"\n{' ' * 20}\n", "\n______________\n"])
def test_digits_behind_a_symbol_call_the_first_note(body: str, clean: str, gap: str) -> None:
    """Is the number behind a symbol the marker, with or without a rule over the notes?"""
    report = read(body, *NOTES, gap=gap)
    assert calls(report) == [("1", "1"), ("2", "2"), ("3", "3")]
    assert report.paragraphs[0].body.text == clean
    assert report.paragraphs[-1].body.text == "It rose (see II)."


def test_digits_behind_a_symbol_call_a_note_between() -> None:
    """Is it the marker where the notes before and behind it are called for certain?"""
    body = "1.   It met by the pier.1\n\n2.   It recalled LAMP/2031/9.2\n\n3.   It rose at noon.3\n"
    assert calls(read(body, *NOTES)) == [("1", "1"), ("2", "2"), ("3", "3")]


@pytest.mark.parametrize(
    "first",
    [
        "1.   It recalled decision 3/LAMP.3.1 of the Board.",
        "1.   It recalled section 4.1",
        "1.   It recalled decision 3/LAMP.3.1\n\n4.   It recalled decision 4/LAMP.3.1",
        "1.   It met.",
    ],
)
def test_a_note_without_a_certain_marker_is_told(first: str) -> None:
    """Are the other notes tied, and is the one named that nothing calls, where two places may or none?"""
    report = read(f"{first}\n\n5.   It met by the pier2 at noon.\n\n6.   It rose at noon.3\n", *NOTES)
    assert calls(report) == [("1", None), ("2", "5"), ("3", "6")]
    assert "note-without-marker" in [finding.code for finding in report.findings]
    assert report.paragraphs[-1].body.text == "It rose at noon."


def test_lines_that_nothing_calls_are_no_notes() -> None:
    """Do lines that begin with numbers stay text where hardly a digit above may call one of them?"""
    report = read("1.   It met by the pier2 at noon.\n\n2.   It counted the lamps.\n", *NOTES)
    assert report.footnotes == ()
    assert report.paragraphs[0].body.text == "It met by the pier2 at noon."
