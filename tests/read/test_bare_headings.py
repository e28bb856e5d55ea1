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


RESOLUTION = """United Nations

General Assembly

Distr.: General 18 November 2031

Resolution adopted by the General Assembly on 14 November 2031

99/7. {title}

The General Assembly,

Recalling its resolution 98/7 of 5 December 2030,

1. Urges Member States to light their lamps.
"""


def test_a_resolution_on_its_own() -> None:
    """Is the number and title over "The General Assembly," a heading, so that the preamble is read below it?"""
    for title in ("Lamps of the coast", "Report of the Lamp Agency"):
        report = report_from_text(RESOLUTION.format(title=title), "x.md")
        assert report.title is not None
        assert report.title.text == "Resolution adopted by the General Assembly on 14 November 2031"
        (section,) = report.sections
        assert section.title.text == f"99/7. {title}"
        assert section.unnumbered is not None
        assert "resolution 98/7" in section.unnumbered.text
        assert [(p.number, p.section) for p in report.paragraphs] == [("1", section.path)]


def test_a_number_and_a_title_over_other_words_are_no_resolution() -> None:
    """Does a list of resolutions stay what it is?"""
    text = "I. LAMPS\n\n1. The following were adopted.\n\n98/1. Lamps of the coast\n\n98/2. Reefs\n\n2. It adjourned."
    assert outline(text) == [("I", "LAMPS")]
