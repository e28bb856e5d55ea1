"""Numbered headings that come again below one State after another: does each row stand below its own State?"""

from __future__ import annotations

import pytest

from rapporteur.model import Report
from rapporteur.read import report_from_text

FRONT = ("LAMP/HRC/99/2", "Distr.: General\n3 May 2031", "Report of the Lamp Council on its ninth session")
ROWS = (
    "A. Outcomes",
    "Azuria",
    "1. The review of Azuria was held.",
    "1. Views of the keeper",
    "2. Azuria spoke.",
    "2. Views of others",
    "3. Zenda spoke.",
    "Zenda",
    "4. The review of Zenda was held.",
    "1. Views of the keeper",
    "5. Zenda spoke.",
    "2. Views of others",
    "6. Azuria spoke.",
    "B. Debate",
    "7. It was held.",
)
PATHS = ["A", "A/azuria", "A/azuria.1", "A/azuria.2", "A/zenda", "A/zenda.1", "A/zenda.2", "B"]


def _typed() -> Report:
    return report_from_text("\n\n".join((*FRONT, *ROWS)) + "\n", "rows.txt")


def _marked() -> Report:
    depths = {"A. ": "##", "B. ": "##", "Azur": "###", "Zend": "###", "1. V": "####", "2. V": "####"}
    signs = [next((d for head, d in depths.items() if row.startswith(head) and "spoke" not in row), "") for row in ROWS]
    rows = [f"{sign} {row}".strip() for sign, row in zip(signs, ROWS, strict=True)]
    return report_from_text("\n\n".join((f"# {FRONT[2]}", *rows)) + "\n", "rows.md")


@pytest.mark.parametrize("read", [_typed, _marked])
def test_each_row_stands_below_its_own_heading(read: type) -> None:
    """Are the paths those of the States, each with its own "1" and "2", whether or not the headings are marked?"""
    report = read()
    assert [section.path for section in report.sections] == PATHS
    assert [p.section for p in report.paragraphs] == PATHS[1:]
    assert not [finding for finding in report.findings if finding.code != "no-record"]


def test_numbered_headings_that_come_once_stand_where_their_label_says() -> None:
    """Does a numbered heading that comes once stay beside a heading without label above it?"""
    report = report_from_text("\n\n".join((*FRONT, *ROWS[:7])) + "\n", "rows.txt")
    assert [section.path for section in report.sections][:3] == ["A", "A/azuria", "A.1"]
