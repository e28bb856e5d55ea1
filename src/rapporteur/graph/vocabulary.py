"""The words of other vocabularies and of ours, and the literals of the design in their canonical forms.

Everything that writes a term into a graph takes it from here, so that a number is never once a string and
once an integer, and no text loses its language.
"""

from __future__ import annotations

from datetime import date

from rdflib import Literal, Namespace, URIRef

RAP = Namespace("https://w3id.org/rapporteur/ontology#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")

LANGUAGE = Namespace("http://id.loc.gov/vocabulary/iso639-1/")
"""IRIs of languages, as the W3C's DCAT 2 ("Property: language") asks for them where ISO 639-1 has a code."""

PREFIXES = {
    "dcterms": str(DCTERMS),
    "foaf": str(FOAF),
    "oa": str(OA),
    "owl": str(OWL),
    "rap": str(RAP),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
"""Prefixes of the files; a file names those that it uses."""

TYPE = RDF["type"]
LABEL = RDFS["label"]
PART_OF = DCTERMS["isPartOf"]
TITLE = DCTERMS["title"]

_INTEGER, _DECIMAL, _DATE = XSD["integer"], XSD["decimal"], XSD["date"]
TRUE = Literal("true", datatype=XSD["boolean"])

Object = URIRef | Literal
Triple = tuple[URIRef, URIRef, Object]


def plain(text: str) -> Literal:
    """A string without language: a number, symbol, code, or words exactly as printed."""
    return Literal(text)


def words(text: str, language: str) -> Literal:
    """A text, title or label in a language (BCP 47)."""
    return Literal(text, lang=language.lower())


def integer(number: int) -> Literal:
    """An offset or a place in an order.

    >>> integer(7).n3()
    '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return Literal(str(number), datatype=_INTEGER)


def decimal(number: float) -> Literal:
    """A score, with at most six digits after the point and no idle zero, which every store keeps as it is.

    >>> str(decimal(0.9200000001)), str(decimal(1.0))
    ('0.92', '1')
    """
    return Literal(f"{number:.6f}".rstrip("0").rstrip("."), datatype=_DECIMAL)


def day(value: date) -> Literal:
    """A day."""
    return Literal(value.isoformat(), datatype=_DATE)


def issued(printed: str) -> Literal | None:
    """A date of issue where the day is known. A year alone is no `xsd:date`; the address of the thing keeps it.

    >>> str(issued("2009-04-14")), issued("2009")
    ('2009-04-14', None)
    """
    return Literal(printed, datatype=_DATE) if len(printed) == len("2009-04-14") else None


class Sheet:
    """Triples in the making: a set that is written on subject by subject."""

    def __init__(self) -> None:
        self.triples: set[Triple] = set()

    def add(self, subject: URIRef, property_: URIRef, value: Object | None) -> None:
        """Add a triple; nothing where there is no value."""
        if value is not None:
            self.triples.add((subject, property_, value))

    def thing(self, subject: URIRef, class_: URIRef, label: str, language: str = "en") -> None:
        """Add what every resource has: its class and its label."""
        self.triples.add((subject, TYPE, class_))
        self.triples.add((subject, LABEL, words(label, language)))

    def has(self, subject: URIRef) -> bool:
        """Is the subject described here already?"""
        return subject in {s for s, _, _ in self.triples}
