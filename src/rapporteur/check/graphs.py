"""A dataset → the triples each pass looks at.

Pass one sees what was asserted: the reports with their evidence, and of the authorities what the reports name. The
closure sees the reports and those authorities, without evidence and without the names that States bore.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rdflib import DCTERMS, RDF, RDFS, SKOS, Dataset, Graph, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Node

from rapporteur.authorities import load_authorities
from rapporteur.check.findings import Triple
from rapporteur.check.places import RAP
from rapporteur.errors import UnusableInput
from rapporteur.graph.books import authority_triples
from rapporteur.graph.built import Built
from rapporteur.graph.iris import Iris
from rapporteur.graph.load import ontology_triples

_DOWNWARDS = {SKOS.hasTopConcept, SKOS.narrower}
"""Properties that lead from what is named to what is not."""


@dataclass(frozen=True)
class Parts:
    """The triples of a dataset by what they are for.

    :ivar report: the graphs of all reports, without evidence and inferences.
    :ivar evidence: the evidence of all reports.
    :ivar authorities: what the reports name of the authorities, all that belongs to it included.
    :ivar ontology: the vocabulary with its alignments.
    :ivar labelled: what has a label in a shared graph, whether or not a report names it.
    """

    report: frozenset[Triple]
    evidence: frozenset[Triple]
    authorities: frozenset[Triple]
    ontology: frozenset[Triple]
    labelled: frozenset[Node]

    @property
    def asserted(self) -> Graph:
        """The graph of pass one: all that was asserted, and the class tree that SHACL needs to know a subclass."""
        tree = (triple for triple in self.ontology if triple[1] == RDFS.subClassOf)
        return memory_graph(self.report, self.evidence, self.authorities, tree)

    @property
    def to_close(self) -> frozenset[Triple]:
        """What the closure looks at."""
        names = {s for s, p, o in self.authorities if p == RDF.type and o == RAP["Name"]}
        return self.report | {t for t in self.authorities if t[0] not in names and t[2] not in names}


class MemoryGraph(Graph):
    """A plain rdflib graph in memory that parses each query once a process: checks ask the same ones each time."""

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        prepared = _prepared(query_object) if isinstance(query_object, str) else query_object
        return super().query(prepared, *args, **kwargs)


@lru_cache(maxsize=128)
def _prepared(query: str) -> Query:
    return prepareQuery(query)


def memory_graph(*parts: Iterable[Triple]) -> MemoryGraph:
    """A graph in memory with the triples of all parts."""
    graph = MemoryGraph()
    for part in parts:
        for triple in part:
            graph.add(triple)
    return graph


def named_graphs(graph: Dataset | Built) -> dict[str, Iterable[Triple]]:
    """The triples of each named graph; of a build as it holds them, without making a dataset of them first."""
    if isinstance(graph, Built):
        named: dict[str, Iterable[Triple]] = {str(name): triples for name, triples in graph.graphs.items()}
        return named | {str(graph.iris.iris.graph("authorities")): graph.authority_triples}
    return {str(one.identifier): one for one in graph.graphs()}


def parts_of(graph: Dataset | Built, all_authorities: bool = False) -> Parts:
    """Sort named graphs by what they are for.

    The shared graphs are the package's own where they are not among them.

    :param all_authorities: take the authorities whole, whether or not a report names them.
    :raises UnusableInput: if no graph holds a report.
    """
    report: set[Triple] = set()
    evidence: set[Triple] = set()
    authorities: set[Triple] = set()
    ontology: set[Triple] = set()
    for name, triples in named_graphs(graph).items():
        if name.endswith("/graph/ontology"):
            ontology.update(triples)
        elif name.endswith("/graph/authorities"):
            authorities.update(triples)
        elif name.endswith("/graph/evidence"):
            evidence.update(triples)
        elif not name.endswith("/graph/inferred"):
            report.update(triples)
    if not any(p == RDF.type and o == RAP["Report"] for _, p, o in report):
        raise UnusableInput(
            "There is no report in this graph.",
            where="its named graphs",
            expected="a rap:Report in a graph of its own.",
            remedy="Give the NAME.trig that `rapporteur build` wrote.",
        )
    shared = authorities or set(_packaged_authorities(Iris.from_setting()))
    named = shared if all_authorities else _named(report | evidence, shared)
    terms: frozenset[Triple] = frozenset(ontology or ontology_triples())
    labelled = frozenset(subject for subject, property_, _ in shared | terms if property_ == RDFS.label)
    return Parts(frozenset(report), frozenset(evidence), frozenset(named), terms, labelled)


@lru_cache(maxsize=2)
def _packaged_authorities(iris: Iris) -> frozenset[Triple]:
    return authority_triples(load_authorities(), iris)


def _named(report: set[Triple], authorities: set[Triple]) -> set[Triple]:
    """What the reports name of the authorities: each thing with all it leads to, each treaty with its articles."""
    about: dict[Node, list[Triple]] = defaultdict(list)
    below: dict[Node, list[Node]] = defaultdict(list)
    for triple in authorities:
        about[triple[0]].append(triple)
        if triple[1] == DCTERMS.isPartOf:
            below[triple[2]].append(triple[0])
    waiting: set[Node] = {value for _, _, value in report if isinstance(value, URIRef) and value in about}
    found: set[Triple] = set()
    done: set[Node] = set()
    while waiting:
        thing = waiting.pop()
        done.add(thing)
        found.update(about[thing])
        onward = {value for _, property_, value in about[thing] if property_ not in _DOWNWARDS}
        onward.update(below[thing])
        waiting.update(one for one in onward if one in about and one not in done)
    return found
