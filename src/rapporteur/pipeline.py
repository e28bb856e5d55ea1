"""The corridor: the whole flow on one screen.

file ─► READ ─► Report ─► FIND ─► Mentions ─► LINK ─► LinkedReport ─► GRAPH ─► Built ─► CHECK ─► Findings
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from rapporteur.authorities import load_authorities
from rapporteur.authorities.house_names import require_known_names
from rapporteur.check import CheckResult, check_graph
from rapporteur.find import find_mentions
from rapporteur.graph import Built, build_graph, render, summarize, with_inferred, write_built
from rapporteur.graph.iris import Iris
from rapporteur.link import link_mentions
from rapporteur.link.known import Known, names_known, record_known
from rapporteur.many.values import ManyBuilt, Rendered, Standing
from rapporteur.model import LinkedReport, Record, Report
from rapporteur.model.swift import unswept
from rapporteur.read import read_report, report_from_bytes
from rapporteur.read.passage import passage_report

Progress = Callable[[str], None]


class BuiltReport(Built):
    """A build that can also be drawn."""

    def to_networkx(self) -> Any:
        """The networkx graph of recommendations, provisions, prior paragraphs and States: see `rapporteur.view`."""
        from rapporteur.view import to_networkx

        return to_networkx(self.dataset)


def _silent(step: str) -> None:
    """Progress that nobody watches."""


def link_report(report: Report) -> LinkedReport:
    """Find and link everything in a report.

    :raises UnusableInput: if its house style gives a short name to an entity that no table of the authorities holds.
    """
    require_known_names(report.house.style, load_authorities())
    return _linked(report)


def _linked(report: Report) -> LinkedReport:
    books = load_authorities()
    with unswept():
        return link_mentions(find_mentions(report, books), books)


def link_text(text: str, name: str = "text", context: Known = None) -> LinkedReport:
    """Link a passage that is no report: mentions and links with offsets into ``text``.

    :param context: where the passage comes from: a document symbol, a record, a report, or a linked report, whose
        date, family and short names of treaties then decide what the passage leaves unsaid.

    >>> linked = link_text("under article 9, paragraphs 1 and 2, of the Organized Crime Convention")
    >>> [link.target.steps for link in linked.links if link.property == "cites"]
    [(('article', '9'), ('paragraph', '1')), (('article', '9'), ('paragraph', '2'))]
    """
    report = passage_report(text, name, record_known(context))
    style = report.house.style
    require_known_names(style, load_authorities())
    style = replace(style, names=(*names_known(context), *style.names))
    return _linked(replace(report, house=replace(report.house, style=style, fits=True)))


def build_report(
    source: str | Path | Report,
    record: Record | None = None,
    base: str | None = None,
    progress: Progress = _silent,
) -> tuple[BuiltReport, CheckResult]:
    """Read, link, build and check one report.

    :param source: a file, or a report already read.
    :param record: what the text does not say; else the record beside the file.
    :param base: what IRIs begin with, instead of ``https://w3id.org/rapporteur/``.
    :param progress: called with the name of each step as it begins.
    :raises UnusableInput: if the file cannot be read as a report.
    """
    progress("Reading the report")
    report = source if isinstance(source, Report) else read_report(Path(source), record)
    progress("Finding and linking what it names")
    linked = link_report(report)
    progress("Building its graphs")
    built = build_graph(linked, load_authorities(), base)
    progress(f"Checking and closing their {len(built.dataset):,} triples, which takes longest")
    checked = check_graph(built)
    whole = with_inferred(built, checked.inferred)
    return BuiltReport(**{field.name: getattr(whole, field.name) for field in fields(whole)}), checked


def build_into(
    source: str | Path | Report,
    folder: str | Path,
    record: Record | None = None,
    base: str | None = None,
    progress: Progress = _silent,
) -> tuple[BuiltReport, CheckResult]:
    """Build one report and write its six files into ``folder``.

    :raises UnwritableOutput: if the folder cannot be written; the last good build stays.
    """
    built, checked = build_report(source, record, base, progress)
    progress("Writing the files")
    write_built(built, folder)
    return built, checked


def build_many(
    sources: Sequence[str | Path],
    folder: str | Path,
    *,
    jobs: int | None = None,
    base: str | None = None,
    style: str = "",
    fresh: bool = False,
    dask: str = "",
    progress: Callable[[Standing], None] = lambda standing: None,
) -> ManyBuilt:
    """Build many reports into one folder, each as `build_into` does; one bad report does not stop the others.

    What was built there from the same bytes by the same code is not built again. A script of your own calls this under
    ``if __name__ == "__main__":``, because every worker process imports it.

    :param sources: files, and folders whose reports are taken at any depth.
    :param jobs: worker processes; one a core without it.
    :param style: house style to read all of them under.
    :param fresh: build again what need not be.
    :param dask: address of a Dask scheduler whose workers do the work instead.
    :param progress: called whenever a report was begun or done.
    :raises UnusableInput: if there is nothing to build.
    :raises UnwritableOutput: if the folder cannot be written.
    :raises Stopped: on Ctrl-C, a KeyboardInterrupt that tells how far the work had come; all files are whole.
    """
    from rapporteur.many.run import run_many

    root = Iris.from_setting(base).base
    return run_many(
        sources, Path(folder), rendered, base=root, style=style, jobs=jobs, fresh=fresh, dask=dask, watch=progress
    )


def rendered(data: bytes, name: str, record: Record, base: str) -> Rendered:
    """Build one report from the bytes of its file, as the bytes of its files: what a worker of `build_many` does."""
    built, checked = build_report(report_from_bytes(data, name, record), base=base)
    report, findings = built.linked.report, (*built.linked.report.findings, *checked.findings)
    summary = summarize(built)
    row = {
        **{key: summary[key] for key in ("symbol", "title", "issued", "report", "counts", "not_read")},
        "sha256": report.source.sha256,
        "findings": [
            {"code": f.code, "seen": f.seen, "where": f.where, "expected": f.expected, "remedy": f.remedy}
            for f in findings
            if f.severity == "finding"
        ],
        "warnings": dict(sorted(Counter(f.code for f in findings if f.severity != "finding").items())),
    }
    if report.house.style.id:
        row["style"] = report.house.style.id
    return Rendered(built.name, {file: text.encode("utf-8") for file, text in render(built).items()}, row)
