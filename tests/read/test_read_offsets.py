"""Does every character know its place, in any text?"""

from __future__ import annotations

import random

import pytest
from read_cases import MAIN, PORTS, texts

from rapporteur.errors import UnusableInput
from rapporteur.model import Report
from rapporteur.read import coverage, read_report, report_from_text

FRAGMENTS = [
    "1. The Committee met.", "2. It rested:", "3. States should", "(a) One;", "(b) Two.", "(i) Small;", "# I. Start",
    "## **A. Next**", "### 2. Third", "## Untitled", "II. Plain", "---", "<sup>1</sup> A note.",
    "word<sup>1,2</sup> on",
    "*italic", "**bold**", "_under_", "2009. At that", "- bullet", "> quoted", "12", "A/CONF.999/7", "\\*", "<i>x</i>",
    "Annex I", "Notes", "[^3]: caret", "[^3]", "\r\n", "\u00a0", "é—“quoted”", "4.1 Dotted (One)", "Introduction",
    "3 March 2008", "Distr.: General", "* * *", "#", "victim-", "centred", "\f", "<sup>", "</sup>", "\ufeff",
]  # fmt: skip
ROUNDS = 400


def check_offsets(report: Report) -> None:
    """Each character of a clean text is the source's, offsets rise, spans lie in the source, nothing is owned twice."""
    source = report.source.text
    for name, clean in texts(report):
        for character, offset in zip(clean.text, clean.offsets, strict=True):
            assert source[offset] == character or (character == " " and source[offset].isspace()), name
        assert all(a < b for a, b in zip(clean.offsets, clean.offsets[1:], strict=False)), name
        assert clean.text == " ".join(clean.text.split()), name
        assert all(0 <= a < b <= len(clean) for a, b in clean.emphasis), name
        assert all(0 <= marker.at <= len(clean) for marker in clean.markers), name
    for paragraph in report.paragraphs:
        assert report.quote(paragraph.span).lstrip("*_").startswith(paragraph.number)
        assert paragraph.segments[0].start == paragraph.span.start
        assert paragraph.segments[-1].end == paragraph.span.end
        assert all(a.end < b.start for a, b in zip(paragraph.segments, paragraph.segments[1:], strict=False))
        assert all(paragraph.span.contains(item.span) for item in paragraph.items)
    parts = [s.order for s in report.sections] + [p.order for p in report.paragraphs]
    parts += [n.order for n in report.footnotes] + [i.order for p in report.paragraphs for i in p.items]
    assert sorted(parts) == list(range(1, len(parts) + 1))
    refs = [ref for ref, _ in report.texts()]
    assert len(refs) == len(set(refs)), "two parts of one name"


@pytest.mark.parametrize("text", [PORTS, PORTS.replace("\n", "\r\n"), "\ufeff" + PORTS], ids=["lf", "crlf", "bom"])
def test_an_invented_report(text: str) -> None:
    """Do all offsets of a small report quote its source?"""
    report = report_from_text(text, "ports.md")
    assert len(report.paragraphs) == 4
    check_offsets(report)


def test_the_bundled_report() -> None:
    """Do all offsets of the bundled report quote its source?"""
    report = read_report(MAIN)
    assert sum(len(clean) for _, clean in texts(report)) > 45_000
    check_offsets(report)


def scrambled(seed: int) -> str:
    """Fragments of reports in any order, joined by spaces, line ends and blank lines."""
    chance = random.Random(seed)
    joins = [" ", "\n", "\n\n", "\n\n"]
    return "".join(chance.choice(FRAGMENTS) + chance.choice(joins) for _ in range(chance.randrange(3, 40)))


def test_scrambled_reports_are_read_and_covered() -> None:
    """In 400 scrambled texts: no crash, true offsets, nothing owned twice, and all that is left over has a finding?"""
    reports = 0
    for seed in range(ROUNDS):
        text = scrambled(seed)
        try:
            report = report_from_text(text, f"scrambled {seed}")
        except UnusableInput as fault:
            assert fault.seen.startswith("No numbered paragraph"), f"seed {seed}"
            continue
        reports += 1
        check_offsets(report)
        covered = coverage(report)
        assert covered.doubled == (), f"seed {seed}"
        strays = [f.span for f in report.findings if f.code == "unnumbered-text" and f.span]
        for leftover in covered.leftovers:
            assert any(span.contains(leftover.span) for span in strays), f"seed {seed}: {leftover}"
    assert reports > ROUNDS // 2
