"""The evidence of a report as rows: N-Triples of its evidence graph in, one short row a link out.

A row takes a fraction of the memory of the thirty triples that a link is in RDF, so that those of all reports fit
together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import LABEL, RAP, TYPE, Object, Triple
from rapporteur.publish.facts import Terms


@dataclass(frozen=True, slots=True)
class Evidence:
    """One link: an asserted triple, and the words that it rests on.

    :ivar iri: of the `rap:Link`.
    :ivar report: the IRI of the report it stands in.
    :ivar start: offset into the text as read, in code points, half-open with ``end``.
    :ivar page: as printed; "" where there are no pages.
    :ivar score: 0 to 1 for what was linked by likeness; None else.
    """

    iri: URIRef
    report: URIRef
    source: URIRef
    property: URIRef
    target: URIRef
    quote: str
    start: int
    end: int
    page: str
    rule: URIRef
    grade: URIRef
    origin: URIRef
    score: float | None


_FIELDS = {
    RAP[name]: name
    for name in ("source", "property", "target", "quote", "start", "end", "page", "rule", "grade", "origin", "score")
}


def evidence_rows(report: URIRef, triples: Iterable[Triple], terms: Terms) -> list[Evidence]:
    """The links of an evidence graph, in order of their words.

    :param terms: where IRIs are kept once for all rows.
    """
    found: dict[URIRef, dict[str, Object]] = defaultdict(dict)
    for subject, property_, value in triples:
        if name := _FIELDS.get(property_):
            found[subject][name] = value
    rows = [
        _row(terms.iri(str(iri)), report, said, terms)
        for iri, said in found.items()
        if {"source", "property", "target"} <= said.keys()
    ]
    return sorted(rows, key=lambda row: (row.start, row.end, natural(row.iri)))


def rules_of(triples: Iterable[Triple]) -> dict[URIRef, str]:
    """What each rule of an evidence graph does, in a sentence."""
    listed = list(triples)
    rules = {subject for subject, property_, value in listed if property_ == TYPE and value == RAP["Rule"]}
    return {subject: str(value) for subject, property_, value in listed if property_ == LABEL and subject in rules}


def _row(iri: URIRef, report: URIRef, said: dict[str, Object], terms: Terms) -> Evidence:
    def thing(name: str) -> URIRef:
        return terms.iri(str(said.get(name, "")))

    score = said.get("score")
    return Evidence(
        iri=iri,
        report=report,
        source=thing("source"),
        property=thing("property"),
        target=thing("target"),
        quote=str(said.get("quote", "")),
        start=int(said.get("start", 0)),
        end=int(said.get("end", 0)),
        page=str(said.get("page", "")),
        rule=thing("rule"),
        grade=thing("grade"),
        origin=thing("origin"),
        score=None if score is None else float(score),
    )
