"""What workers are asked of one thing: a store and an IRI in, what is said of it and what points at it out."""

from __future__ import annotations

import json
from typing import Any

from rapporteur.errors import UnusableQuery
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.query.headers import Parameter, read_query
from rapporteur.query.parameters import term_of
from rapporteur.query.run import ask_store
from rapporteur.serve.asked import JSON, Page, index_of
from rapporteur.serve.jobs import Written
from rapporteur.store import Store, Term

MOST = 200
"""Statements each way."""
ALIKE = 5
"""Parts of reports that are named as alike."""

_EXPECTED = "the IRI of something in these reports, such as state/ALB."
_REMEDY = "Answers and searches give IRIs in the form that is taken here."
_PREFIXES = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("oa", "rap", "rdf", "rdfs"))
_THING = "#+ params:\n#+   thing:\n#+     type: iri\n#+     example: state/ALB\n"
_LABEL = 'OPTIONAL { ?other rdfs:label ?name FILTER(LANG(?name) IN ("", "en")) }'
_TOLD = 'FILTER(!STRENDS(STR(?graph), "/graph/inferred"))'
_EVIDENCE = "FILTER(?property NOT IN (rap:source, rap:target, oa:hasBody, oa:hasSource))"
_SAYS = (
    f"{_THING}{_PREFIXES}SELECT ?property ?other (SAMPLE(?name) AS ?label) WHERE {{\n"
    f"  VALUES ?thing {{ UNDEF }} GRAPH ?graph {{ ?thing ?property ?other }} {_TOLD}\n"
    f"  {_LABEL}\n}} GROUP BY ?property ?other ORDER BY ?property ?other LIMIT {MOST + 1}"
)
_SAID = (
    f"{_THING}{_PREFIXES}SELECT ?property ?other (SAMPLE(?name) AS ?label) WHERE {{\n"
    f"  VALUES ?thing {{ UNDEF }} GRAPH ?graph {{ ?other ?property ?thing }} {_TOLD} {_EVIDENCE}\n"
    f"  {_LABEL}\n}} GROUP BY ?property ?other ORDER BY ?property ?other LIMIT {MOST + 1}"
)
_RESTS = (
    f"{_THING}{_PREFIXES}SELECT ?property ?other (SAMPLE(?name) AS ?label) ?quote ?grade WHERE {{\n"
    "  VALUES ?thing { UNDEF } ?link rap:source ?thing ; rap:property ?property ; rap:target ?other ;\n"
    "    rap:quote ?quote .\n"
    '  OPTIONAL { ?link rap:grade/rdfs:label ?grade FILTER(LANG(?grade) = "en") }\n'
    f"  {_LABEL}\n}} GROUP BY ?property ?other ?quote ?grade ORDER BY ?property ?other ?quote LIMIT {MOST + 1}"
)


def thing(store: Store, iri: str) -> Written:
    """What is said of a thing, what points at it, and the words that its links rest on.

    :param iri: in full, or what follows ``id/``.
    :raises UnusableQuery: if it is no IRI, or nothing in the store has it.
    """
    full = _full(iri)
    found = {name: _rows(store, text, full) for name, text in (("says", _SAYS), ("said", _SAID), ("rests", _RESTS))}
    if not found["says"] and not found["said"]:
        raise UnusableQuery(
            f"Nothing is said of {iri!r}.",
            where="the parameter iri",
            expected=_EXPECTED,
            remedy=_REMEDY,
        )
    said: dict[str, Any] = {"iri": full, "more": {name: len(rows) > MOST for name, rows in found.items()}}
    said |= {name: rows[:MOST] for name, rows in found.items()}
    said["alike"], stale = _alike(store, full)
    return Page(len(found["says"]), False, None, stale).before(json.dumps(said, ensure_ascii=False).encode(), JSON)


def _full(iri: str) -> str:
    """The IRI in full; "any", which leaves out a restriction elsewhere, is no thing."""
    try:
        term = term_of(Parameter("iri", "iri", ""), iri)
    except UnusableQuery:
        term = None
    if term is None:
        raise UnusableQuery(f"No IRI: {iri!r}.", where="the parameter iri", expected=_EXPECTED, remedy=_REMEDY)
    return str(term)


def _alike(store: Store, iri: str) -> tuple[list[dict[str, str]], str]:
    """The parts of reports whose words are most like those of the thing, if it is such a part; what the index lacks."""
    index = index_of(store)
    try:
        found = index.related(iri, limit=ALIKE, refresh=False)
    except UnusableQuery:
        return [], str(index.staleness() or "")
    return [{"iri": hit.iri, "label": hit.label, "snippet": hit.snippet} for hit in found.hits], found.stale


def _rows(store: Store, text: str, iri: str) -> list[dict[str, Any]]:
    answer = ask_store(store, read_query(text, "thing"), {"thing": iri})
    return [dict(zip(answer.variables, map(_cell, row), strict=True)) for row in answer.rows]


def _cell(term: Term | None) -> dict[str, str] | None:
    if term is None:
        return None
    return {"kind": term.kind, "value": term.value, "language": term.language}
