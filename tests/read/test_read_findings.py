"""Does a fault in a report become one finding in four parts, and the report stay readable?"""

from __future__ import annotations

from datetime import date

import pytest
from read_cases import PORTS, ports

from rapporteur.model import Record
from rapporteur.read import coverage, report_from_text

FAULTS = [
    ("repeated-number", "finding", ("4. The keepers", "3. The keepers"), "line 42", "number 3 "),
    ("missing-number", "finding", ("4. The keepers", "6. The keepers"), "line 42", "no paragraph 4 to 5"),
    ("skipped-level", "finding", ("### A. Lighthouses", "### 1. Lighthouses"), "line 30", "“1. Lighthouses”"),
    ("repeated-heading", "finding", ("## II. Rec", "## I. Rec"), "line 28", "“I” of “Recommendations”"),
    ("note-without-marker", "finding", ("tower;<sup>2</sup>", "tower;"), "line 46", "Note 2, “See A/CONF.999/3.”"),
    ("marker-without-note", "finding", ("work.", "work.<sup>5</sup>"), "line 48", "note 5"),
    ("item-out-of-order", "warning", ("(b) Count", "(d) Count"), "line 36", "item “d” of paragraph 3"),
    ("unnumbered-text", "warning", ("## I. Introduction\n", "## I. Introduction\n\nWe met.\n"), "line 15", "“We met.”"),
]


@pytest.mark.parametrize(("code", "severity", "change", "where", "seen"), FAULTS, ids=[f[0] for f in FAULTS])
def test_one_fault(code: str, severity: str, change: tuple[str, str], where: str, seen: str) -> None:
    """Is this fault found, at its line, quoted, with what to do, and are four paragraphs still there?"""
    report = ports(change)
    (finding,) = [f for f in report.findings if f.code == code]
    assert (finding.severity, finding.where) == (severity, f"ports.md, {where}")
    assert seen in finding.seen
    assert finding.expected and finding.remedy
    assert len(report.paragraphs) == 4
    assert len({p.ref for p in report.paragraphs}) == 4


def test_the_faults_are_counted() -> None:
    """Are all eight kinds of fault tried, and is the report without a change free of any?"""
    assert len(FAULTS) == 8
    assert ports().findings == ()


def test_a_repeated_number_keeps_both_paragraphs_apart() -> None:
    """Do two paragraphs 3 get names of their own, and their list items too?"""
    report = ports(("2. It adopted", "3. It adopted"))
    assert [p.key for p in report.paragraphs] == ["1", "3", "3~2", "4"]
    again = report.paragraphs[2]
    assert again.item_ref(again.items[0]).path == ("3~2", "a")
    assert report.paragraph(again.ref) is again
    assert report.footnotes[1].note_of == again.item_ref(again.items[0])


def test_a_paragraph_out_of_order() -> None:
    """Is a paragraph that was moved reported once, and none missing?"""
    text = "1. One.\n\n3. Three.\n\n2. Two.\n\n4. Four.\n"
    report = report_from_text(text, "moved.md")
    assert [p.number for p in report.paragraphs] == ["1", "3", "2", "4"]
    assert [(f.code, f.where) for f in report.findings] == [("number-out-of-order", "moved.md, line 5")]


def test_numbers_that_share_one_text_begin_a_paragraph() -> None:
    """Does "2., 3., 4. The Board" begin paragraph 2, the other numbers being said, and a line of numbers none?"""
    words = (
        "1. The Board met.\n\n2., 3., 4. The Board accepts these.\n\n5., 6., The Board rests.\n7., 8.\n\n9. It rose.\n"
    )
    report = report_from_text(f"## Report\n\n### I. Ports\n\n{words}", "invented.md")
    assert [p.number for p in report.paragraphs] == ["1", "2", "5", "9"]
    assert report.paragraphs[1].body.text == "The Board accepts these."
    assert [f.code for f in report.findings] == ["shared-number", "shared-number"]


def test_a_letter_without_roman_number_above() -> None:
    """Is "A." before the first roman heading a skipped level, and letters alone none?"""
    skipped = report_from_text("# A. Ports\n\n1. One.\n\n# I. Fees\n\n2. Two.\n", "x.md")
    assert [f.code for f in skipped.findings] == ["skipped-level"]
    assert report_from_text("# A. Ports\n\n1. One.\n\n# B. Fees\n\n2. Two.\n", "x.md").findings == ()


def test_a_note_that_is_called_twice() -> None:
    """Does a note that two markers call keep the first, without a finding?"""
    report = ports(("thanked its host.", "thanked its host.<sup>1</sup>"))
    assert report.findings == ()
    assert report.footnotes[0].marker is not None
    assert report.footnotes[0].marker.span.start == PORTS.index("<sup>1</sup>")


def test_what_is_left_over_is_listed() -> None:
    """Does coverage list a text before the first heading with its line, and count it nowhere?"""
    report = ports(("# Report of the Committee on Ports\n", "# Report of the Committee on Ports\n\nWe met\nat sea.\n"))
    covered = coverage(report)
    assert [(left.line, left.words) for left in covered.leftovers] == [(13, "We met"), (14, "at sea.")]
    assert covered.left_over == len("Wemetatsea.")
    assert not covered.complete


def test_a_text_without_number_belongs_to_its_section() -> None:
    """Is unnumbered text under a heading kept out of the title, read with the section, counted, and said?"""
    report = ports(("## I. Introduction\n", "## I. Introduction\n\nWe met\nat sea.\n"))
    section = report.sections[0]
    assert (section.title.text, section.unnumbered and section.unnumbered.text) == ("Introduction", "We met at sea.")
    assert dict(report.texts())[section.ref].text == "Introduction We met at sea."
    covered = coverage(report)
    assert covered.complete
    assert covered.counts["unnumbered"] == len("Wemetatsea.")
    assert [(f.code, f.severity) for f in report.findings] == [("unnumbered-text", "warning")]


def test_a_record_of_another_text() -> None:
    """Are a wrong SHA-256, symbol and date three warnings, and does the right record give none?"""
    right = report_from_text(PORTS, "ports.md").source.sha256
    wrong = Record(symbol="A/CONF.1/1", issued=date(2008, 3, 4), sha256="0" * 64)
    report = report_from_text(PORTS, "ports.md", wrong)
    assert [(f.code, f.severity) for f in report.findings] == [("record-disagrees", "warning")] * 3
    assert report.symbol == "A/CONF.1/1"
    agreeing = Record(symbol="A/CONF.999/7", issued=date(2008, 3, 3), sha256=right.upper())
    assert report_from_text(PORTS, "ports.md", agreeing).findings == ()
