"""What a linked report teaches about a passage from elsewhere in it: its record, and what its short names stand for.

Takes what a reader knows of a passage — a symbol, a record, a report, a linked report — and gives the record and the
names under which `rapporteur.read.passage_report` and the link room read it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from rapporteur.model import Grade, InstrumentRef, LinkedReport, Record, Report

Known = str | Record | Report | LinkedReport | None
"""A document symbol, what is known of the document, the document, the document with its links; None for nothing."""


def record_known(context: Known) -> Record:
    """The record of the document that a passage comes from.

    >>> record_known("A/CONF.999/7").symbol
    'A/CONF.999/7'
    """
    if isinstance(context, LinkedReport):
        return record_known(context.report)
    if isinstance(context, Report):
        return replace(
            context.record,
            title=context.record.title or context.title_text,
            issued=context.issued,
            style=context.record.style or context.house.style.path or None,
        )
    if isinstance(context, Record):
        return context
    return Record(symbol=context)


def names_known(context: Known) -> tuple[tuple[str, str], ...]:
    """Short names of treaties, each with the one treaty it stood for wherever the report used it.

    ``("the Protocol", "instrument/tip-protocol")``; a name that stood for two is left out.
    """
    if not isinstance(context, LinkedReport):
        return ()
    meant: dict[str, set[str]] = defaultdict(set)
    for link in context.links:
        if link.kind == "treaty-mention" and link.grade is Grade.CONTEXT and isinstance(link.target, InstrumentRef):
            meant[" ".join(link.quote.split())].add(link.target.id)
    return tuple((name, f"instrument/{min(ids)}") for name, ids in sorted(meant.items()) if len(ids) == 1)
