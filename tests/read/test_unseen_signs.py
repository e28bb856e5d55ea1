"""Are signs that print nothing, and ligatures, no part of the words, and their places kept all the same?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.read import coverage, report_from_text

TEXT = (
    "Report of the Light\u00adhouse Board\n\nLB/\u200bWG.1/\u200b2031/\u200b4\n\nI. Of\ufb01cers\u2060\n\n"
    "1. The Board re\u00ad\na\ufb03rmed document CTOC/\u200bCOP/\u200bWG.4/\u200b2009/\u200b2.\n"
)


@pytest.mark.parametrize("name", ["x.txt", "x.md"])
def test_a_report_is_read_as_it_is_printed(name: str) -> None:
    """Are title, symbol, heading and paragraph whole words, and is every character accounted for once?"""
    report = report_from_text(TEXT, name)
    assert report.title_text == "Report of the Lighthouse Board"
    assert report.symbol == "LB/WG.1/2031/4"
    assert [section.title.text for section in report.sections] == ["Officers"]
    body = report.paragraphs[0].body
    assert body.text == "The Board reaffirmed document CTOC/COP/WG.4/2009/2."
    assert all(a <= b for a, b in zip(body.offsets, body.offsets[1:], strict=False))
    at = body.text.index("CTOC")
    assert report.quote(body.span(at, len(body.text) - 1)) == "CTOC/\u200bCOP/\u200bWG.4/\u200b2009/\u200b2"
    told = coverage(report)
    assert not told.leftovers and not told.doubled


def test_a_passage_is_linked_as_it_is_printed() -> None:
    """Does a link of a passage quote the very characters, those that print nothing among them?"""
    text = "under arti\u00adcle 9 of the Organ\u00ad\nized Crime Con\u200bvention"
    linked = link_text(text)
    (link,) = (link for link in linked.links if link.property == "cites")
    assert link.target.steps == (("article", "9"),)
    assert link.quote == text[link.span.start : link.span.end] and "\u00ad" in link.quote
