"""Invented reports, a work that takes no time, and how a folder of builds is looked at."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable
from pathlib import Path

from rapporteur.errors import UnusableInput
from rapporteur.many.run import run_many
from rapporteur.many.values import ManyBuilt, Rendered, Standing
from rapporteur.model import Record

STATES = ("Kenya", "Norway", "Peru", "Thailand", "Ghana", "Chile", "Japan", "Latvia")


def report(number: int) -> str:
    """A report of six paragraphs, with a symbol of its own."""
    first, second, third = (STATES[(number + step) % len(STATES)] for step in range(3))
    return f"""CTOC/COP/WG.9/2031/{number}

# Report on the meeting of the Working Group on Ferries held in Vienna on 4 and 5 March 2031

## I. Introduction

1. The Working Group on Ferries met in Vienna on 4 and 5 March 2031.

2. The following States were represented: {first}, {second} and {third}.

## II. Recommendations

3. States parties should keep a register of ferries, in accordance with article {5 + number % 20}, paragraph 1, of the
Organized Crime Convention.

4. The Secretariat should report on the use of that register in {number + 2} ports.

## III. Adoption of the report

5. On 5 March 2031, the Working Group adopted its report.
"""


def write_reports(folder: Path, *numbers: int) -> Path:
    """Reports of these numbers in a folder, one a file."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"report-{number:03}.md").write_text(report(number), "utf-8")
    return folder


def copied(data: bytes, name: str, record: Record, base: str) -> Rendered:
    """A build that takes no time: named by its first line, in two files.

    "refuse" on that line is a report that cannot be used, "fail" one on which the program fails, "die" one on which the
    system kills the process, "die once FILE" the same where there is no such file yet.
    """
    first = data.decode().splitlines()[0]
    mark = Path(first.removeprefix("die once "))
    if first == "die" or (first.startswith("die once ") and not mark.exists()):
        if first != "die":
            mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    first = "ONCE" if first.startswith("die once ") else first
    if first == "refuse":
        raise UnusableInput("It refuses.", where=f"{name}, line 1", expected="a name.", remedy="Give one.")
    if first == "fail":
        raise ZeroDivisionError("it fails")
    row = {"symbol": first, "counts": {"paragraphs": 1}, "findings": [], "warnings": {}, "not_read": []}
    told = f"{name} {record.symbol} {record.style} {base}\n".encode()
    return Rendered(first, {f"{first}.txt": data, f"{first}.summary.json": told}, row)


def write_names(folder: Path, **files: str) -> Path:
    """Files whose first line is what `copied` names their build by."""
    folder.mkdir(parents=True, exist_ok=True)
    for stem, name in files.items():
        (folder / f"{stem}.md").write_text(f"{name}\nof {stem}\n", "utf-8")
    return folder


def copy_many(
    *given: Path,
    out: Path,
    watch: Callable[[Standing], None] = lambda at: None,
    jobs: int = 2,
    style: str = "",
    fresh: bool = False,
) -> ManyBuilt:
    """`run_many` with the work that takes no time."""
    return run_many(given, out, copied, base="https://a.example/", style=style, jobs=jobs, fresh=fresh, watch=watch)


def statuses(done: ManyBuilt) -> dict[str, str]:
    return {result.source: result.status for result in done.results}


def contents(folder: Path) -> dict[str, str]:
    """SHA-256 of each file of a folder, the stamps aside."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}
