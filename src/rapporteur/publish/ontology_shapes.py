"""The shapes that check the graph → for each term of the vocabulary, the constraints that look at it.

A constraint looks at the classes it targets, the properties it targets or has in its path, and whatever its query
names. One that targets the report once and gives back the node at fault (see ``shapes/must.ttl``) looks at what its
query names alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.term import Node

from rapporteur.graph.vocabulary import RAP, RDFS
from rapporteur.resources import resource

SH = "http://www.w3.org/ns/shacl#"
SHAPE = "https://w3id.org/rapporteur/shapes#"
STAGES = {
    "must": "as asserted",
    "evidence": "as asserted",
    "concepts": "as asserted",
    "should": "as asserted",
    "consistency": "once all that follows is added",
    "ontology": "the vocabulary itself",
}
"""When the constraints of a file are checked, by the file's name without ending."""
_NAMED = re.compile(r"\brap:(\w+)")
_SUBJECTS = URIRef(f"{SH}targetSubjectsOf")
_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")


@dataclass(frozen=True)
class Constraint:
    """One rule.

    :ivar name: the sentence that names it, such as ``LinkQuotesItsWords``.
    :ivar severity: "violation" or "warning".
    :ivar terms: the terms of ours that it looks at; none for a rule about the graph as a whole.
    :ivar of: the properties whose subjects it targets.
    """

    name: str
    expected: str
    message: str
    severity: str
    file: str
    terms: frozenset[URIRef]
    of: frozenset[URIRef]

    @property
    def id(self) -> str:
        """Its anchor."""
        return f"shape/{self.name}"


def read_constraints(folder: Path | None = None) -> list[Constraint]:
    """All constraints, in order of file and name.

    :param folder: where the shapes lie; the package's own without it.
    """
    found = []
    for file in sorted((folder or resource("shapes")).glob("*.ttl")):
        graph = Graph().parse(file, format="turtle")
        found += [
            _constraint(graph, iri, str(said), file.stem)
            for iri, _, said in sorted(graph.triples((None, RDFS["comment"], None)))
            if isinstance(iri, URIRef) and iri.startswith(SHAPE)
        ]
    return found


def _constraint(graph: Graph, iri: URIRef, expected: str, file: str) -> Constraint:
    queries = list(graph.objects(iri, URIRef(f"{SH}sparql")))
    told = [*graph.objects(iri, URIRef(f"{SH}message"))]
    for query in queries:
        told += graph.objects(query, URIRef(f"{SH}message"))
    severity = str(graph.value(iri, URIRef(f"{SH}severity")) or "").rpartition("#")[2]
    return Constraint(
        name=iri.removeprefix(SHAPE),
        expected=expected,
        message=str(told[0]) if told else "",
        severity=severity.casefold() or "violation",
        file=file,
        terms=frozenset(_looks_at(graph, iri, queries)),
        of=frozenset(_ours(one for shape in _shapes(graph, iri) for one in graph.objects(shape, _SUBJECTS))),
    )


def _looks_at(graph: Graph, iri: URIRef, queries: list[Node]) -> Iterator[URIRef]:
    texts = [str(text) for query in queries for text in graph.objects(query, URIRef(f"{SH}select"))]
    for text in texts:
        yield from (RAP[name] for name in _NAMED.findall(text))
    once = any("?value" in text.partition("WHERE")[0] for text in texts)
    if not once:
        for shape in _shapes(graph, iri):
            for name in _TARGETS:
                yield from _ours(graph.objects(shape, URIRef(f"{SH}{name}")))
    yield from _ours(_path(graph, graph.value(iri, URIRef(f"{SH}path"))))


def _shapes(graph: Graph, iri: URIRef) -> list[Node]:
    """The shape of a constraint, and those that hold it as a property shape."""
    return [iri, *graph.subjects(URIRef(f"{SH}property"), iri)]


def _path(graph: Graph, node: Node | None) -> Iterator[Node]:
    """The properties of a path: one, or a sequence, alternative or inverse of several."""
    if isinstance(node, URIRef):
        yield node
    elif node is not None:
        for value in graph.objects(node, None):
            yield from _path(graph, value)


def _ours(nodes: Iterable[Node]) -> Iterator[URIRef]:
    return (node for node in nodes if isinstance(node, URIRef) and node.startswith(str(RAP)))
