"""What publishing costs: one report part by part, then what each further report takes in time and memory.

``python bench/publish.py [REPORTS …]``; 5, 10 and 20 reports without numbers, about 60 MB of disk each. Copies of the
bundled report under other symbols stand for reports; every run has a process of its own, so that its highest memory is
its own, and that of the second process, which shares what was read, stands beside. CPU seconds, for a machine with
others on it; the wall clock beside them.
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

from rapporteur.publish import publish_site

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


def _publish(graphs: Path, out: Path, jobs: int, answer: Any) -> None:
    """Publish, and tell the CPU seconds of each part; the wall seconds of all, and the highest memory in MB."""
    wall = time.perf_counter()
    done = publish_site(out, graphs, jobs=jobs)
    wall = time.perf_counter() - wall
    memory = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    answer.put((list(done.spent.items()), wall, memory[0], memory[1] if jobs > 1 else 0.0))


def run(graphs: Path, out: Path, jobs: int = 2) -> tuple[list[tuple[str, float]], float, float, float]:
    """One publication in a process of its own, with another beside it where ``jobs`` is 2."""
    context = multiprocessing.get_context("spawn")
    answer = context.Queue()
    process = context.Process(target=_publish, args=(graphs, out, jobs, answer))
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
    numbers = [int(number) for number in sys.argv[1:]] or [5, 10, 20]
    begun = time.process_time()
    added = 0
    for one in range(1_000_000):
        added += one
    print(f"A loop that adds a million numbers: {1000 * (time.process_time() - begun):.0f} ms of CPU")
    folder = Path(tempfile.mkdtemp(prefix="rapporteur-bench-"))
    try:
        spent, wall, memory, other = run(REPORT, folder / "out")
        total = sum(seconds for _, seconds in spent)
        apart = sum(seconds for name, seconds in spent if name in APART)
        print(f"One report: {total:.2f} s of CPU, {wall:.2f} s by the clock, {memory:.0f} and {other:.0f} MB")
        print(f"  {total - apart:.2f} s of CPU without vocabulary and pictures; the bar is {BAR:g} s by the clock")
        for name, seconds in spent:
            print(f"  {seconds:6.2f}  {name}")
        before = (1, total, memory, other)
        for many in numbers:
            copies(folder / f"built{many}", many)
            spent, wall, memory, other = run(folder / f"built{many}", folder / "out")
            total = sum(seconds for _, seconds in spent)
            more = many - before[0]
            each = [(now - then) / more for now, then in zip((total, memory, other), before[1:], strict=True)]
            print(f"{many} reports: {total:.1f} s of CPU, {wall:.1f} s by the clock, {memory:.0f} and {other:.0f} MB")
            print(f"  each further one {each[0]:.2f} s, {each[1]:.1f} and {each[2]:.1f} MB")
            print("  " + ", ".join(f"{name.lower()} {seconds / many:.2f}" for name, seconds in spent) + " a report")
            sys.stdout.flush()
            before = (many, total, memory, other)
            shutil.rmtree(folder / f"built{many}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
