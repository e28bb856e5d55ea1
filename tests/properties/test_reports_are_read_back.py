"""Is a report put together of headings, paragraphs, parts and notes read back as it was put together?"""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from printed_forms import Heading, Numbered, Report, as_markdown, as_page, as_pages, reports
from rounds import examined, property_of

from rapporteur.model import Report as Read
from rapporteur.read import coverage, report_from_bytes, report_from_text


def check_read(read: Read, written: Report, notes: bool) -> None:
    """Sections, paragraphs, parts and notes are those written, and every character has its place."""
    headings = [part for part in written if isinstance(part, Heading)]
    paragraphs = [part for part in written if isinstance(part, Numbered)]
    assert [(s.path, s.title.text) for s in read.sections] == [(h.path, h.title) for h in headings]
    assert [(p.number, p.body.text) for p in read.paragraphs] == [(p.number, p.whole) for p in paragraphs]
    assert [tuple(i.label for i in p.items) for p in read.paragraphs] == [p.labels for p in paragraphs]
    if notes:
        called = [(p.note.number, p.note.words, p.number) for p in paragraphs if p.note]
        assert [(n.number, n.body.text, n.note_of and n.note_of.path[0]) for n in read.footnotes] == called
    assert coverage(read).complete


@property_of(reports(), st.frozensets(st.integers(0, 20)), examples=120)
def test_markdown_with_page_turns_and_notes(written: Report, turns: frozenset[int]) -> None:
    """Is a report in Markdown read back, wherever its pages turn and its notes stand?"""
    check_read(report_from_text(as_markdown(written, turns), "invented.md"), written, notes=True)


@property_of(reports(), st.integers(18, 60), examples=120)
def test_text_on_pages(written: Report, lines: int) -> None:
    """Is a report as text on pages read back, its running heads and page numbers left out, wherever a page ends?"""
    read = report_from_bytes(as_pages(written, lines).encode(), "invented.txt")
    check_read(read, written, notes=False)
    assert read.symbol == "A/CONF.999/7"


@property_of(reports(), examples=80)
def test_a_web_page(written: Report) -> None:
    """Is a report as a web page read back?"""
    check_read(report_from_bytes(as_page(written).encode(), "invented.html"), written, notes=False)


def test_a_wrong_expectation_is_caught() -> None:
    """Would these tests fail if the last part of a report were lost?"""

    def cut(written: Report) -> None:
        check_read(report_from_text(as_markdown(written), "invented.md"), written[:-1], notes=True)

    with pytest.raises(AssertionError):
        examined(cut, reports(), examples=3, smallest=False)
