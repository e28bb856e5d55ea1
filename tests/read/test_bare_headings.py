"""Are headings read that neither a label nor the format marks?"""

from __future__ import annotations

import pytest

from rapporteur.read import report_from_text

FRONT = "REPORT OF THE LIGHTHOUSE BOARD ON ITS NINTH SESSION\n\n"


def outline(text: str) -> list[tuple[str, str]]:
    """The path and the title of each section of a report with this text."""
    return [(section.path, section.title.text) for section in report_from_text(FRONT + text, "x.txt").sections]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (
            "I. ORGANIZATION\n\nOpening\n\n1. It was opened.\n\nAgenda\n\n2. It was adopted.",
            [("I", "ORGANIZATION"), ("I/opening", "Opening"), ("I/agenda", "Agenda")],
        ),
        ("I. ORGANIZATION\n\nIt met on ships.\n\n1. It was opened.", [("I", "ORGANIZATION")]),
        ("I. ORGANIZATION\n\nOpening\n1. It was opened.", [("I", "ORGANIZATION")]),
        (
            "I - ORGANIZATION\n\nA - Opening\n\n1. It was opened.\n\nB - Attendance\n\n2. All came.",
            [("I", "ORGANIZATION"), ("I.A", "Opening"), ("I.B", "Attendance")],
        ),
        (
            "Agenda Item I: Opening\n\n1. It was opened.\n\nAgenda Items IV: Lamps\n\n2. They were lit.",
            [("agenda-item-i-opening", "Agenda Item I: Opening"), ("agenda-items-iv-lamps", "Agenda Items IV: Lamps")],
        ),
        ("Agenda item 4: Lamps\n\nMarta Zedd\n\nI. LAMPS\n\n4. They were lit.", [("I", "LAMPS")]),
    ],
)
def test_plain_words_over_the_number_that_is_due(text: str, sections: list[tuple[str, str]]) -> None:
    """Is a heading what stands over the paragraph that is due, and no sentence or line of the cover?"""
    assert outline(text) == sections
