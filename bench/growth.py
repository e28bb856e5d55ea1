"""How time grows: reading hostile texts, linking and checking long reports, each against a quarter of it.

Prints the ratio of CPU seconds for four times the length: about 4 is linear, 16 would be quadratic.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

from rapporteur.authorities import load_authorities
from rapporteur.check import check_graph
from rapporteur.find import find_mentions
from rapporteur.graph import build_graph
from rapporteur.link import link_mentions
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

REPORT = Path(__file__).parent.parent / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md"
_NUMBERED = re.compile(r"\d+\. (?=.{40})")
_LONG = 30
HOSTILE = (
    "*a ", "_a", "<sup>", "<a ", "\\*", "# a\n", "2. x\n\n", "A. Xx\n\n", "(a) x;\n", "1. x:\n\n", "<sup>1</sup> x\n",
)  # fmt: skip


def ratio(work: Callable[[str], object], short: str, long: str, rounds: int = 3) -> float:
    """CPU seconds of the long text over those of the short one, the best of so many rounds each."""
    return _best(work, long, rounds) / _best(work, short, rounds)


def _best(work: Callable[[str], object], text: str, rounds: int) -> float:
    spent = []
    for _ in range(rounds):
        before = time.process_time()
        work(text)
        spent.append(time.process_time() - before)
    return min(spent)


def _read(text: str) -> object:
    return report_from_text(text, "hostile.md")


def copies(source: str, times: int) -> str:
    """A report as long as so many of it: its paragraphs again, counted on, each copy with a mark of its own."""
    start = source.index("\n1. ") + 1
    head, body = source[:start], source[start:]
    made, number = [head], 0
    for copy in range(times):
        for line in body.splitlines():
            if match := _NUMBERED.match(line):
                number += 1
                line = f"{number}. {line[match.end() :]}"
            if copy and line.startswith("#"):
                continue
            made.append(f"{line} ({copy})" if copy and len(line) > _LONG else line)
    return "\n".join(made)


def _link(text: str) -> object:
    books = load_authorities()
    return link_mentions(find_mentions(report_from_text(text, "copies.md"), books), books)


def _check(text: str) -> object:
    built = build_graph(link_report(report_from_text(text, "copies.md")), load_authorities())
    return check_graph(built)


if __name__ == "__main__":
    print("Reading, 4,000 repetitions against 1,000:")
    for unit in HOSTILE:
        short, long = ("1. Words.\n\n" + unit * times for times in (1_000, 4_000))
        print(f"  {unit!r:<22} {ratio(_read, short, long):.1f}")
    source = REPORT.read_text("utf-8")
    two, eight = copies(source, 2), copies(source, 8)
    print(f"Read, find and link, {len(eight):,} characters against {len(two):,}: {ratio(_link, two, eight):.1f}")
    print(f"Build and check the same: {ratio(_check, two, eight, rounds=1):.1f}")
