"""How answers are shown: tables and trees for people, JSON for programs, errors in four parts, progress on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.table import Table

from rapporteur.errors import RapporteurError
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
