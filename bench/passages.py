"""How fast `link_text` is: megabytes a second on one core, beside the naive way in the same run, and how it grows.

The naive way: one regular expression a name of the authorities, one a citation form of the pattern files, each over the
whole text. Texts are the bundled report, and any files named on the command line. Run with `make bench`.
"""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rapporteur.authorities import load_authorities
from rapporteur.patterns import load_patterns
from rapporteur.pipeline import link_text

REPORT = Path(__file__).parent.parent / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md"
ROUNDS = 9
GROWTH = (1, 2, 4, 8, 16)


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median CPU seconds of some work, one round to warm up."""
    taken = []
    for turn in range(rounds + 1):
        start = time.process_time()
        work()
        if turn:
            taken.append(time.process_time() - start)
    return statistics.median(taken)


def naive_forms() -> list[re.Pattern[str]]:
    """One expression a name, one a citation form."""
    books = load_authorities()
    names = {name for name, _ in books.state_names()}
    for organization in books.organizations.values():
        names |= {organization.label, organization.acronym, *(name.label for name in organization.names)}
    for instrument in books.instruments.values():
        names |= (
            {instrument.title, *instrument.short_titles} if hasattr(instrument, "short_titles") else {instrument.title}
        )
    forms = [re.compile(rf"\b{re.escape(name)}\b") for name in sorted(filter(None, names))]
    cited = [pattern.regex for pattern in load_patterns("citations").patterns.values()]
    return forms + [re.compile(form.pattern, form.regex.flags) for form in cited]


def count_a_million() -> int:
    """Work that every machine can be compared by: an interpreter that is not interrupted takes some 30 ms."""
    total = 0
    for number in range(1_000_000):
        total += number
    return total


def naive(text: str, forms: list[re.Pattern[str]]) -> int:
    """Every match of every expression."""
    return sum(1 for form in forms for _ in form.finditer(text))


def main(paths: list[str]) -> None:
    """Print a line a text, then how the time grows."""
    forms = naive_forms()
    texts = {REPORT.name: REPORT.read_text("utf-8")}
    texts |= {Path(path).name: Path(path).read_text("utf-8") for path in paths}
    print(f"link_text on one core, median of {ROUNDS}; the naive way is {len(forms)} expressions, median of 3")
    rates: list[float] = []
    sizes: list[float] = []
    print(f"  this machine: {1e3 * seconds(count_a_million):.0f} ms for a loop that adds a million numbers")
    for name, text in texts.items():
        size = len(text.encode()) / 1e6
        own = seconds(lambda text=text: link_text(text))
        other = seconds(lambda text=text: naive(text, forms), 3)
        rates.append(size / own)
        sizes.append(size)
        print(f"  {name:<40} {size:6.3f} MB  {size / own:5.2f} MB/s  {other / own:5.1f} times the naive way")
    together = sum(sizes) / sum(size / rate for size, rate in zip(sizes, rates, strict=True))
    print(f"  all together {together:.2f} MB/s, slowest {min(rates):.2f}   bar: 1 MB/s and 10 times the naive way")
    text = texts[REPORT.name]
    base = seconds(lambda: link_text(text), 3)
    print("Growth, the bundled report end to end:")
    for times in GROWTH:
        whole = "\n\n".join([text] * times)
        taken = seconds(lambda whole=whole: link_text(whole), 3)
        size = len(whole.encode()) / 1e6
        print(f"  {times:3} times  {size:5.2f} MB  {taken:6.3f} s  {taken / base / times:4.2f} of linear")


if __name__ == "__main__":
    main(sys.argv[1:])
