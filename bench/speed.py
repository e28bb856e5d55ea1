"""How fast: reading, finding and linking in a warm process; the cold command; and `make graph` part by part.

Prints CPU and wall seconds on this machine, each beside the bar of the project. Run with `make bench`.
"""

from __future__ import annotations

import itertools
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rapporteur.authorities import load_authorities
from rapporteur.check import check_graph
from rapporteur.find import find_mentions
from rapporteur.graph import build_graph, with_inferred, write_built
from rapporteur.link import link_mentions
from rapporteur.read import read_report

REPORT = Path(__file__).parent.parent / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md"
ROUNDS = 20


def warm() -> None:
    """Median CPU of reading, finding and linking, authorities loaded."""
    books = load_authorities()
    parts: dict[str, list[float]] = {"read": [], "find": [], "link": [], "all three": []}
    for turn in range(ROUNDS + 1):
        marks = [time.process_time()]
        report = read_report(REPORT)
        marks.append(time.process_time())
        mentions = find_mentions(report, books)
        marks.append(time.process_time())
        link_mentions(mentions, books)
        marks.append(time.process_time())
        if turn:
            for name, start, end in zip(parts, marks, marks[1:], strict=False):
                parts[name].append(end - start)
            parts["all three"].append(marks[-1] - marks[0])
    print(f"Warm, CPU seconds, median (min-max) of {ROUNDS}:")
    for name, seconds in parts.items():
        bar = "   bar: under 0.5" if name == "all three" else ""
        print(f"  {name:<10} {statistics.median(seconds):.3f} ({min(seconds):.3f}-{max(seconds):.3f}){bar}")


def cold() -> None:
    """The whole command `rapporteur link REPORT`, process start included."""
    script = "from rapporteur.cli import main; main()"
    command = [sys.executable, "-c", script, "link", str(REPORT), "--json"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"Cold `rapporteur link REPORT --json`: {cpu:.2f} CPU, {wall:.2f} wall seconds")


def graph() -> None:
    """`make graph` after installation, part by part, and the whole command."""
    books = load_authorities()
    marks = [("", time.perf_counter())]
    linked = link_mentions(find_mentions(read_report(REPORT), books), books)
    marks.append(("read, find, link", time.perf_counter()))
    built = build_graph(linked, books)
    marks.append(("build", time.perf_counter()))
    checked = check_graph(built)
    marks.append(("check: shapes, closure, shapes", time.perf_counter()))
    built = with_inferred(built, checked.inferred)
    marks.append(("keep what was inferred", time.perf_counter()))
    with tempfile.TemporaryDirectory() as folder:
        write_built(built, folder)
        marks.append(("write", time.perf_counter()))
        script = "from rapporteur.cli import main; main()"
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", script, "build", str(REPORT), "--out", folder], check=True, stdout=subprocess.DEVNULL
        )
        whole = time.perf_counter() - start
    print("`make graph`, wall seconds:")
    for (_, start), (name, end) in itertools.pairwise(marks):
        print(f"  {name:<32} {end - start:.2f}")
    print(f"  {'the whole command, cold':<32} {whole:.2f}   bar: under 15")


if __name__ == "__main__":
    warm()
    cold()
    graph()
