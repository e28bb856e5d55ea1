"""Is the bundled report, set on pages, read as what it is: the same parts, notes and words, whatever its form?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from paged_cases import L, as_pdf, as_text
from read_cases import MAIN
from set_on_pages import set_on_pages

from rapporteur.model import Record, Report
from rapporteur.read import coverage, read_report, report_from_bytes

SYMBOL = "CTOC/COP/WG.4/2010/6"


def parts(report: Report) -> dict[str, Any]:
    """What a report says, without offsets, pages, emphasis and the page's own words."""
    return {
        "title": report.title_text,
        "sections": [(s.path, s.title.text) for s in report.sections],
        "paragraphs": [
            (p.key, p.section, p.body.text, [(m.number, m.at) for m in p.body.markers]) for p in report.paragraphs
        ],
        "items": [(p.key, i.path, i.body.text, i.numbered) for p in report.paragraphs for i in p.items],
        "notes": [(n.id, n.body.text, n.note_of) for n in report.footnotes],
    }


@pytest.fixture(scope="module")
def report() -> Report:
    return read_report(MAIN)


@pytest.fixture(scope="module")
def pages(report: Report) -> list[list[L]]:
    return set_on_pages(report, SYMBOL)


def _text(
    pages: list[list[L]], change: Callable[[str], str] = str, line_end: str = "\n", page_end: str = "\f"
) -> bytes:
    return change(as_text(pages, "\n", page_end)).replace("\n", line_end).encode()


def _number_above(text: str) -> str:
    """The number of each note on a line of its own, as some conversions give raised digits."""
    return re.sub(r"(?m)^ {22}(\d{1,2})  (?=\S)", r"                      \1\n                         ", text)


def _shifted(text: str) -> str:
    """Every other page further to the left, as layouts with inner and outer margins are."""
    sheets = text.split("\f")
    return "\f".join(re.sub(r"(?m)^ {10}", "", sheet) if i % 2 else sheet for i, sheet in enumerate(sheets))


def _flush(text: str) -> str:
    """Every line at the left edge with single spaces, as ``pdftotext`` gives it without ``-layout``."""
    return re.sub(r"(?m)^ +", "", re.sub(r"(?<=\S) {2,}", " ", text))


FORMS: dict[str, Callable[[list[list[L]]], tuple[str, bytes]]] = {
    "PDF": lambda pages: ("main.pdf", as_pdf(pages)),
    "text": lambda pages: ("main.txt", _text(pages)),
    "text with carriage returns": lambda pages: ("main.txt", _text(pages, line_end="\r\n")),
    "text without form feeds": lambda pages: ("main.txt", _text(pages, page_end="\n")),
    "note numbers on a line of their own": lambda pages: ("main.txt", _text(pages, _number_above)),
    "margins that change sides": lambda pages: ("main.txt", _text(pages, _shifted)),
    "without indentation": lambda pages: ("main.txt", _text(pages, _flush)),
    "without indentation and form feeds": lambda pages: ("main.txt", _text(pages, _flush, page_end="\n")),
    "without running heads": lambda pages: ("main.txt", _text([p if i == 0 else p[1:] for i, p in enumerate(pages)])),
    "without page numbers": lambda pages: ("main.txt", _text([p if i == 0 else p[:-1] for i, p in enumerate(pages)])),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_on_pages(form: str, report: Report, pages: list[list[L]]) -> None:
    """Does page furniture of any kind leave every word, note and label where it belongs?"""
    name, data = FORMS[form](pages)
    again = report_from_bytes(data, name, Record(symbol=SYMBOL, title=report.title_text))
    expected, found = parts(report), parts(again)
    for kind, values in expected.items():
        assert found[kind] == values, kind
    assert not again.findings
    assert coverage(again).complete
    assert again.paragraphs[-1].page == len(pages)
