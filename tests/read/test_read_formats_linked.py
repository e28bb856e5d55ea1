"""Does the bundled report, read from a Word file or a page, link to the same things as from its Markdown?"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
import web_page
import word_file
from manuscript import parts_of
from test_read_word import MASTHEAD, main_report

from rapporteur.model import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_bytes

TYPESET = {
    "counted.docx": lambda parts: word_file.word_file(parts, automatic=True),
    "typed.docx": lambda parts: word_file.word_file(parts, automatic=False),
    "counted.html": lambda parts: web_page.counted(parts).encode(),
    "typed.html": lambda parts: web_page.typed(parts).encode(),
    "akoma-ntoso.xml": lambda parts: web_page.akoma_ntoso(parts).encode(),
}


@cache
def from_markdown() -> LinkedReport:
    return link_report(main_report()[0])


def said(linked: LinkedReport) -> dict[str, Counter[tuple[object, ...]]]:
    """Every link and open mention without its offsets; a kind of link → what it says → how often."""
    made: dict[str, Counter[tuple[object, ...]]] = {}
    for link in linked.links:
        row = (link.property, link.source, link.target, link.part, link.grade, link.rule.id)
        made.setdefault(link.kind, Counter())[row] += 1
    for mention in linked.unlinked:
        row = (mention.property, mention.source, mention.part, mention.because, mention.candidates)
        made.setdefault(f"open {mention.kind}", Counter())[row] += 1
    return made


@pytest.mark.parametrize("name", TYPESET)
def test_the_same_links(name: str) -> None:
    """Are citations, participations, statements, recommendations and open mentions the same, each quoting its words?"""
    report, record = main_report()
    read = report_from_bytes(TYPESET[name](parts_of(report, MASTHEAD)), name, record)
    linked, expected = link_report(read), from_markdown()
    before, after = said(expected), said(linked)
    assert len(expected.links) > 500
    assert {"decision", "treaty-article", "participation", "statement", "addressee"} <= set(before)
    assert {kind: (before[kind] - after[kind], after[kind] - before[kind]) for kind in before if kind in after} == {
        kind: (Counter(), Counter()) for kind in before
    }
    assert set(after) == set(before)
    assert len(linked.recommendations) == len(expected.recommendations)
    assert all(link.quote == read.quote(link.span) for link in linked.links)
