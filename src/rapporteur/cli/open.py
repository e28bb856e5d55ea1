"""The verbs that open a report: ``read`` its parts, ``find`` what it names, ``link`` what that means."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from rapporteur.cli.show import finding_json, out, print_findings, print_json, print_style, print_table
from rapporteur.model import Entity, Linked, LinkedReport, PartRef, Record, Report, Unlinked

ReportFile = Annotated[
    str, typer.Argument(metavar="REPORT", help="A report (PDF, Word, HTML, text), or - for standard input.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Give JSON for programs.")]


StyleName = Annotated[
    str, typer.Option("--style", help="House style to read it under, an id or a style file; see `rapporteur styles`.")
]


def open_report(report: str, record: Record | None = None, style: str = "") -> Report:
    """The report at a path, or on standard input; ``record`` and ``style`` say what the text does not."""
    from rapporteur.read import read_record, read_report, read_stream, record_path, report_from_bytes

    if style:
        beside = read_record(record_path(Path(report))) if record is None and report != "-" else record
        record = replace(beside or Record(), style=style)
    if report != "-":
        return read_report(Path(report), record)
    where = "standard input"
    return report_from_bytes(read_stream(sys.stdin.buffer, where), where, record)


def read(
    report: ReportFile,
    coverage: Annotated[bool, typer.Option("--coverage", help="Account for every character of the source.")] = False,
    style: StyleName = "",
    json: AsJson = False,
) -> int:
    """Read a report: its outline, paragraphs and notes, and what is left over."""
    opened = open_report(report, style=style)
    if coverage:
        return _show_coverage(opened, json)
    if json:
        print_json(_report_json(opened))
    else:
        print_table(
            f"{opened.symbol or opened.source.name}: {opened.title_text}",
            ("section", "title", "paragraphs"),
            ((s.path, s.title.text, _paragraphs_of(opened, s.path)) for s in opened.sections),
        )
        out().print(
            f"{len(opened.sections)} sections, {len(opened.paragraphs)} paragraphs, "
            f"{sum(len(p.subparagraphs) for p in opened.paragraphs)} lettered subparagraphs, "
            f"{len(opened.footnotes)} notes"
        )
        print_style(opened)
        print_findings(opened.findings)
    return 1 if any(finding.severity == "finding" for finding in opened.findings) else 0


def _paragraphs_of(report: Report, path: str) -> str:
    numbers = [p.number for p in report.paragraphs if p.section == path]
    return f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else "".join(numbers)


def _show_coverage(report: Report, json: bool) -> int:
    from rapporteur.read import coverage as cover

    covered = cover(report)
    left = [
        {"start": s.start, "end": s.end, "line": report.line(s.start), "words": report.quote(s)} for s in covered.left
    ]
    if json:
        print_json({"counts": dict(covered.counts), "left_over": left})
    else:
        print_table("Characters that are not white space", ("belong to", "count"), covered.counts.items())
        for row in left:
            out().print(f"left over, line {row['line']}: {row['words']!r}", markup=False)
        out().print("Nothing is left over." if not left else f"{len(left)} stretches are left over.")
    return 1 if left else 0


def _report_json(report: Report) -> dict[str, Any]:
    return {
        "symbol": report.symbol,
        "title": report.title_text,
        "issued": report.issued.isoformat() if report.issued else None,
        "sha256": report.source.sha256,
        "style": {
            "id": report.house.style.id,
            "reasons": list(report.house.reasons),
            "rivals": list(report.house.rivals),
        },
        "sections": [
            {"path": s.path, "title": s.title.text, "start": s.span.start, "end": s.span.end} for s in report.sections
        ],
        "paragraphs": [
            {
                "number": p.number,
                "section": p.section,
                "start": p.span.start,
                "end": p.span.end,
                "text": p.body.text,
                "subparagraphs": [
                    {"label": i.label, "start": i.span.start, "end": i.span.end, "text": i.body.text}
                    for i in p.subparagraphs
                ],
            }
            for p in report.paragraphs
        ],
        "notes": [
            {"number": n.number, "start": n.span.start, "end": n.span.end, "text": n.body.text}
            for n in report.footnotes
        ],
        "findings": [finding_json(finding) for finding in report.findings],
    }


def find(report: ReportFile, style: StyleName = "", json: AsJson = False) -> int:
    """Find what a report names, and where; what is meant is left to ``link``."""
    from rapporteur.find import find_mentions

    opened = open_report(report, style=style)
    found = find_mentions(opened)
    mentions = sorted((*found.names, *found.citations), key=lambda m: (m.span, type(m).__name__))
    rows = [
        {
            "kind": type(m).__name__.removesuffix("Mention").lower(),
            "words": m.words,
            "part": "/".join((m.part.kind.value, *m.part.path)),
            "start": m.span.start,
            "end": m.span.end,
            "rule": m.rule.id,
        }
        for m in mentions
    ]
    if json:
        print_json(rows)
    else:
        columns = ("kind", "words", "part", "start", "end", "rule")
        print_table(f"{len(rows)} mentions", columns, (tuple(row.values()) for row in rows))
    return 0


def link(
    report: Annotated[str, typer.Argument(metavar="[REPORT]", help="A report, or - for standard input.")] = "",
    text: Annotated[str, typer.Option("--text", help="Link this passage instead of a report; - reads it.")] = "",
    context: Annotated[
        str, typer.Option("--context", help="Where the passage comes from: a document symbol, or a report's file.")
    ] = "",
    explain: Annotated[bool, typer.Option("--explain", help="Show candidates, rule and reason.")] = False,
    style: StyleName = "",
    json: AsJson = False,
) -> int:
    """Link what a report or a passage names, each link with the words it rests on."""
    from rapporteur.pipeline import link_report

    if bool(report) == bool(text):
        raise typer.BadParameter("give either a REPORT or --text, for example --text 'article 6 of the Protocol'")
    linked = _link_passage(text, context, style) if text else link_report(open_report(report, style=style))
    rows = link_rows(linked, whole=not text)
    if json:
        print_json(rows)
    elif explain:
        _explain(rows)
    else:
        told = {
            (r["start"], r["end"], r["kind"], r["target"]): (
                *(r["quote"], r["kind"], r["target"] or f"open: {r['because']}", r["grade"]),
            )
            for r in rows
        }
        print_table("", ("quote", "kind", "target", "grade"), told.values())
    for passage in () if json or text else linked.unread:
        out().print(f"Not read: {passage}", markup=False)
    return 0


def _link_passage(text: str, context: str, style: str) -> LinkedReport:
    """A passage linked, the text itself or standard input, in the context of a symbol or of a report's file."""
    from rapporteur.link.known import record_known
    from rapporteur.pipeline import link_report, link_text
    from rapporteur.read import decode, read_stream

    where = "standard input"
    passage = decode(read_stream(sys.stdin.buffer, where), where) if text == "-" else text
    if context and Path(context).is_file():
        return link_text(passage, context=link_report(open_report(context, style=style)))
    known = record_known(context or None)
    return link_text(passage, context=replace(known, style=style or known.style))


