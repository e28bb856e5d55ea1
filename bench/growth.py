"""How time grows: reading hostile texts, and the whole linker on copies of the report, each against a quarter of it.

Prints the ratio of CPU seconds for four times the length: about 4 is linear, 16 would be quadratic.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from rapporteur.authorities import load_authorities
from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.read import report_from_text

REPORT = Path(__file__).parent.parent / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md"
HOSTILE = (
    "*a ", "_a", "<sup>", "<a ", "\\*", "# a\n", "2. x\n\n", "A. Xx\n\n", "(a) x;\n", "1. x:\n\n", "<sup>1</sup> x\n",
)  # fmt: skip


def ratio(work: Callable[[str], object], short: str, long: str) -> float:
    """CPU seconds of the long text over those of the short one, the best of three each."""
    return _best(work, long) / _best(work, short)


def _best(work: Callable[[str], object], text: str) -> float:
    spent = []
    for _ in range(3):
        before = time.process_time()
        work(text)
        spent.append(time.process_time() - before)
    return min(spent)


def _read(text: str) -> object:
    return report_from_text(text, "hostile.md")


def _link(text: str) -> object:
    books = load_authorities()
    return link_mentions(find_mentions(report_from_text(text, "copies.md"), books), books)


if __name__ == "__main__":
    print("Reading, 4,000 repetitions against 1,000:")
    for unit in HOSTILE:
        short, long = ("1. Words.\n\n" + unit * times for times in (1_000, 4_000))
        print(f"  {unit!r:<22} {ratio(_read, short, long):.1f}")
    source = REPORT.read_text("utf-8")
    print(
        "Read, find and link, eight copies of the report against two:", round(ratio(_link, source * 2, source * 8), 1)
    )
