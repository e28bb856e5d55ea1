"""Does the bundled report come out as a person counts it, and as the hand annotation has it?"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date

import pytest
from read_cases import GOLD, MAIN, texts

from rapporteur.model import PartKind, PartRef, Report
from rapporteur.read import coverage, read_report


@pytest.fixture(scope="module")
def report() -> Report:
    return read_report(MAIN)


def rows(name: str) -> list[dict[str, str]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_sections_are_those_of_the_annotation(report: Report) -> None:
    """Do path, level, title, place and paragraphs of each of the 21 annotated sections agree?"""
    annotated = [row for row in rows("sections.csv") if row["level"] != "0"]
    assert len(annotated) == 21
    for row in annotated:
        section = report.section_by_path[row["path"]]
        under = [int(p.number) for p in report.paragraphs if f"{p.section}.".startswith(f"{row['path']}.")]
        assert {
            "level": str(section.level),
            "label": section.label,
            "title": section.title.text,
            "start": str(section.span.start),
            "end": str(section.span.end),
            "first_paragraph": str(min(under)),
            "last_paragraph": str(max(under)),
            "paragraph_count": str(len(under)),
        } == {key: row[key] for key in row if key not in {"order", "path", "markdown_level", "source_line"}}


def test_the_title_is_that_of_the_annotation(report: Report) -> None:
    """Is the title the row of level 0, and no section?"""
    (row,) = [row for row in rows("sections.csv") if row["level"] == "0"]
    assert report.title is not None
    assert (report.title.text, report.title.whole.start, report.title.whole.end) == (
        row["title"],
        int(row["start"]),
        int(row["end"]),
    )
    assert row["title"] not in {section.title.text for section in report.sections}


def test_the_paragraphs_are_those_of_the_annotation(report: Report) -> None:
    """Do text, place, segments, page turn, items and note markers of the 53 annotated paragraphs agree?"""
    annotated = rows("paragraphs.csv")
    assert len(annotated) == 53
    for row in annotated:
        paragraph = report.paragraph_by_number[row["number"]]
        labels = [i.path[0] + "".join(f"({step})" for step in i.path[1:]) for i in paragraph.items]
        found = {
            "section_path": paragraph.section,
            "subparagraphs": ";".join(labels),
            "crosses_page_break": str(paragraph.crosses_page).lower(),
            "footnotes": ";".join(marker.number for marker in paragraph.body.markers),
            "first60": paragraph.body.text[:60],
            "last40": paragraph.body.text[-40:],
            "norm_chars": str(len(paragraph.body.text)),
            "start": str(paragraph.span.start),
            "end": str(paragraph.span.end),
            "segments": ";".join(f"{s.start}-{s.end}" for s in paragraph.segments),
        }
        assert found == {key: row[key] for key in found}, f"paragraph {row['number']}"


def test_the_notes_are_those_of_the_annotation(report: Report) -> None:
    """Do text, place, marker and paragraph of the 6 annotated notes agree?"""
    annotated = rows("footnotes.csv")
    assert len(annotated) == 6
    for row in annotated:
        note = report.footnote_by_number[row["number"]]
        assert note.marker is not None
        assert {
            "paragraph": note.note_of.path[0] if note.note_of else "",
            "marker": report.quote(note.marker.span),
            "marker_start": str(note.marker.span.start),
            "marker_end": str(note.marker.span.end),
            "text": note.body.text,
            "text_raw": report.quote(note.span),
            "text_start": str(note.span.start),
            "text_end": str(note.span.end),
        } == {key: row[key] for key in row if key != "number"}


def test_the_whole_report_as_counted_by_hand(report: Report) -> None:
    """Are there 115 paragraphs, 38 sections, 15 notes on 14 markers, 6 lettered parts, 10 agenda lines?"""
    assert [p.number for p in report.paragraphs] == [str(n) for n in range(1, 116)]
    assert Counter(s.level for s in report.sections) == {1: 4, 2: 13, 3: 21}
    assert [n.number for n in report.footnotes] == [str(n) for n in range(1, 16)]
    markers = {n.marker.span for n in report.footnotes if n.marker}
    assert len(markers) == 14
    assert sorted(report.quote(span) for span in markers).count("<sup>8,9</sup>") == 1
    assert [(p.number, [i.label for i in p.subparagraphs]) for p in report.paragraphs if p.subparagraphs] == [
        ("31", ["a", "b"]),
        ("32", ["a", "b"]),
        ("57", ["a", "b"]),
    ]
    agenda = [item.path for item in report.paragraph_by_number["67"].items]
    assert agenda == [("1",), ("1", "a"), ("1", "b"), ("2",), ("3",), ("4",), ("5",), ("6",), ("7",), ("8",)]
    assert [p.number for p in report.paragraphs if p.crosses_page] == [
        "3", "33", "68", "82", "83", "85", "93", "99", "104",
    ]  # fmt: skip
    assert report.issued == date(2010, 2, 17)
    assert report.findings == ()


def test_the_notes_of_the_second_half_belong_to_their_paragraphs(report: Report) -> None:
    """Which paragraph calls each of notes 7 to 15, and does a note split paragraph 85 in two segments?"""
    assert {n.number: n.note_of for n in report.footnotes[6:]} == {
        number: PartRef(PartKind.PARAGRAPH, (paragraph,))
        for number, paragraph in [
            ("7", "41"), ("8", "50"), ("9", "50"), ("10", "51"), ("11", "53"),
            ("12", "82"), ("13", "82"), ("14", "82"), ("15", "84"),
        ]
    }  # fmt: skip
    split = report.paragraph_by_number["85"]
    assert len(split.segments) == 2
    assert "Punish Trafficking in Persons, Especially Women" in split.body.text


def test_nothing_is_left_over(report: Report) -> None:
    """Does every character belong to exactly one thing, and do the counts add up?"""
    covered = coverage(report)
    assert covered.leftovers == () and covered.doubled == ()
    assert sum(covered.counts.values()) == covered.total == sum(not c.isspace() for c in report.source.text)
    assert covered.counts["unnumbered"] == 0
    assert all(covered.counts[kind] > 0 for kind in ("title", "heading", "paragraph", "note", "furniture"))


def test_titles_of_publications_are_italic(report: Report) -> None:
    """Are the ten titles between asterisks recorded as emphasis, and no asterisk left in a text?"""
    italic = [clean.text[a:b] for _, clean in report.texts() for a, b in clean.emphasis]
    assert len(italic) == 10
    assert {"Ibid.", "Treaty Series", "Basic Training Manual", "Model Law against Trafficking in Persons"} < set(italic)
    assert not any("*" in clean.text or "<" in clean.text for _, clean in texts(report))
