"""Are real reports on pages read whole? The reports lie beside the repository; without them these tests skip."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from rapporteur.model import Report
from rapporteur.read import coverage, read_report

SHARED = Path(__file__).resolve().parents[3] / "shared" / "reports"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not beside the repository")


def read(name: str) -> Report:
    return read_report(SHARED / name)


def words(report: Report) -> dict[str, object]:
    """What a report says, with pages and without offsets."""
    return {
        "title": (report.title_text, report.symbol, report.issued),
        "sections": [(s.path, s.title.text, s.page) for s in report.sections],
        "paragraphs": [(p.annex, p.number, p.section, p.page, p.body.text) for p in report.paragraphs],
        "items": [(p.number, i.path, i.body.text) for p in report.paragraphs for i in p.items],
        "notes": [(n.id, n.body.text, n.note_of, n.page) for n in report.footnotes],
        "unnumbered": [s.unnumbered.text if s.unnumbered else None for s in report.sections],
    }


def test_pdf_and_text_are_one_report() -> None:
    """Do the PDF and the layout text of one report give the same parts, word for word and page for page?"""
    of_pdf, of_text = read("A_HRC_43_15.pdf"), read("A_HRC_43_15.txt")
    assert words(of_pdf) == words(of_text)
    assert len(of_pdf.paragraphs) == 338


@pytest.mark.parametrize("name", ["A_HRC_43_15.pdf", "A_HRC_43_15.txt", "A_HRC_28_15.txt", "A_HRC_43_15_Add.1.txt"])
def test_nothing_is_left_over(name: str) -> None:
    """Does every character of a real report belong to one thing?"""
    covered = coverage(read(name))
    assert covered.complete and covered.left_over == 0


@pytest.mark.parametrize(("name", "top", "below", "last"), [
    ("A_HRC_43_15.txt", 123, {"121": 58, "122": 157}, "122.157"),
    ("A_HRC_28_15.txt", 116, {"115": 163}, "115.163"),
])  # fmt: skip
def test_every_numbered_recommendation(name: str, top: int, below: dict[str, int], last: str) -> None:
    """Is each "121.4" a paragraph, counted without a gap, with its whole text?"""
    report = read(name)
    numbers = [p.number for p in report.paragraphs if not p.annex]
    assert [n for n in numbers if "." not in n] == [str(n) for n in range(1, top + 1)]
    dotted = [n.split(".") for n in numbers if "." in n]
    assert Counter(above for above, _ in dotted) == below
    assert all([int(n) for a, n in dotted if a == above] == list(range(1, count + 1)) for above, count in below.items())
    assert report.paragraph_by_number[last].body.text.endswith(").")
    assert all(report.paragraph_by_number[".".join(pair)].body.text.endswith((";", ".")) for pair in dotted)


@pytest.mark.parametrize("name", ["A_HRC_43_15.pdf", "A_HRC_28_15.txt"])
def test_the_outline(name: str) -> None:
    """Is the contents table furniture, and the annex a section with its text?"""
    report = read(name)
    assert [s.path for s in report.sections] == ["introduction", "I", "I.A", "I.B", "II", "annex-I"]
    annex = report.sections[-1]
    assert annex.title.text == "Composition of the delegation" and annex.unnumbered is not None
    assert len(annex.unnumbered.text.split()) > 200
    assert [f.code for f in report.findings] == ["unnumbered-text"]
