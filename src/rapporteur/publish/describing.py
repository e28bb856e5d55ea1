"""Description in RDF: statements about what is published, collected and written in four formats.

Takes statements with short names (``dcat:title``), gives Turtle, N-Triples, RDF/XML and JSON-LD of the same graph, in
order.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from rapporteur.graph.serialize import natural

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""SPDX as DCAT-AP 3.0.1 uses it for checksums; the others as their own specifications give them."""


def named(name: str) -> NamedNode:
    """``dcat:Dataset`` as an IRI; what is an address already stays as it is."""
    prefix, mark, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local if mark and prefix in PREFIXES and not local.startswith("//") else name)


def words(text: str, language: str = "en") -> Literal:
    """A text in a language."""
    return Literal(text, language=language)


def typed(value: str | int, kind: str) -> Literal:
    """A literal of a type of XML Schema: ``typed(7, "integer")``."""
    return Literal(str(value), datatype=NamedNode(PREFIXES["xsd"] + kind))


class Description:
    """Statements in the making."""

    def __init__(self) -> None:
        self._triples: set[Triple] = set()

    def say(self, subject: str, property_: str, *values: str | Literal) -> None:
        """Say of a thing that a property has these values; texts are IRIs or short names."""
        for value in values:
            what = value if isinstance(value, Literal) else named(value)
            self._triples.add(Triple(named(subject), named(property_), what))

    def thing(self, subject: str, label: str, *classes: str) -> None:
        """Give a thing its classes and its label."""
        self.say(subject, "rdf:type", *classes)
        self.say(subject, "rdfs:label", words(label))

    def files(self, name: str) -> Mapping[str, bytes]:
        """The statements as ``NAME.ttl``, ``.nt``, ``.rdf`` and ``.jsonld``."""
        triples = sorted(self._triples, key=_order)
        forms = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "rdf": RdfFormat.RDF_XML}
        made = {
            f"{name}.{ending}": pyoxigraph.serialize(triples, format=form, prefixes=PREFIXES) or b""
            for ending, form in forms.items()
        }
        expanded = json.loads(pyoxigraph.serialize(triples, format=RdfFormat.JSON_LD) or b"[]")
        return {**made, f"{name}.jsonld": (json.dumps(expanded, ensure_ascii=False, indent=1) + "\n").encode()}


def _order(triple: Triple) -> tuple[object, ...]:
    """Subjects in natural order, of each its class first."""
    subject, value = triple.subject, triple.object
    assert isinstance(subject, NamedNode)
    is_class = triple.predicate.value.endswith("#type")
    return natural(subject.value), not is_class, triple.predicate.value, natural(str(value))
