"""Rules about a graph as a whole, which SHACL has no target for. Their names and messages stand with the shapes.

Each takes triples and gives the nodes at fault; `check_graph` makes findings of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rdflib import RDF, RDFS, BNode, Literal, URIRef
from rdflib.term import Node

from rapporteur.check.findings import Triple


def unlabelled(triples: Iterable[Triple], labelled_elsewhere: Iterable[Node] = ()) -> Iterator[Node]:
    """Resources that are subject or value of a triple and have no label; classes are left to the ontology."""
    named: set[Node] = set()
    labelled = set(labelled_elsewhere)
    for subject, property_, value in triples:
        named.add(subject)
        if property_ != RDF.type and isinstance(value, URIRef):
            named.add(value)
        if property_ == RDFS.label:
            labelled.add(subject)
    yield from sorted(named - labelled, key=str)


def labelled_twice(triples: Iterable[Triple]) -> Iterator[Node]:
    """Resources with two labels in one language."""
    count: Counter[tuple[Node, str | None]] = Counter(
        (subject, value.language)
        for subject, property_, value in triples
        if property_ == RDFS.label and isinstance(value, Literal)
    )
    yield from sorted({subject for (subject, _), times in count.items() if times > 1}, key=str)


def blank_nodes(triples: Iterable[Triple]) -> Iterator[Node]:
    """Blank nodes, wherever they stand."""
    yield from sorted({term for triple in triples for term in triple if isinstance(term, BNode)}, key=str)


def types_nobody_gave(
    report: Iterable[Triple], inferred: Iterable[Triple], ontology: Iterable[Triple]
) -> Iterator[tuple[Node, Node]]:
    """Resources of the report with an inferred type that is no superclass of a type they were given."""
    above: dict[Node, set[Node]] = defaultdict(set)
    for subject, property_, value in ontology:
        if property_ == RDFS.subClassOf:
            above[subject].add(value)
    given: dict[Node, set[Node]] = defaultdict(set)
    subjects: set[Node] = set()
    for subject, property_, value in report:
        subjects.add(subject)
        if property_ == RDF.type:
            given[subject].add(value)
    for subject, property_, value in sorted(inferred, key=str):
        if property_ == RDF.type and subject in subjects and value not in _up(given[subject], above):
            yield subject, value


def _up(classes: set[Node], above: dict[Node, set[Node]]) -> set[Node]:
    """The classes and all above them."""
    found: set[Node] = set()
    waiting = set(classes)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting |= above[one]
    return found
