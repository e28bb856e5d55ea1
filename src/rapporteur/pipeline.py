"""The corridor: the whole flow on one screen.

file ─► READ ─► Report ─► FIND ─► Mentions ─► LINK ─► LinkedReport ─► GRAPH ─► Built ─► CHECK ─► Findings
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from rapporteur.authorities import load_authorities
from rapporteur.check import CheckResult, check_graph
from rapporteur.find import find_mentions
from rapporteur.graph import Built, build_graph, with_inferred, write_built
from rapporteur.link import link_mentions
from rapporteur.model import LinkedReport, Record, Report
from rapporteur.read import read_report
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
    """Find and link everything in a report."""
    books = load_authorities()
    return link_mentions(find_mentions(report, books), books)


def link_text(text: str, name: str = "text") -> LinkedReport:
    """Link a passage that is no report: mentions and links with offsets into ``text``.

    >>> linked = link_text("under article 9, paragraphs 1 and 2, of the Organized Crime Convention")
    >>> [link.target.steps for link in linked.links if link.property == "cites"]
    [(('article', '9'), ('paragraph', '1')), (('article', '9'), ('paragraph', '2'))]
    """
    return link_report(passage_report(text, name))


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
    progress("Checking and closing them")
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
