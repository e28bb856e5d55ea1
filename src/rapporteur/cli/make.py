"""The verbs that make and check a graph: ``build`` and ``check``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from rapporteur.cli.many import build_reports, listed_paths
from rapporteur.cli.open import AsJson, StyleName, open_report
from rapporteur.cli.show import finding_json, out, print_findings, print_json, print_style, print_table, progress
from rapporteur.model import Record


def build(
    to: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Folder to write the files into.")],
    reports: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REPORT",
            help="A report, or - for standard input; several, or a folder with reports at any depth.",
        ),
    ] = None,
    listed: Annotated[
        str, typer.Option("--list", metavar="FILE", help="A file with the path of a report on each line, or -.")
    ] = "",
    symbol: Annotated[str, typer.Option(help="Document symbol, where the text does not say it.")] = "",
    title: Annotated[str, typer.Option(help="Title, where the text does not say it.")] = "",
    issued: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Date of issue.")] = None,
    style: StyleName = "",
    base: Annotated[str, typer.Option(help="What IRIs begin with.", envvar="RAPPORTEUR_BASE")] = "",
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, metavar="N", help="Of many reports, how many at a time; one a core.")
    ] = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Of many reports, build again those built before from the same.")
    ] = False,
    dask: Annotated[
        str, typer.Option("--dask", metavar="ADDRESS", help="Give the work to the Dask cluster of this scheduler.")
    ] = "",
    json: AsJson = False,
) -> int:
    """Build the checked graph of a report, or of many: Turtle, TriG, JSON-LD, evidence, text and a summary.

    Of many, one that cannot be used is named at the end; what the folder holds already from the same is kept.
    """
    given = [*(reports or ())]
    if not given and not listed:
        raise typer.BadParameter("give a REPORT, a folder, or --list FILE")
    if len(given) == 1 and not listed and not dask and not Path(given[0]).is_dir():
        return _build_one(given[0], to, _record(given[0], symbol, title, issued, style), base, json)
    if "-" in given:
        raise typer.BadParameter("standard input is one report; for many give files, or their paths with --list -")
    if symbol or title or issued:
        raise typer.BadParameter(
            "--symbol, --title and --issued say what one report does not; for many, lay a record NAME.toml beside each"
        )
    paths = [*given, *(listed_paths(listed) if listed else ())]
    options = {"jobs": jobs, "base": base or None, "style": style, "fresh": fresh, "dask": dask}
    return build_reports(paths, to, options, json)


def _build_one(report: str, to: Path, record: Record | None, base: str, json: bool) -> int:
    """Build one report and show what was found in it."""
    from rapporteur.graph import summarize
    from rapporteur.pipeline import build_into

    with progress(quiet=json) as step:
        source = open_report("-", record) if report == "-" else Path(report)
        built, checked = build_into(source, to, record, base or None, step)
    summary = summarize(built)
    if json:
        print_json({**summary, "check": [finding_json(finding) for finding in checked.findings]})
    else:
        print_table(
            f"{built.linked.report.symbol or built.name}: {built.linked.report.title_text}",
            ("what", "count"),
            ((name.replace("_", " "), count) for name, count in summary["counts"].items()),
        )
        print_style(built.linked.report)
        print_table("Links by grade", ("grade", "links"), summary["grades"].items())
        if summary["similar"]:
            slips = dict.fromkeys((slip["quote"], slip["target"], slip["place"]) for slip in summary["similar"])
            print_table("Printed with a slip, linked to the one name alike", ("printed", "linked to", "where"), slips)
        out().print(f"Written to {to}: {built.name}.trig, .ttl, .jsonld, .evidence.ttl, .txt, .summary.json")
    findings = (*built.linked.report.findings, *checked.findings)
    if not json:
        faults = sum(finding.severity == "finding" for finding in findings)
        conforms = (
            "The graph conforms to its shapes." if checked.conforms else "The graph does not conform to its shapes."
        )
        rest = f" {faults} findings and {len(findings) - faults} warnings follow." if findings else ""
        out().print(conforms + rest)
        print_findings(findings)
        for passage in built.linked.unread:
            out().print(f"Not read: {passage}", markup=False)
    return 1 if any(finding.severity == "finding" for finding in findings) else 0


def _record(report: str, symbol: str, title: str, issued: datetime | None, style: str) -> Record | None:
    """What the options say, on top of the record beside the file; None where no option was given."""
    from dataclasses import replace

    from rapporteur.read import read_record, record_path

    if not (symbol or title or issued or style):
        return None
    beside = (read_record(record_path(Path(report))) if report != "-" else None) or Record()
    return replace(
        beside,
        symbol=symbol or beside.symbol,
        title=title or beside.title,
        issued=issued.date() if issued else beside.issued,
        style=style or beside.style,
    )


def check(
    graph: Annotated[Path, typer.Argument(metavar="NAME.trig", help="A graph that `rapporteur build` wrote.")],
    text: Annotated[
        Path | None, typer.Option("--text", metavar="NAME.txt", help="The text as read; the file beside the graph.")
    ] = None,
    json: AsJson = False,
) -> int:
    """Check a graph against the shapes, and every quote against the text as read."""
    from rapporteur.check import check_file

    beside = graph.with_suffix(".txt")
    with progress(quiet=json) as step:
        step("Checking the graph")
        result = check_file(graph, text or (beside if beside.is_file() else None))
    if json:
        print_json([finding_json(finding) for finding in result.findings])
    else:
        print_findings(result.findings)
        out().print("The graph conforms." if result.conforms else f"{len(result.findings)} findings.")
    return 0 if result.conforms else 1
