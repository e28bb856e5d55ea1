"""How fast the store is: the carried questions beside rdflib, and loading many reports beside rdflib.

Prints medians of wall seconds, each ratio beside the bar of the project. ``python bench/store.py [REPORTS [SAMPLE]]``;
100 reports without a number, of which rdflib loads 5, for 100 take it minutes and 3.4 GB of memory. Copies of the
bundled report under other symbols stand for reports; both sides parse the same files, and loading includes that all is
on the disk. ``bench/questions.py`` asks the questions over many reports.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rdflib import Dataset

from rapporteur.query import ask, list_queries, load_dataset
from rapporteur.store import load, open_store

REPORT = Path(__file__).parent.parent / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
SYMBOL = "CTOC/COP/WG.4/2010/6"
ROUNDS = 5
RDFLIB_SAMPLE = 5
"""Reports that rdflib loads unless told; its time for all is taken from these, as if it grew in proportion."""


def spent(work: Callable[[], object]) -> float:
    """Wall seconds of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def questions(folder: Path) -> None:
    """Every carried question on the bundled report: rdflib, and the store on disk after one round to warm it."""
    graph = load_dataset(REPORT)
    store = open_store(folder / "one")
    list(load(store, [REPORT]))
    theirs, ours = {}, {}
    for query in list_queries():
        ask(store, query)
        ours[query.name] = statistics.median(spent(lambda q=query: ask(store, q)) for _ in range(ROUNDS))  # type: ignore[misc]
        theirs[query.name] = spent(lambda q=query: ask(graph, q))  # type: ignore[misc]
    slow, fast = statistics.median(theirs.values()), statistics.median(ours.values())
    print(f"{len(ours)} questions on one report, median seconds:")
    print(f"  rdflib {slow:.4f}   store {fast:.4f}   {slow / fast:.0f} times   bar: at least 20")
    slowest = sorted(ours, key=lambda name: ours[name])[-5:]
    print("  slowest in the store: " + ", ".join(f"{name} {ours[name]:.3f}" for name in slowest))


def copies(folder: Path, number: int) -> list[Path]:
    """Copies of the report, each with a symbol and a meeting of its own."""
    text = REPORT.read_text("utf-8")
    files = []
    for at in range(number):
        file = folder / f"copy{at}.trig"
        moved = text.replace(SYMBOL, f"CTOC/COP/WG.4/2031/{at}").replace("WG.4/2010-01-27", f"WG.4/2031-{at}")
        file.write_text(moved, "utf-8")
        files.append(file)
    return files


def loading(folder: Path, number: int, sample: int) -> None:
    """Load many reports: into the store on disk, and into rdflib's memory as named graphs.

    By the clock and by the CPU: rdflib keeps one core, loading all it gets, so on a machine with others on it the first
    ratio says more about them. The store makes hashes, the union and the manifest, and has all on the disk.
    """
    (folder / "built").mkdir()
    files = copies(folder / "built", number)
    store = open_store(folder / "many")
    work = time.process_time()
    ours = spent(lambda: list(load(store, files)))
    work = time.process_time() - work
    dataset = Dataset()
    their_work = time.process_time()
    theirs = spent(lambda: [dataset.parse(file, format="trig") for file in files[:sample]])
    their_work = (time.process_time() - their_work) * number / sample
    theirs *= number / sample
    print(f"Loading {number} reports, seconds: rdflib {theirs:.1f} (from {sample})   store {ours:.1f}")
    print(f"  {theirs / ours:.1f} times   bar: at least 4")
    print(
        f"  of CPU: rdflib {their_work:.1f}   store {work:.1f}   {their_work / work:.1f} times, {os.cpu_count()} cores"
    )


def main() -> None:
    """Both, in a folder that is removed afterwards."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("reports", type=int, nargs="?", default=100)
    parser.add_argument("sample", type=int, nargs="?", default=RDFLIB_SAMPLE)
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="rapporteur-bench-"))
    try:
        questions(folder)
        loading(folder, given.reports, min(given.reports, given.sample))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
