"""Many reports: seconds a report, and the peak memory of parent and workers at 1,000 reports against that at 100.

Builds invented reports of six paragraphs into a scratch folder, each number in a process of its own. Prints the sum of
the peak resident sets of the parent and of the largest worker times the workers (Linux: VmHWM of /proc), the ratio of
the two sums beside the bar of the project, and what a second run over the same folder takes, which builds nothing.

    python bench/many.py [FEW MANY] [--jobs N]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rapporteur.many.crew import cores
from rapporteur.many.values import Standing
from rapporteur.pipeline import build_many

STATES = ("Kenya", "Norway", "Peru", "Thailand", "Ghana", "Chile", "Japan", "Latvia")
REPORT = """CTOC/COP/WG.9/{year}/{number}

# Report on the meeting of the Working Group on Ferries held in Vienna on 4 and 5 March {year}

## I. Introduction

1. The Working Group on Ferries met in Vienna on 4 and 5 March {year}.

2. The following States were represented: {first}, {second} and {third}.

## II. Recommendations

3. States parties should keep a register of ferries, in accordance with article {article}, paragraph 1, of the Organized
Crime Convention.

4. The Secretariat should report on the use of that register in {number} ports.

5. States should consider establishing a hotline for passengers.

## III. Adoption of the report

6. On 5 March {year}, the Working Group adopted its report.
"""


def report(number: int) -> str:
    """The text of an invented report with a symbol of its own."""
    first, second, third = (STATES[(number + step) % len(STATES)] for step in range(3))
    return REPORT.format(
        year=2031 + number // 200, number=number + 2, article=5 + number % 25, first=first, second=second, third=third
    )


class Peaks:
    """The largest resident set of the parent and of any worker so far, in MB."""

    def __init__(self) -> None:
        self.parent = self.worker = 0.0

    def __call__(self, at: Standing) -> None:
        self.parent = max(self.parent, _peak("self"))
        for child in multiprocessing.active_children():
            self.worker = max(self.worker, _peak(str(child.pid)))


def _peak(process: str) -> float:
    """Peak resident set of a process in MB, 0 if it is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def measure(number: int, jobs: int) -> dict[str, float]:
    """Build so many reports, twice; seconds of both and the peaks of the first."""
    with tempfile.TemporaryDirectory() as scratch:
        reports, out = Path(scratch, "reports"), Path(scratch, "out")
        reports.mkdir()
        for one in range(number):
            (reports / f"report-{one:05}.md").write_text(report(one), "utf-8")
        peaks = Peaks()
        start = time.perf_counter()
        done = build_many([reports], out, jobs=jobs, progress=peaks)
        built = time.perf_counter() - start
        assert done.count("built") == number, [result.fault for result in done.results if result.fault][:3]
        start = time.perf_counter()
        again = build_many([reports], out, jobs=jobs)
        return {
            "parent": peaks.parent, "worker": peaks.worker, "sum": peaks.parent + jobs * peaks.worker, "seconds": built,
            "again": time.perf_counter() - start, "kept": again.count("kept"),
        }  # fmt: skip


def main() -> None:
    """Measure few and many in processes of their own and print both."""
    asked = argparse.ArgumentParser()
    asked.add_argument("numbers", nargs="*", type=int, default=[100, 1000])
    asked.add_argument("--jobs", type=int, default=cores())
    asked.add_argument("--one", action="store_true", help="measure one number in this process")
    given = asked.parse_args()
    if given.one:
        print(json.dumps(measure(given.numbers[0], given.jobs)))
        return
    sums = []
    for number in given.numbers:
        command = [sys.executable, __file__, "--one", str(number), "--jobs", str(given.jobs)]
        got = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        sums.append(got["sum"])
        print(
            f"{number:>5} reports, {given.jobs} workers: {got['seconds']:.0f} s, "
            f"{got['seconds'] / number * given.jobs:.2f} s a report and worker; "
            f"peak MB: parent {got['parent']:.0f}, a worker {got['worker']:.0f}, all {got['sum']:.0f}; "
            f"again: {got['again']:.1f} s, {got['kept']:.0f} kept",
            flush=True,
        )
    print(f"Peak of the last over that of the first: {sums[-1] / sums[0]:.2f}   bar: at most 1.20")


if __name__ == "__main__":
    main()
