"""SHACL: questions of the catalogue → ``sh:SPARQLExecutable``s that portals take, as the SIB's SPARQL examples are.

One question is one resource, named below the address of its endpoint: its text in ``sh:select``, the question a person
would ask in ``rdfs:comment``, words to find it by in ``schema:keywords``, the endpoint in ``schema:target``, its
prefixes declared once in SHACL's way.
Form: *SHACL*, section 5.2.1 (prefix declarations); README of github.com/sib-swiss/sparql-examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from rdflib import RDF, RDFS, SH, XSD, Graph, Literal, Namespace, URIRef

from rapporteur.query.headers import Query

SCHEMA = Namespace("https://schema.org/")
PREFIXES_OF_ALL = "prefixes"
"""What the node that declares the prefixes is called, beside the names of the questions."""

_PREFIX = re.compile(r"^PREFIX\s+([\w.-]+):\s*<([^>]+)>", re.IGNORECASE | re.MULTILINE)
_COMMON = frozenset(
    {"a", "and", "as", "by", "did", "do", "is", "not", "of", "on", "that", "the", "they", "to", "was", "what"}
)


def executables(queries: Iterable[Query], target: str) -> dict[str, Graph]:
    """File name without ending → the graph to write there: one a question, and one of the prefixes.

    :param target: address of the SPARQL endpoint that the questions are for.
    """
    graphs = {query.name: as_shacl(query, target) for query in queries}
    declared = _new(target)
    node = _room(target)[PREFIXES_OF_ALL]
    declared.add((node, RDF.type, URIRef("http://www.w3.org/2002/07/owl#Ontology")))
    declared.add((node, RDFS.label, Literal("Prefixes of the questions", "en")))
    found = sorted(
        {
            pair
            for graph in graphs.values()
            for text in graph.objects(None, SH.select)
            for pair in _PREFIX.findall(str(text))
        }
    )
    for prefix, namespace in found:
        one = _room(target)[f"{PREFIXES_OF_ALL}/{prefix}"]
        declared.add((node, SH.declare, one))
        declared.add((one, RDF.type, SH.PrefixDeclaration))
        declared.add((one, SH.prefix, Literal(prefix)))
        declared.add((one, SH.namespace, Literal(namespace, datatype=XSD.anyURI)))
    return {**graphs, PREFIXES_OF_ALL: declared}


def as_shacl(query: Query, target: str) -> Graph:
    """One question; its ``sh:select`` runs as it stands, with its parameters at their defaults."""
    graph = _new(target)
    node = _room(target)[query.name]
    graph.add((node, RDF.type, SH.SPARQLExecutable))
    graph.add((node, RDF.type, SH.SPARQLSelectExecutable))
    said = " ".join(f"{query.summary} {query.description}".split())
    graph.add((node, RDFS.comment, Literal(said, "en")))
    graph.add((node, SH.select, Literal(_body(query.text))))
    graph.add((node, SH.prefixes, _room(target)[PREFIXES_OF_ALL]))
    graph.add((node, SCHEMA.target, URIRef(target)))
    for word in keywords(query):
        graph.add((node, SCHEMA.keywords, Literal(word)))
    return graph


def keywords(query: Query) -> tuple[str, ...]:
    """Words to find a question by: those of its name and the names of its parameters."""
    words = [*query.name.split("-"), *(p.name for p in query.parameters)]
    return tuple(sorted({word for word in words if word not in _COMMON}))


def _body(text: str) -> str:
    """The query without its header."""
    lines = text.splitlines()
    return "\n".join(line for line in lines if not line.startswith("#+")).strip() + "\n"


def _room(target: str) -> Namespace:
    """Where the SIB's examples are named, below the address of their endpoint."""
    return Namespace(urljoin(target, "/.well-known/sparql-examples/"))


def _new(target: str) -> Graph:
    graph = Graph()
    for prefix, namespace in (("sh", SH), ("schema", SCHEMA), ("rdfs", RDFS), ("ex", _room(target))):
        graph.bind(prefix, namespace, replace=True)
    return graph
