"""Does no text at all break the reader or the linker, and does every quote stay what the source says?"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import pytest
from hypothesis import strategies as st
from odd_texts import BYTES, LONG, REPORTS, TEXTS
from rounds import property_of

from rapporteur import link_text
from rapporteur.errors import UnusableInput
from rapporteur.model import CleanText, LinkedReport, Report
from rapporteur.pipeline import link_report
from rapporteur.read import coverage, report_from_bytes, report_from_text
from rapporteur.read.unseen import as_seen

NAMES = ("x.md", "x.txt", "x.html", "x.xml", "x.docx", "x.pdf", "-")


def check_report(report: Report) -> None:
    """Every place lies in the text as read, in order; what is counted as covered never exceeds what is there."""
    text = report.source.text
    for _, clean in report.texts():
        check_clean(clean, text)
    for paragraph in report.paragraphs:
        assert 0 <= paragraph.span.start <= paragraph.span.end <= len(text)
        for item in paragraph.items:
            check_clean(item.body, text)
    for furniture in report.furniture:
        assert 0 <= furniture.span.start <= furniture.span.end <= len(text)
    shown = coverage(report)
    assert not shown.doubled
    assert shown.left_over >= 0


def check_clean(clean: CleanText, text: str) -> None:
    """Each character of a clean text stands somewhere in the text as read, and they stand there in order."""
    assert len(clean.offsets) == len(clean.text)
    assert all(a <= b for a, b in zip(clean.offsets, clean.offsets[1:], strict=False))
    assert not clean.offsets or (clean.offsets[0] >= 0 and clean.offsets[-1] < len(text))


def check_links(found: LinkedReport) -> None:
    """Each link and open mention quotes exactly the characters at its place, and some."""
    text = found.report.source.text
    for mention in (*found.links, *found.unlinked):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.quote == text[mention.span.start : mention.span.end]


@property_of(TEXTS, examples=250)
def test_any_passage_is_linked(text: str) -> None:
    """Is any text a passage that links or stays open, or refused because it holds no word?"""
    try:
        found = link_text(text)
    except UnusableInput:
        assert not as_seen(text).strip()
        return
    assert found.report.source.text == text
    check_links(found)


@property_of(st.one_of(TEXTS, REPORTS), examples=250)
def test_any_text_is_a_report_or_refused(text: str) -> None:
    """Is any Markdown text read with true places and true quotes, or refused with the documented error?"""
    try:
        report = report_from_text(text, "odd.md")
    except UnusableInput:
        return
    check_report(report)
    check_links(link_report(report))


@property_of(st.one_of(REPORTS.map(lambda text: text.encode("utf-8")), BYTES), st.sampled_from(NAMES), examples=300)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    """Are any bytes, under the name of any format, read with true places, or refused with the documented error?"""
    try:
        report = report_from_bytes(data, name)
    except UnusableInput:
        return
    check_report(report)
    check_links(link_report(report))


@property_of(REPORTS, examples=150)
def test_any_page_is_read_or_refused(text: str) -> None:
    """Is any HTML, however broken, read with true places, or refused with the documented error?"""
    body = text.replace("\n\n", "</p><p>")
    try:
        report = report_from_bytes(f"<!DOCTYPE html><html><body><p>{body}</p></body></html>".encode(), "odd.html")
    except UnusableInput:
        return
    check_report(report)


@cache
def _ready() -> LinkedReport:
    """The tables are loaded once, before anything is timed."""
    return link_text("See A/99/1.")


def seconds(work: Callable[[str], object], text: str, times: int = 1) -> float:
    """CPU time of reading and linking a text, the best of so many times; one that is refused takes some too."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        with suppress(UnusableInput):
            work(text)
        best = min(best, time.process_time() - start)
    return best


def _read_and_linked(text: str) -> None:
    link_report(report_from_text("1. The Board met. " + text, "odd.md"))


@pytest.mark.parametrize("way", [link_text, _read_and_linked], ids=["passage", "report"])
@pytest.mark.parametrize(("name", "piece"), LONG, ids=[name for name, _ in LONG])
def test_time_grows_as_the_text_does(name: str, piece: str, way: Callable[[str], object]) -> None:
    """Does a text that repeats one piece take time that grows about as its length does, not as its square?"""
    _ready()
    small, factor = 6_000, 4
    short, long = ((piece * size)[:size] for size in (small, small * factor))
    if seconds(way, long) < 0.15:
        return
    one, four = seconds(way, short, 3), seconds(way, long, 2)
    assert four < one * factor * 1.8, f"{name}: {one:.3f} s, four times the text {four:.3f} s"
