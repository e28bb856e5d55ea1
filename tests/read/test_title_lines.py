"""Headings of which each line was made a block of its own: are they read whole?"""

from __future__ import annotations

import pytest

from rapporteur.pipeline import link_report
from rapporteur.read import report_from_bytes

FRONT = ("LAMP/COP/2031/4", "Distr.: General", "3 May 2031", "Report of the Lamp Conference on its ninth session")


def _page(*lines: str) -> bytes:
    return f"<!DOCTYPE html><html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("II. MATTERS OF FOG AND", "LAMPS AT SEA"),
        ("II. Matters of fog", "and lamps at sea"),
        ("II. Matters of", "Lamps"),
    ],
)
def test_a_heading_goes_on_in_the_next_block(first: str, second: str) -> None:
    """Is it one heading where its first line ends with a word that leads on, or the second begins small?"""
    data = _page(*FRONT, "I. Opening", "1. The Conference met.", first, second, "2. The Conference rose.")
    report = report_from_bytes(data, "lamps.html")
    assert [s.title.text for s in report.sections] == ["Opening", f"{first[4:]} {second}"]
    assert [p.section for p in report.paragraphs] == ["I", "II"]


def test_a_name_over_two_lines_of_a_heading_lies_in_the_heading() -> None:
    """Does a body named over the end of the first line lie in the section that mentions it?"""
    lines = (
        "1. The Conference met.",
        "Annex",
        "Documents before the Subsidiary Body for Scientific",
        "and Technological Advice",
    )
    report = link_report(report_from_bytes(_page(*FRONT, *lines, "1. LAMP/1"), "lamps.html"))
    assert "Documents before the Subsidiary Body for Scientific and Technological Advice" in {
        section.title.text for section in report.report.sections
    }
