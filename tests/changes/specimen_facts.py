"""What a report says, free of offsets, so that two copies of it can be compared: the facts of every specimen.

A fact is (source, property, target, words): the link as references, its quote with white space, dashes, quotation marks
and page furniture made alike. Open mentions are facts too, with the reason for a target.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from rapporteur.model import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_bytes

Fact = tuple[str, str, str, str]
Facts = Counter[Fact]
OVER_A_PAGE = "(over a page)"
"""What stands for the words of a quote that runs over the turn of a page."""

FOLDER = Path(__file__).parents[1] / "specimens"
SPECIMENS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".md", ".txt"))
"""One invented report a house style, named after it."""

_ALIKE = str.maketrans({"–": "-", "—": "-", "‑": "-", "‐": "-", "“": '"', "”": '"', "’": "'", "‘": "'", "*": ""})


@cache
def linked(text: str, name: str) -> LinkedReport:
    """The report as its bytes are read and linked; every quote is checked against the text as read."""
    found = link_report(report_from_bytes(text.encode("utf-8"), name))
    for mention in (*found.links, *found.unlinked):
        assert mention.quote == found.report.source.text[mention.span.start : mention.span.end], name
    return found


def alike(words: str) -> str:
    """The words on one line, their dashes and quotation marks the plain ones."""
    return " ".join(words.translate(_ALIKE).split())


def facts(text: str, name: str, words: Callable[[str], str] = alike) -> Facts:
    """Every link and open mention of a report, told without offsets.

    A quote that runs over the turn of a page holds what stands there; it counts without its words.
    """
    found = linked(text, name)
    told: Facts = Counter()
    for link in found.links:
        told[(repr(link.source), link.property, repr(link.target), _told(link.quote, words))] += 1
    for mention in found.unlinked:
        because = f"open: {mention.because} {sorted(map(repr, mention.candidates))}"
        told[(repr(mention.source), mention.property, because, _told(mention.quote, words))] += 1
    return told


def _told(quote: str, words: Callable[[str], str]) -> str:
    return OVER_A_PAGE if re.search(r"\f|^---|\n\s*\n", quote, re.MULTILINE) else words(quote)


def moved(before: Facts, after: Facts) -> tuple[Facts, Facts]:
    """What went, and what came."""
    return before - after, after - before


def mapped(told: Facts, change: Callable[[Fact], Fact]) -> Facts:
    """The facts after a change that is known for each of them."""
    expected: Facts = Counter()
    for fact, times in told.items():
        expected[change(fact)] += times
    return expected
