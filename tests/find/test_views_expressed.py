"""Is it said where a report tells speaker by speaker what was said, and the style asked for does not read it?"""

from __future__ import annotations

from rapporteur.find import find_mentions
from rapporteur.model import Record
from rapporteur.read import report_from_text


def test_views_of_single_speakers_are_said_to_be_unread() -> None:
    """Does one line name the section and its paragraphs?"""
    report = report_from_text(
        "A/HRC/99/2\n\nReport of the Human Rights Council on its ninety-\n        ninth session\n\n"
        "I. Universal periodic review\n\nA. General comments made by other relevant stakeholders\n\n"
        "1. Lamp Watch stressed that lamps were dim.\n\n2. Reef Watch asked for buoys.\n",
        "x.txt",
        Record(style="generic"),
    )
    (line,) = [line for line in find_mentions(report).unread if line.startswith("statements: paragraph")]
    assert "paragraphs 1 to 2, “General comments made by other relevant stakeholders”" in line
