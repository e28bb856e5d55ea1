"""What workers are asked for the front page: a store in, its reports with their figures out."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, cast

from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.serve.asked import JSON, Page
from rapporteur.serve.jobs import Written
from rapporteur.store import Store

_PREFIXES = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("dcterms", "rap", "rdfs", "schema"))
_REPORTS = f"""{_PREFIXES}
SELECT ?report (SAMPLE(?a_symbol) AS ?symbol) (SAMPLE(?a_title) AS ?title) (MAX(?a_date) AS ?date) WHERE {{
  ?report a rap:Report .
  OPTIONAL {{ ?report rap:symbol ?a_symbol }}
  OPTIONAL {{ ?report dcterms:title ?a_title }}
  OPTIONAL {{ ?report rap:reports/schema:endDate ?ended }}
  OPTIONAL {{ ?report dcterms:issued ?issued }}
  BIND(COALESCE(?ended, ?issued) AS ?a_date)
}} GROUP BY ?report ORDER BY DESC(?date) ?symbol ?report"""
_COUNTS = {"paragraphs": "Paragraph", "recommendations": "Recommendation", "statements": "Statement", "links": "Link"}
"""Figure → the class of what is counted, in the named graphs of a report."""


def holdings(store: Store, limit: int, offset: int) -> Written:
    """One page of the reports in a store, the newest meeting first, and the figures of all of them."""
    reports, counts = _counted(cast(Any, store), store.state())
    figures = {"reports": len(reports), **{name: sum(of.values()) for name, of in counts.items()}}
    shown = [
        {"iri": iri, "symbol": symbol, "title": title, "date": date, **{n: of.get(iri, 0) for n, of in counts.items()}}
        for iri, symbol, title, date in reports[offset : offset + limit]
    ]
    more = offset + limit < len(reports)
    said = json.dumps({"figures": figures, "reports": shown}).encode()
    return Page(len(shown), more, len(reports)).before(said, JSON)


@lru_cache(maxsize=1)
def _counted(store: Any, state: str) -> tuple[list[tuple[str, ...]], dict[str, dict[str, int]]]:
    """The reports, and how many of each kind of thing each has; counted once a state of the store."""
    rows = store.select(_REPORTS).rows
    reports = [tuple(term.value if term is not None else "" for term in row) for row in rows]
    document = {entry.graph: entry.document for entry in store.entries()}
    counts: dict[str, dict[str, int]] = {}
    for name, kind in _COUNTS.items():
        pattern = f"GRAPH ?graph {{ ?thing a rap:{kind} }}"
        text = f"{_PREFIXES}SELECT ?graph (COUNT(*) AS ?n) WHERE {{ {pattern} }} GROUP BY ?graph"
        found: dict[str, int] = {}
        for graph, number in store.select(text).rows:
            of = document.get(graph.value, "") if graph is not None else ""
            found[of] = max(found.get(of, 0), int(number.value) if number is not None else 0)
        counts[name] = {iri: found.get(iri, 0) for iri, *_ in reports}
    return reports, counts
