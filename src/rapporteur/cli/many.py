"""How ``build`` takes many reports: what is given, how far it is, a table, the faults, or JSON for programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from rapporteur.cli.show import out, print_json, print_table, standing
from rapporteur.errors import UnusableInput
from rapporteur.many.values import Fault, ManyBuilt, Result, Status, Stopped

LISTED = 40
"""Rows of a table that a person still reads; the index has all."""


def build_reports(given: list[str | Path], to: Path, options: dict[str, Any], json: bool) -> int:
    """Build many reports and say what became of them.

    :returns: 0, 1 for findings or reports without a graph, 130 if stopped with Ctrl-C.
    """
    from rapporteur.pipeline import build_many

    try:
        with standing() as watch:
            done = build_many(given, to, progress=watch, **options)
    except Stopped as stop:
        _say_stopped(stop, to)
        return 130
    if json:
        print_json(_as_json(done))
    else:
        _show(done, to)
    for result in done.results:
        if result.fault:
            _say_fault(result, result.fault)
    return 0 if done.good else 1


def listed_paths(listed: str) -> list[str | Path]:
    """The paths in a list file, or on standard input for "-".

    :raises UnusableInput: if the file cannot be read.
    """
    from rapporteur.many.sources import read_list

    if listed == "-":
        return [*read_list(sys.stdin)]
    try:
        with Path(listed).open(encoding="utf-8") as file:
            return [*read_list(file)]
    except (OSError, UnicodeDecodeError) as fault:
        raise UnusableInput(
            f"The list cannot be read: {fault}.",
            where=listed,
            expected="a text file in UTF-8 with the path of a report on each line.",
            remedy="Check the name given to --list.",
        ) from None


def _show(done: ManyBuilt, to: Path) -> None:
    rows = [result for result in done.results if not result.fault]
    counts = ("paragraphs", "recommendations", "links", "open_mentions")
    if rows:
        print_table(
            f"{len(rows)} reports in {to}",
            ("source", "files", *(name.replace("_", " ") for name in counts), "findings", "not read", ""),
            (
                (r.source, f"{r.name}.*", *(r.counts[name] for name in counts), r.findings, r.not_read, _again(r))
                for r in rows[:LISTED]
            ),
        )
    if len(rows) > LISTED:
        out().print(f"{len(rows) - LISTED} more are listed in {done.index}.", markup=False)
    for result in rows:
        if result.note:
            out().print(f"{result.source}: {result.note}", markup=False)
    if done.aside:
        kinds = ", ".join(f"{number} {ending or 'without ending'}" for ending, number in done.aside.items())
        out().print(f"Left aside, in no format that is read: {kinds}.", markup=False)
    found = sum(bool(result.findings) for result in rows)
    out().print(
        f"{done.count('built')} built, {done.count('kept')} built before from the same, "
        f"{done.count('failed')} failed, {done.count('clash')} with a name that another has; {found} with findings."
    )
    out().print(f"Each is told of in {done.index}.", markup=False)


def _again(result: Result) -> str:
    return "built before" if result.status == "kept" else ""


def _say_fault(result: Result, fault: Fault) -> None:
    sys.stderr.write(
        f"No graph of {result.source}\n"
        f"  seen:     {fault.seen}\n"
        f"  where:    {fault.where}\n"
        f"  expected: {fault.expected}\n"
        f"  to do:    {fault.remedy}\n"
    )


def _say_stopped(stop: Stopped, to: Path) -> None:
    at = stop.standing
    sys.stderr.write(
        f"Stopped: {at.built} built, {at.kept} built before, {at.failed} without a graph, "
        f"{at.total - at.done} of {at.total} to go.\n"
        f"All files in {to} are whole. The same command goes on from here.\n"
    )


def _as_json(done: ManyBuilt) -> dict[str, Any]:
    statuses: tuple[Status, ...] = ("built", "kept", "failed", "clash")
    return {
        **{status: done.count(status) for status in statuses},
        "index": str(done.index),
        "left_aside": dict(done.aside),
        "reports": [_row(result) for result in done.results],
    }


def _row(result: Result) -> dict[str, Any]:
    row: dict[str, Any] = {"source": result.source, "path": str(result.path), "status": result.status}
    if result.fault:
        fault = result.fault
        return row | {
            "name": result.name or None, "seen": fault.seen, "where": fault.where, "expected": fault.expected,
            "to_do": fault.remedy,
        }  # fmt: skip
    return row | {
        "name": result.name, "symbol": result.symbol or None, "counts": dict(result.counts),
        "findings": result.findings, "warnings": result.warnings, "not_read": result.not_read,
        "note": result.note or None,
    }  # fmt: skip