def link_rows(linked: LinkedReport, whole: bool = False) -> list[dict[str, Any]]:
    """Each link and open mention as plain values, in reading order.

    :param whole: those of a report, with what each starts from: who was present and spoke, whom and what its
        recommendations concern. Else those that start from the text itself.
    """
    from rapporteur.graph import report_iris

    own = report_iris(linked)

    def address(ref: Entity) -> str:
        return str(own.entity(ref))

    both: list[Linked | Unlinked] = [link for link in linked.links if whole or isinstance(link.source, PartRef)]
    both += linked.unlinked
    rows: list[dict[str, Any]] = []
    for item in sorted(both, key=lambda i: (i.span, i.kind, isinstance(i, Unlinked))):
        linked_item = item if isinstance(item, Linked) else None
        candidates = (item.target,) if isinstance(item, Linked) else item.candidates
        rows.append(
            {
                "quote": item.quote,
                "start": item.span.start,
                "end": item.span.end,
                "kind": item.kind,
                "target": address(linked_item.target) if linked_item else None,
                "candidates": [address(candidate) for candidate in candidates],
                "grade": linked_item.grade.value if linked_item else None,
                "rule": item.rule.id,
                "because": None if isinstance(item, Linked) else item.because.value,
                "explanation": item.rule.label,
                **({"source": str(own.source(item.source)), "property": item.property} if whole else {}),
            }
        )
    return rows


def _explain(rows: list[dict[str, Any]]) -> None:
    console = out()
    for row in rows:
        console.print(f"“{row['quote']}”  ({row['kind']}, {row['start']}-{row['end']})", markup=False)
        if row["target"]:
            console.print(f"  linked to {row['target']}  [{row['grade']}]", markup=False)
        else:
            console.print(f"  left open: {row['because']}", markup=False)
            for candidate in row["candidates"] or ["none"]:
                console.print(f"    candidate: {candidate}", markup=False)
        console.print(f"  rule {row['rule']}: {row['explanation']}", markup=False)
    if not rows:
        console.print("Nothing was recognised in this text.")
