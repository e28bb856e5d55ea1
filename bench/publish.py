"""What publishing costs: one report part by part, then what each further report takes in time and memory.

``python bench/publish.py [REPORTS]``; 20 reports without a number, about 50 MB of disk each. Copies of the bundled
report under other symbols stand for reports; every run has a process of its own, so that its highest memory is its
own. CPU seconds, for a machine with others on it; the wall clock beside them.
"""

from __future__ import annotations

import multiprocessing
import queue
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rapporteur.publish.site import read_site
from rapporteur.publish.whole import parts
from rapporteur.publish.writer import Writer

REPORT = Path(__file__).parent.parent / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
SYMBOL = "CTOC/COP/WG.4/2010/6"
BAR = 5.0
"""Seconds for one report, once it is built, without what is told `APART`."""
APART = ("Writing the page of the vocabulary", "Drawing the networks")


def copies(folder: Path, number: int) -> None:
    """Copies of the report, each with a symbol and a meeting of its own."""
    folder.mkdir()
    text = REPORT.read_text("utf-8")
    for at in range(number):
        moved = text.replace(SYMBOL, f"CTOC/COP/WG.4/2031/{at}").replace("WG.4/2010-01-27", f"WG.4/2031-{at}")
        (folder / f"copy{at}.trig").write_text(moved, "utf-8")


def _publish(graphs: Path, out: Path, answer: Any) -> None:
    """Publish, and tell of each part its CPU seconds; the wall seconds of all, and the highest memory in MB."""
    spent: list[tuple[str, float]] = []
    wall = time.perf_counter()
    with Writer(out) as writer:
        begun = time.process_time()
        site = read_site(graphs)
        spent.append(("Reading", time.process_time() - begun))
        for name, write in parts():
            begun = time.process_time()
            write(site, writer)
            spent.append((name, time.process_time() - begun))
    answer.put((spent, time.perf_counter() - wall, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def run(graphs: Path, out: Path) -> tuple[list[tuple[str, float]], float, float]:
    """One publication in a process of its own."""
    context = multiprocessing.get_context("spawn")
    answer = context.Queue()
    process = context.Process(target=_publish, args=(graphs, out, answer))
    process.start()
    while True:
        try:
            told = answer.get(timeout=1)
            break
        except queue.Empty:
            if not process.is_alive() and answer.empty():
                raise SystemExit("The publication failed; its own words stand above.") from None
    process.join()
    shutil.rmtree(out)
    return told


def main() -> None:
    """One report, then many, in a folder that is removed afterwards."""
    number = int(sys.argv[1]) if sys.argv[1:] else 20
    begun = time.process_time()
    added = 0
    for one in range(1_000_000):
        added += one
    print(f"A loop that adds a million numbers: {1000 * (time.process_time() - begun):.0f} ms of CPU")
    folder = Path(tempfile.mkdtemp(prefix="rapporteur-bench-"))
    try:
        spent, wall, memory = run(REPORT, folder / "out")
        total = sum(seconds for _, seconds in spent)
        apart = sum(seconds for name, seconds in spent if name in APART)
        print(f"One report: {total:.2f} s of CPU, {wall:.2f} s by the clock, {memory:.0f} MB")
        print(f"  {total - apart:.2f} s without vocabulary and pictures; the bar is {BAR:g} s")
        for name, seconds in spent:
            print(f"  {seconds:6.2f}  {name}")
        before = (1, total, memory)
        for many in sorted({max(2, number // 4), max(2, number // 2), number}):
            copies(folder / f"built{many}", many)
            spent, wall, memory = run(folder / f"built{many}", folder / "out")
            total = sum(seconds for _, seconds in spent)
            each, room = (total - before[1]) / (many - before[0]), (memory - before[2]) / (many - before[0])
            print(f"{many} reports: {total:.1f} s of CPU, {wall:.1f} s by the clock, {memory:.0f} MB")
            print(f"  each further one {each:.2f} s, {room:.1f} MB")
            print("  " + ", ".join(f"{name.lower()} {seconds / many:.2f}" for name, seconds in spent) + " a report")
            before = (many, total, memory)
            shutil.rmtree(folder / f"built{many}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
