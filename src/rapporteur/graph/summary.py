"""What a build found, in numbers and in words: a `Built` in, plain values for ``NAME.summary.json`` out.

Nothing here is a judgement: what stayed open or unread is listed with its place, for a person to look at.
"""

from __future__ import annotations

import json
from collections import Counter
from importlib.metadata import version
from typing import Any

from rapporteur.graph.built import Built
from rapporteur.graph.labels import Labels
from rapporteur.graph.report import subparagraphs
from rapporteur.model import Grade, Report, Span


def summarize(built: Built) -> dict[str, Any]:
    """The summary as plain values, every list in reading order.

    ``links`` counts links by kind of reference, ``grades`` by how they were reached; ``open_mentions``
    tells of each its quote, place, kind, reason and rivals, ``similar`` of each name that was printed with a slip
    what it was linked to.
    """
    linked, report = built.linked, built.linked.report
    labels = Labels(built.authorities, linked)
    return {
        "name": built.name,
        "symbol": report.symbol,
        "title": report.title_text,
        "issued": report.issued.isoformat() if report.issued else None,
        "report": str(built.iris.document),
        "source": {"name": report.source.name, "sha256": report.source.sha256, "characters": len(built.text)},
        "version": version("rapporteur"),
        "style": {"id": report.house.style.id, "reasons": list(report.house.reasons)},
        "counts": {
            "sections": len(report.sections),
            "paragraphs": len(report.paragraphs),
            "subparagraphs": sum(len(subparagraphs(paragraph)) for paragraph in report.paragraphs),
            "footnotes": len(report.footnotes),
            "agenda_items": len(linked.agenda),
            "persons": len(linked.persons),
            "participations": len(linked.participations),
            "statements": len(linked.statements),
            "presentations": len(linked.presentations),
            "accessions": len(linked.accessions),
            "recommendations": len(linked.recommendations),
            "links": len(linked.links),
            "open_mentions": len(linked.unlinked),
            "coined": len(linked.coined),
        },
        "triples": {str(name): len(triples) for name, triples in built.graphs.items()},
        "links": _sorted(Counter(link.kind for link in linked.links)),
        "grades": _sorted(Counter(link.grade.value for link in linked.links)),
        "open_mentions": [
            {
                "quote": unlinked.quote,
                "place": labels.of(unlinked.part),
                **_place(report, unlinked.span),
                "kind": unlinked.kind,
                "because": unlinked.because.value,
                "candidates": [labels.of(candidate) for candidate in unlinked.candidates],
            }
            for unlinked in linked.unlinked
        ],
        "similar": [
            {
                "quote": link.quote,
                "place": labels.of(link.part),
                **_place(report, link.span),
                "kind": link.kind,
                "target": labels.of(link.target),
                "score": link.score,
            }
            for link in linked.links
            if link.grade is Grade.SIMILAR
        ],
        "not_read": list(linked.unread),
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity,
                "seen": finding.seen,
                "where": finding.where,
                "expected": finding.expected,
                "remedy": finding.remedy,
            }
            for finding in report.findings
        ],
    }


def summary_json(built: Built) -> str:
    """The summary as JSON, the same bytes for the same build."""
    return json.dumps(summarize(built), ensure_ascii=False, indent=2) + "\n"


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return {key: counts[key] for key in sorted(counts)}


def _place(report: Report, span: Span) -> dict[str, int]:
    """Line of the source, from 1, and offsets."""
    return {"line": report.line(span.start), "start": span.start, "end": span.end}
