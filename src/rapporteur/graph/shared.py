"""The graphs that all reports share, ontology and authorities, as N-Triples for a store.

Nothing in but the base of the IRIs; out come the name of each graph and its text.
"""

from __future__ import annotations

from rdflib import Graph

from rapporteur.authorities import load_authorities
from rapporteur.graph.books import authority_triples
from rapporteur.graph.iris import Iris
from rapporteur.graph.load import ontology_triples


def shared_graphs(iris: Iris) -> dict[str, bytes]:
    """N-Triples by the IRI of the graph: ``id/graph/ontology`` and ``id/graph/authorities``."""
    texts: dict[str, bytes] = {}
    for name, triples in (
        ("ontology", ontology_triples()),
        ("authorities", authority_triples(load_authorities(), iris)),
    ):
        graph = Graph(store="SimpleMemory")
        for triple in triples:
            graph.add(triple)
        texts[str(iris.graph(name))] = graph.serialize(format="nt", encoding="utf-8")
    return texts
