"""How answers are shown: tables and trees for people, JSON for programs, errors in four parts, progress on stderr."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from rapporteur.errors import RapporteurError
from rapporteur.many.values import Standing, Watch
from rapporteur.model import Finding, Report


def _width() -> int | None:
    """A terminal's own width; elsewhere wide enough that no cell is cut."""
    return None if sys.stdout.isatty() else 160


def out() -> Console:
    """Where answers go."""
    return Console(highlight=False, width=_width(), soft_wrap=False)


def err() -> Console:
    """Where messages and progress go."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """One JSON value, indented, not escaped."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table under its title; numbers stand to the right."""
    listed = [[("" if cell is None else str(cell)) for cell in row] for row in rows]
    if title:
        out().print(title, style="bold", markup=False)
    table = Table(header_style="bold")
    for index, column in enumerate(columns):
        numeric = bool(listed) and all(row[index].replace(".", "", 1).isdigit() for row in listed if row[index])
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in listed:
        table.add_row(*(cell.replace("[", "\\[") for cell in row))
    out().print(table)


def print_style(report: Report) -> None:
    """The house style a report was read under, with the reasons."""
    house = report.house
    others = f" Others that fitted: {', '.join(house.rivals)}." if house.rivals else ""
    out().print(f"House style: {house.style.id}. {' '.join(house.reasons)}{others}", markup=False)


def print_error(error: RapporteurError) -> None:
    """The four parts of an error, one a line, on standard error."""
    for name, text in (
        ("Error", error.seen),
        ("Where", error.where),
        ("Expected", error.expected),
        ("To do", error.remedy),
    ):
        sys.stderr.write(f"{name + ':':<10} {text}\n")


def print_findings(findings: Sequence[Finding]) -> None:
    """Findings and warnings, four parts each, on standard error."""
    for finding in findings:
        sys.stderr.write(
            f"{finding.severity.capitalize()} {finding.code}\n"
            f"  seen:     {finding.seen}\n"
            f"  where:    {finding.where}\n"
            f"  expected: {finding.expected}\n"
            f"  to do:    {finding.remedy}\n"
        )


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as plain values."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "seen": finding.seen,
        "where": finding.where,
        "expected": finding.expected,
        "to_do": finding.remedy,
        "start": finding.span.start if finding.span else None,
        "end": finding.span.end if finding.span else None,
    }


@contextmanager
def progress(quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Say on a terminal's standard error which step is under way; silent where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield lambda step: None
        return
    with err().status("Starting") as status:
        yield lambda step: status.update(f"{step} …")


@contextmanager
def standing() -> Iterator[Watch]:
    """Show on standard error how far many reports are: a bar on a terminal, elsewhere a line now and then."""
    if sys.stderr.isatty():
        with _bar() as watch:
            yield watch
    else:
        yield _Lines(sys.stderr)


@contextmanager
def _bar() -> Iterator[Watch]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(bar_width=24), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bar:
        task = bar.add_task("Looking at what is there", total=None)

        def watch(at: Standing) -> None:
            words = f"{at.built} built, {at.kept} before, {at.failed} failed  {', '.join(at.under_way)}"
            bar.update(task, total=at.total, completed=at.done, description=escape(words))

        yield watch


class _Lines:
    """A line at the start, one whenever a tenth more is done or half a minute has gone by, and one at the end."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._said = -1
        self._when = 0.0

    def __call__(self, at: Standing) -> None:
        due = at.done - self._said >= max(1, at.total // 10) or time.monotonic() - self._when >= 30
        if not (self._said < 0 or due or (at.done == at.total and self._said < at.total)):
            return
        self._said, self._when = at.done, time.monotonic()
        now = f"; now {', '.join(at.under_way)}" if at.under_way else ""
        self._stream.write(
            f"{at.done} of {at.total} reports: {at.built} built, {at.kept} built before, {at.failed} failed{now}\n"
        )
        self._stream.flush()
