"""A graph → what follows from it under OWL 2 RL, by owlrl. The only module that knows owlrl.

owlrl makes a subject of every literal and tries every rule on every triple, so it is given what can have consequences
and nothing else (ontology/decisions/closing-what-can-follow.md): of the ontology its axioms, without labels, notes and
examples; of the data the types, and the triples whose property an axiom speaks of; and of the literals of such a
property one for all, because that there is a value can have consequences and which one it is cannot, no property of
literals having a superproperty (shape:WordsHaveNoSuperproperty).
"""

from __future__ import annotations

from collections.abc import Iterable

import owlrl
from owlrl.Namespaces import ERRNS
from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from rapporteur.check.findings import Triple

_AXIOMS = {
    RDF.type, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.disjointWith, OWL.inverseOf,
    OWL.equivalentClass, OWL.equivalentProperty, OWL.propertyDisjointWith, OWL.complementOf, OWL.sameAs,
}  # fmt: skip

_DECLARATIONS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Ontology}
"""Types of which only tautologies follow: that a class is a subclass of itself and of owl:Thing."""
_BOTH_WAYS = {OWL.inverseOf, OWL.equivalentProperty, OWL.propertyDisjointWith}
"""Axioms from which something follows for the property at either end."""


class Closed:
    """A graph with what follows from it.

    :ivar graph: the given triples, as far as they can have consequences, and all that follows.
    :ivar inferred: what follows, with IRIs in all three places, tautologies aside.
    :ivar contradictions: what the rules of OWL 2 RL say cannot be, in owlrl's words.
    """

    def __init__(self, graph: Graph, given: set[Triple]) -> None:
        self.graph = graph
        self.contradictions = tuple(sorted(str(words) for words in graph.objects(None, ERRNS.error)))
        self.inferred = frozenset(
            triple
            for triple in graph
            if triple not in given and all(isinstance(term, URIRef) for term in triple) and not _idle(triple)
        )


def close(data: Iterable[Triple], ontology: Iterable[Triple]) -> Closed:
    """Close ``data`` under OWL 2 RL with ``ontology``, both as triples."""
    given: set[Triple] = {t for t in ontology if t[1] in _AXIOMS and not (t[1] == RDF.type and t[2] in _DECLARATIONS)}
    spoken_of = {RDF.type, OWL.sameAs} | {subject for subject, _, _ in given}
    spoken_of |= {value for _, property_, value in given if property_ in _BOTH_WAYS}
    specimens: dict[Node, Literal] = {}
    for subject, property_, value in sorted((t for t in data if t[1] in spoken_of), key=str):
        if isinstance(value, Literal):
            value = specimens.setdefault(property_, value)
        given.add((subject, property_, value))
    graph = Graph()
    for triple in given:
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return Closed(graph, given)


def _idle(triple: Triple) -> bool:
    """Does the triple say nothing: that a thing is a thing, or the same as itself?"""
    subject, property_, value = triple
    if property_ == RDF.type:
        return value in (OWL.Thing, RDFS.Resource, OWL.NamedIndividual) or isinstance(value, BNode)
    return subject == value
