"""Triples → compact JSON-LD, with its context inline, sorted.

The context is `ontology/context.jsonld`, so that the terms a reader meets are the project's own. A value
is written in the short form only where the context gives it back exactly; where it would not, the value
says its own type.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from rdflib import Literal, URIRef

from rapporteur.graph.serialize import Subjects
from rapporteur.graph.vocabulary import TYPE, XSD, Object
from rapporteur.resources import resource


@lru_cache(maxsize=1)
def context() -> Any:
    """The project's JSON-LD context: the value of ``@context`` in ``ontology/context.jsonld``."""
    return json.loads(resource("ontology", "context.jsonld").read_text("utf-8"))["@context"]


def jsonld(subjects: Subjects) -> str:
    """Sorted triples as one JSON-LD document: a context and a graph of nodes."""
    writer = Compactor(context())
    nodes = [writer.node(subject, properties) for subject, properties in subjects]
    return json.dumps({"@context": context(), "@graph": nodes}, ensure_ascii=False, indent=1) + "\n"


class Compactor:
    """Writes nodes by the terms of a context: what a flat graph needs of JSON-LD 1.1 compaction."""

    def __init__(self, terms: Mapping[str, Any]) -> None:
        self._prefixes = {
            key: value for key, value in terms.items() if isinstance(value, str) and value.endswith(("#", "/"))
        }
        self._written: dict[str, str] = {}
        self._id = self._alias(terms, "@id")
        self._type = self._alias(terms, "@type")
        self._terms: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
        for term, value in terms.items():
            definition = {"@id": value} if isinstance(value, str) else value
            if term.startswith("@") or not isinstance(definition, dict) or term in self._prefixes:
                continue
            iri = self._expand(definition.get("@id", term))
            self._terms.setdefault(iri, []).append((term, definition))

    @staticmethod
    def _alias(terms: Mapping[str, Any], keyword: str) -> str:
        return next((term for term, value in terms.items() if value == keyword), keyword)

    def _expand(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return self._prefixes[prefix] + local if prefix in self._prefixes else name

    def compact(self, iri: str) -> str:
        """An IRI by its longest prefix, else in full."""
        written = self._written.get(iri)
        if written is None:
            written = self._written[iri] = self._shortened(str(iri))
        return written

    def _shortened(self, iri: str) -> str:
        fitting = [(ns, prefix) for prefix, ns in self._prefixes.items() if iri.startswith(ns) and iri != ns]
        if not fitting:
            return iri
        namespace, prefix = max(fitting)
        return f"{prefix}:{iri[len(namespace) :]}"

    def node(self, subject: URIRef, properties: Iterable[tuple[URIRef, list[Object]]]) -> dict[str, Any]:
        """One node object."""
        node: dict[str, Any] = {self._id: self.compact(subject)}
        for property_, values in properties:
            if property_ == TYPE:
                self._put(node, self._type, [self._class(str(value)) for value in values])
                continue
            for value in values:
                key, shape = self._key(str(property_), value)
                if isinstance(shape, tuple):
                    language, text = shape
                    by_language = node.setdefault(key, {})
                    self._put(by_language, language, [text])
                else:
                    self._put(node, key, [shape])
        return node

    @staticmethod
    def _put(node: dict[str, Any], key: str, values: list[Any]) -> None:
        """Add values under a key: one stands alone, several stand in a list."""
        if key in node:
            before = node[key]
            values = (before if isinstance(before, list) else [before]) + values
        node[key] = values[0] if len(values) == 1 else values

    def _class(self, iri: str) -> str:
        """A class by its term, else by its prefix."""
        return next((t for t, d in self._terms.get(iri, []) if set(d) == {"@id"}), self.compact(iri))

    def _key(self, property_: str, value: Object) -> tuple[str, Any]:
        """The key to write a value under, and its shortest form there that comes back the same."""
        terms = self._terms.get(property_, [])
        for term, definition in terms:
            short = self._short(value, definition)
            if short is not None:
                return term, short
        whole = next((term for term, d in terms if "@container" not in d), self.compact(property_))
        return whole, self._long(value)

    def _short(self, value: Object, definition: Mapping[str, Any]) -> Any:
        """A value as the definition of a term lets it be written; None where it would come back changed."""
        coercion, container = definition.get("@type"), definition.get("@container")
        if isinstance(value, URIRef):
            return self.compact(value) if coercion == "@id" and container is None else None
        if value.language:
            if container == "@language":
                return value.language, str(value)
            return str(value) if definition.get("@language") == value.language else None
        if container is not None or coercion == "@id" or definition.get("@language"):
            return None
        if value.datatype is None:
            return str(value) if coercion in (None, "@none") else None
        if coercion is not None and self._expand(coercion) == str(value.datatype):
            return self._native(value)
        return None

    def _long(self, value: Object) -> Any:
        """A value that says itself what it is."""
        if isinstance(value, URIRef):
            return {self._id: self.compact(value)}
        if value.language:
            return {"@value": str(value), "@language": value.language}
        if value.datatype is None:
            return {"@value": str(value)}
        return {"@value": str(value), "@type": self.compact(str(value.datatype))}

    @staticmethod
    def _native(value: Literal) -> Any:
        """Integers and booleans as JSON has them, everything else as its words."""
        if value.datatype == XSD["integer"]:
            return int(value)
        return str(value) == "true" if value.datatype == XSD["boolean"] else str(value)
